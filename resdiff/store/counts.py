"""Counts of stored comparisons, and which comparisons are not yet made: read from the tables alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import fields

from resdiff.core import rules
from resdiff.store.records import Version
from resdiff.store.repository import Store


class Counts(Struct, frozen=True, kw_only=True):
    """What is counted of the comparison of a version with the one before it."""

    edited: int
    split: int
    merged: int
    added: int
    dropped: int
    moved: int
    strengthened: int
    weakened: int


def neighbours(versions: Sequence[Version]) -> list[tuple[Version, Version]]:
    """Each version of a lineage with the one before it; those that are superseded left out."""
    return list(pairwise(v for v in versions if v.superseded_by is None))


def missing(store: Store, lineage: str) -> list[tuple[int, int]]:
    """The neighbours of a lineage, by their ids, of which no comparison by the usual options is kept."""
    return store.rows(
        "SELECT n.base, n.revised FROM neighbours AS n JOIN lineage ON lineage.id = n.lineage JOIN version ON"
        " version.id = n.revised WHERE slug = ? AND n.base IS NOT NULL AND NOT EXISTS (SELECT 1 FROM"
        " comparison AS c WHERE c.base = n.base AND c.revised = n.revised AND c.rules = ? AND c.options = '')"
        " ORDER BY version.place",
        [lineage, rules.COMPARISONS],
    )


def counts_of(store: Store, lineage: str) -> dict[tuple[int, int], Counts]:
    """What is counted of the kept comparisons between the versions of a lineage, by the ids of base and
    revised.
    """
    columns = ", ".join(f"comparison.{f.name}" for f in fields(Counts))
    rows = store.query(
        f"SELECT comparison.base, comparison.revised, {columns} FROM comparison"
        " JOIN version ON version.id = comparison.revised JOIN lineage ON lineage.id = version.lineage"
        " WHERE lineage.slug = ? AND rules = ? AND options = ''",
        [lineage, rules.COMPARISONS],
    )
    return {(row.pop("base"), row.pop("revised")): Counts(**row) for row in rows}
