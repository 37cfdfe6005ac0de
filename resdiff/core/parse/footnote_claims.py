"""Which numbers are footnote marks: those that a footnote claims, and in a source without numbered ones those
that can hardly be anything else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from resdiff.core.model import Matter, Paragraph

_LATE = 10
"""How far above the last number that is surely a mark another one may lie."""
_LEAST_SERIES = 3
"""Marks behind words that a series 1, 2, 3 ... must have."""


class Mark(NamedTuple):
    """What may be a mark in a reading: its characters [start, end), the blank before a free one included."""

    start: int
    end: int
    mark: str
    sureness: int
    """2 for a form that only marks have, 1 for a number glued on, 0 for one between blanks, -1 for the last
    digits of a number.
    """
    paragraph: int
    place: int
    """Its place in the source."""


class _FreeMarks:
    """Marks of one number and sureness that no footnote has taken yet, in the order of their places."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self._next: list[int] = []

    @property
    def end(self) -> int:
        """A place behind all of them."""
        return self.marks[-1].place + 1

    def take(self, after: int, before: int, last: int) -> Mark | None:
        """Takes the first free mark between two places that does not stand before `last`, else the first of
        all; None for none.
        """
        if not self._next:
            self._next = list(range(len(self.marks) + 1))
        first, end, middle = (
            bisect(self.marks, place, key=lambda m: m.place)
            for bisect, place in ((bisect_right, after), (bisect_left, before), (bisect_left, last))
        )
        for start in (max(first, middle), first):
            k = self._free_from(start)
            if k < end:
                self._next[k] = k + 1
                return self.marks[k]
        return None

    def _free_from(self, k: int) -> int:
        """The first free mark from k on.

        What was passed over is remembered (path halving, Tarjan and van Leeuwen 1984).
        """
        while self._next[k] != k:
            self._next[k] = self._next[self._next[k]]
            k = self._next[k]
        return k


def take_marks(candidates: list[Mark], matter: list[Matter], paragraphs: list[Paragraph]) -> set[Mark]:
    """Gives each footnote in `matter` the paragraph of its mark: the first of its number on its page, the
    surest form first.
    """
    notes = sorted(
        (k for k, m in enumerate(matter) if m.kind == "footnote" and m.mark and m.source),
        key=lambda k: matter[k].source[0][0],
    )
    starts = sorted(p.source[0][0] for p in paragraphs)
    free: dict[str, dict[int, _FreeMarks]] = {}
    for mark in sorted(candidates, key=lambda m: m.place):
        free.setdefault(mark.mark, {}).setdefault(mark.sureness, _FreeMarks()).marks.append(mark)
    taken: set[Mark] = set()
    page = last = before = 0
    for k in notes:
        place = matter[k].source[0][0]
        if not before or bisect_right(starts, before) < bisect_left(starts, place):
            page = before
        before = place
        by_sureness = sorted(free.get(matter[k].mark or "", {}).items(), reverse=True)
        on_page = (marks.take(page, place, last) for _, marks in by_sureness)
        anywhere = (marks.take(-1, marks.end, last) for sureness, marks in by_sureness if sureness > 0)
        best = next((mark for mark in chain(on_page, anywhere) if mark is not None), None)
        if best is None:
            continue
        taken.add(best)
        last = best.place
        matter[k] = replace(matter[k], paragraph=paragraphs[best.paragraph].id)
    return taken


def claimed_numbers(candidates: list[Mark], paragraphs: list[Paragraph]) -> frozenset[str]:
    """The numbers that are marks where the source has no numbered footnotes.

    Raised ones, those behind a closing sign ('Rights,2'), and without them a series 1, 2, 3 behind words; a
    lone 'Habitat3' is a name.
    """
    sure = [m for m in candidates if m.sureness > 0 and m.mark.isdigit()]
    claimed = {
        m.mark for m in sure if m.sureness > 1 or not paragraphs[m.paragraph].text[m.start - 1].isalpha()
    }
    if claimed:
        return frozenset(claimed)
    series = 0
    for mark in sorted(sure, key=lambda m: m.place):
        series += mark.mark == str(series + 1)
    return frozenset(map(str, range(1, series + 1))) if series >= _LEAST_SERIES else frozenset()


def is_in_turn(mark: str, claimed: frozenset[str]) -> bool:
    """Whether a mark that has no footnote is plausible: a number at most _LATE above the last one claimed."""
    if not mark.isdigit():
        return True
    return bool(claimed) and int(mark) <= max(map(int, claimed)) + _LATE
