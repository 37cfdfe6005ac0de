"""Which paragraphs of two languages correspond: in order, by part, level, number, facts, opening verb, and
length where nothing else tells (Gale and Church 1993).
"""

from __future__ import annotations

from math import log
from typing import NamedTuple

from resdiff.core.concordance.facts import Figures, share_of_figures
from resdiff.core.model import Paragraph

Correspondence = tuple[int | None, int | None]

_MOVED = 0.9
"""What paragraphs must be worth at least that are one though they stand at different places."""
_PART, _LEVEL, _NUMBER, _FACTS, _VERB, _LENGTH = 0.25, 0.1, 0.15, 0.3, 0.3, 0.2
_OTHER_VERB = -0.35
"""What a pair loses whose verbs cannot be renderings of each other."""


class Measured(NamedTuple):
    """A paragraph as the alignment sees it."""

    paragraph: Paragraph
    facts: Figures
    years: frozenset[str]
    """The years among them, but those of resolutions."""
    number: str
    """The digits or letters of its printed number."""
    length: float
    """Its share of the characters of its text."""


def worth(one: Measured, two: Measured, is_rendering: bool | None) -> float:
    """How well two paragraphs agree; `is_rendering` says whether their opening verbs do, None where that is
    not known.
    """
    value = _PART * (one.paragraph.part == two.paragraph.part)
    value += _LEVEL * (one.paragraph.level == two.paragraph.level)
    value += _NUMBER * (one.number == two.number)
    value += _FACTS * share_of_figures(one.facts, two.facts)
    if is_rendering is not None:
        value += _VERB if is_rendering else _OTHER_VERB
    if one.length and two.length:
        value += _LENGTH * max(0.0, 1 - abs(log(one.length / two.length)))
    return value


def aligned(values: list[list[float]]) -> list[Correspondence]:
    """The pairs in order that are worth most together, and the paragraphs without a partner."""
    rows, columns = len(values), len(values[0]) if values else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = best[i + 1][j + 1] + values[i][j]
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs: list[Correspondence] = []
    i = j = 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j + 1] + values[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return [*pairs, *((k, None) for k in range(i, rows)), *((None, k) for k in range(j, columns))]


def with_moved(
    pairs: list[Correspondence], values: list[list[float]]
) -> tuple[list[Correspondence], list[int]]:
    """The pairs, in which two paragraphs without a partner that agree are one that stands at another place;
    and the places of these.
    """
    left = [j for i, j in pairs if i is None and j is not None]
    partner: dict[int, int] = {}
    for i in (i for i, j in pairs if j is None and i is not None):
        best = max(left, key=lambda j: values[i][j], default=None)
        if best is not None and values[i][best] >= _MOVED:
            partner[i] = best
            left.remove(best)
    taken = set(partner.values())
    result = [
        (i, partner[i]) if j is None and i is not None and i in partner else (i, j)
        for i, j in pairs
        if not (i is None and j in taken)
    ]
    return result, [place for place, (i, _) in enumerate(result) if i in partner]
