"""A comparison as tracked changes in the Word document of its base text: styles, headers, tables, notes,
comments and other people's changes stay, only what changed is touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from resdiff.core.compare import Change, Comparison
from resdiff.core.model import Paragraph
from resdiff.core.worddiff import Edit, WordDiff, shown_edits
from resdiff.render.views.both_texts import Placed, in_one_order
from resdiff.render.views.printed import printed
from resdiff.render.word.own_rows import change_row, put_row_in, take_row_out
from resdiff.render.word.runs import opening_span
from resdiff.render.word.signs import (
    Author,
    Marks,
    Sign,
    WordElement,
    mark,
    mark_end,
    marks_of,
    name_of_element,
    run_of,
    signs_of,
    take_out,
    w,
)

_MOST_LABEL = 16
"""Signs of a printed number before a paragraph at most."""
_AHEAD = 40
"""Elements among which that of the next paragraph is sought: empty ones, and lines that are no paragraphs."""
_FOR_END_ALONE = ("sectPr", "pPrChange")
"""Properties of a paragraph that a new one does not take over."""
_FOR_ITS_OWN = (*_FOR_END_ALONE, "numPr")
"""Those that one of another level does not take over."""


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


def mark_title(old: str, new: str, elements: Sequence[WordElement], author: Author) -> bool:
    """Marks what changed in the title, in the first paragraph that ends with it, behind its number; False
    where no paragraph does.
    """
    sought = "".join(old.split())
    for element in elements[:_AHEAD]:
        signs = signs_of(element)
        letters = [k for k, sign in enumerate(signs) if not sign.char.isspace()]
        if not sought or not "".join(signs[k].char for k in letters).endswith(sought):
            continue
        start = letters[-len(sought)]
        marks = marks_of(signs, start, shown_edits(WordDiff().edits(old, new)[0]))
        if marks is not None:
            mark(element, signs, marks, author)
            return True
    return False


def _place(paragraph: Paragraph, element: WordElement, signs: list[Sign]) -> DocumentPlace | None:
    letters = [k for k, sign in enumerate(signs) if not sign.char.isspace()]
    sought = "".join(paragraph.text.split())
    for first in range(min(_MOST_LABEL, len(letters))):
        if signs[letters[first]].char != sought[0]:
            continue
        start = letters[first]
        if marks_of(signs, start, [Edit(kind="equal", text=paragraph.text)]) is not None:
            looks = signs[-1].holder.getparent().find(w("rPr"))
            return DocumentPlace(element, signs, start, deepcopy(looks))
    return None


def stands_apart(change: Change) -> bool:
    """Whether the paragraphs of a change are taken out in one place and put in in another."""
    return change.moved or len(change.base) != 1 or len(change.revised) != 1


class OwnFile:
    """Writes a comparison into the elements of a document."""

    def __init__(
        self,
        comparison: Comparison,
        places: dict[int, DocumentPlace],
        rows: dict[int, WordElement],
        author: Author,
    ) -> None:
        """`rows` are the rows of tables by the places of those of the base text."""
        self._comparison, self._places, self._rows, self._author = comparison, places, rows, author
        self._last: WordElement | None = None
        """The paragraph, or the table, that was handled last."""
        self._last_row: WordElement | None = None
        """The row that was handled last, None behind a paragraph."""
        self.rows_left: list[Change] = []
        """The changes of rows that are not marked."""

    def write(self) -> bool:
        """Marks all changes; False where one of a paragraph cannot be marked. Rows that cannot are left."""
        for placed in in_one_order(self._comparison, stands_apart):
            if self._is_row(placed):
                if not self._row(placed):
                    self.rows_left.append(placed.change)
                continue
            self._last_row = None
            if placed.base is not None:
                place = self._places.get(placed.base)
                if place is None:
                    return False
                take_out(place.element, self._author)
                self._last = place.element
            elif placed.revised is not None:
                self._put_in(self._comparison.revised.paragraphs[placed.revised])
            elif not self._both(placed.change):
                return False
        return True

    def _is_row(self, placed: Placed) -> bool:
        """Whether what is placed is a row of a table, in one of the texts at least."""
        base, revised = self._comparison.base.paragraphs, self._comparison.revised.paragraphs
        if placed.base is not None:
            return base[placed.base].part == "table"
        if placed.revised is not None:
            return revised[placed.revised].part == "table"
        change = placed.change
        return "table" in (base[change.base[0]].part, revised[change.revised[0]].part)

    def _row(self, placed: Placed) -> bool:
        """Marks what became of a row; False where that cannot be marked."""
        base, revised = self._comparison.base.paragraphs, self._comparison.revised.paragraphs
        if placed.revised is not None:
            words = revised[placed.revised].text
            row = put_row_in(words, self._last_row, self._author) if self._last_row is not None else None
        else:
            place = placed.base if placed.base is not None else placed.change.base[0]
            row = self._rows.get(place)
            if row is not None and placed.base is not None:
                take_row_out(row, self._author)
            elif row is not None:
                old, new = base[place].text, revised[placed.change.revised[0]].text
                if old != new and not change_row(row, old, new, self._author):
                    return False
        if row is None:
            return placed.change.kind == "unchanged" and not placed.change.moved
        self._last_row = row
        self._last = [*row.iterancestors(w("tbl"))][-1]
        return True

    def _both(self, change: Change) -> bool:
        """Marks the words of a paragraph that both texts have."""
        one = self._comparison.base.paragraphs[change.base[0]]
        two = self._comparison.revised.paragraphs[change.revised[0]]
        place = self._places.get(change.base[0])
        if place is None:
            return one.text == two.text
        self._last = place.element
        edits = change.shown_edits or (
            (Edit(kind="equal", text=one.text),)
            if one.text == two.text
            else (Edit(kind="delete", text=one.text), Edit(kind="insert", text=two.text))
        )
        marks = marks_of(place.signs, place.start, edits)
        if marks is None:
            return False
        marks = self._numbered_anew(_with_number(marks, place, one, two), one, two)
        if marks.gone or marks.come:
            mark(place.element, place.signs, marks, self._author)
        return True

    def _numbered_anew(self, marks: Marks, one: Paragraph, two: Paragraph) -> Marks:
        """The marks with the number that a paragraph gains, where the document has numbers in words."""
        if one.label is not None or two.label is None:
            return marks
        base = self._comparison.base.paragraphs
        numbered = (like for k, like in self._places.items() if base[k].part == two.part and like.start)
        model = next(numbered, None)
        if model is None:
            return marks
        number = f"{printed(two.label)}{_behind_number(model)}"
        return Marks(marks.gone, {**marks.come, -1: number + marks.come.get(-1, "")})

    def _put_in(self, paragraph: Paragraph) -> None:
        """Puts a new paragraph behind the one handled last, in the looks of one of its kind."""
        model, is_like = self._model(paragraph)
        element = etree.Element(w("p"))
        properties = model.element.find(w("pPr"))
        if properties is not None:
            properties = deepcopy(properties)
            for one in list(properties):
                if name_of_element(one) in (_FOR_END_ALONE if is_like else _FOR_ITS_OWN):
                    properties.remove(one)
            for looks in properties.findall(w("rPr")):
                for one in list(looks):
                    if name_of_element(one) in ("ins", "del", "moveFrom", "moveTo"):
                        looks.remove(one)
            element.append(properties)
        mark_end(element, self._author.tagged("ins"))
        change = self._author.tagged("ins")
        change.extend(self._runs(paragraph, model, has_number=bool(model.start) or not is_like))
        element.append(change)
        if self._last is None:
            first = next(iter(self._places.values())).element
            first.addprevious(element)
        else:
            self._last.addnext(element)
        self._last = element

    def _runs(self, paragraph: Paragraph, model: DocumentPlace, has_number: bool) -> list[WordElement]:
        """The runs of a new paragraph: its number where that stands in words, its opening verb slanted."""
        begin, end = opening_span(paragraph)
        number = printed(paragraph.label) if has_number else ""
        parts = [
            (f"{number}{_behind_number(model)}" if number else "", False),
            (paragraph.text[:begin], False),
        ]
        parts += [(paragraph.text[begin:end], True), (paragraph.text[end:], False)]
        return [run_of(text, model.looks, is_italic) for text, is_italic in parts if text]

    def _model(self, paragraph: Paragraph) -> tuple[DocumentPlace, bool]:
        """A paragraph of the base text of the same part and level, with a number or without as this one, else
        of the part, else any; and whether it is such a one: others have numbers of their own.
        """
        base = self._comparison.base.paragraphs
        of_part = [k for k in self._places if base[k].part == paragraph.part]
        likes = [k for k in of_part if base[k].level == paragraph.level]
        if any(self._places[k].start for k in of_part):  # there numbers stand in words
            likes = [k for k in likes if (base[k].label is None) == (paragraph.label is None)]
        if likes:
            return self._places[likes[-1]], True
        return (self._places[of_part[-1]] if of_part else next(iter(self._places.values()))), False


def _behind_number(model: DocumentPlace) -> str:
    """What stands between the number of a paragraph and its words: a tab, or a blank."""
    is_tab = model.start > 0 and name_of_element(model.signs[model.start - 1].holder) == "tab"
    return "\t" if is_tab else " "


def _with_number(marks: Marks, place: DocumentPlace, one: Paragraph, two: Paragraph) -> Marks:
    """The marks with those of a printed number that is another, where it stands in words."""
    old, new = printed(one.label), printed(two.label)
    before = [k for k in range(place.start) if not place.signs[k].char.isspace()]
    written = "".join(place.signs[k].char for k in before)
    if old == new or not before or written.rstrip(".") != "".join(old.split()).rstrip("."):
        return marks
    come = dict(marks.come)
    last = before[-1]
    come[last] = new + come.get(last, "")
    return Marks(marks.gone | frozenset(before), come)
