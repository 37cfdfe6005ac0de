"""Where the words of an ask stand in a later text that asks no more, or with another verb, or by the number
of its paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from resdiff.core.asks import Ask
from resdiff.core.compare import Comparison
from resdiff.core.history.said import RECALLS, has_verb, runs_of_words, saying_words, words_of_ask
from resdiff.core.languages import english_answers
from resdiff.core.model import Paragraph, Resolution
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import plain_style
from resdiff.core.verbs import OperativeVerb, Verbs

_REAFFIRMED = compiled_late(english_answers.PARAGRAPHS_OF_RESOLUTION, re.IGNORECASE)
_RANGE = re.compile(r"(\d+)(?:\s*(?:to|-)\s*(\d+))?")
_OF_REPORT = english_answers.REPORT_WORDS
_REAFFIRMS = (*RECALLS, "reaffirm", "stress", "emphasize")
_RESTATED, _LEAST_RESTATED = 0.7, 4
"""Share of the words of an ask that stand in a later paragraph from which on it is said again, and how many
words it has at least: few words stand anywhere. Those of the title and of names stand everywhere.
"""
_STOOD_BESIDE = 0.9
"""Share of the words that a later paragraph has of an ask which stood in another paragraph before."""
_INFINITIVE = re.compile(r"\bto ([a-z]+)")
_DECISION_TO = compiled_late(english_answers.DECISION_TO)
_LEAST_RECALLED = 0.4
"""Share of the words of a decision that stand in a paragraph which recalls it."""
_RUN = 6
"""Words in a row that show that what was asked stands in other words: fewer stand in names too."""
_LEAST_OF_RUN = 5
"""How many of them are words of no name, nor of the title."""
_LEAST_BESIDE_RUN = 0.3
"""Share of the words of an ask that stand in the paragraph which has such a run."""
_MOST_IN_RANGE = 500


def share_beyond(
    common: frozenset[str],
    beside: Sequence[frozenset[str]],
    share_of: Callable[[frozenset[str]], float],
) -> float:
    """The share of an ask that a later paragraph has by the words in common; 0 where nearly all of these
    stood together in a paragraph `beside` the ask, which asks too: the later one goes on from that.
    """
    share = share_of(common)
    stood = max((share_of(common & other) for other in beside), default=0.0)
    return share if stood < _STOOD_BESIDE * share else 0.0


class _Row(NamedTuple):
    """A paragraph of a text."""

    paragraph: Paragraph
    words: frozenset[str]
    verbs: Sequence[OperativeVerb]


class SaidText:
    """What a text says, paragraph by paragraph."""

    def __init__(self, text: Resolution, verbs: Verbs | None) -> None:
        self.text = text
        self.rows = [
            _Row(paragraph, saying_words(paragraph.text), its)
            for paragraph, its in zip(text.paragraphs, verbs or ((),) * len(text.paragraphs), strict=True)
            if paragraph.part not in ("heading", "table")
        ]

    @cached_property
    def asking(self) -> list[_Row]:
        """The paragraphs that ask for something."""
        return [row for row in self.rows if any(verb.sense.is_directive for verb in row.verbs)]

    @cached_property
    def counts_of_runs(self) -> Counter[tuple[str, ...]]:
        """In how many paragraphs each run of words stands."""
        return Counter(
            run for paragraph in self.text.paragraphs for run in set(runs_of_words(paragraph.text, _RUN))
        )

    @cached_property
    def places_of_runs(self) -> dict[tuple[str, ...], _Row]:
        """The first paragraph in which each run of words stands."""
        runs: dict[tuple[str, ...], _Row] = {}
        for row in self.rows:
            for run in runs_of_words(row.paragraph.text, _RUN):
                runs.setdefault(run, row)
        return runs


def both_said(comparison: Comparison) -> tuple[SaidText, SaidText]:
    """What the texts of a comparison say."""
    base = SaidText(comparison.base, comparison.base_verbs)
    return base, SaidText(comparison.revised, comparison.revised_verbs)


class Restatements:
    """The words of the asks of a text in a text after it."""

    def __init__(self, base: SaidText, revised: SaidText) -> None:
        self._base, self._before, self._after = base.text, base, revised
        self._rows = revised.rows
        self._reaffirmed = dict(self._reaffirmed_paragraphs())

    def reaffirms(self, ask: Ask) -> str | None:
        """The paragraph that reaffirms, by number, the one in which an ask stands."""
        return self._reaffirmed.get(self._numbered(ask))

    def restates(self, ask: Ask) -> str | None:
        """The paragraph in which most words of an ask stand, though it asks no more or with another verb; or
        that reaffirms its paragraph by number.
        """
        if (reaffirming := self.reaffirms(ask)) is not None:
            return reaffirming
        if ask.verb.sense.lemma == "decide" and (recalled := self._recalled(ask)) is not None:
            return recalled
        words = words_of_ask(ask.clause, self._base.masthead.title) - _OF_REPORT
        if len(words) < _LEAST_RESTATED:
            return None
        own = self._base.paragraphs[ask.paragraph].id
        beside = [row.words for row in self._before.asking if row.paragraph.id != own]
        ranked = [
            (share_beyond(words & row.words, beside, lambda its: len(its) / len(words)), -k)
            for k, row in enumerate(self._rows)
        ]
        best, place = max(ranked, default=(0.0, 0))
        return self._rows[-place].paragraph.id if best >= _RESTATED else self._shares_run(ask, words)

    def _recalled(self, ask: Ask) -> str | None:
        """The paragraph that recalls a decision: 'its decision to designate ...', with many of its words."""
        words, acts = saying_words(ask.clause), set(_INFINITIVE.findall(ask.clause))
        for row in self._rows:
            is_named = not acts.isdisjoint(_DECISION_TO.findall(row.paragraph.text))
            if is_named and len(words & row.words) >= _LEAST_RECALLED * len(words):
                return row.paragraph.id
        return None

    def _shares_run(self, ask: Ask, own: frozenset[str]) -> str | None:
        """The paragraph in which a run of words of an ask stands that is its own in the text before, and that
        is no name; words that are not among its `own` stand anywhere.
        """
        words = saying_words(ask.clause)
        for run in runs_of_words(ask.clause, _RUN):
            says = len(own.intersection(run)) >= _LEAST_OF_RUN
            is_own = says and self._before.counts_of_runs.get(run) == 1
            row = self._after.places_of_runs.get(run) if is_own else None
            if row is not None and len(words & row.words) >= _LEAST_BESIDE_RUN * len(words):
                return row.paragraph.id
        return None

    def _numbered(self, ask: Ask) -> str:
        """The id of the numbered paragraph in which an ask stands, of a list that of its opening line."""
        ids = {paragraph.id: paragraph for paragraph in self._base.paragraphs}
        paragraph = self._base.paragraphs[ask.paragraph]
        while paragraph.parent is not None:
            paragraph = ids[paragraph.parent]
        return paragraph.id

    def _reaffirmed_paragraphs(self) -> Iterator[tuple[str, str]]:
        """The ids of paragraphs of the text before which this one reaffirms, and where it does so; of a
        section those of all its paragraphs.
        """
        number = self._base.masthead.number
        for row in self._rows:
            if not has_verb(row.verbs, _REAFFIRMS):
                continue
            for match in _REAFFIRMED.finditer(plain_style(row.paragraph.text)):
                if match["number"] != number:
                    continue
                sections, numbers = match["sections"], set(_numbers(match["paragraphs"]))
                named = _in_sections(self._base, sections) if sections else _with_numbers(self._base, numbers)
                yield from ((one, row.paragraph.id) for one in named)


def _numbers(text: str | None) -> Iterator[str]:
    """The numbers of a list of paragraphs: '4, 6 to 9 and 12'."""
    for match in _RANGE.finditer(text or ""):
        first, last = int(match[1]), int(match[2] or match[1])
        yield from map(str, range(first, min(last, first + _MOST_IN_RANGE) + 1))


def _with_numbers(text: Resolution, numbers: set[str]) -> Iterator[str]:
    """The ids of the paragraphs that have some numbers."""
    for paragraph in text.paragraphs:
        if paragraph.level == 1 and (paragraph.label or "").rstrip(".") in numbers:
            yield paragraph.id


def _in_sections(text: Resolution, sections: str) -> Iterator[str]:
    """The ids of the numbered paragraphs of sections: 'I and II'."""
    sought = set(re.findall(r"\b[IVX]+\b", sections))
    section = ""
    for paragraph in text.paragraphs:
        if paragraph.part == "heading":
            match = re.match(r"([IVX]+)\b", paragraph.text)
            section = match[1] if match is not None else section
        elif section in sought and paragraph.label and paragraph.level == 1:
            yield paragraph.id
