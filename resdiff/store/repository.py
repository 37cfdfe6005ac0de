"""Versions and lineages: kept, listed, and given back byte for byte."""

from __future__ import annotations

import json
import lzma
import zlib
from collections.abc import Sequence

from resdiff.core import rules
from resdiff.core.errors import StoreError, TakenError
from resdiff.core.model import Resolution
from resdiff.store.codec import decode_resolution, encode_resolution, paragraph_rows
from resdiff.store.file import StoreFile
from resdiff.store.packing import bounded, unpack
from resdiff.store.records import Lineage, NewVersion, Version
from resdiff.store.rows import columns_of, lineage_from_row, version_from_row, with_facts
from resdiff.store.seals import digest, seal

_SUPERSEDED_BY = (
    "(SELECT later.id FROM version AS later WHERE later.supersedes = version.id AND later.dropped IS NULL"
    " LIMIT 1)"
)
_COLUMNS = (
    "version.id, lineage.slug AS lineage, version.place, version.label, version.stage, version.date,"
    " version.symbol, version.number, version.title, version.language, version.organ, version.session,"
    f" version.base_of, version.round_of, version.supersedes, version.reason,"
    f" {_SUPERSEDED_BY} AS superseded_by, version.vote,"
    " version.source, version.sha256, version.added, version.author, version.resdiff, version.parser,"
    " version.dropped, version.extra, version.verbs, (SELECT count(*) FROM paragraph WHERE paragraph.version"
    " = version.id) AS paragraphs"
)
_PARAGRAPHS = (
    "SELECT paragraph.id, part, label, level, parent, line, reading.text FROM paragraph "
    "JOIN reading ON reading.id = paragraph.reading WHERE version = ? ORDER BY place"
)
_SEALED = (
    "place",
    "label",
    "stage",
    "date",
    "symbol",
    "number",
    "title",
    "language",
    "organ",
    "session",
    "base_of",
    "supersedes",
    "reason",
    "vote",
    "source",
    "sha256",
    "added",
    "author",
    "resdiff",
    "parser",
    "dropped",
    "extra",
)
_QUICK = 1
"""How hard a text is compressed when it is kept: quickly; compacting packs it well."""


class Store(StoreFile):
    """A store in a file: its lineages and versions."""

    _is_whole = True

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def lineages(self) -> tuple[Lineage, ...]:
        """All lineages that have a version, by slug; one without a title has that of its last text."""
        rows = self.query(
            "SELECT slug, coalesce(lineage.title, (SELECT v.title FROM version AS v WHERE v.lineage ="
            " lineage.id AND v.dropped IS NULL AND v.title IS NOT NULL ORDER BY v.place DESC LIMIT 1))"
            " AS title, lineage.title IS NOT NULL AS has_own_title, count(version.id) AS versions,"
            " max(version.date) AS last, max(version.added) AS changed, lineage.extra FROM lineage"
            " JOIN version ON version.lineage = lineage.id"
            " WHERE version.dropped IS NULL GROUP BY lineage.id ORDER BY slug"
        )
        return tuple(map(lineage_from_row, rows))

    def has_lineage(self, slug: str) -> bool:
        """Whether a lineage of this name has a version."""
        rows = self.query(
            "SELECT 1 FROM lineage JOIN version ON version.lineage = lineage.id"
            " WHERE slug = ? AND version.dropped IS NULL LIMIT 1",
            (slug,),
        )
        return any(True for _ in rows)

    def versions(self, lineage: str | None = None, with_dropped: bool = False) -> tuple[Version, ...]:
        """The versions of a lineage in order, those that are superseded included.

        Of all lineages without one.
        """
        conditions = [] if with_dropped else ["version.dropped IS NULL"]
        conditions += ["lineage.slug = ?"] if lineage is not None else []
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        rows = self.query(
            f"SELECT {_COLUMNS} FROM version JOIN lineage ON lineage.id = version.lineage {where} ORDER BY"
            " slug, place",
            [lineage] if lineage is not None else [],
        )
        return tuple(version_from_row(row) for row in rows)

    def version(self, identity: int) -> Version:
        """The version of an id. Raises StoreError where there is none."""
        rows = self.query(
            f"SELECT {_COLUMNS} FROM version JOIN lineage ON lineage.id = version.lineage WHERE"
            " version.id = ?",
            [identity],
        )
        if not rows:
            raise StoreError(
                f"the store '{self.path}' has no version {identity}", "another command may have removed it"
            )
        return version_from_row(rows[0])

    def count(self) -> int:
        """How many versions are kept, those that were dropped included."""
        return int(self.rows("SELECT count(*) FROM version")[0][0])

    def labels(self, lineage: str) -> set[str]:
        """The labels of a lineage, those of versions that were dropped included."""
        query = "SELECT label FROM version JOIN lineage ON lineage.id = version.lineage WHERE slug = ?"
        return {label for (label,) in self.rows(query, [lineage])}

    def data(self, version: Version) -> bytes:
        """The bytes of the source of a version. Raises StoreError where they are damaged."""
        return self._unpacked(version, "bytes", (0, 1))

    def parsed(self, version: Version) -> bytes:
        """The parsed text of a version as it was encoded; nothing where it is not kept.

        Raises StoreError where it is damaged.
        """
        return self._unpacked(version, "parsed", (1, 2))

    def _unpacked(self, version: Version, column: str, edges: tuple[int, int]) -> bytes:
        """What stands compressed in a column or, where that is empty, in a pack between two of the places
        that the version names.
        """
        ((alone, pack, at),) = self.rows(
            f"SELECT {column}, pack, pack_at FROM version WHERE id = ?", [version.id]
        )
        try:
            if alone:
                return bounded(zlib.decompressobj(), alone)
            if pack is None:
                return b""
            places = json.loads(at)
            whole = unpack(bytes(self.rows("SELECT bytes FROM pack WHERE id = ?", [pack])[0][0]))
            return whole[places[edges[0]] : places[edges[1]]]
        except (zlib.error, lzma.LZMAError, EOFError, ValueError, TypeError, IndexError) as error:
            raise StoreError(
                f"the bytes of {version.reference} are damaged", f"{error}; restore the store from a backup"
            ) from None

    def text(self, version: Version) -> Resolution | None:
        """The parsed text of a version, with the facts that people gave.

        None where it has to be parsed anew.
        """
        if version.parser != rules.TEXTS:
            return None
        parsed = self.parsed(version)
        if not parsed:
            return None
        text = parsed.decode("utf-8", "surrogatepass")
        return with_facts(
            decode_resolution(text, self.rows(_PARAGRAPHS, [version.id]), version.reference, version.sha256),
            version,
        )

    def unparsed(self, lineage: str) -> tuple[Version, ...]:
        """The versions of a lineage whose parsed text is not that of today's parser."""
        rows = self.rows(
            "SELECT version.id FROM version JOIN lineage ON lineage.id = version.lineage WHERE slug = ? AND"
            " dropped IS NULL AND (parser <> ? OR (parsed IS NULL AND (pack IS NULL OR json_extract(pack_at,"
            " '$[1]') = json_extract(pack_at, '$[2]')))) ORDER BY place",
            [lineage, rules.TEXTS],
        )
        return tuple(self.version(identity) for (identity,) in rows)

    def add(self, versions: Sequence[NewVersion]) -> tuple[Version, ...]:
        """Keeps the texts, all or none; one whose bytes the lineage holds is not kept twice.

        Gives the versions that were kept. Raises StoreError where a label is taken, where the text was
        dropped, or where the store is busy or cannot be written.
        """
        with self.writing():
            identities = [identity for new in versions if (identity := self.keep(new)) is not None]
        return tuple(self.version(identity) for identity in identities)

    def keep(self, new: NewVersion) -> int | None:
        """Keeps one text, within `writing`; gives its id, None where the lineage holds its bytes already.

        Raises TakenError as `add`.
        """
        lineage = self._lineage(new)
        if self._is_stored(new, lineage):
            return None
        values: dict[str, object] = {
            "lineage": lineage,
            "place": self._free_place(new, lineage),
            "label": new.label,
            **columns_of(new),
            "base_of": new.base_of,
            "round_of": new.round_of,
            "supersedes": new.supersedes,
            "reason": new.reason,
            "source": new.resolution.source,
            "sha256": new.resolution.sha256,
            "added": new.added,
            "author": new.author,
            "resdiff": new.resdiff,
            "parser": rules.TEXTS,
            "bytes": zlib.compress(new.data, _QUICK),
            "extra": json.dumps(dict(new.extra), ensure_ascii=False, sort_keys=True) if new.extra else None,
        }
        identity = self.insert("version", values)
        self.put_text(identity, new.resolution)
        self.put_seal(identity)
        return identity

    def _is_stored(self, new: NewVersion, lineage: int) -> bool:
        """Whether the lineage holds the bytes of a text. Raises TakenError as `add`."""
        query = (
            "SELECT id, label, sha256, dropped FROM version WHERE lineage = ? AND (sha256 = ? OR label = ?)"
        )
        for _, label, sha256, dropped in self.rows(query, [lineage, new.resolution.sha256, new.label]):
            name = f"{new.lineage}@{label}"
            if sha256 == new.resolution.sha256:
                if dropped is None:
                    return True
                raise TakenError(
                    f"this text was dropped from the store as {name}",
                    f"resdiff drop --undo '{name}' brings it back",
                )
            hint = (
                "give another --label"
                if dropped is None
                else f"it was dropped: resdiff drop --undo '{name}', or another --label"
            )
            raise TakenError(f"{new.lineage} already has a version '{label}'", hint)
        return False

    def _lineage(self, new: NewVersion) -> int:
        self.run(
            "INSERT INTO lineage (slug, title, extra) VALUES (?, ?, ?) ON CONFLICT (slug) DO NOTHING",
            [
                new.lineage,
                new.title or new.facts.get("title") or new.resolution.masthead.title,
                json.dumps(dict(new.lineage_extra), ensure_ascii=False, sort_keys=True)
                if new.lineage_extra
                else None,
            ],
        )
        return int(self.rows("SELECT id FROM lineage WHERE slug = ?", [new.lineage])[0][0])

    def _free_place(self, new: NewVersion, lineage: int) -> int:
        """Where in its lineage the text stands; those behind it make room."""
        if new.before is not None:
            place = self.version(new.before).place
        elif new.supersedes is not None:
            place = self.version(new.supersedes).place + 1
        else:
            return int(
                self.rows("SELECT coalesce(max(place), 0) + 1 FROM version WHERE lineage = ?", [lineage])[0][
                    0
                ]
            )
        self.make_room(lineage, place)
        return place

    def make_room(self, lineage: int, place: int) -> None:
        """Moves the versions of a lineage that stand at a place or behind it one place on, within
        `writing`.
        """
        query = "SELECT id FROM version WHERE lineage = ? AND place >= ? ORDER BY place DESC"
        for (identity,) in self.rows(query, [lineage, place]):
            self.run("UPDATE version SET place = place + 1 WHERE id = ?", [identity])
            self.put_seal(identity)

    def put_text(self, identity: int, resolution: Resolution) -> None:
        """Keeps the parsed text of a version in place of the one that was kept, within `writing`."""
        self.run("DELETE FROM paragraph WHERE version = ?", [identity])
        rows = paragraph_rows(resolution)
        digests = [digest(row[-1]) for row in rows]
        self.run_many(
            "INSERT OR IGNORE INTO reading (digest, text) VALUES (?, ?)",
            [(d, row[-1]) for d, row in zip(digests, rows, strict=True)],
        )
        self.run_many(
            "INSERT INTO paragraph SELECT ?, ?, ?, ?, ?, ?, ?, ?, reading.id FROM reading WHERE digest = ?",
            [
                (identity, place, *row[:-1], d)
                for place, (row, d) in enumerate(zip(rows, digests, strict=True), start=1)
            ],
        )
        parsed = zlib.compress(encode_resolution(resolution).encode("utf-8", "surrogatepass"), _QUICK)
        self.run("UPDATE version SET parser = ?, parsed = ? WHERE id = ?", [rules.TEXTS, parsed, identity])

    def put_seal(self, identity: int) -> None:
        """Seals a version anew, within `writing`: after each change of what is kept of it."""
        self.run("UPDATE version SET seal = ? WHERE id = ?", [self.seal_of(identity), identity])

    def seal_of(self, identity: int) -> str:
        """The seal of all that is kept of a version: facts, lineage, paragraphs by their digests, bytes by
        their hash.
        """
        columns = ", ".join(f"version.{name}" for name in _SEALED)
        (facts,) = self.rows(
            f"SELECT lineage.slug, lineage.title, lineage.extra, {columns} FROM version "
            "JOIN lineage ON lineage.id = version.lineage WHERE version.id = ?",
            [identity],
        )
        paragraphs = self.rows(
            "SELECT paragraph.id, part, label, level, parent, line, hex(digest) FROM paragraph "
            "JOIN reading ON reading.id = paragraph.reading WHERE version = ? ORDER BY place",
            [identity],
        )
        ((round_of,),) = self.rows("SELECT round_of FROM version WHERE id = ?", [identity])
        # a store from before there were rounds keeps its seals
        return seal((*facts, round_of) if round_of is not None else facts, paragraphs)

    def _before_commit(self) -> None:
        """Indexes the words of new readings, together, which is four times as quick as one by one.

        Then records the row counts.
        """
        self.run(
            "INSERT INTO reading_fts (rowid, text) "
            "SELECT id, text FROM reading WHERE id > (SELECT coalesce(max(id), 0) FROM reading_fts_docsize)"
        )

        if self._is_whole:
            self.run("UPDATE current SET row_counts = ?", [self.tally()])
        else:
            self.run(
                "UPDATE current SET row_counts = 'once ' || row_counts WHERE row_counts NOT LIKE 'once %'"
            )

    def _after_begin(self) -> None:
        """Checks whether any rows have gone since the last write, so that this write does not hide what
        another tool deleted.
        """
        has_counts = self.rows("SELECT 1 FROM sqlite_master WHERE name = 'current'")
        rows = self.rows("SELECT * FROM current") if has_counts else []  # earlier schemas named it otherwise
        self._is_whole = not rows or rows[0][2] is None or rows[0][2] == self.tally()

    def tally(self) -> str:
        """The row counts of the tables that people fill, as JSON: they show when another tool has deleted
        rows.
        """
        tables = ("lineage", "version", "judgement", "journal")
        (counts,) = self.rows(f"SELECT {', '.join(f'(SELECT count(*) FROM {table})' for table in tables)}")
        return json.dumps(dict(zip(tables, counts, strict=True)))

    def _after_migrations(self) -> None:
        for (identity,) in self.rows("SELECT id FROM version WHERE seal IS NULL"):
            self.put_seal(identity)
