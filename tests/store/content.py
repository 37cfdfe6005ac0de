"""What a store holds, told so that two stores can be compared; and the command, run on a store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from resdiff.store.judgements import all_judgements
from resdiff.store.repository import Store
from tests.cli.running import Done, resdiff


def run(place: Path, *arguments: str) -> Done:
    """Runs `resdiff ARGUMENTS` on a store."""
    return resdiff(*arguments, env={"RESDIFF_STORE": str(place)})


def content(store: Store) -> list[Any]:
    """All that people put into a store: lineages, versions with their bytes and texts, judgements.

    Ids told as references.
    """
    names = {version.id: version.reference for version in store.versions(with_dropped=True)}
    reported: list[Any] = [asdict(lineage) for lineage in store.lineages()]
    for version in store.versions(with_dropped=True):
        row = asdict(version) | {"verbs": None, "id": None}
        for field in ("base_of", "round_of", "supersedes", "superseded_by"):
            row[field] = names.get(row[field])
        reported.append((row, store.data(version), store.text(version)))
    for known in all_judgements(store):
        row = asdict(known) | {"id": None}
        reported.append(row | {"base": names[known.base], "revised": names[known.revised]})
    return reported
