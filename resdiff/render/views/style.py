"""How things look in every medium: styles, signs, ages of words, and which of several changes a map shows.

Every change has a sign beside its colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # lists of a store are drawn in these styles without the comparer
    from resdiff.core.compare import Change
    from resdiff.core.verbs import VerbOutcome

StyleName = Literal[
    "",
    "delete",
    "insert",
    "gone passage",
    "new passage",
    "added",
    "dropped",
    "edited",
    "split",
    "merged",
    "moved",
    "unchanged",
    "faint",
    "strong",
    "verb",
    "strengthened",
    "weakened",
    "recast",
    "recalled",
    "disputed",
    "equal",
    "kept",
    "found",
    "age 1",
    "age 2",
    "age 3",
    "age 4",
    "age 5",
    "age 6",
]
"""Every style that a run of text may have; '' is plain text.

Each palette (here and in the terminal interface) has all of them.
"""
SIGNS = {"unchanged": "=", "edited": "~", "added": "+", "dropped": "-", "split": "<", "merged": ">"}
"""One sign for each kind of change."""
SHIFT_SIGNS: dict[VerbOutcome, str] = {
    "added": "+",
    "dropped": "-",
    "strengthened": "▲",
    "weakened": "▼",
    "recast": "↔",
    "recalled": "↔",
    "disputed": "?",
    "equal": "≈",
    "kept": "=",
}
AGES: tuple[StyleName, ...] = ("age 1", "age 2", "age 3", "age 4", "age 5", "age 6")
"""The styles of words by age, from the oldest to the youngest."""


def ages_of(counts: Mapping[int, int], versions: int, since: int = 0) -> list[int]:
    """For each of so many versions the place in AGES of its words.

    `counts` tells how many words of a text came with which version.

    The ages go by words, not by versions, so that what makes up a text can be told apart however many
    versions came between. Versions before `since` are left out of account.
    """
    middles: dict[int, float] = {}
    before = 0
    for origin, count in sorted(counts.items()):
        if origin < since:
            continue
        middles[origin] = before + count / 2
        before += count
    first, last = min(middles.values(), default=0.0), max(middles.values(), default=0.0)
    ages, place = [], first
    for origin in range(versions):
        place = middles.get(origin, place)
        ages.append(round((place - first) / ((last - first) or 1) * (len(AGES) - 1)))
    return ages


ChangeStyle = Literal["unchanged", "edited", "added", "dropped", "split", "merged", "moved"]
STYLE_SIGNS = {**SIGNS, "moved": "^"}
"""One sign for each style."""
WEIGHTS: tuple[ChangeStyle, ...] = ("unchanged", "moved", "edited", "merged", "split", "added", "dropped")
"""The styles from the lightest to the heaviest: a mark of a map that stands for several changes shows the
heaviest.
"""


def style_of(change: Change) -> ChangeStyle:
    """The style of a change: its kind, but 'moved' for a paragraph that changed its place and not its
    words.
    """
    return "moved" if change.kind == "unchanged" and change.moved else change.kind


def sign_of(change: Change) -> str:
    """The sign of a change."""
    return STYLE_SIGNS[style_of(change)]
