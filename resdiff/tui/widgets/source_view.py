"""The source of a text, line by line, as it was read."""

from __future__ import annotations

from resdiff.render.terminal.lines import breaks, wrapped_lines
from resdiff.render.terminal.rows import StyledLine
from resdiff.render.views.characters import visible
from resdiff.tui.widgets.row_view import RowView

_GUTTER = 7


class SourceView(RowView):
    """A row a line of the source, with its number."""

    def __init__(self, source: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._source = [visible(line.expandtabs()) for line in source.split("\n")]
        self._width = 0

    def set_width(self, width: int) -> bool:
        """Takes note of the width."""
        is_new, self._width = width != self._width, width
        return is_new

    def count_rows(self) -> int:
        """The lines of the source."""
        return len(self._source)

    def height_of_row(self, row: int) -> int:
        """How many lines a line of the source takes."""
        return len(breaks(self._source[row], self._column()))

    def lines_of_row(self, row: int) -> list[StyledLine]:
        """A line of the source behind its number."""
        lines = wrapped_lines([("", self._source[row])], self._column())
        return [
            [("faint", f"{row + 1 if k == 0 else '':>{_GUTTER - 1}} "), *line] for k, line in enumerate(lines)
        ]

    def text_of_row(self, row: int) -> str:
        """A line of the source."""
        return self._source[row]

    def _column(self) -> int:
        return max(self._width - _GUTTER, 1)
