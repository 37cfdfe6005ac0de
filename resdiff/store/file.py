"""The file of a store: opened, brought up to date, asked, and written to in transactions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from resdiff.core import rules
from resdiff.core.errors import StoreError

NAMES = (
    "lineages_and_versions",
    "paragraphs_and_readings",
    "search_over_readings",
    "readings_by_digest",
    "corrections_and_drops",
    "parsed_texts_and_packs",
    "comparisons_and_verbs",
    "judgements_and_journal",
    "views",
    "steps",
    "names_of_columns",
    "rounds",
)
"""The migrations that this resdiff knows; a store that has others was written by a later one."""

_PATIENCE = 10.0
"""Seconds that a write waits for another."""
_MIGRATIONS = "_sqlite_migrations"
"""Where sqlite-utils notes which migrations were applied."""
_CHECKPOINT = 8_000
"""Pages of the log from which on they are moved into the store itself: often would write the same pages again
and again.
"""
_STEP = 2_000
"""Pages that a copy takes at a time; between them it can be stopped."""


class _TakenBack(Exception):  # noqa: N818 - no error: a transaction that is not to be kept
    """Ends a transaction without keeping it."""


def make_private(path: Path) -> None:
    """Makes an empty file that only its owner may read, where there is none: drafts are confidential."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


class StoreFile:
    """A store in a file. Every write is one transaction."""

    def __init__(self, path: Path, create: bool = False) -> None:
        """Opens the store; makes it where `create` is true.

        Raises StoreError where there is none or the file is something else.
        """
        self.path = path = (
            path.absolute()
        )  # SQLite takes some names that are no absolute path for something else than a file
        if path.is_dir():
            raise StoreError(f"'{path}' is a folder", "name a file in it with --store")
        if not create and not path.is_file():
            raise StoreError(
                f"there is no store at '{path}'",
                "resdiff add makes one; --store or RESDIFF_STORE name another",
            )
        try:
            if create:
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                make_private(path)
            self.is_writable = self._may_write()
            self._conn = self._connect()
            self._conn.create_function("casefold", 1, str.casefold, deterministic=True)
            self._conn.execute("PRAGMA foreign_keys = ON")
            self._conn.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")
            self._prepare(create)
        except (
            OSError,
            sqlite3.Error,
            ValueError,
            LookupError,
            TypeError,
        ) as error:  # the last three from a schema that is damaged
            why = (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
            raise StoreError(f"'{path}' cannot be opened as a store", why) from None

    def _may_write(self) -> bool:
        return os.access(self.path.parent, os.W_OK) and (
            not self.path.exists() or os.access(self.path, os.W_OK)
        )

    def _connect(self) -> sqlite3.Connection:
        """A connection; where nobody may write, one that leaves no file beside the store."""
        if self.is_writable:
            return sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        is_still = not Path(f"{self.path}-wal").exists()
        uri = f"file:{quote(os.fsencode(self.path.resolve()))}?mode=ro{'&immutable=1' if is_still else ''}"
        return sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)

    def _prepare(self, create: bool) -> None:
        """Brings the tables up to date; refuses what is no store, and those that a later resdiff has made."""
        tables = {
            name for (name,) in self._conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        applied = set()
        if _MIGRATIONS in tables:
            applied = {
                name
                for (name,) in self._conn.execute(
                    f"SELECT name FROM {_MIGRATIONS} WHERE migration_set = 'resdiff'"
                )
            }
        if not applied and (tables or not create):
            what = "is a database of something else" if tables else "is empty"
            raise StoreError(f"'{self.path}' is not a store: it {what}", "name another with --store")
        later = sorted(applied.difference(NAMES))
        if later:
            raise StoreError(
                f"'{self.path}' was written by a later resdiff", f"it has {', '.join(later)}; update resdiff"
            )
        is_old = len(applied) < len(NAMES)
        if is_old and not self.is_writable:
            raise StoreError(
                f"'{self.path}' was written by an earlier resdiff and cannot be written to",
                "copy it to a folder of yours",
            )
        if is_old or (self.is_writable and self.rows("SELECT rules FROM current") != [(rules.COMPARISONS,)]):
            self._migrate()

    def _migrate(self) -> None:
        """Applies the migrations that are not yet applied, and notes the rules of today."""
        from sqlite_utils import Database  # takes as long to load as most commands take in all

        from resdiff.store.schema import migrations

        db = Database(self._conn)
        with suppress(sqlite3.OperationalError):  # another command that has opened it does the same
            db.enable_wal()
        with self.writing():
            migrations.apply(db)
            self.run(
                "INSERT INTO current (id, rules) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET rules ="
                " excluded.rules",
                [rules.COMPARISONS],
            )
            self._after_migrations()

    def _after_migrations(self) -> None:
        """Hook: completes a store that an earlier schema made."""

    def _after_begin(self) -> None:
        """Hook: runs once, at the start of each transaction."""

    def _before_commit(self) -> None:
        """Hook: runs once, before each transaction is committed."""

    def close(self) -> None:
        """Closes the file."""
        self._conn.close()

    def query(self, sql: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
        """The rows of a question. Raises StoreError where the file is damaged."""
        try:
            cursor = self._conn.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self.unreadable(error) from None

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The same as plain tuples: quicker where there are many."""
        try:
            return self._conn.execute(sql, values).fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self.unreadable(error) from None

    def unreadable(self, error: Exception) -> StoreError:
        """The error of a file that is damaged."""
        return StoreError(f"the store '{self.path}' cannot be read", f"{error}; restore it from a backup")

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Runs a writing statement, inside `writing()`; returns the id of an inserted row."""
        return int(self._conn.execute(sql, values).lastrowid or 0)

    def run_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Writes many rows, within `writing`."""
        self._conn.executemany(sql, rows)

    def insert(self, table: str, values: dict[str, object]) -> int:
        """Adds a row to a table of the schema; gives its id."""
        marks = ", ".join("?" * len(values))
        names = ", ".join(f'"{name}"' for name in values)
        return self.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values()))

    @contextmanager
    def writing(self, patience: float | None = None) -> Iterator[None]:
        """One transaction, all or nothing; waits `patience` seconds for another writer.

        A nested call becomes part of the outer transaction.

        Raises StoreError where the store is busy for too long or cannot be written to.
        """
        if self._conn.in_transaction:
            yield
            return
        if not self.is_writable:
            raise StoreError(
                f"the store '{self.path}' may not be written to", "the file or its folder is read-only"
            )
        wait = _PATIENCE if patience is None else patience
        try:
            self._conn.execute(f"PRAGMA busy_timeout = {wait * 1000:.0f}")
            self._conn.execute("BEGIN IMMEDIATE")
            self._after_begin()
            yield
            self._before_commit()
            self._conn.execute("COMMIT")
        except sqlite3.OperationalError as error:
            self._roll_back()
            if "locked" in str(error):
                raise StoreError(
                    f"the store '{self.path}' is busy",
                    f"another command has been writing for {wait:.0f} seconds",
                ) from None
            raise StoreError(f"the store '{self.path}' cannot be written", str(error)) from None
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            self._roll_back()
            raise self.unreadable(error) from None
        except BaseException:
            self._roll_back()
            raise

    def try_out(self, sql: str) -> None:
        """Runs a statement in a transaction that is taken back.

        Raises StoreError where it fails or the store is busy.
        """
        with suppress(_TakenBack), self.writing():
            self.run(sql)
            raise _TakenBack

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copies all to another database, consistent while others write."""
        self._conn.backup(target, pages=_STEP)

    def shrink(self) -> None:
        """Gives the room back that is no longer used.

        Raises StoreError where the store is busy or the disk too full for a copy.
        """
        try:
            self._conn.execute("VACUUM")
            self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.OperationalError as error:
            raise StoreError(
                f"the store '{self.path}' cannot be made smaller", f"{error}; nothing is lost"
            ) from None

    def _roll_back(self) -> None:
        with suppress(sqlite3.Error):  # SQLite has done so itself where the disk is full
            self._conn.rollback()
