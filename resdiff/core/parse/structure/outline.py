"""The text read so far: its paragraphs, its matter, and the state on which the next block depends."""

from __future__ import annotations

from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Matter, MatterKind, Opening, Part
from resdiff.core.parse.layout.blocks import Block, one_line
from resdiff.core.parse.structure.builders import ParagraphBuilder
from resdiff.core.parse.structure.ids import Ids
from resdiff.core.parse.structure.labels import Label, Levels

_JOINT = 40
"""Characters before a line's end that decide whether a hyphen there is undone."""


class Outline:
    """What the blocks so far have become."""

    def __init__(
        self, source: str, lexicon: Lexicon | None, flows: bool, begins_with_organ: bool = False
    ) -> None:
        self.source = source
        self.lexicon = lexicon
        self.begins_with_organ = begins_with_organ
        """Whether the first block names the organ."""
        self.flows = flows
        """Whether the text comes from a document that knows no pages: a number in a paragraph of its own is
        text there.
        """
        self.paragraphs: list[ParagraphBuilder] = []
        self.matter: list[Matter] = []
        self.part: Part = "preamble"
        self.record: MatterKind | None = None
        """Within a record of adoption the kind of its last block; None outside."""
        self.last: ParagraphBuilder | None = None
        """The paragraph that may go on, None after a heading or what is not a paragraph."""
        self.top: ParagraphBuilder | None = None
        """The paragraph under which sub-paragraphs hang."""
        self.levels = Levels()
        self.ids = Ids()
        self.notes = 0
        """The number of the last footnote."""
        self.short_line = False
        """Whether the last line read, where lines are blocks, was shorter than the others."""

    def add(
        self,
        block: Block,
        part: Part,
        opening: Opening | None = None,
        label: Label | None = None,
        below: tuple[ParagraphBuilder | None, int] = (None, 1),
    ) -> ParagraphBuilder:
        """Adds a paragraph; `below` is the one it hangs under, and its level."""
        parent, level = below
        paragraph = ParagraphBuilder(block, part, label, level, parent, opening)
        paragraph.id = self.ids.next(part, label, parent.id if parent else None, level)
        self.paragraphs.append(paragraph)
        self.last = paragraph
        return paragraph

    def add_top(self, block: Block, part: Part, opening: Opening | None, label: Label | None = None) -> None:
        """Adds a paragraph under which sub-paragraphs may hang."""
        self.part = part
        self.levels.clear()
        if label is not None and label.item:
            self.levels.place(Label(f"({label.item})", 0, "letter", label.item))
        self.top = self.add(block, part, opening, label)

    def add_below(self, block: Block, label: Label, opening: Opening | None) -> None:
        """Adds a sub-paragraph under the last paragraph, on the level that its label tells."""
        depth = self.levels.place(label, block.place)
        parent = self.top
        if depth > 1:
            parents = (
                p
                for p in reversed(self.paragraphs)
                if p.part not in ("heading", "table") and p.level == depth
            )
            parent = next(parents, self.top)
        part, level = (self.top.part, depth + 1) if self.top is not None else (self.part, depth)
        self.add(block, part, opening, label, (parent, level))

    def add_row(self, block: Block) -> None:
        """Adds a row of a table; no paragraph goes on behind it."""
        row = ParagraphBuilder(block, "table", None, 1, None, None)
        row.id = self.ids.next_row(block.place)
        self.paragraphs.append(row)
        self.last = None

    def add_heading(self, block: Block) -> None:
        """Adds a heading, which goes on only where its line is full."""
        heading = self.add(block, "heading")
        self.last = heading if block.loose and not block.ends_short else None

    def add_matter(self, kind: MatterKind, block: Block) -> None:
        """Adds what is not a paragraph; a comment hangs on the paragraph before it."""
        above = self.paragraphs[-1] if self.paragraphs and kind == "comment" else None
        self.matter.append(
            Matter(
                kind=kind,
                line=block.line,
                text=block.text,
                source=tuple(block.spans),
                paragraph=above.id if above is not None else None,
            )
        )

    def extend_last(self, block: Block) -> None:
        """Adds a block to the last paragraph."""
        if self.last is not None:
            self.last.text = self.last.text[:-_JOINT] + one_line([self.last.text[-_JOINT:], block.text])
            self.last.spans += block.spans
