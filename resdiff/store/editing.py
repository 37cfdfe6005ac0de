"""What may be done to versions that are kept: told otherwise, put elsewhere, dropped and restored.

Texts are never changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from resdiff.core.errors import TakenError
from resdiff.store.journal import note
from resdiff.store.records import Version
from resdiff.store.repository import Store

EDITABLE = ("label", "stage", "date", "symbol", "title", "base_of")
"""The facts of a version that people may tell otherwise."""


def edit(
    store: Store,
    version: Version,
    told: Mapping[str, Any],
    before: Version | None,
    last: bool,
    at: str,
    by_whom: str | None,
) -> Version:
    """Tells facts of a version otherwise, by their names in EDITABLE.

    Puts it before another one of its lineage, or `last`.

    What was told before stands in the journal. Raises TakenError for a label that is taken.
    """
    changes = {
        name: value for name, value in told.items() if name in EDITABLE and value != getattr(version, name)
    }
    with store.writing():
        lineage = store.rows("SELECT lineage FROM version WHERE id = ?", [version.id])[0][0]
        if "label" in changes and store.rows(
            "SELECT 1 FROM version WHERE lineage = ? AND label = ?", [lineage, changes["label"]]
        ):
            raise TakenError(
                f"{version.lineage} already has a version '{changes['label']}'", "give another label"
            )
        for name, value in changes.items():
            store.run(f"UPDATE version SET {name} = ? WHERE id = ?", [value, version.id])
        if before is not None or last:
            _put(store, version, lineage, before)
        store.put_seal(version.id)
        if changes or before is not None or last:
            old, new = {name: getattr(version, name) for name in changes}, dict(changes)
            if before is not None or last:
                old["place"], new["place"] = version.place, store.version(version.id).place
            note(
                store,
                "edit",
                {"version": version.reference, "from": _told(store, old), "to": _told(store, new)},
                at,
                by_whom,
            )
    return store.version(version.id)


def _put(store: Store, version: Version, lineage: int, before: Version | None) -> None:
    """Puts a version before another one of its lineage, or last."""
    if before is not None:
        store.make_room(lineage, before.place)
        place = before.place
    else:
        place = int(store.rows("SELECT max(place) + 1 FROM version WHERE lineage = ?", [lineage])[0][0])
    store.run("UPDATE version SET place = ? WHERE id = ?", [place, version.id])


def _told(store: Store, facts: dict[str, Any]) -> dict[str, Any]:
    """Facts as people read them: a base by its reference."""
    base = facts.get("base_of")
    return {**facts, "base_of": store.version(base).reference} if base is not None else facts


def rename(store: Store, slug: str, new: str | None, title: str | None, at: str, by_whom: str | None) -> None:
    """Gives a lineage another slug, another title, or both. Raises TakenError where the slug is taken."""
    with store.writing():
        if new is not None and new != slug and store.rows("SELECT 1 FROM lineage WHERE slug = ?", [new]):
            raise TakenError(f"there is a lineage '{new}' already", "give another name")
        ((lineage, old),) = store.rows("SELECT id, title FROM lineage WHERE slug = ?", [slug])
        store.run(
            "UPDATE lineage SET slug = ?, title = ? WHERE id = ?",
            [new or slug, title if title is not None else old, lineage],
        )
        for (identity,) in store.rows("SELECT id FROM version WHERE lineage = ?", [lineage]):
            store.put_seal(identity)
        if (new or slug, title if title is not None else old) == (slug, old):
            return
        note(
            store,
            "rename",
            {"from": slug, "to": new or slug, "old title": old, "new title": title or old},
            at,
            by_whom,
        )


def set_dropped(
    store: Store, versions: Sequence[Version], is_dropped: bool, at: str, by_whom: str | None
) -> None:
    """Drops versions from all that is shown, or restores them.

    Nothing of them is lost before the store is compacted.
    """
    with store.writing():
        for version in versions:
            store.run("UPDATE version SET dropped = ? WHERE id = ?", [at if is_dropped else None, version.id])
            store.put_seal(version.id)
        note(
            store,
            "drop" if is_dropped else "restore",
            {"versions": [v.reference for v in versions]},
            at,
            by_whom,
        )


def set_base(store: Store, version: Version, base: Version) -> None:
    """Tells which version one was drafted on, within `writing`."""
    store.run("UPDATE version SET base_of = ? WHERE id = ?", [base.id, version.id])
    store.put_seal(version.id)


def set_supersedes(store: Store, version: Version, corrected: Version, reason: str | None) -> None:
    """Tells which version one corrects, within `writing`."""
    store.run(
        "UPDATE version SET supersedes = ?, reason = ? WHERE id = ?", [corrected.id, reason, version.id]
    )
    store.put_seal(version.id)
