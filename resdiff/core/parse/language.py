"""Which language a text is in: by script, then by its commonest words."""

from __future__ import annotations

from collections import Counter

from resdiff.core.languages import COMMON_WORDS, SCRIPTS
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import LETTERS

_WORDS = {language: frozenset(words.split()) for language, words in COMMON_WORDS.items()}
_SCRIPT_LETTERS = {
    language: compiled_late(f"[{first}-{last}]") for language, (first, last) in SCRIPTS.items()
}
_SAMPLE = 6000
_RARE = 12
"""A text with fewer bytes beyond ASCII than one in so many characters is in Latin script."""
_LEAST_SHARE = 0.08


def find_language(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, 'und' where it shows none of those known."""
    sample = (
        text if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + text[len(text) // 2 : len(text) // 2 + _SAMPLE]
    )
    if _bytes_beyond_ascii(sample) * _RARE > len(sample):
        for language, letters in _SCRIPT_LETTERS.items():
            count = len(letters.findall(sample))
            if count and count > sum(map(str.isalpha, sample)) // 3:
                return language
    words = LETTERS.findall(sample.lower())
    counts = Counter(words)
    shares = {language: sum(counts[w] for w in common) for language, common in _WORDS.items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] > _LEAST_SHARE * len(words) else "und"


def _bytes_beyond_ascii(sample: str) -> int:
    return len(sample.encode(errors="surrogatepass")) - len(sample)
