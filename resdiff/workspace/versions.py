"""Stored texts: where the store is, what is added to it, and which version a reference means."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path

from resdiff import __version__
from resdiff.core.compare import Comparison, compare
from resdiff.core.errors import InputError, ResdiffError, UnknownVersionError, UsageError
from resdiff.core.model import Resolution
from resdiff.core.parse import PARSER
from resdiff.store.repository import Lineage, NewVersion, Store, Version
from resdiff.workspace.texts import parse_bytes, read_bytes

_SLUG = re.compile(r"[\w.-]+")
_RANGE = re.compile(r"(?P<lineage>[^@]*)@(?P<base>.+?)\.\.(?P<revised>.+)")
_NEAR = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """What flags say of a text that is added; what is None is taken from its masthead."""

    label: str | None = None
    stage: str | None = None
    date: str | None = None
    symbol: str | None = None
    base_of: str | None = None
    """A reference to the version it was drafted on."""
    by_whom: str | None = None


def store_path(named: str | None = None) -> Path:
    """Where the store is: as named, as RESDIFF_STORE says, or in the user's data folder."""
    if named or os.environ.get("RESDIFF_STORE"):
        return Path(named or os.environ["RESDIFF_STORE"])
    from platformdirs import user_data_path

    return user_data_path("resdiff", appauthor=False) / "store.db"


def open_store(named: str | None = None, create: bool = False) -> Store:
    """Opens the store. Raises StoreError where there is none (unless `create`) or it cannot be read."""
    return Store(store_path(named), create)


def add_files(lineage: str, files: Sequence[str], told: Told, store: Store) -> tuple[Version, ...]:
    """Adds texts to the end of a lineage, in the order given, all or none; gives those that were not yet there.

    Raises UsageError for a name that is no slug or flags that cannot hold for several files, InputError for what cannot be read.
    """
    if _SLUG.fullmatch(lineage) is None:
        raise UsageError(f"'{lineage}' cannot name a lineage", "use letters, digits, '-', '_' and '.'")
    if len(files) > 1 and (told.label or told.symbol or told.date):
        raise UsageError("--label, --symbol and --date tell of one file", f"{len(files)} are given")
    if told.date is not None and re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", told.date) is None:
        raise UsageError(f"'{told.date}' is no date", "write it as 2031-03-07")
    base = resolve(told.base_of, store).id if told.base_of else None
    taken = {version.label for version in store.versions(lineage)}
    new = [_new_version(lineage, name, told, taken, base) for name in files]
    return store.add(new)


def _new_version(lineage: str, name: str, told: Told, taken: set[str], base: int | None = None) -> NewVersion:
    """The text of a file as a version to be kept; its label joins those that are taken."""
    data = read_bytes(name)
    resolution = parse_bytes(data, f"'{name}'", name)
    label = told.label or _label(resolution, name, taken)
    taken.add(label)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return NewVersion(lineage, data, resolution, label, told.stage, told.date, told.symbol, base, now, told.by_whom, __version__, PARSER)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    kept: int
    known: int
    """Texts whose bytes were there already."""
    left_out: tuple[str, ...]
    """Each text that could not be read, with why."""


def import_folder(folder: str, told: Told, store: Store, progress: Callable[[str], None]) -> Imported:
    """Adds every text of a folder: its sub-folders become lineages, or what its index.json says.

    A text that cannot be read is left out and told; the rest is kept, one lineage at a time. Raises InputError for what is no
    folder, holds no text or has an index that is not of its form.
    """
    kept = known = 0
    left_out: list[str] = []
    for lineage, files in _lineages_in(Path(folder)):
        progress(lineage)
        new = []
        taken = {version.label for version in store.versions(lineage)}
        for path, stage in files:
            try:
                new.append(_new_version(lineage, str(path), replace(told, stage=stage or told.stage), taken))
            except ResdiffError as error:
                left_out.append(str(error))
        added = len(store.add(new))
        kept, known = kept + added, known + len(new) - added
    return Imported(kept, known, tuple(left_out))


def _lineages_in(folder: Path) -> list[tuple[str, list[tuple[Path, str | None]]]]:
    """The lineages of a folder with the paths and stages of their texts, in order."""
    if not folder.is_dir():
        raise InputError(f"there is no folder '{folder}'", "give one whose sub-folders hold the texts of a lineage each")
    index = folder / "index.json"
    if index.is_file():
        try:
            rows = json.loads(index.read_text("utf-8"))
            return [(row["lineage"], [(folder / v["file"], v.get("stage")) for v in row["versions"]]) for row in rows]
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"'{index}' is no index of lineages", f"{type(error).__name__}: {error}") from None
    found: list[tuple[str, list[tuple[Path, str | None]]]] = []
    for sub in sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")):
        files: list[tuple[Path, str | None]] = [
            (path, None) for path in sorted(sub.iterdir()) if path.is_file() and not path.name.startswith(".")
        ]
        if files:
            found.append((re.sub(r"[^\w.-]+", "-", sub.name), files))
    if not found:
        raise InputError(f"'{folder}' holds no lineage", "its sub-folders must hold the texts of a lineage each")
    return found


def read_version(reference: str, store: Store) -> Resolution:
    """The text that a reference means, parsed. Raises UnknownVersionError where it means none or several."""
    version = resolve(reference, store)
    return parse_bytes(store.data(version), f"'{version.reference}'", version.reference)


@dataclass(frozen=True, slots=True)
class Step:
    """A version of a lineage, its text, and what changed against the version before it."""

    version: Version
    text: Resolution
    comparison: Comparison | None
    """None for the first."""


def steps_of(lineage: str, store: Store) -> tuple[Step, ...]:
    """The versions of a lineage in order, each compared with the one before. Raises UnknownVersionError where there is no such lineage."""
    versions = _versions_of(lineage, store)
    texts = [read_version(version.reference, store) for version in versions]
    comparisons = [None, *(compare(one, two) for one, two in pairwise(texts))]
    return tuple(map(Step, versions, texts, comparisons))


def range_of(reference: str, store: Store) -> tuple[str, str]:
    """The two versions that a single argument of compare means: LINEAGE@a..b, or the last two of LINEAGE."""
    met = _RANGE.fullmatch(reference)
    if met is not None:
        return f"{met['lineage']}@{met['base']}", f"{met['lineage']}@{met['revised']}"
    versions = _versions_of(reference, store)
    if len(versions) < 2:
        raise UsageError(f"{reference} has one version", "name another text to compare it with")
    return versions[-2].reference, versions[-1].reference


def resolve(reference: str, store: Store) -> Version:
    """The version that a reference means.

    LINEAGE@LABEL, @latest, @first, @-2, @adopted, @2031 or @2031-03-07, @43/21; the lineage may be left out, and a bare symbol or
    number stands for itself. Raises UnknownVersionError with the candidates where several fit, with what is near where none does.
    """
    lineage, sign, wanted = reference.partition("@")
    candidates = _versions_of(lineage, store) if sign and lineage else store.versions()
    wanted = wanted if sign else reference
    if sign and lineage and (place := _place(wanted, candidates)) is not None:
        return place
    found = [v for v in candidates if v.label == wanted] or [v for v in candidates if _fits(v, wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        told = ", ".join(f"{v.reference} ({v.symbol or v.date or v.stage or 'no symbol'})" for v in found[:6])
        raise UnknownVersionError(f"'{reference}' fits {len(found)} versions", f"{told}{' ...' if len(found) > 6 else ''}")
    near = get_close_matches(wanted, [name for v in candidates for name in (v.label, v.symbol) if name], 1, _NEAR)
    raise UnknownVersionError(f"no version is called '{reference}'", f"is '{near[0]}' meant?" if near else "resdiff log LINEAGE lists them")


def _versions_of(lineage: str, store: Store) -> tuple[Version, ...]:
    versions = store.versions(lineage)
    if versions:
        return versions
    names = [known.slug for known in store.lineages()]
    near = get_close_matches(lineage, names, 1, _NEAR)
    raise UnknownVersionError(
        f"there is no file and no lineage '{lineage}'", f"is '{near[0]}' meant?" if near else f"the store is {store.path}"
    )


def _place(wanted: str, versions: Sequence[Version]) -> Version | None:
    """The version that a word or a count from the end means."""
    if wanted in ("latest", "first"):
        return versions[-1 if wanted == "latest" else 0]
    if re.fullmatch(r"-\d+", wanted) and int(wanted[1:]) in range(1, len(versions) + 1):
        return versions[int(wanted)]
    return None


def _fits(version: Version, wanted: str) -> bool:
    """Whether a version has a symbol, number, stage or date; a year or month fits its days."""
    if wanted in (version.symbol, version.number, version.stage):
        return True
    return re.fullmatch(r"\d{4}(-\d\d){0,2}", wanted) is not None and (version.date or "").startswith(wanted)


def _label(resolution: Resolution, name: str, taken: set[str]) -> str:
    """A label for a version: its number or symbol, else the name of the file; counted where it is taken."""
    head = resolution.masthead
    number = head.number if head.number and head.number[-1:] not in "._…" else None
    wanted = number or head.symbol or Path(name).stem
    label, more = wanted, 2
    while label in taken:
        label, more = f"{wanted}~{more}", more + 1
    return label


__all__ = [
    "Imported", "Lineage", "Step", "Store", "Told", "Version", "add_files", "import_folder", "open_store", "range_of", "read_version",
    "resolve", "steps_of", "store_path",
]  # fmt: skip
