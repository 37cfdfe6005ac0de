"""Words by their stems, by which paragraphs are found alike: Arabic writes particles together with the word
behind them, and a new translation joins them otherwise.
"""

from __future__ import annotations

from resdiff.core.languages import arabic
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import Vocabulary, match_token

_LETTER = compiled_late(f"[{arabic.SCRIPT[0]}-{arabic.SCRIPT[1]}]")
_PARTICLES = compiled_late(arabic.PARTICLES)
_ENDING = compiled_late(arabic.NOUN_ENDING)
_LEAST_STEM = 3
"""Letters that a stem has at least."""


class StemVocabulary(Vocabulary):
    """Gives each token the character of its stem."""

    def form(self, token: str) -> str:
        """The matching form of a token; of an Arabic word without particles and ending."""
        form = match_token(token)
        return form if form.isascii() or not _LETTER.match(form) else stem_of(form)


def stem_of(word: str) -> str:
    """An Arabic word without the particles before it and the ending of a noun."""
    for pattern in (_PARTICLES, _ENDING):
        shorter = pattern.sub("", word)
        word = shorter if len(shorter) >= _LEAST_STEM else word
    return word
