"""What the order and the likeness of whole paragraphs leave unlinked: paragraphs that grew or shrank, opening
lines of lists whose points correspond, and readings that went to another part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from resdiff.core.align.anchors import spine
from resdiff.core.align.gaps import Match, gaps_of
from resdiff.core.align.options import AlignOptions
from resdiff.core.align.sides import Side
from resdiff.core.align.similarity import Scores, common, ratio

_FEWEST_POINTS = 2
"""Points that must correspond for their opening lines to do so."""
_SHORTEST_BEGINNING = 6
"""Words of a paragraph that goes on where it ended before, at least."""
_PARTS = {"text", "annex"}


def link_leftovers(
    base: Side, revised: Side, matches: list[Match], scores: Scores, options: AlignOptions
) -> list[Match]:
    """The matches with those among what they leave over."""
    linking = _Leftovers(base, revised, scores, options)
    for step in (linking.list_openings, linking.grown, linking.across_parts):
        matches = matches + list(step(matches))
    return matches


class _Leftovers:
    """Links among the paragraphs that no match holds."""

    def __init__(self, base: Side, revised: Side, scores: Scores, options: AlignOptions) -> None:
        self._base, self._revised, self._scores, self._options = base, revised, scores, options

    def list_openings(self, matches: list[Match]) -> Iterator[Match]:
        """Opening lines of lists most of whose points correspond."""
        left, right = self._free(matches)
        parents = _parents(self._base), _parents(self._revised)
        sizes = Counter(parents[0].values()), Counter(parents[1].values())
        pairs = Counter(
            (parents[0][i], parents[1][j])
            for match in matches
            for i in match.base
            for j in match.revised
            if i in parents[0] and j in parents[1]
        )
        for (i, j), count in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
            most = min(sizes[0][i], sizes[1][j])
            is_free = i in left and j in right and self._may_link(i, j)
            if is_free and count >= _FEWEST_POINTS and 2 * count > most:
                left.discard(i)
                right.discard(j)
                yield self._match(i, j)

    def grown(self, matches: list[Match]) -> Iterator[Match]:
        """Paragraphs at the same place or with the same number that open alike, where one has nearly all the
        words of the other in order; most of them where nothing else stands between their neighbours. Formulas
        stay apart: the rare words count by their weight.
        """
        alone = self._alone(matches)
        ranked = [
            (value, -i, -j)
            for i, j in self._at_one_place(matches)
            if (value := self._contained(i, j, (i, j) in alone)) > 0
        ]
        taken: tuple[set[int], set[int]] = set(), set()
        for _, negative_i, negative_j in sorted(ranked, reverse=True):
            i, j = -negative_i, -negative_j
            if i not in taken[0] and j not in taken[1]:
                taken[0].add(i)
                taken[1].add(j)
                yield self._match(i, j)

    def _at_one_place(self, matches: list[Match]) -> set[tuple[int, int]]:
        """The pairs of free paragraphs between two matches, and those with the same number."""
        left, right = self._free(matches)
        backbone = spine({m.base[0]: m.revised[0] for m in matches})
        taken = set(range(len(self._base))) - left, set(range(len(self._revised))) - right
        pairs: set[tuple[int, int]] = set()
        for rows, columns in gaps_of(backbone, *taken, (len(self._base), len(self._revised))):
            if len(rows) * len(columns) <= self._options.gap:
                pairs |= {(i, j) for i in rows for j in columns}
        numbers = defaultdict(list)
        for j in sorted(right):
            numbers[self._revised.number(j)].append(j)
        pairs |= {(i, j) for i in left for j in numbers.get(self._base.number(i), ()) if self._base.number(i)}
        return {(i, j) for i, j in pairs if self._may_link(i, j)}

    def _alone(self, matches: Sequence[Match]) -> set[tuple[int, int]]:
        """The pairs of free paragraphs whose neighbours before and behind correspond."""
        links = {(m.base[-1], m.revised[-1]) for m in matches} | {(-1, -1)}
        onward = {(m.base[0], m.revised[0]) for m in matches} | {(len(self._base), len(self._revised))}
        left, right = self._free(matches)
        return {
            (i + 1, j + 1) for i, j in links if i + 1 in left and j + 1 in right and (i + 2, j + 2) in onward
        }

    def _contained(self, i: int, j: int, is_alone: bool) -> float:
        """The share of the shorter paragraph that stands in the longer one; 0 where it is too small."""
        shorter, longer = sorted((self._base.code(i), self._revised.code(j)), key=len)
        if len(shorter) >= _SHORTEST_BEGINNING and longer.startswith(shorter):
            return 1.0
        options = self._options
        if len(shorter) < (_SHORTEST_BEGINNING if is_alone else options.words):
            return 0.0
        share = common(shorter, longer) / len(shorter)
        least, weight = (
            (options.alone, options.alone_weight) if is_alone else (options.contained, options.contained)
        )
        is_whole = is_alone and share >= options.contained
        if share < least or not (is_whole or self._opens_alike(i, j)):
            return 0.0
        return share if self._scores.weight_within(shorter, longer) >= weight else 0.0

    def _opens_alike(self, i: int, j: int) -> bool:
        """Whether two paragraphs open with the same verb or words, or one of them is a point of a list."""
        one, two = self._base.paragraphs[i], self._revised.paragraphs[j]
        if one.opening is not None and two.opening is not None:
            return one.opening.phrase.lemma == two.opening.phrase.lemma
        if one.level != two.level:
            return True
        return self._base.code(i)[:2] == self._revised.code(j)[:2]

    def across_parts(self, matches: list[Match]) -> Iterator[Match]:
        """Readings that went from the text to an annex, or back: nearly equal, and like no other."""
        left, right = self._free(matches)
        pairs = [
            (i, j)
            for i in sorted(left)
            for j in sorted(right)
            if {self._base.group(i), self._revised.group(j)} == _PARTS
        ]
        if not pairs or len(pairs) > self._options.gap:
            return
        ranked = sorted(((self._nearly_equal(i, j), -i, -j) for i, j in pairs), reverse=True)
        counts = Counter(i for value, i, _ in ranked if value), Counter(j for value, _, j in ranked if value)
        for value, i, j in ranked:
            if value and counts[0][i] == counts[1][j] == 1 and (-i, -j) not in self._scores.parted:
                yield Match((-i,), (-j,), value)

    def _nearly_equal(self, i: int, j: int) -> float:
        one, two = self._base.code(i), self._revised.code(j)
        if min(len(one), len(two)) < self._options.words:
            return 0.0
        if 2 * min(len(one), len(two)) < self._options.elsewhere * (len(one) + len(two)):
            return 0.0
        value = ratio(one, two)
        return value if value >= self._options.elsewhere else 0.0

    def _may_link(self, i: int, j: int) -> bool:
        if (i, j) in self._scores.parted or self._scores.differ_in_subject(i, j):
            return False
        return self._base.part(i) == self._revised.part(j)

    def _match(self, i: int, j: int) -> Match:
        return Match((i,), (j,), ratio(self._base.code(i), self._revised.code(j)))

    def _free(self, matches: Iterable[Match]) -> tuple[set[int], set[int]]:
        """The paragraphs of either side that no match holds."""
        taken = {i for m in matches for i in m.base}, {j for m in matches for j in m.revised}
        return set(range(len(self._base))) - taken[0], set(range(len(self._revised))) - taken[1]


def _parents(side: Side) -> dict[int, int]:
    """For each point the place of the paragraph it hangs under."""
    places = {paragraph.id: k for k, paragraph in enumerate(side.paragraphs)}
    return {
        k: places[paragraph.parent]
        for k, paragraph in enumerate(side.paragraphs)
        if paragraph.parent is not None and paragraph.parent in places
    }
