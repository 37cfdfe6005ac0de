"""The versions of a lineage -> History: the threads of its paragraphs, and the version in which each word first stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from resdiff.core.compare import Comparison, compare
from resdiff.core.errors import UsageError
from resdiff.core.history.phrases import Sighting, State, trace
from resdiff.core.history.threads import Again, Fate, Place, Thread, Threads
from resdiff.core.history.words import Fresh, Origins, WordOrigins, words_of
from resdiff.core.model import Resolution
from resdiff.core.verbs import VerbShift

__all__ = [
    "FOLLOWER", "Fate", "History", "Origins", "Place", "Run", "Sighting", "State", "Step", "Thread", "fate_at", "follow", "runs_of",
    "shifts_at", "trace",
]  # fmt: skip

FOLLOWER = "1"
"""Names the rules by which versions are followed; changes with every change of a result."""
_RELATED = 0.1
"""The share of paragraphs that neighbours have in common at least, 0 to 1."""
Run = tuple[str, int]
"""A piece of a reading, and the place of the version in which its words first stood."""


class Step(NamedTuple):
    """What following a version found that its comparison with the one before does not tell."""

    again: Again
    fresh: Fresh


@dataclass(frozen=True, slots=True)
class History:
    """A lineage followed from its first version to its last."""

    versions: tuple[Resolution, ...]
    comparisons: tuple[Comparison, ...]
    """Of each version with the one before."""
    threads: tuple[Thread, ...]
    origins: tuple[tuple[Origins, ...], ...]
    """For each version, for each paragraph, for each word as blanks part them: the version in which it first stood, from 0."""
    steps: tuple[Step, ...]
    """For each comparison; with them the same versions, and more, are followed at once."""
    warnings: tuple[str, ...] = ()
    """What a reader must know: neighbours that have hardly anything in common."""

    def shares(self, version: int = -1) -> dict[int, int]:
        """How many words of a version first stood in which, the oldest first."""
        counts = Counter(origin for origins in self.origins[version] for origin in origins)
        return dict(sorted(counts.items()))


def follow(
    versions: Iterable[Resolution], compared: Callable[[int], Comparison | None] | None = None, known: Sequence[Step] = ()
) -> History:
    """Follows the versions of a lineage, given in order.

    `compared` gives the comparison of version k with the one before where one is at hand. `known` are the steps of a history of the same
    versions and comparisons, or of the first of them: only what comes after is followed anew. Raises UsageError for fewer than two
    versions and for versions in different languages.
    """
    texts = tuple(versions)
    _check(texts)
    threads, words = Threads(), WordOrigins()
    threads.begin(texts[0])
    words.begin(texts[0].paragraphs)
    comparisons, steps = [], []
    for k in range(1, len(texts)):
        at_hand = compared(k) if compared is not None else None
        comparisons.append(at_hand if at_hand is not None else compare(texts[k - 1], texts[k]))
        step = known[k - 1] if k <= len(known) else None
        again, back = threads.take_in(comparisons[-1], step and step.again)
        steps.append(Step(again, words.take_in(comparisons[-1], back, step and step.fresh)))
    return History(texts, tuple(comparisons), threads.threads(), tuple(words.versions), tuple(steps), tuple(_warnings(comparisons)))


def _warnings(comparisons: Sequence[Comparison]) -> Iterator[str]:
    """Says which neighbours are hardly versions of one text."""
    for comparison in comparisons:
        linked = sum(len(change.revised) for change in comparison.changes if change.base)
        if linked < _RELATED * min(len(comparison.base.paragraphs), len(comparison.revised.paragraphs)):
            names = f"'{comparison.base.source}' and '{comparison.revised.source}'"
            yield f"{names} have hardly a paragraph in common: they may be no versions of one text"


def _check(texts: Sequence[Resolution]) -> None:
    if len(texts) < 2:
        raise UsageError("a history wants two versions at least", f"{len(texts)} given")
    languages = sorted({text.language for text in texts} - {"und"})
    if len(languages) > 1:
        raise UsageError(f"the versions are in different languages ({', '.join(languages)})", "follow those of one language")


def fate_at(history: History, thread: Thread, version: int) -> Fate | None:
    """What became of a paragraph in a version: 'dropped' or 'merged' where it is no longer there; None before it came or after it went."""
    place = thread.at(version)
    if place is not None:
        return place.fate
    before = thread.at(version - 1)
    if before is None:
        return None
    changes = history.comparisons[version - 1].changes
    return "merged" if any(before.paragraph in change.base[1:] for change in changes if change.revised) else "dropped"


def shifts_at(history: History, place: Place) -> tuple[VerbShift, ...]:
    """The verbs that went up or down, came or went in a paragraph that stood in the version before as well."""
    if place.change is None:
        return ()
    change = history.comparisons[place.version - 1].changes[place.change]
    return tuple(shift for shift in change.verbs if shift.change != "kept" and shift.shift != "equal") if change.base else ()


def runs_of(reading: str, origins: Origins) -> list[Run]:
    """A reading in pieces of one origin each; joined they are the reading."""
    pieces: list[tuple[list[str], int]] = []
    for word, origin in zip(words_of(reading), origins, strict=True):
        if pieces and pieces[-1][1] == origin:
            pieces[-1][0].append(word)
        else:
            pieces.append(([word], origin))
    return [(" ".join(words) + (" " if k < len(pieces) - 1 else ""), origin) for k, (words, origin) in enumerate(pieces)]
