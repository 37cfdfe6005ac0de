"""The pairs of asks of two texts that have most words in common, each ask in one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from resdiff.core.asks import Ask
from resdiff.core.compare.ask_aspects import stems_asked

_MOST_PAIRS = 40_000
"""Pairs of asks of which each is compared; of more only those that have a rare word in common."""
_RAREST = 8
"""The rarest words of an ask, of which one that is alike has some."""


def best_pairs(
    olds: Sequence[Ask],
    news: Sequence[Ask],
    may_be: Callable[[Ask, Ask], bool],
    least: Callable[[Ask, Ask], float],
    words_of: Callable[[Ask], Counter[str]] = lambda ask: Counter(stems_asked(ask)),
    share_of: Callable[[Counter[str], Counter[str]], float] | None = None,
) -> list[tuple[Ask, Ask]]:
    """The pairs of asks that `may_be` one and have at least so many of their words in common, the most alike
    first; each ask stands in one.
    """
    words = {id(ask): words_of(ask) for ask in (*olds, *news)}
    ranked = sorted(
        (
            ((share_of or common_share)(words[id(olds[i])], words[id(news[j])]), -i, -j)
            for i, j in _places_of_pairs([[words[id(ask)] for ask in asks] for asks in (olds, news)])
            if may_be(olds[i], news[j])
        ),
        reverse=True,
    )
    taken: set[int] = set()
    pairs = []
    for share, i, j in ranked:
        old, new = olds[-i], news[-j]
        if share >= least(old, new) and not {id(old), id(new)} & taken:
            taken |= {id(old), id(new)}
            pairs.append((old, new))
    return pairs


def _places_of_pairs(words: Sequence[Sequence[Counter[str]]]) -> Iterator[tuple[int, int]]:
    """The places of the asks of both texts, by their words, that may be alike."""
    olds, news = words
    if len(olds) * len(news) <= _MOST_PAIRS:
        yield from product(range(len(olds)), range(len(news)))
        return
    places: dict[str, list[int]] = {}
    for j, new in enumerate(news):
        for word in new:
            places.setdefault(word, []).append(j)
    for i, old in enumerate(olds):
        known = sorted((word for word in old if word in places), key=lambda word: (len(places[word]), word))
        yield from ((i, j) for j in sorted({j for word in known[:_RAREST] for j in places[word]}))


def common_share(one: Counter[str], two: Counter[str]) -> float:
    """The share of the words of both that they have in common."""
    total = sum(one.values()) + sum(two.values())
    return 2 * sum((one & two).values()) / total if total else 0.0


def share_of_shorter(one: Counter[str], two: Counter[str]) -> float:
    """The share of the words of the shorter that the longer has."""
    least = min(one.total(), two.total())
    return (one & two).total() / least if least else 0.0
