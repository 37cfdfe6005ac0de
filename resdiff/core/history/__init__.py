"""The versions of a lineage -> History: the threads of its paragraphs, and the version in which each word
first stood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from resdiff.core.compare import Comparison, are_related, compare
from resdiff.core.errors import UsageError
from resdiff.core.history.phrases import Sighting, State, trace_phrase
from resdiff.core.history.threads import Again, Fate, Place, Thread, Threads
from resdiff.core.history.words import Fresh, Origins, WordOrigins, split_words
from resdiff.core.model import Resolution
from resdiff.core.verbs import VerbShift

__all__ = [
    "Fate",
    "History",
    "HistoryBuilder",
    "OriginRun",
    "Origins",
    "Place",
    "Sighting",
    "State",
    "Step",
    "Thread",
    "fate_at",
    "follow",
    "runs_of",
    "shifts_at",
    "trace_phrase",
    "unrelated",
]

OriginRun = tuple[str, int]
"""A piece of a reading, and the place of the version in which its words first stood."""


class Step(NamedTuple):
    """What following a version found that its comparison with the one before does not tell."""

    again: Again
    fresh: Fresh


class History(Struct, frozen=True, kw_only=True):
    """A lineage followed from its first version to its last."""

    versions: tuple[Resolution, ...]
    comparisons: tuple[Comparison, ...]
    """Of each version with the one before."""
    threads: tuple[Thread, ...]
    origins: tuple[tuple[Origins, ...], ...]
    """For each version, for each paragraph, for each word as blanks part them: the version in which it first
    stood, from 0.
    """
    steps: tuple[Step, ...]
    """For each comparison; with them the same versions, and more, are followed at once."""
    warnings: tuple[str, ...] = ()
    """What a reader must know: neighbours that have hardly anything in common."""

    def __repr__(self) -> str:
        first, last = self.versions[0].name, self.versions[-1].name
        return (
            f"<History from {first} to {last}: {len(self.versions)} versions, {len(self.threads)} paragraphs>"
        )

    def shares(self, version: int = -1) -> dict[int, int]:
        """Version -> how many words of `version` first stood in it, the oldest version first."""
        counts = Counter(origin for origins in self.origins[version] for origin in origins)
        return dict(sorted(counts.items()))


class HistoryBuilder:
    """Follows a lineage as its versions come: each costs what it changes, however many came before."""

    def __init__(self, first: Resolution) -> None:
        """Begins with the first version."""
        self._texts = [first]
        self._comparisons: list[Comparison] = []
        self._steps: list[Step] = []
        self._threads, self._words = Threads(), WordOrigins()
        self._threads.begin(first)
        self._words.begin(first.paragraphs)

    def take_in(
        self, text: Resolution, comparison: Comparison | None = None, step: Step | None = None
    ) -> None:
        """Takes in the next version.

        `comparison` is the one with the version before, if it is already made; `step` is what an earlier run
        recorded for this version. Raises UsageError for a version in another language.
        """
        _check_languages([*self._texts, text])
        made = comparison if comparison is not None else compare(self._texts[-1], text)
        again, back = self._threads.take_in(made, step and step.again)
        self._steps.append(Step(again, self._words.take_in(made, back, step and step.fresh)))
        self._texts.append(text)
        self._comparisons.append(made)

    def history(self) -> History:
        """All that was followed so far."""
        threads, origins = self._threads.threads(), tuple(self._words.versions)
        return History(
            versions=tuple(self._texts),
            comparisons=tuple(self._comparisons),
            threads=threads,
            origins=origins,
            steps=tuple(self._steps),
            warnings=tuple(unrelated(self._comparisons)),
        )


def follow(
    versions: Iterable[Resolution],
    compared: Callable[[int], Comparison | None] | None = None,
    steps: Sequence[Step] = (),
) -> History:
    """Follows the versions of a lineage, given in order.

    `compared(k)` gives the comparison of version k with the one before, or None if it has to be made.
    `steps` are those of an earlier history of the same versions, or of the first of them; only the later
    ones are followed. Raises UsageError for fewer than two versions and for versions in different languages.
    """
    texts = tuple(versions)
    if len(texts) < 2:
        raise UsageError("a history needs at least two versions", f"{len(texts)} given")
    _check_languages(texts)
    following = HistoryBuilder(texts[0])
    for k in range(1, len(texts)):
        following.take_in(
            texts[k], compared(k) if compared is not None else None, steps[k - 1] if k <= len(steps) else None
        )
    return following.history()


def unrelated(comparisons: Sequence[Comparison]) -> Iterator[str]:
    """Says which neighbours are hardly versions of one text."""
    for comparison in comparisons:
        if not are_related(comparison.base, comparison.revised, comparison.changes):
            names = f"'{comparison.base.source}' and '{comparison.revised.source}'"
            yield f"{names} have hardly a paragraph in common: they may not be versions of one text"


def _check_languages(texts: Sequence[Resolution]) -> None:
    languages = sorted({text.language for text in texts} - {"und"})
    if len(languages) > 1:
        raise UsageError(
            f"the versions are in different languages ({', '.join(languages)})",
            "follow those of one language",
        )


def fate_at(history: History, thread: Thread, version: int) -> Fate | None:
    """What became of a paragraph in a version: 'dropped' or 'merged' where it is no longer there.

    None before it came or after it went.
    """
    place = thread.at(version)
    if place is not None:
        return place.fate
    before = thread.at(version - 1)
    if before is None:
        return None
    changes = history.comparisons[version - 1].changes
    return (
        "merged"
        if any(before.paragraph in change.base[1:] for change in changes if change.revised)
        else "dropped"
    )


def shifts_at(history: History, place: Place) -> tuple[VerbShift, ...]:
    """The verbs that went up or down, came or went in a paragraph that stood in the version before as
    well.
    """
    if place.change is None:
        return ()
    change = history.comparisons[place.version - 1].changes[place.change]
    return tuple(shift for shift in change.verb_changes if shift.shift != "equal") if change.base else ()


def runs_of(reading: str, origins: Origins) -> list[OriginRun]:
    """A reading in pieces of one origin each; joined they are the reading."""
    pieces: list[tuple[list[str], int]] = []
    for word, origin in zip(split_words(reading), origins, strict=True):
        if pieces and pieces[-1][1] == origin:
            pieces[-1][0].append(word)
        else:
            pieces.append(([word], origin))
    return [
        (" ".join(words) + (" " if k < len(pieces) - 1 else ""), origin)
        for k, (words, origin) in enumerate(pieces)
    ]
