"""Paragraphs of the part `body`: those of a text without the structure of a resolution, its headings told
apart, and the prose that stands above a resolution.
"""

from __future__ import annotations

import re

from resdiff.core.model import Matter, MatterKind, Paragraph, Part
from resdiff.core.parse.facts.masthead import is_prose
from resdiff.core.parse.layout.blocks import Block, lines_of
from resdiff.core.parse.layout.reading import Readings
from resdiff.core.parse.structure.builders import ParagraphBuilder
from resdiff.core.parse.structure.ids import Ids

_UNDERLINE = re.compile(r"([=\-~^\"'`#*+.])\1{2,}")
_MARKDOWN = re.compile(r"#{1,6}\s+\S")
_ITEM = re.compile(r"[-*+]\s+\S")
_PARTS: dict[str, Part] = {"heading": "heading", "row": "table"}
_MATTER: dict[str, MatterKind] = {"footnote": "footnote", "furniture": "furniture", "comment": "comment"}
_LIFTED = re.compile(r"#{1,6}\s+")


def read_plain(blocks: list[Block], source: str) -> tuple[list[Paragraph], list[Matter]]:
    """The paragraphs of a text that is no resolution; underlines of headings are furniture."""
    readings = Readings(source)
    paragraphs: list[Paragraph] = []
    matter: list[Matter] = []
    counts = {"heading": 0, "body": 0}
    ids = Ids()
    for block in blocks:
        if block.kind in _MATTER:
            caller = paragraphs[-1].id if paragraphs and block.kind != "furniture" else None
            matter.append(_matter(block, _MATTER[block.kind], caller))
            continue
        for piece in _pieces(block, source):
            if _UNDERLINE.fullmatch(piece.text) is not None:
                matter.append(_matter(piece, "furniture"))
                continue
            part: Part = _PARTS.get(piece.kind, "body")
            counts[part] = counts.get(part, 0) + 1
            name = f"{'H' if part == 'heading' else 'P'}{counts[part]}"
            name = ids.next_row(block.place) if part == "table" else name
            paragraphs.append(_paragraph(piece, part, name, readings))
    return paragraphs, matter


def _matter(block: Block, kind: MatterKind, caller: str | None = None) -> Matter:
    return Matter(kind=kind, line=block.line, text=block.text, source=tuple(block.spans), paragraph=caller)


def _paragraph(piece: Block, part: Part, name: str, readings: Readings) -> Paragraph:
    marker = _LIFTED.match(piece.text) if part == "heading" else None
    text, stripped = readings.read(piece.text, piece.spans, 0, marker.end() if marker else 0)
    return Paragraph(
        id=name,
        part=part,
        label=None,
        level=1,
        parent=None,
        line=piece.line,
        text=text,
        source=tuple(piece.spans),
        opening=None,
        stripped=stripped,
    )


def take_prose(blocks: list[Block], matter: list[Matter]) -> tuple[list[ParagraphBuilder], list[Matter]]:
    """The paragraphs among the blocks above a text, and the matter that remains.

    `matter` holds what each of the blocks is. A masthead holds facts; a sentence in it was not recognized and
    is kept as a paragraph.
    """
    paragraphs: list[ParagraphBuilder] = []
    remaining: list[Matter] = []
    for block, is_now in zip(blocks, matter, strict=True):
        if is_now.kind == "masthead" and is_prose(block.text):
            paragraph = ParagraphBuilder(block, "body", None, 1, None, None)
            paragraph.id = f"P{len(paragraphs) + 1}"
            paragraphs.append(paragraph)
        else:
            remaining.append(is_now)
    return paragraphs, remaining


def _pieces(block: Block, source: str) -> list[Block]:
    """A block as it is, or its heading and underline, or its list items, each by itself."""
    text = block.text
    if block.kind == "row":
        return [block]
    if "\n" not in source[slice(*block.spans[0])]:
        if _MARKDOWN.match(text) is not None:
            block.kind = "heading"
        return [block]
    lines = lines_of(block, source)
    if len(lines) >= 2 and _UNDERLINE.fullmatch(lines[1].text) is not None and len(lines[0].text) < 120:
        lines[0].kind = "heading"
        below = [_joined(lines[2:])] if len(lines) > 2 else []
        return [lines[0], lines[1], *below]
    if _MARKDOWN.match(text) is not None:
        lines[0].kind = "heading"
        return [lines[0], _joined(lines[1:])]
    starts = [k for k, line in enumerate(lines) if _ITEM.match(line.text)]
    if len(starts) > 1 and starts[0] == 0:
        ends = [*starts[1:], len(lines)]
        return [_joined(lines[a:b]) for a, b in zip(starts, ends, strict=True)]
    return [block]


def _joined(lines: list[Block]) -> Block:
    """Lines that belong together as one block."""
    text = " ".join(line.text for line in lines)
    return Block(text, lines[0].line, [(lines[0].spans[0][0], lines[-1].spans[-1][1])])
