"""Where the store is, and which version, lineage or paragraph a name in it means."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from resdiff.core.errors import AmbiguousVersionError, StoreError, UnknownVersionError, UsageError
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.workspace.settings import read_settings

_RANGE = re.compile(r"(?P<lineage>[^@]*)@(?P<base>.+?)\.\.(?P<revised>.+)")
_PARAGRAPH = re.compile(r"(?P<version>.+):(?P<paragraph>[^:]+)")
_NEAR = 0.5
_MOST_LISTED = 6
_opened: list[Path] = []
"""The store that this process has opened last."""


def store_path(named: str | None = None) -> Path:
    """Where the store is: as named, as RESDIFF_STORE or the settings say, or in the user's data folder."""
    if named == "":
        raise UsageError("the name of the store is empty", "give a file to --store")
    if named or os.environ.get("RESDIFF_STORE"):
        return Path(named or os.environ["RESDIFF_STORE"])
    if (set_once := read_settings().store) is not None:
        return Path(set_once)
    from platformdirs import user_data_path

    return user_data_path("resdiff", appauthor=False) / "store.db"


def open_repository(named: str | None = None, create: bool = False) -> Store:
    """Opens the store. Raises StoreError where there is none (unless `create`) or it cannot be read."""
    store = Store(store_path(named), create)
    _opened[:] = [store.path]
    return store


def damaged_stores() -> list[Path]:
    """The store that was opened last, where it holds something that is not as it was kept: asked where a
    command failed unexpectedly.
    """
    from resdiff.store.upkeep import is_damaged

    damaged = []
    for path in filter(Path.is_file, _opened):
        try:
            with Store(path) as store:
                is_broken = is_damaged(store)
        except StoreError:
            is_broken = True
        damaged += [path] if is_broken else []
    return damaged


def range_of(reference: str, store: Store) -> tuple[Version, Version]:
    """The two versions that a single argument of compare means: LINEAGE@a..b, or the last two of LINEAGE."""
    match = _RANGE.fullmatch(reference)
    if match is not None:
        return resolve_text(f"{match['lineage']}@{match['base']}", store), resolve_text(
            f"{match['lineage']}@{match['revised']}", store
        )
    if "@" in reference:
        resolve_text(reference, store)  # says so where there is no such version
        raise UsageError(
            "only one text is given", f"name another to compare '{reference}' with, or write LINEAGE@a..b"
        )
    versions = [v for v in versions_of(reference, store) if v.superseded_by is None]
    if len(versions) < 2:
        raise UsageError(f"{reference} has one version", "name another text to compare it with")
    return versions[-2], versions[-1]


def is_range(reference: str) -> bool:
    """Whether a reference is written as LINEAGE@a..b."""
    return _RANGE.fullmatch(reference) is not None


def paragraph_of(reference: str, store: Store) -> tuple[Version, str]:
    """The version and the id of the paragraph that LINEAGE@VERSION:OP4 means."""
    match = _PARAGRAPH.fullmatch(reference)
    if match is None:
        raise UsageError(f"'{reference}' is not a paragraph", "write it as LINEAGE@VERSION:OP4")
    return resolve(match["version"], store), match["paragraph"]


def resolve_text(reference: str, store: Store) -> Version:
    """The version whose text a reference means: as `resolve`, but several versions of the same bytes are one
    text.

    Reading takes the first of them; changing a version needs a reference that names only one.
    """
    return resolve(reference, store, is_text=True)


def resolve(reference: str, store: Store, dropped: bool = False, is_text: bool = False) -> Version:
    """The version that a reference means; among those that were dropped where `dropped` is true.

    LINEAGE@LABEL, @latest, @first, @-2, @adopted, @2031 or @2031-03-07, @43/21; the lineage may be left out,
    and a bare symbol or number stands for itself. A version that is superseded answers to its label alone.
    Raises UnknownVersionError with the candidates where several fit, with what is near where none does.
    """
    lineage, sign, version_name = reference.partition("@")
    versions = versions_of(lineage, store, dropped) if sign and lineage else _all(store, dropped)
    version_name = version_name if sign else reference
    current = [v for v in versions if v.superseded_by is None]
    if sign and lineage and (place := _place(version_name, current)) is not None:
        return place
    matches = [v for v in versions if v.label == version_name] or [
        v for v in current if _fits(v, version_name)
    ]
    if len(matches) == 1 or (is_text and len({version.sha256 for version in matches}) == 1):
        return matches[0]
    if matches:
        listed = ", ".join(
            f"{v.reference} ({v.symbol or v.date or v.stage or 'no symbol'})" for v in matches[:_MOST_LISTED]
        )
        raise AmbiguousVersionError(
            f"'{reference}' matches {len(matches)} versions",
            f"{listed}{' ...' if len(matches) > _MOST_LISTED else ''}",
        )
    if ".." in reference and sign:
        raise UnknownVersionError(
            f"there is no version '{reference}'", f"a range stands alone: resdiff compare '{reference}'"
        )
    names = [
        *(name for v in versions for name in (v.label, v.symbol) if name),
        *(("latest", "first") if sign else _slugs(versions)),
    ]
    what = "dropped version" if dropped else "version"
    raise UnknownVersionError(
        f"there is no {what} '{reference}'", _near(version_name, names) or "resdiff log LINEAGE lists them"
    )


def _slugs(versions: Sequence[Version]) -> list[str]:
    return sorted({version.lineage for version in versions})


def _near(typed: str, names: Sequence[str]) -> str:
    """The name that is likely meant, as a question; nothing where none is near.

    A name that begins so is near too.
    """
    low = {name.casefold(): name for name in names}
    near = get_close_matches(typed.casefold(), list(low), 1, _NEAR) or [
        name for name in sorted(low) if name.startswith(typed.casefold())
    ]
    return f"did you mean '{low[near[0]]}'?" if near and typed else ""


def _all(store: Store, dropped: bool) -> tuple[Version, ...]:
    return tuple(v for v in store.versions(with_dropped=True) if (v.dropped is not None) == dropped)


def versions_of(lineage: str, store: Store, dropped: bool = False) -> tuple[Version, ...]:
    """The versions of a lineage, in order.

    Raises UnknownVersionError with what is near where there is no such lineage.
    """
    versions = tuple(
        v for v in store.versions(lineage, with_dropped=dropped) if (v.dropped is not None) == dropped
    )
    if versions:
        return versions
    if dropped and store.versions(lineage):
        raise UnknownVersionError(
            f"nothing of {lineage} was dropped", f"resdiff log {lineage} lists what there is"
        )
    near = _near(lineage, [row.slug for row in store.lineages()])
    raise UnknownVersionError(
        f"there is no file and no lineage '{lineage}'", near or f"the store is {store.path}"
    )


def _place(name: str, versions: Sequence[Version]) -> Version | None:
    """The version that a word or a count from the end means."""
    if versions and name in ("latest", "first"):
        return versions[-1 if name == "latest" else 0]
    if re.fullmatch(r"-\d{1,6}", name) and int(name[1:]) in range(1, len(versions) + 1):
        return versions[int(name)]
    return None


def _fits(version: Version, name: str) -> bool:
    """Whether a version has a symbol, number, stage or date.

    A year or month fits its days, 'revised' every revised draft.
    """
    if not name:
        return False
    if name in (version.symbol, version.number, version.stage) or (
        name == "revised" and version.stage == "revised draft"
    ):
        return True
    return re.fullmatch(r"\d{4}(-\d\d){0,2}", name) is not None and (version.date or "").startswith(name)
