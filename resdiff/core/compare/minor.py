"""Word changes that alter nothing: a name in its long or short form, a citation more, a plural, 'to build'
for 'building', another order.

A change is minor where each of its places is. What decides the sense ('not', 'shall', 'all', 'or') never is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.typography import is_same_words
from resdiff.core.figures import is_year_at
from resdiff.core.languages import english, english_asks, english_words, russian
from resdiff.core.patterns import YEAR, compiled_late
from resdiff.core.tokens import plain_style, words_or_references
from resdiff.core.worddiff import Edit

_SYMBOL = re.compile(r"\d+/\d+|[A-Z]+/\w+")
_NUMBERED = re.compile(rf"\b\d+ \({YEAR}\)|\b(?:{english.TEXTS_CITED})\b[\w ,()/]*$", re.IGNORECASE)
"""A number of a text with its year, as the Security Council numbers its own; or a word before numbers that
says they are of texts.
"""
_MOST_DAYS = 31
_ACRONYM = re.compile(r"[A-Z]{2,}")
_SPELLINGS = [(re.compile(pattern), spelling) for pattern, spelling in english.SPELLINGS]
_GERUND = re.compile(english_words.GERUND)
_INFLECTION = re.compile(english_words.INFLECTION)
_RUSSIAN_ENDING = compiled_late(russian.NOUN_ENDING)
_LEAST_LETTERS = 3
"""Letters of an acronym that must stand for words of the long form."""
_IS_YEAR = re.compile(rf"\b{YEAR}\b")
_MAY = frozenset(english.MAY.split("|"))
_CALENDAR = frozenset(("session", "sessions", *map(str.lower, english.MONTHS)))
_WHOSE = re.compile(r"\b(?:their|its|his|her) ")
_YEAR_TERM = re.compile(english_asks.YEAR_TERM)
_SESSION_TERM = re.compile(english_asks.SESSION_TERM)
_WAS_DONE = re.compile(english_asks.WAS_DONE)
_NAME_GOES_ON = re.compile(r"\s*(?:\(|(?:for|of|on|to)\b)")
_ANOTHER_NAME = re.compile(r"\band the\b")
"""What joins another name to one: 'the Mission and the Personal Envoy'."""
_CAPITAL_BEFORE = re.compile(r"(?:[A-Z][\w-]*|\d)\s*$")


def is_ignored(edits: Sequence[Edit], terms: frozenset[str]) -> bool:
    """Whether nothing but terms of a list, in lower case, comes or goes."""
    if not terms:
        return False
    sides = [_stripped(side) for hunk in hunks_of(edits) for side in (hunk.gone, hunk.come)]
    return any(sides) and all(side in terms for side in sides if side)


def _counts_otherwise(hunk: Hunk) -> bool:
    """Whether an amount comes or goes that looks like a year: '2000 troops'."""
    for side in (hunk.gone, hunk.come):
        reading = f"{hunk.before}{side}{hunk.after}"
        begin = len(hunk.before)
        years = _IS_YEAR.finditer(reading, begin, begin + len(side))
        if any(not is_year_at(reading, *match.span()) for match in years):
            return True
    return False


def _stripped(text: str) -> str:
    return plain_style(text).lower().strip(" ,;:.")


def is_minor(edits: Sequence[Edit]) -> bool:
    """Whether the word changes of a paragraph alter nothing that a reader would act upon."""
    hunks = list(hunks_of(edits))
    if any(map(_counts_otherwise, hunks)):
        return False
    gone = Counter(word for hunk in hunks for word in _acts(hunk.gone))
    come = Counter(word for hunk in hunks for word in _acts(hunk.come))
    if gone == come and not any(map(_binds_otherwise, hunks)):
        return True
    return all(is_minor_at(hunk) for hunk in hunks)


def says_something(hunk: Hunk) -> bool:
    """Whether words come or go that say something by themselves: no dates, sessions, articles or 'also', no
    other forms of the same words, and no other hyphens or blanks in them.
    """
    differ = _binds_otherwise(hunk) or Counter(_acts(hunk.gone)) != Counter(_acts(hunk.come))
    return differ and not is_same_words(plain_style(hunk.gone).strip(), plain_style(hunk.come).strip())


def is_minor_at(hunk: Hunk) -> bool:
    """The same of one place at which words change."""
    if _binds_otherwise(hunk):
        return False
    gone, come = Counter(_acts(hunk.gone)), Counter(_acts(hunk.come))
    return gone == come or _is_pronoun(hunk) or _is_citation(hunk) or _is_name(hunk, gone, come)


def _is_term(hunk: Hunk) -> bool:
    """Whether a term comes or goes, and no other stands for it: 'by 2030'."""
    words = f"{hunk.gone}{hunk.come}"
    if hunk.gone.strip() and hunk.come.strip():
        return False
    session = _SESSION_TERM.search(words)
    if session is not None:  # 'the report submitted at its tenth session' has no term
        return _WAS_DONE.search(f"{hunk.before.rstrip()} {words[: session.start()]}") is None
    return _YEAR_TERM.search(words) is not None


def _binds_otherwise(hunk: Hunk) -> bool:
    """Whether a term comes or goes, or one side alone says that something only may be: 'can be' for 'is'."""
    gone, come = (set(_words(side)) for side in (hunk.gone, hunk.come))  # 'May' is a month
    return _is_term(hunk) or gone.isdisjoint(_MAY) != come.isdisjoint(_MAY)


def _is_pronoun(hunk: Hunk) -> bool:
    """Whether only pronouns of persons come or go: 'his or her'."""
    words = {word.lower() for word in (*_words(hunk.gone), *_words(hunk.come))}
    return words <= english_words.PERSONS and not words <= {"or"}


def _words(text: str) -> list[str]:
    return [word.strip("./-") for word in words_or_references(plain_style(text))]


def content_words(text: str) -> list[str]:
    """The words that say something, each in the form of its singular."""
    words = [word.lower() for word in _words(text)]
    said = (
        _singular(one_spelling(word))
        for word in words
        if word and word not in english_words.FUNCTION_WORDS and not _is_dated(word)
    )
    return [word for word in said if word]  # the 's' of a possessive is none


def without_inflection(word: str) -> str:
    """A word without the ending of its verb or noun: 'provid' for 'provides' and 'providing'; of a Russian
    one without that of its case.
    """
    return (_INFLECTION if word.isascii() else _RUSSIAN_ENDING).sub("", word)


def _acts(text: str) -> list[str]:
    """The words that say something, an act in the infinitive as one with its gerund: 'to mend', 'mending'."""
    return [_GERUND.sub("", word) for word in content_words(text)]


def stems(text: str) -> list[str]:
    """The words that say something, without inflection."""
    return [without_inflection(word) for word in content_words(text)]


def _singular(word: str) -> str:
    """A noun in the singular: 'policy' for 'policies'; other words that end as a plural are cut alike."""
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def one_hedge(phrase: str) -> str:
    """A hedge in the one of its forms that stands for all: 'upon request' for 'upon their request'."""
    return _WHOSE.sub("", phrase.lower()).replace("under mutually", "on mutually")


@lru_cache(maxsize=65_536)
def one_spelling(word: str) -> str:
    """A word in lower case in the one of its spellings that stands for all: 'fulfill' as 'fulfil'; of a word
    with hyphens each part.
    """
    if "-" in word:
        return "-".join(map(one_spelling, word.split("-")))
    for pattern, spelling in _SPELLINGS:
        word = pattern.sub(spelling, word)
    return word


def _is_dated(word: str) -> bool:
    """Whether a word moves on with the texts: an ordinal, a year, a month, 'session'. Whether by as much as
    they did is for the reasons of the change to say.
    """
    if word.isdecimal():
        return _IS_YEAR.fullmatch(word) is not None
    return word in _CALENDAR or word.rpartition("-")[2] in english.ORDINAL_WORDS


def _is_citation(hunk: Hunk) -> bool:
    """Whether only symbols, numbers and dates of other texts, and the names of their organs, come or go; or
    the parts of a date.
    """
    words = [*_words(hunk.gone), *_words(hunk.come)]
    sides = [side for side in (hunk.gone, hunk.come) if side.strip()]
    is_numbered = bool(sides) and all(_NUMBERED.search(f"{hunk.before} {side}") for side in sides)
    if not (is_numbered or any(_SYMBOL.search(word) for word in words)):
        return _is_calendar_date(hunk, words)
    return all(
        _SYMBOL.search(word) is not None
        or word[:1].isupper()
        or word.isdecimal()
        or word.lower() in english.CONNECTING | english_words.FUNCTION_WORDS
        for word in words
    )


def _is_calendar_date(hunk: Hunk, words: Sequence[str]) -> bool:
    """Whether only days, months and years of a date come or go; a month stands there or beside."""
    beside = (*_words(hunk.before)[-1:], *_words(hunk.after)[:1])
    return any(word in english.MONTHS for word in (*words, *beside)) and all(
        word in english.MONTHS
        or _is_dated(word.lower())
        or (word.isdecimal() and int(word) <= _MOST_DAYS)
        or word.lower() in english_words.FUNCTION_WORDS
        for word in words
    )


def _is_name(hunk: Hunk, gone: Counter[str], come: Counter[str]) -> bool:
    """Whether a name stands in a longer or shorter form."""
    if gone and come:
        return (
            (not gone - come or not come - gone) and _is_named(hunk.gone) and _is_named(hunk.come)
        ) or any(
            _stands_for(acronym, long)
            for short, long in ((hunk.gone, hunk.come), (hunk.come, hunk.gone))
            for acronym in _ACRONYM.findall(short)
        )
    words = hunk.gone or hunk.come
    return (
        _NAME_GOES_ON.match(words) is not None
        and _is_named(words)
        and _CAPITAL_BEFORE.search(hunk.before) is not None
    ) or (_is_named(words) and words.strip()[:1].isupper() and hunk.after[:2].strip()[:1].isupper())


def _is_named(text: str) -> bool:
    """Whether only the words of one name stand there: capitals, and what joins them."""
    words = _words(text)
    return (
        "," not in text
        and _ANOTHER_NAME.search(text) is None
        and all(
            word[:1].isupper() or word[:1].isdecimal() or word in english_words.JOINS_NAME for word in words
        )
    )


def _stands_for(acronym: str, long: str) -> bool:
    """Whether an acronym is made of initials of the words, at least as far as its last letters go."""
    letters = acronym[-_LEAST_LETTERS:]
    initials = iter(part[0].upper() for word in _words(long) for part in word.split("-") if part)
    return len(letters) == _LEAST_LETTERS and all(letter in initials for letter in letters)
