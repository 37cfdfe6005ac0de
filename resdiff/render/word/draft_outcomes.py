"""What became of a draft as a Word document: what came underlined, what went struck through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.compare import Change, Comparison
from resdiff.core.history.concessions import DraftOutcome
from resdiff.core.worddiff import Edit
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
from resdiff.render.word.lines import LOOK_OF_EDIT, styled_paragraph, styled_run
from resdiff.render.word.parts import parts_with, zipped


def draft_outcome_docx(outcome: DraftOutcome) -> bytes:
    """The bytes of the document."""
    return zipped(parts_with("\n".join(_paragraphs(outcome)), ()))


def _paragraphs(outcome: DraftOutcome) -> Iterator[str]:
    yield styled_paragraph("Title", styled_run(f"{title_of(outcome.texts[1])}: what became of the draft"))
    for name, text in texts_by_name(outcome):
        yield styled_paragraph("Masthead", styled_run(f"{name}: ", "strong") + styled_run(text))
    yield styled_paragraph("Level1", styled_run(f"{tally_words(outcome)}."))
    for word in outcome.tally:
        yield styled_paragraph("Heading", styled_run(TITLES[word]))
        for concession in outcome.with_outcome(word):
            yield styled_paragraph("Masthead", styled_run(concession_heading(concession, outcome), "strong"))
            comparison, changes = changes_shown(concession, outcome)
            yield from (styled_paragraph("Level1", _words(change, comparison)) for change in changes)
            for line in proposed_lines(concession, outcome):
                yield styled_paragraph("Masthead", styled_run(line))
    beside = list(_beside(outcome))
    if beside:
        yield styled_paragraph("Heading", styled_run(BESIDE_TITLE))
        yield from beside


def _beside(outcome: DraftOutcome) -> Iterator[str]:
    """What became of title, footnotes and moves."""
    for heading, edits in beside_lines(outcome):
        yield styled_paragraph("Masthead", styled_run(heading, "strong"))
        if edits:
            yield styled_paragraph("Level1", _edited(edits))


def _edited(edits: Sequence[Edit]) -> str:
    return "".join(styled_run(edit.text, LOOK_OF_EDIT.get(edit.kind, "")) for edit in edits)


def _words(change: Change, comparison: Comparison) -> str:
    if change.edits and change.kind != "unchanged":
        return _edited(change.shown_edits)
    side = comparison.revised if change.revised else comparison.base
    return styled_run(reading_at(change.revised or change.base, side) or "")
