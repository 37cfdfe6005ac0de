"""The longest run of pairs that stand in the same order on both sides (patience sorting; Fredman 1975)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

Pair = tuple[int, int]


def increasing_run(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest of the runs of `pairs`, sorted by their first number, whose second numbers increase."""
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for k, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        before.append(tail_at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(j)
            tail_at.append(k)
        else:
            tails[place], tail_at[place] = j, k
    run = []
    k = tail_at[-1] if tail_at else -1
    while k >= 0:
        run.append(pairs[k])
        k = before[k]
    return run[::-1]
