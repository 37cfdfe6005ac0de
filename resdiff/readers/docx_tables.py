"""Tables of Word documents: their rows and cells, and whether a table holds data or only lays out a page
(ECMA-376-1, 17.4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from resdiff.readers.markup import Element, child, tag_name
from resdiff.readers.tables import is_data

_WRAPPERS = frozenset("sdt sdtContent customXml smartTag ins del moveTo moveFrom".split())
"""What may stand around rows, and around cells."""

IsLeftOut = Callable[[Element], bool]
"""Whether an element is left out as tracked changes are read."""


def rows_of(table: Element, is_left_out: IsLeftOut) -> Iterator[Element]:
    """The rows of a table that are not left out."""
    yield from (
        row for row in _inside(table, "tr", is_left_out) if not _has_mark(row, "trPr", "", is_left_out)
    )


def cells_of(row: Element, is_left_out: IsLeftOut) -> Iterator[Element]:
    """The cells of a row that are not left out."""
    yield from (
        cell for cell in _inside(row, "tc", is_left_out) if not _has_mark(cell, "tcPr", "cell", is_left_out)
    )


def _inside(parent: Element, name: str, is_left_out: IsLeftOut) -> Iterator[Element]:
    for element in parent:
        tag = tag_name(element)
        if tag == name:
            yield element
        elif tag in _WRAPPERS and not is_left_out(element):
            yield from _inside(element, name, is_left_out)


def _has_mark(element: Element, properties: str, prefix: str, is_left_out: IsLeftOut) -> bool:
    """Whether a row or cell was put in or taken out and is left out for it."""
    marks = (child(element, properties, name) for name in (f"{prefix}Ins", f"{prefix}Del"))
    if not prefix:
        marks = (child(element, properties, name) for name in ("ins", "del"))
    return any(mark is not None and is_left_out(mark) for mark in marks)


def holds_data(table: Element, is_left_out: IsLeftOut) -> bool:
    """Whether the rows of a table are lines of the text; else it lays out a page."""
    return is_data(
        [_words_in(cell, is_left_out) for cell in cells_of(row, is_left_out)]
        for row in rows_of(table, is_left_out)
    )


def _words_in(element: Element, is_left_out: IsLeftOut) -> str:
    if tag_name(element) in ("t", "delText"):
        return element.text or ""
    return " ".join(_words_in(inner, is_left_out) for inner in element if not is_left_out(inner))
