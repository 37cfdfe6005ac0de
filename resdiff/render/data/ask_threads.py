"""Asks through time as data: the schema resdiff/ask-threads/1, and CSV, a row an ask and version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from resdiff.core.compare.ask_aspects import Aspect
from resdiff.core.history.ask_threads import AskEnd, AskFate, AskStep, AskThread, LineageAsks
from resdiff.core.model import Resolution
from resdiff.render.data.ask_documents import AskDocument
from resdiff.render.data.asks import ASK_COLUMNS, ask_cells, ask_document
from resdiff.render.data.documents import Ordinal
from resdiff.render.data.encoding import json_lines
from resdiff.render.views.csv_rows import csv_rows
from resdiff.render.views.labels import version_label
from resdiff.version import __version__


class AskVersionDocument(Struct, frozen=True):
    """A text of the lineage."""

    label: str
    symbol: str | None
    date: str | None


class AskStepDocument(Struct, frozen=True):
    """An ask as it stands in a version."""

    version: int
    """The place of the version, from 0."""
    fate: AskFate
    aspects: tuple[Aspect, ...]
    answered_in: str | None
    """The paragraph of the next version that takes note of what it asked for."""
    restated_in: str | None
    """Where it is gone: the paragraph of a later version in which its words stand."""
    restated_version: int | None
    """The place of that version."""
    ask: AskDocument


class AskThreadDocument(Struct, frozen=True):
    """An ask through the versions that have it."""

    number: Ordinal
    end: AskEnd
    steps: tuple[AskStepDocument, ...]


class LineageAsksDocument(Struct, frozen=True):
    """The asks of a lineage."""

    lineage: str
    versions: tuple[AskVersionDocument, ...]
    asks: tuple[AskThreadDocument, ...]


class AskThreadsDocument(Struct, frozen=True, tag_field="schema", tag="resdiff/ask-threads/1"):
    """Asks through time, of one lineage or of all."""

    resdiff: str
    lineages: tuple[LineageAsksDocument, ...]


def ask_threads_json(rows: Sequence[LineageAsks]) -> Iterator[str]:
    """The asks of lineages as JSON, in pieces."""
    return json_lines(AskThreadsDocument(resdiff=__version__, lineages=tuple(map(_lineage, rows))))


def _lineage(asks: LineageAsks) -> LineageAsksDocument:
    return LineageAsksDocument(
        lineage=asks.lineage,
        versions=tuple(
            AskVersionDocument(version_label(text), text.masthead.symbol, text.masthead.date)
            for text in asks.texts
        ),
        asks=tuple(
            AskThreadDocument(
                number=number,
                end=thread.end,
                steps=tuple(_step(step, asks.texts[step.version]) for step in thread.steps),
            )
            for number, thread in enumerate(asks.threads, start=1)
        ),
    )


def _step(step: AskStep, text: Resolution) -> AskStepDocument:
    return AskStepDocument(
        version=step.version,
        fate=step.fate,
        aspects=step.aspects,
        answered_in=step.answered_in,
        restated_in=step.restated_in,
        restated_version=step.restated_version,
        ask=ask_document(step.ask, text),
    )


_COLUMNS = (
    "lineage",
    "ask",
    "end",
    "version",
    "symbol",
    "date",
    "organ",
    "fate",
    "aspects",
    "answered_in",
    "restated_in",
    "restated_version",
    *ASK_COLUMNS,
)


def ask_threads_csv(rows: Sequence[LineageAsks]) -> Iterator[str]:
    """The asks of lineages as CSV: a row for each ask in each version that has it."""
    return csv_rows(
        _COLUMNS,
        (
            _cells(asks, number, thread, step)
            for asks in rows
            for number, thread in enumerate(asks.threads, start=1)
            for step in thread.steps
        ),
    )


def _cells(asks: LineageAsks, number: int, thread: AskThread, step: AskStep) -> tuple[object, ...]:
    text = asks.texts[step.version]
    head = text.masthead
    life = (asks.lineage, number, thread.end, version_label(text), head.symbol, head.date, head.organ)
    later = version_label(asks.texts[step.restated_version]) if step.restated_version is not None else None
    fate = (step.fate, "; ".join(step.aspects), step.answered_in, step.restated_in, later)
    return (*life, *fate, *ask_cells(ask_document(step.ask, text)))
