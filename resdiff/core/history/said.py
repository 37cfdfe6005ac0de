"""The words of a paragraph that say something, and the verbs with which it says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from resdiff.core.languages import english_answers, english_words
from resdiff.core.languages.english import MONTHS
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import LETTERS, plain_style
from resdiff.core.verbs import OperativeVerb

_NOT_NOTED = compiled_late(english_answers.NOT_NOTED, re.IGNORECASE)
_EMPTY = english_words.FUNCTION_WORDS
RECALLS = ("recall", "consider", "have considered", "reiterate", "remind")
"""Verbs that say again what was asked or decided; of a report that is there they tell too."""


def has_verb(verbs: Sequence[OperativeVerb], lemmas: tuple[str, ...]) -> bool:
    """Whether one of some verbs is among lemmas, whatever is joined to it ('welcome with appreciation') but
    concern.
    """
    return any(
        verb.sense.english_lemma.startswith(lemmas)
        and _NOT_NOTED.search(f"{verb.sense.english_lemma} {verb.phrase}") is None
        for verb in verbs
    )


@lru_cache(maxsize=4_096)
def saying_words(text: str) -> frozenset[str]:
    """The words of a text that say something, in lower case, parts of compounds one by one."""
    words = LETTERS.findall(plain_style(text))
    return frozenset(word.lower() for word in words if word.lower() not in _EMPTY or word in MONTHS)


def runs_of_words(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """The runs of words of a text that say something, small words left out."""
    words = [word.lower() for word in LETTERS.findall(plain_style(text)) if word.lower() not in _EMPTY]
    yield from (tuple(words[k : k + length]) for k in range(len(words) - length + 1))


def words_of_names(text: str) -> frozenset[str]:
    """The words of names, which stand in paragraphs on other matters too."""
    return frozenset(
        word.lower() for word in LETTERS.findall(text) if word[0].isupper() and word not in MONTHS
    )


def words_of_ask(clause: str, title: str | None) -> frozenset[str]:
    """The words of an ask that say what it is about: those of the title of its text and of names stand in
    paragraphs on other matters too.
    """
    return saying_words(clause) - saying_words(title or "") - words_of_names(clause)
