"""Manual decisions about which paragraphs correspond; they override the aligner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from msgspec import Struct

from resdiff.core.align.gaps import Match
from resdiff.core.align.sides import Side
from resdiff.core.align.similarity import ratio
from resdiff.core.errors import UsageError

PlacePair = tuple[int, int]
"""The places (from 0) of a base and a revised paragraph."""


class Judgements(Struct, frozen=True, kw_only=True):
    """Pairs of paragraphs that correspond, and pairs that do not, whatever they look like.

    A paragraph may be linked with several of the other text (split or merged), but none of these with a
    further one.
    """

    linked: tuple[PlacePair, ...] = ()
    parted: tuple[PlacePair, ...] = ()

    def turned(self) -> Judgements:
        """The same with the two texts in each other's place."""
        return Judgements(
            linked=tuple((j, i) for i, j in self.linked), parted=tuple((j, i) for i, j in self.parted)
        )

    def decided(self, pair: PlacePair, is_linked: bool) -> Judgements:
        """The same with one more decision; an earlier one about the same pair goes.

        Raises UsageError for a link by which several paragraphs would correspond with several.
        """
        linked, parted = ([other for other in pairs if other != pair] for pairs in (self.linked, self.parted))
        (linked if is_linked else parted).append(pair)
        if is_many_to_many(linked):
            raise UsageError(
                "a paragraph may be split or merged, not both",
                "one of the two is linked with a paragraph that has further links",
            )
        return Judgements(linked=tuple(linked), parted=tuple(parted))

    def touch(self, base: Sequence[int], revised: Sequence[int]) -> bool:
        """Whether a judgement linked these paragraphs, or forbade a link where one side is empty."""
        if base and revised:
            return any(i in base and j in revised for i, j in self.linked)
        return any(i in base or j in revised for i, j in self.parted)


def is_many_to_many(links: Iterable[tuple[Hashable, Hashable]]) -> bool:
    """Whether links join several paragraphs with several: a paragraph may be split or merged, not both."""
    pairs = list(links)
    lefts, rights = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    return any(lefts[one] > 1 and rights[two] > 1 for one, two in pairs)


def matches_of(judgements: Judgements, base: Side, revised: Side) -> list[Match]:
    """The matches that people decided, those of one paragraph joined to a split or merge."""
    rights: dict[int, list[int]] = {}
    lefts: dict[int, list[int]] = {}
    for i, j in sorted(set(judgements.linked)):
        rights.setdefault(i, []).append(j)
        lefts.setdefault(j, []).append(i)
    groups: list[tuple[tuple[int, ...], tuple[int, ...]]] = [
        ((i,), tuple(places)) for i, places in rights.items() if len(places) > 1 or len(lefts[places[0]]) == 1
    ]
    groups += [(tuple(places), (j,)) for j, places in lefts.items() if len(places) > 1]
    return [
        Match(one, two, ratio(_code(base, one), _code(revised, two)), by_hand=True) for one, two in groups
    ]


def _code(side: Side, places: Sequence[int]) -> str:
    return "".join(map(side.code, places))
