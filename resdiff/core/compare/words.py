"""The words by which changes are chosen: --only and --fail-on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from resdiff.core.compare.changes import KINDS, Change
from resdiff.core.compare.reasons import REASONS
from resdiff.core.errors import UsageError

FLAGS = ("moved", "renumbered")
SHIFTS = ("added-verb", "dropped-verb", "strengthened", "weakened", "recast", "recalled", "disputed")
SignalKind = Literal["hedged", "unhedged", "negated", "modal", "addressee", "amount", "promoted", "demoted"]
"""What alters the force of a paragraph beside its verbs."""
ANSWER_WORDS: tuple[str, ...] = (
    "asks",
    "matters",
    "substance",
    "routine",
    "watched",
    *get_args(SignalKind),
)
"""An ask that came, changed or went; how much a change weighs; a watched term that came or went; and what
alters the force of a paragraph beside its verbs.
"""
MATTER = ("title", "sponsors", "vote")
CHOICES: tuple[str, ...] = (*KINDS, *FLAGS, *SHIFTS, *ANSWER_WORDS, *REASONS, *MATTER)


ANY = "any"
"""For --fail-on: whatever differs, also what does not count as a change."""


def read_choice(text: str, more: tuple[str, ...] = ()) -> frozenset[str]:
    """The words in a list such as 'added,moved'.

    Raises UsageError for a word that is neither one of CHOICES nor of `more`.
    """
    words = [word.strip() for word in text.split(",") if word.strip()]
    choices = (*CHOICES, *more)
    for word in words:
        if word not in choices:
            raise UsageError(f"unknown change '{word}'", f"use one or more of {', '.join(choices)}")
    if not words:
        raise UsageError("no change is named", f"use one or more of {', '.join(choices)}")
    return frozenset(words)


def choice_words(change: Change) -> frozenset[str]:
    """Every word that a change answers to."""
    words: set[str] = {change.kind, *change.reasons}
    if change.moved:
        words.add("moved")
    if change.renumbered:
        words.add("renumbered")
    for shift in change.verbs:
        if shift.change in ("added", "dropped"):
            words.add(f"{shift.change}-verb")
        elif shift.shift is not None:
            words.add(shift.shift)
    return frozenset(words)


def chosen(
    changes: Iterable[Change], choice: frozenset[str], further: Iterable[frozenset[str]]
) -> tuple[Change, ...]:
    """The changes that answer to one of the words; `further` are the words of each beside its own."""
    return tuple(
        change
        for change, words in zip(changes, further, strict=True)
        if not choice.isdisjoint(choice_words(change) | words)
    )
