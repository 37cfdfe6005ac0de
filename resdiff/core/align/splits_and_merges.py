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
    free_base = set(range(len(base))).difference(i for m in matches for i in m.base)
    free_revised = set(range(len(revised))).difference(j for m in matches for j in m.revised)
    return [_extend(match, base, revised, free_base, free_revised, scores, options) for match in matches]


def _extend(
    match: Match,
    base: Side,
    revised: Side,
    free_base: set[int],
    free_revised: set[int],
    scores: Scores,
    options: AlignOptions,
) -> Match:
    """The match with free neighbours of the side that may have several paragraphs."""
    grown = True
    while grown and match.similarity < 1.0 and not match.by_hand:
        grown = False
        for places, free, side in ((match.revised, free_revised, revised), (match.base, free_base, base)):
            is_revised = side is revised
            if len(match.base if is_revised else match.revised) > 1:
                continue
            for neighbour in (places[0] - 1, places[-1] + 1):
                if neighbour not in free or side.part(neighbour) != side.part(places[0]):
                    continue
                wider = _joined(match, neighbour, is_revised, base, revised, scores, options)
                if wider is not None:
                    match, grown = wider, True
                    free.discard(neighbour)
                    break
            if grown:
                break
    return match


def _joined(
    match: Match,
    neighbour: int,
    is_revised: bool,
    base: Side,
    revised: Side,
    scores: Scores,
    options: AlignOptions,
) -> Match | None:
    """The match with one more paragraph, None where that does not make it more alike."""
    side = revised if is_revised else base
    whole = base.code(match.base[0]) if is_revised else revised.code(match.revised[0])
    code = side.code(neighbour)
    places = tuple(sorted((*(match.revised if is_revised else match.base), neighbour)))
    pair = (match.base[0], neighbour) if is_revised else (neighbour, match.revised[0])
    if pair in scores.parted or len(code) < options.words or common(code, whole) < options.share * len(code):
        return None
    value = scores.of("".join(map(side.code, places)), whole)
    if value < match.similarity + options.joined:
        return None
    return (
        Match(match.base, places, value, match.rival)
        if is_revised
        else Match(places, match.revised, value, match.rival)
    )
