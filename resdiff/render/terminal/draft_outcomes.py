"""What became of a draft's proposals, as text that shows the words that changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from resdiff.core.compare import Change, Comparison
from resdiff.core.history.concessions import Concession
from resdiff.core.model import Resolution
from resdiff.render.terminal.edits import edit_runs
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, wrap
from resdiff.render.views.characters import visible
from resdiff.render.views.draft_outcomes import _reading, texts_by_name
from resdiff.render.views.labels import names
from resdiff.render.views.style import SHIFT_SIGNS, StyleName

_AT_ADOPTION = ("changed", "softened", "strengthened", "new")
"""Outcomes of which the words that adoption changed are told; of others those that the draft proposed."""


def concession_text(
    outcomes: Sequence[Concession], proposed: Comparison, adopted: Comparison, width: int, is_coloured: bool
) -> Iterator[str]:
    """The three texts; each outcome with its paragraphs, the words that went and came, and the verbs.

    Then how many there are of each.
    """
    paint = Paint(colour=is_coloured)
    for name, text in texts_by_name(proposed, adopted):
        yield from (
            f"{line}\n" for line in wrap([("strong", f"{name}: "), ("", visible(text))], width, paint)
        )
    yield "\n"
    texts = (proposed.base, proposed.revised, adopted.revised)
    for concession in outcomes:
        comparison = adopted if concession.outcome in _AT_ADOPTION else proposed
        changes = _changes_of(concession, comparison)
        yield from (
            f"{line}\n" for line in wrap([("strong", visible(_heading(concession, texts)))], width, paint)
        )
        for change in changes:
            yield from (
                f"    {line}\n"
                for line in wrap(_runs(change, comparison, is_coloured), max(width - 4, 10), paint)
            )
            yield from (f"    {paint(line, style)}\n" for style, line in _verbs(change))
        yield "\n"
    counts = Counter(concession.outcome for concession in outcomes)
    yield (
        ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
        or "the draft proposed nothing, and nothing is new"
    ) + "\n"


def _changes_of(concession: Concession, comparison: Comparison) -> list[Change]:
    """The changes of a comparison that an outcome is about: those of the draft's paragraphs, or of what
    stands in the other text alone.
    """
    if concession.outcome in _AT_ADOPTION:
        sides = {j: change for change in comparison.changes for j in change.base}
        others = {j: change for change in comparison.changes if not change.base for j in change.revised}
        places = concession.adopted
    else:
        sides = {j: change for change in comparison.changes for j in change.revised}
        others = {i: change for change in comparison.changes if not change.revised for i in change.base}
        places = concession.base
    changes = [sides[j] for j in concession.draft] or [others[place] for place in places]
    return list(dict.fromkeys(changes))


def _heading(outcome: Concession, texts: tuple[Resolution, Resolution, Resolution]) -> str:
    """An outcome with what was proposed and the ids in the three texts, as far as there are any."""
    places = zip(
        ("last year", "draft", "adopted"), (outcome.base, outcome.draft, outcome.adopted), texts, strict=True
    )
    ids = [f"{name} {names(numbers, text.paragraphs)}" for name, numbers, text in places if numbers]
    what = (
        f"{outcome.proposal} by the draft"
        if outcome.proposal
        else f"{outcome.at_adoption} at adoption, not proposed"
    )
    return f"{outcome.outcome}: {what} ({' → '.join(ids)})"


def _runs(change: Change, comparison: Comparison, is_coloured: bool) -> list[StyledRun]:
    if change.edits and change.kind != "unchanged":
        return [*edit_runs(change.shown_edits, is_coloured)]
    side, places = (comparison.revised, change.revised) if change.revised else (comparison.base, change.base)
    style: StyleName = "insert" if change.kind == "added" else "delete" if change.kind == "dropped" else ""
    return [(style, visible(_reading(places, side) or ""))]


def _verbs(change: Change) -> Iterator[StyledRun]:
    """The verbs that came, went or shifted, each a line."""
    for shift in change.verbs:
        word = shift.outcome
        if word not in ("kept", "equal"):
            phrases = " → ".join(
                f"'{visible(verb.phrase)}'" for verb in (shift.base, shift.revised) if verb is not None
            )
            yield word, f"{SHIFT_SIGNS[word]} {phrases} {word}"
