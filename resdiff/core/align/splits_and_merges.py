"""Splits and merges beyond the gaps: a neighbour that nothing holds joins a match where that makes it clearly
more alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from resdiff.core.align.gaps import Match
from resdiff.core.align.moves import word_pairs
from resdiff.core.align.options import AlignOptions
from resdiff.core.align.sides import Side
from resdiff.core.align.similarity import Scores, common, left_over, ratio


def extend_matches(
    base: Side, revised: Side, matches: list[Match], scores: Scores, options: AlignOptions
) -> list[Match]:
    """The matches, with unlinked neighbours joined to those that they complete: one to several or several to
    one.
    """
    extension = _Extension(base, revised, scores, options)
    extension.free_base.difference_update(i for m in matches for i in m.base)
    extension.free_revised.difference_update(j for m in matches for j in m.revised)
    return [extension.with_opening_line(extension.extended(match)) for match in matches]


_JOINING = 3
"""Words and signs that join two parts at most: a comma, 'and', a full stop."""
_BEGINNING = 4
"""Words with which a part begins as the rest of the whole does, where it is mostly new."""


class _Parts(NamedTuple):
    """The parts of a split or merge, on their side, and the whole opposite."""

    side: Side
    free: set[int]
    """The paragraphs of the side that no match holds."""
    places: tuple[int, ...]
    whole: str

    def free_alike(self) -> Iterator[int]:
        """The free paragraphs of the same part of the text, in order."""
        part = self.side.part(self.places[0])
        return (k for k in sorted(self.free) if self.side.part(k) == part)


class _Extension:
    """Joins free neighbours to matches."""

    def __init__(self, base: Side, revised: Side, scores: Scores, options: AlignOptions) -> None:
        self._base, self._revised, self._scores, self._options = base, revised, scores, options
        self._words = options.words
        self.free_base = set(range(len(base)))
        """Base paragraphs that no match holds."""
        self.free_revised = set(range(len(revised)))

    def extended(self, match: Match) -> Match:
        """The match with free neighbours of the side that may have several paragraphs."""
        while match.similarity < 1.0 and not match.by_hand:
            wider = self._one_wider(match)
            if wider is None:
                return match
            match = wider
        return match

    def _one_wider(self, match: Match) -> Match | None:
        """The match with the first free neighbour that makes it clearly more alike, which is then taken."""
        for is_revised in (True, False):
            parts = self._parts(match, is_revised)
            if parts is None:
                continue
            part = parts.side.part(parts.places[0])
            for neighbour in (parts.places[0] - 1, parts.places[-1] + 1):
                if neighbour not in parts.free or parts.side.part(neighbour) != part:
                    continue
                wider = self._joined(match, neighbour, is_revised)
                if wider is not None:
                    parts.free.discard(neighbour)
                    return wider
        return self._with_rest(match)

    def _with_rest(self, match: Match) -> Match | None:
        """The match with a free paragraph, wherever it stands, that has most of what the match leaves of its
        single paragraph: the other part of a split or merge, perhaps reworded.
        """
        for is_revised in (True, False):
            parts = self._parts(match, is_revised)
            if parts is None:
                continue
            rest = left_over(parts.whole, "".join(map(parts.side.code, parts.places)))
            place = self._part_of(rest, parts)
            if place is None and len(parts.places) == 1:
                place = self._beginning_of(rest, parts)
            if place is not None and not self._is_parted(match, place, is_revised):
                parts.free.discard(place)
                return self._widened(match, place, is_revised, ratio)
        return None

    def _part_of(self, rest: str, parts: _Parts) -> int | None:
        """The free paragraph that has most of `rest`, and is mostly made of it or begins with it; of a short
        rest the one that is all of it but what joined it to the other part.
        """
        side = parts.side
        if len(rest) < self._words + _JOINING:
            most = len(rest) - _JOINING
            short = (k for k in parts.free_alike() if side.code(k) in rest)
            whole_rest = next((k for k in short if max(most, _BEGINNING) <= len(side.code(k))), None)
            if whole_rest is not None or len(rest) < self._words:
                return whole_rest
        pairs = word_pairs(rest)
        for k in parts.free_alike():
            code = side.code(k)
            if len(code) < self._words:
                continue
            if 2 * len(pairs & word_pairs(code)) < len(pairs):
                continue
            shared = common(rest, code)
            is_mostly = shared >= self._options.share * len(code) or code[:_BEGINNING] == rest[:_BEGINNING]
            if shared >= self._options.rest * len(rest) and is_mostly:
                return k
        return None

    def _beginning_of(self, rest: str, parts: _Parts) -> int | None:
        """The free paragraph that begins with the first words of the whole, which the other part lacks, and
        then goes on otherwise.
        """
        beginning = parts.whole[: self._words]
        if len(rest) < self._words or common(beginning, rest) < self._options.rest * len(beginning):
            return None
        return next((k for k in parts.free_alike() if parts.side.code(k).startswith(beginning)), None)

    def with_opening_line(self, match: Match) -> Match:
        """The match with the opening line of its points, where the one paragraph they were run into, or were
        made of, begins with it.
        """
        for is_revised in (True, False):
            parts = self._parts(match, is_revised)
            if match.by_hand or parts is None or len(parts.places) == 1:
                continue
            first, above = parts.places[0], parts.places[0] - 1
            if above not in parts.free or self._is_parted(match, above, is_revised):
                continue
            is_opening = parts.side.paragraphs[first].parent == parts.side.paragraphs[above].id
            line = parts.side.code(above)
            if is_opening and line and parts.whole.startswith(line):
                parts.free.discard(above)
                return self._widened(match, above, is_revised, ratio)
        return match

    def _parts(self, match: Match, is_revised: bool) -> _Parts | None:
        """The side with the parts of a match and the one paragraph opposite; None where there are several."""
        places, opposite = (match.revised, match.base) if is_revised else (match.base, match.revised)
        if len(opposite) > 1:
            return None
        if is_revised:
            return _Parts(self._revised, self.free_revised, places, self._base.code(opposite[0]))
        return _Parts(self._base, self.free_base, places, self._revised.code(opposite[0]))

    def _is_parted(self, match: Match, place: int, is_revised: bool) -> bool:
        """Whether a decision by hand keeps a paragraph from the one opposite."""
        pair = (match.base[0], place) if is_revised else (place, match.revised[0])
        return pair in self._scores.parted

    def _widened(
        self, match: Match, place: int, is_revised: bool, likeness: Callable[[str, str], float]
    ) -> Match:
        """The match with one more part, however alike that is."""
        if is_revised:
            places = tuple(sorted((*match.revised, place)))
            value = likeness("".join(map(self._revised.code, places)), self._base.code(match.base[0]))
            return Match(match.base, places, value, match.rival)
        places = tuple(sorted((*match.base, place)))
        value = likeness("".join(map(self._base.code, places)), self._revised.code(match.revised[0]))
        return Match(places, match.revised, value, match.rival)

    def _joined(self, match: Match, neighbour: int, is_revised: bool) -> Match | None:
        """The match with one more paragraph, None where that does not make it more alike."""
        parts = self._parts(match, is_revised)
        if parts is None or self._is_parted(match, neighbour, is_revised):
            return None
        code, options = parts.side.code(neighbour), self._options
        if len(code) < options.words or common(code, parts.whole) < options.share * len(code):
            return None
        wider = self._widened(match, neighbour, is_revised, self._scores.of)
        return wider if wider.similarity >= match.similarity + options.joined else None
