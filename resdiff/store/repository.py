"""Versions and lineages: kept, listed, and given back byte for byte. Every write is one transaction."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from resdiff.core.errors import StoreError
from resdiff.core.model import Resolution
from resdiff.store.schema import NAMES, migrations
from resdiff.store.search import Hit, match_of

_PATIENCE = 10.0
"""Seconds that a write waits for another."""
_COLUMNS = (
    "version.id, lineage.slug AS lineage, version.place, version.label, version.stage, version.date, version.symbol, version.number, "
    "version.title, version.language, version.organ, version.session, version.base_of, version.vote, version.source, version.sha256, "
    "version.added, version.by_whom, version.resdiff, version.parser, "
    "(SELECT count(*) FROM paragraph WHERE paragraph.version = version.id) AS paragraphs"
)


@dataclass(frozen=True, slots=True)
class Version:
    """One immutable stored text."""

    id: int
    lineage: str
    place: int
    """Its place in the lineage, from 1."""
    label: str
    stage: str | None
    date: str | None
    symbol: str | None
    number: str | None
    title: str | None
    language: str | None
    organ: str | None
    session: str | None
    base_of: int | None
    """The id of the version it was drafted on."""
    vote: dict[str, Any] | None
    source: str
    """Where the bytes came from."""
    sha256: str
    added: str
    """When, in UTC."""
    by_whom: str | None
    resdiff: str
    parser: str
    paragraphs: int
    """How many it has."""

    @property
    def reference(self) -> str:
        """What the version is called: LINEAGE@LABEL."""
        return f"{self.lineage}@{self.label}"


@dataclass(frozen=True, slots=True)
class Lineage:
    """The ordered versions of a text on one subject."""

    slug: str
    title: str | None
    versions: int
    last: str | None
    """The date of the last version."""


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A text to be kept, with what is told of it; what is None is taken from the masthead."""

    lineage: str
    data: bytes
    resolution: Resolution
    label: str
    stage: str | None
    date: str | None
    symbol: str | None
    base_of: int | None
    added: str
    by_whom: str | None
    resdiff: str
    parser: str


class Store:
    """A store in a file."""

    def __init__(self, path: Path, create: bool = False) -> None:
        """Opens the store; makes it where `create` is true. Raises StoreError where there is none or the file is something else."""
        self.path = path
        if not create and not path.is_file():
            raise StoreError(f"there is no store at '{path}'", "resdiff add makes one; --store or RESDIFF_STORE name another")
        try:
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._db = Database(sqlite3.connect(path, timeout=_PATIENCE))
            self._db.execute("PRAGMA foreign_keys = ON")
            self._prepare()
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"'{path}' cannot be opened as a store", str(error)) from None

    def _prepare(self) -> None:
        """Brings the tables up to date; refuses those that a later resdiff has made."""
        later = [migration.name for migration in migrations.applied(self._db) if migration.name not in NAMES]
        if later:
            raise StoreError(f"'{self.path}' was written by a later resdiff", f"it has {', '.join(later)}; update resdiff")
        if not migrations.pending(self._db):
            return
        with suppress(sqlite3.OperationalError):  # another command that has opened it does the same
            self._db.enable_wal()
        with self._writing():
            migrations.apply(self._db)

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def _query(self, sql: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
        """The rows of a question. Raises StoreError where the file is damaged."""
        try:
            return list(self._db.query(sql, list(values)))
        except sqlite3.DatabaseError as error:
            raise StoreError(f"the store '{self.path}' cannot be read", f"{error}; restore it from a backup") from None

    def lineages(self) -> tuple[Lineage, ...]:
        """All lineages, by slug."""
        rows = self._query(
            "SELECT slug, lineage.title, count(version.id) AS versions, max(version.date) AS last FROM lineage "
            "LEFT JOIN version ON version.lineage = lineage.id GROUP BY lineage.id ORDER BY slug"
        )
        return tuple(Lineage(**row) for row in rows)

    def versions(self, lineage: str | None = None) -> tuple[Version, ...]:
        """The versions of a lineage in order; of all lineages without one."""
        where, values = ("WHERE lineage.slug = ?", [lineage]) if lineage is not None else ("", [])
        rows = self._query(
            f"SELECT {_COLUMNS} FROM version JOIN lineage ON lineage.id = version.lineage {where} ORDER BY slug, place",  # noqa: S608
            values,
        )
        return tuple(Version(**{**row, "vote": json.loads(row["vote"]) if row["vote"] else None}) for row in rows)

    def data(self, version: Version) -> bytes:
        """The bytes of the source of a version."""
        row = next(iter(self._query("SELECT bytes FROM version WHERE id = ?", [version.id])))
        return zlib.decompress(row["bytes"])

    def add(self, versions: Sequence[NewVersion]) -> tuple[Version, ...]:
        """Keeps the texts at the end of their lineages, all or none; one whose bytes the lineage holds is not kept twice.

        Gives the versions that were kept. Raises StoreError where a label is taken or the store is busy or cannot be written.
        """
        kept = []
        with self._writing():
            for new in versions:
                identity = self._add(new)
                if identity is not None:
                    kept.append(identity)
        return tuple(v for v in self.versions() if v.id in kept)

    def search(self, query: str, most: int) -> tuple[Hit, ...]:
        """The paragraphs that have all words and phrases of a query, the best first, then by lineage and version."""
        rows = self._query(
            "SELECT lineage.slug || '@' || version.label AS reference, version.symbol, version.date, version.vote, "
            "paragraph.id AS paragraph, reading.text FROM reading_fts JOIN reading ON reading.id = reading_fts.rowid "
            "JOIN paragraph ON paragraph.reading = reading.id JOIN version ON version.id = paragraph.version "
            "JOIN lineage ON lineage.id = version.lineage WHERE reading_fts MATCH ? "
            "ORDER BY round(bm25(reading_fts), 6), lineage.slug, version.place, paragraph.place LIMIT ?",
            [match_of(query), most],
        )
        return tuple(Hit(**row) for row in rows)

    def faults(self) -> tuple[str, ...]:
        """What is wrong in the store: damage that SQLite finds, bytes that differ from their hash, paragraphs that are missing."""
        found = [str(row[0]) for row in self._db.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"table {row[0]}, row {row[1]}: refers to nothing" for row in self._db.execute("PRAGMA foreign_key_check")]
        for version in self.versions():
            try:
                is_whole = hashlib.sha256(self.data(version)).hexdigest() == version.sha256
            except zlib.error:
                is_whole = False
            if not is_whole:
                found.append(f"{version.reference}: its bytes are not those that were kept")
            if not version.paragraphs:
                found.append(f"{version.reference}: its paragraphs are missing")
        return tuple(found)

    def back_up(self, target: str) -> None:
        """Copies the store to a new file. Raises StoreError where it exists or cannot be written."""
        path = Path(target)
        if path.exists():
            raise StoreError(f"'{target}' exists", "a backup never takes the place of a file")
        part = path.with_name(f".{path.name}.part")
        try:
            copy = sqlite3.connect(part)
            try:
                self._db.conn.backup(copy)
            finally:
                copy.close()
            part.replace(path)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"'{target}' cannot be written", str(error)) from None
        finally:
            part.unlink(missing_ok=True)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            self._db.conn.execute("BEGIN IMMEDIATE")
            yield
            self._db.conn.execute("COMMIT")
        except sqlite3.OperationalError as error:
            self._db.rollback()
            if "locked" in str(error):
                raise StoreError(
                    f"the store '{self.path}' is busy", f"another command has been writing for {_PATIENCE:.0f} seconds"
                ) from None
            raise StoreError(f"the store '{self.path}' cannot be written", str(error)) from None
        except BaseException:
            self._db.rollback()
            raise

    def _add(self, new: NewVersion) -> int | None:
        lineage = self._lineage(new.lineage, new.resolution.masthead.title)
        held = self._query("SELECT label, sha256 FROM version WHERE lineage = ?", [lineage])
        if any(row["sha256"] == new.resolution.sha256 for row in held):
            return None
        if any(row["label"] == new.label for row in held):
            raise StoreError(f"{new.lineage} already has a version '{new.label}'", "give another --label")
        head, vote = new.resolution.masthead, new.resolution.vote
        values = {
            "lineage": lineage, "place": len(held) + 1, "label": new.label, "stage": new.stage or head.stage, "date": new.date or head.date,
            "symbol": new.symbol or head.symbol, "number": head.number, "title": head.title, "language": new.resolution.language,
            "organ": head.organ, "session": head.session, "base_of": new.base_of,
            "vote": json.dumps(asdict(vote), ensure_ascii=False) if vote is not None else None, "source": new.resolution.source,
            "sha256": new.resolution.sha256, "added": new.added, "by_whom": new.by_whom, "resdiff": new.resdiff, "parser": new.parser,
            "bytes": zlib.compress(new.data, 9),
        }  # fmt: skip
        marks = ", ".join("?" * len(values))
        done = self._db.execute(f"INSERT INTO version ({', '.join(values)}) VALUES ({marks})", list(values.values()))  # noqa: S608
        identity = int(done.lastrowid or 0)
        self._add_paragraphs(identity, new.resolution)
        return identity

    def _lineage(self, slug: str, title: str | None) -> int:
        self._db.execute("INSERT INTO lineage (slug, title) VALUES (?, ?) ON CONFLICT (slug) DO NOTHING", [slug, title])
        return int(next(iter(self._query("SELECT id FROM lineage WHERE slug = ?", [slug])))["id"])

    def _add_paragraphs(self, version: int, resolution: Resolution) -> None:
        self._db.conn.executemany("INSERT OR IGNORE INTO reading (text) VALUES (?)", [(p.text,) for p in resolution.paragraphs])
        rows = [
            (version, place, p.id, p.part, p.label, p.level, p.parent, p.line, p.text)
            for place, p in enumerate(resolution.paragraphs, start=1)
        ]
        self._db.conn.executemany(
            "INSERT INTO paragraph SELECT ?, ?, ?, ?, ?, ?, ?, ?, reading.id FROM reading WHERE reading.text = ?", rows
        )
