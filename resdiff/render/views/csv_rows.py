"""Rows of values as CSV; a cell that a spreadsheet would take for a formula stays text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from resdiff.render.views.characters import visible

_FORMULA = frozenset("=+-@＝＋－＠")


def cell(value: object) -> str:
    """A value as a cell: no formula, no control character that acts."""
    if value is None or isinstance(value, int | float):
        return "" if value is None else str(int(value)) if isinstance(value, bool) else str(value)
    text = str(value)
    return f"'{visible(text)}" if text.lstrip()[:1] in _FORMULA and text.strip() else visible(text)


def csv_rows(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The rows below their column names, each a line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in chain((columns,), rows):
        writer.writerow([cell(value) for value in row])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
