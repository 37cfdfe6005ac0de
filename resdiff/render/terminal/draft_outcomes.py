"""What became of a draft's proposals as text: the tally, then what was lost first."""

from __future__ import annotations

from collections.abc import Iterator

from resdiff.core.compare import Change, Comparison
from resdiff.core.history.concessions import Concession, DraftOutcome
from resdiff.core.history.proposed_words import proposed_words
from resdiff.render.terminal.edits import edit_runs
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, wrap
from resdiff.render.views.characters import visible
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
from resdiff.render.views.style import SHIFT_SIGNS, StyleName


def draft_outcome_text(outcome: DraftOutcome, width: int, is_coloured: bool) -> Iterator[str]:
    """The three texts and the tally; each proposal with the words that went and came, and the verbs.

    Of what was kept the ids alone.
    """
    page = _Page(outcome, width, is_coloured)
    for name, text in texts_by_name(outcome):
        yield from page.lines([("strong", f"{name}: "), ("", visible(text))])
    yield from page.lines([("", f"{tally_words(outcome)}.")])
    for word in outcome.tally:
        yield "\n"
        yield from page.lines([("strong", f"{TITLES[word].upper()}")])
        concessions = outcome.with_outcome(word)
        if word == "kept":
            by_author = {k for k, one in enumerate(concessions) if any(proposed_words(one, outcome))}
            plain = [one for k, one in enumerate(concessions) if k not in by_author]
            headings = "; ".join(concession_heading(one, outcome) for one in plain)
            yield from page.lines([("", visible(headings))], "  ") if plain else ()
            concessions = [concessions[k] for k in sorted(by_author)]
        for concession in concessions:
            yield from page.concession(concession)
    beside = list(beside_lines(outcome))
    if beside:
        yield "\n"
        yield from page.lines([("strong", BESIDE_TITLE.upper())])
    for heading, edits in beside:
        yield from page.lines([("", visible(heading))], "  ")
        yield from page.lines([*edit_runs(edits, is_coloured)], "      ") if edits else ()


class _Page:
    """Lines of one width."""

    def __init__(self, outcome: DraftOutcome, width: int, is_coloured: bool) -> None:
        self._outcome, self._width, self._is_coloured = outcome, width, is_coloured
        self._paint = Paint(colour=is_coloured)

    def lines(self, runs: list[StyledRun], indent: str = "") -> Iterator[str]:
        """Runs of styled text, wrapped."""
        for line in wrap(runs, max(self._width - len(indent), 10), self._paint):
            yield f"{indent}{line}\n"

    def concession(self, concession: Concession) -> Iterator[str]:
        """A proposal and the words that tell what became of it."""
        yield from self.lines([("", visible(concession_heading(concession, self._outcome)))], "  ")
        comparison, changes = changes_shown(concession, self._outcome)
        for change in changes:
            yield from self.lines(self._words(change, comparison), "      ")
            for style, line in _verbs(change):
                yield from self.lines([(style, line)], "      ")
        for line in proposed_lines(concession, self._outcome):
            yield from self.lines([("faint", visible(line))], "      ")

    def _words(self, change: Change, comparison: Comparison) -> list[StyledRun]:
        if change.edits and change.kind != "unchanged":
            return [*edit_runs(change.shown_edits, self._is_coloured)]
        side = comparison.revised if change.revised else comparison.base
        style: StyleName = (
            "insert" if change.kind == "added" else "delete" if change.kind == "dropped" else ""
        )
        return [(style, visible(reading_at(change.revised or change.base, side) or ""))]


def _verbs(change: Change) -> Iterator[StyledRun]:
    """The verbs that came, went or shifted, each a line."""
    for shift in change.verb_changes:
        word = shift.outcome
        phrases = " → ".join(
            f"'{visible(verb.phrase)}'" for verb in (shift.base, shift.revised) if verb is not None
        )
        yield word, f"{SHIFT_SIGNS[word]} {phrases} {word}"
