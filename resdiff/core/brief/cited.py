"""The documents that are newly cited, or no longer."""

from __future__ import annotations

from collections.abc import Iterator

from resdiff.core.brief.values import BriefItem
from resdiff.core.citations import documents_cited
from resdiff.core.compare import Comparison

Cited = dict[str, tuple[int, ...]]
"""By symbol the places of the changes that cite it."""


def cited_items(comparison: Comparison) -> Iterator[BriefItem]:
    """The documents that only one of the texts cites, those that are newly cited first; without those that
    moved on with the texts, one of a kind for another in the same paragraph.
    """
    base = documents_cited(comparison.base, comparison.base_verbs)
    revised = documents_cited(comparison.revised, comparison.revised_verbs)
    of_base = {place: k for k, change in enumerate(comparison.changes) for place in change.base}
    of_revised = {place: k for k, change in enumerate(comparison.changes) for place in change.revised}
    came, went = _only_in(revised, base, of_revised), _only_in(base, revised, of_base)
    for is_gone, side, other in ((False, came, went), (True, went, came)):
        exchanged = {(k, _kind(symbol)) for symbol, changes in other.items() for k in changes}
        for symbol, changes in side.items():
            left = tuple(k for k in changes if (k, _kind(symbol)) not in exchanged)
            if left:
                yield BriefItem(changes=left, cited=symbol, is_gone=is_gone)


def _only_in(one: Cited, other: Cited, changes: dict[int, int]) -> Cited:
    """The documents of one text that the other does not cite; `changes` are those of its paragraphs."""
    return {
        symbol: tuple(dict.fromkeys(changes[place] for place in places if place in changes))
        for symbol, places in one.items()
        if symbol not in other
    }


def _kind(symbol: str) -> str:
    """What a symbol has before its last two numbers: 'A/HRC' of A/HRC/RES/46/13."""
    return symbol.rstrip("0123456789/() .").rpartition("/")[0]
