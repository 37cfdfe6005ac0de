"""What is said below a change, in every medium: what was carried over, and what altered its force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from resdiff.core.compare import Change, Comparison
from resdiff.core.compare.proposals import Proposal, proposals_of
from resdiff.core.compare.signals import Signal
from resdiff.core.tokens import matching_words
from resdiff.core.verbs import VerbShift

NOTHING = "–"
"""What stands where a text has nothing to show."""
_SHOWN = 6
"""Words of either end of a run that are shown."""


def elsewhere_of(shift: VerbShift) -> tuple[int | None, int | None]:
    """Where else a verb stands: the places (from 0) of a paragraph of the base and of the revised text."""
    if shift.elsewhere == "base":
        return shift.base_paragraph, None
    if shift.elsewhere == "revised":
        return None, shift.revised_paragraph
    if shift.change == "added":
        return shift.stands_in, None
    return None, shift.stands_in


def carried_lines(change: Change, comparison: Comparison) -> Iterator[str]:
    """For each run and verb that went elsewhere or came from there a line: 'carried over to OP8: ...'."""
    base, revised = comparison.base.paragraphs, comparison.revised.paragraphs
    for run in change.carried:
        if run.to is not None:
            yield f"carried over to {revised[run.to].id}: '{ends_of_run(run.text)}'"
        elif run.came_from is not None:
            yield f"carried over from {base[run.came_from].id}: '{ends_of_run(run.text)}'"
    for shift in change.verbs:
        came, went = elsewhere_of(shift)
        verb = shift.base if went is not None else shift.revised
        if verb is None or shift.change == "replaced" or (came is None and went is None):
            continue
        place = revised[went].id if went is not None else base[came or 0].id
        if shift.elsewhere is None:
            yield f"'{verb.phrase}' also stands in {place}"
        else:
            yield f"'{verb.phrase}' {'went to' if went is not None else 'came from'} {place}"


def signal_values(signals: Iterable[Signal]) -> Iterator[tuple[str, str, str]]:
    """For each signal its name and what stands in either text; hedges are left out, which views list by
    themselves.
    """
    for signal in signals:
        if signal.kind not in ("hedged", "unhedged"):
            yield signal.kind, signal.base or NOTHING, signal.revised or NOTHING


def notes_by_change(comparison: Comparison) -> dict[int, list[str]]:
    """For each change of the comparison that has them, by its `id()`, the lines that stand below it."""
    notes: dict[int, list[str]] = {}
    for change, signals in zip(comparison.changes, comparison.signals(), strict=True):
        lines = list(carried_lines(change, comparison))
        lines += [f"{name}: {old} → {new}" for name, old, new in signal_values(signals)]
        lines += proposal_lines(change, comparison)
        if lines:
            notes[id(change)] = lines
    return notes


def proposal_lines(change: Change, comparison: Comparison) -> Iterator[str]:
    """For each author of tracked changes a line, 'proposed by Ada Moor: - yearly, + biennially': without
    the words where they are all that changed.
    """
    words: dict[str, list[str]] = {}
    proposals = proposals_of(change, comparison)
    for proposal in proposals:
        sign = "+" if proposal.kind == "insert" else "-"
        words.setdefault(proposal.by, []).append(f"{sign} {ends_of_run(proposal.text)}")
    for author, its_words in words.items():
        shown = its_words if len(words) > 1 or not _are_all(proposals, change) else ()
        yield f"proposed by {author}{': ' if shown else ''}{', '.join(shown)}"


def _are_all(proposals: Sequence[Proposal], change: Change) -> bool:
    """Whether nothing else changed in a paragraph than what was proposed, as far as words go."""
    proposed = Counter(word for one in proposals for word in matching_words(one.text))
    changed = Counter(
        word for edit in change.edits if edit.kind != "equal" for word in matching_words(edit.text)
    )
    return not (change.base and change.revised) or not changed - proposed


def proposers(authors: Sequence[str]) -> str:
    """Who proposed what changed beside the paragraphs; '' where nobody is named."""
    return f"proposed by {', '.join(authors)}" if authors else ""


def ends_of_run(text: str) -> str:
    """The first and the last words of a long run."""
    words = text.split()
    if len(words) <= 2 * _SHOWN:
        return " ".join(words)
    return f"{' '.join(words[:_SHOWN])} … {' '.join(words[-_SHOWN:])}"
