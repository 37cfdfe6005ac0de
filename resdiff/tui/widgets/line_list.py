"""A list of any length with a cursor: one line a row, made when it is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from resdiff.render.terminal.wrap import StyledRun
from resdiff.tui.messages import Chosen, CursorMoved
from resdiff.tui.widgets.lines import LineView

RowRuns = Callable[[int, int], list[StyledRun]]
"""The runs of a row, by its place and the cells it has."""


class LineList(LineView):
    """Rows that a function draws; the cursor moves by keys and clicks."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "choose", show=False)]

    def __init__(self, draw: RowRuns, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._draw = draw
        self._count = 0
        self.cursor = 0

    def count_lines(self) -> int:
        """One line a row."""
        return self._count

    def runs_of_line(self, y: int) -> list[StyledRun]:
        """The runs of a row."""
        return self._draw(y, self.columns)

    def is_marked(self, y: int) -> bool:
        """Whether the cursor stands there."""
        return y == self.cursor

    def on_resize(self, event: events.Resize) -> None:
        """Draws the rows for the new width; the cursor stays in sight, whatever the height was before."""
        self.relayout()
        self.move_to(self.cursor, is_announced=False)

    def show_rows(self, count: int, cursor: int = 0) -> None:
        """Shows so many rows, the cursor on one of them."""
        self._count = count
        self.relayout()
        self.move_to(cursor)

    def move_to(self, row: int, is_announced: bool = True) -> None:
        """Puts the cursor on a row and brings it into sight."""
        self.cursor = max(0, min(row, self._count - 1))
        top, window = self.scroll_offset.y, max(self.scrollable_content_region.height, 1)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, immediate=True)
        elif self.cursor >= top + window:
            self.scroll_to(y=self.cursor - window + 1, animate=False, immediate=True)
        self.redraw()
        if is_announced and self._count:
            self.post_message(CursorMoved(self, self.cursor))

    def action_line(self, step: int) -> None:
        """A row down or up."""
        self.move_to(self.cursor + step)

    def action_page(self, step: int) -> None:
        """A page down or up."""
        self.move_to(self.cursor + step * max(self.scrollable_content_region.height - 1, 1))

    def action_edge(self, is_end: bool) -> None:
        """The first or the last row."""
        self.move_to(self._count - 1 if is_end else 0)

    def action_choose(self) -> None:
        """Chooses the row at the cursor."""
        if self._count:
            self.post_message(Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row, a double click chooses it."""
        row = int(self.scroll_offset.y + event.y)
        if row < self._count:
            self.move_to(row)
            if event.chain == 2:
                self.action_choose()
