"""What the screens that ask the store have in common: an error is a message, and long questions are asked in
the background.

A comparison of files asks no store, so what reaches one is imported where it is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import get_current_worker

from resdiff.core.errors import ResdiffError
from resdiff.tui.screens.help import HelpScreen

if TYPE_CHECKING:
    from resdiff.store.records import Version
    from resdiff.store.repository import Store

_Answer = TypeVar("_Answer")


class StoreScreen(Screen[None]):
    """A screen over a store."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "help", "help", key_display="?")]

    def __init__(self, store: str | None) -> None:
        """`store` names the store where it is not the usual one."""
        super().__init__()
        self.store = store

    def asked(self, ask: Callable[[Store], _Answer]) -> _Answer | None:
        """What the store answers; None, and a message, where it cannot."""
        from resdiff.workspace.references import open_repository

        try:
            with open_repository(self.store) as store:
                return ask(store)
        except ResdiffError as error:
            self.show_error(error)
            return None

    @work(thread=True, exclusive=True)
    def ask_aside(self, ask: Callable[[Store], _Answer], then: Callable[[_Answer], object]) -> None:
        """Asks the store in a thread of its own, and hands on what it answers.

        A later question ends an earlier one.
        """
        from resdiff.workspace.references import open_repository

        worker = get_current_worker()
        try:
            with open_repository(self.store) as store:
                answer = ask(store)
        except ResdiffError as error:
            self.app.call_from_thread(self.show_error, error)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(then, answer)

    def show_error(self, error: ResdiffError) -> None:
        """Shows an error as a message."""
        self.notify(str(error), severity="error", markup=False)

    def read(self, find: Callable[[Store], Version], paragraph: str | None = None) -> None:
        """Opens a version as a document, at a paragraph."""
        from resdiff.tui.screens.reader import ReaderScreen
        from resdiff.workspace.reading import verbs_in
        from resdiff.workspace.stored import read_version

        text = self.asked(lambda store: read_version(find(store), store))
        if text is not None:
            self.app.push_screen(ReaderScreen(text, verbs_in(text), paragraph, store=self.store))

    def action_help(self) -> None:
        """The keys, grouped by task."""
        self.app.push_screen(HelpScreen(self))
