"""What stands is not dropped, what stood is not new: runs of words, and verbs, that went to another place.

A run of twelve words or more that is deleted at one place and inserted at another is carried over. A run that
stands in several other places of both texts is a formula, or the title of a treaty, and is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from resdiff.core.compare.changes import Carried, Change
from resdiff.core.model import Paragraph, Resolution
from resdiff.core.tokens import joined_words, matching_words, plain_style

_LEAST = 12
"""Words of a run that is carried over at least."""
_FORMULA = 4
"""How often a formula stands elsewhere in either text at least."""


class _Passage(Struct, frozen=True, kw_only=True):
    """What was deleted or inserted at one place of a change."""

    change: int
    paragraph: int
    """The place of its paragraph in its text."""
    text: str
    words: tuple[str, ...]
    """Its words in their matching form."""

    def extract(self, begin: int, size: int) -> str:
        """So many of its words from one on, as written."""
        plain = plain_style(self.text)
        text = plain if len(plain) == len(self.text) else self.text
        spans = [match.span() for match in joined_words(text)]
        return self.text[spans[begin][0] : spans[begin + size - 1][1]]


def mark_carried(changes: Sequence[Change], base: Resolution, revised: Resolution) -> tuple[Change, ...]:
    """The changes, each with the runs that went to another one or came from there."""
    gone = list(_passages(changes, base, "delete"))
    come = list(_passages(changes, revised, "insert"))
    if not gone or not come:
        return tuple(changes)
    runs: dict[int, list[Carried]] = defaultdict(list)
    index: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, passage in enumerate(gone):
        for k, gram in enumerate(_grams(passage)):
            index[gram].append((number, k))
    formulas = _Formulas((base, revised), (gone, come))
    for passage in come:
        for other, begin, size in _runs(passage, gone, index):
            if formulas.stands_elsewhere(passage.words[begin : begin + size]):
                continue
            text = passage.extract(begin, size)
            runs[other.change].append(Carried(text=text, to=passage.paragraph))
            runs[passage.change].append(Carried(text=text, came_from=other.paragraph))
    return tuple(
        replace(change, carried=tuple(runs[k])) if k in runs else change for k, change in enumerate(changes)
    )


def _passages(changes: Sequence[Change], text: Resolution, kind: str) -> Iterator[_Passage]:
    """The passages of one kind that are long enough, each within one paragraph."""
    for number, change in enumerate(changes):
        places = change.base if kind == "delete" else change.revised
        position, ends = 0, _ends([text.paragraphs[place] for place in places])
        for edit in change.shown_edits:
            if edit.kind not in ("equal", kind):
                continue
            if edit.kind == kind and len(edit.text) >= 2 * _LEAST:
                words = _words(edit.text)
                if len(words) >= _LEAST:
                    which = next((k for k, end in enumerate(ends) if position < end), len(ends) - 1)
                    yield _Passage(change=number, paragraph=places[which], text=edit.text, words=words)
            position += len(edit.text)


def _words(text: str) -> tuple[str, ...]:
    """The words of a passage in their matching form."""
    if len(plain_style(text)) == len(text):
        return tuple(matching_words(text))
    return tuple([plain_style(match[0]).lower() for match in joined_words(text)])


def _ends(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Where each paragraph ends in their joined reading."""
    ends, position = [], 0
    for paragraph in paragraphs:
        position += len(paragraph.text)
        ends.append(position)
        position += 1
    return ends


def _grams(passage: _Passage) -> Iterator[tuple[str, ...]]:
    for k in range(len(passage.words) - _LEAST + 1):
        yield passage.words[k : k + _LEAST]


def _runs(
    passage: _Passage, gone: Sequence[_Passage], index: dict[tuple[str, ...], list[tuple[int, int]]]
) -> Iterator[tuple[_Passage, int, int]]:
    """The longest runs of a passage that stand in a deleted one: that one, where the run begins here, and its
    words.
    """
    words = passage.words
    k = 0
    while k + _LEAST <= len(words):
        best = (0, -1)
        for number, begin in index.get(words[k : k + _LEAST], ()):
            other = gone[number].words
            size = _LEAST
            while (
                k + size < len(words) and begin + size < len(other) and words[k + size] == other[begin + size]
            ):
                size += 1
            best = max(best, (size, -number))
        if best[0]:
            yield gone[-best[1]], k, best[0]
        k += max(best[0] - _LEAST + 1, 1)


class _Formulas:
    """Tells runs that also stand in both texts where nothing was deleted or inserted."""

    def __init__(self, texts: Sequence[Resolution], passages: Sequence[Sequence[_Passage]]) -> None:
        self._texts, self._passages = texts, passages
        self._wholes: list[tuple[str, str]] = []

    def stands_elsewhere(self, run: Sequence[str]) -> bool:
        """Whether the run is a formula: it stands in both texts in so many places where it was not deleted or
        inserted.
        """
        if not self._wholes:
            self._wholes = [
                (_line(_words(p.text) for p in text.paragraphs), _line(passage.words for passage in those))
                for text, those in zip(self._texts, self._passages, strict=True)
            ]
        words = f" {' '.join(run)} "
        return all(whole.count(words) - changed.count(words) >= _FORMULA for whole, changed in self._wholes)


def _line(passages: Iterable[Iterable[str]]) -> str:
    return f" {' | '.join(' '.join(words) for words in passages)} "
