"""CSV, one row a change, paragraph or verb; a cell that a spreadsheet would take for a formula stays text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from resdiff.core.compare import Comparison
from resdiff.core.compare.rows import COLUMNS, matter_rows, rows_of
from resdiff.core.model import Resolution
from resdiff.core.verbs import OperativeVerb
from resdiff.render.palette import visible

_FORMULA = frozenset("=+-@＝＋－＠")

PARAGRAPH_COLUMNS = ("id", "part", "label", "level", "parent", "line", "verbs", "text")
VERB_COLUMNS = ("paragraph", "part", "phrase", "lemma", "kind", "scale", "strength", "inner", "modifiers", "ordering")


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


def comparison_csv(comparison: Comparison) -> Iterator[str]:
    """A comparison as CSV, in pieces."""
    rows = rows_of(comparison.base, comparison.revised, comparison.changes)
    matter = matter_rows(comparison.matter_changes, comparison.changed_sides)
    yield from csv_rows(COLUMNS, (tuple(row.values()) for row in chain(rows, matter)))


def resolution_csv(resolution: Resolution, verbs: Sequence[Sequence[OperativeVerb]] | None) -> Iterator[str]:
    """One text as CSV, a row a paragraph."""
    rows = (
        (p.id, p.part, p.label, p.level, p.parent, p.line, "; ".join(v.phrase for v in verbs[k]) if verbs is not None else None, p.text)
        for k, p in enumerate(resolution.paragraphs)
    )
    yield from csv_rows(PARAGRAPH_COLUMNS, rows)


def verbs_csv(resolution: Resolution, verbs: Sequence[Sequence[OperativeVerb]]) -> Iterator[str]:
    """The verbs of a text as CSV, a row a verb."""
    rows = (
        (
            paragraph.id, paragraph.part, verb.phrase, verb.sense.lemma, verb.sense.kind, verb.sense.scale, verb.sense.strength,
            int(verb.inner), "; ".join(verb.sense.modifiers), "; ".join(verb.sense.ordering),
        )
        for paragraph, found in zip(resolution.paragraphs, verbs, strict=True)
        for verb in found
    )  # fmt: skip
    yield from csv_rows(VERB_COLUMNS, rows)
