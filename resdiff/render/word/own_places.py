"""Where the paragraphs and lines of a text stand in the Word document it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from resdiff.core.model import Paragraph
from resdiff.core.tokens import without_blanks
from resdiff.core.worddiff import Edit, WordDiff, shown_edits
from resdiff.render.word.signs import Author, Sign, WordElement, mark, marks_of, signs_of, w

_MOST_LABEL = 16
"""Signs of a printed number before a paragraph at most."""
_AHEAD = 40
"""Elements among which that of the next paragraph is sought: empty ones, and lines that are no paragraphs."""


class DocumentPlace(NamedTuple):
    """Where a paragraph of the base text stands in the document."""

    element: WordElement
    signs: list[Sign]
    start: int
    """The first sign of its reading, behind its printed number."""
    looks: WordElement | None
    """The properties of the run that it ends with."""


def places_of(paragraphs: Sequence[Paragraph], elements: Sequence[WordElement]) -> dict[int, DocumentPlace]:
    """Where paragraphs stand that have an element of their own; rows of tables, headers and whatever else is
    laid out in another way have none.
    """
    places: dict[int, DocumentPlace] = {}
    signs = [signs_of(element) for element in elements]
    begin = 0
    for k, paragraph in enumerate(paragraphs):
        for number in range(begin, min(begin + _AHEAD, len(elements))) if paragraph.part != "table" else ():
            place = _place(paragraph, elements[number], signs[number])
            if place is not None:
                places[k], begin = place, number + 1
                break
    return places


def _place(paragraph: Paragraph, element: WordElement, signs: list[Sign]) -> DocumentPlace | None:
    letters = [k for k, sign in enumerate(signs) if not sign.char.isspace()]
    sought = without_blanks(paragraph.text)
    for first in range(min(_MOST_LABEL, len(letters))):
        if signs[letters[first]].char != sought[0]:
            continue
        start = letters[first]
        if marks_of(signs, start, [Edit(kind="equal", text=paragraph.text)]) is not None:
            looks = signs[-1].holder.getparent().find(w("rPr"))
            return DocumentPlace(element, signs, start, deepcopy(looks))
    return None


def mark_line(old: str, new: str, elements: Sequence[WordElement], author: Author) -> bool:
    """Marks what changed in a line above the paragraphs, in the first element that ends with it, behind its
    number; False where none does.
    """
    sought = without_blanks(old)
    for element in elements[:_AHEAD]:
        signs = signs_of(element)
        letters = [k for k, sign in enumerate(signs) if not sign.char.isspace()]
        if not sought or not "".join(signs[k].char for k in letters).endswith(sought):
            continue
        marks = marks_of(signs, letters[-len(sought)], shown_edits(WordDiff().edits(old, new)[0]))
        if marks is not None:
            mark(element, signs, marks, author)
            return True
    return False
