"""Plain tables: rows of values as aligned text, JSON lines in a list, or CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from resdiff.render.data.encoding import without_acting
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import cells, fitted, wrap
from resdiff.render.views.characters import visible
from resdiff.render.views.csv_rows import csv_rows

Rows = Sequence[Mapping[str, object]]
"""Rows of values by column; all have the same columns."""


def json_table(rows: Rows) -> Iterator[str]:
    """The rows as a list in JSON, an object each."""
    yield without_acting(json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=1)) + "\n"


def csv_table(rows: Rows) -> Iterator[str]:
    """The rows as CSV below the names of their columns; nothing where there are none."""
    yield from csv_rows(list(rows[0]), (list(row.values()) for row in rows)) if rows else ()


def text_table(rows: Rows, *, width: int = 0, is_coloured: bool = False) -> Iterator[str]:
    """The rows as aligned text below the names of their columns; nothing where there are none.

    Numbers stand at the right, zeros are faint. Where a line would be wider than `width` cells (0: as wide as
    it has to be) the widest texts are cut, with '…'.
    """
    if not rows:
        return
    paint = Paint(colour=is_coloured)
    names = list(rows[0])
    lines = [["" if row[name] is None else visible(str(row[name])) for name in names] for row in rows]
    is_number = [all(isinstance(row[name], int | None) for row in rows) for name in names]
    sizes = [max(cells(name), *(cells(line[k]) for line in lines)) for k, name in enumerate(names)]
    sizes = _fitted(names, sizes, is_number, width)
    yield paint(_line(map(fitted, names, sizes, is_number)), "strong") + "\n"
    for line in lines:
        shown = map(fitted, line, sizes, is_number)
        faint = [paint(cell, "faint") if cell.strip() == "0" else cell for cell in shown]
        yield _line(faint) + "\n"


_LEAST = 10
"""Cells of a text that is cut at least: a date is never cut."""
_PROSE = frozenset(("title", "note", "because", "text"))
"""Columns that are read and never typed: they are cut first, to `_LEAST_PROSE` cells."""
_LEAST_PROSE = 16


def _fitted(names: Sequence[str], sizes: Sequence[int], is_number: Sequence[bool], width: int) -> list[int]:
    """The sizes of columns, texts made narrower until a line fits: prose first, then the widest."""
    fitted = list(sizes)
    while width and sum(fitted) + 2 * (len(fitted) - 1) > width:
        texts = [k for k, size in enumerate(fitted) if not is_number[k] and size > _LEAST]
        if not texts:
            break
        prose = [k for k in texts if names[k] in _PROSE and fitted[k] > _LEAST_PROSE]
        fitted[max(prose or texts, key=fitted.__getitem__)] -= 1
    return fitted


def passages(rows: Rows, width: int, colour: bool) -> Iterator[str]:
    """Rows whose last value is a text, as passages: the other values on a line, the text below it."""
    paint = Paint(colour=colour)
    for row in rows:
        *facts, text = ("" if value is None else visible(str(value)) for value in row.values())
        yield from (
            f"{line}\n"
            for line in wrap([("strong", ", ".join(fact for fact in facts if fact))], width, paint)
        )
        yield from (f"    {line}\n" for line in wrap([("", text)], width - 4, paint))
        yield "\n"


def _line(shown: Iterable[str]) -> str:
    return "  ".join(shown).rstrip()
