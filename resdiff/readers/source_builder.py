"""Blocks put together to the text of a source: each a paragraph of its own, a footnote behind the paragraph
that calls it.
"""

from __future__ import annotations

from collections.abc import Sequence

from resdiff.core.errors import InputError
from resdiff.core.model import CELL, BlockKind, BlockRole, ListPlace, SourceBlock, SourceText, TrackedSpan
from resdiff.readers.tracked import TrackedSigns

MOST_TEXT = 32 * 1024 * 1024
"""The most characters that are read out of a document."""
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUPERSCRIPT = str.maketrans("0123456789", RAISED)
"""Makes digits the superscripts that mark footnotes."""


class SourceBuilder:
    """Gathers the blocks of a document; `name` is used in errors."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts: list[str] = []
        self._blocks: list[SourceBlock] = []
        self._size = 0
        self._tracked: list[TrackedSpan] = []
        self._tables = 0
        self.signs = TrackedSigns()
        """Who changed what, for the texts that are added."""
        self.warnings: list[str] = []

    @property
    def has_text(self) -> bool:
        """Whether a block was added."""
        return bool(self._blocks)

    def add(
        self,
        text: str,
        kind: BlockKind = "text",
        role: BlockRole | None = None,
        level: int = 1,
        number: str = "",
        place: ListPlace | None = None,
    ) -> None:
        """Adds a block, a printed number before its text; one without a visible sign is none.

        `place` is where it stands in a list.

        Raises InputError where there is more text than is read.
        """
        text, spans = self.signs.take(text)
        words, label = " ".join(text.split()), " ".join(number.split())
        line = f"{label} {words}" if label and words else label or words
        if not line:
            return
        gap = "\n\n" if self._parts else ""
        start = self._size + len(gap)
        self._parts += [gap, line]
        self._size = start + len(line)
        if self._size > MOST_TEXT:
            raise InputError(
                f"{self._name} holds too much text",
                f"up to {MOST_TEXT // 1024 // 1024} million characters are read",
            )
        self._tracked += _folded(spans, text, words, self._size - len(words))
        self._blocks.append(SourceBlock(kind, ((start, self._size),), None, role, level, len(label), place))

    def place_calls(self, places: Sequence[int]) -> None:
        """Says where in the block that was added last the footnotes behind it are called: the characters of
        its text, without its printed number, before each.
        """
        number = self._blocks[-1].number
        before = number + (self._size - self._blocks[-1].spans[0][0] > number > 0)
        self._blocks[-1] = self._blocks[-1]._replace(calls=tuple(before + place for place in places))

    def begin_table(self) -> None:
        """The rows that are added next are those of another table."""
        self._tables += 1

    def add_row(self, cells: Sequence[str], number: int) -> None:
        """Adds a row of a table, `number` its place in it from 1; one without words is none."""
        if any(cell.strip() for cell in cells):
            place = ListPlace(f"table {self._tables}", number)
            self.add(CELL.join(" ".join(cell.split()) for cell in cells), "row", place=place)

    def built(self) -> SourceText:
        """The text with its blocks. Raises InputError where there is none."""
        if not self._blocks:
            raise InputError(
                f"{self._name} holds no text", "give a document that holds the text of a resolution"
            )
        return SourceText(
            "".join(self._parts) + "\n", tuple(self._blocks), tuple(self.warnings), tuple(self._tracked)
        )


def _folded(spans: list[TrackedSpan], text: str, words: str, start: int) -> list[TrackedSpan]:
    """Spans of a text as spans of the same text with its blanks folded, which begins at `start`."""
    if not spans:
        return []
    places = [k for k, sign in enumerate(words) if not sign.isspace()]
    folded = []
    for span in spans:
        first = sum(not sign.isspace() for sign in text[: span.start])
        count = sum(not sign.isspace() for sign in text[span.start : span.end])
        if count:
            begin, end = places[first], places[first + count - 1] + 1
            folded.append(span._replace(start=start + begin, end=start + end))
    return folded
