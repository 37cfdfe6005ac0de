"""Moves: paragraphs left over on both sides that share rare words, wherever they stand.

Each paragraph is looked up by its rarest word pairs in an inverted index; the best candidate is accepted only
where it is similar enough, clearly better than the next best on either side, and long enough.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from resdiff.core.align.anchors import spine
from resdiff.core.align.gaps import Match
from resdiff.core.align.options import AlignOptions
from resdiff.core.align.sides import Side
from resdiff.core.align.similarity import Scores

_CANDIDATES = 4
_PROGRESS = 0.75
"""A piece with at most this share of its gap's pairs is cut again at pairs found by rare words.

A larger piece is cut evenly.
"""
PartedGap = tuple[list[int], list[int]]
"""Unlinked paragraphs of either side that stand between the same two anchors."""


def find_moves(
    base: Side, revised: Side, linked: list[Match], scores: Scores, options: AlignOptions
) -> list[Match]:
    """All matches: those of `linked`, but for weak ones that yield to better ones elsewhere, and moves among
    what is left over.
    """
    free = _free(base, revised, linked)
    linked = linked + _Ranking(base, free[0], revised, free[1], scores, options).accepted()
    weak = [
        m
        for m in linked
        if m.similarity < options.weak and len(m.base) == len(m.revised) == 1 and not m.by_hand
    ]
    if not weak:
        return linked
    linked_base, linked_revised = (
        {m.base[0]: m.similarity for m in weak},
        {m.revised[0]: m.similarity for m in weak},
    )
    left, right = _free(base, revised, linked)
    better = _Ranking(base, [*left, *linked_base], revised, [*linked_revised], scores, options).accepted(
        linked_base, linked_revised
    )
    taken = {m.base[0] for m in better}, {m.revised[0] for m in better}
    remaining = {i: value for i, value in linked_base.items() if i not in taken[0]}
    better += _Ranking(
        base, [*remaining], revised, [j for j in right if j not in taken[1]], scores, options
    ).accepted(remaining, {})
    gone = {i for m in better for i in m.base}, {j for m in better for j in m.revised}
    return [m for m in linked if gone[0].isdisjoint(m.base) and gone[1].isdisjoint(m.revised)] + better


def _free(base: Side, revised: Side, linked: list[Match]) -> tuple[list[int], list[int]]:
    """The paragraphs of either side that no match holds."""
    taken_base = {i for m in linked for i in m.base}
    taken_revised = {j for m in linked for j in m.revised}
    return [i for i in range(len(base)) if i not in taken_base], [
        j for j in range(len(revised)) if j not in taken_revised
    ]


def part_gap(
    base: Side, left: list[int], revised: Side, right: list[int], scores: Scores, options: AlignOptions
) -> list[PartedGap]:
    """A gap cut into gaps that are small enough: at pairs that evidence finds in the same order, else into
    even pieces.

    Only a gap of one paragraph on either side may stay larger: comparing it costs no more than its length.
    """
    size = len(left) * len(right)
    if size <= options.gap:
        return [(left, right)]
    pairs = {
        m.base[0]: m.revised[0] for m in _Ranking(base, left, revised, right, scores, options).accepted()
    }
    rows, columns = ({k: place for place, k in enumerate(side)} for side in (left, right))
    gaps: list[PartedGap] = []
    for piece in _cut(left, right, [(rows[i], columns[j]) for i, j in spine(pairs).items()]):
        is_progress = len(piece[0]) * len(piece[1]) <= _PROGRESS * size
        gaps += (
            part_gap(base, piece[0], revised, piece[1], scores, options)
            if is_progress
            else _cut_evenly(*piece, options.gap)
        )
    return gaps


def _cut(left: list[int], right: list[int], cuts: Sequence[tuple[int, int]]) -> Iterator[PartedGap]:
    """The pieces of a gap that begin at its start and at each cut, a place in either side.

    One side of a piece may be empty.
    """
    for (a, b), (one, two) in pairwise([(0, 0), *cuts, (len(left), len(right))]):
        yield left[a:one], right[b:two]


def _cut_evenly(left: list[int], right: list[int], most: int) -> Iterator[PartedGap]:
    """A gap cut into pieces of at most so many pairs, as far as its shorter side has paragraphs for them."""
    pieces = min(max(2, len(left) * len(right) // most), len(left), len(right))
    yield from _cut(
        left, right, [(k * len(left) // pieces, k * len(right) // pieces) for k in range(1, pieces)]
    )


def word_pairs(code: str) -> set[str]:
    """The neighbouring words of an encoded reading, two by two."""
    return {code[k : k + 2] for k in range(len(code) - 1)}


class _Ranking:
    """The candidates of each paragraph that is left over, best first."""

    def __init__(
        self,
        base: Side,
        left: list[int],
        revised: Side,
        right: list[int],
        scores: Scores,
        options: AlignOptions,
    ) -> None:
        self._base, self._revised, self._scores, self._options = base, revised, scores, options
        self._index: dict[str, list[int]] = {}
        for i in left:
            for pair in word_pairs(base.code(i)):
                self._index.setdefault(pair, []).append(i)
        self._of_base: dict[int, list[tuple[float, int]]] = defaultdict(list)
        self._of_revised: dict[int, list[tuple[float, int]]] = {}
        for j in right:
            candidates = sorted(
                ((scores.pair(i, j), i) for i in self._candidates(revised.code(j))), reverse=True
            )
            self._of_revised[j] = candidates
            for value, i in candidates:
                self._of_base[i].append((value, j))
        for candidates_of_one in self._of_base.values():
            candidates_of_one.sort(reverse=True)

    def _candidates(self, code: str) -> list[int]:
        """The base paragraphs that share most of the rarest word pairs with a revised one."""
        rare = self._options.rare
        lists = [places for pair in word_pairs(code) if (places := self._index.get(pair)) is not None]
        few = [places for places in lists if len(places) <= rare]
        if not few and lists:
            least = min(map(len, lists))
            few = [places[: 4 * rare] for places in lists if len(places) == least]
        votes = Counter(chain.from_iterable(few))
        if len(votes) <= _CANDIDATES:
            return list(votes)
        return [i for i, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]]

    def accepted(
        self, linked_base: dict[int, float] | None = None, linked_revised: dict[int, float] | None = None
    ) -> list[Match]:
        """The pairs that are each other's best candidate by a margin. With `linked_base` and `linked_revised`
        (paragraph -> similarity of its link), only pairs that are clearly better than such a link.
        """
        ranked = sorted(
            (
                (candidates[0][0], -j, candidates[0][1])
                for j, candidates in self._of_revised.items()
                if candidates
            ),
            reverse=True,
        )
        taken: set[int] = set()
        matches = []
        for value, negative, i in ranked:
            j = -negative
            if i in taken or not self._is_fit(i, j, value):
                continue
            rival = self._rival(i, j)
            if value < 1.0 and value < rival + self._options.margin:
                continue
            if linked_base is not None and linked_revised is not None:
                linked = max(linked_base.get(i, -1.0), linked_revised.get(j, -1.0))
                if linked < 0 or value < linked + self._options.better:
                    continue
            taken.add(i)
            matches.append(Match((i,), (j,), value, rival))
        return matches

    def _rival(self, i: int, j: int) -> float:
        """How alike the best other candidate of either is.

        A direct neighbour does not count: it may be the other half of a split or merged paragraph.
        """
        others = [v for v, k in self._of_revised[j] if abs(k - i) > 1] + [
            v for v, k in self._of_base[i] if abs(k - j) > 1
        ]
        return max(others, default=0.0)

    def _is_fit(self, i: int, j: int, value: float) -> bool:
        """Whether a pair is alike and long enough for a move.

        One that leaves every other candidate far behind may be less alike.
        """
        if value >= 1.0:
            return True
        options, least = self._options, self._scores.least(i, j)
        if value < max(options.moved, least) and (
            value < max(options.lone, least) or value < self._rival(i, j) + options.lead
        ):
            return False
        return min(len(self._base.code(i)), len(self._revised.code(j))) >= options.words
