"""What the library and the texts ask: agreed language, what became of a draft, asks through time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from resdiff.core.history.concessions import outcome_of
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress
from resdiff.render.terminal.answers import ask_answers, outcome_answers, precedent_answers
from resdiff.render.views.ask_threads import threads_head
from resdiff.render.views.draft_outcomes import tally_words, texts_by_name
from resdiff.render.views.precedents import agreed_words
from resdiff.store.search import VersionFilter
from resdiff.tui.screens.answers import Answers
from resdiff.workspace.ask_filter import AskFilter
from resdiff.workspace.asks_through_time import asks_of_lineage
from resdiff.workspace.draft_outcomes import compare_three
from resdiff.workspace.precedents import precedents_of_paragraph

_MOST = 12
"""Precedents of a paragraph that are listed at most."""


def agreed_language(
    text: Resolution, paragraph: int, store: str | None, is_coloured: bool
) -> Callable[[Progress], Answers]:
    """Where the words of a paragraph come from, by its place."""

    def find(report: Progress) -> Answers:
        row = precedents_of_paragraph(text, paragraph, store, VersionFilter(), _MOST)
        return agreed_words([row]), precedent_answers(row, is_coloured)

    return find


def draft_outcome(texts: Sequence[str], store: str | None, signs: bool) -> Callable[[Progress], Answers]:
    """What became of a draft: of that of an adopted version, or of the one between last year's text and the
    adopted one.
    """

    def find(report: Progress) -> Answers:
        outcome = outcome_of(*compare_three(texts, store))
        names = "\n".join(f"{name}: {text}" for name, text in texts_by_name(outcome))
        return f"{names}\n{tally_words(outcome)}", outcome_answers(outcome, signs)

    return find


def asks_through_time(lineage: str, store: str | None) -> Callable[[Progress], Answers]:
    """The asks of a lineage through its years."""

    def find(report: Progress) -> Answers:
        asks = asks_of_lineage(lineage, AskFilter(), None, store, report)
        return threads_head(asks), ask_answers(asks)

    return find
