"""Which language a text is in: by script, then by its commonest words."""

from __future__ import annotations

from collections import Counter

from resdiff.core.languages import english
from resdiff.core.patterns import lazy

_SCRIPTS = (("ar", "\u0600", "\u06ff"), ("ru", "\u0400", "\u04ff"), ("zh", "\u4e00", "\u9fff"))
_COMMON = {
    "en": english.COMMON_WORDS,
    "fr": (
        "le la les des du et à que dans pour sur par aux une est qui de en l d au ce cette leurs ses son sa"
        " ne pas avec tous"
    ),
    "es": "el la los las de y que en para por del con una su se al sus un todos sobre no lo como es",
    "pt": "o a os as do da dos das de e em que para por com uma não ao sua seus no na",
    "de": "der die das und den dem des zu mit für auf ist von im ein nicht",
    "it": "il la gli le di e che per nel della dei delle con una sono alla i un del al si non lo",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = lazy(r"[^\W\d_]+")
_SAMPLE = 6000
_LEAST_SHARE = 0.08


def find_language(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, 'und' where it shows none of those known."""
    sample = (
        text if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + text[len(text) // 2 : len(text) // 2 + _SAMPLE]
    )
    letters = sum(map(str.isalpha, sample)) or 1
    for language, first, last in _SCRIPTS if not sample.isascii() else ():
        if sum(first <= character <= last for character in sample) > letters // 3:
            return language
    words = _WORD.findall(sample.lower())
    counts = Counter(words)
    shares = {language: sum(counts[w] for w in common) for language, common in _WORDS.items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] > _LEAST_SHARE * len(words) else "und"
