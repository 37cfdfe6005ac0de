"""The tables of the store, as migrations that are applied in order and never changed.

The bytes of a source are the truth; paragraphs and readings are what the parser named beside them read there.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("resdiff")


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
