"""The two texts, paragraph against paragraph: rows of different heights, found by bisection."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Size

from resdiff.core.compare import Comparison
from resdiff.render.palette import visible
from resdiff.render.wrap import Run
from resdiff.tui.messages import Chosen, Moved
from resdiff.tui.rows import SHOWN, Layout, Line, Row, Shown, height_of, is_still, lines_of_row, readings, rows_of
from resdiff.tui.widgets.lines import LineView

_ROWS_KEPT = 256


class ComparisonView(LineView):
    """Shows a comparison; the cursor stands on a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "line(1)", "down", show=False),
        Binding("k,up", "line(-1)", "up", show=False),
        Binding("space,pagedown", "page(1)", "page down", show=False),
        Binding("b,pageup", "page(-1)", "page up", show=False),
        Binding("g,home", "edge(False)", "start", show=False),
        Binding("G,end", "edge(True)", "end", show=False),
    ]

    def __init__(self, comparison: Comparison, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.comparison = comparison
        self.shown: Shown = "folded"
        self.cursor = 0
        self._sought = ""
        self._layout = Layout(0, False)
        self._is_unified: bool | None = None
        self._rows: list[Row] = []
        self._ends: list[int] = []
        self._lines: LRUCache[int, list[Line]] = LRUCache(_ROWS_KEPT)

    @property
    def rows(self) -> list[Row]:
        """The rows that are shown."""
        return self._rows

    @property
    def is_side_by_side(self) -> bool:
        """Whether the texts stand side by side."""
        return self._layout.side_by_side

    def count_lines(self) -> int:
        """The lines of all rows."""
        return self._ends[-1] if self._ends else 0

    def on_resize(self, event: events.Resize) -> None:
        """Lays out for the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        """Lays all rows out for the width; the row at the top stays there."""
        width = self.columns
        wide = width >= 96 if self._is_unified is None else not self._is_unified
        layout = Layout(width, wide)
        if layout == self._layout and self._rows:
            return
        top, within = self._row_at(self.scroll_offset.y) if self._rows else (0, 0)
        self._layout = layout
        if not self._rows:
            self._rows = rows_of(self.comparison, self.shown)
        self._measure()
        if self._rows:
            self._go(self._start(top) + min(within, self._ends[top] - self._start(top) - 1))

    def _measure(self) -> None:
        self._lines.clear()
        self._ends = list(accumulate(height_of(row, self.comparison, self._layout) for row in self._rows))
        self.virtual_size = Size(self.columns, self.count_lines())
        self.redraw()

    def _start(self, row: int) -> int:
        return self._ends[row - 1] if row else 0

    def _row_at(self, y: int) -> tuple[int, int]:
        """The row of line y, and which of its lines that is."""
        row = min(bisect_right(self._ends, y), len(self._ends) - 1)
        return row, y - self._start(row)

    def runs_of_line(self, y: int) -> list[Run]:
        """The runs of a line, with what is sought marked."""
        row, within = self._row_at(y)
        lines = self._lines.get(row)
        if lines is None:
            lines = self._lines[row] = lines_of_row(self._rows[row], self.comparison, self._layout)
        return _marked(lines[within], self._sought) if self._sought else lines[within]

    def is_marked(self, y: int) -> bool:
        """Whether a line is the first one of the row where the cursor stands."""
        return bool(self._ends) and y == self._start(self.cursor)

    def _go(self, y: int) -> None:
        self.scroll_to(y=y, animate=False, immediate=True)

    def move_to(self, row: int, tell: bool = True) -> None:
        """Puts the cursor on a row and brings it into sight."""
        if not self._rows:
            return
        self.cursor = max(0, min(row, len(self._rows) - 1))
        start, end, window = self._start(self.cursor), self._ends[self.cursor], self.scrollable_content_region.height
        if start < self.scroll_offset.y or end > self.scroll_offset.y + window:
            self._go(max(start - window // 6, 0))
        self.redraw()
        if tell:
            self.post_message(Moved(self, self.cursor))

    def move_to_change(self, change: int) -> None:
        """Puts the cursor on the row of a change, by its place in the comparison."""
        for k, row in enumerate(self._rows):
            if row.first <= change < max(row.end, row.first + 1):
                self.move_to(k, tell=False)
                return

    def move_by_change(self, step: int) -> bool:
        """Puts the cursor on the next changed row that way; gives whether there is one."""
        k = self.cursor + step
        while 0 <= k < len(self._rows):
            row = self._rows[k]
            if row.first == row.end or not is_still(self.comparison.changes[row.first]):
                self.move_to(k)
                return True
            k += step
        return False

    def cycle_shown(self) -> Shown:
        """Shows unchanged paragraphs folded, all, or not; the change at the cursor stays in sight."""
        at = self._rows[self.cursor].first if self._rows else 0
        self.shown = SHOWN[(SHOWN.index(self.shown) + 1) % len(SHOWN)]
        self._rows = rows_of(self.comparison, self.shown)
        self.cursor = min(self.cursor, max(len(self._rows) - 1, 0))
        self._measure()
        self.move_to(next((k for k, row in enumerate(self._rows) if row.end > at or row.first >= at), 0))
        return self.shown

    def toggle_layout(self) -> None:
        """Side by side or unified."""
        self._is_unified = self._layout.side_by_side
        self._lay_out()

    def seek(self, wanted: str, step: int = 1, from_here: bool = False) -> bool:
        """Puts the cursor on the next row that way whose text has what is wanted, round the end; gives whether there is one."""
        self._sought = wanted
        self.redraw()
        if not wanted or not self._rows:
            return False
        count = len(self._rows)
        for k in range(0 if from_here else 1, count + 1):
            place = (self.cursor + k * step) % count
            if wanted.casefold() in self._text_of(self._rows[place]).casefold():
                self.move_to(place)
                return True
        return False

    def _text_of(self, row: Row) -> str:
        changes = self.comparison.changes[row.first : row.end]
        return "\n".join("\n".join(readings(change, self.comparison)) for change in changes)

    def action_line(self, step: int) -> None:
        """A line down or up."""
        self.scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """A page down or up."""
        self.scroll_relative(y=step * max(self.scrollable_content_region.height - 2, 1), animate=False)

    def action_edge(self, is_end: bool) -> None:
        """The start or the end."""
        self.move_to(len(self._rows) - 1 if is_end else 0)

    def change_at_cursor(self) -> int | None:
        """The place of the change at the cursor; None on what is no paragraph."""
        row = self._rows[self.cursor] if self._rows else None
        return row.first if row is not None and row.end > row.first else None

    def changes_in_sight(self) -> tuple[int, int]:
        """The places [first, end) of the changes that are in sight."""
        if not self._rows:
            return 0, 0
        top = self.scroll_offset.y
        first, last = self._row_at(top)[0], self._row_at(top + max(self.scrollable_content_region.height - 1, 0))[0]
        return self._rows[first].first, max(self._rows[last].end, self._rows[last].first)

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row; on the row where it stands, it chooses it."""
        if not self._rows:
            return
        row, _ = self._row_at(int(self.scroll_offset.y + event.y))
        if row == self.cursor and event.chain == 2:
            self.post_message(Chosen(self, row))
        self.move_to(row)


def _marked(line: Line, wanted: str) -> Line:
    """A line with what is sought marked, whatever runs it crosses."""
    text = "".join(part for _, part in line).casefold()
    low = visible(wanted).casefold()
    found = [False] * len(text)
    at = text.find(low)
    while at >= 0:
        found[at : at + len(low)] = [True] * len(low)
        at = text.find(low, at + 1)
    if not any(found) or len(text) != sum(len(part) for _, part in line):
        return line
    marked: Line = []
    place = 0
    for style, part in line:
        for char in part:
            kind = "found" if found[place] else style
            if marked and marked[-1][0] == kind:
                marked[-1] = (kind, marked[-1][1] + char)
            else:
                marked.append((kind, char))
            place += 1
    return marked
