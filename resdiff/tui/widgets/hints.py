"""The line at the foot: the few keys that matter on a screen; during a search, how far it has come.

A click does what the key does, one at its end opens all commands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
_HELP = "help"
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

    def __init__(
        self,
        search_state: Callable[[], str] = str,
        state: Callable[[], str] = str,
        first: Callable[[], Sequence[Binding]] = tuple,
    ) -> None:
        """`search_state` gives how far a search has come, '' while none goes on; `state` what stands at the
        end of the line, as where the cursor is; `first` what stands before the keys of every size.
        """
        super().__init__()
        self._search_state, self._state, self._first = search_state, state, first

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
        shown = [
            binding
            for binding in own.values()
            if binding.show and self.screen.check_action(binding.action.partition("(")[0], ())
        ]
        shown = [*self._first(), *shown]
        others = [binding for binding in shown if binding.action != _HELP]
        return [b for b in shown if b.action == _HELP or b in others[: _MOST - 1]]

    def _shown(self) -> list[tuple[Binding | None, str, str]]:
        """What is shown, in order: a binding or None, its sign, what it does; as many as have room, the help
        among them.
        """
        state = self._search_state()
        shown: list[tuple[Binding | None, str, str]] = [(None, "", f" {state} ")] * bool(state)
        shown += [
            (b, f" {b.key_display or b.key.partition(',')[0]}", f" {b.description} ") for b in self.hints()
        ]
        room = self.size.width - cell_len(_ALL) - cell_len(self._end())
        while len(shown) > 1 and sum(cell_len(sign) + cell_len(does) for _, sign, does in shown) > room:
            is_help = shown[-1][0] is not None and shown[-1][0].action == _HELP
            shown.pop(-2 if is_help else -1)
        return shown

    def _end(self) -> str:
        """What stands at the end of the line, where there is room for it."""
        state = self._state()
        return f" {state}" if state and self.size.width - cell_len(_ALL) > 2 * cell_len(state) else ""

    def render_line(self, y: int) -> Strip:
        """The line."""
        base: Style = self.rich_style
        key = base + self.get_component_rich_style("hints--key", partial=True)
        segments = [
            segment
            for _, sign, does in self._shown()
            for segment in (Segment(sign, key), Segment(does, base))
        ]
        end, room = self._end(), self.size.width - cell_len(_ALL)
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
