"""What a table is: its columns with their types, and the function that makes its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from resdiff.core.compare import Comparison
from resdiff.core.model import Resolution
from resdiff.core.symbols import as_cited

Row = dict[str, object]
ColumnType = Literal["text", "integer", "number", "boolean"]
"""The type of a column; any value may be missing."""


class Column(NamedTuple):
    """A column: its type, and what stands in it, with its unit."""

    kind: ColumnType
    what: str


OF_TEXT = {
    "source": Column("text", "the file, or LINEAGE@VERSION"),
    "lineage": Column("text", "the lineage of the text; empty for a file that is named"),
    "document": Column("text", "the symbol of the text, as other texts cite it"),
    "date": Column("text", "of adoption, or of the document; YYYY-MM-DD"),
    "stage": Column("text", "draft, revised draft or adopted"),
    "language": Column("text", "ISO 639-1"),
}
"""The columns with which every table of texts begins."""
OF_STEP = {
    **OF_TEXT,
    "base_source": Column("text", "the text that it is compared with"),
    "base_document": Column("text", "the symbol of that text"),
    "base_date": Column("text", "the date of that text"),
    "base_stage": Column("text", "the stage of that text"),
}
"""Those of a table of steps: a text and the one before it. The other columns speak of the text; those of the
one before begin with 'base'.
"""
OF_FAILURE = {
    "source": OF_TEXT["source"],
    "lineage": OF_TEXT["lineage"],
}


class Table(NamedTuple):
    """A table. One of the two functions makes its rows; neither for what cannot be read."""

    name: str
    row: str
    """What a row is."""
    own_columns: dict[str, Column]
    """Those beside the first ones."""
    of_text: Callable[[Resolution], Iterator[Row]] | None = None
    of_step: Callable[[Comparison], Iterator[Row]] | None = None

    @property
    def columns(self) -> dict[str, Column]:
        """All columns in their order."""
        if self.of_text is not None:
            return OF_TEXT | self.own_columns
        return (OF_STEP if self.of_step is not None else OF_FAILURE) | self.own_columns


def rows_of_text(table: Table, text: Resolution, source: str, lineage: str | None) -> Iterator[Row]:
    """The rows of a table of texts for one text, the first columns before the others."""
    if table.of_text is not None:
        head = _head(text, source, lineage)
        yield from ({**head, **row} for row in table.of_text(text))


def rows_of_step(
    table: Table, comparison: Comparison, sources: tuple[str, str], lineage: str | None
) -> Iterator[Row]:
    """The rows of a table of steps for a comparison; `sources` name its two texts."""
    if table.of_step is not None:
        base = comparison.base.masthead
        head = {
            **_head(comparison.revised, sources[1], lineage),
            "base_source": sources[0],
            "base_document": as_cited(base.symbol) if base.symbol else None,
            "base_date": base.date,
            "base_stage": base.stage,
        }
        yield from ({**head, **row} for row in table.of_step(comparison))


def _head(text: Resolution, source: str, lineage: str | None) -> Row:
    return {
        "source": source,
        "lineage": lineage,
        "document": as_cited(text.masthead.symbol) if text.masthead.symbol else None,
        "date": text.masthead.date,
        "stage": text.masthead.stage,
        "language": text.language,
    }
