"""Paragraphs that are equal on both sides: anchors, what grows from them, and the spine they make."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable

from resdiff.core.align.sides import Side
from resdiff.core.runs import increasing_run

_COUNTLESS = 10_000
"""From this many pairs of equal paragraphs on, repeated paragraphs are paired by their order alone."""

Pairs = dict[int, int]
"""Base paragraph -> revised paragraph."""


def equal_pairs(base: Side, revised: Side, taken: tuple[set[int], set[int]]) -> Pairs:
    """Pairs of paragraphs of the same form: those whose form is unique on both sides, then equal neighbours
    of pairs.

    `taken` are the paragraphs of either side that are linked already.
    """
    by_form: dict[str, list[int]] = defaultdict(list)
    for i in range(len(base)) if not taken[0] else [i for i in range(len(base)) if i not in taken[0]]:
        by_form[base.form(i)].append(i)
    twins: dict[str, list[int]] = defaultdict(list)
    for j in range(len(revised)) if not taken[1] else [j for j in range(len(revised)) if j not in taken[1]]:
        form = revised.form(j)
        if form in by_form:
            twins[form].append(j)
    pairs: Pairs = {}
    repeated: list[tuple[list[int], list[int]]] = []
    for form, right in twins.items():
        left = by_form[form]
        if len(left) == 1 and len(right) == 1 and base.group(left[0]) == revised.group(right[0]):
            pairs[left[0]] = right[0]
        else:
            repeated.append((left, right))
    _grow(pairs, repeated)
    _pair_in_order(pairs, repeated)
    return pairs


def _grow(pairs: Pairs, repeated: list[tuple[list[int], list[int]]]) -> None:
    """Adds to `pairs` the equal paragraphs next to a known pair, then those next to each new pair.

    `repeated` holds, for each form that repeats, its base and its revised paragraphs.
    """
    form_of: dict[int, int] = {i: k for k, (left, _) in enumerate(repeated) for i in left}
    form_at: dict[int, int] = {j: k for k, (_, right) in enumerate(repeated) for j in right}
    taken = set(pairs.values())
    queue = list(pairs.items())
    while queue:
        i, j = queue.pop()
        for step in (1, -1):
            one, two = i + step, j + step
            form = form_of.get(one)
            if form is not None and form == form_at.get(two) and one not in pairs and two not in taken:
                pairs[one] = two
                taken.add(two)
                queue.append((one, two))


def _pair_in_order(pairs: Pairs, repeated: list[tuple[list[int], list[int]]]) -> None:
    """Pairs, in order, the unpaired paragraphs of a form that is repeated so often that only order can tell
    them apart.
    """
    taken = set(pairs.values())
    for left, right in repeated:
        if len(left) * len(right) >= _COUNTLESS:
            pairs |= zip(
                [i for i in left if i not in pairs], [j for j in right if j not in taken], strict=False
            )


def spine(pairs: Pairs) -> Pairs:
    """A longest increasing run of the pairs: those that stand in the same order on both sides."""
    return dict(increasing_run(sorted(pairs.items())))


def prefer_long(run: Pairs, pairs: Pairs, size: Callable[[int], int]) -> Pairs:
    """The run; where two pairs have swapped places, it keeps the one of greater size, and the other one is
    the one that moved.
    """
    rows, columns = list(run), list(run.values())
    for i, j in sorted(pairs.items()):
        if i in run:
            continue
        above, left = bisect_left(rows, i), bisect_left(columns, j)
        if abs(above - left) == 1 and size(rows[min(above, left)]) < size(i):
            k = min(above, left)
            rows[k], columns[k] = i, j
    return dict(zip(rows, columns, strict=True))
