"""Agreed language in words, as every medium shows it."""

from __future__ import annotations

from collections.abc import Sequence

from resdiff.core.precedents.values import ParagraphPrecedents, Precedent, Standing
from resdiff.core.wording import counted
from resdiff.render.views.votes import tally


def standing_words(standing: Standing) -> str:
    """A paragraph of the store: its symbol or reference, whether it is a draft, date and vote."""
    vote = f"vote {tally(standing.vote)}" if standing.vote is not None else None
    name = standing.symbol or f"{standing.lineage}@{standing.version}"
    stage = standing.stage if standing.stage != "adopted" else None
    parts = (f"{name} {standing.paragraph}", stage, standing.date, vote)
    return ", ".join(part for part in parts if part)


def precedent_words(precedent: Precedent) -> str:
    """Where a wording stands, how near it is, and whether it is current."""
    last, first = precedent.standings[0], precedent.standings[-1]
    is_current = any(standing.current for standing in precedent.standings)
    state = "current" if is_current else f"last in {last.date or last.version}"
    since = f", since {first.date or first.version}" if len(precedent.standings) > 1 else ""
    return (
        f"{round(100 * precedent.similarity)}%  {standing_words(last)}, {state}{since}"
        f" ({counted(len(precedent.standings), 'version')})"
    )


def agreed_words(rows: Sequence[ParagraphPrecedents]) -> str:
    """How much of a text is agreed language."""
    total = sum(run.words for row in rows for run in row.runs)
    new = sum(row.new_words for row in rows)
    share = round(100 * (total - new) / total) if total else 0
    paragraphs = sum(row.new_words > 0 for row in rows)
    return (
        f"{share}% of {counted(total, 'word')} stand in runs of six words and more in the store;"
        f" {counted(new, 'word')} in {counted(paragraphs, 'paragraph')} are new"
    )
