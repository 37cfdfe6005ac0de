"""Phrases over the readings of the store: words, "quoted phrases" and prefixes*.

Whatever is typed, it is no command of SQLite's.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from msgspec import Struct

from resdiff.core.errors import StoreError, UsageError
from resdiff.core.model import Vote
from resdiff.core.tokens import has_han
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


def spans_of(query: str, text: str) -> list[tuple[int, int]]:
    """The characters [start, end) of a text that a query asks for, in order; none of them overlap."""
    spans: list[tuple[int, int]] = []
    for phrase, word in _TERM.findall(query.translate(_QUOTES)):
        words = [re.escape(part) for part in _WORD.findall(phrase or word)]
        if words and has_han(phrase or word):
            spans += [match.span() for match in re.finditer(re.escape(phrase or word.rstrip("*")), text)]
        elif words:
            end = r"\w*" if word.endswith("*") else r"\b"
            pattern = r"\b" + r"\W+".join(words) + end
            spans += [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
    ordered: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if not ordered or start >= ordered[-1][1]:
            ordered.append((start, stop))
    return ordered


class VersionFilter(Struct, frozen=True, kw_only=True):
    """Which versions are looked at; None looks at all."""

    lineages: str | None = None
    """A part of the name or title of a lineage, in any case."""
    since: str | None = None
    """The earliest date: a year, a month or a day."""
    until: str | None = None
    """The latest date, as `since`; a year is its last day."""
    stage: str | None = None

    def condition(self) -> tuple[str, list[object]]:
        """The condition on the tables `version` and `lineage`, and the values that it binds."""
        terms = ["version.dropped IS NULL"]
        values: list[object] = []
        if self.lineages is not None:
            terms.append("instr(lower(lineage.slug || ' ' || coalesce(version.title, '')), lower(?))")
            values.append(self.lineages)
        if self.since is not None:
            terms.append("version.date >= ?")
            values.append(self.since)
        if self.until is not None:
            terms.append("substr(version.date, 1, ?) <= ?")
            values += [len(self.until), self.until]
        if self.stage is not None:
            terms.append("version.stage = ?")
            values.append(self.stage)
        return " AND ".join(terms), values


_STANDING = (
    " JOIN paragraph ON paragraph.reading = reading.id JOIN version ON version.id = paragraph.version"
    " JOIN lineage ON lineage.id = version.lineage WHERE "
)


class _Search(NamedTuple):
    """Where the readings of a query come from, with the values bound, and what puts the best first."""

    source: str
    values: list[object]
    order: str


def _search(query: str, versions: VersionFilter) -> _Search:
    """The search for a query. Chinese stands in the index without blanks, so that its words are sought in the
    readings themselves.

    Raises UsageError for a query without a word.
    """
    condition, values = versions.condition()
    if has_han(query):
        parts = _TERM.findall(query.translate(_QUOTES))
        terms = [term for phrase, word in parts if (term := phrase or word.rstrip("*"))]
        contain = " AND ".join(["instr(reading.text, ?)"] * len(terms))
        return _Search(f" FROM reading{_STANDING}{contain} AND {condition}", [*terms, *values], "")
    source = f" FROM reading_fts JOIN reading ON reading.id = reading_fts.rowid{_STANDING}"
    return _Search(
        f"{source}reading_fts MATCH ? AND {condition}",
        [match_of(query), *values],
        "round(bm25(reading_fts), 6), ",
    )


def count_hits(store: Store, query: str, versions: VersionFilter) -> tuple[int, int]:
    """How many paragraphs, of how many versions, have all words and phrases of a query.

    Raises UsageError for a query without a word.
    """
    search = _search(query, versions)
    (row,) = store.query(
        f"SELECT count(*) AS paragraphs, count(DISTINCT version.id) AS versions{search.source}",
        search.values,
    )
    return row["paragraphs"], row["versions"]


def find(
    store: Store,
    query: str,
    most: int,
    versions: VersionFilter = VersionFilter(),  # noqa: B008 - frozen
) -> tuple[Hit, ...]:
    """The paragraphs that have all words and phrases of a query, the best first, then by lineage and version.

    Raises UsageError for a query without a word, StoreError for a store that is damaged.
    """
    search = _search(query, versions)
    rows = store.query(
        "SELECT lineage.slug || '@' || version.label AS reference, version.symbol, version.date,"
        f" version.vote, paragraph.id AS paragraph, reading.text{search.source}"
        f" ORDER BY {search.order}lineage.slug, version.place, paragraph.place LIMIT ?",
        [*search.values, most],
    )
    try:
        return tuple(
            Hit(**{**row, "vote": vote_of(json.loads(row["vote"])) if row["vote"] else None}) for row in rows
        )
    except (TypeError, ValueError) as error:
        raise StoreError(
            "a vote in the store is damaged", f"{error}; resdiff store verify names the version"
        ) from None
