"""A scroll view that is drawn line by line: only what is seen is made, and kept in a bounded cache."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from resdiff.render.terminal.wrap import StyledRun
from resdiff.tui.widgets.styles import cursor_style, textual_style

_CACHED = 2_048


class LineView(ScrollView, can_focus=True):
    """Draws the lines that `runs_of_line` gives; a subclass says how many there are by `count_lines`."""

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    LineView {
        background: $surface;
        color: $foreground;
        scrollbar-gutter: stable;
        overflow-x: hidden;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "line(1)", "down", show=False),
        Binding("k,up", "line(-1)", "up", show=False),
        Binding("space,pagedown", "page(1)", "page down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("g,home", "edge(False)", "start", show=False),
        Binding("G,end", "edge(True)", "end", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._strips: LRUCache[int, Strip] = LRUCache(_CACHED)
        self._styles: dict[str, Style] = {}

    def action_line(self, step: int) -> None:
        """A line down or up."""
        self.scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """A page down or up."""
        self.scroll_relative(y=step * max(self.scrollable_content_region.height - 2, 1), animate=False)

    def action_edge(self, is_end: bool) -> None:
        """The start or the end."""
        self.scroll_to(y=self.max_scroll_y if is_end else 0, animate=False)

    def count_lines(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def runs_of_line(self, y: int) -> list[StyledRun]:
        """The runs of line y."""
        raise NotImplementedError

    def is_marked(self, y: int) -> bool:
        """Whether line y bears the cursor."""
        return False

    @property
    def columns(self) -> int:
        """The cells of a line."""
        return max(self.scrollable_content_region.width, 1)

    def relayout(self) -> None:
        """Draws all anew after a change of lines or width."""
        self._strips.clear()
        self.virtual_size = Size(self.columns, self.count_lines())
        self.refresh()

    def redraw(self) -> None:
        """Draws anew what is seen."""
        self._strips.clear()
        self.refresh()

    def watch_has_focus(self, value: bool) -> None:
        """Draws the cursor as one that keys move, or as one that waits."""
        super().watch_has_focus(value)
        self.redraw()

    def notify_style_update(self) -> None:
        """Forgets the styles of the theme that went."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def run_style(self, name: str) -> Style:
        """The style of a run."""
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = textual_style(name, self.app.theme_variables)
        return style

    def render_line(self, y: int) -> Strip:
        """The strip of line y of the window."""
        line = self.scroll_offset.y + y
        width = self.size.width
        if line >= self.count_lines():
            return Strip.blank(width, self._base(line))
        strip = self._strips.get(line)
        if strip is None:
            strip = self._strips[line] = self._strip(line)
        return strip.crop_extend(0, width, self._base(line)).apply_offsets(0, line)

    def _base(self, y: int) -> Style:
        name = "cursor, keys move it" if self.has_focus else "cursor"
        base = self._styles.get(name if self.is_marked(y) else "")
        if base is None:
            base = self._styles[""] = self.rich_style
            if self.is_marked(y):
                base = self._styles[name] = base + cursor_style(self.app.theme_variables, self.has_focus)
        return base

    def _strip(self, y: int) -> Strip:
        base = self._base(y)
        runs = self.runs_of_line(y)
        segments = [
            Segment(text, base + self.run_style(style) if style else base) for style, text in runs if text
        ]
        strip = Strip(segments, sum(cell_len(text) for _, text in runs))
        selection = self.text_selection
        span = selection.get_span(y) if selection is not None else None
        return strip if span is None else self._selected(strip, *span)

    def _selected(self, strip: Strip, start: int, end: int) -> Strip:
        """The strip with the cells that are selected marked."""
        size = strip.cell_length
        end = size if end == -1 else min(end, size)
        start = min(start, end)
        before, chosen, after = strip.crop(0, start), strip.crop(start, end), strip.crop(end, size)
        return Strip.join(
            [before, chosen.apply_style(self.screen.get_component_rich_style("screen--selection")), after]
        )

    def selection_updated(self, selection: Selection | None) -> None:
        """Draws the selection."""
        self.redraw()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that is selected; only its lines are made."""
        first = selection.start.y if selection.start is not None else 0
        last = selection.end.y if selection.end is not None else self.count_lines() - 1
        lines = []
        for y in range(first, min(last, self.count_lines() - 1) + 1):
            text = "".join(text for _, text in self.runs_of_line(y))
            span = selection.get_span(y) or (0, -1)
            lines.append(text[span[0] : len(text) if span[1] == -1 else span[1]].rstrip())
        return "\n".join(lines), "\n"
