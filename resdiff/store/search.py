"""Phrases over the readings of the store: words, "quoted phrases" and prefixes*.

Whatever is typed, it is no command of SQLite's.
"""

from __future__ import annotations

import json
import re

from msgspec import Struct

from resdiff.core.errors import StoreError, UsageError
from resdiff.core.model import Vote
from resdiff.store.codec import vote_of
from resdiff.store.repository import Store

_TERM = re.compile(r'"([^"]*)(?:"|$)|([^\s"]+)')
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_WORD = re.compile(r"\w+")


class Hit(Struct, frozen=True, kw_only=True):
    """A paragraph of a version that has what was sought."""

    reference: str
    symbol: str | None
    date: str | None
    vote: Vote | None
    paragraph: str
    text: str


def match_of(query: str) -> str:
    """The query as FTS5 takes it: every word and phrase quoted, all of them wanted.

    Raises UsageError where it holds no word.
    """
    terms = []
    for phrase, word in _TERM.findall(query.translate(_QUOTES)):
        words = _WORD.findall(phrase or word)
        if words:
            terms.append(f'"{" ".join(words)}"' + ("*" if word.endswith("*") else ""))
    if not terms:
        raise UsageError(f"'{query}' holds no word", 'give words, a "quoted phrase" or a beginning*')
    return " AND ".join(terms)


def find(store: Store, query: str, most: int) -> tuple[Hit, ...]:
    """The paragraphs that have all words and phrases of a query, the best first, then by lineage and version.

    Raises UsageError for a query without a word, StoreError for a store that is damaged.
    """
    rows = store.query(
        "SELECT lineage.slug || '@' || version.label AS reference, version.symbol, version.date,"
        " version.vote, paragraph.id AS paragraph, reading.text FROM reading_fts JOIN reading ON reading.id ="
        " reading_fts.rowid JOIN paragraph ON paragraph.reading = reading.id JOIN version ON version.id ="
        " paragraph.version JOIN lineage ON lineage.id = version.lineage WHERE reading_fts MATCH ? AND"
        " version.dropped IS NULL ORDER BY round(bm25(reading_fts), 6), lineage.slug, version.place,"
        " paragraph.place LIMIT ?",
        [match_of(query), most],
    )
    try:
        return tuple(
            Hit(**{**row, "vote": vote_of(json.loads(row["vote"])) if row["vote"] else None}) for row in rows
        )
    except (TypeError, ValueError) as error:
        raise StoreError(
            "a vote in the store is damaged", f"{error}; resdiff store verify names the version"
        ) from None
