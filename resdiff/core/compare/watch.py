"""Terms of a watch list that come or go: those that ship, and the reader's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from resdiff.core.compare.changes import Change
from resdiff.core.languages.english_watch import ONE_TERM, WATCHED
from resdiff.core.model import Resolution
from resdiff.core.tokens import plain_style, whole_words
from resdiff.core.watch import NOTHING_WATCHED, Watch


class WatchedTerm(NamedTuple):
    """A term that came or went in a change."""

    term: str
    change: Literal["added", "dropped"]
    is_own: bool
    """Whether it stands in the reader's own list."""


def plain_terms(terms: Iterable[str]) -> frozenset[str]:
    """Terms in their matching form."""
    return frozenset(map(_plain, terms))


def watched_terms(
    base: Resolution, revised: Resolution, changes: Sequence[Change], watch: Watch = NOTHING_WATCHED
) -> list[tuple[WatchedTerm, ...]]:
    """For each change the terms that came or went in it.

    A term of the list that ships counts where one of the texts lacks it altogether; one of the reader's own
    wherever it comes or goes.
    """
    one, two = (_plain(" ".join(p.text for p in text.paragraphs)) for text in (base, revised))
    mine = {_plain(term): term for term in watch.terms}
    shipped = {_plain(term): term for term in WATCHED} if base.language == revised.language == "en" else {}
    left_out = mine.keys() | plain_terms(watch.ignored)
    patterns = [
        (pattern, term, is_own)
        for terms, is_own in ((shipped, False), (mine, True))
        for plain, term in terms.items()
        if (plain in one or plain in two) and (is_own or plain not in left_out)
        if (pattern := _pattern(plain)) and (is_own or _stands_in_one(pattern, one, two))
    ]
    if not patterns:
        return [()] * len(changes)
    return [tuple(_terms(change, base, revised, patterns)) for change in changes]


def _stands_in_one(term: re.Pattern[str], one: str, two: str) -> bool:
    return (term.search(one) is None) != (term.search(two) is None)


@lru_cache(maxsize=512)
def _pattern(term: str) -> re.Pattern[str]:
    """A term in its matching form as whole words."""
    return re.compile(whole_words(re.escape(term), term))


def _terms(
    change: Change,
    base: Resolution,
    revised: Resolution,
    patterns: Sequence[tuple[re.Pattern[str], str, bool]],
) -> Iterator[WatchedTerm]:
    if change.kind == "unchanged":
        return
    one, two = _plain(base.reading(change.base)), _plain(revised.reading(change.revised))
    for pattern, term, is_own in patterns:
        before, after = len(pattern.findall(one)), len(pattern.findall(two))
        if before != after:
            yield WatchedTerm(term, "added" if after > before else "dropped", is_own)


def _plain(text: str) -> str:
    """A text in its matching form, terms that are written in two ways in one of these."""
    text = plain_style(text).lower()
    for written, term in ONE_TERM.items():
        text = text.replace(written, term)
    return text
