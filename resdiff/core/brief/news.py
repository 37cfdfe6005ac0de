"""How much of a change is new to the whole of a text: words that stand nowhere in the other one."""

from __future__ import annotations

from functools import cached_property

from resdiff.core.compare import Comparison
from resdiff.core.compare.ask_aspects import without_inflection
from resdiff.core.compare.hunks import Hunk
from resdiff.core.compare.minor import content_words
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
        stems = set(map(without_inflection, content_words(" ".join(common))))
        return len(stems - (self._base if is_new else self._revised))

    @cached_property
    def _base(self) -> frozenset[str]:
        return _words_of(self._comparison.base)

    @cached_property
    def _revised(self) -> frozenset[str]:
        return _words_of(self._comparison.revised)


def _words_of(text: Resolution) -> frozenset[str]:
    words = (word for paragraph in text.paragraphs for word in content_words(paragraph.text))
    return frozenset(map(without_inflection, words))
