"""The paragraphs of a lineage by its versions: a row a paragraph, a sign a version.

One version is selected; keys move the selection.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import set_cell_size

from resdiff.core.history import History, Thread
from resdiff.render.terminal.lines import clipped
from resdiff.render.terminal.rows import StyledLine
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.render.views.history import cell_of, cell_runs, id_of, last_of
from resdiff.tui.widgets.row_view import RowView

_ID = 11
_CELL = 3
_OPENING = 24
"""The least cells for the opening words of a paragraph."""


class HistoryView(RowView):
    """The table; it shows as many versions as the width has room for, the chosen one among them."""

    def __init__(self, history: History, threads: Sequence[Thread], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._history = history
        self._threads = threads
        self._width = 0
        self._first = 0
        self.version = len(history.versions) - 1

    def show_threads(self, threads: Sequence[Thread]) -> None:
        """Shows other paragraphs; the cursor stays with the one where it stands, if that is among them."""
        at = self.thread_at_cursor()
        self._threads = threads
        self.measure()
        self.move_to(
            next((k for k, thread in enumerate(threads) if at is not None and thread.number == at.number), 0)
        )

    def thread_at_cursor(self) -> Thread | None:
        """The paragraph at the cursor; None where none is shown."""
        return self._threads[self.cursor] if self.cursor < len(self._threads) else None

    def choose(self, version: int) -> None:
        """Goes to a version, by its place from 0, as near as there is one."""
        self.version = max(0, min(version, len(self._history.versions) - 1))
        self._keep_in_sight()
        self.measure()

    def _keep_in_sight(self) -> None:
        """Shows the chosen version, and as many as there is room for."""
        first, room = min(self._first, self.version), self._room()
        first = min(first, max(len(self._history.versions) - room, 0))
        self._first = max(first, self.version - room + 1)

    def _room(self) -> int:
        return max((self._width - _ID - _OPENING) // _CELL, 1)

    def _shown(self) -> range:
        """The versions that are shown."""
        return range(self._first, min(self._first + self._room(), len(self._history.versions)))

    def head(self) -> str:
        """The years of the versions in two digits, each above its column, the chosen one marked; where years
        have several versions or are not known, the numbers of the versions.
        """
        more = "<" if self._first else " "
        years = [(text.masthead.date or "")[2:4] for text in self._history.versions]
        names = (
            years if all(years) and len(set(years)) == len(years) else [str(k + 1) for k in range(len(years))]
        )
        columns = "".join(
            f"{names[k]}{'*' if k == self.version else ''}".ljust(_CELL)[:_CELL] for k in self._shown()
        )
        return f"{more:>{_ID}}{columns}{'>' if self._shown().stop < len(self._history.versions) else ''}"

    def set_width(self, width: int) -> bool:
        """Takes note of the width; the chosen version stays in sight."""
        is_new, self._width = width != self._width, width
        self._keep_in_sight()
        return is_new

    def count_rows(self) -> int:
        """A row a paragraph."""
        return len(self._threads)

    def height_of_row(self, row: int) -> int:
        """One line."""
        return 1

    def lines_of_row(self, row: int) -> list[StyledLine]:
        """Id, signs, opening words."""
        thread = self._threads[row]
        paragraph = last_of(thread, self._history)
        line: list[StyledRun] = [("strong", set_cell_size(id_of(thread, self._history), _ID - 1)), ("", " ")]
        for version in self._shown():
            line += cell_runs(cell_of(thread, version, self._history))
        room = max(self._width - _ID - _CELL * len(self._shown()), 1)
        return [[*line, *clipped([("", visible(paragraph.text))], room)]]

    def action_line(self, step: int) -> None:
        """A row down or up."""
        self.move_to(self.cursor + step)

    def action_page(self, step: int) -> None:
        """A page down or up."""
        self.move_to(self.cursor + step * max(self.scrollable_content_region.height - 1, 1))

    def text_of_row(self, row: int) -> str:
        """All readings of a paragraph, and its last id."""
        thread = self._threads[row]
        readings = {self._history.versions[p.version].paragraphs[p.paragraph].text for p in thread.places}
        return " ".join([last_of(thread, self._history).id, *sorted(readings)])
