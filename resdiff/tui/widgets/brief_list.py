"""The list beside a comparison: its brief, or the balance of its verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resdiff.render.terminal.wrap import StyledRun
from resdiff.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from resdiff.core.brief import Brief
    from resdiff.render.terminal.brief_rows import ListRow


class BriefList(LineList):
    """Rows that lead to changes; empty until there is a brief."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(self._row, id=id)
        self._brief: Brief | None = None
        self._rows: list[ListRow] = []
        self._shows_verbs = False

    def _row(self, row: int, width: int) -> list[StyledRun]:
        from resdiff.render.terminal.brief_rows import row_runs

        return row_runs(self._rows[row], width)

    def show_brief(self, brief: Brief | None) -> None:
        """Shows a brief, or nothing."""
        self._brief = brief
        self._fill()

    def exchange(self) -> None:
        """The balance of the verbs for the brief, or the reverse."""
        self._shows_verbs = not self._shows_verbs
        self._fill()

    def _fill(self) -> None:
        if self._brief is None:
            self._rows = []
            self.show_rows(0)
            return
        from resdiff.render.terminal.brief_rows import balance_rows, brief_rows

        self._rows = balance_rows(self._brief) if self._shows_verbs else brief_rows(self._brief)
        self.show_rows(len(self._rows))

    def changes_at(self, row: int) -> tuple[int, ...]:
        """The places of the changes to which a row leads; none for a title."""
        return self._rows[row].changes if row < len(self._rows) else ()

    def follow(self, place: int) -> None:
        """Puts the cursor on the first row that leads to a change."""
        rows = (k for k, row in enumerate(self._rows) if place in row.changes)
        if (first := next(rows, None)) is not None:
            self.move_to(first, is_announced=False)
