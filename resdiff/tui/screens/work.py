"""Long work: made in a thread of its own while a bar shows how far it has come; Escape ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import Worker

from resdiff.core.errors import ResdiffError
from resdiff.core.progress import Progress
from resdiff.render.views.characters import visible

_Answer = TypeVar("_Answer")
_PATIENCE = 0.3
"""Seconds after which the bar is shown: what is done sooner needs none."""
_BAR = 40


class CancelledError(Exception):
    """Someone ended the work."""


class WorkScreen(ModalScreen[object]):
    """Shown over a screen while work goes on.

    Ends with what it gives, with its ResdiffError, or with None where someone ended it.
    """

    DEFAULT_CSS = """
    WorkScreen { align: center middle; background: transparent; }
    WorkScreen > Vertical {
        display: none; width: 60; max-width: 100%; height: auto; border: round $primary; padding: 0 1;
        background: $surface;
    }
    WorkScreen.shown > Vertical { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "give_up", "stop", show=False)]

    def __init__(self, what: str, work: Callable[[Progress], object]) -> None:
        """`what` says in a few words what is made."""
        super().__init__()
        self._what, self._work = what, work
        self._share, self._doing = 0.0, ""
        self._is_over = False

    def compose(self) -> ComposeResult:
        """What is made, how far it has come, how it is ended."""
        with Vertical():
            yield Static(id="state", markup=False)

    def on_mount(self) -> None:
        """Begins."""
        self.set_timer(_PATIENCE, lambda: self.add_class("shown"))
        self.set_interval(0.1, self._show)
        self.run_worker(self._run, thread=True, exclusive=True)

    def on_unmount(self) -> None:
        """Ends the work where the application is left."""
        self._is_over = True

    def _show(self) -> None:
        done = round(self._share * _BAR)
        bar = "━" * done + "─" * (_BAR - done)
        self.query_one("#state", Static).update(
            f"{self._what}\n{bar} {self._share:4.0%}\n{visible(self._doing)}\npress escape to stop"
        )

    def _run(self) -> object:
        try:
            return self._work(self._report)
        except ResdiffError as error:
            return error
        except CancelledError:
            return None

    def _report(self, share: float, doing: str = "", /) -> None:
        if self._is_over:
            raise CancelledError
        self._share, self._doing = share, doing

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Leaves with what the work gave."""
        if event.worker.is_finished and not self._is_over:
            self._is_over = True
            self.dismiss(event.worker.result)

    def action_give_up(self) -> None:
        """Ends the work; what it has kept so far stays kept."""
        if not self._is_over:
            self._is_over = True
            self.dismiss(None)


def work_on(
    app: Any,
    what: str,
    work: Callable[[Progress], _Answer],
    then: Callable[[_Answer], object],
    failed: Callable[[ResdiffError], object] | None = None,
    ended: Callable[[], object] | None = None,
) -> None:
    """Does long work aside.

    Then calls `then` with what it gives, `failed` with its error (else tells it), `ended` where someone ended
    it.

    `app` is any Textual application.
    """

    def over(answer: Any) -> None:
        if isinstance(answer, ResdiffError):
            if failed is not None:
                failed(answer)
            else:
                app.notify(str(answer), severity="error", markup=False)
        elif answer is not None:
            then(answer)
        elif ended is not None:
            ended()

    app.push_screen(WorkScreen(what, work), over)
