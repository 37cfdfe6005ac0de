"""What may be done to stored versions: facts changed, put elsewhere, dropped and restored.

Texts are never changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from resdiff.core.errors import TakenError
from resdiff.core.model import Vote
from resdiff.store.codec import values_of
from resdiff.store.journal import note
from resdiff.store.records import Stamp, Version
from resdiff.store.repository import Store

EDITABLE = ("label", "stage", "date", "symbol", "title", "base_of", "round_of", "vote")
"""The facts of a version that people may change."""


def set_facts(
    store: Store,
    version: Version,
    facts: Mapping[str, Any],
    place: Version | Literal["last"] | None,
    stamp: Stamp,
) -> Version:
    """Changes facts of a version, by their names in EDITABLE, and its place.

    `place` is the version of its lineage before which it is put, or 'last'; None leaves it where it is. The
    former facts stand in the journal. Raises TakenError for a label that is taken.
    """
    changes = {
        name: value for name, value in facts.items() if name in EDITABLE and value != getattr(version, name)
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
            column = json.dumps(values_of(value), ensure_ascii=False) if isinstance(value, Vote) else value
            store.run(f"UPDATE version SET {name} = ? WHERE id = ?", [column, version.id])
        old, new = {name: getattr(version, name) for name in changes}, dict(changes)
        if place is not None:
            _put(store, version, lineage, place)
            old["place"], new["place"] = version.place, store.version(version.id).place
        store.put_seal(version.id)
        if new:
            details = {"version": version.reference, "from": _shown(store, old), "to": _shown(store, new)}
            note(store, "edit", details, stamp)
    return store.version(version.id)


def _put(store: Store, version: Version, lineage: int, place: Version | Literal["last"]) -> None:
    """Puts a version before another one of its lineage, or last."""
    if place == "last":
        number = int(store.rows("SELECT max(place) + 1 FROM version WHERE lineage = ?", [lineage])[0][0])
    else:
        store.make_room(lineage, place.place)
        number = place.place
    store.run("UPDATE version SET place = ? WHERE id = ?", [number, version.id])


def _shown(store: Store, facts: dict[str, Any]) -> dict[str, Any]:
    """Facts as people read them: other versions by their references, a vote by its values."""
    shown = dict(facts)
    for name, value in facts.items():
        if name in ("base_of", "round_of") and value is not None:
            shown[name] = store.version(value).reference
        elif isinstance(value, Vote):
            shown[name] = values_of(value)
    return shown


def set_names(store: Store, slug: str, new: str | None, title: str | None, stamp: Stamp) -> None:
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
        details = {"from": slug, "to": new or slug, "old title": old, "new title": title or old}
        note(store, "rename", details, stamp)


def set_dropped(store: Store, versions: Sequence[Version], is_dropped: bool, stamp: Stamp) -> None:
    """Drops versions from all that is shown, or restores them.

    Nothing of them is lost before the store is compacted.
    """
    with store.writing():
        for version in versions:
            store.run(
                "UPDATE version SET dropped = ? WHERE id = ?",
                [stamp.timestamp if is_dropped else None, version.id],
            )
            store.put_seal(version.id)
        details = {"versions": [version.reference for version in versions]}
        note(store, "drop" if is_dropped else "restore", details, stamp)


def set_base(store: Store, version: Version, base: Version) -> None:
    """Sets which version one was drafted on, within `writing`."""
    store.run("UPDATE version SET base_of = ? WHERE id = ?", [base.id, version.id])
    store.put_seal(version.id)


def set_round(store: Store, version: Version, adopted: Version) -> None:
    """Sets of which adopted version one is a round, within `writing`."""
    store.run("UPDATE version SET round_of = ? WHERE id = ?", [adopted.id, version.id])
    store.put_seal(version.id)


def set_supersedes(store: Store, version: Version, corrected: Version, reason: str | None) -> None:
    """Sets which version one corrects, within `writing`."""
    store.run(
        "UPDATE version SET supersedes = ?, reason = ? WHERE id = ?", [corrected.id, reason, version.id]
    )
    store.put_seal(version.id)
