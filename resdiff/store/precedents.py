"""Readings of the store that may be near to a wording, by the words of its index; where a reading stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from resdiff.core.tokens import searched_words
from resdiff.store.repository import Store
from resdiff.store.search import VersionFilter

_VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab('main', 'reading_fts', 'row')"


_RARE, _FEW = 3, 400
"""Words by which the readings with a run are looked for, and how many readings are looked through for it."""


def _forms(text: str) -> str:
    """The words of a text in their matching form."""
    return " ".join(word for word, _, _ in searched_words(text))


class StoredReading(NamedTuple):
    """A reading by its number in the store."""

    number: int
    text: str


class PrecedentIndex:
    """What is asked of the index of a store, for the versions that a filter leaves."""

    def __init__(
        self,
        store: Store,
        versions: VersionFilter,
        without: Collection[int] = (),
        before: str | None = None,
    ) -> None:
        """`without` are the ids of versions that are not looked at: the text itself, and what came later in
        its lineage; nor are those dated after `before`, a day.
        """
        self._store = store
        store.run(_VOCABULARY)
        ((self.total,),) = store.rows("SELECT count(*) FROM reading")
        self._counts: dict[str, int] = {}
        condition, self._values = versions.condition()
        if without:
            condition += f" AND version.id NOT IN ({', '.join('?' * len(without))})"
            self._values += list(without)
        if before is not None:
            condition += " AND (version.date IS NULL OR version.date <= ?)"
            self._values.append(before)
        self._is_all = versions == VersionFilter() and not without and before is None
        """Whether only readings that were dropped are left out: few, so they are left out afterwards."""
        self._standing = (
            "FROM paragraph JOIN version ON version.id = paragraph.version"
            f" JOIN lineage ON lineage.id = version.lineage WHERE {condition} AND paragraph.reading ="
        )

    def counts(self, words: Iterable[str]) -> dict[str, int]:
        """In how many readings of the store each word stands."""
        words = list(dict.fromkeys(words))
        for word in words:
            if word not in self._counts:
                rows = self._store.rows("SELECT doc FROM temp.word WHERE term = ?", [word])
                self._counts[word] = rows[0][0] if rows else 0
        return {word: self._counts[word] for word in words}

    def candidates(self, words: Sequence[str], most: int) -> list[StoredReading]:
        """The readings that have any of some words, the best by bm25 first."""
        if not words:
            return []
        query = " OR ".join(f'"{word}"' for word in words)
        condition = "" if self._is_all else f" AND EXISTS (SELECT 1 {self._standing} reading_fts.rowid)"
        rows = self._store.rows(
            "SELECT reading.id, text FROM (SELECT rowid, rank FROM reading_fts WHERE reading_fts MATCH"
            f" ?{condition} ORDER BY rank LIMIT ?) AS hit JOIN reading ON reading.id = hit.rowid"
            " ORDER BY round(hit.rank, 6), reading.id",
            [query, *([] if self._is_all else self._values), most],
        )
        return [StoredReading(*row) for row in rows if self._stands(row[0])]

    def with_run(self, words: Sequence[str]) -> StoredReading | None:
        """The first reading in which words stand one after the other; None where they do in none."""
        counts = self.counts(words)
        if not all(counts.values()):
            return None
        rare = sorted(counts, key=lambda word: (counts[word], word))[:_RARE]
        rows = self._store.rows(
            "SELECT reading.id, reading.text FROM reading_fts JOIN reading ON reading.id = reading_fts.rowid"
            " WHERE reading_fts MATCH ? ORDER BY reading_fts.rowid LIMIT ?",
            [" AND ".join(f'"{word}"' for word in rare), _FEW],
        )
        if len(rows) < _FEW:  # quicker than to ask for the run, whose other words stand nearly everywhere
            run = f" {' '.join(words)} "
            match = (StoredReading(*row) for row in rows if run in f" {_forms(row[1])} ")
            return next((reading for reading in match if self._stands(reading.number)), None)
        rows = self._store.rows(
            "SELECT reading.id, reading.text FROM reading_fts JOIN reading ON reading.id = reading_fts.rowid"
            f" WHERE reading_fts MATCH ? AND EXISTS (SELECT 1 {self._standing} reading.id)"
            " ORDER BY reading_fts.rowid LIMIT 1",
            [f'"{" ".join(words)}"', *self._values],
        )
        return StoredReading(*rows[0]) if rows else None

    def _stands(self, reading: int) -> bool:
        """Whether a version that is looked at has a reading."""
        query = f"SELECT 1 {self._standing} ? LIMIT 1"
        return bool(self._store.rows(query, [*self._values, reading]))

    def standings(self, reading: int) -> list[dict[str, Any]]:
        """The paragraphs that have a reading, the newest first, adopted ones before others of a day.

        A row has lineage, version, symbol, date, stage, paragraph, vote (as JSON) and current (whether the
        version is the last of its lineage).
        """
        rows = self._store.query(
            "SELECT lineage.slug AS lineage, version.label AS version, version.symbol, version.date,"
            " version.stage, paragraph.id AS paragraph, version.vote, version.place = (SELECT max(place) FROM"
            " version AS other WHERE other.lineage = version.lineage AND other.dropped IS NULL) AS current"
            f" {self._standing} ? ORDER BY version.date DESC, version.stage = 'adopted' DESC, lineage.slug,"
            " version.place DESC, paragraph.place",
            [*self._values, reading],
        )
        return [{**row, "current": bool(row["current"])} for row in rows]
