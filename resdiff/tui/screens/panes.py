"""A screen of two panes, whose list can be made wider or narrower; the next screens keep the width."""

from __future__ import annotations

from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from textual.app import App
from textual.binding import Binding, BindingType
from textual.widget import Widget

from resdiff.tui.screens.store_screen import StoreScreen

_LEAST, _MOST, _STEP = 15, 75, 5
"""The width of the list in hundredths of the screen: at least, at most, and by how much a key changes it."""

_chosen: WeakKeyDictionary[App[Any], int] = WeakKeyDictionary()
"""The width that was chosen last in an application, on any of its screens."""


class PanesScreen(StoreScreen):
    """A subclass says which widget the list is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("less_than_sign", "widen(-1)", "narrower list", show=False),
        Binding("greater_than_sign", "widen(1)", "wider list", show=False),
    ]

    def sized_pane(self) -> Widget | None:
        """The list, where both panes are shown; else None."""
        raise NotImplementedError

    def action_widen(self, step: int) -> None:
        """Makes the list wider, or narrower."""
        pane = self.sized_pane()
        if pane is None:
            self.notify("the list has the whole width here", timeout=2)
            return
        share = round(100 * pane.outer_size.width / max(self.size.width, 1))
        _chosen[self.app] = max(_LEAST, min(share + step * _STEP, _MOST))
        self.size_pane()

    def size_pane(self, alone: Widget | None = None) -> None:
        """Gives the list the width that was chosen; its own again to one that stands `alone`."""
        if alone is not None:
            alone.styles.clear_rule("width")
            alone.styles.clear_rule("max_width")
        pane = self.sized_pane()
        if pane is not None and (share := _chosen.get(self.app)) is not None:
            pane.styles.width = f"{share}%"
            pane.styles.max_width = "100%"
