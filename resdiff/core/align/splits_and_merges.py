"""Splits and merges beyond the gaps: a neighbour that nothing holds joins a match where that makes it clearly
more alike.
"""

from __future__ import annotations

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
        sides = (
            (match.revised, match.base, self.free_revised, self._revised),
            (match.base, match.revised, self.free_base, self._base),
        )
        for places, opposite, free, side in sides:
            if len(opposite) > 1:
                continue
            for neighbour in (places[0] - 1, places[-1] + 1):
                if neighbour not in free or side.part(neighbour) != side.part(places[0]):
                    continue
                wider = self._joined(match, neighbour, is_revised=side is self._revised)
                if wider is not None:
                    free.discard(neighbour)
                    return wider
        return self._with_rest(match)

    def _with_rest(self, match: Match) -> Match | None:
        """The match with a free paragraph, wherever it stands, that has most of what the match leaves of its
        single paragraph: the other part of a split or merge, perhaps reworded.
        """
        for is_revised in (True, False):
            opposite = match.base if is_revised else match.revised
            if len(opposite) > 1:
                continue
            places = match.revised if is_revised else match.base
            side, free = (self._revised, self.free_revised) if is_revised else (self._base, self.free_base)
            whole = (self._base if is_revised else self._revised).code(opposite[0])
            rest = left_over(whole, "".join(map(side.code, places)))
            part = self._part_of(rest, side, free, side.part(places[0]))
            if part is None and len(places) == 1:
                part = self._beginning_of(whole, rest, side, free, side.part(places[0]))
            pair = (match.base[0], part) if is_revised else (part, match.revised[0])
            if part is None or pair in self._scores.parted:
                continue
            free.discard(part)
            joined = tuple(sorted((*places, part)))
            value = ratio("".join(map(side.code, joined)), whole)
            if is_revised:
                return Match(match.base, joined, value, match.rival)
            return Match(joined, match.revised, value, match.rival)
        return None

    def _part_of(self, rest: str, side: Side, free: set[int], part: str) -> int | None:
        """The free paragraph that has most of `rest`, and is mostly made of it or begins with it; of a short
        rest the one that is all of it but what joined it to the other part.
        """
        if len(rest) < self._words + _JOINING:
            most = len(rest) - _JOINING
            short = (k for k in sorted(free) if side.part(k) == part and side.code(k) in rest)
            whole_rest = next((k for k in short if max(most, _BEGINNING) <= len(side.code(k))), None)
            if whole_rest is not None or len(rest) < self._words:
                return whole_rest
        pairs = word_pairs(rest)
        for k in sorted(free):
            code = side.code(k)
            if side.part(k) != part or len(code) < self._words:
                continue
            if 2 * len(pairs & word_pairs(code)) < len(pairs):
                continue
            shared = common(rest, code)
            is_mostly = shared >= self._options.share * len(code) or code[:_BEGINNING] == rest[:_BEGINNING]
            if shared >= self._options.rest * len(rest) and is_mostly:
                return k
        return None

    def _beginning_of(self, whole: str, rest: str, side: Side, free: set[int], part: str) -> int | None:
        """The free paragraph that begins with the first words of the whole, which the other part lacks, and
        then goes on otherwise.
        """
        beginning = whole[: self._words]
        if len(rest) < self._words or common(beginning, rest) < self._options.rest * len(beginning):
            return None
        return next(
            (k for k in sorted(free) if side.part(k) == part and side.code(k).startswith(beginning)), None
        )

    def with_opening_line(self, match: Match) -> Match:
        """The match with the opening line of its points, where the one paragraph they were run into, or were
        made of, begins with it.
        """
        for is_revised in (True, False):
            side, free = (self._revised, self.free_revised) if is_revised else (self._base, self.free_base)
            places, opposite = (match.revised, match.base) if is_revised else (match.base, match.revised)
            above = places[0] - 1
            if match.by_hand or len(places) == 1 or above not in free:
                continue
            whole = (self._base if is_revised else self._revised).code(opposite[0])
            is_opening = side.paragraphs[places[0]].parent == side.paragraphs[above].id
            beginning = side.code(above)
            if is_opening and whole.startswith(beginning):
                free.discard(above)
                joined = (above, *places)
                value = ratio("".join(map(side.code, joined)), whole)
                if is_revised:
                    return Match(match.base, joined, value, match.rival)
                return Match(joined, match.revised, value, match.rival)
        return match

    def _joined(self, match: Match, neighbour: int, is_revised: bool) -> Match | None:
        """The match with one more paragraph, None where that does not make it more alike."""
        side = self._revised if is_revised else self._base
        whole = self._base.code(match.base[0]) if is_revised else self._revised.code(match.revised[0])
        code, options = side.code(neighbour), self._options
        places = tuple(sorted((*(match.revised if is_revised else match.base), neighbour)))
        pair = (match.base[0], neighbour) if is_revised else (neighbour, match.revised[0])
        if pair in self._scores.parted or len(code) < options.words:
            return None
        if common(code, whole) < options.share * len(code):
            return None
        value = self._scores.of("".join(map(side.code, places)), whole)
        if value < match.similarity + options.joined:
            return None
        if is_revised:
            return Match(match.base, places, value, match.rival)
        return Match(places, match.revised, value, match.rival)
