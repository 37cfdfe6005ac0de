"""Whether two passages are the same words in another typography.

Typography is quotes, the form of a dash, and a blank or hyphen between the letters of one and the same word.
It is never a figure or what touches it ('3-5', '-5', '1 250'), an apostrophe inside a word ("State's" and
"States'"), nor a blank or hyphen that makes another word ('any time', 're-sign').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from resdiff.core.languages import english

_QUOTES = re.compile(r"\"|(?<![^\W_])'|'(?![^\W_])")
_WORD = re.compile(r"[^\s-]+")
_BETWEEN = re.compile(r"[\s-]+")
_OTHER_WORD = re.compile(english.HYPHEN_MAKES_ANOTHER_WORD)


def is_same_words(one: str, two: str) -> bool:
    """Whether two passages in one style of quotes and dashes differ in typography at most."""
    if one == two:
        return True
    one, two = _QUOTES.sub("", one), _QUOTES.sub("", two)
    letters = _BETWEEN.sub("", one)
    if letters != _BETWEEN.sub("", two):
        return False
    seams_one, seams_two = _seams(one), _seams(two)
    places = seams_one.signs.keys() | seams_two.signs.keys()
    return all(
        seams_one.signs.get(place) == seams_two.signs.get(place)
        or (
            not _touches_figure(letters[place - 1 : place], letters[place : place + 1])
            and _is_same_seam(seams_one, seams_two, place)
        )
        for place in places
    )


class _Seams(NamedTuple):
    """What stands between the words of a passage without quotes."""

    signs: dict[int, str]
    """By the number of letters before it: the blanks and hyphens between two words."""
    words: dict[int, tuple[str, str]]
    """By the same number: the words before and after it."""


def _seams(text: str) -> _Seams:
    words = list(_WORD.finditer(text))
    signs: dict[int, str] = {}
    beside: dict[int, tuple[str, str]] = {}
    for place, before, after in _neighbours(words):
        begin, end = (before.end() if before else 0), (after.start() if after else len(text))
        sign = " ".join(text[begin:end].split()) or " "
        if begin < end:
            signs[place] = sign
            beside[place] = (before.group().lower() if before else "", after.group().lower() if after else "")
    return _Seams(signs, beside)


def _neighbours(
    words: list[re.Match[str]],
) -> Iterator[tuple[int, re.Match[str] | None, re.Match[str] | None]]:
    """Each place before, between and after the words, with the words on either side of it."""
    place = 0
    before: re.Match[str] | None = None
    for word in words:
        yield place, before, word
        place += len(word.group())
        before = word
    yield place, before, None


def _is_same_seam(one: _Seams, two: _Seams, place: int) -> bool:
    sign_one, sign_two = one.signs.get(place, ""), two.signs.get(place, "")
    if sign_one and sign_two:
        return True
    before, after = one.words.get(place) or two.words[place]
    if (sign_one or sign_two) == "-":
        return _OTHER_WORD.match(f"{before}-{after}") is None
    return before not in english.WORDS_THAT_FUSE and after not in english.WORDS_THAT_FUSE


def _touches_figure(before: str, after: str) -> bool:
    """Whether a blank or hyphen belongs to a figure; a blank before a comma or bracket does not."""
    if after and not after.isalnum():
        return False
    return before.isdigit() or after.isdigit()
