"""Between two anchors: the pairing in order that has the highest total similarity, with splits and merges
as possible steps.

After Needleman and Wunsch (1970), with the steps one to two and two to one of Gale and Church (1993).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from resdiff.core.align.options import AlignOptions
from resdiff.core.align.sides import Side
from resdiff.core.align.similarity import Scores


class Match(NamedTuple):
    """Paragraphs that correspond: one to one, one to several or several to one, by their places in the two
    texts.
    """

    base: tuple[int, ...]
    revised: tuple[int, ...]
    similarity: float
    rival: float = 0.0
    """The similarity of the best other candidate of either side that was weighed."""
    by_hand: bool = False
    """Whether people decided it."""


class Gap:
    """The paragraphs between two anchors."""

    def __init__(
        self,
        base: Side,
        left: Sequence[int],
        revised: Side,
        right: Sequence[int],
        scores: Scores,
        options: AlignOptions,
    ) -> None:
        self._base, self._left = base, left
        self._revised, self._right = revised, right
        self._scores, self._options = scores, options

    def matches(self) -> list[Match]:
        """The matches of greatest total excess over the threshold."""
        height, width = len(self._left), len(self._right)
        if not height or not width:
            return []
        single = [[self._scores.pair(i, j) for j in self._right] for i in self._left]
        totals = [[0.0] * (width + 1) for _ in range(height + 1)]
        steps: dict[tuple[int, int], Match] = {}
        for a in range(height - 1, -1, -1):
            row, totals_here, below = single[a], totals[a], totals[a + 1]
            for b in range(width - 1, -1, -1):
                best = below[b] if below[b] >= totals_here[b + 1] else totals_here[b + 1]
                if row[b] > 0:
                    for match in self._steps(a, b, single):
                        value = totals[a + len(match.base)][b + len(match.revised)] + self._gain(match)
                        if value > best - 1e-9:  # of equals the first pair in order
                            best = value
                            steps[a, b] = match
                totals_here[b] = best
        steps_taken = _walk(totals, steps, height, width)
        return (
            steps_taken
            if height == width == 1
            else [match._replace(rival=self._rival(match, single)) for match in steps_taken]
        )

    def _rival(self, match: Match, single: list[list[float]]) -> float:
        """The similarity of the best pair that has one paragraph of the match, but not both."""
        rows = [single[self._left.index(i)] for i in match.base]
        columns = {self._right.index(j) for j in match.revised}
        first = self._left.index(match.base[0])
        others = chain(single[:first], single[first + len(match.base) :])
        values = chain(
            (value for row in rows for b, value in enumerate(row) if b not in columns),
            (row[b] for row in others for b in columns),
        )
        return max(values, default=0.0)

    def _gain(self, match: Match) -> float:
        return match.similarity - self._options.place + 0.02

    def _steps(self, a: int, b: int, single: list[list[float]]) -> list[Match]:
        """The matches that begin with cell (a, b)."""
        options, scores = self._options, self._scores
        i, j = self._left[a], self._right[b]
        shapes = []
        value = single[a][b]
        if value >= scores.least(i, j):
            shapes.append(Match((i,), (j,), value))
        if a + 1 < len(self._left) and self._left[a + 1] == i + 1 and single[a + 1][b] > 0:
            joined = scores.merged(i, i + 1, j)
            if joined >= max(value, single[a + 1][b]) + options.joined:
                shapes.append(Match((i, i + 1), (j,), joined))
        if b + 1 < len(self._right) and self._right[b + 1] == j + 1 and single[a][b + 1] > 0:
            joined = scores.split(i, j, j + 1)
            if joined >= max(value, single[a][b + 1]) + options.joined:
                shapes.append(Match((i,), (j, j + 1), joined))
        return shapes


def _walk(
    totals: list[list[float]], steps: dict[tuple[int, int], Match], height: int, width: int
) -> list[Match]:
    """The matches on the best path through the table of totals."""
    path = []
    a = b = 0
    while a < height and b < width:
        match = steps.get((a, b))
        if match is not None:
            path.append(match)
            a, b = a + len(match.base), b + len(match.revised)
        elif totals[a + 1][b] >= totals[a][b + 1]:
            a += 1
        else:
            b += 1
    return path


def gaps_of(
    pairs: dict[int, int], taken_base: set[int], taken_revised: set[int], sizes: tuple[int, int]
) -> list[tuple[list[int], list[int]]]:
    """The paragraphs between neighbouring pairs of the spine, those that are taken left out."""
    gaps = []
    i = j = 0
    for one, two in [*sorted(pairs.items()), sizes]:
        left = [k for k in range(i, one) if k not in taken_base]
        right = [k for k in range(j, two) if k not in taken_revised]
        if left and right:
            gaps.append((left, right))
        i, j = one + 1, two + 1
    return gaps
