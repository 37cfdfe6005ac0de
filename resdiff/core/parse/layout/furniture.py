"""Tells page furniture and footnotes apart from the running text, and marks where they break into it.

A printed page puts its symbol, running title, job number and page number between two halves of a paragraph,
and its footnotes, under a rule, before them. All of them are recognized by their form, the running title by
standing beside them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from resdiff.core.footnote import MARK_BEFORE_NOTE
from resdiff.core.genres import un
from resdiff.core.parse.layout.blocks import Block, lines_of, one_line

RULE = re.compile(r"_{4,}")
_SYMBOL_LINE = re.compile(rf"(?m)^[^\S\n]*{un.SYMBOL_FORM}[^\S\n]*$")
_SIGN = rf"[^\S\n]*{un.PAGE_SIGN}[^\S\n]*(?=\n|\Z)"
_FIRST_SIGN, _LATER_SIGNS = re.compile(_SIGN), re.compile(rf"\n{_SIGN}")
_PAGE = re.compile(un.PAGE_LINE)
_PAGE_OF = re.compile(r"(?m)^[^\S\n]*\d{1,3}/(\d{1,3})[^\S\n]*$")
"""A line that has a page number and the number of pages, alone."""
_PAGES_MORE = 5
"""Pages that a text may have beyond those whose numbers stand in lines of their own."""
_NUMBERED_TEXT = re.compile(r"\d{1,3}\.\s")


def mark_furniture(blocks: list[Block], source: str) -> list[Block]:
    """The blocks with page furniture and footnotes in blocks of their own kind, and `after_break` set where
    the text goes on.
    """
    signs = _signs(source)
    if blocks and not blocks[0].loose and not signs:
        return blocks
    symbols = _own_symbols(source)
    signs = sorted({*signs, *(m.start() for m in _SYMBOL_LINE.finditer(source) if m[0].strip() in symbols)})
    head = " ".join(b.text for b in blocks[:40])
    pages = Counter(match[1] for match in _PAGE_OF.finditer(source))
    marked: list[Block] = []
    for block in blocks:
        start, end = block.spans[0]
        near = bisect_left(signs, source.rfind("\n", 0, start) + 1)
        holds = near < len(signs) and signs[near] < end
        marked += _split(block, source, head, symbols, pages) if holds else [block]
    return _note_zones(marked, source)


def is_page_sign(text: str) -> bool:
    """Whether a line is by its form what a page puts round its text: '3/12', '31-00415', 'Page 4'."""
    return _PAGE.fullmatch(text) is not None


def _is_citation(line: str, pages: Counter[str]) -> bool:
    """Whether a line such as '73/89' is the number of a resolution and none of a page: its count of pages
    stands nowhere else, that of other lines does, and no text has so many pages.
    """
    match = _PAGE_OF.fullmatch(line)
    if match is None or pages[match[1]] > 1 or max(pages.values(), default=0) < 2:
        return False
    return int(line.partition("/")[0]) > pages.total() + _PAGES_MORE


def _signs(source: str) -> list[int]:
    """Where the lines begin that are page furniture by their form."""
    first = [0] if _FIRST_SIGN.match(source) is not None else []
    return first + [match.start() + 1 for match in _LATER_SIGNS.finditer(source)]


def _own_symbols(source: str) -> frozenset[str]:
    """The symbols that stand alone on more than one line, as that of the text does on each page, and the
    first that does.
    """
    alone = [m[0].strip() for m in _SYMBOL_LINE.finditer(source)]
    counts = Counter(alone)
    return frozenset(s for s, count in counts.items() if count > 1 and s[-1] != ".") | frozenset(alone[:1])


def _split(block: Block, source: str, head: str, own: frozenset[str], pages: Counter[str]) -> list[Block]:
    """The lines of a block, furniture apart from the runs of text between them."""
    lines = lines_of(block, source, block.loose)
    furniture = [
        RULE.fullmatch(b.text) is not None
        or (_PAGE.fullmatch(b.text) is not None and not _is_citation(b.text, pages))
        for b in lines
    ]
    symbols = [b.text in own for b in lines]
    if not any(furniture) and not any(symbols):
        return [block]
    for k, line in enumerate(lines):
        if symbols[k]:
            furniture[k] = True
            for near in (*range(k - 1, -1, -1), *range(k + 1, len(lines))):
                if not furniture[near] and len(lines[near].text) < 160 and lines[near].text in head:
                    furniture[near] = True
        line.kind = "text"
    pieces: list[Block] = []
    for line, is_furniture in zip(lines, furniture, strict=True):
        line.kind = "furniture" if is_furniture else "text"
        if pieces and not is_furniture and pieces[-1].kind == "text":
            pieces[-1].text += " " + line.text
            pieces[-1].spans = [(pieces[-1].spans[0][0], line.spans[0][1])]
        else:
            pieces.append(line)
    return pieces


def _note_zones(blocks: list[Block], source: str) -> list[Block]:
    """Finds the footnotes: from a rule on, blocks that begin with a mark, up to the next furniture or
    paragraph.
    """
    marked: list[Block] = []
    in_zone = broken = False
    last = 0
    for block in blocks:
        if block.kind == "furniture":
            in_zone = RULE.fullmatch(block.text) is not None
            broken = True
            marked.append(block)
            continue
        if in_zone and (notes := as_notes(block, source, last)):
            marked += notes
            last = max((number_of(n.text) for n in notes), default=0) or last
            continue
        in_zone = False
        block.after_break = broken
        broken = False
        marked.append(block)
    return marked


def number_of(note: str) -> int:
    """The number a footnote begins with; 0 where its mark is none."""
    match = MARK_BEFORE_NOTE.match(note)
    return int(match[1]) if match is not None and match[1] else 0


def as_notes(block: Block, source: str, last: int) -> list[Block]:
    """The footnotes in a block that may follow footnote `last`, one a block; none where the block is text."""
    match = MARK_BEFORE_NOTE.match(block.text)
    if (
        match is None
        or _NUMBERED_TEXT.match(block.text)
        or (match[1] and not _may_follow(int(match[1]), last))
    ):
        return []
    notes: list[Block] = []
    for line in lines_of(block, source):
        match = MARK_BEFORE_NOTE.match(line.text)
        if not notes or (
            match is not None and not _NUMBERED_TEXT.match(line.text) and _is_next(notes[-1].text, match)
        ):
            line.kind = "footnote"
            notes.append(line)
        else:
            notes[-1].text = one_line([notes[-1].text, line.text])
            notes[-1].spans = [(notes[-1].spans[0][0], line.spans[0][1])]
    return notes


def _may_follow(number: int, last: int) -> bool:
    return number == 1 or last < number <= last + 3 or last == 0


def _is_next(note: str, match: re.Match[str]) -> bool:
    """Whether a mark follows that of a note: 4 after 3.

    A number out of order is text that a line began with.
    """
    return int(match[1]) == number_of(note) + 1 if match[1] else True
