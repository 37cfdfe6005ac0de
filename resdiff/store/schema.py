"""The tables of the store, as migrations that are applied in order and never changed.

The bytes of a source are the truth; paragraphs and readings are what the parser named beside them read there.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("resdiff")
NAMES = ("lineages_and_versions", "paragraphs_and_readings", "search_over_readings")
"""The migrations that this resdiff knows; a store that has others was written by a later one."""


@migrations()
def lineages_and_versions(db: Database) -> None:
    """A lineage has versions in order; a version is never changed."""
    db.execute("CREATE TABLE lineage (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, title TEXT)")
    db.execute(
        """CREATE TABLE version (
            id INTEGER PRIMARY KEY, lineage INTEGER NOT NULL REFERENCES lineage(id), place INTEGER NOT NULL, label TEXT NOT NULL,
            stage TEXT, date TEXT, symbol TEXT, number TEXT, title TEXT, language TEXT, organ TEXT, session TEXT,
            base_of INTEGER REFERENCES version(id), vote TEXT, source TEXT NOT NULL, sha256 TEXT NOT NULL, added TEXT NOT NULL,
            by_whom TEXT, resdiff TEXT NOT NULL, parser TEXT NOT NULL, bytes BLOB NOT NULL,
            UNIQUE (lineage, label), UNIQUE (lineage, place), UNIQUE (lineage, sha256))"""
    )


@migrations()
def paragraphs_and_readings(db: Database) -> None:
    """A reading is kept once, however many versions have it."""
    db.execute("CREATE TABLE reading (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)")
    db.execute(
        """CREATE TABLE paragraph (
            version INTEGER NOT NULL REFERENCES version(id), place INTEGER NOT NULL, id TEXT NOT NULL, part TEXT NOT NULL, label TEXT,
            level INTEGER NOT NULL, parent TEXT, line INTEGER NOT NULL, reading INTEGER NOT NULL REFERENCES reading(id),
            PRIMARY KEY (version, place)) WITHOUT ROWID"""
    )
    db.execute("CREATE INDEX paragraph_reading ON paragraph (reading)")


@migrations()
def search_over_readings(db: Database) -> None:
    """Full text over the readings, kept up by triggers; a reading is never changed."""
    words = "tokenize='unicode61 remove_diacritics 2'"
    db.execute(f"CREATE VIRTUAL TABLE reading_fts USING fts5 (text, content='reading', content_rowid='id', {words})")
    db.execute("INSERT INTO reading_fts (reading_fts) VALUES ('rebuild')")
    db.execute(
        "CREATE TRIGGER reading_added AFTER INSERT ON reading BEGIN INSERT INTO reading_fts (rowid, text) VALUES (new.id, new.text); END"
    )
    db.execute(
        """CREATE TRIGGER reading_dropped AFTER DELETE ON reading
        BEGIN INSERT INTO reading_fts (reading_fts, rowid, text) VALUES ('delete', old.id, old.text); END"""
    )
    db.execute(
        """CREATE VIEW paragraphs AS SELECT lineage.slug AS lineage, version.label AS version, version.symbol, version.date, version.stage,
        paragraph.id AS paragraph, paragraph.part, paragraph.label, reading.text FROM paragraph
        JOIN version ON version.id = paragraph.version JOIN lineage ON lineage.id = version.lineage
        JOIN reading ON reading.id = paragraph.reading ORDER BY lineage.slug, version.place, paragraph.place"""
    )
