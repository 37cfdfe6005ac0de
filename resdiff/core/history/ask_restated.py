"""Where the words of an ask stand in the next text that asks no more, or with another verb, or by the number
of its paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from resdiff.core.asks import Ask
from resdiff.core.compare import Comparison
from resdiff.core.history.said import RECALLS, has_verb, runs_of_words, saying_words, words_of_names
from resdiff.core.languages import english_asks
from resdiff.core.model import Paragraph, Resolution
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import plain_style
from resdiff.core.verbs import OperativeVerb

_REAFFIRMED = compiled_late(english_asks.PARAGRAPHS_OF_RESOLUTION, re.IGNORECASE)
_RANGE = re.compile(r"(\d+)(?:\s*(?:to|-)\s*(\d+))?")
_OF_REPORT = english_asks.REPORT_WORDS
_REAFFIRMS = (*RECALLS, "reaffirm", "stress", "emphasize")
_RESTATED, _LEAST_RESTATED = 0.7, 4
"""Share of the words of an ask that stand in a later paragraph from which on it is said again, and how many
words it has at least: few words stand anywhere. Those of the title and of names stand everywhere.
"""
_RUN = 6
"""Words in a row that show that what was asked stands in other words: fewer stand in names too."""
_LEAST_OF_RUN = 5
"""How many of them are words of no name, nor of the title."""
_LEAST_BESIDE_RUN = 0.3
"""Share of the words of an ask that stand in the paragraph which has such a run."""
_MOST_IN_RANGE = 500


class _Row(NamedTuple):
    """A paragraph of the next text."""

    paragraph: Paragraph
    words: frozenset[str]
    verbs: Sequence[OperativeVerb]


class Restatements:
    """The words of asks in the text after them."""

    def __init__(self, comparison: Comparison) -> None:
        text = comparison.revised
        verbs = comparison.revised_verbs or ((),) * len(text.paragraphs)
        self._base = comparison.base
        self._rows = [
            _Row(paragraph, saying_words(paragraph.text), its)
            for paragraph, its in zip(text.paragraphs, verbs, strict=True)
            if paragraph.part not in ("heading", "table")
        ]
        self._reaffirmed = dict(self._reaffirmed_paragraphs())

    def restates(self, ask: Ask) -> str | None:
        """The paragraph in which most words of an ask stand, though it asks no more or with another verb; or
        that reaffirms its paragraph by number.
        """
        if (paragraph := self._numbered(ask)) in self._reaffirmed:
            return self._reaffirmed[paragraph]
        known = saying_words(self._base.masthead.title or "") | words_of_names(ask.clause) | _OF_REPORT
        words = saying_words(ask.clause) - known
        if len(words) < _LEAST_RESTATED:
            return None
        ranked = [(len(words & row.words) / len(words), -k) for k, row in enumerate(self._rows)]
        best, place = max(ranked, default=(0.0, 0))
        return self._rows[-place].paragraph.id if best >= _RESTATED else self._shares_run(ask, known)

    def _shares_run(self, ask: Ask, known: frozenset[str]) -> str | None:
        """The paragraph in which a run of words of an ask stands that is its own in the text before, and that
        is no name; words that are `known` stand anywhere.
        """
        words = saying_words(ask.clause)
        for run in runs_of_words(ask.clause, _RUN):
            says = len({*run} - known) >= _LEAST_OF_RUN
            row = self._runs_after.get(run) if says and self._runs_before.get(run) == 1 else None
            if row is not None and len(words & row.words) >= _LEAST_BESIDE_RUN * len(words):
                return row.paragraph.id
        return None

    @cached_property
    def _runs_before(self) -> Counter[tuple[str, ...]]:
        """In how many paragraphs of the text before each run of words stands."""
        return Counter(
            run for paragraph in self._base.paragraphs for run in set(runs_of_words(paragraph.text, _RUN))
        )

    @cached_property
    def _runs_after(self) -> dict[tuple[str, ...], _Row]:
        """The first paragraph of the text in which each run of words stands."""
        runs: dict[tuple[str, ...], _Row] = {}
        for row in self._rows:
            for run in runs_of_words(row.paragraph.text, _RUN):
                runs.setdefault(run, row)
        return runs

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
