"""The asks of lineages through their years: followed, and chosen by addressee, task and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.compare import Comparison
from resdiff.core.errors import UsageError
from resdiff.core.history.ask_threads import AskThread, LineageAsks
from resdiff.core.history.asks import follow_asks
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress, no_progress
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.workspace.ask_filter import AskFilter
from resdiff.workspace.reading import asks_in
from resdiff.workspace.references import open_repository, versions_of
from resdiff.workspace.rounds import followed, stage_named
from resdiff.workspace.stored import compare_in_order


def asks_of_lineage(
    lineage: str, chosen: AskFilter, stage: str | None, store: str | None, progress: Progress = no_progress
) -> LineageAsks:
    """The asks of a lineage; `stage` says which versions are followed, as `rounds.followed`.

    Raises UnknownVersionError where there is no such lineage, UsageError where none of its versions has the
    stage.
    """
    stage = stage_named(stage)
    with open_repository(store) as repository:
        versions = followed(versions_of(lineage, repository), stage)
        if not versions:
            raise UsageError(f"no version of '{lineage}' is a {stage}", f"see resdiff log {lineage}")
        return _followed(lineage, versions, chosen, repository, progress)


def asks_of_all(
    chosen: AskFilter, stage: str | None, store: str | None, progress: Progress = no_progress
) -> Iterator[LineageAsks]:
    """The asks of each lineage of the store that has any. Raises UsageError for what is no stage."""
    stage = stage_named(stage)
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
    is_open = chosen.due is None or thread.end in ("standing", "pending")
    return is_open and chosen.has(thread.last.ask, texts[thread.last.version])
