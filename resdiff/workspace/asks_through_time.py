"""The asks of lineages through their years: followed, and chosen by addressee, task and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from resdiff.core.asks import Task
from resdiff.core.compare import Comparison
from resdiff.core.errors import UsageError
from resdiff.core.history.ask_terms import due_years
from resdiff.core.history.asks import AskThread, LineageAsks, follow_asks
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress, no_progress
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.workspace.reading import asks_in
from resdiff.workspace.references import open_repository, versions_of
from resdiff.workspace.rounds import followed
from resdiff.workspace.stored import compare_in_order


class AskFilter(Struct, frozen=True, kw_only=True):
    """Which asks are shown; None shows all."""

    addressee: str | None = None
    """A part of the name of who is asked, in any case."""
    task: Task | None = None
    due: int | None = None
    """A year: asks that stand in the last version and are due then."""


def ask_filter(addressee: str | None, task: str | None, due: str | None) -> AskFilter:
    """Which asks are shown, as typed. Raises UsageError for a task or year that is none."""
    if task not in (None, "report", "meeting", "mandate", "other"):
        raise UsageError(f"unknown task '{task}'", "tasks are report, meeting, mandate, other")
    if due is not None and not (due.isdecimal() and len(due) == len("2031")):
        raise UsageError(f"invalid year '{due}'", "write it as 2031")
    return AskFilter(addressee=addressee, task=task, due=int(due) if due is not None else None)  # type: ignore[arg-type]  # checked above


def asks_of_lineage(
    lineage: str, chosen: AskFilter, stage: str | None, store: str | None, progress: Progress = no_progress
) -> LineageAsks:
    """The asks of a lineage; `stage` says which versions are followed, as `rounds.followed`.

    Raises UnknownVersionError where there is no such lineage.
    """
    with open_repository(store) as repository:
        versions = followed(versions_of(lineage, repository), stage)
        return _followed(lineage, versions, chosen, repository, progress)


def asks_of_all(
    chosen: AskFilter, stage: str | None, store: str | None, progress: Progress = no_progress
) -> Iterator[LineageAsks]:
    """The asks of each lineage of the store that has any."""
    with open_repository(store) as repository:
        lineages = repository.lineages()
        for done, lineage in enumerate(lineages):
            progress(done / len(lineages), lineage.slug)
            versions = followed(versions_of(lineage.slug, repository), stage)
            if versions:
                asks = _followed(lineage.slug, versions, chosen, repository)
                if asks.threads:
                    yield asks


def _followed(
    lineage: str,
    versions: Sequence[Version],
    chosen: AskFilter,
    store: Store,
    progress: Progress = no_progress,
) -> LineageAsks:
    texts, comparisons = compare_in_order(versions, store, progress)
    threads = _threads(texts, comparisons)
    return LineageAsks(
        lineage=lineage,
        texts=tuple(texts),
        threads=tuple(thread for thread in threads if _is_chosen(thread, texts, chosen)),
    )


def _threads(texts: Sequence[Resolution], comparisons: Sequence[Comparison]) -> tuple[AskThread, ...]:
    """The threads of texts whose language has a lexicon; none of others."""
    first = asks_in(texts[0]) if texts else None
    if first is None or any(comparison.scale_name is None for comparison in comparisons):
        return ()
    return follow_asks(texts, first, comparisons)


def _is_chosen(thread: AskThread, texts: Sequence[Resolution], chosen: AskFilter) -> bool:
    ask = thread.last.ask
    name = f"{ask.addressee_name or ''} {ask.addressee or ''}".casefold()
    if chosen.addressee is not None and chosen.addressee.casefold() not in name:
        return False
    if chosen.task is not None and ask.task != chosen.task:
        return False
    is_open = thread.end in ("standing", "pending")
    return chosen.due is None or (is_open and chosen.due in due_years(ask, texts[thread.last.version]))
