"""Paragraphs in the making, and how a passage ends."""

from __future__ import annotations

import re

from resdiff.core import languages
from resdiff.core.model import Opening, Part
from resdiff.core.parse.layout.blocks import Block
from resdiff.core.parse.structure.labels import Label

_TRAILING_MARK = re.compile(r"(?<=[,;.:”\"’)\]])\s?(?:\d{1,3}/?|[¹²³⁰⁴-⁹]+|\*+)$")
CLOSING_MARKS = frozenset(",;.:")
"""The signs that a paragraph ends with."""


class ParagraphBuilder:
    """A paragraph in the making."""

    __slots__ = ("id", "label", "level", "line", "opening", "parent", "part", "spans", "text")

    def __init__(
        self,
        block: Block,
        part: Part,
        label: Label | None,
        level: int,
        parent: ParagraphBuilder | None,
        opening: Opening | None,
    ) -> None:
        self.text = block.text
        self.line = block.line
        self.spans = block.spans
        self.part = part
        self.label = label
        self.level = level
        self.parent = parent
        self.opening = opening
        self.id = ""


_RAISED = " ⁰¹²³⁴⁵⁶⁷⁸⁹"


def last_sign(text: str) -> str:
    """The last character of a text; of a closing sign of another script the Latin one of the same use."""
    return languages.CLOSING_MARKS.get(text[-1:], text[-1:])


def closing_mark(text: str) -> str:
    """The last character of a paragraph, footnote marks and closing quotes behind it apart; of a sign of
    another script the Latin one of the same use.
    """
    if (sign := last_sign(text)) in CLOSING_MARKS:
        return sign
    said = text if text[-1:].isascii() else text.rstrip(_RAISED)
    unmarked = _TRAILING_MARK.sub("", said[-12:].rstrip())
    return unmarked.rstrip('”"’»]')[-1:] or unmarked[-1:]
