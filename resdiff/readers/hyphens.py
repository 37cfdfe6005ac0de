"""Hyphens at line ends: part of the word ('Secretary-/General'), or put there to break it
('coopera-/tion').
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from resdiff.core.languages import english

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"-([^\W\d_]+(?:-[^\W\d_]+)*)")
"""The compound before a hyphen at the end of a line, matched on the reversed line so that it is tried at
one place only.
"""
_MANY = 0.04
"""A text with more than this share of lines ending in a hyphen breaks its words at line ends."""


class Hyphens:
    """Knows the words of a text, and whether it breaks them at line ends."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words = {
            word.casefold() for before, line in pairwise(["", *lines]) for word in _whole_words(before, line)
        }
        broken = sum(one.endswith("-") and two[:1].islower() for one, two in pairwise(lines))
        self._breaks = broken > _MANY * len(lines)

    def is_broken(self, one: str, two: str) -> bool:
        """Whether the hyphen at the end of a line only breaks the word that goes on in the next line.

        What the text itself shows elsewhere decides: the whole or the compound, or that neither half is a
        word; else whether many of its lines end so.
        """
        backwards, head = _TAIL.match(one[::-1]), _HEAD.match(two)
        if backwards is None or head is None or not two[0].islower():
            return False
        tail = backwards[1][::-1]
        whole, compound = f"{tail}{head[0]}".casefold(), f"{tail}-{head[0]}".casefold()
        if compound in self._words:
            return False
        is_known = whole in self._words
        opens = tail.casefold() in (english.TENS if self._breaks else english.OPENS_COMPOUND)
        if opens and not is_known:
            return False
        is_neither = self._words.isdisjoint((tail.casefold(), head[0].casefold()))
        return is_known or is_neither or self._breaks


def _whole_words(before: str, line: str) -> list[str]:
    """The words of a line but for those that a hyphen at the end of it, or of the line before, may break."""
    words: list[str] = _WORD.findall(line)
    if before.endswith("-"):
        words = words[1:]
    return words[:-1] if line.endswith("-") else words
