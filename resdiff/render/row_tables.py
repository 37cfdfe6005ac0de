"""Rows of a named table, written one by one: JSON with its schema, CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from resdiff.render.data.encoding import without_acting
from resdiff.render.views.csv_rows import csv_rows

SCHEMA = "resdiff/rows/1"


def rows_json(table: str, rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """The rows as JSON, a line each, in an object that names its schema and the table."""
    yield f'{{"schema": "{SCHEMA}", "table": {json.dumps(table)}, "rows": ['
    gap = "\n"
    for row in rows:
        yield gap + without_acting(json.dumps(dict(row), ensure_ascii=False))
        gap = ",\n"
    yield "\n]}\n"


def rows_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """The rows as CSV below the names of the columns."""
    yield from csv_rows(list(columns), ([row[name] for name in columns] for row in rows))
