"""A line at the foot that asks for a few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input


class AskBar(Input):
    """Shown while it asks; Enter answers, Escape ends without an answer."""

    DEFAULT_CSS = """
    AskBar { display: none; dock: bottom; height: 1; border: none; padding: 0 1; background: $panel; }
    AskBar:focus { border: none; }
    AskBar.asking { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "give up", show=False)]

    def __init__(self) -> None:
        super().__init__(id="ask", compact=True)
        self._answered: Callable[[str], object] = lambda _: None

    def ask(self, question: str, answered: Callable[[str], object]) -> None:
        """Opens the line with a question; `answered` is called with what was typed, '' where nothing was."""
        self._answered = answered
        self.placeholder = question
        self.value = ""
        self.add_class("asking")
        self.screen.set_focus(self)  # at once: the next key may be here already

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._end(self.value.strip())

    def action_give_up(self) -> None:
        """Ends without an answer."""
        self._end("")

    def _end(self, answer: str) -> None:
        self.remove_class("asking")
        self._answered(answer)
