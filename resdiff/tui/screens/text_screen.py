"""What the screens that show a long text have in common: a list beside it, a search in it, help."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen

from resdiff.core.errors import ResdiffError
from resdiff.core.model import Resolution
from resdiff.tui.messages import LeaveScreen, SearchRequested
from resdiff.tui.screens.help import HelpScreen
from resdiff.tui.widgets.line_list import LineList
from resdiff.tui.widgets.row_view import RowView
from resdiff.tui.widgets.search_bar import SearchBar


class TextScreen(Screen[None]):
    """A text, and a list beside it that can be opened; moving in the list moves the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "find", key_display="/"),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("tab", "other", "text or list", show=False),
        Binding("o", "source", "open the source", show=False),
        Binding("q", "back", "back", show=False),
        Binding("escape", "back(False)", "end a search, close the list", show=False),
    ]

    def __init__(
        self, text: RowView, side: LineList | None, sought: str = "", store: str | None = None
    ) -> None:
        """`sought` is what is marked in the text from the start.

        `store` names the store that may hold the source.
        """
        super().__init__()
        self.text, self.side, self.sought, self.store = text, side, sought, store

    def is_side_open(self) -> bool:
        """Whether the list is shown."""
        return self.side is not None and self.side.has_class("open")

    def action_side(self) -> None:
        """Opens the list, or closes it."""
        if self.side is not None:
            self.side.toggle_class("open")
            (self.side if self.is_side_open() else self.text).focus()

    def action_other(self) -> None:
        """From the text to the list and back."""
        if self.side is not None and self.is_side_open():
            (self.text if self.side.has_focus else self.side).focus()

    def place_in_source(self) -> tuple[Resolution, int] | None:
        """The text whose source can be opened, and the line at the cursor; None where there is none."""
        return None

    def action_source(self) -> None:
        """Opens the source of the text, at the paragraph of the cursor."""
        place = self.place_in_source()
        if place is None:
            return
        from resdiff.tui.screens.source import SourceScreen  # one of these screens itself
        from resdiff.workspace.sources import source_of

        try:
            source = source_of(place[0], self.store)
        except ResdiffError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.app.push_screen(SourceScreen(place[0].source, source, place[1]))

    async def action_find(self) -> None:
        """Asks what to find; the line that asks is made the first time."""
        if not self.query(SearchBar):
            await self.mount(SearchBar())
        self.query_one(SearchBar).ask()

    @on(SearchRequested)
    def _seek(self, event: SearchRequested) -> None:
        self.sought = event.query
        self.text.focus()
        if not self.text.seek(event.query, from_here=True) and event.query:
            self.notify(f"'{event.query}' is not in the text", timeout=3, markup=False)

    def action_help(self) -> None:
        """The keys, grouped by task."""
        self.app.push_screen(HelpScreen())

    def action_back(self, ends: bool = True) -> None:
        """Ends a search, closes the list, or leaves; the first screen only where `ends` says so."""
        if self.sought:
            self.sought = ""
            self.text.seek("")
        elif self.is_side_open():
            self.action_side()
        else:
            self.post_message(LeaveScreen(ends))
