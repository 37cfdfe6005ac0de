"""Tables on the pages of a document that does not say where its tables are: rows whose last cell is a figure,
the figures in one column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from resdiff.readers.page_furniture import SMALLER, PageLine

_FIGURE = re.compile(r"[(−–-]?\s?\d[\d\s.,]*\)?%?|[–—-]")
"""An amount, or a dash that stands for none."""
_WHOLE = re.compile(r"\d{1,3}")
_LEAST_ROWS = 3
"""Rows with a figure in the same column that make a table."""
_LEAST_SHARE = 1 / 3
"""Share of the rows of a table that have one."""
_FLUSH = 3.0
"""Points by which the edges of one column differ at most."""
_SAME_ROW = 0.4
"""Cells whose bottoms differ by less than this share of their height stand in one row."""
_CLOSE = 1.5
"""A line below a cell by less than so many heights goes on with it."""


PageTable = tuple[tuple[tuple[int, ...], ...], ...]
"""Rows of cells, of each cell the places of its lines on the page."""


class _Row(NamedTuple):
    """What stands at one height of a page: the places of its lines, from left to right."""

    lines: tuple[int, ...]
    bottom: float


def tables_on(page: Sequence[PageLine], usual: float) -> Iterator[PageTable]:
    """The tables of a page, from its top; `usual` is the height of lines of text."""
    rows = _rows(page)
    k = before = 0
    while k < len(rows):
        end = _end(page, rows, k)
        if end is None:
            k += 1
            continue
        first = k
        while first > before and _heads(page, rows[first - 1], rows[k], usual):
            first -= 1
        yield tuple(_cells(page, rows[first:end]))
        k = before = end


def _rows(page: Sequence[PageLine]) -> list[_Row]:
    rows: list[_Row] = []
    for k in sorted(range(len(page)), key=lambda k: (-page[k].bottom, page[k].left)):
        line = page[k]
        if rows and rows[-1].bottom - line.bottom < _SAME_ROW * line.height:
            rows[-1] = rows[-1]._replace(lines=(*rows[-1].lines, k))
        else:
            rows.append(_Row((k,), line.bottom))
    return [row._replace(lines=tuple(sorted(row.lines, key=lambda k: page[k].left))) for row in rows]


def _figure_of(page: Sequence[PageLine], row: _Row) -> PageLine | None:
    """The last cell of a row where it is a figure and another cell stands before it."""
    last = page[row.lines[-1]]
    return last if len(row.lines) > 1 and _FIGURE.fullmatch(last.text) is not None else None


def _end(page: Sequence[PageLine], rows: Sequence[_Row], start: int) -> int | None:
    """Behind which row the table ends whose first figure stands in a row; None where none begins there."""
    figure = _figure_of(page, rows[start])
    if figure is None:
        return None
    figures, end, left = [figure.text], start + 1, figure.left
    for k in range(start + 1, len(rows)):
        other = _figure_of(page, rows[k])
        if other is not None and _is_flush(other, figure):
            figures.append(other.text)
            end, left = k + 1, min(left, other.left)
        elif any(page[line].right > left for line in rows[k].lines) or k - end > _LEAST_ROWS:
            break
    is_table = len(figures) >= _LEAST_ROWS and len(figures) >= _LEAST_SHARE * (end - start)
    return end if is_table and not _counts_lines(figures) else None


def _is_flush(one: PageLine, two: PageLine) -> bool:
    """Whether two cells stand in one column: at its right edge, or at its left one."""
    return min(abs(one.right - two.right), abs(one.left - two.left)) <= _FLUSH


def _counts_lines(figures: Sequence[str]) -> bool:
    """Whether figures are those of the lines of a page: 5, 10, 15."""
    if not all(map(_WHOLE.fullmatch, figures)):
        return False
    values = list(map(int, figures))
    steps = {two - one for one, two in pairwise(values)}
    return len(steps) == 1 and steps.pop() > 0


def has_figure(page: Sequence[PageLine], row: Sequence[Sequence[int]]) -> bool:
    """Whether the last cell of a row is a figure."""
    return len(row) > 1 and _FIGURE.fullmatch(page[row[-1][0]].text) is not None


def _heads(page: Sequence[PageLine], row: _Row, first: _Row, usual: float) -> bool:
    """Whether a row stands at the head of the columns of a table: in smaller letters than the text above the
    figures, or a cell above each cell of the first row.
    """
    is_small = all(page[k].height < SMALLER * usual for k in row.lines)
    if is_small and any(_is_flush(page[k], page[first.lines[-1]]) for k in row.lines):
        return True
    cells = zip(row.lines, first.lines, strict=False)
    return len(row.lines) == len(first.lines) and all(_is_flush(page[one], page[two]) for one, two in cells)


def _cells(page: Sequence[PageLine], rows: Sequence[_Row]) -> Iterator[tuple[tuple[int, ...], ...]]:
    """The rows of a table in cells; a line close below a cell goes on with it."""
    cells: list[list[int]] = []
    for row in rows:
        homes = [_home(page, cells, k) for k in row.lines]
        if cells and _figure_of(page, row) is None and all(home is not None for home in homes):
            for k, home in zip(row.lines, homes, strict=True):
                cells[home or 0].append(k)
            continue
        if cells:
            yield tuple(map(tuple, cells))
        cells = [[k] for k in row.lines]
    yield tuple(map(tuple, cells))


def _home(page: Sequence[PageLine], cells: Sequence[Sequence[int]], place: int) -> int | None:
    """The cell of the row before with which a line goes on: close above it and at its left or right edge."""
    line = page[place]
    for k, cell in enumerate(cells):
        above = page[cell[-1]]
        if _is_flush(above, line) and above.bottom - line.bottom < _CLOSE * line.height:
            return k
    return None
