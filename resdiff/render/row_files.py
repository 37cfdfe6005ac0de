"""Rows of a named table as files of data: JSON with its schema, CSV, an Excel workbook, Parquet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from io import BytesIO
from itertools import islice
from typing import Any

from resdiff.core.errors import InputError, UsageError
from resdiff.render.data.encoding import without_acting
from resdiff.render.tables import text_table
from resdiff.render.views.csv_rows import csv_rows

SCHEMA = "resdiff/rows/1"
RowsOfTable = Iterable[Mapping[str, object]]
_CELL, _ROWS = 32_767, 1_048_576
"""Characters of a cell and rows of a sheet at most (Excel specifications and limits)."""
_BATCH = 1_000
"""Rows that are held at once for a group of a Parquet file."""
_EPOCH = (2000, 1, 1)
"""The date of every workbook: the same rows give the same bytes."""


def rows_text(
    table: str, kinds: Mapping[str, str], rows: RowsOfTable, *, width: int = 0, is_coloured: bool = False
) -> Iterator[str]:
    """The rows as aligned text."""
    yield from text_table(list(rows), width=width, is_coloured=is_coloured)


def rows_json(table: str, kinds: Mapping[str, str], rows: RowsOfTable) -> Iterator[str]:
    """The rows as JSON, a line each, in an object that names its schema and the table."""
    yield f'{{"schema": "{SCHEMA}", "table": {json.dumps(table)}, "rows": ['
    gap = "\n"
    for row in rows:
        yield gap + without_acting(json.dumps(dict(row), ensure_ascii=False))
        gap = ",\n"
    yield "\n]}\n"


def rows_csv(table: str, kinds: Mapping[str, str], rows: RowsOfTable) -> Iterator[str]:
    """The rows as CSV below the names of the columns."""
    yield from csv_rows(list(kinds), ([row[name] for name in kinds] for row in rows))


def rows_parquet(table: str, kinds: Mapping[str, str], rows: RowsOfTable) -> bytes:
    """The rows as Parquet, each column of its type. Raises UsageError where pyarrow is not installed."""
    arrow, parquet = _data_library("pyarrow"), _data_library("pyarrow.parquet")
    types = {"text": arrow.string(), "integer": arrow.int64(), "number": arrow.float64()}
    schema = arrow.schema([(name, types.get(kind, arrow.bool_())) for name, kind in kinds.items()])
    arrow.set_memory_pool(arrow.system_memory_pool())
    out = BytesIO()
    with parquet.ParquetWriter(out, schema) as writer:
        left = iter(rows)
        while batch := [dict(row) for row in islice(left, _BATCH)]:
            writer.write_table(arrow.Table.from_pylist(batch, schema=schema))
    return out.getvalue()


def rows_xlsx(table: str, kinds: Mapping[str, str], rows: RowsOfTable) -> bytes:
    """The rows as a workbook of one sheet; text is never a formula or a link.

    Raises UsageError where xlsxwriter is not installed, InputError for more rows than a sheet has.
    """
    xlsx = _data_library("xlsxwriter")
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsx.Workbook(out, options) as book:
        from datetime import datetime

        book.set_properties({"title": table, "created": datetime(*_EPOCH)})
        sheet = book.add_worksheet(table[:31])
        sheet.write_row(0, 0, list(kinds))
        sheet.freeze_panes(1, 0)
        last = 0
        for last, row in enumerate(rows, 1):
            if last >= _ROWS:
                raise InputError(
                    f"the table has more than {_ROWS - 1} rows, which is what a sheet holds",
                    "write .csv or .parquet, or name fewer texts",
                )
            for column, name in enumerate(kinds):
                value = row[name]
                if value is not None:
                    sheet.write(last, column, _cut(value) if isinstance(value, str) else value)
        sheet.autofilter(0, 0, last, len(kinds) - 1)
    return out.getvalue()


def _cut(text: str) -> str:
    """A text that a cell holds; where it is cut it says so."""
    if len(text) <= _CELL:
        return text
    mark = f"… [cut, {len(text)} characters]"
    return text[: _CELL - len(mark)] + mark


def _data_library(name: str) -> Any:
    """A library of the extra 'data'. Raises UsageError where it is not installed."""
    try:
        return import_module(name)
    except ImportError:
        raise UsageError(
            f"{name.partition('.')[0]} is not installed, which writes such files",
            "pip install 'resdiff[data]', or write .csv or .json",
        ) from None
