"""The two texts of a comparison, paragraph against paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from resdiff.core.compare import Comparison
from resdiff.core.compare.weights import SUBSTANCE
from resdiff.core.tokens import search_form
from resdiff.render.terminal.rows import (
    SHOWN,
    Layout,
    Shown,
    StyledLine,
    TextRow,
    comparison_rows,
    height_of,
    lines_of_row,
)
from resdiff.tui.widgets.row_view import RowView

_WIDE = 96
"""Cells from which on the texts stand side by side."""


def _dimmed(lines: list[StyledLine]) -> list[StyledLine]:
    """The lines with what stays in them faint."""
    return [[(style or "faint", text) for style, text in line] for line in lines]


class ComparisonView(RowView):
    """Shows a comparison; the cursor stands on a row."""

    def __init__(self, comparison: Comparison, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.comparison = comparison
        self.shown: Shown = "folded"
        self.rows: list[TextRow] = comparison_rows(comparison, self.shown)
        self._layout = Layout(width=0, side_by_side=False)
        self._is_unified: bool | None = None
        self._weights: Sequence[int] = ()
        self._changes_with_hits: list[int] = []
        self._opened: set[int] = set()
        """The changes that are shown whole, by their places."""

    @property
    def is_side_by_side(self) -> bool:
        """Whether the texts stand side by side."""
        return self._layout.side_by_side

    def set_width(self, width: int) -> bool:
        """Side by side where the width allows it, or as was asked."""
        layout = Layout(
            width=width,
            side_by_side=width >= _WIDE if self._is_unified is None else not self._is_unified,
            signs=self.app.no_color,
            whole=bool(self._sought),
        )
        is_new, self._layout = layout != self._layout, layout
        return is_new

    def count_rows(self) -> int:
        """How many rows are shown."""
        return len(self.rows)

    def height_of_row(self, row: int) -> int:
        """How many lines a row takes."""
        shown = self.rows[row]
        if self._is_open(shown):
            return len(self.lines_of_row(row))
        return height_of(shown, self.comparison, self._layout)

    def lines_of_row(self, row: int) -> list[StyledLine]:
        """The lines of a row."""
        shown = self.rows[row]
        if self._is_open(shown):
            from resdiff.render.terminal.enlarged import paragraph_lines

            change = self.comparison.changes[shown.first]
            return [*paragraph_lines(change, self.comparison, self._layout.width, self._layout.signs), []]
        lines = lines_of_row(shown, self.comparison, self._layout)
        return _dimmed(lines) if self._is_routine(shown) else lines

    def _is_open(self, row: TextRow) -> bool:
        return row.first in self._opened and not row.is_fold and row.first < row.end

    def toggle_open(self) -> None:
        """Shows the paragraph at the cursor whole: all its words, verbs with their ranks, why it was matched,
        footnotes; or as the others again. A folded run is unfolded, and stays so.
        """
        row = self.rows[self.cursor] if self.rows else None
        if row is None or row.first == row.end:
            return
        if row.is_fold:
            unfolded = [TextRow(first=place, end=place + 1) for place in range(row.first, row.end)]
            self.rows[self.cursor : self.cursor + 1] = unfolded
        else:
            self._opened ^= {row.first}
        self.measure()
        self.move_to(self.cursor, is_announced=False)

    def seek(self, query: str, step: int = 1, from_here: bool = False) -> bool:
        """Goes to what is sought; paragraphs are shown whole, so that it is in sight."""
        self.take_sought(query)
        self.lay_out()
        is_there = super().seek(query, step, from_here)
        if is_there and self.rows[self.cursor].is_fold:  # the paragraph that has it stands folded
            self.toggle_open()
            super().seek(query, 1, from_here=True)
        return is_there

    def take_sought(self, query: str) -> None:
        """Takes note of what is sought, and of the changes that have it."""
        if query != self._sought:
            low = search_form(query)
            places = range(len(self.comparison.changes) if query else 0)
            self._changes_with_hits = [place for place in places if low in search_form(self._text_of(place))]
        super().take_sought(query)

    def place_of_hit(self) -> tuple[int, int]:
        """Which of the paragraphs that have what is sought the cursor has reached, those in folded runs
        counted, and how many have it.
        """
        end = self.rows[self.cursor].end if self.rows else 0
        return bisect_left(self._changes_with_hits, end), len(self._changes_with_hits)

    def show_weights(self, weights: Sequence[int]) -> None:
        """Dims what is routine, by the weight of each change."""
        self._weights = weights
        self._lines.clear()
        self.redraw()

    def _is_routine(self, row: TextRow) -> bool:
        is_paragraph = not row.is_fold and row.first < row.end
        return bool(self._weights) and is_paragraph and self._weights[row.first] < SUBSTANCE

    def text_of_row(self, row: int) -> str:
        """The readings of both sides."""
        shown = self.rows[row]
        return "\n".join(map(self._text_of, range(shown.first, shown.end)))

    def _text_of(self, place: int) -> str:
        """Both readings of a change."""
        change = self.comparison.changes[place]
        return f"{self.comparison.base_reading(change)}\n{self.comparison.revised_reading(change)}"

    def move_to_change(self, change: int) -> None:
        """Puts the cursor on the row of a change, by its place in the comparison."""
        self.move_to(bisect_right(self.rows, change, key=lambda row: row.first) - 1, is_announced=False)

    def show_change(self, change: int) -> None:
        """The same, and unfolds the run in which it stands."""
        self.move_to_change(change)
        if self.rows and self.rows[self.cursor].is_fold:
            self.toggle_open()
            self.move_to_change(change)

    def move_by_change(self, step: int, counts: Callable[[int], bool] | None = None) -> bool:
        """Puts the cursor on the next changed row that way that `counts`; gives whether there is one."""
        k = self.cursor + step
        while 0 <= k < len(self.rows):
            row = self.rows[k]
            is_change = row.first < row.end and not self.comparison.changes[row.first].is_quiet
            is_next = is_change and (counts is None or counts(row.first))
            if is_next or (row.first == row.end and counts is None):
                self.move_to(k)
                return True
            k += step
        return False

    def cycle_shown(self) -> Shown:
        """Shows unchanged paragraphs folded, all, or not; the change at the cursor stays in sight."""
        at = self.rows[self.cursor].first if self.rows else 0
        self.shown = SHOWN[(SHOWN.index(self.shown) + 1) % len(SHOWN)]
        self.rows = comparison_rows(self.comparison, self.shown)
        self.cursor = 0
        self.measure()
        self.move_to(next((k for k, row in enumerate(self.rows) if row.end > at or row.first >= at), 0))
        return self.shown

    def toggle_layout(self) -> None:
        """Side by side or unified."""
        self._is_unified = self._layout.side_by_side
        self.lay_out()

    def change_at_cursor(self) -> int | None:
        """The place of the change at the cursor; None on what is no paragraph."""
        row = self.rows[self.cursor] if self.rows else None
        return row.first if row is not None and row.end > row.first else None

    def changes_in_sight(self) -> tuple[int, int]:
        """The places [first, end) of the changes that are in sight."""
        if not self.count_lines():
            return 0, 0
        first, last = self.rows_in_sight()
        return self.rows[first].first, max(self.rows[last].end, self.rows[last].first)
