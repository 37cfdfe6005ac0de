"""Which paragraphs of two texts correspond: anchors, the order between them, moves, splits and merges."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from resdiff.core.align.anchors import equal_pairs, prefer_long, spine
from resdiff.core.align.gaps import Gap, Match, gaps_of
from resdiff.core.align.leftovers import link_leftovers
from resdiff.core.align.manual_links import Judgements, is_many_to_many, matches_of
from resdiff.core.align.moves import find_moves, part_gap
from resdiff.core.align.options import AlignOptions
from resdiff.core.align.sides import Side
from resdiff.core.align.similarity import Scores
from resdiff.core.align.splits_and_merges import extend_matches
from resdiff.core.align.stems import StemVocabulary
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress, no_progress

__all__ = ["AlignOptions", "Alignment", "Judgements", "Link", "align", "is_many_to_many"]


class Link(Struct, frozen=True, kw_only=True):
    """Paragraphs that correspond, by their places (from 0) in the two texts."""

    base: tuple[int, ...]
    revised: tuple[int, ...]
    similarity: float
    """The share of words in common, 0 to 1."""
    confidence: float
    """How sure the link is, 0 to 1: near 1 where the paragraphs are alike or far ahead of any other
    candidate. It ranks links; it is not a probability.
    """
    moved: bool
    """Whether the paragraphs have changed places with other linked paragraphs."""
    equal: bool
    """Whether they are the same but for style, ordering words and the closing mark."""
    by_hand: bool = False
    """Whether people decided it."""


class Alignment(Struct, frozen=True, kw_only=True):
    """The links between two texts, in the order of the base; what no link holds is added or dropped."""

    links: tuple[Link, ...]


def align(
    base: Resolution,
    revised: Resolution,
    options: AlignOptions | None = None,
    judgements: Judgements | None = None,
    progress: Progress = no_progress,
) -> Alignment:
    """Links the paragraphs of two texts.

    Makes no link where it is in doubt. Swapping the two texts gives the same links.

    `judgements` are manual decisions: these pairs are always or never linked; the other paragraphs are
    linked automatically.
    """
    options, judgements = options or AlignOptions(), judgements or Judgements()
    if _texts(base) <= _texts(revised):
        return Alignment(links=_align(base, revised, options, judgements, progress))
    alignment = _align(revised, base, options, judgements.turned(), progress)
    turned = (replace(link, base=link.revised, revised=link.base) for link in alignment)
    return Alignment(links=tuple(sorted(turned, key=lambda link: link.base)))


def _texts(resolution: Resolution) -> list[str]:
    """The readings of a text. Of two texts, the one whose readings sort first is always the left side, so
    that the result does not depend on which of them is the base.
    """
    return [p.text for p in resolution.paragraphs]


def _align(
    base: Resolution, revised: Resolution, options: AlignOptions, judgements: Judgements, progress: Progress
) -> tuple[Link, ...]:
    vocabulary = StemVocabulary()
    left, right = Side(base.paragraphs, vocabulary), Side(revised.paragraphs, vocabulary)
    decided, parted = matches_of(judgements, left, right), frozenset(judgements.parted)
    taken = {i for m in decided for i in m.base}, {j for m in decided for j in m.revised}
    equal = equal_pairs(left, right, taken)
    if parted:
        equal = {i: j for i, j in equal.items() if (i, j) not in parted}
    scores = Scores(left, right, options, _without(equal, len(left), len(right)), parted)
    backbone = spine({**equal, **{m.base[0]: m.revised[0] for m in decided}})
    matches = decided + [Match((i,), (j,), 1.0) for i, j in equal.items()]
    gaps = gaps_of(backbone, taken[0].union(equal), taken[1].union(equal.values()), (len(left), len(right)))
    for done, whole in enumerate(gaps):
        progress(done / len(gaps))
        for rows, columns in part_gap(left, whole[0], right, whole[1], scores, options):
            matches += Gap(left, rows, right, columns, scores, options).matches()
    matches = find_moves(left, right, matches, scores, options)
    matches = link_leftovers(left, right, matches, scores, options)
    return _links(left, right, extend_matches(left, right, matches, scores, options), equal)


def _without(equal: dict[int, int], left: int, right: int) -> tuple[list[int], list[int]]:
    """The paragraphs of either side that are in no equal pair."""
    values = set(equal.values())
    return [i for i in range(left) if i not in equal], [j for j in range(right) if j not in values]


def _links(base: Side, revised: Side, matches: list[Match], equal: dict[int, int]) -> tuple[Link, ...]:
    matches = sorted(matches, key=lambda m: m.base)
    firsts = {m.base[0]: m.revised[0] for m in matches}
    ordered = prefer_long(spine(firsts), firsts, lambda i: len(base.body(i)))
    return tuple(
        Link(
            base=m.base,
            revised=m.revised,
            similarity=m.similarity,
            confidence=_confidence(m),
            moved=m.base[0] not in ordered or base.group(m.base[0]) != revised.group(m.revised[0]),
            equal=equal.get(m.base[0]) == m.revised[0] and len(m.revised) == 1,
            by_hand=m.by_hand,
        )
        for m in matches
    )


def _confidence(match: Match) -> float:
    if match.by_hand:
        return 1.0
    lead = max(match.similarity - match.rival, 0.0)
    return 1 - (1 - match.similarity) * (1 - lead)
