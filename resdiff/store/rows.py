"""Rows of the tables as versions and lineages, and back."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any, cast, get_args

from msgspec.structs import replace

from resdiff.core.errors import StoreError
from resdiff.core.model import Resolution, Stage, VersionOrigin
from resdiff.store.codec import values_of, vote_of
from resdiff.store.records import FACTS, Lineage, NewVersion, Version

_NUMBERS = frozenset(("id", "place", "base_of", "round_of", "supersedes", "superseded_by", "paragraphs"))
"""The columns of a version that hold numbers; all others hold text."""


def _json(text: str | None) -> dict[str, Any]:
    return dict(json.loads(text)) if text else {}


def version_from_row(row: dict[str, Any]) -> Version:
    """A version from its row. Raises StoreError for a row that no resdiff has written."""
    try:
        _check_types(row, _NUMBERS)
        vote = vote_of(json.loads(row["vote"])) if row["vote"] else None
        return Version(**{**row, "vote": vote, "extra": _json(row["extra"])})
    except (TypeError, ValueError) as error:
        raise StoreError(
            f"version {row['id']} of the store is damaged", f"{error}; restore the store from a backup"
        ) from None


def lineage_from_row(row: dict[str, Any]) -> Lineage:
    """A lineage from its row. Raises StoreError for a row that no resdiff has written."""
    try:
        _check_types(row, ("versions", "has_own_title"))
        facts = {"has_own_title": bool(row["has_own_title"]), "extra": _json(row["extra"])}
        return Lineage(**{**row, **facts})
    except (TypeError, ValueError) as error:
        raise StoreError(
            f"a lineage of the store is damaged: {row['slug']!r}", f"{error}; restore the store from a backup"
        ) from None


def _check_types(row: dict[str, Any], numbers: Collection[str]) -> None:
    """Raises TypeError where a column holds something else than text, or than a whole number where it is one
    of `numbers`.
    """
    for name, value in row.items():
        if value is not None and type(value) is not (int if name in numbers else str):
            raise TypeError(f"'{name}' is of the wrong type")


def columns_of(new: NewVersion) -> dict[str, object]:
    """The facts of a new version by column: as given, else as the text has them."""
    head, vote = new.resolution.masthead, new.resolution.vote
    read = {name: getattr(head, name, None) for name in FACTS}
    read |= {"language": new.resolution.language, "vote": values_of(vote) if vote is not None else None}
    facts = {name: new.facts[name] if new.facts.get(name) is not None else read[name] for name in FACTS}
    facts["vote"] = json.dumps(facts["vote"], ensure_ascii=False) if facts["vote"] is not None else None
    return facts


def with_facts(resolution: Resolution, version: Version) -> Resolution:
    """The text with the facts that are kept of its version: what people gave wins over the masthead."""
    stage = version.stage if version.stage in get_args(Stage) else "other" if version.stage else None
    head = replace(
        resolution.masthead,
        symbol=version.symbol,
        number=version.number,
        title=version.title,
        organ=version.organ,
        session=version.session,
        date=version.date,
        stage=cast("Stage | None", stage),
    )
    origin = VersionOrigin(lineage=version.lineage, label=version.label)
    return replace(resolution, masthead=head, origin=origin, vote=version.vote)
