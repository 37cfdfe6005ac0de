"""The paragraphs of the other text with which a paragraph can be linked by hand."""

from __future__ import annotations

from typing import NamedTuple

from resdiff.core.align.likeness_order import by_likeness
from resdiff.core.compare import Change, Comparison


class LinkCandidate(NamedTuple):
    """A paragraph of the other text."""

    paragraph: int
    """Its place in that text."""
    change: int
    """The place of the change that holds it."""
    is_alone: bool
    """Whether it has no counterpart yet."""


def candidates(change: Change, comparison: Comparison) -> list[LinkCandidate]:
    """The paragraphs with which the first one of a change can be linked: those without a counterpart first,
    each group with most words in common first. The other text is the revised one, but for a change that the
    base text has no paragraph of.
    """
    from_base = bool(change.base)
    base, revised = comparison.base.paragraphs, comparison.revised.paragraphs
    mine, others = (base[change.base[0]], revised) if from_base else (revised[change.revised[0]], base)
    own = _places(change, not from_base)
    changes = comparison.changes
    holders = {k: place for place, c in enumerate(changes) for k in _places(c, not from_base)}
    ranked = [
        LinkCandidate(paragraph=k, change=holders[k], is_alone=not _places(changes[holders[k]], from_base))
        for k in by_likeness(mine, others)
        if k not in own
    ]
    return sorted(ranked, key=lambda candidate: not candidate.is_alone)


def _places(change: Change, in_base: bool) -> tuple[int, ...]:
    """The places of the paragraphs of a change in the base text, or in the revised one."""
    return change.base if in_base else change.revised
