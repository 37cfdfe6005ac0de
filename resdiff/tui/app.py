"""The application: themes, what it opens with, and how it is left."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import WorkerFailed

from resdiff.core.compare import Comparison
from resdiff.core.errors import ResdiffError
from resdiff.core.progress import Progress
from resdiff.tui.messages import DecisionMade, LeaveScreen
from resdiff.tui.screens.comparison import ComparisonScreen
from resdiff.tui.screens.work import work_on
from resdiff.workspace.comparing import are_two_languages
from resdiff.workspace.theme import remember_theme, remembered_theme

if TYPE_CHECKING:  # most comparisons are of one language
    from resdiff.core.concordance import Concordance

ComparisonMaker = Callable[[Progress], Comparison]
"""Makes a comparison, telling how far it has come."""
THEMES = ("textual-dark", "textual-light", "nord", "gruvbox", "ansi-dark", "ansi-light")
"""Those through which `t` goes."""


def _bindings(kind: type) -> list[Binding]:
    """The keys that a class itself binds."""
    return [binding for binding in vars(kind).get("BINDINGS", ()) if isinstance(binding, Binding)]


class ResdiffApp(App[ResdiffError]):
    """Opens the comparison it is given or asked to make, or else the library.

    Ends with the error where one could not be made.
    """

    TITLE = "resdiff"
    ENABLE_COMMAND_PALETTE = True
    CSS = """
    ToastRack { margin-bottom: 0; align: left bottom; }
    ToastHolder { align-horizontal: left; }
    Toast { width: 100%; max-width: 100%; max-height: 3; margin-top: 0; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "next_theme", "next theme", show=False),
        Binding("ctrl+q", "quit", "leave resdiff at once", show=False, priority=True),
    ]

    def __init__(
        self,
        comparison: Comparison | ComparisonMaker | None = None,
        store: str | None = None,
        drafts: Sequence[str] = (),
    ) -> None:
        """`store` names the store of the library where it is not the usual one, `drafts` last year's text, a
        draft and the adopted one, where it opens with what became of the draft.
        """
        super().__init__()
        self._comparison, self._store, self._drafts = comparison, store, drafts
        self.fault: Exception | None = None
        """The first fault of the interface itself, which ended it."""

    def _handle_exception(self, error: Exception) -> None:
        """Leaves, the terminal restored, and keeps the fault for who ran the interface: Textual would print a
        traceback with values.
        """
        if self.fault is None:
            self.fault = (
                error.error
                if isinstance(error, WorkerFailed) and isinstance(error.error, Exception)
                else error
            )
        super()._handle_exception(error)
        self._exit_renderables.clear()

    def _leave_when_terminated(self) -> None:
        """Lets SIGTERM leave as a key does: an exception that is raised between two steps of the loop would
        be lost.
        """
        with suppress(
            NotImplementedError, RuntimeError, ValueError
        ):  # not on this system, or not in the main thread
            leave = partial(self.exit, return_code=128 + signal.SIGTERM)
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, leave)

    def on_mount(self) -> None:
        """Opens the first screen."""
        self._leave_when_terminated()
        if (theme := remembered_theme()) in self.available_themes and self._is_drawn_in(theme):
            self.theme = theme
        if self._drafts:
            self._open_outcome()
            return
        if isinstance(self._comparison, Comparison):
            self._open(self._comparison)
            return
        if self._comparison is not None:
            ask = self._comparison
            work_on(
                self,
                "comparing",
                ask,
                self._open,
                self.exit,
                self.exit,
            )
            return
        from resdiff.tui.screens.library import LibraryScreen  # a comparison of files needs no store

        self.push_screen(LibraryScreen(self._store))

    def on_key(self, event: events.Key) -> None:
        """Letters come back unused from where the keys went before a line that takes them was there: they go
        to that line, and begin nothing; Enter comes behind them.
        """
        line = self.focused
        if isinstance(line, Input) and (event.is_printable or event.key == "enter"):
            event.prevent_default()
            if event.key == "enter":
                line.call_later(line.action_submit)
            else:
                line.post_message(events.Key(event.key, event.character))

    def _is_drawn_in(self, theme: str) -> bool:
        """Whether a theme can be drawn: without colours those of the terminal itself would be all black."""
        return not (self.no_color and theme.startswith("ansi"))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Says something at the foot, in place of what was said before."""
        self.clear_notifications()
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def _open(self, comparison: Comparison) -> None:
        if are_two_languages(comparison):
            from resdiff.tui.screens.languages import LanguagesScreen  # most comparisons are of one language
            from resdiff.workspace.renderings import concordance_of

            def show(concordance: Concordance) -> None:
                self.push_screen(LanguagesScreen(concordance, self._store))

            work_on(self, "comparing", lambda report: concordance_of(comparison), show, self.exit, self.exit)
            return
        self.push_screen(ComparisonScreen(comparison, self._store))

    def _open_outcome(self) -> None:
        """What became of the draft."""
        from resdiff.tui.answering import draft_outcome  # a comparison of two texts asks nothing
        from resdiff.tui.screens.answers import Answers, AnswersScreen

        def show(answers: Answers) -> None:
            self.push_screen(AnswersScreen(answers, self._store))

        find = draft_outcome(self._drafts, self._store, self.no_color)
        work_on(self, "comparing", find, show, self.exit, self.exit)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every key of the screen as a command of the palette.

        Those of Textual tell nothing of resolutions.
        """
        titles = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            ours = {
                b.action
                for kind in type(active.node).__mro__
                if kind.__module__.startswith("resdiff.")
                for b in _bindings(kind)
            }
            if active.enabled and binding.action in ours and binding.action not in titles:
                titles.add(binding.action)
                keys = f"key {binding.key_display or self.get_key_display(binding)}"
                yield SystemCommand(
                    binding.description, keys, partial(self._act, binding.action, active.node)
                )
        yield SystemCommand("choose a theme", "any of the available themes", self.action_change_theme)

    def _act(self, action: str, node: DOMNode) -> None:
        self.call_next(self.run_action, action, node)

    def on_leave_screen(self, event: LeaveScreen) -> None:
        """Back to the screen before, or out."""
        self.clear_notifications()  # they are about the screen that is left
        if len(self.screen_stack) > 2:
            self.pop_screen()
        elif event.ends:
            self.exit()
        else:
            self.notify("press q to quit resdiff", timeout=2)

    def on_decision_made(self, event: DecisionMade) -> None:
        """Shows the comparison anew in which people decided something."""

        def compared(report: Progress) -> Comparison:
            return event.compare(report)

        def show(comparison: Comparison) -> None:
            if isinstance(self.screen, ComparisonScreen):
                self.switch_screen(ComparisonScreen(comparison, self._store, event.paragraph))
                self.notify(event.message, markup=False)

        work_on(self, "comparing again", compared, show)

    def action_next_theme(self) -> None:
        """The next theme."""
        themes = [theme for theme in THEMES if self._is_drawn_in(theme)]
        at = themes.index(self.theme) if self.theme in themes else -1
        self.theme = themes[(at + 1) % len(themes)]
        remember_theme(self.theme)
        self.notify(self.theme, timeout=2)
