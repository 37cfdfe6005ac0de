"""Readings near to a phrase: the same words but for a few that are left out, put in, exchanged or otherwise
inflected.
"""

from __future__ import annotations

from collections.abc import Sequence

_APART = 3
"""One word in so many may differ, short words counting little."""
_LITTLE = 1 / _APART
"""The weight of a short word such as 'of' or 'with', and of a difference in inflection only."""
_STEM = 4
"""Letters that inflected words have in common at least, and two thirds of the longer one.

Words that have no more are short.
"""


def nearest(phrase: Sequence[str], words: Sequence[str]) -> tuple[int, int] | None:
    """Where among words the reading stands that is nearest to a phrase, as [begin, end).

    None where none is near.

    Both are words without case and signs. The fewest words that differ decide (Sellers 1980; a word put in
    counts half), then the first place.
    """
    most = sum(map(_weight, phrase)) / _APART + 1e-9
    vocabulary = set(words)
    if (
        sum(
            _weight(word)
            for word in phrase
            if word not in vocabulary and not any(_is_kindred(word, other) for other in vocabulary)
        )
        > most
    ):
        return None
    row: list[tuple[float, int]] = [(0.0, k) for k in range(len(words) + 1)]
    for word in phrase:
        lost = _weight(word)
        below = [(row[0][0] + lost, 0)]
        for k, other in enumerate(words, start=1):
            came = _weight(other)
            difference = 0.0 if word == other else _LITTLE if _is_kindred(word, other) else max(lost, came)
            (same, a), (gone, b), (put, c) = row[k - 1], row[k], below[-1]
            below.append(min((same + difference, a), (gone + lost, b), (put + came / 2, c)))
        row = below
    (cost, begin), end = min((total, k) for k, total in enumerate(row))
    return (begin, end) if cost <= most and end > begin else None


def _weight(word: str) -> float:
    return 1.0 if len(word) > _STEM else _LITTLE


def _is_kindred(one: str, two: str) -> bool:
    """Whether two words begin alike, as the forms of one word do."""
    if len(one) <= _STEM or one[:_STEM] != two[:_STEM]:
        return False
    same = next(
        (k for k, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
    )
    return same >= 2 / 3 * max(len(one), len(two))
