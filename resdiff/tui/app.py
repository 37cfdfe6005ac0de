"""The application: themes, what it opens with, and how it is left."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from resdiff.core.compare import Comparison
from resdiff.core.errors import ResdiffError
from resdiff.tui.messages import Judged
from resdiff.tui.screens.comparison import ComparisonScreen
from resdiff.workspace import compare_texts

_THEMES = ("textual-dark", "textual-light", "nord", "gruvbox", "ansi-dark", "ansi-light")


class ResdiffApp(App[None]):
    """Opens the comparison it is given, or else the library."""

    TITLE = "resdiff"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "next_theme", "theme", show=False),
        Binding("ctrl+q", "quit", "quit", show=False, priority=True),
    ]

    def __init__(self, comparison: Comparison | None = None, store: str | None = None) -> None:
        """`store` names the store of the library where it is not the usual one."""
        super().__init__()
        self._comparison, self._store = comparison, store

    def on_mount(self) -> None:
        """Opens the first screen."""
        if self._comparison is not None:
            self.push_screen(ComparisonScreen(self._comparison, self._store))
            return
        from resdiff.tui.screens.library import LibraryScreen  # a comparison of files needs no store

        self.push_screen(LibraryScreen(self._store))

    def on_done(self) -> None:
        """Back to the screen before, or out."""
        if len(self.screen_stack) > 2:
            self.pop_screen()
        else:
            self.exit()

    def on_judged(self, event: Judged) -> None:
        """Shows the comparison anew in which people decided something."""
        try:
            comparison = compare_texts(event.base, event.revised, store=self._store)
        except ResdiffError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.pop_screen()
        if isinstance(self.screen, ComparisonScreen):
            self.switch_screen(ComparisonScreen(comparison, self._store))

    def action_next_theme(self) -> None:
        """The next theme."""
        at = _THEMES.index(self.theme) if self.theme in _THEMES else -1
        self.theme = _THEMES[(at + 1) % len(_THEMES)]
