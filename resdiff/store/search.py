"""Phrases over the readings of the store: words in a row, and several of them with AND, quotes or prefixes*.

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
_AND = re.compile(r"\s+AND\s+")
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


class _Term(NamedTuple):
    """Words in a row of which the last may go on."""

    words: str
    is_prefix: bool


def _terms_of(query: str) -> list[_Term]:
    """What a query asks for: all of it stands in a paragraph.

    Words are a phrase. AND parts phrases; where there are double quotes or a `*`, what is quoted is a phrase
    and each other word stands for itself, as in Chinese what blanks part.
    """
    terms = []
    for part in _AND.split(query.translate(_QUOTES)):
        if '"' in part or "*" in part or has_han(part):
            terms += [
                _Term(quoted or word.rstrip("*"), word.endswith("*")) for quoted, word in _TERM.findall(part)
            ]
        else:
            terms.append(_Term(part, False))
    return [term for term in terms if _WORD.search(term.words) is not None]


def in_any_order(query: str) -> str | None:
    """A phrase of several words as a query for these words wherever they stand; None for another query."""
    words = [word for word in query.split() if word != "AND"]
    is_phrase = len(words) > 1 and [term.words for term in _terms_of(query)] == [query]
    return " AND ".join(words) if is_phrase else None


def match_of(query: str) -> str:
    """The query as FTS5 takes it: every phrase quoted, all of them wanted.

    Raises UsageError where it holds no word.
    """
    terms = _terms_of(query)
    if not terms:
        raise UsageError(f"'{query}' holds no word", "give words, or a beginning*")
    return " AND ".join(
        f'"{" ".join(_WORD.findall(term.words))}"{"*" if term.is_prefix else ""}' for term in terms
    )


def spans_of(query: str, text: str) -> list[tuple[int, int]]:
    """The characters [start, end) of a text that a query asks for, in order; none of them overlap."""
    spans: list[tuple[int, int]] = []
    for term in _terms_of(query):
        words = [re.escape(part) for part in _WORD.findall(term.words)]
        if has_han(term.words):
            spans += [match.span() for match in re.finditer(re.escape(term.words), text)]
        else:
            end = r"\w*" if term.is_prefix else r"\b"
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
            terms.append("instr(casefold(lineage.slug || ' ' || coalesce(version.title, '')), ?)")
            values.append(self.lineages.casefold())
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
        terms = [term.words for term in _terms_of(query)]
        contain = " AND ".join(["instr(reading.text, ?)"] * len(terms))
        return _Search(f" FROM reading{_STANDING}{contain} AND {condition}", [*terms, *values], "")
    source = f" FROM reading_fts JOIN reading ON reading.id = reading_fts.rowid{_STANDING}"
    return _Search(
        f"{source}reading_fts MATCH ? AND {condition}",
        [match_of(query), *values],
        "round(bm25(reading_fts), 6), ",
    )


def count_versions(store: Store, versions: VersionFilter) -> int:
    """How many versions a filter leaves."""
    condition, values = versions.condition()
    query = "SELECT count(*) AS versions FROM version JOIN lineage ON lineage.id = version.lineage WHERE "
    (row,) = store.query(query + condition, values)
    return int(row["versions"])


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
