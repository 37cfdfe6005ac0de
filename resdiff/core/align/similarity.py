"""How alike paragraphs are: words in common, in order, and how much the rare ones among them weigh.

Boilerplate makes paragraphs alike that have nothing to do with each other. So the similarity that decides is
the mean of two: twice the words in common, in order, over all words; and the same over the sets of words,
each weighed by the square of its inverse document frequency (Spaerck Jones 1972), so that names, numbers and
subjects outweigh formulas.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import fsum, log

from rapidfuzz.distance import LCSseq

from resdiff.core.align.options import AlignOptions
from resdiff.core.align.sides import Side

_COUNTED = 1_500
_NEARLY_EQUAL = 0.9


class Scores:
    """Similarities between the paragraphs of two sides, 0 to 1."""

    def __init__(
        self,
        base: Side,
        revised: Side,
        options: AlignOptions,
        unpaired: tuple[list[int], list[int]],
        parted: frozenset[tuple[int, int]],
    ) -> None:
        """`unpaired` are the paragraphs of either side without an equal one on the other; `parted` are the
        pairs that must never be linked.
        """
        self.parted = parted
        self._base, self._revised, self._options = base, revised, options
        self._unpaired = unpaired
        self._word_weights: _Weights | None = None
        self._sets: dict[str, tuple[frozenset[str], float]] = {}

    @property
    def _weights(self) -> _Weights:
        """How much each word weighs; counted when two paragraphs are first weighed."""
        if self._word_weights is None:
            self._word_weights = _weights((self._base, self._unpaired[0]), (self._revised, self._unpaired[1]))
        return self._word_weights

    def least(self, i: int, j: int) -> float:
        """The least similarity at the same place: more between preamble and operative part."""
        return self._options.place if self._base.part(i) == self._revised.part(j) else self._options.across

    def pair(self, i: int, j: int) -> float:
        """The similarity of base paragraph i and revised paragraph j; 0 where they can never correspond."""
        if self._base.group(i) != self._revised.group(j) or (self.parted and (i, j) in self.parted):
            return 0.0
        return 0.0 if self.differ_in_subject(i, j) else self.of(self._base.code(i), self._revised.code(j))

    def differ_in_subject(self, i: int, j: int) -> bool:
        """Whether two formulas are about different things: another item of the agenda, another mandate."""
        one, two = self._base.subject(i), self._revised.subject(j)
        kinds = one.keys() & two.keys()
        if not set(one.values()).isdisjoint(two.values()):  # an item became a sub-item
            return False
        return bool(kinds) and all(
            2 * len(one[kind] & two[kind]) < min(len(one[kind]), len(two[kind])) for kind in kinds
        )

    def of(self, one: str, two: str) -> float:
        """The similarity of two encoded readings."""
        shorter, longer = sorted((len(one), len(two)))
        if 2 * shorter <= self._options.least * (shorter + longer):
            return 0.0
        shared = ratio(one, two)
        if shared <= self._options.least:
            return 0.0
        return (shared + self._rare(one, two)) / 2 if shared < _NEARLY_EQUAL else shared

    def merged(self, i: int, after: int, j: int) -> float:
        """The similarity of two base paragraphs joined with one revised; 0 where one of them is not in it."""
        one, two, whole = self._base.code(i), self._base.code(after), self._revised.code(j)
        return self._joined(one, two, whole) if self._base.part(i) == self._base.part(after) else 0.0

    def split(self, i: int, j: int, after: int) -> float:
        """The similarity of one base paragraph with two revised joined; 0 where one of them is not in it."""
        whole, one, two = self._base.code(i), self._revised.code(j), self._revised.code(after)
        return self._joined(one, two, whole) if self._revised.part(j) == self._revised.part(after) else 0.0

    def _joined(self, one: str, two: str, whole: str) -> float:
        options = self._options
        if min(len(one), len(two)) < options.words or len(whole) < max(len(one), len(two)):
            return 0.0
        if 2 * (len(one) + len(two)) <= options.least * (len(one) + len(two) + len(whole)):
            return 0.0
        if common(one, whole) < options.share * len(one) or common(two, whole) < options.share * len(two):
            return 0.0
        return self.of(one + two, whole)

    def weight_within(self, one: str, two: str) -> float:
        """The share of the words of the first reading, by weight, that the second has; 0 to 1."""
        first, weight = self._words(one)
        shared = fsum(map(self._weights.__getitem__, first & self._words(two)[0]))
        return shared / weight if weight else 1.0

    def _rare(self, one: str, two: str) -> float:
        """Twice the weight of the words in common over that of all words.

        Summed exactly, for a set has no order of its own.
        """
        first, weight = self._words(one)
        second, other = self._words(two)
        shared = fsum(map(self._weights.__getitem__, first & second))
        return 2 * shared / (weight + other) if shared else 0.0

    def _words(self, code: str) -> tuple[frozenset[str], float]:
        cached = self._sets.get(code)
        if cached is None:
            words = frozenset(code)
            cached = self._sets[code] = (words, fsum(map(self._weights.__getitem__, words)))
        return cached


def common(one: str, two: str) -> int:
    """The words in common, in order, of two encoded readings."""
    return int(LCSseq.similarity(one, two))


def left_over(whole: str, part: str) -> str:
    """What an encoded reading has beyond the words in common, in order, with another."""
    return "".join(
        whole[code.src_start : code.src_end]
        for code in LCSseq.opcodes(whole, part)
        if code.tag in ("delete", "replace")
    )


def ratio(one: str, two: str) -> float:
    """Twice the words in common over all words, from 0 to 1."""
    total = len(one) + len(two)
    return 2 * common(one, two) / total if total else 1.0


class _Weights(dict[str, float]):
    def __init__(self, counts: Counter[str], total: int) -> None:
        super().__init__({word: log((total + 1) / count) ** 2 for word, count in counts.items()})
        self._unseen = log(total + 1) ** 2

    def __missing__(self, word: str) -> float:
        return self._unseen


def _weights(*sides: tuple[Side, list[int]]) -> _Weights:
    """The weight of each word by the number of paragraphs that have it; of long texts a part is counted."""
    counts: Counter[str] = Counter()
    total = 0
    for side, unpaired in sides:
        chosen: Iterable[int] = (
            range(len(side)) if len(side) <= _COUNTED else unpaired[:: 1 + len(unpaired) // _COUNTED]
        )
        for k in chosen:
            counts.update(set(side.code(k)))
            total += 1
    return _Weights(counts, total)
