"""Verb phrases of the languages beside English: their words in order, with what may stand between them.

A file has the columns part, lemma, operative, preambular, pivot, source. A row of the part `verb` holds the
forms of one verb in either part of a text, parted by '/'; `pivot` is the English phrase of the same sense,
from which kind and rank are taken, the rank only where the row names a source for the rendering. The other
rows hold words that may stand before a phrase, within it and behind it: ordering words, repetitions,
intensifiers, adjectives (within a phrase alone), connectives (before it alone), and hedges; and what makes of
a decision a matter of procedure (`continuation`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from resdiff.core.lexicon.entries import HIGHEST, LexiconEntry
from resdiff.core.lexicon.morphology import Word, morphology_of
from resdiff.core.lexicon.phrases import EITHER, Lexicon, Roles
from resdiff.core.lexicon.tables import Form
from resdiff.core.model import Opening, Phrase, Role

COLUMNS = ("part", "lemma", "operative", "preambular", "pivot", "source", "renders")
_CONNECTIVE = "connective"
"""Words that join a verb to what was said before: they stand before it and are no part of it."""
_MOVABLE = frozenset(("ordering", "repetition", "intensifier", "adjective", _CONNECTIVE))
_BEFORE_TEXT = '[(*_ “"«'
"""Signs that may stand before the first word of a paragraph."""
_VERBS = ("verb", "opening")
_DECIDE, _REMAINS_SEIZED = "decide", "remains seized"
_MOST_LEADING = 3
"""Words of that kind before a phrase at most."""


class _Row(NamedTuple):
    part: str
    lemma: str
    operative: str
    preambular: str
    pivot: str
    source: str
    renders: str


class _Movable(NamedTuple):
    """A word that may stand before a phrase, within it or behind it."""

    part: str
    phrase: str
    pivot: str


class _Known(NamedTuple):
    """One form of a phrase: the keys of its words, its sense, and whether it may be a further verb."""

    keys: tuple[str, ...]
    sense: Phrase
    is_further: bool


def _says_more(movable: _Movable) -> bool:
    """Whether a word is more than an article or a pronoun within a phrase."""
    return bool(movable.pivot) or movable.part != "adjective"


class PhraseLexicon(Lexicon):
    """The verb phrases of a language whose grammar is not walked word by word."""

    parses_structure = False

    def __init__(
        self,
        language: str,
        text: str,
        english: Lexicon,
        ranks: tuple[LexiconEntry, ...] = (),
        scale_name: str = "",
    ) -> None:
        """`text` is the file of the language, `ranks` are those of a user's scale file.

        `english` knows the pivots.
        """
        super().__init__(language, (), ranks, scale_name)
        self._morphology = morphology_of(language)
        self.adjoins_words = self._morphology.adjoins_words
        self.opens_in_capitals = self._morphology.opens_in_capitals
        self._english = english
        self._ranks = {entry.lemma: entry for entry in ranks if entry.part == "scale"}
        rows = [_Row(*row) for row in csv.reader(text.splitlines())][1:]
        self._movable: dict[tuple[str, ...], _Movable] = {
            self._keys(row.lemma): _Movable(row.part, row.lemma, row.pivot)
            for row in rows
            if row.part in _MOVABLE
        }
        self._begin_movable = frozenset(keys[0] for keys in self._movable)
        self._longest = max(map(len, self._movable), default=1)
        self._hedges = tuple(
            sorted((row.lemma for row in rows if row.part == "hedge"), key=len, reverse=True)
        )
        self._continuations = [self._keys(row.lemma) for row in rows if row.part == "continuation"]
        self._phrases: dict[Role, dict[str, list[_Known]]] = {"operative": {}, "preambular": {}}
        for row in (row for row in rows if row.part in _VERBS):
            self._add(row)
        for by_word in self._phrases.values():
            for its in by_word.values():
                its.sort(key=lambda known: -len(known.keys))
        self._renders = {row.lemma: frozenset(row.renders.split("/")) for row in rows if row.renders}
        if not ranks:
            self.sources = tuple(sorted({row.source for row in rows if row.source}))

    def _add(self, row: _Row) -> None:
        roles: tuple[Role, ...] = ("operative", "preambular")
        for role in roles:
            sense = self._sense(row.lemma, row.pivot, role, row.source)
            forms = [part.split("/") if part else [] for part in (row.operative, row.preambular)]
            for form in self._morphology.forms(forms[0], forms[1], role):
                keys = self._keys(form)
                self._phrases[role].setdefault(keys[0], []).append(_Known(keys, sense, row.part == "verb"))

    def _sense(self, lemma: str, pivot: str, role: Role, source: str) -> Phrase:
        """What is known of a verb, by the English phrase of the same sense."""
        opening = self._english.opening(pivot, 0, ("operative",)) if pivot else None
        sense = Phrase(lemma=lemma, part=role, kind="other", scale=None, strength=None, source="")
        if opening is None:
            return replace(sense, pivot=pivot or None)
        known = opening.phrase
        sense = replace(sense, kind=known.kind, pivot=known.lemma, is_directive=known.is_directive)
        ranked = self._ranks.get(lemma) or self._ranks.get(known.lemma)
        if ranked is not None:
            return replace(sense, scale=ranked.scale, strength=ranked.strength, source=ranked.source)
        if self._ranks or not source:
            return sense
        return replace(sense, scale=known.scale, strength=known.strength, source=source)

    def _keys(self, text: str) -> tuple[str, ...]:
        """The matching forms of all words of a phrase."""
        words = text.split()
        return tuple(word.key for part in words for word in self._morphology.words(part))

    def renders(self, lemma: str) -> frozenset[str]:
        """The English verbs that a verb renders in the texts from which the lexicon was counted: 'call upon',
        'express'; none where it does not occur in them.
        """
        return self._renders.get(lemma, frozenset())

    def may_hedge(self, text: str) -> bool:
        """Whether a passage may hold a hedge."""
        return any(part in text for hedge in self._hedges for part in hedge.split())

    def hedges_in(self, text: str) -> list[str]:
        """The hedges of a passage in lower case, longer ones first."""
        return [hedge for hedge in self._hedges if hedge in text]

    def opening(
        self, text: str, start: int = 0, roles: Roles = EITHER, form: Form = "singular"
    ) -> Opening | None:
        """The verb phrase that stands at `start`, with the words that order or intensify it; None where none
        is known. `form` does not matter.
        """
        words = self._morphology.words(text, start)
        for role in roles:
            opening = self._opening_of(words, role)
            if opening is not None:
                return opening
        return None

    def _opening_of(self, words: Sequence[Word], role: Role, is_further: bool = False) -> Opening | None:
        around: list[_Movable] = []
        begin = place = 0
        for _ in range(_MOST_LEADING + 1):
            phrase = self._phrase_at(words, place, role, around)
            leading = self._movable_at(words, place)
            if phrase is not None and leading is not None and leading[1] >= phrase[1]:
                # what may be a verb or a repetition is the latter where another verb follows
                phrase = phrase if self._phrase_at(words, leading[1], role, []) is None else None
            if phrase is not None:
                known, place = phrase
                if is_further and not known.is_further:
                    return None
                sense = known.sense
                if sense.pivot == _DECIDE and self._goes_on(words, place):
                    sense = replace(self._sense(sense.lemma, _REMAINS_SEIZED, role, ""), lemma=sense.lemma)
                place = self._end_of_movables(words, place, around)
                return Opening(
                    start=words[begin].start, end=words[place - 1].end, phrase=self._with(sense, around)
                )
            if leading is None or leading[0].part == "adjective":
                return None
            place = leading[1]
            if leading[0].part == _CONNECTIVE:
                around, begin = [], place
            else:
                around.append(leading[0])
        return None

    def _end_of_movables(self, words: Sequence[Word], place: int, around: list[_Movable]) -> int:
        """The place behind the movable words that follow a phrase, which are added to `around`; where words
        are written without blanks they stand before it alone.
        """
        while not self.adjoins_words and (step := self._movable_at(words, place)) is not None:
            if step[0].part == "adjective":
                break
            around.append(step[0])
            place = step[1]
        return place

    def _goes_on(self, words: Sequence[Word], place: int) -> bool:
        """Whether a decision is one of procedure."""
        return any(self._behind(words, place, keys, []) is not None for keys in self._continuations)

    def _phrase_at(
        self, words: Sequence[Word], place: int, role: Role, around: list[_Movable]
    ) -> tuple[_Known, int] | None:
        """The longest phrase at a word and the place behind it; what stands within it is added to
        `around`.
        """
        if place >= len(words):
            return None
        for stem in self._morphology.stems(words[place].key):
            for known in self._phrases[role].get(stem, ()):
                within: list[_Movable] = []
                end = self._behind(words, place + 1, known.keys[1:], within)
                if end is not None:
                    around += within
                    return known, end
        return None

    def _behind(
        self, words: Sequence[Word], place: int, keys: Sequence[str], within: list[_Movable]
    ) -> int | None:
        """The place behind the words of a phrase, between which movable words may stand."""
        for key in keys:
            while place < len(words) and words[place].key != key:
                step = self._movable_at(words, place)
                if step is None:
                    return None
                within.append(step[0])
                place = step[1]
            if place >= len(words):
                return None
            place += 1
        return place

    def _movable_at(self, words: Sequence[Word], place: int) -> tuple[_Movable, int] | None:
        """The longest movable phrase at a word, and the place behind it."""
        if place >= len(words) or words[place].key not in self._begin_movable:
            return None
        for size in range(min(self._longest, len(words) - place), 0, -1):
            movable = self._movable.get(tuple(word.key for word in words[place : place + size]))
            if movable is not None:
                return movable, place + size
        return None

    def _with(self, sense: Phrase, around: Sequence[_Movable]) -> Phrase:
        """A sense with the words around its phrase, which may raise it."""
        strength = sense.strength
        if strength is not None:
            strength = min(HIGHEST, strength + self._english.steps_of([one.pivot for one in around]))
        return replace(
            sense,
            strength=strength,
            modifiers=tuple(one.phrase for one in around if one.part != "ordering" and _says_more(one)),
            ordering=tuple(one.phrase for one in around if one.part == "ordering"),
        )

    def opening_in(self, text: str, role: Role, may_guess: bool) -> Opening | None:
        """The verb that opens a paragraph; where it is not known and may be guessed, its first word."""
        start = len(text) - len(text.lstrip(_BEFORE_TEXT))
        if start >= len(text) or (self.opens_in_capitals and not text[start].isupper()):
            return None
        other: Role = "preambular" if role == "operative" else "operative"
        known = self.opening(text, start, (role, other))
        return self.guess(text, start, role) if known is None and may_guess else known

    def guess(self, text: str, start: int, role: Role) -> Opening | None:
        """The first word of a paragraph as its opening, where it has the form of a verb."""
        match = self._morphology.guesses[role].match(text, start)
        if match is None:
            return None
        phrase = Phrase(lemma=match[1].lower(), part=role, kind="other", scale=None, strength=None, source="")
        return Opening(start=start, end=match.end(1), phrase=phrase)

    def further_openings(self, text: str, last: int, role: Role) -> Iterator[Opening]:
        """The further verbs of a paragraph behind `last`: those that stand behind a sign or a conjunction, or
        behind what may follow these.
        """
        for match in self._morphology.boundary.finditer(text, last):
            start = match.end()
            if start < last:
                continue
            skipped = self._morphology.connective.match(text, start)
            places = (start,) if skipped is None else (start, skipped.end())
            for place in places:
                opening = self._further_at(text, place, role)
                if opening is not None:
                    yield opening
                    last = opening.end
                    break

    def opening_of_point(self, text: str) -> Opening | None:
        """The verb that asks at the beginning of a point or of the line that ends a list, in lower case and
        behind a conjunction or not: 'et prie instamment le Groupe'.
        """
        joint = self._morphology.connective.match(text)
        opening = self._further_at(text, joint.end() if joint is not None else 0, "operative")
        return opening if opening is not None and opening.phrase.is_directive else None

    def _further_at(self, text: str, place: int, role: Role) -> Opening | None:
        if text[place : place + 1].isupper():
            return None
        words = self._morphology.words(text, place)
        roles: Roles = EITHER if self._morphology.mixes_forms else (role,)
        for one in dict.fromkeys((role, *roles)):
            opening = self._opening_of(words, one, is_further=True)
            if opening is not None:
                return opening
        return None
