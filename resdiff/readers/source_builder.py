"""Blocks put together to the text of a source: each a paragraph of its own, a footnote behind the paragraph
that calls it.
"""

from __future__ import annotations

from resdiff.core.errors import InputError
from resdiff.core.model import BlockKind, BlockRole, ListPlace, SourceBlock, SourceText

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
        self.warnings: list[str] = []

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
        self._blocks.append(SourceBlock(kind, ((start, self._size),), None, role, level, len(label), place))

    def built(self) -> SourceText:
        """The text with its blocks. Raises InputError where there is none."""
        if not self._blocks:
            raise InputError(
                f"{self._name} holds no text", "give a document that holds the text of a resolution"
            )
        return SourceText("".join(self._parts) + "\n", tuple(self._blocks), tuple(self.warnings))
