"""How a lineage evolved: at the left its paragraphs by its versions, at the right all readings of the one at
the cursor, above what the chosen version kept and changed.
"""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from resdiff.core.history import History, fate_at
from resdiff.core.history.survival import turnovers
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress
from resdiff.core.wording import counted
from resdiff.render.terminal.readings import thread_lines
from resdiff.render.terminal.rows import StyledLine
from resdiff.render.views.characters import visible
from resdiff.render.views.history import LEGEND, last_of
from resdiff.render.views.labels import facts_of, title_of, version_label
from resdiff.render.views.survival import life_of, turnover_cells
from resdiff.tui.messages import CursorMoved
from resdiff.tui.screens.text_screen import TextScreen
from resdiff.tui.screens.work import work_on
from resdiff.tui.widgets.history_view import HistoryView
from resdiff.tui.widgets.page import Page
from resdiff.workspace.histories import history_of, threads_in_order
from resdiff.workspace.rounds import EVERY

_SHOWN = {
    None: "all paragraphs",
    "changed": "paragraphs that changed",
    "verbs": "paragraphs whose verbs changed",
    "here": "paragraphs of the chosen version, and what it dropped",
}


def open_evolution(
    app: Any, lineage: str, store: str | None, with_rounds: bool = False, begin: str = ""
) -> None:
    """Follows a lineage, or all versions up to one, and shows the table, at the version that is named
    `begin`, else at the last; `app` is any Textual application.

    The table has the last text of each year, or with rounds every version; it takes the place of one that
    stands there.
    """

    def work(report: Progress) -> History:
        return history_of([lineage], store, report, EVERY if with_rounds else None)

    def show(history: History) -> None:
        screen = EvolutionScreen(history, store, lineage, with_rounds)
        screen.begin = begin
        if isinstance(app.screen, EvolutionScreen):
            app.switch_screen(screen)
        else:
            app.push_screen(screen)

    work_on(app, f"following {visible(lineage)}", work, show)


class EvolutionScreen(TextScreen):
    """A history."""

    DEFAULT_CSS = """
    EvolutionScreen {
        & > #columns { height: 1; color: $text-accent; text-wrap: nowrap; }
        & #list { width: 50%; max-width: 84; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other", "table or readings"),
        Binding("right,l", "version(1)", "next", key_display="l"),
        Binding("left,h", "version(-1)", "before", key_display="h"),
        Binding("c", "shown", "choose rows"),
        Binding("r", "rounds", "years, or every round", show=False),
        Binding("y", "copy", "copy the last reading", show=False),
        Binding("n", "find_again(1)", "next", show=False),
        Binding("p,N", "find_again(-1)", "previous", key_display="p", show=False),
    ]

    LIST_FIRST = True

    def __init__(
        self, history: History, store: str | None, lineage: str = "", with_rounds: bool = False
    ) -> None:
        """`store` names the store that may hold the sources; `lineage` is what was followed, `with_rounds`
        whether through every version.
        """
        self._lineage, self._with_rounds = lineage, with_rounds
        self.begin = ""
        self._history = history
        self._table = HistoryView(history, threads_in_order(history), id="list")
        self._page = Page(self._readings, id="text")
        super().__init__(self._page, self._table, self._table, store)
        self._turnovers = (None, *turnovers(history))
        self._life = life_of(history)
        self._chosen: str | None = None

    def head(self) -> ComposeResult:
        """The chosen version, and the numbers above the table."""
        yield Static(id="head", markup=False)
        yield Static(id="columns", markup=False)

    def on_mount(self) -> None:
        """Goes to the last version; says what could not be followed."""
        self.call_after_refresh(self._begin)
        for warning in self._history.warnings:
            self.notify(warning, severity="warning", markup=False)

    def size_pane(self, alone: Widget | None = None) -> None:
        """The columns may be others."""
        super().size_pane(alone)
        self.call_after_refresh(self._show_place)

    def _begin(self) -> None:
        """Goes to the first paragraph of the version at which to begin, else of the last."""
        sources = [version.source or "-" for version in self._history.versions]
        if self.begin in sources:
            self._table.choose(sources.index(self.begin))
        threads = threads_in_order(self._history)
        self._table.move_to(
            next((k for k, thread in enumerate(threads) if thread.at(self._table.version) is not None), 0)
        )
        self._show_place()

    def _show_place(self) -> None:
        version = self._table.version
        text, turnover = self._history.versions[version], self._turnovers[version]
        facts = facts_of(text)
        message = (
            f"{version + 1} of {len(self._history.versions)}:"
            f" {version_label(text)}{f', {facts}' if facts else ''}"
        )
        first = f"{counted(len(text.paragraphs), 'paragraph')} to begin with"
        below = turnover_cells(turnover) if turnover is not None else first
        self.query_one("#head", Static).update(f"{visible(message)}\n{below}; {self._life}")
        self.query_one("#columns", Static).update(f"{self._table.head()}   {LEGEND}")

    def _readings(self, width: int) -> list[StyledLine]:
        """All readings of the paragraph at the cursor."""
        thread = self._table.thread_at_cursor()
        return thread_lines(self._history, thread, width, self.app.no_color) if thread is not None else []

    @on(CursorMoved, "#list")
    def _moved(self) -> None:
        self._page.remake()

    def action_copy(self) -> None:
        """Copies the last reading of the paragraph with its reference."""
        thread = self._table.thread_at_cursor()
        if thread is None:
            return
        paragraph = last_of(thread, self._history)
        text = self._history.versions[thread.last]
        self.app.copy_to_clipboard(f"{paragraph.text}\n({title_of(text)}, {paragraph.id})")
        self.notify(f"copied {paragraph.id}", timeout=2, markup=False)

    def action_version(self, step: int) -> None:
        """The next version, or the one before."""
        self._table.choose(self._table.version + step)
        if self._chosen == "here":
            self._show()
        self._show_place()

    def action_rounds(self) -> None:
        """The last text of each year, or every round."""
        if not self._lineage:
            self.notify("these texts are not followed through a store", timeout=2)
            return
        begin = self._history.versions[self._table.version].source
        open_evolution(self.app, self._lineage, self.store, not self._with_rounds, begin)

    def action_shown(self) -> None:
        """All paragraphs, those that changed, those whose verbs changed, those of the chosen version."""
        words = list(_SHOWN)
        self._chosen = words[(words.index(self._chosen) + 1) % len(words)]
        self.notify(f"{_SHOWN[self._chosen]}: {self._show()}", timeout=2)

    def _show(self) -> int:
        """Shows the paragraphs that are wanted; gives how many."""
        version = self._table.version
        threads = threads_in_order(self._history, self._chosen if self._chosen != "here" else None)
        if self._chosen == "here":
            threads = [thread for thread in threads if fate_at(self._history, thread, version) is not None]
        self._table.show_threads(threads)
        return len(threads)

    def place_in_source(self) -> tuple[Resolution, int] | None:
        """The line of the paragraph at the cursor in the chosen version, or where it was last seen."""
        thread = self._table.thread_at_cursor()
        if thread is None:
            return None
        place = thread.at(self._table.version) or thread.places[-1]
        text = self._history.versions[place.version]
        return text, text.paragraphs[place.paragraph].line
