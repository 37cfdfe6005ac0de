"""Rows of tables in somebody's Word document: cells whose words changed, rows taken out and put in, as
tracked changes (ECMA-376-1, 17.13.5.12, 17.13.5.16).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from resdiff.core.model import CELL, Paragraph
from resdiff.core.tokens import without_blanks
from resdiff.core.worddiff import WordDiff, shown_edits
from resdiff.render.word.signs import (
    Author,
    Marks,
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

_BETWEEN = re.compile(rf"\s*{re.escape(CELL.strip())}\s*")
_AHEAD = 40
"""Rows among which the next one is sought."""
_SHORT = 3
"""Words of a cell at most that is put in whole: figures and names."""
_OF_CHANGES = ("ins", "del", "trPrChange")
"""What says of a row that it was changed, last among its properties."""


def rows_in(paragraphs: Sequence[Paragraph], rows: Sequence[WordElement]) -> dict[int, WordElement]:
    """The rows of a document for those of a text, by the places of these; one whose words are others has
    none.
    """
    places: dict[int, WordElement] = {}
    letters = [without_blanks("".join(map(_words_of, _cells(row)))) for row in rows]
    begin = 0
    for k, paragraph in enumerate(paragraphs):
        sought = without_blanks("".join(_texts(paragraph.text))) if paragraph.part == "table" else ""
        near = range(begin, min(begin + _AHEAD, len(rows))) if sought else ()
        number = next((number for number in near if letters[number] == sought), None)
        if number is not None:
            places[k], begin = rows[number], number + 1
    return places


def _texts(row: str) -> list[str]:
    """The texts of the cells of a row, empty ones among them."""
    return _BETWEEN.split(row.strip())


def _cells(row: WordElement) -> list[WordElement]:
    return list(row.iterchildren(w("tc")))


def _words_of(cell: WordElement) -> str:
    return " ".join("".join(sign.char for sign in signs_of(p)) for p in cell.iter(w("p")))


def change_row(row: WordElement, old: str, new: str, author: Author) -> bool:
    """Marks the cells of a row that are others; False, with nothing marked, where the row has other cells
    than its reading, or one that changed has words in more than its first paragraph.
    """
    cells, before, after = _cells(row), _texts(old), _texts(new)
    if not len(cells) == len(before) == len(after):
        return False
    marked: list[tuple[WordElement, Marks]] = []
    for cell, one, two in zip(cells, before, after, strict=True):
        if one == two:
            continue
        paragraph = next(cell.iter(w("p")), None)
        marks = _marks_in_cell(paragraph, one, two) if paragraph is not None else None
        if marks is None:
            return False
        marked.append((paragraph, marks))
    for paragraph, marks in marked:
        _mark_cell(paragraph, marks, author)
    return True


def _marks_in_cell(paragraph: WordElement, old: str, new: str) -> Marks | None:
    """The marks that make one text of a cell another; None where the cell has other signs."""
    signs = signs_of(paragraph)
    if not signs:
        return Marks(frozenset(), {-1: [new]}) if not old else None
    if max(len(old.split()), len(new.split())) <= _SHORT:
        is_it = without_blanks("".join(sign.char for sign in signs)) == without_blanks(old)
        return Marks(frozenset(range(len(signs))), {len(signs) - 1: [new]}) if is_it else None
    return marks_of(signs, 0, shown_edits(WordDiff().edits(old, new)[0]))


def _mark_cell(paragraph: WordElement, marks: Marks, author: Author) -> None:
    signs = signs_of(paragraph)
    if signs:
        mark(paragraph, signs, marks, author)
    else:
        change = author.tagged("ins")
        change.extend(run_of(words, None) for words in marks.come[-1])
        paragraph.append(change)


def take_row_out(row: WordElement, author: Author) -> None:
    """Marks a whole row as taken out."""
    _say_of_row(row, author.tagged("del"))
    for paragraph in row.iter(w("p")):
        take_out(paragraph, author)


def put_row_in(text: str, model: WordElement, author: Author) -> WordElement | None:
    """A new row behind another, in its looks; None, with nothing put in, where that has other cells or shares
    one with rows above it.
    """
    words = _texts(text)
    if len(_cells(model)) != len(words) or next(model.iter(w("vMerge")), None) is not None:
        return None
    row = etree.Element(model.tag)
    row.extend(deepcopy(one) for one in model if name_of_element(one) in ("tblPrEx", "trPr"))
    for properties in row.iterchildren(w("trPr")):
        for one in [one for one in properties if name_of_element(one) in _OF_CHANGES]:
            properties.remove(one)
    _say_of_row(row, author.tagged("ins"))
    row.extend(
        _cell_like(cell, cell_text, author) for cell, cell_text in zip(_cells(model), words, strict=True)
    )
    model.addnext(row)
    return row


def _say_of_row(row: WordElement, change: WordElement) -> None:
    """Says of a row that it was taken out or put in; its properties stand before its cells."""
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        row.insert(sum(name_of_element(one) == "tblPrEx" for one in row), properties)
    behind = properties.find(w("trPrChange"))
    properties.insert(properties.index(behind) if behind is not None else len(properties), change)


def _cell_like(model: WordElement, text: str, author: Author) -> WordElement:
    """A cell with other words in the looks of one: its properties, those of its first paragraph and run."""
    cell = etree.Element(model.tag)
    cell.extend(deepcopy(one) for one in model.iterchildren(w("tcPr")))
    paragraph = etree.SubElement(cell, w("p"))
    paragraph.extend(_properties_of(model, "pPr"))
    mark_end(paragraph, author.tagged("ins"))
    if text:
        change = author.tagged("ins")
        change.append(run_of(text, next(_properties_of(model, "rPr"), None)))
        paragraph.append(change)
    return cell


def _properties_of(cell: WordElement, name: str) -> Iterator[WordElement]:
    """The properties of the first paragraph of a cell, or of its first run, without what changed in them."""
    holder = next(cell.iter(w("p" if name == "pPr" else "r")), None)
    properties = deepcopy(holder.find(w(name))) if holder is not None else None
    if properties is None:
        return
    for one in list(properties):
        if name_of_element(one) in ("rPr", "pPrChange", "rPrChange", "sectPr", "ins", "del"):
            properties.remove(one)
    yield properties
