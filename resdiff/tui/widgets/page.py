"""A page of lines that are made for the width: for what is small enough to be made at once."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from resdiff.render.terminal.rows import StyledLine
from resdiff.render.terminal.wrap import StyledRun
from resdiff.tui.widgets.lines import LineView


class Page(LineView):
    """Shows the lines that a function makes for a width."""

    def __init__(self, make: Callable[[int], list[StyledLine]], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._make = make
        self._lines: list[StyledLine] = []

    def count_lines(self) -> int:
        """The lines that were made."""
        return len(self._lines)

    def runs_of_line(self, y: int) -> list[StyledRun]:
        """The runs of a line."""
        return self._lines[y]

    def on_resize(self, event: events.Resize) -> None:
        """Makes the lines for the new width."""
        self._lines = self._make(self.columns)
        self.relayout()

    def remake(self) -> None:
        """Makes the lines anew, from the top."""
        self._lines = self._make(self.columns)
        self.relayout()
        self.scroll_to(y=0, animate=False, immediate=True)
