"""Each paragraph followed through the versions of a lineage."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from resdiff.core.align import align
from resdiff.core.compare import Change, Comparison
from resdiff.core.history.words import Earlier
from resdiff.core.model import Resolution

Fate = Literal["first", "unchanged", "edited", "moved", "added", "dropped", "split", "merged", "reintroduced"]
"""What happened to a paragraph since the version before; 'first' in the first version."""
Again = dict[int, int]
"""Paragraph (by place) -> number of its thread, for the paragraphs of a version that continue a thread which
had ended before.
"""
_ALIKE = 0.6
"""How alike a dropped paragraph and one that comes later must be, 0 to 1, for the later one to be the dropped
one come back.
"""
_LONG = 8
"""Words that both must have; shorter ones, such as headings, must be the same."""


class Place(NamedTuple):
    """Where a thread stands in one version."""

    version: int
    """From 0."""
    paragraph: int
    """Its place in that text, from 0."""
    fate: Fate
    change: int | None
    """The place of its change in the comparison with the version before; None in the first."""


class Thread(Struct, frozen=True, kw_only=True):
    """One paragraph through the versions; at most one place a version."""

    number: int
    """From 0, in the order in which threads begin."""
    places: tuple[Place, ...]
    branched_from: int | None = None
    """The number of the thread that was split, for a part of it that goes on its own."""
    joined_to: int | None = None
    """The number of the thread it was merged with."""

    @property
    def first(self) -> int:
        """The version in which it begins."""
        return self.places[0].version

    @property
    def last(self) -> int:
        """The version in which it was last seen."""
        return self.places[-1].version

    def at(self, version: int) -> Place | None:
        """Its place in a version; None where it does not stand there."""
        k = bisect_left(self.places, (version,))
        return self.places[k] if k < len(self.places) and self.places[k].version == version else None


class _Growing(Struct):
    places: list[Place]
    branched_from: int | None = None
    joined_to: int | None = None


class Threads(Struct):
    """Follows the paragraphs of one lineage, version by version."""

    _texts: list[Resolution] = field(default_factory=list)
    _all: list[_Growing] = field(default_factory=list)
    _at: list[int] = field(default_factory=list)
    """The thread of each paragraph of the version last taken in."""

    def begin(self, text: Resolution) -> None:
        """Takes in the first version: each paragraph begins a thread."""
        self._texts = [text]
        self._all = [_Growing(places=[Place(0, k, "first", None)]) for k in range(len(text.paragraphs))]
        self._at = list(range(len(self._all)))

    def take_in(
        self, comparison: Comparison, returned: Again | None = None
    ) -> tuple[Again, dict[int, Earlier]]:
        """Takes in the next version by its comparison with the one before.

        Returns the paragraphs that continue an ended thread, and the last reading of each that had been
        dropped. `returned` are those that an earlier run found for this version; then none are searched.
        """
        version, text = len(self._texts), comparison.revised
        at: list[int] = [-1] * len(text.paragraphs)
        again: Again = {} if returned is None else dict(returned)
        for number, change in enumerate(comparison.changes):
            if change.base and change.revised:
                if returned is None and len(change.revised) > 1:
                    again |= self._parted_again(change, text)
                self._go_on(version, number, change, again, at)
        added = [(change.revised[0], k) for k, change in enumerate(comparison.changes) if not change.base]
        if returned is None:
            again |= self._come_back(text, [j for j, _ in added])
        back = {j: again[j] for j, _ in added if j in again}
        earlier = {j: self._earlier(thread) for j, thread in back.items()}
        for j, number in added:
            thread = back.get(j)
            fate: Fate = "added" if thread is None else "reintroduced"
            at[j] = self._new() if thread is None else thread
            self._all[at[j]].places.append(Place(version, j, fate, number))
        self._texts.append(text)
        self._at = at
        return again, earlier

    def _earlier(self, thread: int) -> Earlier:
        last = self._all[thread].places[-1]
        return Earlier(
            last.version, last.paragraph, self._texts[last.version].paragraphs[last.paragraph].text
        )

    def threads(self) -> tuple[Thread, ...]:
        """All threads so far."""
        return tuple(
            Thread(number=k, places=tuple(t.places), branched_from=t.branched_from, joined_to=t.joined_to)
            for k, t in enumerate(self._all)
        )

    def _new(self) -> int:
        self._all.append(_Growing(places=[]))
        return len(self._all) - 1

    def _parted_again(self, change: Change, text: Resolution) -> Again:
        """For the parts of a split that were once merged with it: their threads."""
        joined = [k for k, other in enumerate(self._all) if other.joined_to == self._at[change.base[0]]]
        return self._recognized(text, change.revised[1:], joined)

    def _go_on(self, version: int, number: int, change: Change, again: Again, at: list[int]) -> None:
        """A thread goes on in the first paragraph of a split.

        The others branch off, or go on in threads that were merged with it.

        What is merged goes on in the first thread.
        """
        thread = self._at[change.base[0]]
        fate: Fate = "moved" if change.kind == "unchanged" and change.moved else change.kind
        at[change.revised[0]] = thread
        self._all[thread].places.append(Place(version, change.revised[0], fate, number))
        for j in change.revised[1:]:
            at[j] = again[j] if j in again else self._new()
            part = self._all[at[j]]
            part.joined_to = None
            part.branched_from = part.branched_from if j in again else thread
            part.places.append(Place(version, j, fate, number))
        for i in change.base[1:]:
            self._all[self._at[i]].joined_to = thread

    def _come_back(self, text: Resolution, added: Sequence[int]) -> Again:
        """For added paragraphs that were dropped earlier: their threads."""
        standing = set(self._at)
        now = len(self._texts)
        gone = [
            k
            for k, t in enumerate(self._all)
            if k not in standing and t.joined_to is None and t.places[-1].version < now
        ]
        return self._recognized(text, added, gone)

    def _recognized(self, text: Resolution, places: Sequence[int], threads: Sequence[int]) -> Again:
        """Paragraph -> thread: which paragraphs continue an ended thread, going by its last reading."""
        if not places or not threads:
            return {}
        lasts = [self._all[k].places[-1] for k in threads]
        earlier = replace(
            text, paragraphs=tuple(self._texts[p.version].paragraphs[p.paragraph] for p in lasts)
        )
        later = replace(text, paragraphs=tuple(text.paragraphs[j] for j in places))
        returned = {}
        for link in align(earlier, later).links:
            pair = earlier.paragraphs[link.base[0]].text, later.paragraphs[link.revised[0]].text
            least = _ALIKE if min(text.count(" ") for text in pair) >= _LONG - 1 else 1.0
            if len(link.base) == len(link.revised) == 1 and link.similarity >= least:
                returned[places[link.revised[0]]] = threads[link.base[0]]
        return returned
