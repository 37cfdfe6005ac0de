"""The list beside a comparison: its brief, the balance of its verbs, its outline, or where words stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from resdiff.render.terminal.wrap import StyledRun
from resdiff.tui.widgets.line_list import LineList

if TYPE_CHECKING:  # rows are made when there is a brief: the text is painted first
    from resdiff.core.brief import Brief
    from resdiff.render.terminal.brief_rows import ListRow


class BriefList(LineList):
    """Rows that lead to changes; empty until there are some."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(self._row, id=id)
        self._rows: Sequence[ListRow] = ()

    def _row(self, row: int, width: int) -> list[StyledRun]:
        from resdiff.render.terminal.brief_rows import row_runs

        return row_runs(self._rows[row], width)

    def show_list(self, rows: Sequence[ListRow]) -> None:
        """Shows rows, the cursor on the first."""
        self._rows = rows
        self.show_rows(len(rows))

    def show_brief(self, brief: Brief | None) -> None:
        """Shows a brief, or nothing."""
        if brief is None:
            self.show_list(())
            return
        from resdiff.render.terminal.brief_rows import brief_rows

        self.show_list(brief_rows(brief))

    def changes_at(self, row: int) -> tuple[int, ...]:
        """The places of the changes to which a row leads; none for a title."""
        return self._rows[row].changes if row < len(self._rows) else ()

    def paragraph_at_cursor(self) -> str:
        """The id of the paragraph that the row at the cursor offers to link; '' where it offers none."""
        return self._rows[self.cursor].paragraph if self._rows else ""

    def follow(self, place: int) -> None:
        """Puts the cursor on the first row that leads to a change."""
        rows = (k for k, row in enumerate(self._rows) if place in row.changes)
        if (first := next(rows, None)) is not None:
            self.move_to(first, is_announced=False)
