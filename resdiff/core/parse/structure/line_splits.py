"""Lines of one block that hold more than one element: where blank lines fail to part an organ line, an annex
or a paragraph.

A line begins something new only where the line before it ends with a sign and its own form leaves no doubt:
the words that name an organ or an annex and nothing else, a preambular opening behind a comma, the next
number in the order of the paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resdiff.core.genres import un
from resdiff.core.languages import english
from resdiff.core.lexicon import Lexicon
from resdiff.core.parse.layout.blocks import Block, lines_of
from resdiff.core.parse.structure.endings import is_annex_line
from resdiff.core.parse.structure.openings import opening_of, organ_of

_LINE_START = re.compile(r"\n[^\S\n]*(?=[A-Z\d]|\(?[a-z]{1,4}[.)][^\S\n]|[-–—•*][^\S\n])")
_ITEM = re.compile(r"(?:\(?[a-z]{1,4}[.)]|[-–—•*])\s+\S")
_FIRST_ITEM = re.compile(r"(?:\(?[ai][.)]|[-–—•*])\s+\S")
_BEFORE_LIST = re.compile(r":$")
_BEFORE_ITEM = re.compile(rf"[:;,](?: {english.ITEM_CONJUNCTION})?$")
_NUMBERED = re.compile(r"(\d{1,3})\.\s+(?=[A-Z“\"])")
_SECTION_LINE = re.compile(r"[IVXL]{1,6}\.?\s+[A-Z].*|[A-Z]\.\s+[A-Z].*")
_LABELLED = re.compile(un.LABELLED_LINE)
_FEWEST_LABELLED = 2
_SIGNS = frozenset(',.;:)]”"')
_CLOSING = frozenset(".;:])0123456789")
_HEAD = 120
_LONGEST_LINE = 600
_ABBREVIATED = re.compile(rf"\b{english.ABBREVIATION}\.$", re.IGNORECASE)
_THE = f"{english.ARTICLE} "


def split_lines(blocks: list[Block], source: str, lexicon: Lexicon | None) -> list[Block]:
    """The blocks, cut where their lines hold more than one element."""
    if lexicon is None or (blocks and blocks[0].loose):
        return blocks
    starts = [
        match.end()
        for match in _LINE_START.finditer(source)
        if _may_begin(source, match.start(), match.end())
    ]
    if not starts:
        return blocks
    pieces: list[Block] = []
    last = k = 0
    for block in blocks:
        begin, end = block.spans[0][0], block.spans[-1][1]
        while k < len(starts) and starts[k] <= begin:
            k += 1
        first = k
        while k < len(starts) and starts[k] < end:
            k += 1
        if (match := _NUMBERED.match(block.text)) is not None:
            last = int(match[1])
        if block.kind != "text" or first == k:
            pieces.append(block)
            continue
        for place in list(_seams(block, starts[first:k], source, lexicon, last)):
            remainder = block.cut(_position(block, place, source), source)
            pieces.append(block)
            block = remainder
            if (match := _NUMBERED.match(block.text)) is not None:
                last = int(match[1])
        pieces.append(block)
    return pieces


def _may_begin(source: str, end: int, start: int) -> bool:
    """Whether something may begin at `start`, behind the line that ends at `end`: a cheap test before the
    block is looked at.
    """
    last = source[end - 1 : end]
    if last in _SIGNS:
        return True
    if last == "\n":
        return False
    return (
        source[start].isdigit()
        or last.isspace()
        or source.startswith(_THE, start)
        or english.ANNEX_END in source[end - 12 : end].lower()
    )


def _seams(block: Block, starts: list[int], source: str, lexicon: Lexicon, last: int) -> Iterator[int]:
    """The places in the source at which the block is to be cut, in order.

    `last` is the number of the last numbered block.
    """
    begin = block.spans[0][0]
    in_list = False
    is_preamble = opening_of(block.text, lexicon, ("preambular",)) is not None
    for start in starts:
        if not any(a < start < b for a, b in block.spans):
            continue
        said = _said(source, begin, start)
        line = source[start : _line_end(source, start)].strip()
        match = _NUMBERED.match(
            line
            if not line[-1:].isdigit() and line[-1:] != "."
            else " ".join(source[start : start + _HEAD].split())
        )
        if match is not None:
            if int(match[1]) != last + 1 or not _may_end(said):
                continue
            last += 1
            in_list = False
        elif (_ITEM if in_list else _FIRST_ITEM).match(line) is not None:
            if (_BEFORE_ITEM if in_list else _BEFORE_LIST).search(said) is None:
                continue
            in_list = True
        elif not (
            (is_annex_line(line) and said[-1:] in _CLOSING)
            or is_annex_line(said)
            or _is_organ_line(line, _after(source, start), lexicon)
            or _is_organ_line(said, line, lexicon)
            or (is_preamble and said[-1:] == "," and opening_of(line, lexicon, ("preambular",)) is not None)
        ):
            continue
        begin = start
        yield start


def _said(source: str, begin: int, start: int) -> str:
    """The text from `begin` to the line at `start`; of a long one only the end, behind an ellipsis."""
    if start - begin <= _LONGEST_LINE:
        return " ".join(source[begin:start].split())
    return "…" + " ".join(source[start - _HEAD : start].split())


def _after(source: str, start: int) -> str:
    """The beginning of what follows the line at `start`."""
    end = _line_end(source, start)
    return source[end : end + _LONGEST_LINE].lstrip()[:_HEAD]


def _may_end(said: str) -> bool:
    """Whether a paragraph or a heading may end with what was said, so that the next number begins a
    paragraph.
    """
    return (said[-1:] in ".;:" and _ABBREVIATED.search(said) is None) or _SECTION_LINE.fullmatch(
        said
    ) is not None


def _is_organ_line(line: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a line names the organ and nothing else, and the text begins behind it."""
    if line[-1:] != "," or not line.startswith(_THE):
        return False
    return (
        organ_of(Block(line, 0, [(0, 0)]), None, lexicon) is not None
        and opening_of(after, lexicon) is not None
    )


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    return len(source) if end < 0 else end


def _position(block: Block, place: int, source: str) -> int:
    """Where in the block's text the character at `place` of the source stands."""
    count = sum(len("".join(source[a : min(b, place)].split())) for a, b in block.spans if a < place)
    position = count + block.text.count(" ", 0, count)
    while (seen := position - block.text.count(" ", 0, position)) < count:
        position += count - seen
    return position + (block.text[position : position + 1] == " ")


def split_labelled(blocks: list[Block], source: str) -> list[Block]:
    """The blocks above a text, those of lines such as 'Topic: ...' cut into their lines."""
    pieces: list[Block] = []
    for block in blocks:
        has_lines = len(block.spans) == 1 and "\n" in source[slice(*block.spans[0])]
        lines = lines_of(block, source) if has_lines else []
        is_labelled = sum(_LABELLED.match(line.text) is not None for line in lines) >= _FEWEST_LABELLED
        pieces += lines if is_labelled else [block]
    return pieces
