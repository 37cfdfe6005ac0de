"""How near two wordings are: the words in common in the same order, rare words counting more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from math import log
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from resdiff.core.tokens import searched_words

_LEAST_RARE, _PLACES = 2, 20_000
"""Rare words that are looked for at least, and the readings in which further ones may stand together."""
_GAP = 0.4
"""What a word counts against a passage that the wording has not, where one that it has counts 1."""
_WHOLE, _WHOLE_FROM_START = 0.7, 0.5
"""Share of a reading from which on a passage of it is given as the whole; the same of one with which it
begins: then how the reading goes on is wanted.
"""
_FRAGMENT = 0.9
"""Share of a wording that stands in a reading from which on it is a fragment of it."""
_LEAST_SHARE = 0.35
"""Share of a wording that stands in a reading from which on a passage of it is given."""
_LEAST_CUT = 8
"""Words that are cut at an end of a reading at least."""
_MOST_BESIDE = 12
"""Words by which a passage is longer at an end, so that it is whole clauses."""
_CLAUSE_SIGNS = tuple(",;:.，；：。،؛")
_SHARE = 0.9
"""How much the share of the wording that stands in the reading counts; the rest is for readings of the same
length.
"""


class Likeness(NamedTuple):
    """How near a reading is to a wording."""

    score: float
    """What readings are put in order by."""
    similarity: float
    """Share of words in common, of both together, 0 to 1."""
    share: float
    """Share of the wording that stands in the reading, rare words counting more."""
    places: tuple[int, ...]
    """The words of the wording that stand in the reading too, in its order, by their places."""
    reading_places: tuple[int, ...]
    """The same words by their places in the reading."""


class Wording:
    """A text as its words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = searched_words(text)

    @cached_property
    def forms(self) -> list[str]:
        """Its words in their matching form."""
        return [word for word, _, _ in self.words]

    def differing(self, places: Sequence[int]) -> list[str]:
        """The words, as written, that do not stand at these places."""
        common = set(places)
        return [self.text[start:end] for k, (_, start, end) in enumerate(self.words) if k not in common]


def rarity(count: int, total: int) -> float:
    """How much a word says that stands in `count` of `total` readings (inverse document frequency)."""
    return log(1 + total / (1 + count))


def rarest(forms: Sequence[str], counts: Mapping[str, int], most: int) -> list[str]:
    """The words that stand in the fewest readings, but in some; no more than needed where they stand in many:
    what is asked of an index costs as much as it has places.
    """
    present = [word for word in dict.fromkeys(forms) if counts.get(word)]
    ranked = sorted(present, key=lambda word: (counts[word], word))[:most]
    totals = accumulate(counts[word] for word in ranked)
    places = zip(ranked, totals, strict=True)
    return [word for k, (word, total) in enumerate(places) if k < _LEAST_RARE or total <= _PLACES]


def likeness(wording: Sequence[str], reading: Sequence[str], weights: Mapping[str, float]) -> Likeness:
    """How near a reading is to a wording, both as words; `weights` say how much each word counts."""
    if not wording or not reading:
        return Likeness(0.0, 0.0, 0.0, (), ())
    blocks = LCSseq.opcodes(wording, reading)
    places = tuple(
        k for block in blocks if block.tag == "equal" for k in range(block.src_start, block.src_end)
    )
    similarity = 2 * len(places) / (len(wording) + len(reading))
    whole = sum(weights.get(word, 1.0) for word in wording)
    share = sum(weights.get(wording[k], 1.0) for k in places) / whole
    there = tuple(
        k for block in blocks if block.tag == "equal" for k in range(block.dest_start, block.dest_end)
    )
    return Likeness(_SHARE * share + (1 - _SHARE) * similarity, similarity, share, places, there)


def passage(wording: Wording, reading: Wording, like: Likeness) -> str:
    """The part of a reading that a wording corresponds to, as written, '…' where it is cut.

    The whole reading where that is most of it, where the wording is only partly there, and where it is a
    fragment that stands in the reading as it is: then what stands around it is wanted.
    """
    first, last = _best_span(len(reading.words), set(like.reading_places))
    first = first if first >= _LEAST_CUT else 0
    last = last if last + _LEAST_CUT <= len(reading.words) else len(reading.words)
    least = _WHOLE if first else _WHOLE_FROM_START
    if like.share < _LEAST_SHARE or last - first >= least * len(reading.words):
        return reading.text
    if len(like.places) >= _FRAGMENT * len(wording.words):
        return reading.text
    first, last = _to_clauses(reading, first, last)
    start = reading.words[first][1] if first else 0
    end = reading.words[last - 1][2] if last < len(reading.words) else len(reading.text)
    return f"{'… ' if first else ''}{reading.text[start:end]}{' …' if last < len(reading.words) else ''}"


def _to_clauses(reading: Wording, first: int, last: int) -> tuple[int, int]:
    """The words [first, last) of a reading, up to where a clause begins and ends, if that is near."""
    before = (k for k in range(first, max(first - _MOST_BESIDE, 0), -1) if _ends_clause(reading, k - 1))
    after = (
        k for k in range(last, min(last + _MOST_BESIDE, len(reading.words))) if _ends_clause(reading, k - 1)
    )
    return next(before, first), next(after, last)


def _ends_clause(reading: Wording, place: int) -> bool:
    """Whether a sign that ends a clause stands behind a word."""
    end = reading.words[place][2]
    return reading.text[end : end + 1] in _CLAUSE_SIGNS


def _best_span(count: int, common: set[int]) -> tuple[int, int]:
    """The words [first, last) with the greatest sum, those in common counting 1, others less than nothing
    (Kadane 1984).
    """
    best, best_span = 0.0, (0, count)
    total, begin = 0.0, 0
    for k in range(count):
        if total <= 0:
            total, begin = 0.0, k
        total += 1.0 if k in common else -_GAP
        if total > best:
            best, best_span = total, (begin, k + 1)
    return best_span
