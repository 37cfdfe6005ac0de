"""The versions of a lineage by years and rounds, each with what is counted of its changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from resdiff.store.counts import Counts, counts_of
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.workspace.references import versions_of
from resdiff.workspace.rounds import pairs_of, years_of


class VersionRow(Struct, frozen=True, kw_only=True):
    """A version of a lineage, and what is counted of its changes.

    A text that was adopted is compared with that of the year before, a round with the one before it.
    """

    version: Version
    against: Version | None
    """What it is compared with; None for the first, and for one that is superseded."""
    counts: Counts | None
    """None where it is compared with nothing, and where the comparison is not made or failed."""
    is_round: bool = False
    """Whether it is a draft of a text that stands in the lineage too."""
    last_round: Version | None = None
    """Of an adopted text the last draft before it."""
    since_round: Counts | None = None
    """What is counted of its changes against that draft."""


def version_rows(lineage: str, store: Store) -> tuple[tuple[VersionRow, ...], tuple[str, ...]]:
    """The versions of a lineage in order, those that are superseded included.

    And each comparison that could not be made, with why.

    What is not yet compared is compared, and kept where the store can be written to. Raises
    UnknownVersionError where there is no such lineage.
    """
    versions = versions_of(lineage, store)
    counts = counts_of(store, lineage)
    failures = []
    for base, revised in pairs_of(versions):
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
    rows: dict[int, VersionRow] = {}
    before: Version | None = None
    for year in years_of(versions):
        last = before
        for version in year.rounds:
            rows[version.id] = _row(version, last, counts, is_round=True)
            last = version
        row = _row(year.final, before or last, counts)
        if year.rounds and before is not None:
            since = counts.get((year.rounds[-1].id, year.final.id))
            row = VersionRow(
                version=row.version,
                against=row.against,
                counts=row.counts,
                last_round=year.rounds[-1],
                since_round=since,
            )
        rows[year.final.id] = row
        before = year.final
    return tuple(rows.get(v.id) or VersionRow(version=v, against=None, counts=None) for v in versions)


def _row(
    version: Version,
    against: Version | None,
    counts: Mapping[tuple[int, int], Counts],
    is_round: bool = False,
) -> VersionRow:
    its = counts.get((against.id, version.id)) if against is not None else None
    return VersionRow(version=version, against=against, counts=its, is_round=is_round)


def story(rows: Sequence[VersionRow]) -> list[VersionRow]:
    """The rows by years: each adopted text, below it its rounds, in order."""
    by_id = {row.version.id: row for row in rows}
    years = years_of([row.version for row in rows])
    rounds = {year.final.id: [by_id[version.id] for version in year.rounds] for year in years}
    below = {row.version.id for its in rounds.values() for row in its}
    return [
        one for row in rows if row.version.id not in below for one in (row, *rounds.get(row.version.id, ()))
    ]
