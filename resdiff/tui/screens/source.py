"""The source of a text as it was read, at the line of a paragraph."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from resdiff.render.views.characters import visible
from resdiff.tui.screens.text_screen import TextScreen
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.source_view import SourceView


class SourceScreen(TextScreen):
    """A source."""

    DEFAULT_CSS = """
    SourceScreen {
        & > #head { height: 1; padding: 0 1; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
        & > #text { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "find_again(1)", "next"),
        Binding("p,N", "find_again(-1)", "previous", key_display="p"),
    ]

    def __init__(self, name: str, source: str, line: int) -> None:
        """`line` is the 1-based line to begin at."""
        super().__init__(SourceView(source, id="text"), None)
        self._name_of_source, self._line = name, line

    def compose(self) -> ComposeResult:
        """Name, source, footer."""
        yield Static(f"source of {visible(self._name_of_source)}", id="head", markup=False)
        yield self.text
        yield Hints()

    def on_mount(self) -> None:
        """Goes to the line it begins at."""
        self.text.focus()
        self.call_after_refresh(self.text.move_to, self._line - 1)

    def action_find_again(self, step: int) -> None:
        """The next or previous place that has what was sought; else the next or previous line."""
        if self.sought:
            self.text.seek(self.sought, step)
        else:
            self.text.move_to(self.text.cursor + step)
