"""What became of a draft as a page: the tally first, then what was lost."""

from __future__ import annotations

from collections.abc import Iterator

from resdiff.core.history.concessions import Concession, DraftOutcome
from resdiff.render.report.page import PAGE_END, html_text, language_of, page_start, section
from resdiff.render.report.readings import edits_html
from resdiff.render.views.draft_outcomes import (
    TITLES,
    changes_shown,
    concession_heading,
    reading_at,
    tally_words,
    texts_by_name,
)
from resdiff.render.views.labels import title_of


def draft_outcome_html(outcome: DraftOutcome) -> Iterator[str]:
    """The page, in pieces."""
    yield page_start(f"{title_of(outcome.texts[1])}: what became of the draft")
    for name, text in texts_by_name(outcome):
        yield f"<p><strong>{html_text(name)}:</strong> {html_text(text)}</p>\n"
    yield f'<p>{html_text(tally_words(outcome))}.</p>\n</header>\n<main id="main">\n'
    for word in outcome.tally:
        yield section(word, html_text(TITLES[word]))
        for concession in outcome.with_outcome(word):
            yield from _concession(concession, outcome)
        yield "</section>\n"
    yield "</main>\n"
    yield PAGE_END


def _concession(concession: Concession, outcome: DraftOutcome) -> Iterator[str]:
    yield f"<article>\n<h3>{html_text(concession_heading(concession, outcome))}</h3>\n"
    comparison, changes = changes_shown(concession, outcome)
    for change in changes:
        side = comparison.revised if change.revised else comparison.base
        plain = html_text(reading_at(change.revised or change.base, side) or "")
        words = edits_html(change.shown_edits) if change.edits and change.kind != "unchanged" else plain
        yield f"<p {language_of(side)}>{words}</p>\n"
    yield "</article>\n"
