"""One walk over a verb phrase: ordering words and adverbs, a verb, and the tail that belongs to it.

A phrase is made of parts, so that phrases nobody has listed are known too: [also|strongly|once again ...]
VERB [also ...] and then 'with [deep] CONCERN [of]', 'its [deep] CONCERN [at]', 'in the strongest terms' or a
preposition that the verb carries. UN Editorial Manual, 'Resolutions': the opening words are those printed in
italics.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from resdiff.core.languages import english
from resdiff.core.lexicon.entries import HIGHEST, LexiconEntry
from resdiff.core.lexicon.tables import Form, Tables
from resdiff.core.model import Phrase, Role
from resdiff.core.tokens import WORD

_GAP = re.compile(r"[\s,]*")
_DIRECTIVE = "directive"
"""The kind of verbs, and the ladder of nouns, by which somebody is asked for something."""
_SAYS_ONLY = frozenset(("express", "share"))
"""Lemmas that mean nothing without their noun, which may stand without 'its'."""
_MOST_ADVERBS = 4


class Scan:
    """One walk over the words of a text from a place on: verb, modifiers, ordering words, tail."""

    def __init__(self, tables: Tables, text: str, start: int, role: Role, form: Form = "singular") -> None:
        self.position = start
        """How far the phrase goes."""
        self._verbs = tables.verbs_in(form) if role == "operative" else tables.verbs[role]
        self._tables, self._text, self._role = tables, text, role
        self._verb: LexiconEntry | None = None
        self._tail: LexiconEntry | None = None
        self._continuation: LexiconEntry | None = None
        self._modifiers: list[str] = []
        self._ordering: list[str] = []

    def find_phrase(self) -> Phrase | None:
        """The phrase, which ends at `position`; None where no verb stands here."""
        self._adverbs()
        self._verb = self._find_verb()
        if self._verb is None:
            return None
        self._adverbs()
        self._find_tail(self._verb)
        if self._verb.kind == "act":
            self._continuation = self._find_continuation()
        return self._phrase(self._verb)

    def _word(self, position: int) -> tuple[str, int]:
        """The next word in lower case and where it ends; an empty word where none follows."""
        gap = _GAP.match(self._text, position)
        begin = gap.end() if gap else position
        match = WORD.match(self._text, begin)
        return (match[0].lower(), match.end()) if match else ("", position)

    def _has_comma(self, position: int, word: str, end: int) -> bool:
        """Whether a comma stands between `position` and the next word, which ends at `end`."""
        return "," in self._text[position : end - len(word)]

    def _follow(self, words: tuple[str, ...], position: int, between: bool = False) -> int | None:
        """Where `words` end if they stand at `position`.

        `between` admits ordering and repetition words among them.
        """
        for expected in words:
            word, end = self._word(position)
            while between and word != expected and (skipped := self._adverb(word, end)) is not None:
                position = skipped
                word, end = self._word(position)
            if word != expected or self._has_comma(position, word, end):
                return None
            position = end
        return position

    def _adverb(self, word: str, end: int) -> int | None:
        """Where an ordering word, adverb or repetition that begins with `word` ends; notes what it was."""
        for others, entry in self._tables.longer_phrases.get(word, ()):
            stop = self._follow(others, end)
            if stop is not None and (entry.part != "focus" or self._verb is not None):
                self._modifiers.append(entry.phrase)
                return stop
        if word in self._tables.ordering:
            self._ordering.append(word)
            return end
        if word in self._tables.steps:
            self._modifiers.append(word)
            return end
        return None

    def _adverbs(self) -> None:
        for _ in range(_MOST_ADVERBS):
            word, end = self._word(self.position)
            if self._verb is not None and (stop := self._set_off(word, end)) is not None:
                self.position = stop
                return
            if self._has_comma(self.position, word, end) and (self._verb is not None or not self._ordering):
                return
            counts = len(self._modifiers), len(self._ordering)
            if (
                self._verb is not None
                and word in self._tables.adjective_too
                and self._is_adjective(end, self._verb)
            ):
                return
            stop = self._adverb(word, end) if word else None
            if stop is None and self._verb is None and self._is_any_adverb(word, end):
                self._modifiers.append(word)
                stop = end
            if stop is None:
                return
            if self._verb is not None and word in self._tables.steps and not self._ends_phrase(stop):
                self._forget(counts)
                return
            self.position = stop

    def _set_off(self, word: str, end: int) -> int | None:
        """Where an intensifier of several words between commas ends: 'Condemns, in the strongest terms,'."""
        if not self._has_comma(self.position, word, end):
            return None
        for others, entry in self._tables.longer_phrases.get(word, ()):
            stop = self._follow(others, end)
            if stop is not None and entry.part == "intensifier" and self._text.startswith(",", stop):
                self._modifiers.append(entry.phrase)
                return stop
        return None

    def _is_any_adverb(self, word: str, end: int) -> bool:
        """Whether a word that nobody listed has the form of an adverb and stands before a verb."""
        if not self._tables.is_adverb(word) or word in self._verbs:
            return False
        after, _ = self._word(end)
        return after in self._verbs and not self._has_comma(end, after, end + 1 + len(after))

    def _is_adjective(self, position: int, verb: LexiconEntry) -> bool:
        """Whether an ordering word that ends at `position` is an adjective: a bare noun follows a verb that
        has objects.
        """
        word, end = self._word(position)
        if not word or word in self._tables.begin_object or not self._text[end - len(word)].islower():
            return False
        return (
            self._role == "operative"
            or verb.kind == _DIRECTIVE
            or verb.phrase.rpartition(" ")[2] in self._tables.prepositions
        )

    def _forget(self, counts: tuple[int, int]) -> None:
        """Drops the modifiers and ordering words that were noted since there were so many."""
        del self._modifiers[counts[0] :], self._ordering[counts[1] :]

    def _ends_phrase(self, position: int) -> bool:
        """Whether an adverb after the verb is the verb's: 'condemns unequivocally the', not 'supports fully
        implementing'.
        """
        word, _ = self._word(position)
        return not word.endswith(("ing", "ed"))

    def _find_verb(self) -> LexiconEntry | None:
        word, end = self._word(self.position)
        verbs = self._verbs
        if word not in verbs:
            word = self._unglued(word)
        for others, entry in verbs.get(word, ()):
            counts = len(self._modifiers), len(self._ordering)
            stop = self._follow(others, end, between=True) if others else end
            if stop is not None:
                self.position = stop
                return entry
            self._forget(counts)
        return None

    def _unglued(self, word: str) -> str:
        """The verb of a word such as 'Alsorequests', where a scanned text has lost the blank.

        Else the word.
        """
        for ordering in self._tables.ordering:
            if word.startswith(ordering) and word[len(ordering) :] in self._tables.verbs[self._role]:
                self._ordering.append(ordering)
                return word[len(ordering) :]
        return word

    def _find_tail(self, verb: LexiconEntry) -> None:
        word, end = self._word(self.position)
        if not word or self._has_comma(self.position, word, end):
            return
        if word == "with" and self._attitude(end):
            self._adverbs()
            self._preposition(("of",))
        elif verb.lemma.split()[0] in self._tables.says_noun and self._noun_phrase(verb):
            self._adverbs()
            if verb.lemma in _SAYS_ONLY or (self._tail is not None and self._tail.scale == _DIRECTIVE):
                self._preposition(self._tables.prepositions)
        elif verb.lemma.startswith("be ") or verb.lemma in self._tables.carries_preposition:
            self._preposition(self._tables.prepositions)

    def _adjectives(self, position: int) -> tuple[list[str], str, int]:
        """The adjectives at `position`, the word after them and where that ends."""
        words: list[str] = []
        word, end = self._word(position)
        while len(words) < _MOST_ADVERBS and (word in self._tables.adjectives or (words and word == "and")):
            words.append(word)
            word, end = self._word(end)
        return [a for a in words if a != "and"], word, end

    def _attitude(self, position: int) -> bool:
        adjectives, word, end = self._adjectives(position)
        entry = self._tables.attitudes.get(f"with {word}")
        if entry is None:
            return False
        self._tail, self.position = entry, end
        self._modifiers += adjectives
        second, stop = self._word(end)
        if second == "and":
            other, stop = self._word(stop)
            if f"with {other}" in self._tables.attitudes:
                self.position = stop
        return True

    def _noun_phrase(self, verb: LexiconEntry) -> bool:
        word, end = self._word(self.position)
        says = verb.lemma in _SAYS_ONLY
        possessed = word in self._tables.possessives or word == "the"
        glued = word[3:] if word.startswith("its") and word[3:] in self._tables.nouns else ""
        if not possessed and not glued and not says:
            return False
        adjectives, noun, stop = (
            ([], glued, end) if glued else self._adjectives(end if possessed else self.position)
        )
        entry = self._tables.nouns.get(noun)
        if entry is None or (word == "the" and not says and entry.scale != _DIRECTIVE):
            return False
        if word == "the" and entry.scale == _DIRECTIVE and self._word(stop)[0] in english.MADE_BY_OTHERS:
            return False
        self._tail, self.position = entry, stop
        self._modifiers += adjectives
        return True

    def _preposition(self, allowed: Iterable[str]) -> None:
        word, end = self._word(self.position)
        if word not in allowed or self._has_comma(self.position, word, end):
            return
        if any(self._follow(others, end) is not None for others in self._tables.connectives.get(word, ())):
            return
        if word == "to" and self._is_infinitive(end):
            return
        self.position = end

    def _is_infinitive(self, position: int) -> bool:
        """Whether 'to', which ends at `position`, begins an infinitive: a word in lower case follows that
        opens no recipient.
        """
        word, end = self._word(position)
        if not word or self._has_comma(position, word, end) or word in self._tables.recipients:
            return False
        return self._text[end - len(word)].islower()

    def _find_continuation(self) -> LexiconEntry | None:
        word, end = self._word(self.position)
        for others, entry in self._tables.continuations.get(word, ()):
            if self._follow(others, end) is not None:
                return entry
        return None

    def _phrase(self, verb: LexiconEntry) -> Phrase:
        """What the walk met, as a phrase."""
        lemma = verb.lemma if self._tail is None else f"{verb.lemma} {self._tail.lemma}"
        if self._continuation is not None:
            verb, lemma = self._continuation, self._continuation.lemma
        rank = self._rank(verb, lemma)
        strength = rank.strength
        if strength is not None:
            steps = sum(self._tables.steps.get(m, self._tables.adjectives.get(m, 0)) for m in self._modifiers)
            strength = min(HIGHEST, strength + steps) if steps else strength
        return Phrase(
            lemma=lemma,
            part=self._role,
            kind=verb.kind,
            is_directive=_DIRECTIVE in (verb.kind, self._tail.scale if self._tail is not None else None),
            scale=rank.scale,
            strength=strength,
            source=rank.source,
            modifiers=tuple(self._modifiers),
            ordering=tuple(self._ordering),
        )

    def _rank(self, verb: LexiconEntry, lemma: str) -> LexiconEntry:
        """The row that ranks the phrase: its noun ('Reiterates its concern' has the rung of concern), or its
        attitude, which raises a verb of its own ladder ('Welcomes with appreciation').
        """
        tail, ranks = self._tail, self._tables.ranks
        if lemma in ranks:
            return ranks[lemma]
        if self._tables.is_ranked_by_user:
            return ranks.get(verb.lemma) or LexiconEntry(lemma, lemma, "scale", "", None, None, "")
        if tail is None or tail.strength is None:
            return verb
        if tail.part == "noun":
            return tail
        is_raised = tail.scale == verb.scale and verb.strength is not None and verb.strength >= tail.strength
        return verb._replace(strength=min(HIGHEST, (verb.strength or 0) + 1)) if is_raised else tail
