"""Phrases over the readings of the store: words, "quoted phrases" and prefixes*; whatever is typed, it is no command of SQLite's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resdiff.core.errors import UsageError

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph of a version that has what was sought."""

    reference: str
    symbol: str | None
    date: str | None
    vote: str | None
    """As it is kept: JSON."""
    paragraph: str
    text: str


def match_of(query: str) -> str:
    """The query as FTS5 takes it: every word and phrase quoted, all of them wanted. Raises UsageError where it holds no word."""
    terms = []
    for phrase, word in _TERM.findall(query):
        words = _WORD.findall(phrase or word)
        if words:
            terms.append(f'"{" ".join(words)}"' + ("*" if word.endswith("*") else ""))
    if not terms:
        raise UsageError(f"'{query}' holds no word", 'give words, a "quoted phrase" or a beginning*')
    return " AND ".join(terms)
