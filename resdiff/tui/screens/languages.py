"""Two language versions of one text: what differs at the left, both texts at the right."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from resdiff.core.concordance import Concordance, Finding
from resdiff.core.model import Resolution
from resdiff.render.terminal.concordance import finding_runs
from resdiff.render.terminal.lines import clipped
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.render.views.concordance import place_of
from resdiff.render.views.labels import title_of
from resdiff.tui.messages import CursorMoved
from resdiff.tui.screens.text_screen import TextScreen
from resdiff.tui.widgets.language_view import LanguageView
from resdiff.tui.widgets.line_list import LineList


class LanguagesScreen(TextScreen):
    """Two language versions."""

    DEFAULT_CSS = """
    LanguagesScreen #list { width: 28%; max-width: 48; }
    LanguagesScreen #text { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "finding(1)", "next"),
        Binding("p,N", "finding(-1)", "previous", key_display="p", show=False),
        Binding("i", "differences", "what differs"),
        Binding("y", "copy", "copy both paragraphs", show=False),
    ]

    def __init__(self, concordance: Concordance, store: str | None = None, paragraph: str = "") -> None:
        """`paragraph` is the id of the one to begin at."""
        self._view = LanguageView(concordance, id="text")
        self._findings: list[tuple[int, str, Finding]] = [
            *((0, "", finding) for finding in concordance.findings),
            *(
                (k, place_of(row, concordance), finding)
                for k, row in enumerate(concordance.rows, start=1)
                for finding in row.findings
            ),
        ]
        self._list = LineList(self._finding, id="list")
        super().__init__(self._view, self._list, self._view, store)
        self._begin = paragraph
        self._is_begun = False
        """Whether the list is filled: its cursor moves first when it is."""

    def head(self) -> ComposeResult:
        """Which text it is, in which languages."""
        first, second = self._view.concordance.first, self._view.concordance.second
        yield Static(
            f"{visible(title_of(first))}   {first.language} │ {second.language}", id="head", markup=False
        )

    def position(self) -> str:
        """Which paragraphs the cursor is at."""
        row = self._view.cursor
        return place_of(self._view.concordance.rows[row - 1], self._view.concordance) if row else ""

    def on_mount(self) -> None:
        """Goes to the paragraph it begins at."""
        self._list.show_rows(len(self._findings))
        self.call_after_refresh(self._go)

    def _go(self) -> None:
        self._is_begun = True
        if self._begin:
            self._view.move_to(self._view.row_of(self._begin))

    def _finding(self, row: int, width: int) -> list[StyledRun]:
        _, place, finding = self._findings[row]
        return clipped(finding_runs(finding, place), width)

    @on(CursorMoved, "#list")
    def _list_moved(self, event: CursorMoved) -> None:
        if self._is_begun and self._list.has_focus:
            self._view.move_to(self._findings[event.place][0], is_announced=False)

    def place_in_source(self) -> tuple[Resolution, int]:
        """The line of the first version's paragraph at the cursor."""
        concordance, row = self._view.concordance, self._view.cursor
        place = concordance.rows[row - 1].first if row else None
        return concordance.first, concordance.first.paragraphs[place].line if place is not None else 1

    def action_finding(self, step: int) -> None:
        """The next or previous difference; after a search, the next or previous hit."""
        if self.sought:
            self.action_find_again(step)
            return
        rows = sorted({row for row, _, _ in self._findings})
        ahead = [row for row in rows if (row - self._view.cursor) * step > 0]
        if ahead:
            self._view.move_to(ahead[0 if step > 0 else -1])
        else:
            self.notify("no further difference that way" if rows else "nothing differs", timeout=2)

    def action_differences(self) -> None:
        """Opens the list of what differs, or closes it."""
        self.action_side()

    def action_copy(self) -> None:
        """Copies the paragraphs at the cursor, in both languages."""
        self.app.copy_to_clipboard(self._view.text_of_row(self._view.cursor))
        self.notify("copied", timeout=2)
