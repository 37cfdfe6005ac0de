"""The tables of the store, as migrations that are applied in order and never changed.

The source bytes are authoritative; paragraphs and readings were derived by the rules in column `parser`.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from resdiff.store.seals import digest
from resdiff.store.views import COUNTS, VIEWS

migrations = Migrations("resdiff")
_WORDS_GO = """CREATE TRIGGER reading_dropped AFTER DELETE ON reading
    BEGIN INSERT INTO reading_fts (reading_fts, rowid, text) VALUES ('delete', old.id, old.text); END"""


@migrations()
def lineages_and_versions(db: Database) -> None:
    """A lineage has versions in order; a version is never changed."""
    db.execute("CREATE TABLE lineage (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, title TEXT)")
    db.execute("""CREATE TABLE version (
            id INTEGER PRIMARY KEY, lineage INTEGER NOT NULL REFERENCES lineage(id), place INTEGER NOT NULL,
            label TEXT NOT NULL,
            stage TEXT, date TEXT, symbol TEXT, number TEXT, title TEXT, language TEXT, organ TEXT,
            session TEXT,
            base_of INTEGER REFERENCES version(id), vote TEXT, source TEXT NOT NULL, sha256 TEXT NOT NULL,
            added TEXT NOT NULL,
            by_whom TEXT, resdiff TEXT NOT NULL, parser TEXT NOT NULL, bytes BLOB NOT NULL,
            UNIQUE (lineage, label), UNIQUE (lineage, place), UNIQUE (lineage, sha256))""")


@migrations()
def paragraphs_and_readings(db: Database) -> None:
    """A reading is kept once, however many versions have it."""
    db.execute("CREATE TABLE reading (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)")
    db.execute("""CREATE TABLE paragraph (
            version INTEGER NOT NULL REFERENCES version(id), place INTEGER NOT NULL, id TEXT NOT NULL,
            part TEXT NOT NULL, label TEXT,
            level INTEGER NOT NULL, parent TEXT, line INTEGER NOT NULL,
            reading INTEGER NOT NULL REFERENCES reading(id),
            PRIMARY KEY (version, place)) WITHOUT ROWID""")
    db.execute("CREATE INDEX paragraph_reading ON paragraph (reading)")


@migrations()
def search_over_readings(db: Database) -> None:
    """Full text over the readings; a reading is never changed."""
    words = "tokenize='unicode61 remove_diacritics 2'"
    db.execute(
        f"CREATE VIRTUAL TABLE reading_fts USING fts5 (text, content='reading', content_rowid='id', {words})"
    )
    db.execute("INSERT INTO reading_fts (reading_fts) VALUES ('rebuild')")
    db.execute(
        "CREATE TRIGGER reading_added AFTER INSERT ON reading BEGIN INSERT INTO reading_fts (rowid, text)"
        " VALUES (new.id, new.text); END"
    )
    db.execute(_WORDS_GO)
    db.execute(
        """CREATE VIEW paragraphs AS SELECT lineage.slug AS lineage, version.label AS version,
        version.symbol, version.date, version.stage,
        paragraph.id AS paragraph, paragraph.part, paragraph.label, reading.text FROM paragraph
        JOIN version ON version.id = paragraph.version JOIN lineage ON lineage.id = version.lineage
        JOIN reading ON reading.id = paragraph.reading ORDER BY lineage.slug, version.place,
        paragraph.place"""
    )


@migrations()
def readings_by_digest(db: Database) -> None:
    """A reading is found by its digest: an index over whole texts is as large as they are.

    Words are indexed at the end of a write.
    """
    db.conn.create_function("digest", 1, digest, deterministic=True)
    db.execute("DROP VIEW paragraphs")
    db.execute("CREATE TABLE text (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, text TEXT NOT NULL)")
    db.execute("INSERT INTO text SELECT id, digest(text), text FROM reading")
    db.execute("""CREATE TABLE passage (
            version INTEGER NOT NULL REFERENCES version(id), place INTEGER NOT NULL, id TEXT NOT NULL,
            part TEXT NOT NULL, label TEXT,
            level INTEGER NOT NULL, parent TEXT, line INTEGER NOT NULL,
            reading INTEGER NOT NULL REFERENCES text(id),
            PRIMARY KEY (version, place)) WITHOUT ROWID""")
    db.execute("INSERT INTO passage SELECT * FROM paragraph")
    for table in ("paragraph", "reading"):
        db.execute(f"DROP TABLE {table}")
    for old, new in (("text", "reading"), ("passage", "paragraph")):
        db.execute(f"ALTER TABLE {old} RENAME TO {new}")
    db.execute("CREATE INDEX paragraph_reading ON paragraph (reading)")
    db.execute(_WORDS_GO)


@migrations()
def corrections_and_drops(db: Database) -> None:
    """A version may supersede another, and be dropped for a while.

    What an index told beside it is kept as it was.
    """
    db.execute("UPDATE version SET stage = 'revised draft' WHERE stage = 'revised'")
    db.execute("ALTER TABLE lineage ADD COLUMN extra TEXT")
    for column in (
        "supersedes INTEGER REFERENCES version(id)",
        "reason TEXT",
        "dropped TEXT",
        "extra TEXT",
        "seal TEXT",
    ):
        db.execute(f"ALTER TABLE version ADD COLUMN {column}")
    db.execute("CREATE INDEX version_supersedes ON version (supersedes) WHERE supersedes IS NOT NULL")


@migrations()
def parsed_texts_and_packs(db: Database) -> None:
    """What a parse holds beside its paragraphs.

    Sources and parses of a lineage are packed together when the store is compacted.
    """
    db.execute("CREATE TABLE pack (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
    for column in ("parsed BLOB", "pack INTEGER REFERENCES pack(id)", "pack_at TEXT"):
        db.execute(f"ALTER TABLE version ADD COLUMN {column}")


@migrations()
def comparisons_and_verbs(db: Database) -> None:
    """Comparisons and verbs under the rules that made them.

    A sense is what the lexicon knows of a verb, as JSON.
    """
    db.execute("CREATE TABLE current (id INTEGER PRIMARY KEY CHECK (id = 1), rules TEXT NOT NULL, held TEXT)")
    db.execute("CREATE TABLE sense (id INTEGER PRIMARY KEY, told TEXT NOT NULL UNIQUE)")
    db.execute("ALTER TABLE version ADD COLUMN verbs TEXT")
    db.execute("""CREATE TABLE verb (
            version INTEGER NOT NULL REFERENCES version(id), paragraph INTEGER NOT NULL,
            nth INTEGER NOT NULL, begin INTEGER NOT NULL,
            "end" INTEGER NOT NULL, inner INTEGER NOT NULL, sense INTEGER NOT NULL REFERENCES sense(id),
            PRIMARY KEY (version, paragraph, nth)) WITHOUT ROWID""")
    db.execute("CREATE TABLE scale (id INTEGER PRIMARY KEY, told TEXT NOT NULL UNIQUE)")
    counts = ", ".join(f"{word} INTEGER NOT NULL" for word in COUNTS)
    db.execute(f"""CREATE TABLE comparison (
            id INTEGER PRIMARY KEY, base INTEGER NOT NULL REFERENCES version(id),
            revised INTEGER NOT NULL REFERENCES version(id),
            rules TEXT NOT NULL, options TEXT NOT NULL, {counts}, warnings TEXT NOT NULL,
            scale INTEGER NOT NULL REFERENCES scale(id), seal TEXT NOT NULL,
            UNIQUE (base, revised, rules, options))""")
    db.execute("CREATE INDEX comparison_revised ON comparison (revised)")
    db.execute("""CREATE TABLE change (
            comparison INTEGER NOT NULL REFERENCES comparison(id) ON DELETE CASCADE, place INTEGER NOT NULL,
            kind TEXT NOT NULL,
            base TEXT NOT NULL, revised TEXT NOT NULL, paragraphs INTEGER NOT NULL, moved INTEGER NOT NULL,
            renumbered INTEGER NOT NULL,
            by_hand INTEGER NOT NULL, similarity REAL, confidence REAL, reasons TEXT, edits TEXT, hedges TEXT,
            PRIMARY KEY (comparison, place)) WITHOUT ROWID""")
    db.execute("""CREATE TABLE shift (
            comparison INTEGER NOT NULL REFERENCES comparison(id) ON DELETE CASCADE, place INTEGER NOT NULL,
            nth INTEGER NOT NULL,
            change TEXT NOT NULL, shift TEXT, base_paragraph INTEGER, base_verb INTEGER,
            revised_paragraph INTEGER, revised_verb INTEGER,
            PRIMARY KEY (comparison, place, nth)) WITHOUT ROWID""")


@migrations()
def judgements_and_journal(db: Database) -> None:
    """Links that people decided, and what was done to versions after they were kept."""
    db.execute("""CREATE TABLE judgement (
            id INTEGER PRIMARY KEY, base INTEGER NOT NULL REFERENCES version(id),
            base_paragraph TEXT NOT NULL,
            base_reading INTEGER NOT NULL REFERENCES reading(id),
            revised INTEGER NOT NULL REFERENCES version(id),
            revised_paragraph TEXT NOT NULL, revised_reading INTEGER NOT NULL REFERENCES reading(id),
            decision TEXT NOT NULL CHECK (decision IN ('link', 'unlink')), at TEXT NOT NULL, by_whom TEXT,
            seal TEXT NOT NULL,
            UNIQUE (base, base_paragraph, revised, revised_paragraph))""")
    db.execute("CREATE INDEX judgement_revised ON judgement (revised)")
    db.execute(
        """CREATE TABLE journal (
            id INTEGER PRIMARY KEY, at TEXT NOT NULL, by_whom TEXT, deed TEXT NOT NULL, what TEXT NOT NULL,
            seal TEXT NOT NULL)"""
    )


@migrations()
def views(db: Database) -> None:
    """What people read with other tools."""
    _create_views(db)


@migrations()
def steps(db: Database) -> None:
    """What the versions before it say of a version: paragraphs that came back, where words first stood."""
    db.execute("""CREATE TABLE step (
            id INTEGER PRIMARY KEY, version INTEGER NOT NULL UNIQUE REFERENCES version(id),
            chain TEXT NOT NULL, rules TEXT NOT NULL,
            told BLOB NOT NULL, seal TEXT NOT NULL)""")


@migrations()
def names_of_columns(db: Database) -> None:
    """Names that say what a column holds, for people who read the tables."""
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        db.execute(f"DROP VIEW {name}")
    for table, old, new in (
        ("version", "by_whom", "author"),
        ("judgement", "at", "timestamp"),
        ("judgement", "by_whom", "author"),
        ("journal", "at", "timestamp"),
        ("journal", "by_whom", "author"),
        ("journal", "deed", "action"),
        ("journal", "what", "details"),
        ("current", "held", "row_counts"),
        ("sense", "told", "details"),
        ("scale", "told", "details"),
        ("step", "told", "details"),
    ):
        db.execute(f"ALTER TABLE {table} RENAME COLUMN {old} TO {new}")
    _create_views(db)


@migrations()
def rounds(db: Database) -> None:
    """Of which adopted text a draft is a round, where people say so.

    The steps of a version depend on which versions are followed up to it: years, or rounds too.
    """
    db.execute("ALTER TABLE version ADD COLUMN round_of INTEGER REFERENCES version(id)")
    db.execute("DROP TABLE step")
    db.execute("""CREATE TABLE step (
            id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES version(id),
            chain TEXT NOT NULL, rules TEXT NOT NULL, details BLOB NOT NULL, seal TEXT NOT NULL,
            UNIQUE (version, chain))""")


def _create_views(db: Database) -> None:
    """The views of today; SQLite looks at what they refer to only when they are used."""
    for view in VIEWS:
        db.execute(view)
