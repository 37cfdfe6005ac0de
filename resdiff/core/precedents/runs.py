"""Which runs of a text stand in earlier readings word for word, and which are new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from resdiff.core.tokens import searched_words

LEAST = 6
"""Words of a run at least: shorter ones stand everywhere."""
Gram = tuple[str, ...]


class Run(NamedTuple):
    """Words of a text that stand one after the other."""

    text: str
    """As written, with the signs up to the next run; joined, the runs are the text."""
    reading: int | None
    """The reading in which they stand, together with words before them where they are fewer than `LEAST`;
    None where they stand in none.
    """
    words: int


class RunFinder:
    """Cuts texts into runs that stand in some reading, the longest first from the left, and what is new."""

    def __init__(self, find: Callable[[Gram], tuple[int, str] | None]) -> None:
        """`find` gives a reading, by its number and text, in which words stand one after the other."""
        self._find = find
        self._places: dict[Gram, list[tuple[int, int]]] = {}
        self._readings: dict[int, list[str]] = {}
        self._absent: set[Gram] = set()

    def add(self, number: int, text: str) -> None:
        """Takes a reading into account before others are looked for."""
        if number in self._readings:
            return
        words = [word for word, _, _ in searched_words(text)]
        self._readings[number] = words
        for k in range(len(words) - LEAST + 1):
            self._places.setdefault(tuple(words[k : k + LEAST]), []).append((number, k))

    def runs(self, text: str) -> list[Run]:
        """The runs of a text, in order."""
        words = searched_words(text)
        forms = [word for word, _, _ in words]
        bounds: list[tuple[int, int, int | None]] = []
        k = begin = 0
        while k < len(forms):
            reading, end = self._furthest(forms, k)
            if reading is None:
                k += 1
                continue
            if begin < k:
                bounds.append((begin, k, None))
            bounds.append((k, end, reading))
            k = begin = end
        if begin < len(forms):
            bounds.append((begin, len(forms), None))
        return _cut(text, words, bounds)

    def _furthest(self, forms: Sequence[str], at: int) -> tuple[int | None, int]:
        """The reading with a run that has a word and goes furthest, and where it ends; it may begin before
        the word.
        """
        best: tuple[int | None, int] = (None, at)
        for start in range(at, max(at - LEAST, -1), -1):
            reading, length = self._longest(forms, start)
            if reading is not None and start + length > best[1]:
                best = reading, start + length
        return best

    def _longest(self, forms: Sequence[str], at: int) -> tuple[int | None, int]:
        """The reading with the longest run from a word on, and the words of the run."""
        gram = tuple(forms[at : at + LEAST])
        if len(gram) < LEAST or gram in self._absent:
            return None, 0
        if gram not in self._places:
            match = self._find(gram)
            if match is None:
                self._absent.add(gram)
                return None, 0
            self.add(*match)
        best: tuple[int, int] | None = None
        for number, start in self._places.get(gram, ()):
            words, length = self._readings[number], LEAST
            while (
                at + length < len(forms)
                and start + length < len(words)
                and forms[at + length] == words[start + length]
            ):
                length += 1
            if best is None or length > best[1]:
                best = number, length
        return best if best is not None else (None, 0)


def _cut(
    text: str, words: Sequence[tuple[str, int, int]], bounds: Sequence[tuple[int, int, int | None]]
) -> list[Run]:
    """The text cut where a run begins; signs stay with the run before them."""
    if not bounds:
        return [Run(text, None, 0)] if text else []
    starts = [0 if k == 0 else words[first][1] for k, (first, _, _) in enumerate(bounds)]
    ends = [*starts[1:], len(text)]
    return [
        Run(text[start:end], reading, last - first)
        for start, end, (first, last, reading) in zip(starts, ends, bounds, strict=True)
    ]
