"""Looking after a store: every byte checked, a consistent copy, and a file as small as it can be."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from resdiff.core import rules
from resdiff.core.errors import ResdiffError, StoreError
from resdiff.core.lexicon import find_lexicon
from resdiff.core.model import Masthead, Resolution
from resdiff.core.verbs import find_verbs
from resdiff.store.comparisons import stored_rows
from resdiff.store.file import make_private
from resdiff.store.histories import STEP_SEALED
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.store.rows import with_facts
from resdiff.store.seals import digest, seal
from resdiff.store.verbs import stored_verbs

Parse = Callable[[Version, bytes], Resolution]
"""Parses the source of a version anew."""
_BROKEN = (ResdiffError, ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What a damaged row may raise where it is read."""
_SEALED = {
    "judgement": (
        "base, base_paragraph, base_reading, revised, revised_paragraph, revised_reading, decision,"
        " timestamp, author"
    ),
    "journal": "timestamp, author, action, details",
    "step": STEP_SEALED,
}
"""Tables whose rows are sealed one by one, with the columns that are."""


def faults(store: Store, of_versions: Callable[[Sequence[int]], Iterable[str]]) -> Iterator[str]:
    """What is wrong in a store.

    Checked are SQLite's own structures, the tables themselves, the versions by `of_versions`, which is given
    their ids, and all else by its seal.
    """
    for check in (_structure, _search_index, _tally):
        yield from _checked("the store", check(store))
    yield from of_versions(_ids(store, "version"))
    for identity in _ids(store, "comparison"):
        yield from _checked(f"comparison {identity}", _comparison_faults(store, identity))
    for table, columns in _SEALED.items():
        yield from _checked(table, _row_faults(store, table, columns))


def version_faults(store: Store, parse: Parse | None, identities: Iterable[int]) -> Iterator[str]:
    """What is wrong with versions: their facts and paragraphs by their seal, the bytes of their sources by
    their hash; with `parse` also the parsed text against its source and the verbs against the text.
    """
    for identity in identities:
        yield from _checked(f"version {identity}", _faults_of(store, identity, parse))


def is_damaged(store: Store) -> bool:
    """Whether stored data differs from what was stored, as far as seals and digests show without parsing a
    text again.
    """

    def unparsed(version: Version, data: bytes) -> Resolution:
        return store.text(version) or empty

    empty = Resolution(paragraphs=(), matter=(), masthead=Masthead(), vote=None, language="und")
    return next(faults(store, partial(version_faults, store, unparsed)), None) is not None


def _checked(what: str, faults_of_it: Iterator[str]) -> Iterator[str]:
    """The faults that a check finds; a row that cannot be read at all is a fault, too."""
    try:
        yield from faults_of_it
    except _BROKEN as error:
        yield f"{what} cannot be read: {error}"


def _ids(store: Store, table: str) -> list[int]:
    return [identity for (identity,) in store.rows(f"SELECT id FROM {table} ORDER BY id")]


def _definitions(rows: Iterable[tuple[str, str, str | None]]) -> dict[str, tuple[str, str]]:
    """Kind and SQL by name; how the SQL is broken into lines makes no difference."""
    return {name: (kind, " ".join((sql or "").split())) for kind, name, sql in rows}


def _structure(store: Store) -> Iterator[str]:
    """Damage that SQLite finds, rows that refer to nothing, and tables that are not those of this resdiff."""
    yield from (str(row[0]) for row in store.rows("PRAGMA integrity_check") if row[0] != "ok")
    yield from (
        f"table {row[0]}, row {row[1]}: refers to nothing" for row in store.rows("PRAGMA foreign_key_check")
    )
    from sqlite_utils import Database  # only here and where a store is made

    from resdiff.store.schema import migrations

    query = (
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE"
        " 'reading_fts_%'"
    )
    with closing(Database(memory=True)) as fresh:
        migrations.apply(fresh)
        expected = _definitions(fresh.execute(query))
    actual = _definitions(store.rows(query))
    yield from (
        f"{actual.get(n, expected.get(n, ('', '')))[0]} {n}: is not as resdiff makes it"
        for n in sorted(expected)
        if actual.get(n) != expected[n]
    )


def _tally(store: Store) -> Iterator[str]:
    """Whether as many rows are there as there were after the last write."""
    ((counts,),) = store.rows("SELECT row_counts FROM current")
    if counts != store.tally():
        yield f"rows are missing: {counts} were stored, {store.tally()} are there"


def _search_index(store: Store) -> Iterator[str]:
    """Whether the readings are those of their digests, and the index of words fits them.

    That takes a store that can be written to.
    """
    for identity, stored, text in store.rows("SELECT id, digest, text FROM reading"):
        if stored != digest(text):
            yield f"reading {identity}: is not what was kept"
    if not store.is_writable:
        return
    try:
        store.try_out("INSERT INTO reading_fts (reading_fts, rank) VALUES ('integrity-check', 1)")
    except StoreError as error:
        if "busy" in error.message:
            raise
        yield f"the index of words does not fit the readings: {error.hint}"


def _faults_of(store: Store, identity: int, parse: Parse | None) -> Iterator[str]:
    version = store.version(identity)
    if store.rows("SELECT seal FROM version WHERE id = ?", [identity]) != [(store.seal_of(identity),)]:
        yield f"{version.reference}: its facts or paragraphs are not those that were stored"
    data = store.data(version)
    if hashlib.sha256(data).hexdigest() != version.sha256:
        yield f"{version.reference}: its bytes are not those that were kept"
        return
    text = store.text(version) if parse is not None else None
    if text is None or parse is None:
        return
    if version.parser == rules.TEXTS and text != with_facts(parse(version, data), version):
        yield f"{version.reference}: its paragraphs are not those of its source"
        return
    if version.verbs == rules.COMPARISONS and stored_verbs(store, version, text) != find_verbs(
        text, find_lexicon(text.language)
    ):
        yield f"{version.reference}: its verbs are not those of its paragraphs"


def _comparison_faults(store: Store, identity: int) -> Iterator[str]:
    values, rows, shifts, sealed = stored_rows(store, identity)
    if sealed != seal(values, rows, shifts):
        yield f"comparison {identity}: is not what was kept"


def _row_faults(store: Store, table: str, columns: str) -> Iterator[str]:
    for identity, sealed, *values in store.rows(f"SELECT id, seal, {columns} FROM {table} ORDER BY id"):
        if sealed != seal(values):
            yield f"{table} {identity}: is not what was kept"


def back_up(store: Store, target: str) -> None:
    """Copies the store to a new file, consistent while others write.

    Raises StoreError where it exists or cannot be written.
    """
    path = Path(target)
    if not path.name:
        raise StoreError(f"'{target}' is not a file name", "give one that does not exist")
    if path.exists() or path.is_symlink():
        raise StoreError(f"'{target}' exists", "a backup never replaces a file")
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part").absolute()
    try:
        part.unlink(missing_ok=True)
        make_private(part)
        with closing(sqlite3.connect(part)) as copy:
            store.copy_to(copy)
        part.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"'{target}' cannot be written", str(error)) from None
    finally:
        for left in (part, part.with_name(f"{part.name}-journal")):
            left.unlink(missing_ok=True)
