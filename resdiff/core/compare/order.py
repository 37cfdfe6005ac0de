"""Puts changes in the order of the revised text, dropped paragraphs at their place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from resdiff.core.compare.changes import Change


def in_revised_order(present: Iterable[Change], dropped: Sequence[Change]) -> tuple[Change, ...]:
    """The changes with a revised paragraph in its order; each dropped one after what became of the paragraph before it.

    A paragraph that moved marks no place: the one before it does.
    """
    ordered = sorted(present, key=lambda change: change.revised[0])
    stays = {change.base[-1]: k for k, change in enumerate(ordered) if change.base and not change.moved}
    after: dict[int, list[Change]] = defaultdict(list)
    for change in dropped:
        after[_place(change.base[0], stays)].append(change)
    found = list(after[-1])
    for k, change in enumerate(ordered):
        found.append(change)
        found += after[k]
    return tuple(found)


def _place(base: int, stays: dict[int, int]) -> int:
    """The place of the last paragraph before `base` that stayed; -1 where none did."""
    for before in range(base - 1, -1, -1):
        if before in stays:
            return stays[before]
    return -1
