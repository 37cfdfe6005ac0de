"""What went and came at one place, as it reads best: without what both sides say, and from where a clause
begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from resdiff.core.compare.hunks import Hunk
from resdiff.core.compare.minor import content_words
from resdiff.core.languages import english, english_words

_LEAST_ELIDED = 2
"""Words that say something, and what is known, in a row from which on '…' stands for them."""
_JOINING_END = re.compile(english_words.JOINING_END)
_SIGNS = " ,;."
"""What stands at the ends of words and says nothing."""


def bare(words: str) -> str:
    """Words without the signs at their ends."""
    return words.strip(_SIGNS)


def differing(hunk: Hunk, most: int) -> tuple[str, str]:
    """What went and came. Where one side has all that the other says, only what it has more; of sides of more
    than `most` words '…' for the words that both have: of 'free, fair and open' and 'open, free and timely'
    only the rest says what changed.
    """
    gone, come = bare(hunk.gone), bare(hunk.come)
    one, two = set(content_words(gone)), set(content_words(come))
    if not one & two:
        return _unless_small(gone, two), come
    if one < two:
        return "", _elided(_rest(come, one), one)
    if two < one:
        return _elided(_rest(gone, two), two), ""
    is_long = max(len(gone.split()), len(come.split())) > most
    return (_elided(gone, two), _elided(come, one)) if is_long else (gone, come)


def _unless_small(text: str, others: set[str]) -> str:
    """What went; nothing where it only has small words and what came says something, as 'in' for 'from 3 to 9
    May'. A small word that came shows what it joins.
    """
    words = text.split()
    is_small = english_words.FUNCTION_WORDS.issuperset(words) and english.FIRM.isdisjoint(words)
    return "" if others and is_small else text


def _rest(text: str, known: set[str]) -> str:
    """A text without the words at its ends that say nothing but what is known."""
    words = text.split()
    new = [k for k, word in enumerate(words) if not known.issuperset(content_words(word))]
    if not new:
        return text
    old = [k for k, word in enumerate(words) if content_words(word) and k not in new]
    start = max((k + 1 for k in old if k < new[0]), default=0)
    end = min((k for k in old if k > new[-1]), default=len(words))
    return _without_joining(" ".join(words[start:end]))


def _elided(text: str, known: set[str]) -> str:
    """A text with '…' for runs of words that say nothing but what is known; one word stays."""
    words = text.split()
    sides = [content_words(word) for word in words]
    is_known = [bool(side) and known.issuperset(side) for side in sides]
    shown: list[str] = []
    k = 0
    while k < len(words):
        end = k
        while end < len(words) and (is_known[end] or not sides[end]):
            end += 1
        while end > k and not is_known[end - 1]:
            end -= 1
        if is_known[k] and sum(is_known[k:end]) >= _LEAST_ELIDED:
            shown, k = [*shown, "…"], end
        else:
            shown, k = [*shown, words[k]], k + 1
    return _without_joining(" ".join(shown))


def _without_joining(text: str) -> str:
    """Words without signs at their ends, and without an 'and' or 'or' behind which what is known stood."""
    return _JOINING_END.sub("", bare(text))


def at_clause(hunk: Hunk) -> Hunk:
    """The same change where the words that came or went begin as a clause does: of 'law and international
    criminal' before 'law' that is 'international criminal law and'.
    """
    words, before, after = (hunk.gone or hunk.come).split(), hunk.before.split(), hunk.after.split()
    if (hunk.gone and hunk.come) or not words:
        return hunk
    best, best_score = (words, before, after), _score(words, before)
    left, stay, behind = words, before, after
    while stay and _bare(left[-1]) == _bare(stay[-1]) and len(words) > 1:
        left, stay, behind = [stay[-1], *left[:-1]], stay[:-1], [left[-1], *behind]
        if _score(left, stay) > best_score:
            best, best_score = (left, stay, behind), _score(left, stay)
    right, stay, behind = words, before, after
    while behind and _bare(right[0]) == _bare(behind[0]) and len(words) > 1:
        right, stay, behind = [*right[1:], behind[0]], [*stay, right[0]], behind[1:]
        if _score(right, stay) > best_score:
            best, best_score = (right, stay, behind), _score(right, stay)
    text = " ".join(best[0])
    gone, come = (text, hunk.come) if hunk.gone else (hunk.gone, text)
    return Hunk(gone, come, " ".join(best[1]), " ".join(best[2]))


def _bare(word: str) -> str:
    return word.strip(",;:.")


def _score(words: Sequence[str], before: Sequence[str]) -> int:
    """How much a run of words looks like a clause: it begins behind a sign or with a word that joins, and is
    not broken by a sign.
    """
    opens = 2 * (bool(before) and before[-1][-1] in ",;:") + 2 * (words[0] in english_words.OPENS_CLAUSE)
    return (
        opens - sum(word[-1] in ",;)" for word in words[:-1]) - (words[-1] in english_words.OPENS_CLAUSE) * 2
    )
