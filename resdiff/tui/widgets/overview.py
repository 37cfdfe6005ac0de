"""A map of the whole text at the edge: where the changes lie, and what is in sight."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from resdiff.render.views.style import STYLE_SIGNS, WEIGHTS, style_of
from resdiff.tui.widgets.comparison_view import ComparisonView


class Overview(Widget):
    """Two columns: the sign of the weightiest change of each stretch of the text, and a bar along what is in
    sight.
    """

    DEFAULT_CSS = "Overview { width: 2; background: $panel; }"

    def __init__(self, view: ComparisonView) -> None:
        super().__init__(id="overview")
        self._view = view
        self._strips: dict[tuple[str, bool, Style], Strip] = {}
        """What is drawn for each kind of change, in sight or not: there are few."""

    def on_mount(self) -> None:
        """Follows the view."""
        self.watch(self._view, "scroll_y", self._follow, init=False)
        self.watch(self._view, "virtual_size", self._follow, init=False)

    def _follow(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip of one stretch."""
        total, height = len(self._view.comparison.changes), max(self.size.height, 1)
        first, end = y * total // height, max((y + 1) * total // height, y * total // height + 1)
        styles = [style_of(change) for change in self._view.comparison.changes[first:end]]
        kind = max(styles, key=WEIGHTS.index, default="unchanged")
        base, is_in_sight = self.rich_style, self._is_in_sight(first, end)
        strip = self._strips.get((kind, is_in_sight, base))
        if strip is None:
            sign = " " if kind == "unchanged" else STYLE_SIGNS[kind]
            style = base if kind == "unchanged" else base + self._view.run_style(kind)
            strip = Strip([Segment("▐" if is_in_sight else " ", base), Segment(sign, style)], 2)
            self._strips[kind, is_in_sight, base] = strip
        return strip

    def _is_in_sight(self, first: int, end: int) -> bool:
        low, high = self._view.changes_in_sight()
        return first < high and end > low

    def on_click(self, event: events.Click) -> None:
        """A click goes there."""
        total, height = len(self._view.comparison.changes), max(self.size.height, 1)
        self._view.move_to_change(min(int(event.y) * total // height, total - 1))
