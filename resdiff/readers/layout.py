"""Lines on pages -> blocks: what a page puts round its text is told apart, and lines are joined to
paragraphs.

A paragraph begins where there is more room above a line than between others, and where a line that stands
further in, bears a number or begins in italics follows the end of a sentence. What goes on over a page break
does so though furniture and footnotes stand between.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from resdiff.core.model import CELL, BlockKind, ListPlace, SourceBlock, SourceText, Span
from resdiff.readers.hyphens import Hyphens
from resdiff.readers.page_furniture import BEGINS_NOTE, PageLine, kinds_of, usual_height
from resdiff.readers.page_tables import PageTable, has_figure, tables_on
from resdiff.readers.source_builder import RAISED

_LABEL = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,4}\)|[IVX]{1,5}\.|[A-H]\.|[•–—-])\s")
_ENDS = tuple(',;.:)]”’"»?!')
_OPENS = re.compile(r"[“\"‘«(\[]*[^\W\d_a-z]")
"""A line that may begin a sentence: with a capital letter, past quotes and brackets."""
_OTHER_SIZE = 0.08
"""Lines whose heights differ by a greater share are not of one paragraph."""
_LOOSE = 1.22
"""Room between lines beyond this many times the usual is that between paragraphs."""
_USUAL_LEADING = 1.1
"""The room from line to line, in heights of a line, where a text is too short to show it."""
_RARE = 0.06
"""Room between lines that this share of them has, or less, is no rule of the text."""
_ALIKE = 1.05
_INDENT = 0.4
"""A first line stands further in by this many heights of a line at least."""
_SHORT = 0.86
"""A line that ends before this share of its column may end a paragraph."""


class _Growing(Struct):
    """A block that lines join."""

    kind: BlockKind
    page: int
    spans: list[Span]
    last: PageLine
    place: ListPlace | None = None


class _Rows:
    """The rows of the tables of all pages; a table goes on where no text stands between two parts of it."""

    def __init__(self, pages: Sequence[Sequence[PageLine]], tables: Sequence[Sequence[PageTable]]) -> None:
        self._tables = {
            page[k]: (page, table)
            for page, its in zip(pages, tables, strict=True)
            for table in its
            for row in table
            for cell in row
            for k in cell
        }
        self._written = set[int]()
        self._table, self._row = 0, 0
        self._heads = set[str]()

    def of_table_that_begins(self, line: PageLine) -> Iterator[tuple[str, ListPlace]]:
        """The rows of the table of a line, their cells set apart, where none of them was given before."""
        page, table = self._tables[line]
        if id(table) in self._written:
            return
        self._written.add(id(table))
        self._table += self._row == 0
        goes_on, heads = self._row > 0, True
        for row in table:
            words = CELL.join(" ".join(page[k].text for k in cell) for cell in row)
            heads = heads and not has_figure(page, row)
            if heads and goes_on and words in self._heads:
                continue  # the heading of columns, once more at the top of a page
            if heads:
                self._heads.add(words)
            self._row += 1
            yield words, ListPlace(f"table {self._table}", self._row)

    def end(self) -> None:
        """Text follows: the next table is another one."""
        self._row = 0
        self._heads.clear()


def arrange(pages: Sequence[Sequence[PageLine]]) -> SourceText:
    """The text of the pages in blocks: text, furniture, footnotes, rows of tables."""
    usual = usual_height([line for page in pages for line in page])
    tables = [list(tables_on(page, usual)) for page in pages]
    in_tables = [{k for table in its for row in table for cell in row for k in cell} for its in tables]
    kinds = kinds_of(pages, in_tables, usual)
    lines = [
        pair for page, of_page in zip(pages, kinds, strict=True) for pair in zip(page, of_page, strict=True)
    ]
    rows = _Rows(pages, tables)
    blocks = _Blocks([line for line, kind in lines if kind == "text"])
    for line, kind in lines:
        if kind == "row":
            for words, place in rows.of_table_that_begins(line):
                blocks.add_row(line, words, place)
            continue
        if kind == "text":
            rows.end()
        blocks.add(line, kind)
    return blocks.built()


class _Blocks:
    """The blocks to which lines are joined, in the order in which they begin."""

    def __init__(self, text: Sequence[PageLine]) -> None:
        """`text` are the lines by which the others are judged."""
        self._measure, self._hyphens = _Measure(text), Hyphens([line.text for line in text])
        self._parts: list[str] = []
        self._size = 0
        self._blocks: list[_Growing] = []
        self._open: dict[BlockKind, int] = {}
        """The block of each kind that may go on."""

    def _write(self, gap: str, words: str) -> Span:
        start = self._size + len(gap)
        self._parts += [gap, words]
        self._size = start + len(words)
        return start, self._size

    def add_row(self, line: PageLine, words: str, place: ListPlace) -> None:
        """Adds a row of a table; no paragraph goes on behind it."""
        span = self._write("\n\n" if self._parts else "", words)
        self._blocks.append(_Growing(kind="row", page=line.page + 1, spans=[span], last=line, place=place))
        self._open.pop("text", None)

    def add(self, line: PageLine, kind: BlockKind) -> None:
        """Adds a line to the block that it goes on with, else as a new one."""
        at = self._open.get(kind)
        open_block = self._blocks[at] if at is not None else None
        goes_on = open_block is not None and self._measure.goes_on(open_block.last, line, kind)
        is_behind = goes_on and at == len(self._blocks) - 1
        if is_behind and kind == "text" and self._hyphens.is_broken(self._parts[-1], line.text):
            self._parts[-1] = self._parts[-1][:-1]
            self._size -= 1
            gap = ""
        else:
            gap = "" if not self._parts else "\n" if is_behind else "\n\n"
        span = self._write(gap, line.text)
        if open_block is None or not goes_on:
            self._blocks.append(_Growing(kind=kind, page=line.page + 1, spans=[span], last=line))
            self._open[kind] = len(self._blocks) - 1
            return
        open_block.last = line
        spans = open_block.spans
        open_block.spans = [*spans[:-1], (spans[-1][0], span[1])] if is_behind else [*spans, span]

    def built(self) -> SourceText:
        """The text with its blocks."""
        blocks = (SourceBlock(b.kind, tuple(b.spans), b.page, place=b.place) for b in self._blocks)
        return SourceText("".join(self._parts) + "\n", tuple(blocks))


def _leading(gaps: Sequence[float]) -> float | None:
    """The room from line to line within paragraphs: the smallest that occurs more than now and then.

    `gaps` are in order.
    """
    least = max(2, _RARE * len(gaps))
    for k, gap in enumerate(gaps):
        near = bisect_right(gaps, gap * _ALIKE) - k
        if near >= least:
            return gaps[k + near // 2]
    return None


class _Measure:
    """The usual room between lines and the edges of the column, by which a line is judged."""

    def __init__(self, lines: Sequence[PageLine]) -> None:
        self._height = usual_height(lines)
        body = [line for line in lines if abs(line.height - self._height) <= _OTHER_SIZE * self._height]
        gaps = sorted(
            one.bottom - two.bottom
            for one, two in pairwise(body)
            if one.page == two.page and 0.5 * self._height < one.bottom - two.bottom < 2.5 * self._height
        )
        self._leading = _leading(gaps) or self._height * _USUAL_LEADING
        rights = sorted(line.right for line in body)
        lefts = sorted(line.left for line in body)
        self._right = rights[len(rights) * 9 // 10] if rights else 0.0
        self._left = lefts[len(lefts) // 4] if lefts else 0.0

    def goes_on(self, before: PageLine, line: PageLine, kind: BlockKind) -> bool:
        """Whether a line goes on with the paragraph or footnote of the one before."""
        if kind == "furniture":
            return False
        if kind == "footnote":
            return BEGINS_NOTE.match(line.text) is None and line.page - before.page <= 1
        if abs(before.height - line.height) > _OTHER_SIZE * max(before.height, line.height):
            return False
        if before.is_bold != line.is_bold and _OPENS.match(line.text) is not None:
            return False
        is_same_column = before.page == line.page and line.bottom < before.bottom
        if (
            is_same_column
            and before.bottom - line.bottom > _LOOSE * self._leading * line.height / self._height
        ):
            return False
        return not self._begins(before, line, is_same_column)

    def _begins(self, before: PageLine, line: PageLine, is_same_column: bool) -> bool:
        """Whether a line begins a paragraph by its place and form."""
        said = before.text.rstrip(RAISED)
        has_ended = said.endswith(_ENDS) or said.endswith((" and", " or"))
        if _LABEL.match(line.text) is not None:
            return has_ended or line.left > self._left + _INDENT * line.height
        if not has_ended or _OPENS.match(line.text) is None:
            return False
        edge = before.left if is_same_column and _LABEL.match(before.text) is None else self._left
        is_indented = line.left > edge + _INDENT * line.height and _LABEL.match(before.text) is None
        is_short = before.right < self._left + _SHORT * (self._right - self._left)
        if line.is_italic and not before.is_italic:
            return is_indented or is_short
        return is_indented or (is_short and said.endswith((".", ";", ":")))
