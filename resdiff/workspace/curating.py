"""What people do to stored versions: tell facts otherwise, drop and restore, rename, link paragraphs by hand."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from typing import Any

from resdiff.core.errors import UnknownVersionError, UsageError
from resdiff.store import compacting, curating
from resdiff.store.compacting import Compacted
from resdiff.store.judgements import Decision, judge
from resdiff.store.nouns import Version
from resdiff.store.repository import Store
from resdiff.workspace.adding import check_slug, checked, now
from resdiff.workspace.references import paragraph_of, resolve, versions_of
from resdiff.workspace.stored import index


def edit_version(reference: str, told: Mapping[str, str | None], before: str | None, by_whom: str | None, store: Store) -> Version:
    """Tells facts of a version otherwise, those of `told` that are not None; puts it before another one of its lineage.

    Raises UsageError where nothing is told or a fact cannot be kept.
    """
    version = resolve(reference, store)
    facts: dict[str, Any] = {name: value for name, value in told.items() if value is not None}
    if not facts and before is None:
        raise UsageError("nothing is told otherwise", "give --label, --stage, --date, --symbol, --title, --base-of or --before")
    label, stage, date = checked(facts.get("label"), facts.get("stage"), facts.get("date"))
    facts |= {name: value for name, value in (("label", label), ("stage", stage), ("date", date)) if value is not None}
    if "base_of" in facts:
        facts["base_of"] = resolve(facts["base_of"], store).id
        if facts["base_of"] == version.id:
            raise UsageError(f"{version.reference} cannot be drafted on itself", "name another version")
    place = resolve(f"{version.lineage}@{before}", store) if before is not None else None
    edited = curating.edit(store, version, facts, place, now(), by_whom)
    index(store, [edited.lineage])
    return edited


def rename_lineage(slug: str, new: str | None, title: str | None, by_whom: str | None, store: Store) -> None:
    """Gives a lineage another name, another title, or both."""
    versions_of(slug, store)
    if new is None and title is None:
        raise UsageError("nothing is told otherwise", "give a new name or --title")
    if new is not None:
        check_slug(new)
    curating.rename(store, slug, new, title, now(), by_whom)


def find_dropped(reference: str, store: Store, dropped: bool) -> tuple[Version, ...]:
    """The versions that a reference to a version, or the name of a lineage, means: among those dropped, or those shown."""
    if "@" in reference:
        return (resolve(reference, store, dropped),)
    try:
        return versions_of(reference, store, dropped)
    except UnknownVersionError as error:
        try:
            return (resolve(reference, store, dropped),)
        except UnknownVersionError:
            raise error from None


def drop_versions(versions: tuple[Version, ...], by_whom: str | None, store: Store) -> None:
    """Drops versions; they can be restored until the store is compacted. Their neighbours are compared anew."""
    curating.set_dropped(store, versions, True, now(), by_whom)
    index(store, sorted({version.lineage for version in versions}))


def restore_versions(reference: str, by_whom: str | None, store: Store) -> tuple[Version, ...]:
    """Restores a version, or all that was dropped of a lineage."""
    versions = find_dropped(reference, store, dropped=True)
    curating.set_dropped(store, versions, False, now(), by_whom)
    index(store, sorted({version.lineage for version in versions}))
    return versions


def decide(base: str, revised: str, decision: Decision, by_whom: str | None, store: Store) -> bool:
    """Links two paragraphs by hand, parts them, or forgets what was decided; gives whether that changed anything.

    The author is who is logged in where none is told.
    """
    one, two = paragraph_of(base, store), paragraph_of(revised, store)
    is_changed = judge(store, one, two, decision, now(), by_whom or _login())
    if is_changed:
        index(store, sorted({one[0].lineage, two[0].lineage}))
    return is_changed


def _login() -> str | None:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a machine that knows no users
        return None


def compact(by_whom: str | None, store: Store) -> Compacted:
    """Makes a store as small as it can be; what was dropped goes for good."""
    return compacting.compact(store, now(), by_whom)
