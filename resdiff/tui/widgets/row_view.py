"""Rows of different heights in one long view: laid out for the width, found by bisection, made when they are
seen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from textual import events
from textual.cache import LRUCache
from textual.geometry import Size

from resdiff.core.tokens import search_form
from resdiff.render.terminal.rows import StyledLine
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.tui.messages import Chosen, CursorMoved
from resdiff.tui.widgets.lines import LineView

_ROWS_CACHED = 256


class RowView(LineView):
    """Shows rows; the cursor stands on one.

    A subclass says how many there are, how high each is, its lines and its text.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.cursor = 0
        self._sought = ""
        self._hits: list[int] | None = None
        self._ends: list[int] = []
        self._lines: LRUCache[int, list[StyledLine]] = LRUCache(_ROWS_CACHED)

    def count_rows(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def height_of_row(self, row: int) -> int:
        """How many lines a row takes."""
        raise NotImplementedError

    def lines_of_row(self, row: int) -> list[StyledLine]:
        """The lines of a row."""
        raise NotImplementedError

    def row_of(self, identity: str) -> int:
        """The row of the paragraph of an id, in any case; 0 where there is none."""
        return 0

    def text_of_row(self, row: int) -> str:
        """What is searched of a row."""
        raise NotImplementedError

    def set_width(self, width: int) -> bool:
        """Takes note of the cells of a line; gives whether rows have to be laid out anew."""
        raise NotImplementedError

    def count_lines(self) -> int:
        """The lines of all rows."""
        return self._ends[-1] if self._ends else 0

    def on_resize(self, event: events.Resize) -> None:
        """Lays out for the new width."""
        self.lay_out()

    def lay_out(self) -> None:
        """Lays all rows out for the width; the row at the top stays there."""
        is_first = not self._ends
        top, within = (0, 0) if is_first else self.row_at(self.scroll_offset.y)
        if self.set_width(self.columns) or is_first:
            self.measure()
            if self._ends and not is_first:
                self._go(self.start_of(top) + min(within, self._ends[top] - self.start_of(top) - 1))

    def measure(self) -> None:
        """Reckons the heights of all rows."""
        self._lines.clear()
        self._hits = None
        self._ends = list(accumulate(map(self.height_of_row, range(self.count_rows()))))
        self.virtual_size = Size(self.columns, self.count_lines())
        self.redraw()

    def start_of(self, row: int) -> int:
        """The first line of a row."""
        return self._ends[row - 1] if row else 0

    def row_at(self, y: int) -> tuple[int, int]:
        """The row of line y, and which of its lines that is."""
        row = min(bisect_right(self._ends, y), len(self._ends) - 1)
        return row, y - self.start_of(row)

    def rows_in_sight(self) -> tuple[int, int]:
        """The first and the last row in sight."""
        top = self.scroll_offset.y
        return self.row_at(top)[0], self.row_at(top + max(self.scrollable_content_region.height - 1, 0))[0]

    def runs_of_line(self, y: int) -> list[StyledRun]:
        """The runs of a line, with what is sought marked."""
        row, within = self.row_at(y)
        lines = self._lines.get(row)
        if lines is None:
            lines = self._lines[row] = self.lines_of_row(row)
        return _marked(lines[within], self._sought) if self._sought else lines[within]

    def is_marked(self, y: int) -> bool:
        """Whether a line is the first one of the row where the cursor stands."""
        return bool(self._ends) and y == self.start_of(self.cursor)

    def _go(self, y: int) -> None:
        self.scroll_to(y=y, animate=False, immediate=True)

    def move_to(self, row: int, is_announced: bool = True) -> None:
        """Puts the cursor on a row and brings it into sight."""
        if not self._ends:
            return
        self.cursor = max(0, min(row, len(self._ends) - 1))
        start, end, window = (
            self.start_of(self.cursor),
            self._ends[self.cursor],
            self.scrollable_content_region.height,
        )
        if start < self.scroll_offset.y or end > self.scroll_offset.y + window:
            self._go(max(start - window // 6, 0))
        self.redraw()
        if is_announced:
            self.post_message(CursorMoved(self, self.cursor))

    def seek(self, query: str, step: int = 1, from_here: bool = False) -> bool:
        """Puts the cursor on the next row that way whose text has what is wanted, round the end.

        Gives whether there is one.
        """
        self.take_sought(query)
        self.redraw()
        hits = self._rows_with_hits()
        if not hits:
            return False
        if step > 0:
            k = bisect_left(hits, self.cursor + (not from_here))
        else:
            k = bisect_left(hits, self.cursor) - 1
        self.move_to(hits[k % len(hits)])
        return True

    def take_sought(self, query: str) -> None:
        """Takes note of what is sought."""
        if query != self._sought:
            self._sought, self._hits = query, None

    def _rows_with_hits(self) -> list[int]:
        if self._hits is None:
            query = search_form(self._sought)
            rows = range(len(self._ends) if query else 0)
            self._hits = [row for row in rows if query in search_form(self.text_of_row(row))]
        return self._hits

    def place_of_hit(self) -> tuple[int, int]:
        """Which of the paragraphs that have what is sought the cursor has reached, from 1, and how many have
        it.
        """
        hits = self._rows_with_hits()
        return bisect_right(hits, self.cursor), len(hits)

    def action_edge(self, is_end: bool) -> None:
        """The start or the end."""
        self.move_to(len(self._ends) - 1 if is_end else 0)

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row; a double click on the row where it stands chooses it."""
        if self._ends:
            row, _ = self.row_at(int(self.scroll_offset.y + event.y))
            if row == self.cursor and event.chain == 2:
                self.post_message(Chosen(self, row))
            self.move_to(row)


def _marked(line: StyledLine, query: str) -> StyledLine:
    """A line with what is sought marked, whatever runs it crosses."""
    text = search_form("".join(part for _, part in line))
    low = search_form(visible(query))
    is_marked = [False] * len(text)
    at = text.find(low)
    while at >= 0:
        is_marked[at : at + len(low)] = [True] * len(low)
        at = text.find(low, at + 1)
    if not any(is_marked) or len(text) != sum(len(part) for _, part in line):
        return line
    marked: StyledLine = []
    place = 0
    for style, part in line:
        for char in part:
            kind = "found" if is_marked[place] else style
            if marked and marked[-1][0] == kind:
                marked[-1] = (kind, marked[-1][1] + char)
            else:
                marked.append((kind, char))
            place += 1
    return marked
