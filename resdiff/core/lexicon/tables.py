"""The rows of a lexicon under their parts, as a walk over a phrase asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from resdiff.core.languages import english
from resdiff.core.lexicon.entries import LexiconEntry

VerbEntries = Mapping[str, list[tuple[tuple[str, ...], LexiconEntry]]]
"""Phrases under their first word, the longest first: the further words of each, and its row."""
Form = Literal["singular", "plural", "past"]
"""The form of a verb: 'urges' in a resolution, 'urge' behind 'we', 'urged' in a decision."""


class Tables:
    """The phrases of one language by part, and the ranks of a user's scale file where there is one."""

    def __init__(self, entries: tuple[LexiconEntry, ...], ranks: tuple[LexiconEntry, ...]) -> None:
        self.by_part: dict[str, dict[str, LexiconEntry]] = {}
        for entry in entries:
            self.by_part.setdefault(entry.part, {})[entry.phrase] = entry
        self.verbs = {part: _by_first_word(self.of(part)) for part in ("operative", "preambular")}
        self.adverb_endings = tuple(self.of("adverb-ending"))
        """How adverbs end that may stand before any verb: 'ly'."""
        self._no_adverbs = frozenset(self.of("not-adverb"))
        self._forms: dict[Form, VerbEntries] = {"singular": self.verbs["operative"]}
        self.ordering = frozenset(self.of("ordering"))
        self.adjective_too = frozenset(w for w, e in self.of("ordering").items() if e.kind == "adjective")
        """Ordering words that are adjectives before a bare noun: 'encourages further efforts'."""
        self.steps = {
            w: e.strength or 0 for part in ("intensifier", "repetition") for w, e in self.of(part).items()
        }
        """Intensifiers and repetitions, and the steps they add."""
        self.longer_phrases = _by_first_word(
            {
                p: e
                for part in ("intensifier", "repetition", "focus")
                for p, e in self.of(part).items()
                if " " in p
            }
        )
        """Those of several words, and what may stand behind a verb and belongs to it ('in particular')."""
        self.is_ranked_by_user = bool(ranks)
        self.ranks = {e.lemma: e for e in ranks if e.part == "scale"}
        self.heads = {
            part: frozenset((*verbs, *self.ordering, *self.steps, *self.longer_phrases))
            for part, verbs in self.verbs.items()
        }
        """The words that a phrase of a part can begin with."""
        self._read_nouns()
        self._read_objects()

    def _read_nouns(self) -> None:
        """What may stand round the noun of a phrase: adjectives, prepositions, connectives."""
        self.adjectives = {w: e.strength or 0 for w, e in self.of("adjective").items()}
        self.nouns = self.of("noun")
        self.attitudes = self.of("attitude")
        self.prepositions = frozenset(self.of("preposition"))
        self.connectives: dict[str, list[tuple[str, ...]]] = {}
        """Connectives under their first word, the further words of each: 'in' -> 'this regard'."""
        for phrase in self.of("connective"):
            first, *others = phrase.split()
            self.connectives.setdefault(first, []).append(tuple(others))
        self.possessives = frozenset(self.of("possessive"))

    def _read_objects(self) -> None:
        """What shows where a phrase ends and its object begins."""
        self.says_noun = frozenset(self.of("says-noun"))
        """The first words of the lemmas that a noun completes: 'express'."""
        self.carries_preposition = frozenset(self.of("carries-preposition"))
        """The lemmas that their preposition belongs to."""
        self.recipients = frozenset(self.of("recipient"))
        """Words that show, behind 'to', that it is a preposition and begins no infinitive."""
        self.begin_object = frozenset(
            (*self.of("object"), *self.of("clause"), *self.recipients, *self.possessives, *self.prepositions)
        )
        """Words in lower case that may follow a verb and are no bare noun."""
        self.continuations = _by_first_word(self.of("continuation"))
        """What makes of an act of the organ a matter of procedure: 'to remain seized'."""

    def is_adverb(self, word: str) -> bool:
        """Whether a word has the form of an adverb."""
        return word.endswith(self.adverb_endings) and word not in self._no_adverbs

    def verbs_in(self, form: Form) -> VerbEntries:
        """The operative verbs in another form than that of a resolution."""
        if form not in self._forms:
            change = {"plural": _plural, "past": _past}[form]
            self._forms[form] = {change(word): its for word, its in self.verbs["operative"].items()}
        return self._forms[form]

    def of(self, part: str) -> dict[str, LexiconEntry]:
        """The rows of one part by phrase; none where the lexicon has no such part."""
        return self.by_part.get(part, {})


def _by_first_word(
    entries: Mapping[str, LexiconEntry],
) -> dict[str, list[tuple[tuple[str, ...], LexiconEntry]]]:
    by_word: dict[str, list[tuple[tuple[str, ...], LexiconEntry]]] = {}
    for phrase, entry in entries.items():
        first, *others = phrase.split()
        by_word.setdefault(first, []).append((tuple(others), entry))
    for phrases in by_word.values():
        phrases.sort(key=lambda pair: -len(pair[0]))
    return by_word


def _plural(verb: str) -> str:
    """The plural of a verb in the third person singular: 'urges' to 'urge'."""
    if verb in english.IRREGULAR_PLURALS:
        return english.IRREGULAR_PLURALS[verb]
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zzes")) else verb.removesuffix("s")


def _past(verb: str) -> str:
    """The past of a verb in the third person singular: 'urges' to 'urged'."""
    plural = _plural(verb)
    if plural in english.IRREGULAR_PASTS:
        return english.IRREGULAR_PASTS[plural]
    if plural in english.DOUBLES_ITS_END:
        return f"{plural}{plural[-1]}ed"
    if plural.endswith("y") and plural[-2:-1] not in "aeou":
        return f"{plural[:-1]}ied"
    return f"{plural}d" if plural.endswith("e") else f"{plural}ed"
