"""The versions of a lineage, from the store or from files, followed from the first to the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import get_args

from resdiff.core.compare import Comparison
from resdiff.core.errors import StoreError, UsageError
from resdiff.core.history import History, Thread, follow, shifts_at
from resdiff.core.history.phrases import standing, words_in
from resdiff.core.model import Part, Resolution
from resdiff.core.precedents.likeness import rarest
from resdiff.core.progress import Progress, no_progress
from resdiff.core.tokens import word_form
from resdiff.render.views.labels import labels_of
from resdiff.store.histories import chains_of, put_steps, stored_steps
from resdiff.store.precedents import PrecedentIndex
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.store.search import VersionFilter, find
from resdiff.workspace.lookup import store_for
from resdiff.workspace.reading import is_reference, read
from resdiff.workspace.references import open_repository, resolve, store_path, versions_of
from resdiff.workspace.rounds import DRAFTS, EVERY, followed, stage_named
from resdiff.workspace.stored import compare_in_order, read_version

_PATIENCE = 1.0
"""Seconds that keeping a history waits for another write."""
_RAREST, _CANDIDATES = 8, 3_000
"""Words of a phrase by which near readings are looked for, and how many readings are looked at."""
_SHOWN = 12
"""Versions that an error names at most."""
_MOST = 1_000_000
"""Paragraphs with a phrase that are looked at."""


def history_of(
    references: Sequence[str],
    store: str | None = None,
    progress: Progress = no_progress,
    stage: str | None = None,
) -> History:
    """The history of a lineage, up to a version where LINEAGE@VERSION names one.

    Or of two or more texts in the order given. `stage` says which versions of a lineage are followed, as
    `rounds.followed`.

    `progress` may end the work by raising. Raises UsageError for one text that is no lineage or a lineage of
    one version, InputError and UnknownVersionError as `read`.
    """
    if len(references) > 1:
        _check_texts(references, store)
        return follow(read(reference, store=store) for reference in references)
    (reference,) = references
    if not is_reference(reference):
        raise UsageError(
            "a history needs at least two versions",
            f"'{reference}' is one text: name a lineage, or several texts in order",
        )
    with store_for(reference, store) as repository:
        return _followed(_up_to(reference, repository, stage), repository, progress)


def _check_texts(references: Sequence[str], store: str | None) -> None:
    """Raises UsageError where one of several texts is a lineage."""
    if (
        not any(is_reference(reference) and "@" not in reference for reference in references)
        or not store_path(store).exists()
    ):
        return
    with open_repository(store) as repository:
        doubled = next(filter(repository.has_lineage, references), None)
    if doubled is not None:
        raise UsageError(
            f"'{doubled}' is a lineage",
            "give one lineage alone, or several texts in order; LINEAGE@VERSION names one text",
        )


def followable(store: str | None) -> tuple[list[str], list[str]]:
    """The lineages of the store that can be followed; and those that cannot, with why."""
    names, left_out = [], []
    with open_repository(store) as repository:
        for lineage in repository.lineages():
            versions = [
                version for version in versions_of(lineage.slug, repository) if version.superseded_by is None
            ]
            languages = sorted({version.language for version in versions} - {None, "und"}, key=str)
            if len(versions) < 2:
                left_out.append(f"{lineage.slug}: it has one version")
            elif len(languages) > 1:
                left_out.append(
                    f"{lineage.slug}: its versions are in different languages"
                    f" ({', '.join(map(str, languages))})"
                )
            else:
                names.append(lineage.slug)
    return names, left_out


def _followed(versions: Sequence[Version], store: Store, progress: Progress = no_progress) -> History:
    """The history of versions: what was found of them before is taken from the store, what is found now is
    kept there.
    """
    texts, comparisons = compare_in_order(versions, store, progress)
    chains = chains_of(store, versions) if versions else []
    stored = stored_steps(store, versions, chains) if chains else []
    history = follow(texts, lambda k: comparisons[k - 1], stored)
    if store.is_writable and len(stored) < len(chains):
        with (
            suppress(StoreError),
            store.writing(patience=_PATIENCE),
        ):  # a store that is busy or full can do without
            fresh = slice(len(stored), len(chains))
            put_steps(store, versions[1:][fresh], chains[fresh], history.steps[fresh])
    return history


def _up_to(reference: str, store: Store, stage: str | None) -> list[Version]:
    """The versions of a lineage that are followed, up to the one that is named."""
    if store.has_lineage(reference):
        return followed(versions_of(reference, store), stage)
    last = resolve(reference, store)
    before = [v for v in versions_of(last.lineage, store) if v.place <= last.place]
    shown = followed(before, EVERY if stage is None and last.stage in DRAFTS else stage)
    return shown if last in shown else [*shown, last]


def all_comparisons(
    store: str | None, progress: Progress, stage: str | None = None
) -> Iterator[tuple[str, list[Comparison]]]:
    """Each lineage of the store with the comparisons of its neighbours, in order; `stage` says which versions
    are followed, as `rounds.followed`.

    What is not yet compared is compared and kept. Raises UsageError for what is no stage.
    """
    stage = stage_named(stage)
    with open_repository(store) as repository:
        lineages = repository.lineages()
        for done, lineage in enumerate(lineages):
            progress(done / len(lineages), lineage.slug)
            versions = followed(versions_of(lineage.slug, repository), stage)
            yield lineage.slug, compare_in_order(versions, repository)[1]


def all_texts(store: str | None, progress: Progress) -> Iterator[tuple[str, Resolution]]:
    """Every version of the store that is not superseded, with the name of its lineage."""
    with open_repository(store) as repository:
        lineages = repository.lineages()
        for done, lineage in enumerate(lineages):
            progress(done / len(lineages), lineage.slug)
            for version in versions_of(lineage.slug, repository):
                if version.superseded_by is None:
                    yield lineage.slug, read_version(version, repository)


def lineages_with(
    phrase: str, store: str | None = None, with_near: bool = False
) -> Iterator[tuple[str, list[Resolution], list[Comparison]]]:
    """Each lineage of the store of which a version carries a phrase, with its texts and their comparisons in
    order.

    `with_near` also finds readings that are close to the phrase. Raises UsageError for a phrase
    without a word.
    """
    words = words_in(phrase)
    with open_repository(store) as repository:
        if with_near:
            lineages = _near_lineages(words, repository)
        else:
            hits = find(repository, f'"{" ".join(words)}"', _MOST)
            lineages = {hit.reference.partition("@")[0] for hit in hits}
        for lineage in sorted(lineages):
            versions = [v for v in versions_of(lineage, repository) if v.superseded_by is None]
            yield lineage, *compare_in_order(versions, repository)


def _near_lineages(words: Sequence[str], store: Store) -> set[str]:
    """The lineages of the readings that are close to a phrase, among those that its rarest words find."""
    index = PrecedentIndex(store, VersionFilter())
    forms = [word_form(word) for word in words]
    candidates = index.candidates(rarest(forms, index.counts(forms), _RAREST), _CANDIDATES)
    near = [reading.number for reading in candidates if standing(words, reading.text, True) is not None]
    return {row["lineage"] for number in near for row in index.standings(number)}


PARTS: tuple[str, ...] = get_args(Part)


def threads_in_order(history: History, only: str | None = None) -> list[Thread]:
    """The threads in the order of the last version, those that ended at their place.

    All, or those with a word of --only.

    The words are `verbs` (a verb went up or down, came or went), `changed` and the parts of a text. Raises
    UsageError for another.
    """
    if only is not None and only not in ("verbs", "changed", *PARTS):
        raise UsageError(f"unknown word '{only}'", f"words are verbs, changed, {', '.join(PARTS)}")
    order: list[int] = []
    for version in range(len(history.versions) - 1, -1, -1):
        standing = sorted(
            (p.paragraph, thread.number)
            for thread in history.threads
            if (p := thread.at(version)) is not None
        )
        ordered = set(order)
        behind: dict[int | None, list[int]] = {}
        last: int | None = None
        for _, number in standing:
            if number in ordered:
                last = number
            else:
                behind.setdefault(last, []).append(number)
        order = (
            [number for at in (None, *order) for number in ([] if at is None else [at]) + behind.get(at, [])]
            if behind
            else order
        )
    return [
        history.threads[number]
        for number in order
        if only is None or _is_chosen(history.threads[number], history, only)
    ]


def _is_chosen(thread: Thread, history: History, only: str) -> bool:
    if only == "verbs":
        return any(shifts_at(history, place) for place in thread.places)
    if only == "changed":
        return thread.last < len(history.versions) - 1 or any(
            place.fate not in ("first", "unchanged") for place in thread.places
        )
    last = thread.places[-1]
    return history.versions[last.version].paragraphs[last.paragraph].part == only


def find_thread(history: History, identity: str, version: int | None = None) -> Thread:
    """The thread of a paragraph by its id in the last version that has one of that id, or by the number of
    the thread.

    `version` is the place of a version, from 0, that alone is looked at where it is given. Raises UsageError
    where there is none.
    """
    if version is not None:
        return _thread_in(history, identity, version)
    if identity.isdecimal() and int(identity) < len(history.threads):
        return history.threads[int(identity)]
    for version in range(len(history.versions) - 1, -1, -1):
        with suppress(UsageError):
            return _thread_in(history, identity, version)
    raise UsageError(f"no version has a paragraph '{identity}'", "ids look like PP3, OP12, OP12(a)")


def _thread_in(history: History, identity: str, version: int) -> Thread:
    for k, paragraph in enumerate(history.versions[version].paragraphs):
        if paragraph.id == identity:
            return next(t for t in history.threads if (p := t.at(version)) is not None and p.paragraph == k)
    raise UsageError(f"that version has no paragraph '{identity}'", "ids look like PP3, OP12, OP12(a)")


def others_of(history: History, thread: Thread) -> list[Thread]:
    """The threads that ended under the id that a thread was last seen with."""
    last = _last_id(history, thread)
    return [
        t
        for t in history.threads
        if t is not thread and t.last < len(history.versions) - 1 and _last_id(history, t) == last
    ]


def _last_id(history: History, thread: Thread) -> str:
    return history.versions[thread.last].paragraphs[thread.places[-1].paragraph].id


def place_in(history: History, asked: str) -> int:
    """The place of a version by its label, number, symbol, stage or date, by its place from 1, or from the
    end as -1.

    Of several that have a stage, or came in one year or month, it is the first. Raises UsageError where there
    is none.
    """
    labels = labels_of(history.versions)
    for k, (label, text) in enumerate(zip(labels, history.versions, strict=True)):
        head = text.masthead
        is_in_time = head.date is not None and f"{head.date}-".startswith(f"{asked}-")
        if asked in (label, head.number, head.symbol, head.stage) or is_in_time:
            return k
    places = {"first": 0, "latest": len(labels) - 1}
    places |= {name: k for k in range(len(labels)) for name in (str(k + 1), str(k - len(labels)))}
    if asked in places:
        return places[asked]
    shown = labels if len(labels) <= _SHOWN else [*labels[:_SHOWN], f"{len(labels) - _SHOWN} more"]
    raise UsageError(f"there is no version '{asked}'", f"versions are {', '.join(shown)}")
