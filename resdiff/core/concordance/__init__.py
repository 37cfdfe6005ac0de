"""Two language versions of one text compared: what is missing, what differs.

One of them is English or has verbs with English counterparts: verbs are compared by what they render.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.concordance.aligning import Correspondence, Measured, aligned, with_moved, worth
from resdiff.core.concordance.facts import Figures, figures_in, years_among
from resdiff.core.concordance.values import Concordance, ConcordanceRow, Finding, FindingKind
from resdiff.core.concordance.verbs import Renderings
from resdiff.core.model import Paragraph, Resolution, Vote
from resdiff.core.verbs import Verbs

__all__ = ["Concordance", "ConcordanceRow", "Finding", "FindingKind", "concord"]

_YEAR_DIGITS = 4
_SWAPPED = 0.15
"""By how much two neighbours must agree better crosswise than in order."""


def concord(
    first: Resolution, second: Resolution, first_verbs: Verbs | None, second_verbs: Verbs | None
) -> Concordance:
    """What differs between two language versions; the verbs are those of each paragraph."""
    return _Checker(first, second, first_verbs, second_verbs).concordance()


class _Checker:
    def __init__(
        self, first: Resolution, second: Resolution, first_verbs: Verbs | None, second_verbs: Verbs | None
    ) -> None:
        self._texts = first, second
        self._renderings = Renderings(first.language, second.language, first_verbs, second_verbs)
        self._sides = _sides(first), _sides(second)
        self._values = [
            [worth(one, two, self._renderings.agree(i, j)) for j, two in enumerate(self._sides[1])]
            for i, one in enumerate(self._sides[0])
        ]

    def concordance(self) -> Concordance:
        pairs, moved = with_moved(aligned(self._values), self._values)
        swapped = {*self._swapped(pairs), *moved}
        minority = self._renderings.minority([(i, j) for i, j in pairs if i is not None and j is not None])
        rows = [
            ConcordanceRow(first=i, second=j, findings=tuple(self._findings(k, pair, swapped, minority)))
            for k, pair in enumerate(pairs)
            for i, j in (pair,)
        ]
        first, second = self._texts
        return Concordance(
            first=first, second=second, rows=tuple(rows), findings=tuple(_votes(first.vote, second.vote))
        )

    def _swapped(self, pairs: Sequence[Correspondence]) -> Iterator[int]:
        """The places of pairs that stand in another order: neighbours that agree better crosswise."""
        for k in range(len(pairs) - 1):
            (i, j), (p, q) = pairs[k], pairs[k + 1]
            if i is None or j is None or p is None or q is None:
                continue
            values = self._values
            if values[i][q] + values[p][j] > values[i][j] + values[p][q] + _SWAPPED:
                yield from (k, k + 1)

    def _findings(
        self, place: int, pair: Correspondence, swapped: set[int], minority: dict[tuple[int, int], Finding]
    ) -> Iterator[Finding]:
        i, j = pair
        if i is None or j is None:
            first, second = self._texts
            if i is not None:
                yield Finding(kind="missing", first=_begin(first.paragraphs[i]))
            elif j is not None:
                yield Finding(kind="excess", second=_begin(second.paragraphs[j]))
            return
        one, two = self._sides[0][i], self._sides[1][j]
        if place in swapped:
            yield Finding(kind="order", first=_begin(one.paragraph), second=_begin(two.paragraph))
            return
        yield from _other_figures(one, two)
        if self._renderings.agree(i, j) is False:
            here, there = self._renderings.phrases(i, j)
            yield Finding(kind="verb", first=here, second=there)
        elif (i, j) in minority:
            yield minority[i, j]


def _sides(text: Resolution) -> list[Measured]:
    total = sum(len(paragraph.text) for paragraph in text.paragraphs) or 1
    sides = []
    for paragraph in text.paragraphs:
        figures = figures_in(paragraph, text.language)
        number = "".join(filter(str.isdecimal, paragraph.label or ""))
        years = years_among(paragraph, figures)
        sides.append(Measured(paragraph, figures, years, number, len(paragraph.text) / total))
    return sides


def _begin(paragraph: Paragraph) -> str:
    """The first words of a paragraph."""
    return paragraph.text if len(paragraph.text) <= 60 else f"{paragraph.text[:60].rstrip()}…"


def _other_figures(one: Measured, two: Measured) -> Iterator[Finding]:
    """Figures that only one version has, where the other has others in their place, and years that only one
    has: a number that one writes in words and the other in figures is no difference.
    """
    here, there = one.facts - two.facts, two.facts - one.facts
    years = (one.years - two.facts.keys()) | (two.years - one.facts.keys())
    kinds = set(map(_kind_of_figure, here)) & set(map(_kind_of_figure, there))
    if years or kinds:
        yield Finding(kind="figure", first=_shown(here), second=_shown(there))


def _kind_of_figure(figure: str) -> str:
    """Months, years with other numbers of four digits, and all others: none stands for another kind."""
    return "month" if not figure.isdecimal() else "year" if len(figure) == _YEAR_DIGITS else "number"


def _shown(facts: Figures) -> str:
    months = [f"month {fact[1:]}" for fact in facts if fact[0] == "m"]
    return ", ".join([*(fact for fact in facts if fact[0] != "m"), *months])


def _votes(one: Vote | None, two: Vote | None) -> Iterator[Finding]:
    """Votes that differ."""
    if one is None or two is None:
        return
    tallies = [(vote.in_favour, vote.against, vote.abstaining) for vote in (one, two)]
    if None not in (*tallies[0], *tallies[1]) and tallies[0] != tallies[1]:
        first, second = ("-".join(map(str, tally)) for tally in tallies)
        yield Finding(kind="vote", first=first, second=second)
