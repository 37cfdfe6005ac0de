"""What became of a draft as a page: the tally first, then what was lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from resdiff.core.history.concessions import Concession, DraftOutcome
from resdiff.render.report.page import html_text, language_of
from resdiff.render.report.readings import edits_html
from resdiff.render.report.templating import as_markup, rendered_page
from resdiff.render.views.draft_outcomes import (
    BESIDE_TITLE,
    TITLES,
    beside_lines,
    changes_shown,
    concession_heading,
    proposed_lines,
    reading_at,
    tally_words,
    texts_by_name,
)
from resdiff.render.views.labels import title_of


class _Proposal(NamedTuple):
    heading: str
    passages: list[tuple[Markup, Markup]]
    """Attributes of the language, and the words."""
    authors: list[str]
    """Who proposed which words, and whether they were adopted."""


class _Section(NamedTuple):
    name: str
    title: str
    proposals: list[_Proposal]


def draft_outcome_html(outcome: DraftOutcome) -> Iterator[str]:
    """The page, in pieces."""
    return rendered_page(
        "draft_outcome.html",
        f"{title_of(outcome.texts[1])}: what became of the draft",
        texts=list(texts_by_name(outcome)),
        tally=tally_words(outcome),
        sections=[
            _Section(word, TITLES[word], [_proposal(one, outcome) for one in outcome.with_outcome(word)])
            for word in outcome.tally
        ]
        + _beside(outcome),
    )


def _beside(outcome: DraftOutcome) -> list[_Section]:
    """What became of title, footnotes and moves."""
    language = as_markup(language_of(outcome.texts[1]))
    proposals = [
        _Proposal(heading, [(language, as_markup(edits_html(edits)))] if edits else [], [])
        for heading, edits in beside_lines(outcome)
    ]
    return [_Section("beside", BESIDE_TITLE, proposals)] if proposals else []


def _proposal(concession: Concession, outcome: DraftOutcome) -> _Proposal:
    comparison, changes = changes_shown(concession, outcome)
    passages = []
    for change in changes:
        side = comparison.revised if change.revised else comparison.base
        plain = html_text(reading_at(change.revised or change.base, side) or "")
        words = edits_html(change.shown_edits) if change.edits and change.kind != "unchanged" else plain
        passages.append((as_markup(language_of(side)), as_markup(words)))
    return _Proposal(
        concession_heading(concession, outcome), passages, list(proposed_lines(concession, outcome))
    )
