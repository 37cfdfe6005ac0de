"""Recognizes verb phrases: ordering words and adverbs, a verb, and the tail that belongs to it.

A phrase is made of parts, so that phrases nobody has listed are known too: [also|strongly|once again ...] VERB
[also ...] and then 'with [deep] CONCERN [of]', 'its [deep] CONCERN [at]', 'in the strongest terms' or a preposition that
the verb carries. UN Editorial Manual, 'Resolutions': the opening words are those printed in italics.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from resdiff.core.lexicon.entries import Entry
from resdiff.core.model import Opening, Phrase
from resdiff.core.patterns import lazy

_WORD = lazy(r"[^\W\d_]+(?:[-’'‑][^\W\d_]+)*")
_HEAD = 120
"""Characters in which a phrase and what decides on it are sought before they are remembered."""
_MOST_REMEMBERED = 100_000
_GAP = lazy(r"[\s,]*")
_POSSESSIVE = frozenset(("its", "his", "her", "their", "our"))
_CARRIES_PREPOSITION = frozenset(("reference", "take note", "look forward", "pay tribute", "draw attention", "call attention", "object to"))
_SAYS_NOUN = frozenset(
    ("express", "reiterate", "renew", "reaffirm", "affirm", "repeat", "reconfirm", "recall", "remain", "share", "maintain",
     "convey", "extend", "underline", "stress", "continue", "confirm", "recognize", "record", "declare", "have", "emphasize")
)
_GUESS = {
    "preamble": lazy(r"((?:[A-Z][a-z]+ly (?:also |further )?)?[A-Z]?[a-z]+ing(?: (?:also|further))?)\b(?<!Thing)"),
    "operative": lazy(
        r"((?:Also |Further )?[A-Za-z][a-z-]+[^su\W]s)(?= (?:the|that|its|all|with|this|those|these|any|each|every|a|an|his|her|relevant|upon|itself|States|Member|"
        r"Governments|also|further|once|awareness)\b)"
    ),
}
_INFINITIVE = lazy(r" (?!the\b|all\b|those\b|its\b|donor|these\b|any\b|every)[a-z]+")
_MAX_STRENGTH = 10

Verbs = dict[str, list[tuple[tuple[str, ...], Entry]]]


class Lexicon:
    """The verb phrases of one language, and the scale that ranks them."""

    def __init__(self, language: str, entries: tuple[Entry, ...], ranks: tuple[Entry, ...], scale_name: str) -> None:
        self.language = language
        self.scale_name = scale_name
        self.sources = tuple(sorted({e.source for e in (ranks or entries) if e.strength is not None}))
        self._ranks = {e.lemma: e for e in ranks if e.part == "scale"}
        self._ranked_by_user = bool(ranks)
        tables: dict[str, dict[str, Entry]] = {}
        for entry in entries:
            tables.setdefault(entry.part, {})[entry.phrase] = entry
        self.verbs: dict[str, Verbs] = {part: _by_first_word(tables.get(part, {})) for part in ("operative", "preambular")}
        self.ordering = frozenset(tables.get("ordering", {}))
        self.connectives = tuple(tables.get("connective", {}))
        self.ambiguous = frozenset(tables.get("ambiguous", {}))
        """Verbs in the third person singular that may be plural nouns: 'requests'."""
        self._hedges = tuple(sorted(tables.get("hedge", {}), key=len, reverse=True))
        self._steps = {w: e.strength or 0 for part in ("intensifier", "repetition") for w, e in tables.get(part, {}).items()}
        self._several = _by_first_word({p: e for part in ("intensifier", "repetition", "connective")
                                        for p, e in tables.get(part, {}).items() if " " in p})
        self._adjectives = {w: e.strength or 0 for w, e in tables.get("adjective", {}).items()}
        self._nouns = tables.get("noun", {})
        self._attitudes = tables.get("attitude", {})
        self._prepositions = frozenset(tables.get("preposition", {}))
        disputes = [e for e in (ranks or entries) if e.part == "disputed"]
        self._disputed = {frozenset(e.lemma.split("|")): e.source for e in disputes}
        self._known: dict[tuple[str, str], Phrase] = {}
        self.before_verbs = frozenset((*self.ordering, *(phrase.split()[-1] for phrase in self._steps)))
        """The words that may stand between a boundary and a verb: 'also', 'strongly', the last of 'once again'."""
        self.heads = {part: frozenset((*verbs, *self.ordering, *self._steps, *self._several)) for part, verbs in self.verbs.items()}
        self.further = frozenset(w for w, found in self.verbs["operative"].items() if any(e.kind != "conduct" for _, e in found)) - {"is"}
        """The first words of the operative verbs that may stand within a paragraph, in lower case."""
        self._openings: dict[tuple[str, ...], dict[str, Any]] = defaultdict(dict)
        """For each choice of parts, a tree of words: those that decide lead to the length and sense of the phrase that they open."""
        self._remembered = 0

    @cached_property
    def _hedges_by_word(self) -> dict[str, list[str]]:
        """The hedges under their longest word, longer ones first."""
        found: dict[str, list[str]] = {}
        for hedge in self._hedges:
            found.setdefault(max(hedge.split(), key=len), []).append(hedge)
        return found

    def may_hedge(self, text: str) -> bool:
        """Whether a passage holds a word of a hedge: a cheap test before the hedges are looked for."""
        return not self._hedges_by_word.keys().isdisjoint(_words(text))

    def hedges_in(self, text: str) -> list[str]:
        """The hedges that may stand in a passage in lower case, longer ones first."""
        met = self._hedges_by_word.keys() & set(_words(text))
        return sorted((hedge for word in met for hedge in self._hedges_by_word[word]), key=lambda hedge: (-len(hedge), hedge))

    def opening(self, text: str, start: int = 0, parts: tuple[str, ...] = ("operative", "preambular")) -> Opening | None:
        """The verb phrase that stands at `start` of the reading `text`, as one of `parts`; None where none is known."""
        words = text[start : start + _HEAD].split(" ")
        node: dict[str, Any] | tuple[int, Phrase | None] | None = self._openings[parts]
        for word in words:
            node = node.get(word)
            if node is None:
                break
            if isinstance(node, tuple):
                length, phrase = node
                return Opening(start, start + length, phrase) if phrase is not None else None
        opening, seen = self._scan(text, start, parts)
        self._remember(self._openings[parts], words[: text.count(" ", start, seen) + 1], len(words), opening, start)
        return opening

    def _remember(self, node: dict[str, Any], words: list[str], met: int, opening: Opening | None, start: int) -> None:
        """Keeps what the first words of a text open, all those that were looked at."""
        if len(words) == met or self._remembered >= _MOST_REMEMBERED:
            return
        for word in words[:-1]:
            node = node.setdefault(word, {})
        node[words[-1]] = (0, None) if opening is None else (opening.end - start, opening.phrase)
        self._remembered += 1

    def _scan(self, text: str, start: int, parts: tuple[str, ...]) -> tuple[Opening | None, int]:
        """The phrase at `start`, and how far the text was looked at."""
        seen = start
        for part in parts:
            scan = _Scan(self, text, start, part)
            end = scan.end()
            seen = max(seen, scan.seen)
            if end is not None:
                return Opening(start, end, self.phrase(text[start:end], part)), seen
        return None, seen

    def guess(self, text: str, start: int, part: str) -> Opening | None:
        """A word that the lexicon lacks, as the opening of a paragraph of `part`, where it looks like a verb there.

        In the preamble a capitalized participle, in the operative part a capitalized third person singular before an object;
        it is of no known kind and has no rank.
        """
        met = _GUESS[part].match(text, start)
        if met is None:
            return None
        phrase = Phrase(met[1].lower(), "operative" if part == "operative" else "preambular", "other", None, None, "")
        return Opening(start, met.end(1), phrase)

    def phrase(self, written: str, part: str) -> Phrase:
        """What is known of a phrase as written; the phrase must be one that `opening` found."""
        key = (written.lower(), part)
        if key not in self._known:
            scan = _Scan(self, written, 0, part)
            scan.end()
            self._known[key] = scan.phrase()
        return self._known[key]

    def dispute(self, lemma: str, other: str) -> str | None:
        """The sources that contradict each other on which of two lemmas is stronger; None where they agree."""
        return self._disputed.get(frozenset((lemma, other)))


def _words(text: str) -> list[str]:
    return text.replace(",", " ").replace(";", " ").replace(".", " ").split()


def _by_first_word(entries: dict[str, Entry]) -> Verbs:
    """Phrases under their first word, the longest first."""
    found: Verbs = {}
    for phrase, entry in entries.items():
        first, *rest = phrase.split()
        found.setdefault(first, []).append((tuple(rest), entry))
    for several in found.values():
        several.sort(key=lambda pair: -len(pair[0]))
    return found


class _Scan:
    """One walk over a phrase; keeps what it met so that the phrase can be told."""

    def __init__(self, lexicon: Lexicon, text: str, start: int, part: str) -> None:
        self.lexicon, self.text, self.position, self.part = lexicon, text, start, part
        self.verb: Entry | None = None
        self.tail: Entry | None = None
        self.noun = ""
        self.modifiers: list[str] = []
        self.ordering: list[str] = []
        self.seen = start
        """How far the walk looked."""

    def end(self) -> int | None:
        """Where the phrase ends, or None where no verb stands here."""
        self._adverbs()
        self.verb = self._verb()
        if self.verb is None:
            return None
        self._adverbs()
        self._tail()
        return self.position

    def _word(self, position: int) -> tuple[str, int]:
        """The next word in lower case and where it ends; an empty word where none follows."""
        gap = _GAP.match(self.text, position)
        begin = gap.end() if gap else position
        met = _WORD.match(self.text, begin)
        self.seen = max(self.seen, met.end() if met else begin + 1)
        return (met[0].lower(), met.end()) if met else ("", position)

    def _follow(self, words: tuple[str, ...], position: int, between: bool = False) -> int | None:
        """Where `words` end if they stand at `position`; `between` admits ordering and repetition words among them."""
        for wanted in words:
            word, end = self._word(position)
            while between and word != wanted and (skipped := self._adverb(word, end)) is not None:
                position = skipped
                word, end = self._word(position)
            if word != wanted or "," in self.text[position : end - len(word)]:
                return None
            position = end
        return position

    def _adverb(self, word: str, end: int) -> int | None:
        """Where an ordering word, adverb or repetition that begins with `word` ends; notes what it was."""
        for rest, entry in self.lexicon._several.get(word, ()):
            stop = self._follow(rest, end)
            if stop is not None and (entry.part != "connective" or (self.verb and entry.phrase == "in particular")):
                self.modifiers.append(entry.phrase)
                return stop
        if word in self.lexicon.ordering:
            self.ordering.append(word)
            return end
        if word in self.lexicon._steps:
            self.modifiers.append(word)
            return end
        return None

    def _adverbs(self) -> None:
        for _ in range(4):
            word, end = self._word(self.position)
            comma = "," in self.text[self.position : end - len(word)]
            if comma and (self.verb is not None or not self.ordering):
                return
            kept = len(self.modifiers), len(self.ordering)
            stop = self._adverb(word, end) if word else None
            if stop is None:
                return
            if self.verb is not None and word in self.lexicon._steps and not self._ends_phrase(stop):
                del self.modifiers[kept[0] :], self.ordering[kept[1] :]
                return
            self.position = stop

    def _ends_phrase(self, position: int) -> bool:
        """Whether an adverb after the verb is the verb's: 'condemns unequivocally the', not 'supports fully implementing'."""
        word, _ = self._word(position)
        return not word.endswith(("ing", "ed"))

    def _verb(self) -> Entry | None:
        word, end = self._word(self.position)
        verbs = self.lexicon.verbs[self.part]
        for glued in self.lexicon.ordering if word not in verbs else ():
            if word.startswith(glued) and word[len(glued) :] in verbs:
                self.ordering.append(glued)
                word = word[len(glued) :]
        for rest, entry in verbs.get(word, ()):
            kept = len(self.modifiers), len(self.ordering)
            stop = self._follow(rest, end, between=True) if rest else end
            if stop is not None:
                self.position = stop
                return entry
            del self.modifiers[kept[0] :], self.ordering[kept[1] :]
        return None

    def _tail(self) -> None:
        word, end = self._word(self.position)
        if not word or "," in self.text[self.position : end - len(word)]:
            return
        if word == "with" and self._attitude(end):
            self._adverbs()
            self._preposition(("of",))
        elif self.verb is not None and self.verb.lemma.split()[0] in _SAYS_NOUN and self._noun_phrase():
            self._adverbs()
            says = self.verb.lemma in ("express", "share") or (self.tail is not None and self.tail.scale == "directive")
            self._preposition(self.lexicon._prepositions if says else ())
        elif self._may_carry_preposition():
            self._preposition(self.lexicon._prepositions)

    def _may_carry_preposition(self) -> bool:
        verb = self.verb
        return verb is not None and (verb.lemma.startswith("be ") or verb.lemma in _CARRIES_PREPOSITION or verb.phrase.startswith("guided"))

    def _adjectives(self, position: int) -> tuple[list[str], str, int]:
        """The adjectives at `position`, the word after them and where that ends."""
        met: list[str] = []
        word, end = self._word(position)
        while len(met) < 4 and (word in self.lexicon._adjectives or (met and word == "and")):
            met.append(word)
            word, end = self._word(end)
        return [a for a in met if a != "and"], word, end

    def _attitude(self, position: int) -> bool:
        adjectives, word, end = self._adjectives(position)
        entry = self.lexicon._attitudes.get(f"with {word}")
        if entry is None:
            return False
        self.tail, self.position = entry, end
        self.modifiers += adjectives
        second, stop = self._word(end)
        if second == "and":
            other, stop = self._word(stop)
            if f"with {other}" in self.lexicon._attitudes:
                self.position = stop
        return True

    def _noun_phrase(self) -> bool:
        word, end = self._word(self.position)
        possessed = word in _POSSESSIVE or (word == "the" and self.verb is not None and self.verb.lemma in ("express", "share"))
        glued = word[3:] if word.startswith("its") and word[3:] in self.lexicon._nouns else ""
        if not possessed and not glued and not (self.verb and self.verb.lemma in ("express", "share")):
            return False
        adjectives, noun, stop = ([], glued, end) if glued else self._adjectives(end if possessed else self.position)
        entry = self.lexicon._nouns.get(noun)
        if entry is None:
            return False
        self.tail, self.noun, self.position = entry, entry.lemma, stop
        self.modifiers += adjectives
        return True

    def _preposition(self, allowed: Iterable[str]) -> None:
        word, end = self._word(self.position)
        if word not in allowed or "," in self.text[self.position : end - len(word)]:
            return
        self._word(end)
        if word == "to" and _INFINITIVE.match(self.text, end) is not None:
            return
        self.position = end

    def phrase(self) -> Phrase:
        """What the walk met, as a phrase; only after `end` found one."""
        assert self.verb is not None
        verb, tail, lexicon = self.verb, self.tail, self.lexicon
        lemma = verb.lemma
        if tail is not None:
            lemma += f" {tail.lemma}"
        rank = self._rank()
        scale, strength, source = rank.scale, rank.strength, rank.source
        if strength is not None:
            steps = sum(lexicon._steps.get(m, lexicon._adjectives.get(m, 0)) for m in self.modifiers)
            strength = min(_MAX_STRENGTH, strength + steps) if steps else strength
        part = "operative" if self.part == "operative" else "preambular"
        return Phrase(lemma, part, verb.kind, scale, strength, source, tuple(self.modifiers), tuple(self.ordering))  # type: ignore[arg-type]

    def _rank(self) -> Entry:
        """The row that ranks the phrase: a tail outranks its verb where the verb only says it."""
        verb, tail, ranks = self.verb, self.tail, self.lexicon._ranks
        assert verb is not None
        full = f"{verb.lemma} {tail.lemma}" if tail is not None else verb.lemma
        if full in ranks:
            return ranks[full]
        if self.lexicon._ranked_by_user:
            return ranks.get(verb.lemma) or Entry(full, full, "scale", "", None, None, "")
        if tail is not None and (tail.part == "attitude" or verb.lemma in ("express", "share") or tail.scale == "directive"):
            return tail
        return verb
