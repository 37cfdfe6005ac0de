"""A phrase over all versions of a store: equal readings of a lineage are one answer."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from resdiff.core.errors import UsageError
from resdiff.core.wording import counted
from resdiff.store.repository import Store
from resdiff.store.search import Hit, VersionFilter, count_versions
from resdiff.workspace.dating import is_date
from resdiff.workspace.rounds import stage_named


def filter_of(lineages: str | None, since: str | None, until: str | None, stage: str | None) -> VersionFilter:
    """Which versions are looked at, as typed. Raises UsageError for a date or stage that is none."""
    for name, date in (("--since", since), ("--until", until)):
        if date is not None and not is_date(date):
            raise UsageError(f"invalid date '{date}' of {name}", "write 2019, 2019-05 or 2019-05-31")
    if since is not None and until is not None and until < since[: len(until)]:
        raise UsageError(f"--until {until} is before --since {since}", "nothing lies between them")
    return VersionFilter(
        lineages=lineages, since=since, until=until, stage=stage_named(stage, may_be_every=False)
    )


def check_filter(versions: VersionFilter, store: Store) -> None:
    """Raises UsageError where a filter leaves no version of a store that has some."""
    if versions == VersionFilter() or count_versions(store, versions) or not store.versions():
        return
    named = VersionFilter(lineages=versions.lineages)
    if not count_versions(store, named):
        what = f"no lineage has '{versions.lineages}' in its name or title"
        raise UsageError(what, "resdiff log lists them")
    raise UsageError("no version has these dates and this stage", "resdiff log LINEAGE lists both")


class FoldedHit(Struct, frozen=True, kw_only=True):
    """A reading that one or several versions of a lineage have, the last of them first."""

    hits: tuple[Hit, ...]

    @property
    def last(self) -> Hit:
        """The hit in the last version."""
        return self.hits[0]

    @property
    def lineage(self) -> str:
        """The name of the lineage."""
        return self.last.reference.partition("@")[0]

    @property
    def span(self) -> str:
        """Since when the reading stands, and in how many versions: '2019–2025, 5 versions'; '' for one."""
        if len(self.hits) == 1:
            return ""
        years = sorted({hit.date[:4] for hit in self.hits if hit.date})
        since = f"{years[0]}–{years[-1]}, " if len(years) > 1 else f"{years[0]}, " if years else ""
        return since + counted(len(self.hits), "version")


def folded(hits: Iterable[Hit]) -> tuple[FoldedHit, ...]:
    """The hits with equal readings of a lineage folded.

    Lineages stand in the order of their best hit, the readings of each from the newest to the oldest.
    """
    readings: dict[tuple[str, str], list[Hit]] = {}
    for hit in hits:
        readings.setdefault((hit.reference.partition("@")[0], hit.text), []).append(hit)
    ranks: dict[str, int] = {}
    for lineage, _ in readings:
        ranks.setdefault(lineage, len(ranks))
    answers = [
        FoldedHit(hits=tuple(sorted(equal, key=lambda hit: hit.date or "", reverse=True)))
        for equal in readings.values()
    ]
    answers.sort(key=lambda answer: answer.last.date or "", reverse=True)
    return tuple(sorted(answers, key=lambda answer: ranks[answer.lineage]))
