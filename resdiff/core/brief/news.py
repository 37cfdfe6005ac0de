"""How much of a change is new to the whole of a text: words that stand nowhere in the other one."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from math import log

from resdiff.core.compare import Comparison
from resdiff.core.compare.hunks import Hunk
from resdiff.core.compare.minor import stems
from resdiff.core.model import Resolution
from resdiff.core.tokens import joined_words


class News:
    """The words of two texts, each held against the other."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    def of(self, hunk: Hunk) -> int:
        """How many words come that the base text does not have, or go that the revised one does not have."""
        return self.of_text(hunk.come, is_new=True) + self.of_text(hunk.gone, is_new=False)

    def of_text(self, text: str, is_new: bool) -> int:
        """How many words of a passage of the revised text, or of the base text where it is not new, the other
        text does not have. Names and numbers do not count: they come with each report that is taken note of.
        """
        words = (match[0] for match in joined_words(text))
        common = (word for word in words if word[0].isalpha() and not word[0].isupper())
        return len(set(stems(" ".join(common))) - self._counts(is_new).keys())

    def weight(self, word: str, is_new: bool) -> float:
        """How much a word of the revised text says, or of the base text where it is not new: the more, the
        fewer paragraphs of the other text have it (inverse document frequency, Spaerck Jones 1972); 0 for
        one that says nothing by itself.
        """
        counts = self._counts(is_new)
        total = len((self._comparison.base if is_new else self._comparison.revised).paragraphs)
        return max((log((1 + total) / (1 + counts[stem])) for stem in stems(word)), default=0.0)

    def _counts(self, is_new: bool) -> Counter[str]:
        """How many paragraphs of the other text have each word."""
        return self._in_base if is_new else self._in_revised

    @cached_property
    def _in_base(self) -> Counter[str]:
        return _paragraphs_with(self._comparison.base)

    @cached_property
    def _in_revised(self) -> Counter[str]:
        return _paragraphs_with(self._comparison.revised)


def _paragraphs_with(text: Resolution) -> Counter[str]:
    rows = (set(stems(p.text)) for p in text.paragraphs)
    return Counter(stem for row in rows for stem in row)
