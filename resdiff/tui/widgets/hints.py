"""The line at the foot: the few keys that matter on a screen; during a search, how far it has come.

A click does what the key does, one at its end opens all commands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.strip import Strip
from textual.widget import Widget

_MOST = 5
_SEARCH_KEYS = {"n": "next", "p": "before", "escape": "end"}
"""What a search is led by, on every screen."""
_ALL = " ≡ "
"""Opens all commands by a click."""


class Hints(Widget):
    """Draws the bindings of its screen that are to be shown, in one line: much quicker than a widget for
    each.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hints--key"}
    DEFAULT_CSS = """
    Hints {
        dock: bottom; height: 1; background: $panel; color: $foreground;
        & > .hints--key { color: $text-accent; text-style: bold; }
    }
    """

    def __init__(self, search_state: Callable[[], str] = str, state: Callable[[], str] = str) -> None:
        """`search_state` gives how far a search has come, '' while none goes on; `state` what stands at the
        end of the line, as where the cursor is.
        """
        super().__init__()
        self._search_state, self._state = search_state, state

    def hints(self) -> list[Binding]:
        """The bindings that are shown: those of the screen itself before those that it shares; during a
        search those that lead it.
        """
        ours = (kind for kind in type(self.screen).__mro__ if kind.__module__.startswith("resdiff."))
        bindings = (binding for kind in ours for binding in vars(kind).get("BINDINGS", ()))
        own: dict[str, Binding] = {}
        for binding in bindings:
            if isinstance(binding, Binding):
                own.setdefault(binding.key, binding)
        if self._search_state():
            by_key = {key: binding for binding in own.values() for key in binding.key.split(",")}
            return [
                replace(by_key[key], key=key, key_display="⎋" if key == "escape" else key, description=does)
                for key, does in _SEARCH_KEYS.items()
                if key in by_key
            ]
        return [
            binding
            for binding in own.values()
            if binding.show and self.screen.check_action(binding.action.partition("(")[0], ())
        ][:_MOST]

    def _shown(self) -> list[tuple[Binding | None, str, str]]:
        """What is shown, in order: a binding or None, its sign, what it does."""
        state = self._search_state()
        return [(None, "", f" {state} ")] * bool(state) + [
            (b, f" {b.key_display or b.key.partition(',')[0]}", f" {b.description} ") for b in self.hints()
        ]

    def render_line(self, y: int) -> Strip:
        """The line."""
        base: Style = self.rich_style
        key = base + self.get_component_rich_style("hints--key", partial=True)
        segments = [
            segment
            for _, sign, does in self._shown()
            for segment in (Segment(sign, key), Segment(does, base))
        ]
        state = self._state()
        room = self.size.width - cell_len(_ALL)
        end = f" {state}" if state and room > 2 * cell_len(state) else ""
        line = Strip(segments).crop_extend(0, max(room - cell_len(end), 0), base)
        return Strip([*line, Segment(end, base), Segment(_ALL, key)]).crop_extend(0, self.size.width, base)

    async def on_click(self, event: events.Click) -> None:
        """Does what the key at that place does."""
        if event.x >= self.size.width - cell_len(_ALL):
            self.app.action_command_palette()
            return
        begin = 0
        for binding, sign, does in self._shown():
            begin += cell_len(sign) + cell_len(does)
            if event.x < begin and binding is not None:
                await self.screen.run_action(binding.action)
                return
