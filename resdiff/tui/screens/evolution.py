"""How a lineage evolved: the table of its paragraphs by its versions, and what the chosen version kept and
changed.
"""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from resdiff.core.history import History, fate_at
from resdiff.core.history.survival import turnovers
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import facts_of, version_label
from resdiff.render.views.survival import life_of, turnover_cells
from resdiff.tui.messages import Chosen
from resdiff.tui.screens.text_screen import TextScreen
from resdiff.tui.screens.thread import ThreadScreen
from resdiff.tui.screens.work import work_on
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.history_view import HistoryView
from resdiff.workspace.histories import history_of, threads_in_order

_SHOWN = {
    None: "all paragraphs",
    "changed": "paragraphs that changed",
    "verbs": "paragraphs whose verbs changed",
    "here": "paragraphs of the chosen version, and what it dropped",
}


def open_evolution(app: Any, lineage: str, store: str | None) -> None:
    """Follows a lineage, or all versions up to one, and shows the table; `app` is any Textual application."""

    def work(report: Progress) -> History:
        return history_of([lineage], store, report)

    work_on(
        app,
        f"following {visible(lineage)}",
        work,
        lambda history: app.push_screen(EvolutionScreen(history, store)),
    )


class EvolutionScreen(TextScreen):
    """A history."""

    DEFAULT_CSS = """
    EvolutionScreen {
        & > #head { height: 2; padding: 0 1; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
        & > #columns { height: 1; color: $text-accent; text-wrap: nowrap; }
        & > #text { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "thread", "readings"),
        Binding("right,l", "version(1)", "next", key_display="l"),
        Binding("left,h", "version(-1)", "before", key_display="h"),
        Binding("c", "shown", "choose rows"),
        Binding("n", "find_again(1)", "next", show=False),
        Binding("p,N", "find_again(-1)", "previous", key_display="p", show=False),
    ]

    def __init__(self, history: History, store: str | None) -> None:
        """`store` names the store that may hold the sources."""
        self._history = history
        self._table = HistoryView(history, threads_in_order(history), id="text")
        super().__init__(self._table, None, store=store)
        self._turnovers = (None, *turnovers(history))
        self._life = life_of(history)
        self._chosen: str | None = None

    def compose(self) -> ComposeResult:
        """The chosen version, numbers, table, footer."""
        yield Static(id="head", markup=False)
        yield Static(id="columns", markup=False)
        yield self._table
        yield Hints()

    def on_mount(self) -> None:
        """The table is what keys speak to."""
        self._table.focus()
        self.call_after_refresh(self._begin)
        for warning in self._history.warnings:
            self.notify(warning, severity="warning", markup=False)

    def on_resize(self) -> None:
        """The columns may be others."""
        self.call_after_refresh(self._show_place)

    def _begin(self) -> None:
        """Goes to the first paragraph of the last version."""
        last = len(self._history.versions) - 1
        threads = threads_in_order(self._history)
        self._table.move_to(next((k for k, thread in enumerate(threads) if thread.at(last) is not None), 0))
        self._show_place()

    def _show_place(self) -> None:
        version = self._table.version
        text, turnover = self._history.versions[version], self._turnovers[version]
        facts = facts_of(text)
        message = (
            f"{version + 1} of {len(self._history.versions)}:"
            f" {version_label(text)}{f', {facts}' if facts else ''}"
        )
        below = (
            turnover_cells(turnover)
            if turnover is not None
            else f"{len(text.paragraphs)} paragraphs to begin with"
        )
        self.query_one("#head", Static).update(f"{visible(message)}\n{below}; {self._life}")
        self.query_one("#columns", Static).update(self._table.head())

    @on(Chosen, "#text")
    def action_thread(self) -> None:
        """All readings of the paragraph at the cursor."""
        thread = self._table.thread_at_cursor()
        if thread is not None:
            self.app.push_screen(ThreadScreen(self._history, thread))

    def action_version(self, step: int) -> None:
        """The next version, or the one before."""
        self._table.choose(self._table.version + step)
        if self._chosen == "here":
            self._show()
        self._show_place()

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

    def action_find_again(self, step: int) -> None:
        """The next or previous paragraph of which a reading has what was sought.

        Else the next or previous one.
        """
        if self.sought:
            self.text.seek(self.sought, step)
        else:
            self.text.move_to(self.text.cursor + step)
