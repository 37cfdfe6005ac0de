"""The catalogue: every table by its name."""

from __future__ import annotations

from typing import Any

from resdiff.core.errors import UsageError
from resdiff.render.row_files import SCHEMA
from resdiff.workspace.rows.columns import Column, Row, Table
from resdiff.workspace.rows.step_tables import STEP_TABLES
from resdiff.workspace.rows.text_tables import TEXT_TABLES

_JSON_TYPES = {"text": "string", "integer": "integer", "number": "number", "boolean": "boolean"}
FAILURES = Table(
    "failures",
    "a file or step that is left out",
    {"message": Column("text", "why it could not be read or compared")},
)
TABLES = {table.name: table for table in (*TEXT_TABLES, *STEP_TABLES, FAILURES)}
"""The tables by name."""


def table_named(name: str) -> Table:
    """A table. Raises UsageError where there is none of the name."""
    if name not in TABLES:
        raise UsageError(f"there is no table '{name}'", f"the tables are {', '.join(TABLES)}")
    return TABLES[name]


def codebook(table: Table) -> list[Row]:
    """The columns of a table, their types and what stands in them."""
    return [
        {"column": name, "type": column.kind, "text": column.what} for name, column in table.columns.items()
    ]


def rows_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the rows of every table."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "oneOf": [_schema_of(table) for table in TABLES.values()],
    }


def _schema_of(table: Table) -> dict[str, Any]:
    properties = {
        name: {"type": [_JSON_TYPES[column.kind], "null"], "description": column.what}
        for name, column in table.columns.items()
    }
    row = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "description": f"a row is {table.row}",
        "properties": {
            "schema": {"const": SCHEMA},
            "table": {"const": table.name},
            "rows": {"type": "array", "items": row},
        },
        "required": ["schema", "table", "rows"],
    }
