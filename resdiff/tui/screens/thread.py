"""One paragraph through all versions: every reading, with the words that changed between them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from resdiff.core.history import History, Thread
from resdiff.render.terminal.lines import wrapped_lines
from resdiff.render.terminal.pieces import unified_of
from resdiff.render.terminal.rows import StyledLine
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.history import end_of, last_of, readings_of
from resdiff.render.views.labels import title_of
from resdiff.tui.messages import LeaveScreen
from resdiff.tui.screens.help import HelpScreen
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.page import Page

_INDENT = 2


def thread_lines(history: History, thread: Thread, width: int, signs: bool) -> list[StyledLine]:
    """The readings as lines; `signs` puts [- -] and {+ +} round the words that go and come."""
    lines: list[StyledLine] = []
    for heading, reading, edits in readings_of(history, thread):
        lines += wrapped_lines([("strong", heading)], width)
        runs: list[StyledRun] = unified_of(edits, signs) if edits else [("", reading)]
        lines += [[("", " " * _INDENT), *line] for line in wrapped_lines(runs, max(width - _INDENT, 1))]
        lines.append([])
    return [*lines, *wrapped_lines([("dropped", end_of(history, thread))], width)]


class ThreadScreen(Screen[None]):
    """A thread of a history."""

    DEFAULT_CSS = "ThreadScreen > Page { height: 1fr; padding: 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "copy the last reading"),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("q,escape", "back", "back"),
    ]

    def __init__(self, history: History, thread: Thread) -> None:
        super().__init__()
        self._history, self._thread = history, thread

    def compose(self) -> ComposeResult:
        """The page."""
        yield Page(lambda width: thread_lines(self._history, self._thread, width, self.app.no_color))
        yield Hints()

    def action_copy(self) -> None:
        """Copies the last reading with its reference."""
        paragraph = last_of(self._thread, self._history)
        text = self._history.versions[self._thread.last]
        self.app.copy_to_clipboard(f"{paragraph.text}\n({title_of(text)}, {paragraph.id})")
        self.notify(f"copied {paragraph.id}", timeout=2, markup=False)

    def action_help(self) -> None:
        """The keys, grouped by task."""
        self.app.push_screen(HelpScreen())

    def action_back(self) -> None:
        """Leaves."""
        self.post_message(LeaveScreen())
