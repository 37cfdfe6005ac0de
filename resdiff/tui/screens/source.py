"""The source of a text as it was read, at the line of a paragraph."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from resdiff.render.views.characters import visible
from resdiff.tui.screens.text_screen import TextScreen
from resdiff.tui.widgets.source_view import SourceView


class SourceScreen(TextScreen):
    """A source."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "find_again(1)", "next"),
        Binding("p,N", "find_again(-1)", "previous", key_display="p"),
    ]

    def __init__(self, name: str, source: str, line: int) -> None:
        """`line` is the 1-based line to begin at."""
        self._view = SourceView(source, id="text")
        super().__init__(self._view, None, self._view)
        self._name_of_source, self._line = name, line

    def head(self) -> ComposeResult:
        """The name of the source."""
        yield Static(f"source of {visible(self._name_of_source)}", id="head", markup=False)

    def on_mount(self) -> None:
        """Goes to the line it begins at."""
        self.call_after_refresh(self._view.move_to, self._line - 1)
