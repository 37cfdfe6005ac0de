"""A block that is to be read, with what can be read off it in the light of what stands before it."""

from __future__ import annotations

import re
from functools import cached_property

from resdiff.core.languages import english
from resdiff.core.model import MatterKind, Opening
from resdiff.core.parse.layout.blocks import Block
from resdiff.core.parse.layout.furniture import number_of
from resdiff.core.parse.structure.builders import CLOSING_MARKS, ParagraphBuilder, closing_mark
from resdiff.core.parse.structure.endings import adoption_kind
from resdiff.core.parse.structure.labels import Label, read_bare_number, read_label
from resdiff.core.parse.structure.openings import opening_of
from resdiff.core.parse.structure.outline import Outline

_ENDS_ITEM = re.compile(rf"[,;] {english.ITEM_CONJUNCTION}$")
_RECENT = 12
"""Paragraphs before a note in which its mark is sought."""


class Candidate:
    """A block and the one after it (None for the last), before it is known what it is."""

    def __init__(self, block: Block, after: Block | None, outline: Outline) -> None:
        self.block = block
        self.after = after
        self.outline = outline
        self.remainder: Block | None = None
        """What was cut off the block and is to be read next."""

    @cached_property
    def label(self) -> Label | None:
        """The label of the block.

        A number without its dot counts where its turn has come and an operative verb follows.
        """
        block, outline = self.block, self.outline
        label = read_label(block.text)
        if label is None:
            return self._bare_number()
        if block.loose and outline.last is not None and not self._begins_line(label, outline.last):
            return None
        return label

    def _bare_number(self) -> Label | None:
        text, outline = self.block.text, self.outline
        label = read_bare_number(text, outline.ids.number + 1) if text[0].isdigit() else None
        if label is None:
            return None
        opening = opening_of(text[label.length :], outline.lexicon, ("operative",))
        return label if opening is not None else None

    def _begins_line(self, label: Label, last: ParagraphBuilder) -> bool:
        """Whether what looks like a label at the start of a line is one, and no number or letter within the
        sentence of `last`.
        """
        outline = self.outline
        text = self.block.text[label.length :]
        if label.kind == "number" and opening_of(text, outline.lexicon) is not None:
            return True
        if _ENDS_ITEM.search(last.text) is None and closing_mark(last.text) not in CLOSING_MARKS:
            return False
        if label.kind == "number":
            return label.ordinal in (1, outline.ids.number + 1) or outline.levels.is_in_turn(label)
        return label.kind == "dash" or outline.levels.is_in_turn(label)

    @cached_property
    def opening(self) -> Opening | None:
        """The phrase that opens the block, its label not taken off."""
        return opening_of(self.block.text, self.outline.lexicon)

    @cached_property
    def labelled_opening(self) -> Opening | None:
        """The phrase behind the label."""
        return opening_of(self.unlabelled, self.outline.lexicon)

    @property
    def unlabelled(self) -> str:
        """The text without the label."""
        return self.block.text[self.label.length :] if self.label is not None else self.block.text

    @cached_property
    def adoption(self) -> MatterKind | None:
        """Adoption or vote where the block begins a record of adoption."""
        return adoption_kind(self.block.text, is_last=self.after is None) if self.label is None else None

    @property
    def goes_on_in_line(self) -> bool:
        """Whether the block is a line of a paragraph that has not ended."""
        last = self.outline.last
        return self.block.loose and last is not None and closing_mark(last.text) not in ".;"

    def is_called_note(self) -> bool:
        """Whether a block that begins with a number is a footnote without a rule above it: its mark stands in
        what was read.
        """
        text, outline = self.block.text, self.outline
        number = number_of(text)
        if not number or text[-1] in ",;" or read_label(text) is not None:
            return False
        if read_bare_number(text, outline.ids.number + 1) is not None:
            return False
        if outline.notes and number == outline.notes + 1:
            return True
        if (
            outline.part == "annex"
            and outline.last is not None
            and number_of(outline.last.text) == number - 1
        ):
            return False  # an item of the list that is there, as an agenda
        after = self.after
        if after is not None and number_of(after.text) == number + 1 and after.text[-1] not in ",;":
            return True
        mark = re.compile(rf"(?:[^\W\d_]{{2}}|[,;.)”]) ?{number}(?![\d/])")
        return any(mark.search(paragraph.text) for paragraph in outline.paragraphs[-_RECENT:])
