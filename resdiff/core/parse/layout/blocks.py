"""Source text -> blocks: runs of lines between blank lines; page furniture has block kinds of its own.

Layouts are recognized, not asked for: one block a paragraph (the usual one, hard-wrapped or not), a blank
line after every wrapped line, no blank lines at all. In the last two a block is one line and `loose`: it goes
on with the line before unless something shows that a paragraph begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from resdiff.core.languages import CLOSING_MARKS, english
from resdiff.core.model import ListPlace, SourceBlock, Span

_BLANK = re.compile(r"\n\s*\n")
_AFTER_HYPHEN = re.compile(
    rf"(?<=\w)(?<!^\d)(?<!^\d\d)([-\u2010\u2011]) (?!(?:{'|'.join(sorted(english.SUSPENDED))}) )(?=\w)"
)
"""A figure at the start of a block may be a number with a dash: '1- Urges'."""
_OPEN_END = re.compile(r"[\w-]$")
_BEGINS = re.compile(rf"(?:\d{{1,3}}(?:\.| -)|\(?[a-z]{{1,4}}\))\s|{english.BEGINS_PARAGRAPH}")
_LOOKED_AT = 2_000
"""Blocks from the start that tell the layout of all."""
_WIDEST_WRAP = 200
"""Characters of a line from which on lines are whole paragraphs and not wrapped."""
_SPACED_SHARE = 0.11
_SINGLE_SHARE = 0.7
_DENSE_LINES = 4
_ORGAN_LINE = re.compile(rf"(?m)^[^\S\n]*{english.ARTICLE} [A-Z][\w’' -]+,[^\S\n]*$")
_DENSE, _SPARSE = 12, 40
"""Lines a paragraph has at most on average: in any text, and in one with an organ line."""
_SHORT_SHARE = 0.85
_WHOLE_SHARE = 0.8
"""Of lines without blank lines between them that are whole paragraphs, the least share that ends in a closing
mark.
"""
_CLOSING = frozenset((*",;.:", *CLOSING_MARKS, *"¹²³⁰⁴⁵⁶⁷⁸⁹"))
"""The signs with which a paragraph may end, the mark of a footnote behind it included."""


class Block:
    """A run of lines that belongs together on the page: `text` is folded to one line, `spans` its places in
    the source.
    """

    __slots__ = ("after_break", "ends_short", "kind", "line", "loose", "place", "spans", "text")

    def __init__(
        self, text: str, line: int, spans: list[Span], kind: str = "text", loose: bool = False
    ) -> None:
        self.text = text
        self.line = line
        self.spans = spans
        self.kind = kind
        """text, furniture or footnote."""
        self.loose = loose
        self.after_break = False
        """Whether a page break or footnotes stand before it."""
        self.ends_short = False
        """In a loose layout, whether the line is so short that a paragraph may end with it."""
        self.place: ListPlace | None = None
        """Where the document puts it in a list."""

    def cut(self, position: int, source: str) -> Block:
        """Cuts the block before `position` of its text; keeps the first part and gives the rest."""
        start = offset_of(source, self.spans, position - self.text.count(" ", 0, position))
        spans = [(max(a, start), b) for a, b in self.spans if b > start]
        line = self.line + source.count("\n", self.spans[0][0], start)
        block = Block(self.text[position:], line, spans, self.kind, self.loose)
        self.spans = [(a, min(b, start)) for a, b in self.spans if a < start]
        self.text = self.text[:position].rstrip()
        return block

    def starts_line(self, position: int, source: str) -> bool:
        """Whether `position` of its text is the first of its line in the source."""
        start = offset_of(source, self.spans, position - self.text.count(" ", 0, position))
        return not source[source.rfind("\n", 0, start) + 1 : start].strip()


def one_line(words: list[str]) -> str:
    """Words on one line.

    No blank behind a hyphen within a word ('Secretary- General'), but one in 'troop- and police-'.
    """
    text = " ".join(words)
    return _AFTER_HYPHEN.sub(r"\1", text) if "- " in text or "\u2011 " in text or "\u2010 " in text else text


def offset_of(source: str, spans: list[Span], count: int) -> int:
    """The place in the source of the non-blank character that has `count` others before it in the spans."""
    for start, end in spans:
        for position in range(start, end):
            if not source[position].isspace():
                if count == 0:
                    return position
                count -= 1
    return spans[-1][1]


def read_blocks(source: str) -> list[Block]:
    """The blocks of a source, each a paragraph or more.

    Single lines, marked `loose`, where blank lines do not part paragraphs.
    """
    blocks = list(_blocks(source))
    first = blocks[:_LOOKED_AT]
    is_spaced = _is_spaced(first, source)
    if is_spaced or _is_dense(first, source):
        lines = [block for whole in blocks for block in lines_of(whole, source, loose=True)]
        if not is_spaced and _are_whole(lines):
            for line in lines:
                line.loose = False
            return lines
        width = sorted(len(line.text) for line in lines)[len(lines) * 9 // 10]
        for line in lines:
            line.ends_short = len(line.text) < _SHORT_SHARE * width
            line.loose = width < _WIDEST_WRAP
        return lines
    return blocks


def laid_out(source: str, source_blocks: Sequence[SourceBlock]) -> list[Block]:
    """The blocks as a reader found them on the pages of a document."""
    blocks = []
    line, counted = 1, 0
    for block in sorted(source_blocks, key=lambda block: block.spans[0]):
        words = [word for start, end in block.spans for word in source[start:end].split()]
        start = block.spans[0][0]
        line += source.count("\n", counted, start)
        counted = start
        blocks.append(Block(one_line(words), line, list(block.spans), block.kind))
        blocks[-1].place = block.place
    return blocks


def _blocks(source: str) -> Iterator[Block]:
    line, counted, begin = 1, 0, 0
    ends = [match.span() for match in _BLANK.finditer(source)]
    for end, after in (*ends, (len(source), len(source))):
        whole = source[begin:end]
        text = whole.strip()
        if text:
            start = begin + len(whole) - len(whole.lstrip())
            line += source.count("\n", counted, start)
            counted = start
            stop = start + len(text)
            is_folded = (
                "\n" not in text
                and "  " not in text
                and "\t" not in text
                and text.isascii()
                and "- " not in text
            )
            yield Block(text if is_folded else one_line(text.split()), line, [(start, stop)])
        begin = after


def lines_of(block: Block, source: str, loose: bool = False) -> list[Block]:
    """The lines of a block of one span as blocks of their own."""
    start, end = block.spans[0]
    blocks = []
    line, counted = block.line, start
    while start < end:
        stop = source.find("\n", start, end)
        stop = stop if stop >= 0 else end
        words = source[start:stop].split()
        if words:
            line += source.count("\n", counted, start)
            counted = start
            blocks.append(Block(one_line(words), line, [(start, stop)], block.kind, loose))
        start = stop + 1
    return blocks


def _is_spaced(blocks: list[Block], source: str) -> bool:
    """Whether a blank line follows every wrapped line: most blocks stop in mid-sentence and the next goes on
    in lower case.
    """
    if len(blocks) < 8:
        return False
    broken = sum(
        1 for one, two in pairwise(blocks) if two.text[0].islower() and _OPEN_END.search(one.text) is not None
    )
    if broken <= _SPACED_SHARE * len(blocks):
        return False
    single = sum("\n" not in source[slice(*block.spans[0])] for block in blocks)
    return single > _SINGLE_SHARE * len(blocks)


def _are_whole(lines: list[Block]) -> bool:
    """Whether nearly every line ends as a paragraph does: then lines are not wrapped."""
    return sum(line.text[-1] in _CLOSING for line in lines) > _WHOLE_SHARE * len(lines)


def _is_dense(blocks: list[Block], source: str) -> bool:
    """Whether paragraphs follow each other without blank lines: blocks of many lines within which paragraphs
    begin.
    """
    large = [b for b in blocks if source.count("\n", *b.spans[0]) >= _DENSE_LINES]
    if not large or len(large) * 3 < len(blocks):
        return False
    inner = starts = 0
    for block in large:
        lines = source[slice(*block.spans[0])].split("\n")
        for before, line in pairwise(lines):
            inner += 1
            starts += before.rstrip()[-1:] in _CLOSING and _BEGINS.match(line.strip()) is not None
    if starts <= len(large) or starts * _SPARSE <= inner:
        return False
    return starts * _DENSE > inner or _ORGAN_LINE.search(source) is not None
