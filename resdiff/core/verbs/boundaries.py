"""Where a further verb of a sentence may begin."""

from __future__ import annotations

import re

from resdiff.core.lexicon import Lexicon
from resdiff.core.tokens import WORD

LONGEST_WORD = 24
"""Characters of a word at most."""
_FARTHEST_BOUNDARY = 72
"""Characters from a boundary to the verb at most, with 'and in this regard also' between them."""
_BOUNDARY_SIGNS = frozenset((",", ";", ":", ")", ""))
"""What a word before a verb may end with; a bracket closes a letter: '(b) recommends'."""


def boundaries(text: str, last: int, heads: frozenset[str], lexicon: Lexicon) -> list[re.Match[str]]:
    """Where a further verb may begin: the boundaries before those of `heads` that stand after `last`."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters of other languages grow
        lowered = text
    tail = lowered[last:]
    has_sign = "," in tail or ";" in tail[:-1] or ":" in tail
    if not has_sign and not any(word in tail for word in lexicon.within.bare):
        return []
    words = heads.intersection(tail.replace(",", " ").replace(":", " ").split())
    if not words:
        return []
    text = lowered
    places: list[int] = []
    for word in words:
        place = text.find(f" {word}", last)
        while place >= 0:
            if _stands_after_boundary(text, place, last, lexicon):
                places.append(place)
            place = text.find(f" {word}", place + 1)
    matches: list[re.Match[str]] = []
    for place in sorted(places):
        matches += lexicon.within.boundary.finditer(
            text, max(last, place - _FARTHEST_BOUNDARY), place + LONGEST_WORD
        )
    return matches


def _stands_after_boundary(text: str, place: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a sign, 'and', 'also' or what else may come before a verb stands before `place`: a cheap test
    before the search.
    """
    before = text[max(last, place - 16) : place]
    said = before[before.rfind(" ") + 1 :]
    return said[-1:] in _BOUNDARY_SIGNS or said in lexicon.before_verbs or lexicon.is_adverb(said)


def is_capitalized(text: str, start: int) -> bool:
    """Whether the word at a place has one capital: a name, or the start of a sentence."""
    word = WORD.match(text, start)
    return word is not None and word[0].istitle()
