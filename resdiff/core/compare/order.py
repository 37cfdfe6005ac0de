"""Puts changes in the order of the revised text, dropped paragraphs at their place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from resdiff.core.compare.changes import Change


def in_revised_order(present: Iterable[Change], dropped: Sequence[Change]) -> tuple[Change, ...]:
    """The changes in the order of their revised paragraphs, with the dropped ones inserted.

    A dropped paragraph follows the change of the paragraph that stood before it in the base text.

    Moved paragraphs are skipped in this search: the nearest unmoved one before it decides.
    """
    ordered = sorted(present, key=lambda change: change.revised[0])
    stays = sorted(
        (change.base[-1], k) for k, change in enumerate(ordered) if change.base and not change.moved
    )
    after: dict[int, list[Change]] = defaultdict(list)
    for change in dropped:
        before = bisect_left(stays, (change.base[0], 0))
        after[stays[before - 1][1] if before else -1].append(change)
    result = list(after[-1])
    for k, change in enumerate(ordered):
        result.append(change)
        result += after[k]
    return tuple(result)
