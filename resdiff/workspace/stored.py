"""Reads and compares stored texts: reuses the results that the store has, and stores new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from resdiff.core import rules
from resdiff.core.compare import CompareOptions, Comparison, compare
from resdiff.core.errors import ResdiffError, StoreError
from resdiff.core.lexicon import find_lexicon
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress, no_progress
from resdiff.core.verbs import Verbs, find_verbs
from resdiff.store.comparisons import change_counts, put_comparison, stored_comparison
from resdiff.store.counts import Counts, counts_of
from resdiff.store.judgements import judgements_between
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.store.rows import with_facts
from resdiff.store.upkeep import faults, version_faults
from resdiff.store.verbs import put_verbs, without_verbs
from resdiff.workspace.jobs import Workers, in_order
from resdiff.workspace.rounds import pairs_of
from resdiff.workspace.texts import parse_bytes

_Made = TypeVar("_Made")
_CHECKED = 64
"""Versions that are checked in one go."""
_TOGETHER = 128
"""Comparisons that are kept in one transaction."""


def parse_version(version: Version, data: bytes) -> Resolution:
    """The source of a version, parsed."""
    return parse_bytes(data, f"'{version.reference}'", version.reference)


def read_version(version: Version, store: Store) -> Resolution:
    """The text of a version, with a warning where it is superseded."""
    text = store.text(version) or with_facts(parse_version(version, store.data(version)), version)
    if version.superseded_by is None:
        return text
    later = store.version(version.superseded_by)
    messages = (
        f"{version.reference} is superseded by {later.reference}{f': {later.reason}' if later.reason else ''}"
    )
    return replace(text, warnings=(messages, *text.warnings))


def compare_versions(
    base: Version,
    revised: Version,
    store: Store,
    options: CompareOptions | None = None,
    progress: Progress = no_progress,
) -> Comparison:
    """The comparison of two versions, with what people decided about them: the one that is kept, else a new
    one, which is kept.

    `progress` is told how much is done, and may end the work by raising.
    """
    one, two = (base, read_version(base, store)), (revised, read_version(revised, store))
    return _compare_read(one, two, store, options or CompareOptions(), progress)


def count_changes(base: Version, revised: Version, store: Store) -> Counts | Failure:
    """What is counted of the comparison of two versions, which is made and kept where it is not yet.

    A Failure where it fails.
    """
    comparison = attempt(failure_message((base, revised)), partial(compare_versions, base, revised, store))
    return comparison if isinstance(comparison, Failure) else change_counts(comparison)


def compare_in_order(
    versions: Sequence[Version], store: Store, progress: Progress = no_progress
) -> tuple[list[Resolution], list[Comparison]]:
    """The texts of versions, and the comparison of each with the one before, as `compare_versions` gives it.

    Each is read once.
    """
    texts: list[Resolution] = []
    comparisons = []
    for k, version in enumerate(versions):
        progress(k / len(versions), version.reference)
        texts.append(read_version(version, store))
        if k:
            one, two = (versions[k - 1], texts[k - 1]), (version, texts[k])
            comparisons.append(_compare_read(one, two, store, CompareOptions()))
    return texts, comparisons


def _compare_read(
    one: tuple[Version, Resolution],
    two: tuple[Version, Resolution],
    store: Store,
    options: CompareOptions,
    progress: Progress = no_progress,
) -> Comparison:
    """The comparison of two versions that are read."""
    base, revised = one[0], two[0]
    if not options.scale and (stored := stored_comparison(store, one, two, options)) is not None:
        return stored
    comparison = _compared(one, two, store, options, progress)
    if store.is_writable and base.id != revised.id and _is_fresh(base) and _is_fresh(revised):
        with suppress(StoreError), store.writing(patience=0):  # a store that is busy or full can do without
            put_comparison(store, base, revised, comparison)
    return comparison


def _compared(
    one: tuple[Version, Resolution],
    two: tuple[Version, Resolution],
    store: Store,
    options: CompareOptions,
    progress: Progress = no_progress,
) -> Comparison:
    judgements, warnings = judgements_between(store, one, two)
    comparison = compare(one[1], two[1], options, judgements, progress)
    return replace(comparison, warnings=(*warnings, *comparison.warnings)) if warnings else comparison


def _is_fresh(version: Version) -> bool:
    """Whether the paragraphs that are kept of a version are those that today's parser finds."""
    return version.parser == rules.TEXTS


class Indexed(Struct, frozen=True, kw_only=True):
    """What an index did."""

    parsed: int
    compared: int
    failures: tuple[str, ...] = ()
    """Each text or comparison that could not be made, with why."""


class Failure(Struct, frozen=True, kw_only=True):
    """A comparison or a text that could not be made: one message, ready to be shown."""

    message: str


def attempt(what: str, work: Callable[[], _Made]) -> _Made | Failure:
    """What the work gives; a Failure that names `what` where it fails, even by a bug in resdiff.

    One text among many must not keep the others from being worked on. A store that cannot be written is no
    such failure: nothing could be kept of the others either.
    """
    try:
        return work()
    except ResdiffError as error:
        return Failure(message=f"{what}: {error}")
    except Exception as error:  # a fault of resdiff itself, in one text of many
        return Failure(message=f"{what}: internal error: {type(error).__name__}: {error}")


def index_store(
    store: Store,
    lineages: Iterable[str] | None = None,
    jobs: int = 1,
    progress: Progress = no_progress,
    at_hand: Mapping[str, Resolution] | None = None,
) -> Indexed:
    """Makes what the current rules have not made yet: parsed texts, comparisons of neighbours, verbs.

    Without `lineages`, for all of them.

    `at_hand` are parsed texts by the hash of their bytes, which one process need not read from the store.
    What cannot be made is left out and named. Raises StoreError where the store is busy or cannot be written.
    """
    names = list(lineages) if lineages is not None else [row.slug for row in store.lineages()]
    parsed, failures = _parse_anew(store, names)
    pairs = [pair for name in names for pair in _pairs(store, name)]
    work = partial(_compare_pair, store.path) if jobs != 1 else _Neighbours(store, at_hand or {}).compared
    pending: list[tuple[tuple[Version, Version], Comparison]] = []
    compared = 0
    for done, (pair, comparison) in enumerate(
        zip(pairs, in_order(work, pairs, Workers(count=jobs)), strict=True)
    ):
        progress(done / len(pairs), pair[1].reference)
        if isinstance(comparison, Failure):
            failures.append(comparison.message)
            continue
        compared += 1
        pending.append((pair, comparison))
        if len(pending) == _TOGETHER:
            _keep(store, pending)
            pending = []
    _keep(store, pending)
    failures += _find_verbs(store, names)
    return Indexed(parsed=parsed, compared=compared, failures=tuple(dict.fromkeys(failures)))


def _pairs(store: Store, lineage: str) -> list[tuple[Version, Version]]:
    """What is compared in a lineage, as far as no comparison is kept."""
    made = counts_of(store, lineage)
    return [(one, two) for one, two in pairs_of(store.versions(lineage)) if (one.id, two.id) not in made]


def pending(store: Store) -> int:
    """How many texts and comparisons `index_store` would make."""
    names = [row.slug for row in store.lineages()]
    return sum(len(store.unparsed(name)) + len(_pairs(store, name)) for name in names)


def _keep(store: Store, comparisons: Sequence[tuple[tuple[Version, Version], Comparison]]) -> None:
    if comparisons:
        with store.writing():
            for (base, revised), comparison in comparisons:
                put_comparison(store, base, revised, comparison)


class _Neighbours:
    """Compares neighbours one after the other.

    A text stays at hand until it has been compared with the one behind it.
    """

    def __init__(self, store: Store, texts: Mapping[str, Resolution]) -> None:
        """`texts` are parsed texts by the hash of their bytes."""
        self._store, self._texts = store, texts
        self._at_hand: dict[int, Resolution] = {}

    def compared(self, pair: tuple[Version, Version]) -> Comparison | Failure:
        """The comparison of two versions."""
        return attempt(failure_message(pair), partial(self._compared, pair))

    def _compared(self, pair: tuple[Version, Version]) -> Comparison:
        self._at_hand = {v.id: self._at_hand.get(v.id) or self._text(v) for v in pair}
        base, revised = ((version, self._at_hand[version.id]) for version in pair)
        return _compared(base, revised, self._store, CompareOptions())

    def _text(self, version: Version) -> Resolution:
        text = self._texts.get(version.sha256)
        return with_facts(text, version) if text is not None else read_version(version, self._store)


def _compare_pair(path: Path, pair: tuple[Version, Version]) -> Comparison | Failure:
    """The same in a process of its own."""
    return _opened(path).compared(pair)


@lru_cache(maxsize=1)
def _opened(path: Path) -> _Neighbours:
    """The store as a process of its own sees it, opened once."""
    return _Neighbours(Store(path), {})


def _parse_anew(store: Store, names: Iterable[str]) -> tuple[int, list[str]]:
    """Parses the versions whose paragraphs an earlier parser made.

    Returns how many, and a message for each one that could not be parsed.
    """
    count, failures = 0, []
    for name in names:
        for version in store.unparsed(name):
            text = attempt(version.reference, partial(_parsed_anew, version, store))
            if isinstance(text, Failure):
                failures.append(text.message)
                continue
            with store.writing():
                store.put_text(version.id, text)
                store.put_seal(version.id)
            count += 1
    return count, failures


def _parsed_anew(version: Version, store: Store) -> Resolution:
    return parse_version(version, store.data(version))


def _find_verbs(store: Store, names: Iterable[str]) -> list[str]:
    """Finds the verbs of the versions for which no comparison has stored them.

    Returns a message for each version for which that failed.
    """
    failures = []
    for name in names:
        for version in map(store.version, without_verbs(store, name)):
            verbs = attempt(version.reference, partial(_verbs_of, version, store))
            if isinstance(verbs, Failure):
                failures.append(verbs.message)
                continue
            with store.writing():
                put_verbs(store, version, verbs)
    return failures


def _verbs_of(version: Version, store: Store) -> Verbs | None:
    text = read_version(version, store)
    return find_verbs(text, find_lexicon(text.language))


def failure_message(pair: tuple[Version, Version]) -> str:
    """What a comparison of two versions is called in messages."""
    return f"{pair[0].reference} cannot be compared with {pair[1].reference}"


def verify_store(store: Store, is_quick: bool = False, jobs: int = 1) -> Iterator[str]:
    """Each fault of a store; none where every byte is as it was kept.

    Where it `is_quick`, texts are not parsed again: hashes and seals are checked alone.
    """

    def of_versions(identities: Sequence[int]) -> Iterator[str]:
        if jobs == 1:
            yield from version_faults(store, None if is_quick else parse_version, identities)
            return
        parts = [identities[k : k + _CHECKED] for k in range(0, len(identities), _CHECKED)]
        check = partial(_faults_of_part, store.path, is_quick)
        for those in in_order(check, parts, Workers(count=jobs)):
            yield from those

    return faults(store, of_versions)


def _faults_of_part(path: Path, is_quick: bool, identities: Sequence[int]) -> list[str]:
    """The faults of some versions, in a process of its own."""
    with Store(path) as store:
        return list(version_faults(store, None if is_quick else parse_version, identities))
