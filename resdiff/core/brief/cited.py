"""The documents that are newly cited, or no longer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resdiff.core.brief.values import BriefItem
from resdiff.core.citations import documents_cited
from resdiff.core.compare import Comparison
from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import hunks_of

_NUMBER = re.compile(r"\d+")
Cited = dict[str, tuple[int, ...]]
"""By symbol the places of the changes that cite it."""


def cited_items(comparison: Comparison) -> Iterator[BriefItem]:
    """The documents that only one of the texts cites, those that are newly cited first; without those that
    moved on with the texts: another stands in their place.
    """
    base = documents_cited(comparison.base, comparison.base_verbs)
    revised = documents_cited(comparison.revised, comparison.revised_verbs)
    of_base = {place: k for k, change in enumerate(comparison.changes) for place in change.base}
    of_revised = {place: k for k, change in enumerate(comparison.changes) for place in change.revised}
    came, went = _only_in(revised, base, of_revised), _only_in(base, revised, of_base)
    for is_gone, side in ((False, came), (True, went)):
        for symbol, changes in side.items():
            left = tuple(k for k in changes if not _moved_on(comparison.changes[k], symbol, is_gone))
            if left:
                yield BriefItem(changes=left, cited=symbol, is_gone=is_gone)


def _moved_on(change: Change, symbol: str, is_gone: bool) -> bool:
    """Whether another document stands in the place of one: as many numbers come where its own go, or the
    reverse.
    """
    number = (_NUMBER.findall(symbol) or [symbol])[-1]
    for hunk in hunks_of(change.shown_edits) if change.base and change.revised else ():
        its, other = (hunk.gone, hunk.come) if is_gone else (hunk.come, hunk.gone)
        if number in _NUMBER.findall(its):
            return len(_NUMBER.findall(its)) <= len(_NUMBER.findall(other))
    return False


def _only_in(one: Cited, other: Cited, changes: dict[int, int]) -> Cited:
    """The documents of one text that the other does not cite; `changes` are those of its paragraphs."""
    return {
        symbol: tuple(dict.fromkeys(changes[place] for place in places if place in changes))
        for symbol, places in one.items()
        if symbol not in other
    }
