"""Splits and merges beyond the gaps: a neighbour that nothing holds joins a match where that makes it clearly
more alike.
"""

from __future__ import annotations

from resdiff.core.align.gaps import Match
from resdiff.core.align.options import AlignOptions
from resdiff.core.align.sides import Side
from resdiff.core.align.similarity import Scores, common


def extend_matches(
    base: Side, revised: Side, matches: list[Match], scores: Scores, options: AlignOptions
) -> list[Match]:
    """The matches, with unlinked neighbours joined to those that they complete: one to several or several to
    one.
    """
    extension = _Extension(base, revised, scores, options)
    extension.free_base.difference_update(i for m in matches for i in m.base)
    extension.free_revised.difference_update(j for m in matches for j in m.revised)
    return [extension.extended(match) for match in matches]


class _Extension:
    """Joins free neighbours to matches."""

    def __init__(self, base: Side, revised: Side, scores: Scores, options: AlignOptions) -> None:
        self._base, self._revised, self._scores, self._options = base, revised, scores, options
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
        return None

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
