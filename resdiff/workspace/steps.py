"""The versions of a lineage in order, each with what is counted of its changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from resdiff.store.counts import Counts, counts_of, neighbours
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.workspace.references import versions_of


class VersionRow(Struct, frozen=True, kw_only=True):
    """A version of a lineage, and what is counted of the changes against the version before it."""

    version: Version
    counts: Counts | None
    """None for the first, for one that is superseded, and where the comparison failed."""


def version_rows(lineage: str, store: Store) -> tuple[tuple[VersionRow, ...], tuple[str, ...]]:
    """The versions of a lineage in order, those that are superseded included.

    And each comparison that could not be made, with why.

    What is not yet compared is compared, and kept where the store can be written to. Raises
    UnknownVersionError where there is no such lineage.
    """
    versions = versions_of(lineage, store)
    counts = counts_of(store, lineage)
    failures = []
    for base, revised in neighbours(versions):
        if (base.id, revised.id) in counts:
            continue
        from resdiff.workspace.stored import (
            Failure,
            count_changes,
        )  # only what is not yet compared needs the aligner

        made = count_changes(base, revised, store)
        if isinstance(made, Failure):
            failures.append(made.message)
        else:
            counts[base.id, revised.id] = made
    return _steps(versions, counts), tuple(failures)


def stored_version_rows(lineage: str, store: Store) -> tuple[VersionRow, ...]:
    """The same without comparing anything: what is not yet compared has no counts."""
    return _steps(versions_of(lineage, store), counts_of(store, lineage))


def _steps(versions: Sequence[Version], counts: Mapping[tuple[int, int], Counts]) -> tuple[VersionRow, ...]:
    before = {revised.id: base.id for base, revised in neighbours(versions)}
    return tuple(
        VersionRow(version=v, counts=counts.get((before[v.id], v.id)) if v.id in before else None)
        for v in versions
    )
