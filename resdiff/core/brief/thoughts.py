"""The words that name a thought, and how many of them stand in the other text too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from resdiff.core.compare import Change, Comparison
from resdiff.core.compare.minor import stems
from resdiff.core.languages import english_words
from resdiff.core.model import Resolution
from resdiff.core.patterns import compiled_late
from resdiff.core.verbs import OperativeVerb, Verbs

_LEAST_STANDING = 8
"""Words at the beginning of a thought that stand in the other text from which on they say nothing new."""


_LEADS_TO_ASK = compiled_late(english_words.LEADS_TO_ASK)
_LEAST_WORDS = 5
"""Words that say something, of a thought that is looked for in other paragraphs, at least: a few
stand anywhere.
"""
_LEAST_SHARE, _LEAST_OF_SAME_VERB = 0.8, 0.6
"""Share of them that a paragraph has which has most of the thought; and one that begins with its verb."""
_STEM = 3
"""Letters with which all forms of a verb begin."""


class Thought(NamedTuple):
    """The verb of a paragraph that came or went, '' where it has none, and the words behind it."""

    verb: str
    words: tuple[str, ...]


def thought_of(comparison: Comparison, change: Change) -> Thought:
    """The thought of a change, of the revised text where it has one, up to what it asks besides; what a
    preamble calls for is no ask, and part of the thought.
    """
    text = comparison.revised if change.revised else comparison.base
    verbs = comparison.revised_verbs if change.revised else comparison.base_verbs
    place = (change.revised or change.base)[0]
    its, reading = verbs[place] if verbs is not None else (), text.paragraphs[place].text
    if not its or its[0].inner:
        return Thought("", tuple(reading.strip(" ,;.:").split()))
    asking = (verb for verb in its[1:] if is_asking(verb) and verb.sense.part == "operative")
    end = next((verb.start for verb in asking), len(reading))
    words = reading[its[0].end : end].split()
    while words and words[-1] in english_words.OPENS_CLAUSE:
        words.pop()
    said = " ".join(words).strip(" ,;.:")
    if end < len(reading):
        said = _LEADS_TO_ASK.sub("", said)
    return Thought(its[0].phrase.lower(), tuple(said.split()))


def is_asking(verb: OperativeVerb) -> bool:
    """Whether a verb asks or decides; 'reiterates its call' asks too."""
    return verb.sense.is_directive or verb.sense.english_lemma == "decide"


class StandingThought(NamedTuple):
    """What of a thought stands in the other text too."""

    words: int
    """How many of its first words."""
    paragraph: int | None = None
    """Where it stands whole, its verb too, the place of that paragraph."""
    begins_in: int | None = None
    """The place of the paragraph in which those words stand."""


def standing_thoughts(thoughts: Iterable[Thought], other: Resolution) -> dict[Thought, StandingThought]:
    """How many of the first words of each thought stand in a paragraph of the other text in their order; a
    thought of which hardly any do is not in it. The text is gone through once.
    """
    by_start: dict[tuple[str, ...], list[Thought]] = {}
    for thought in thoughts:
        if len(thought.words) > _LEAST_STANDING:
            by_start.setdefault(_bare(thought.words[:_LEAST_STANDING]), []).append(thought)
    firsts = {start[0] for start in by_start}
    standing: dict[Thought, StandingThought] = {}
    for place, paragraph in enumerate(other.paragraphs if by_start else ()):
        words = _bare(paragraph.text.split())
        for at in (k for k, word in enumerate(words) if word in firsts):
            for thought in by_start.get(words[at : at + _LEAST_STANDING], ()):
                count = _common(_bare(thought.words), words[at:])
                is_whole = count == len(thought.words) and _ends_with_verb(words[:at], thought.verb)
                known = standing.get(thought, StandingThought(0))
                where = place if is_whole and known.paragraph is None else known.paragraph
                most, begins = (count, place) if count > known.words else (known.words, known.begins_in)
                standing[thought] = StandingThought(most, where, begins)
    return standing


class WordsOfText:
    """The words of a text that say something, paragraph by paragraph."""

    def __init__(self, text: Resolution, verbs: Verbs | None) -> None:
        self._text, self._verbs = text, verbs

    @cached_property
    def _rows(self) -> list[list[str]]:
        return [stems(paragraph.text) for paragraph in self._text.paragraphs]

    @cached_property
    def _known(self) -> set[str]:
        return {word for row in self._rows for word in row}

    @cached_property
    def _sets(self) -> list[set[str]]:
        return list(map(set, self._rows))

    def with_most_of(self, thought: Thought) -> int | None:
        """The place of the paragraph that has most words of a thought in their order, fewer where it begins
        with the same verb; None where none has, and where a word is left that the text does not have at all.
        """
        words = stems(" ".join(thought.words))
        if len(words) < _LEAST_WORDS:
            return None
        is_known = self._known.issuperset(words)
        best, place = 0.0, None
        for k, row in enumerate(self._rows):
            share = self._share(k, row, words, thought.verb, is_known)
            if share > best:
                best, place = share, k
        return place

    def _share(self, k: int, row: Sequence[str], words: Sequence[str], verb: str, is_known: bool) -> float:
        """The share of some words that a paragraph has in their order; 0 where that is too little."""
        its = self._verbs[k] if self._verbs is not None else ()
        is_same = bool(its) and _ends_with_verb(its[0].phrase.lower().split(), verb)
        least = _LEAST_OF_SAME_VERB if is_same else _LEAST_SHARE
        if self._text.paragraphs[k].part == "heading" or not (is_same or is_known):
            return 0.0
        own = set(words)
        if len(own & self._sets[k]) < least * len(own):
            return 0.0
        blocks = SequenceMatcher(None, words, row, autojunk=False).get_matching_blocks()
        share = sum(block.size for block in blocks) / len(words)
        return share if share >= least else 0.0


def _ends_with_verb(words: Sequence[str], verb: str) -> bool:
    """Whether words end with a verb, in this form or another: 'notes' and 'noting' begin alike."""
    its = verb.split()
    last = [word.lower() for word in words[-len(its) :]] if its else []
    is_one = len(last) == len(its) and last[1:] == its[1:]
    return bool(its) and is_one and last[0][:_STEM] == its[0][:_STEM]


def _bare(words: Iterable[str]) -> tuple[str, ...]:
    """Words without the signs behind them."""
    return tuple(word.rstrip(",;.:") for word in words)


def _common(one: Sequence[str], two: Sequence[str]) -> int:
    """How many words two runs have in common from their beginning."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((k for k, (first, second) in pairs if first != second), min(len(one), len(two)))
