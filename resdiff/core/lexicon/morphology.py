"""How the words of a language are told apart and matched: word, matching form, stems, forms of a verb.

French and Spanish write pronouns together with verbs, Arabic also the conjunction 'and'; Chinese writes no
blanks, so that each character counts as a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from types import ModuleType
from typing import NamedTuple

from resdiff.core.languages import arabic, chinese, french, russian, spanish
from resdiff.core.model import Role

_SAME = str.maketrans({"’": "'", "ʼ": "'", "\u2011": "-", "ё": "е", "\u00a0": " "})
_WORD = re.compile(rf"[^\W_][\w{arabic.DIACRITICS}'’ʼ\u2011-]*")
_CHARACTER = re.compile(r"[^\W_]")
_GAP = re.compile(r"[ \u00a0]*")
_NO_GAP = re.compile("")
_DIACRITICS = re.compile(f"[{arabic.DIACRITICS}]")
_CLITIC = re.compile(french.CLITIC)
_ENCLITIC = re.compile(spanish.ENCLITIC)
_PLAIN_VOWELS = str.maketrans("áé", "ae")
_MOST_WORDS = 16
"""Words that are looked at from the start of a phrase."""
_LEAST_STEM = 3

Forms = Sequence[str]


class Word(NamedTuple):
    """A word of a text: its matching form and its characters [start, end)."""

    key: str
    start: int
    end: int


class Morphology(NamedTuple):
    """What the search for verbs asks of a language."""

    word: re.Pattern[str]
    gap: re.Pattern[str]
    """What may part two words of a phrase."""
    stems: Callable[[str], Iterator[str]]
    """The matching forms that a word may stand for: as it is, and without what is joined to it."""
    forms: Callable[[Forms, Forms, Role], Iterator[str]]
    """The forms of a verb in a part of the text, from those that the lexicon has for either."""
    boundary: re.Pattern[str]
    """What stands before a further verb of a sentence."""
    connective: re.Pattern[str]
    """What may stand between the two."""
    guesses: dict[Role, re.Pattern[str]]
    opens_in_capitals: bool = True
    adjoins_words: bool = False
    """Whether words are written without blanks between them."""
    mixes_forms: bool = False
    """Whether a preambular paragraph goes on with verbs in the form of operative ones."""

    def words(self, text: str, start: int = 0) -> list[Word]:
        """The words from a place on that nothing but blanks parts, at most sixteen."""
        words: list[Word] = []
        while len(words) < _MOST_WORDS and (match := self.word.match(text, start)) is not None:
            written = match[0].rstrip("-'’\u2011")
            words.append(Word(matching_form(written), start, start + len(written)))
            gap = self.gap.match(text, words[-1].end)
            start = gap.end() if gap is not None else words[-1].end
        return words


@lru_cache(maxsize=65_536)
def matching_form(word: str) -> str:
    """A word in lower case, without vowel signs, with plain apostrophes and hyphens."""
    return _DIACRITICS.sub("", word.casefold().translate(_SAME))


def _as_it_is(word: str) -> Iterator[str]:
    yield word


def _french_stems(word: str) -> Iterator[str]:
    yield word
    match = _CLITIC.match(word)
    if match is not None:
        yield word[match.end() :]


def _spanish_stems(word: str) -> Iterator[str]:
    yield word
    plain = word.translate(_PLAIN_VOWELS)
    match = _ENCLITIC.search(plain)
    if match is not None:
        yield plain[: match.start()]


def _arabic_stems(word: str) -> Iterator[str]:
    bare = word.removeprefix(arabic.AND)
    for stem in dict.fromkeys((word, bare)):
        yield stem
        for pronoun in arabic.PRONOUNS:
            if stem.endswith(pronoun) and len(stem) - len(pronoun) >= _LEAST_STEM:
                yield stem.removesuffix(pronoun)


def _as_written(operative: Forms, preambular: Forms, role: Role) -> Iterator[str]:
    yield from operative if role == "operative" else preambular


def _chinese_forms(operative: Forms, preambular: Forms, role: Role) -> Iterator[str]:
    """The same in both parts."""
    yield from (form for form in dict.fromkeys((*operative, *preambular)) if form)


def _arabic_forms(operative: Forms, preambular: Forms, role: Role) -> Iterator[str]:
    """Those of a council and of an assembly; in the preamble behind 'whereas', or as given."""
    for form in dict.fromkeys((*operative, *(_feminine(form) for form in operative))):
        yield form if role == "operative" else f"{arabic.WHEREAS} {form}"
    if role == "preambular":
        yield from preambular


def _feminine(form: str) -> str:
    is_masculine = form.startswith(arabic.MASCULINE)
    return arabic.FEMININE + form[len(arabic.MASCULINE) :] if is_masculine else form


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _boundary(joints: Sequence[str]) -> re.Pattern[str]:
    signs = r"(?<=[,;:،؛»”)])\s+"
    return re.compile(rf"{signs}(?:(?:{_any(joints)}) )?|\s(?:{_any(joints)}) " if joints else signs)


def _connective(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_any(words)}),?[ \u00a0])+")


def _guesses(preambular: str, operative: str) -> dict[Role, re.Pattern[str]]:
    return {"preambular": re.compile(preambular), "operative": re.compile(operative)}


def morphology_of(language: str) -> Morphology:
    """The rules of a language that has a file of phrases. Raises KeyError for any other."""
    return _MAKERS[language]()


def _spaced(module: ModuleType, stems: Callable[[str], Iterator[str]], opens_in_capitals: bool) -> Morphology:
    """The rules of a language that parts its words with blanks and joins its clauses with words."""
    return Morphology(
        _WORD,
        _GAP,
        stems,
        _as_written,
        _boundary(module.JOINTS),
        _connective(module.CONNECTIVES),
        _guesses(module.GUESS_PREAMBULAR, module.GUESS_OPERATIVE),
        opens_in_capitals=opens_in_capitals,
    )


def _arabic() -> Morphology:
    return Morphology(
        _WORD,
        _GAP,
        _arabic_stems,
        _arabic_forms,
        _boundary(()),
        _connective(arabic.CONNECTIVES),
        _guesses(arabic.GUESS_PREAMBULAR, arabic.GUESS_OPERATIVE),
        opens_in_capitals=False,
        mixes_forms=True,
    )


def _chinese() -> Morphology:
    never: re.Pattern[str] = re.compile(r"(?!)")
    return Morphology(
        _CHARACTER,
        _NO_GAP,
        _as_it_is,
        _chinese_forms,
        re.compile(r"(?<=[，；：,;:])\s*"),
        re.compile(rf"(?:{_any(chinese.CONNECTIVES)})，?"),
        {"preambular": never, "operative": never},
        opens_in_capitals=False,
        adjoins_words=True,
    )


_MAKERS: dict[str, Callable[[], Morphology]] = {
    "ar": _arabic,
    "es": partial(_spaced, spanish, _spanish_stems, opens_in_capitals=True),
    "fr": partial(_spaced, french, _french_stems, opens_in_capitals=True),
    "ru": partial(_spaced, russian, _as_it_is, opens_in_capitals=False),
    "zh": _chinese,
}
