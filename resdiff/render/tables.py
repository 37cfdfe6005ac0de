"""Plain tables: rows of values as aligned text, JSON lines in a list, or CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from resdiff.render.data.encoding import without_acting
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import cells, wrap
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


def text_table(rows: Rows, is_coloured: bool = False) -> Iterator[str]:
    """The rows as aligned text below the names of their columns; nothing where there are none."""
    if not rows:
        return
    paint = Paint(colour=is_coloured)
    names = list(rows[0])
    lines = [["" if row[name] is None else visible(str(row[name])) for name in names] for row in rows]
    sizes = [max(cells(name), *(cells(line[k]) for line in lines)) for k, name in enumerate(names)]
    yield paint(_line(names, sizes), "strong") + "\n"
    for line in lines:
        yield _line(line, sizes) + "\n"


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


def _line(values: Sequence[str], sizes: Sequence[int]) -> str:
    return "  ".join(
        value + " " * (size - cells(value)) for value, size in zip(values, sizes, strict=True)
    ).rstrip()
