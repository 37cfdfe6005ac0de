"""The paragraph of a later text that says much of what an ask said, though not enough to say that it stands:
a person has to read both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import fsum, log

from resdiff.core.asks import Ask
from resdiff.core.compare.ask_aspects import report_stems
from resdiff.core.compare.minor import without_inflection
from resdiff.core.history.ask_restated import SaidText, share_beyond
from resdiff.core.history.said import words_of_ask

_LEAST_SHARE, _LEAST_WORDS = 0.4, 4
"""Share of the words of an ask, the rarer the heavier, that stand in such a paragraph, and how many words
the ask has at least. Of 60 real asks that were said to have lapsed and were read beside all later texts, 9 of
the 11 that stood there in other words lay above it, and 5 of the 29 that stood nowhere.
"""


class NearParagraphs:
    """The paragraphs of the texts of a lineage, by the words that say something."""

    def __init__(self, said: Sequence[SaidText]) -> None:
        """`said` is what each version says."""
        self._said = said

    @cached_property
    def _stems(self) -> list[list[tuple[str, frozenset[str]]]]:
        """Of each version the ids of its paragraphs, with their words."""
        return [
            [(row.paragraph.id, frozenset(map(without_inflection, row.words))) for row in text.rows]
            for text in self._said
        ]

    @cached_property
    def _weights(self) -> dict[str, float]:
        """The weight of each word: the fewer paragraphs have it, the heavier. One paragraph in several texts
        counts once.
        """
        rows = {stems for text in self._stems for _, stems in text}
        counts = Counter(stem for stems in rows for stem in stems)
        return {stem: log((1 + len(rows)) / count) for stem, count in counts.items()}

    def near(self, ask: Ask, version: int) -> tuple[int, str] | None:
        """The first later version with a paragraph that says much of an ask of a version, and the id of the
        paragraph; None where there is none.
        """
        said = words_of_ask(ask.clause, self._said[version].text.masthead.title)
        words = frozenset(map(without_inflection, said)) - report_stems()
        if len(words) < _LEAST_WORDS:
            return None
        least = _LEAST_SHARE * self._weight(words)
        own = self._said[version].text.paragraphs[ask.paragraph].id
        asking = {row.paragraph.id for row in self._said[version].asking}
        beside = [stems for place, stems in self._stems[version] if place != own and place in asking]
        for later in range(version + 1, len(self._said)):
            rows = self._stems[later]
            shares = [share_beyond(words & stems, beside, self._weight) for _, stems in rows]
            best = max(shares, default=0.0)
            if best >= least > 0:
                return later, rows[shares.index(best)][0]
        return None

    def _weight(self, words: frozenset[str]) -> float:
        """What words weigh together; summed exactly, for a set has no order of its own."""
        return fsum(self._weights.get(word, 0.0) for word in words)
