"""Folders of texts that join the store, a lineage after the other.

A text that cannot be kept does not stop the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from resdiff.core.errors import InputError, ResdiffError, TakenError
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress
from resdiff.store.records import NewVersion
from resdiff.store.repository import Store
from resdiff.version import __version__
from resdiff.workspace.adding import check_slug, label_for, now, read_file
from resdiff.workspace.files import in_utf8, is_inside
from resdiff.workspace.jobs import Workers, in_order

_Text = tuple[bytes, Resolution] | str
"""The bytes and the parsed text of a file; where it cannot be read, why."""
TextsByHash = dict[str, dict[str, Resolution]]
"""Parsed texts by lineage and by the hash of their bytes."""


class ImportEntry(Struct, frozen=True, kw_only=True):
    """A text to be imported, with what an index tells of it."""

    path: Path
    facts: Mapping[str, Any] = field(default_factory=dict)
    """By their names in FACTS, and source, added, author and resdiff."""
    label: str | None = None
    sha256: str | None = None
    base_of: str | None = None
    """A reference."""
    round_of: str | None = None
    """A reference."""
    supersedes: str | None = None
    """A label of the same lineage."""
    reason: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


class Planned(Struct, frozen=True, kw_only=True):
    """A lineage to be imported."""

    slug: str
    entries: tuple[ImportEntry, ...]
    title: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


class StoredCounts(Struct, frozen=True, kw_only=True):
    """What an import kept."""

    stored: int
    already: int
    """Texts whose bytes were there already."""
    left_out: tuple[str, ...]
    """Each text that could not be kept, with why."""
    references: Mapping[Path, str]
    """The reference of each text that is in the store now, by its file."""


class InterruptedImport(KeyboardInterrupt):
    """Someone interrupted an import; what was kept stays."""

    def __init__(self, stored: int, count: int) -> None:
        """`stored` of `count` texts are in the store."""
        super().__init__()
        self.stored, self.count = stored, count


def slug_of(folder: str) -> str:
    """The name of the lineage of a folder, by the name of that."""
    return re.sub(r"[^\w.-]+", "-", in_utf8(folder)).lstrip("-.") or "lineage"


def folder_plan(folder: Path) -> tuple[tuple[Planned, ...], tuple[str, ...]]:
    """What the sub-folders of a folder give: a lineage each, its files in the order of their names.

    And what is left out, with why.

    Raises InputError where there are none, or two that give one lineage.
    """
    folders: dict[str, tuple[ImportEntry, ...]] = {}
    left_out = []
    for sub in sorted(path for path in folder.iterdir() if not path.name.startswith(".")):
        if not sub.is_dir():
            left_out.append(f"'{sub}': it stands in no sub-folder")
            continue
        files = []
        for path in sorted(path for path in sub.iterdir() if not path.name.startswith(".")):
            if not path.is_file() or not is_inside(path, folder):
                left_out.append(f"'{path}': it is not a file of the sub-folder")
            else:
                files.append(ImportEntry(path=path))
        slug = slug_of(sub.name)
        if slug in folders:
            raise InputError(
                f"two sub-folders of '{folder}' would be the lineage '{slug}'",
                "give one of them another name",
            )
        if files:
            check_slug(slug)
            folders[slug] = tuple(files)
    if not folders:
        raise InputError(
            f"'{folder}' holds no lineage", "each of its sub-folders must hold the texts of one lineage"
        )
    return tuple(Planned(slug=slug, entries=entries) for slug, entries in folders.items()), tuple(left_out)


def store_plan(
    plan: Sequence[Planned],
    author: str | None,
    store: Store,
    jobs: int,
    progress: Progress,
    then: Callable[[TextsByHash], None] | None = None,
) -> StoredCounts:
    """Keeps the texts of a plan, each lineage whole as soon as it is read.

    A text that cannot be read or kept is left out and named.

    `then` is called with the texts of each lineage, while they are still at hand. Raises InterruptedImport
    where someone interrupts.
    """
    count, done = sum(len(lineage.entries) for lineage in plan), 0
    read = in_order(
        _try_read, [str(entry.path) for lineage in plan for entry in lineage.entries], Workers(count=jobs)
    )
    joining = _Joining(store, author)
    try:
        for lineage in plan:
            texts: list[_Text] = []
            for _ in lineage.entries:
                texts.append(next(read))
                done += 1
                progress(done / count, lineage.slug)
            joining.keep(lineage, texts)
            if then is not None:
                then({lineage.slug: {text[1].sha256: text[1] for text in texts if not isinstance(text, str)}})
    except KeyboardInterrupt:
        raise InterruptedImport(joining.stored + joining.already, count) from None
    return StoredCounts(
        stored=joining.stored,
        already=joining.already,
        left_out=tuple(joining.left_out),
        references=joining.references,
    )


class _Joining:
    """Texts that join the store, and what became of them."""

    def __init__(self, store: Store, author: str | None) -> None:
        self._store, self._author = store, author
        self.stored = self.already = 0
        self.left_out: list[str] = []
        self.references: dict[Path, str] = {}

    def keep(self, lineage: Planned, texts: Sequence[_Text]) -> None:
        """Keeps the texts of a lineage in one transaction."""
        with self._store.writing():
            stored, already = self._keep(lineage, texts)
        self.stored, self.already = (
            self.stored + stored,
            self.already + already,
        )  # not before the transaction is done

    def _keep(self, lineage: Planned, texts: Sequence[_Text]) -> tuple[int, int]:
        """Gives how many texts were kept, and how many were known before."""
        stored = already = 0
        taken = self._store.labels(lineage.slug)
        for entry, text in zip(lineage.entries, texts, strict=True):
            if isinstance(text, str):
                self.left_out.append(text)
                continue
            if entry.sha256 is not None and entry.sha256 != text[1].sha256:
                self.left_out.append(f"'{entry.path}': its bytes do not match the sha256 in the index")
                continue
            new = _new_version(lineage, entry, text, taken, self._author)
            taken.add(new.label)
            try:
                added = self._store.keep(new) is not None
            except TakenError as error:
                self.left_out.append(f"'{entry.path}': {error}")
                continue
            stored, already = stored + added, already + (not added)
        shown = {version.sha256: version.reference for version in self._store.versions(lineage.slug)}
        for entry, text in zip(lineage.entries, texts, strict=True):
            if not isinstance(text, str) and text[1].sha256 in shown:
                self.references[entry.path] = shown[text[1].sha256]
        return stored, already


def _try_read(name: str) -> _Text:
    """The bytes and the parsed text of a file; where it cannot be read, why."""
    try:
        return read_file(name)
    except ResdiffError as error:
        return str(error)


def _new_version(
    lineage: Planned, entry: ImportEntry, text: tuple[bytes, Resolution], taken: set[str], author: str | None
) -> NewVersion:
    """A text with what its index tells of it."""
    data, resolution = text
    facts = dict(entry.facts)
    facts["symbol"] = index_symbol(facts.get("symbol"), resolution.masthead.symbol)
    if facts.get("source"):
        resolution = replace(resolution, source=facts["source"])
    return NewVersion(
        lineage=lineage.slug,
        data=data,
        resolution=resolution,
        label=entry.label or label_for(resolution, str(entry.path), taken, facts["symbol"]),
        facts=facts,
        added=facts.get("added") or now(),
        author=facts.get("author") or author,
        resdiff=facts.get("resdiff") or __version__,
        reason=entry.reason,
        title=lineage.title,
        extra=entry.extra,
        lineage_extra=lineage.extra,
    )


def index_symbol(given: str | None, read: str | None) -> str | None:
    """The symbol of a text that an index tells.

    One in the form of a file name (A_RES_68_230) is replaced by the masthead's own spelling.
    """
    if given is None or "/" in given or "_" not in given:
        return given
    if read is not None and re.sub(r"\W|_", "", read) == re.sub(r"\W|_", "", given):
        return read
    return given.replace("_", "/")
