"""What is known of the verb phrases of one language: where one opens, what it means, how it ranks; hedges."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from resdiff.core.lexicon.ask_words import AskWords
from resdiff.core.lexicon.clause_boundaries import ClauseBoundaries
from resdiff.core.lexicon.entries import LexiconEntry
from resdiff.core.lexicon.scan import Scan
from resdiff.core.lexicon.tables import Form, Tables
from resdiff.core.model import Opening, Phrase, Role

_OBJECTS = "|".join(
    "the that its all with this those these any each every a an his her relevant upon itself States Member"
    " Governments also further once awareness".split()
)
_GUESS = {
    "preambular": re.compile(
        r"((?:[A-Z][a-z]+ly (?:also |further )?)?[A-Z]?[a-z]+ing(?: (?:also|further))?)\b(?<!Thing)"
    ),
    "operative": re.compile(rf"((?:Also |Further )?[A-Za-z][a-z-]+[^su\W]s)(?= (?:{_OBJECTS})\b)"),
}

Roles = tuple[Role, ...]
EITHER: Roles = ("operative", "preambular")


class Lexicon:
    """The verb phrases of one language, and the scale that ranks them."""

    parses_structure = True
    """Whether the structure of a text is read by the verbs of the language, and asks by its grammar."""
    opens_in_capitals = True
    """Whether a paragraph opens with a capital letter."""
    adjoins_words = False
    """Whether words are written without blanks between them."""

    def __init__(
        self,
        language: str,
        entries: tuple[LexiconEntry, ...],
        ranks: tuple[LexiconEntry, ...],
        scale_name: str,
    ) -> None:
        self.language = language
        self.scale_name = scale_name
        self.is_ranked_by_user = bool(ranks)
        """Whether a user's scale file replaces the ranks, also those that a parsed paragraph bears at its
        opening.
        """
        self.sources = tuple(sorted({e.source for e in ranks or entries if e.strength is not None}))
        """Who ranked the verbs."""
        self._tables = tables = Tables(entries, ranks)
        disputes = [e for e in ranks or entries if e.part == "disputed"]
        self._disputed = {frozenset(e.lemma.split("|")): e.source for e in disputes}
        self.ordering = tables.ordering
        self.adverbs = frozenset((*tables.ordering, *tables.steps))
        """Ordering words, intensifiers and repetitions of one word, which may stand before a verb."""
        self.gerunds = frozenset(tables.of("gerund"))
        """Participles of preambular verbs that are everyday gerunds too: 'encouraging'."""
        self.is_adverb = tables.is_adverb
        self.ambiguous = frozenset(tables.of("ambiguous"))
        """Verbs in the third person singular that may be plural nouns: 'requests'."""
        self.heads = tables.heads
        self.further = frozenset(
            w
            for w, its_entries in tables.verbs["operative"].items()
            if any(e.kind != "conduct" for _, e in its_entries)
        ) - {"is"}
        """The first words of the operative verbs that may stand within a paragraph, in lower case."""

    @cached_property
    def within(self) -> ClauseBoundaries:
        """What tells further verbs within a paragraph."""
        return ClauseBoundaries(self._tables.by_part)

    @cached_property
    def asking(self) -> AskWords:
        """The words by which an ask is read."""
        return AskWords(self._tables.by_part)

    @cached_property
    def before_verbs(self) -> frozenset[str]:
        """The words that may stand right before a further verb: 'and', 'also', 'strongly', the last of 'in
        this regard'.
        """
        return (
            frozenset((*self.ordering, *(phrase.split()[-1] for phrase in self._tables.steps)))
            | self.within.last_words
        )

    @cached_property
    def _hedges_by_word(self) -> dict[str, list[str]]:
        """The hedges under their longest word, longer ones first."""
        hedges: dict[str, list[str]] = {}
        for hedge in sorted(self._tables.of("hedge"), key=len, reverse=True):
            hedges.setdefault(max(hedge.split(), key=len), []).append(hedge)
        return hedges

    def may_hedge(self, text: str) -> bool:
        """Whether a passage holds a word of a hedge: a cheap test before the hedges are looked for."""
        return not self._hedges_by_word.keys().isdisjoint(_words(text))

    def hedges_in(self, text: str) -> list[str]:
        """The hedges that may stand in a passage in lower case, longer ones first."""
        words = self._hedges_by_word.keys() & set(_words(text))
        return sorted(
            (hedge for word in words for hedge in self._hedges_by_word[word]),
            key=lambda hedge: (-len(hedge), hedge),
        )

    def heads_in(self, form: Form) -> frozenset[str]:
        """The first words of the operative verbs in another form than that of a resolution."""
        return frozenset(self._tables.verbs_in(form))

    def opening(
        self, text: str, start: int = 0, roles: Roles = EITHER, form: Form = "singular"
    ) -> Opening | None:
        """The verb phrase that stands at `start` of the reading `text`, as one of `roles`; `form` is that
        of an operative verb.

        None where none is known.
        """
        for role in roles:
            scan = Scan(self._tables, text, start, role, form)
            phrase = scan.find_phrase()
            if phrase is not None:
                return Opening(start=start, end=scan.position, phrase=phrase)
        return None

    def guess(self, text: str, start: int, role: Role) -> Opening | None:
        """A guessed opening for a paragraph in a role whose verb the lexicon lacks; None where its form is
        not that of a verb.

        In the preamble a capitalized participle, in the operative part a capitalized third person singular
        before an object; it is of no known kind and has no rank.
        """
        match = _GUESS[role].match(text, start)
        if match is None:
            return None
        return Opening(
            start=start,
            end=match.end(1),
            phrase=Phrase(
                lemma=match[1].lower(), part=role, kind="other", scale=None, strength=None, source=""
            ),
        )

    def steps_of(self, modifiers: Iterable[str]) -> int:
        """The rungs that modifiers add to a verb."""
        tables = self._tables
        return sum(tables.steps.get(one, tables.adjectives.get(one, 0)) for one in modifiers)

    def dispute(self, lemma: str, other: str) -> str | None:
        """The sources that contradict each other on which of two lemmas is stronger.

        None where they agree.
        """
        return self._disputed.get(frozenset((lemma, other)))


def _words(text: str) -> list[str]:
    return text.replace(",", " ").replace(";", " ").replace(".", " ").split()
