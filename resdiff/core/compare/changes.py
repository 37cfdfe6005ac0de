"""What happened to each paragraph."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from resdiff.core.compare.reasons import Reason
from resdiff.core.verbs import VerbShift
from resdiff.core.worddiff import Edit, shown_edits

ChangeKind = Literal["unchanged", "edited", "added", "dropped", "split", "merged"]

OutsideKind = Literal["masthead", "title", "sponsors", "organ", "adoption", "vote", "furniture"]
"""Lines outside the paragraphs that are compared as lines."""
MatterChangeKind = Literal[
    "title", "sponsors", "footnote", "masthead", "organ", "adoption", "vote", "furniture"
]

ChangeRow = dict[str, str | int | float | bool | None]
"""A change as plain values by column, for a data frame or CSV."""

KINDS: tuple[ChangeKind, ...] = ("unchanged", "edited", "added", "dropped", "split", "merged")


class HedgeChange(Struct, frozen=True, kw_only=True):
    """A hedge that came or went."""

    change: Literal["added", "dropped"]
    phrase: str


class Carried(Struct, frozen=True, kw_only=True):
    """A run of words that stands at another place of the other text; one of the two places is given."""

    text: str
    came_from: int | None = None
    """The place (from 0) of its paragraph in the base text."""
    to: int | None = None
    """The place of its paragraph in the revised text."""


class Change(Struct, frozen=True, kw_only=True):
    """One paragraph's fate; a split has one base paragraph and several revised ones, a merge the reverse."""

    kind: ChangeKind
    base: tuple[int, ...]
    """Places (from 0) in the base text."""
    revised: tuple[int, ...]
    moved: bool = False
    renumbered: bool = False
    similarity: float | None = None
    """The share of words in common, 0 to 1; None where nothing corresponds."""
    confidence: float | None = None
    edits: tuple[Edit, ...] = ()
    """The word changes, over the joined text in a split or merge; none where the readings are the same."""
    verbs: tuple[VerbShift, ...] = ()
    hedges: tuple[HedgeChange, ...] = ()
    reasons: tuple[Reason, ...] = ()
    """Why, the weightiest first."""
    carried: tuple[Carried, ...] = ()
    """Runs of words that went from it to another place, or came to it from there."""
    by_hand: bool = False
    """Whether its paragraphs were linked by hand, or one of them was kept from being linked."""

    @property
    def shown_edits(self) -> tuple[Edit, ...]:
        """The word changes as views show them: a word or two that stay between two changes are shown as
        changed with them.
        """
        return shown_edits(self.edits)

    @property
    def counts(self) -> bool:
        """Whether the two texts differ here; a new number alone counts as a difference."""
        return self.kind != "unchanged" or self.moved or self.renumbered

    @property
    def is_quiet(self) -> bool:
        """Whether a reader can skip it: quiet paragraphs are folded in views, those with only a new number
        included.
        """
        return self.kind == "unchanged" and not self.moved and not self.by_hand

    @property
    def verb_changes(self) -> tuple[VerbShift, ...]:
        """The verbs that came, went or shifted; those that went elsewhere and stayed what they were are
        none.
        """
        return tuple(shift for shift in self.verbs if shift.change != "kept")


class MatterChange(Struct, frozen=True, kw_only=True):
    """A change outside the paragraphs: of title, sponsors, a footnote, or a line above or below the text."""

    kind: MatterChangeKind
    base: str | None
    revised: str | None
    paragraph: str | None = None
    """Of a footnote: the id of the paragraph it hangs on, in the revised text where it has one."""
    counts: bool = True
    """Whether the two texts differ by it; False for what moves from text to text, and for what only one of
    them has because of its stage. Two readings of one document differ by all that was changed in it.
    """
    by: tuple[str, ...] = ()
    """Who proposed it by tracked changes."""


class SideChange(Struct, frozen=True, kw_only=True):
    """A voter who changed sides; a side is in_favour, against or abstaining."""

    name: str
    base: str
    revised: str


class Summary(Struct, frozen=True, kw_only=True):
    """How many changes of each kind and flag."""

    unchanged: int = 0
    edited: int = 0
    added: int = 0
    dropped: int = 0
    split: int = 0
    merged: int = 0
    moved: int = 0
    renumbered: int = 0
