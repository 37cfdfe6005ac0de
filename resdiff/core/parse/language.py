"""Which language a text is in: by script, then by its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from resdiff.core.languages import COMMON_WORDS, SCRIPTS
from resdiff.core.tokens import LETTERS

_WORDS = {language: frozenset(words.split()) for language, words in COMMON_WORDS.items()}
_SCRIPT_LETTERS = {language: re.compile(f"[{first}-{last}]") for language, (first, last) in SCRIPTS.items()}
_SAMPLE = 6000
_LEAST_SHARE = 0.08


def find_language(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, 'und' where it shows none of those known."""
    sample = (
        text if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + text[len(text) // 2 : len(text) // 2 + _SAMPLE]
    )
    if not sample.isascii():
        for language, letters in _SCRIPT_LETTERS.items():
            count = len(letters.findall(sample))
            if count and count > sum(map(str.isalpha, sample)) // 3:
                return language
    words = LETTERS.findall(sample.lower())
    counts = Counter(words)
    shares = {language: sum(counts[w] for w in common) for language, common in _WORDS.items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] > _LEAST_SHARE * len(words) else "und"
