"""Counts of stored comparisons: read from the tables alone."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import fields

from resdiff.core import rules
from resdiff.store.repository import Store


class Counts(Struct, frozen=True, kw_only=True):
    """What is counted of a comparison."""

    edited: int
    split: int
    merged: int
    added: int
    dropped: int
    moved: int
    strengthened: int
    weakened: int


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
