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

_RANGE = re.compile(r"(?P<lineage>[^@]*)@(?P<base>.+?)\.\.(?P<revised>.+)")
_PARAGRAPH = re.compile(r"(?P<version>.+):(?P<paragraph>[^:]+)")
_NEAR = 0.5
_MOST_TOLD = 6
_opened: list[Path] = []
"""The store that this process has opened last."""


def store_path(named: str | None = None) -> Path:
    """Where the store is: as named, as RESDIFF_STORE says, or in the user's data folder."""
    if named == "":
        raise UsageError("the name of the store is empty", "give a file to --store")
    if named or os.environ.get("RESDIFF_STORE"):
        return Path(named or os.environ["RESDIFF_STORE"])
    from platformdirs import user_data_path

    return user_data_path("resdiff", appauthor=False) / "store.db"


def open_store(named: str | None = None, create: bool = False) -> Store:
    """Opens the store. Raises StoreError where there is none (unless `create`) or it cannot be read."""
    store = Store(store_path(named), create)
    _opened[:] = [store.path]
    return store


def damaged_stores() -> list[Path]:
    """The store that was opened last, where it holds something that is not as it was kept: asked where a
    command failed unexpectedly.
    """
    from resdiff.store.upkeep import is_damaged

    found = []
    for path in filter(Path.is_file, _opened):
        try:
            with Store(path) as store:
                is_broken = is_damaged(store)
        except StoreError:
            is_broken = True
        found += [path] if is_broken else []
    return found


def range_of(reference: str, store: Store) -> tuple[Version, Version]:
    """The two versions that a single argument of compare means: LINEAGE@a..b, or the last two of LINEAGE."""
    met = _RANGE.fullmatch(reference)
    if met is not None:
        return resolve_text(f"{met['lineage']}@{met['base']}", store), resolve_text(
            f"{met['lineage']}@{met['revised']}", store
        )
    if "@" in reference:
        raise UsageError(
            "only one text is given", f"name another to compare '{reference}' with, or write LINEAGE@a..b"
        )
    versions = [v for v in versions_of(reference, store) if v.superseded_by is None]
    if len(versions) < 2:
        raise UsageError(f"{reference} has one version", "name another text to compare it with")
    return versions[-2], versions[-1]


def paragraph_of(reference: str, store: Store) -> tuple[Version, str]:
    """The version and the id of the paragraph that LINEAGE@VERSION:OP4 means."""
    met = _PARAGRAPH.fullmatch(reference)
    if met is None:
        raise UsageError(f"'{reference}' is not a paragraph", "write it as LINEAGE@VERSION:OP4")
    return resolve(met["version"], store), met["paragraph"]


def resolve_text(reference: str, store: Store) -> Version:
    """The version whose text a reference means: as `resolve`, but several versions of the same bytes are one
    text.

    What reads a text takes the first of them; what changes a version must be told which.
    """
    return resolve(reference, store, is_text=True)


def resolve(reference: str, store: Store, dropped: bool = False, is_text: bool = False) -> Version:
    """The version that a reference means; among those that were dropped where `dropped` is true.

    LINEAGE@LABEL, @latest, @first, @-2, @adopted, @2031 or @2031-03-07, @43/21; the lineage may be left out,
    and a bare symbol or number stands for itself. A version that is superseded answers to its label alone.
    Raises UnknownVersionError with the candidates where several fit, with what is near where none does.
    """
    lineage, sign, wanted = reference.partition("@")
    versions = versions_of(lineage, store, dropped) if sign and lineage else _all(store, dropped)
    wanted = wanted if sign else reference
    current = [v for v in versions if v.superseded_by is None]
    if sign and lineage and (place := _place(wanted, current)) is not None:
        return place
    found = [v for v in versions if v.label == wanted] or [v for v in current if _fits(v, wanted)]
    if len(found) == 1 or (is_text and len({version.sha256 for version in found}) == 1):
        return found[0]
    if found:
        told = ", ".join(
            f"{v.reference} ({v.symbol or v.date or v.stage or 'no symbol'})" for v in found[:_MOST_TOLD]
        )
        raise AmbiguousVersionError(
            f"'{reference}' matches {len(found)} versions",
            f"{told}{' ...' if len(found) > _MOST_TOLD else ''}",
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
        f"there is no {what} '{reference}'", _near(wanted, names) or "resdiff log LINEAGE lists them"
    )


def _slugs(versions: Sequence[Version]) -> list[str]:
    return sorted({version.lineage for version in versions})


def _near(wanted: str, names: Sequence[str]) -> str:
    """The name that is likely meant, as a question; nothing where none is near.

    A name that begins so is near too.
    """
    low = {name.casefold(): name for name in names}
    near = get_close_matches(wanted.casefold(), list(low), 1, _NEAR) or [
        name for name in sorted(low) if name.startswith(wanted.casefold())
    ]
    return f"did you mean '{low[near[0]]}'?" if near and wanted else ""


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
    near = _near(lineage, [known.slug for known in store.lineages()])
    raise UnknownVersionError(
        f"there is no file and no lineage '{lineage}'", near or f"the store is {store.path}"
    )


def _place(wanted: str, versions: Sequence[Version]) -> Version | None:
    """The version that a word or a count from the end means."""
    if versions and wanted in ("latest", "first"):
        return versions[-1 if wanted == "latest" else 0]
    if re.fullmatch(r"-\d{1,6}", wanted) and int(wanted[1:]) in range(1, len(versions) + 1):
        return versions[int(wanted)]
    return None


def _fits(version: Version, wanted: str) -> bool:
    """Whether a version has a symbol, number, stage or date.

    A year or month fits its days, 'revised' every revised draft.
    """
    if not wanted:
        return False
    if wanted in (version.symbol, version.number, version.stage) or (
        wanted == "revised" and version.stage == "revised draft"
    ):
        return True
    return re.fullmatch(r"\d{4}(-\d\d){0,2}", wanted) is not None and (version.date or "").startswith(wanted)
