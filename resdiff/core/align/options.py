"""The thresholds of the aligner, each with its meaning, range and default."""

from __future__ import annotations

from msgspec import Struct


class AlignOptions(Struct, frozen=True, kw_only=True):
    """Similarities are shares of words in common, from 0 (none) to 1 (all, in the same order)."""

    least: float = 0.3
    """Least share of words in common, in order, for two paragraphs to be considered at all. 0 to 1."""
    place: float = 0.36
    """Least similarity of two paragraphs that stand at the same place between two that correspond. 0 to 1."""
    moved: float = 0.55
    """Least similarity of two paragraphs that stand at different places.

    0 to 1; a false move is worse than a missed one.
    """
    margin: float = 0.05
    """How much better than the next best candidate a move must be. 0 to 1."""
    lone: float = 0.45
    """Least similarity of a move that no other candidate of either side comes near. 0 to 1."""
    lead: float = 0.2
    """How far behind the next best candidate of such a move must be. 0 to 1."""
    weak: float = 0.5
    """Below this similarity a link at the same place may yield to a better one elsewhere. 0 to 1."""
    better: float = 0.2
    """How much better than a weak link the one elsewhere must be. 0 to 1."""
    words: int = 8
    """Least number of words of a paragraph that may be told as moved and edited. 0 or more."""
    across: float = 0.6
    """Least similarity of a preambular with an operative paragraph. 0 to 1."""
    rare: int = 12
    """A word pair is evidence for a move where at most this many paragraphs of either side have it.

    1 or more.
    """
    joined: float = 0.03
    """How much similarity a neighbour must add for a paragraph to be told as split or merged. 0 to 1."""
    share: float = 0.5
    """Least share of its words that a part of a split or merged paragraph must find in the whole. 0 to 1."""
    contained: float = 0.9
    """Least share of its words, also by weight, that a paragraph which grew or shrank has in common with the
    longer one. 0 to 1.
    """
    alone: float = 0.78
    """The same in order, where no other paragraph stands between those before and behind them, which
    correspond. 0 to 1.
    """
    alone_weight: float = 0.6
    """The same by weight. 0 to 1."""
    elsewhere: float = 0.75
    """Least share of words in common for a paragraph that went from the text to an annex, or back. 0 to 1."""
    rest: float = 0.7
    """Least share of what a match leaves of a paragraph that another part of it must have. 0 to 1."""
    gap: int = 250_000
    """Most pairs of paragraphs compared between two anchors; larger gaps are first parted by evidence.

    1 or more.
    """
