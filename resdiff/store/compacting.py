"""Makes a store as small as it can be: what was dropped goes for good, texts that differ little are packed
together.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from resdiff.core import rules
from resdiff.core.errors import StoreError
from resdiff.store.journal import note
from resdiff.store.records import Stamp, Version
from resdiff.store.repository import Store

_PACK = 2 * 1024 * 1024
"""Bytes of sources and parsed texts that are packed together at most: reading one text unpacks as much."""


class Compacted(Struct, frozen=True, kw_only=True):
    """What a compaction did; sizes in bytes."""

    removed: tuple[str, ...]
    """The references of the versions that went."""
    before: int
    after: int


def compact(store: Store, stamp: Stamp) -> Compacted:
    """Removes for good what was dropped and what earlier rules made, packs the texts of each lineage, and
    shrinks the file.

    Raises StoreError where a text is damaged: then nothing is changed.
    """
    before = store.path.stat().st_size
    with store.writing():
        gone = [version for version in store.versions(with_dropped=True) if version.dropped is not None]
        for version in gone:
            _remove(store, version)
        store.run("DELETE FROM comparison WHERE rules <> ?", [rules.COMPARISONS])
        store.run("DELETE FROM step WHERE rules <> ?", [rules.HISTORIES])
        store.run("DELETE FROM lineage WHERE id NOT IN (SELECT lineage FROM version)")
        changed = {version.lineage for version in gone}
        for lineage, versions in groupby(store.versions(), key=lambda version: version.lineage):
            _pack(store, tuple(versions), lineage in changed)
        store.run("DELETE FROM pack WHERE id NOT IN (SELECT pack FROM version WHERE pack IS NOT NULL)")
        store.run(
            "DELETE FROM reading WHERE id NOT IN (SELECT reading FROM paragraph) AND id NOT IN (SELECT"
            " base_reading FROM judgement) AND id NOT IN (SELECT revised_reading FROM judgement)"
        )
        store.run("DELETE FROM sense WHERE id NOT IN (SELECT sense FROM verb)")
        store.run("DELETE FROM scale WHERE id NOT IN (SELECT scale FROM comparison)")
        store.run("INSERT INTO reading_fts (reading_fts) VALUES ('optimize')")
        if gone:
            note(store, "compact", {"removed": [version.reference for version in gone]}, stamp)
    store.shrink()
    return Compacted(
        removed=tuple(version.reference for version in gone), before=before, after=store.path.stat().st_size
    )


def _remove(store: Store, version: Version) -> None:
    """Removes a version and all that hangs on it; what was drafted on it or corrects it stays."""
    stays = store.rows(
        "SELECT id FROM version WHERE (base_of = ?1 OR supersedes = ?1) AND id <> ?1", [version.id]
    )
    store.run("UPDATE version SET base_of = NULL WHERE base_of = ?", [version.id])
    store.run("UPDATE version SET supersedes = NULL WHERE supersedes = ?", [version.id])
    for statement in (
        "DELETE FROM comparison WHERE base = ?1 OR revised = ?1",
        "DELETE FROM judgement WHERE base = ?1 OR revised = ?1",
        "DELETE FROM step WHERE version = ?1",
        "DELETE FROM verb WHERE version = ?1",
        "DELETE FROM paragraph WHERE version = ?1",
        "DELETE FROM version WHERE id = ?1",
    ):
        store.run(statement, [version.id])
    for (identity,) in stays:
        store.put_seal(identity)


def _pack(store: Store, versions: Sequence[Version], is_changed: bool) -> None:
    """Packs the texts of a lineage that are not yet packed, with all others of it."""
    loose = store.rows(
        "SELECT count(*) FROM version JOIN lineage ON lineage.id = version.lineage WHERE slug = ? AND (pack"
        " IS NULL OR parsed IS NOT NULL)",
        [versions[0].lineage],
    )[0][0]
    if not loose and not is_changed:
        return
    for group in _groups(store, versions):
        whole = b"".join(source + parsed for _, source, parsed in group)
        packed = lzma.compress(whole, check=lzma.CHECK_CRC64, preset=6)
        if lzma.decompress(packed) != whole:
            raise StoreError(
                "the texts cannot be packed", "the system's compression does not give the same bytes back"
            )
        identity = store.insert("pack", {"bytes": packed})
        start = 0
        for version, source, parsed in group:
            at = (start, start + len(source), start + len(source) + len(parsed))
            store.run(
                "UPDATE version SET bytes = x'', parsed = NULL, pack = ?, pack_at = ? WHERE id = ?",
                [identity, json.dumps(at), version.id],
            )
            start = at[-1]


def _groups(store: Store, versions: Sequence[Version]) -> Iterator[list[tuple[Version, bytes, bytes]]]:
    """The versions with their sources and parsed texts, as many together as a pack takes.

    Each source is checked.
    """
    group: list[tuple[Version, bytes, bytes]] = []
    size = 0
    for version in versions:
        source, parsed = store.data(version), store.parsed(version)
        if hashlib.sha256(source).hexdigest() != version.sha256:
            raise StoreError(
                f"the bytes of {version.reference} are damaged", "restore the store from a backup"
            )
        more = len(source) + len(parsed)
        if group and size + more > _PACK:
            yield group
            group, size = [], 0
        group.append((version, source, parsed))
        size += more
    yield group
