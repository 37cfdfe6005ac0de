"""A line at the foot that asks what to find."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from resdiff.tui.messages import SearchRequested


class SearchBar(Input):
    """Shown when it asks; Enter seeks, Escape ends."""

    DEFAULT_CSS = """
    SearchBar { display: none; dock: bottom; height: 1; border: none; padding: 0 1; background: $panel; }
    SearchBar:focus { border: none; }
    SearchBar.asking { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "give up", show=False)]

    def __init__(self) -> None:
        super().__init__(placeholder="find in the text", id="search", compact=True)

    def ask(self) -> None:
        """Opens the line and waits for what is typed."""
        self.add_class("asking")
        self.value = ""
        self.focus()

    @on(Input.Submitted)
    def _seek(self, event: Input.Submitted) -> None:
        event.stop()
        self._end(self.value)

    def action_give_up(self) -> None:
        """Ends without a search."""
        self._end("")

    def _end(self, query: str) -> None:
        self.remove_class("asking")
        self.post_message(SearchRequested(query))
