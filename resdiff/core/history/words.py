"""In which version each word of a text first stood.

A word that stays keeps its origin, through edits, moves, splits and merges. A run of words that stood in any
earlier version keeps the origins it had there, wherever it stood: so passages that are taken over from
another paragraph, or come back, keep their age. The origin of such a phrase overrides the origin of a
lone word in it that was kept in place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from resdiff.core.compare import Change, Comparison
from resdiff.core.model import Paragraph
from resdiff.core.tokens import BETWEEN_BLANKS
from resdiff.core.worddiff import Edit, WordDiff, WordOptions, shown_edits

Origins = tuple[int, ...]
"""For each word of a paragraph, as blanks part them, the place of the version in which it first stood."""
Fresh = dict[int, Origins]
"""By their places, the origins of the paragraphs of a version that did not stand in the one before, word for
word.
"""


class Earlier(NamedTuple):
    """A paragraph of an earlier version."""

    version: int
    paragraph: int
    text: str


_LETTER = re.compile(r"\w")
_PLAIN = re.compile(r"\W+")
_PHRASE = 6
"""Words in a row that make a phrase; a phrase that an earlier version has counts as taken over from it."""


def split_words(text: str) -> list[str]:
    """The words of a reading, as written."""
    return text.split(" ")


class WordOrigins:
    """Follows the words of one lineage, version by version."""

    def __init__(self) -> None:
        self.versions: list[tuple[Origins, ...]] = []
        """The origins of the words of each version so far, by paragraph."""
        self._diff = WordDiff(WordOptions())
        self._passages: list[tuple[list[str], Origins]] = []
        self._phrases: dict[str, tuple[int, int]] = {}
        self._unlearnt: list[tuple[str | list[str], Origins]] = []

    def begin(self, paragraphs: Sequence[Paragraph]) -> None:
        """Takes in the first version: all words are its own."""
        self.versions = [tuple((0,) * len(split_words(p.text)) for p in paragraphs)]
        self._unlearnt += [
            (paragraph.text, origins) for paragraph, origins in zip(paragraphs, self.versions[0], strict=True)
        ]

    def take_in(
        self, comparison: Comparison, back: Mapping[int, Earlier], stored: Fresh | None = None
    ) -> Fresh:
        """Takes in the next version by its comparison with the one before.

        Returns the word origins of the paragraphs that are new or changed.

        `back` maps the place of a reintroduced paragraph to its last earlier reading; `stored` is what an
        earlier run returned for this version.
        """
        result: list[Origins] = [()] * len(comparison.revised.paragraphs)
        unlearnt: list[tuple[str | list[str], Origins]] = []
        fresh: Fresh = {}
        for change in comparison.changes:
            if not change.revised:
                continue
            if change.base and not change.edits:
                result[change.revised[0]] = sum(
                    (self.versions[-1][i] for i in change.base[1:]), self.versions[-1][change.base[0]]
                )
                continue
            if stored is not None:
                fresh |= {j: stored[j] for j in change.revised}
                unlearnt += [(comparison.revised.paragraphs[j].text, stored[j]) for j in change.revised]
                continue
            forms, origins = self._origins(change, comparison, back)
            begin = 0
            for j in change.revised:
                end = begin + len(split_words(comparison.revised.paragraphs[j].text))
                fresh[j] = tuple(origins[begin:end])
                unlearnt.append((forms[begin:end], fresh[j]))
                begin = end
        for j, origins_of in fresh.items():
            result[j] = origins_of
        self.versions.append(tuple(result))
        self._unlearnt += unlearnt
        return fresh

    def _origins(
        self, change: Change, comparison: Comparison, back: Mapping[int, Earlier]
    ) -> tuple[list[str], list[int]]:
        """The matching forms and the origins of the words of a change."""
        text = comparison.revised_reading(change)
        forms = forms_of(text)
        old, before, edits = "", [], change.shown_edits
        if change.base:
            before = [o for i in change.base for o in self.versions[-1][i]]
            old = comparison.base_reading(change)
        elif (earlier := back.get(change.revised[0])) is not None:
            old, before = earlier.text, [*self.versions[earlier.version][earlier.paragraph]]
            edits = shown_edits(self._diff.edits(old, text, (), ())[0])
        carried = [before[k] if k is not None else None for k in _carried(edits, old, text)]
        if None in carried:
            self._take_over(forms, carried)
        return forms, [len(self.versions) if o is None else o for o in carried]

    def _take_over(self, forms: Sequence[str], carried: list[int | None]) -> None:
        """Gives the words of phrases that stood in an earlier version the origins that they had there.

        The longest first.
        """
        for words, its_origins in self._unlearnt:
            self._learn(forms_of(words) if isinstance(words, str) else words, its_origins)
        self._unlearnt.clear()
        runs = sorted(self._runs(forms, carried), key=lambda run: (run[0] - run[1], run[0]))
        taken = [False] * len(forms)
        for begin, end, (passage, at) in runs:
            origins = self._passages[passage][1]
            for k in range(begin, end):
                if taken[k]:
                    continue
                taken[k] = True
                if carried[k] is None or _stretch(carried, k) < end - begin:
                    carried[k] = origins[at + k - begin]

    def _runs(
        self, forms: Sequence[str], carried: Sequence[int | None]
    ) -> list[tuple[int, int, tuple[int, int]]]:
        """The longest runs [begin, end) with a new word in them that stood in an earlier version, and
        where.
        """
        runs = []
        k = 0
        while k + _PHRASE <= len(forms):
            place = self._phrases.get(" ".join(forms[k : k + _PHRASE]))
            if place is None:
                k += 1
                continue
            passage, at = place
            passage_origins = self._passages[passage][0]
            end = k + _PHRASE
            while (
                end < len(forms)
                and at + end - k < len(passage_origins)
                and passage_origins[at + end - k] == forms[end]
            ):
                end += 1
            if None in carried[k:end]:
                runs.append((k, end, place))
            k = max(end - _PHRASE + 1, k + 1)
        return runs

    def _learn(self, forms: list[str], origins: Origins) -> None:
        """Remembers the phrases of a passage that stood in none before."""
        number = len(self._passages)
        self._passages.append((forms, origins))
        for k in range(len(forms) - _PHRASE + 1):
            self._phrases.setdefault(" ".join(forms[k : k + _PHRASE]), (number, k))


def forms_of(text: str) -> list[str]:
    """The words without case and signs."""
    return [_PLAIN.sub("", word).casefold() or word for word in split_words(text)]


def _stretch(carried: Sequence[int | None], k: int) -> int:
    """How many words in a row stay in place round word k."""
    begin = end = k
    while begin > 0 and carried[begin - 1] is not None:
        begin -= 1
    while end < len(carried) and carried[end] is not None:
        end += 1
    return end - begin


def _carried(edits: Sequence[Edit], base: str, revised: str) -> list[int | None]:
    """For each word of the revised reading which word of the base reading it is; None for one that came."""
    starts = [match.start() for match in BETWEEN_BLANKS.finditer(base)]
    spans = []
    i = j = 0
    for edit in edits:
        size = len(edit.text)
        if edit.kind == "equal":
            spans.append((j, j + size, i - j))
        i, j = i + size * (edit.kind != "insert"), j + size * (edit.kind != "delete")
    carried: list[int | None] = []
    at = 0
    for match in BETWEEN_BLANKS.finditer(revised):
        letter = _LETTER.search(revised, match.start(), match.end())
        place = letter.start() if letter is not None else match.start()
        while at < len(spans) and spans[at][1] <= place:
            at += 1
        inside = at < len(spans) and spans[at][0] <= place
        carried.append(bisect_right(starts, place + spans[at][2]) - 1 if inside else None)
    return carried
