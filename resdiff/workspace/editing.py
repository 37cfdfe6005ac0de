"""What people do to stored versions: tell facts otherwise, drop and restore, rename, link paragraphs by
hand.
"""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Literal

from resdiff.core.errors import UnknownVersionError, UsageError
from resdiff.store import compacting, editing
from resdiff.store.compacting import Compacted
from resdiff.store.judgements import Decision, judge
from resdiff.store.records import Stamp, Version
from resdiff.store.repository import Store
from resdiff.workspace.adding import NONE, check_line, check_slug, checked, now
from resdiff.workspace.references import paragraph_of, resolve, versions_of
from resdiff.workspace.relations import base_for, round_for
from resdiff.workspace.stored import index_store
from resdiff.workspace.votes import vote_from


def edit_version(
    reference: str, facts: Mapping[str, str | None], before: str | None, author: str | None, store: Store
) -> Version:
    """Changes the facts of a version to those in `facts` that are not None.

    `before` is the label of the version of its lineage before which to put it, or NONE for the end.

    Raises UsageError where no change is given or a fact is not valid.
    """
    with store.writing():  # what is looked up here must still be there when it is written
        edited = _edit(reference, facts, before, author, store)
    index_store(store, [edited.lineage])
    return edited


def _edit(
    reference: str, given: Mapping[str, str | None], before: str | None, author: str | None, store: Store
) -> Version:
    version = resolve(reference, store)
    facts: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if not facts and before is None:
        raise UsageError(
            "nothing is changed",
            "give --label, --stage, --date, --symbol, --title, --vote, --base-of, --round-of or --before",
        )
    label, stage, date = checked(facts.get("label"), facts.get("stage"), facts.get("date"))
    facts |= {
        name: value
        for name, value in (("label", label), ("stage", stage), ("date", date))
        if value is not None
    }
    for name in ("symbol", "title"):
        check_line(name, facts.get(name))
    if "base_of" in facts:
        facts["base_of"] = (
            None
            if facts["base_of"] == NONE
            else base_for(resolve(facts["base_of"], store), version, store).id
        )
    if "round_of" in facts:
        facts["round_of"] = (
            None if facts["round_of"] == NONE else round_for(resolve(facts["round_of"], store), version).id
        )
    if "vote" in facts:
        facts["vote"] = vote_from(facts["vote"])
    facts = {name: value or None for name, value in facts.items()}
    place: Version | Literal["last"] | None = "last" if before == NONE else None
    if before is not None and before != NONE:
        place = resolve(f"{version.lineage}@{before}", store)
    return editing.set_facts(store, version, facts, place, _stamp(author))


def rename_lineage(slug: str, new: str | None, title: str | None, author: str | None, store: Store) -> None:
    """Gives a lineage another name, another title, or both."""
    if new is None and title is None:
        raise UsageError("nothing is changed", "give a new name or --title")
    if new is not None:
        check_slug(new)
    check_line("title", title)
    with store.writing():
        versions_of(slug, store)
        editing.set_names(store, slug, new, title, _stamp(author))


def find_dropped(reference: str, store: Store, dropped: bool) -> tuple[Version, ...]:
    """The versions that LINEAGE@VERSION, a lineage or a symbol means: among those dropped, or those shown."""
    if "@" in reference:
        return (resolve(reference, store, dropped),)
    try:
        return versions_of(reference, store, dropped)
    except UnknownVersionError:
        alike = [
            v
            for v in store.versions(with_dropped=True)
            if v.symbol == reference and (v.dropped is not None) == dropped
        ]
        if len(alike) != 1:
            raise
        return (alike[0],)


def drop_versions(reference: str, author: str | None, store: Store) -> tuple[Version, ...]:
    """Drops a version, or all of a lineage; they can be restored until the store is compacted.

    Their neighbours are compared anew.
    """
    return _set_dropped(reference, True, author, store)


def restore_versions(reference: str, author: str | None, store: Store) -> tuple[Version, ...]:
    """Restores a version, or all that was dropped of a lineage."""
    return _set_dropped(reference, False, author, store)


def _set_dropped(reference: str, is_dropped: bool, author: str | None, store: Store) -> tuple[Version, ...]:
    with store.writing():  # another command may compact the store between a look and a write
        versions = find_dropped(reference, store, dropped=not is_dropped)
        editing.set_dropped(store, versions, is_dropped, _stamp(author))
    index_store(store, sorted({version.lineage for version in versions}))
    return versions


def decide(base: str, revised: str, decision: Decision, author: str | None, store: Store) -> bool:
    """Links two paragraphs by hand, forbids their link, or forgets an earlier decision.

    Gives whether that changed anything.

    Without `author`, the user who is logged in is recorded.
    """
    with store.writing():
        one, two = paragraph_of(base, store), paragraph_of(revised, store)
        is_changed = judge(store, one, two, decision, _stamp(author))
    if is_changed:
        index_store(store, sorted({one[0].lineage, two[0].lineage}))
    return is_changed


def _stamp(author: str | None) -> Stamp:
    """The time, and the author or who is logged in."""
    if author is None:
        with suppress(OSError, KeyError, ImportError):  # a machine may know no users
            author = getpass.getuser()
    return Stamp(now(), author)


def compact_store(author: str | None, store: Store) -> Compacted:
    """Makes a store as small as it can be; what was dropped goes for good."""
    return compacting.compact(store, _stamp(author))
