"""CSV, one row a change, paragraph or verb; a cell that a spreadsheet would take for a formula stays text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.compare import Comparison
from resdiff.core.compare.rows import CHANGE_COLUMNS
from resdiff.core.history import History, Thread
from resdiff.core.model import Resolution
from resdiff.core.verbs import OperativeVerb
from resdiff.render.views.csv_rows import csv_rows
from resdiff.render.views.history import history_table

PARAGRAPH_COLUMNS = ("id", "part", "label", "level", "parent", "line", "verbs", "text")
VERB_COLUMNS = (
    "paragraph",
    "part",
    "phrase",
    "lemma",
    "kind",
    "scale",
    "strength",
    "inner",
    "modifiers",
    "ordering",
)


def comparison_csv(comparison: Comparison) -> Iterator[str]:
    """A comparison as CSV, in pieces."""
    yield from csv_rows(CHANGE_COLUMNS, (tuple(row.values()) for row in comparison.to_rows()))


def resolution_csv(resolution: Resolution, verbs: Sequence[Sequence[OperativeVerb]] | None) -> Iterator[str]:
    """One text as CSV, a row a paragraph."""
    rows = (
        (
            p.id,
            p.part,
            p.label,
            p.level,
            p.parent,
            p.line,
            "; ".join(v.phrase for v in verbs[k]) if verbs is not None else None,
            p.text,
        )
        for k, p in enumerate(resolution.paragraphs)
    )
    yield from csv_rows(PARAGRAPH_COLUMNS, rows)


def verbs_csv(resolution: Resolution, verbs: Sequence[Sequence[OperativeVerb]]) -> Iterator[str]:
    """The verbs of a text as CSV, a row a verb."""
    rows = (
        (
            paragraph.id,
            paragraph.part,
            verb.phrase,
            verb.sense.lemma,
            verb.sense.kind,
            verb.sense.scale,
            verb.sense.strength,
            int(verb.inner),
            "; ".join(verb.sense.modifiers),
            "; ".join(verb.sense.ordering),
        )
        for paragraph, its_verbs in zip(resolution.paragraphs, verbs, strict=True)
        for verb in its_verbs
    )
    yield from csv_rows(VERB_COLUMNS, rows)


def history_csv(history: History, threads: Sequence[Thread]) -> Iterator[str]:
    """The table as CSV, with the fates as words."""
    rows = history_table(history, threads)
    yield from csv_rows(next(rows), rows)
