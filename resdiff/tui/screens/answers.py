"""A list whose items the page beside it proves: what became of a draft, precedents, asks through time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from resdiff.core.model import Resolution
from resdiff.core.progress import Progress
from resdiff.core.tokens import search_form
from resdiff.render.terminal.answers import Answer, page_of, text_of
from resdiff.render.terminal.lines import clipped
from resdiff.render.terminal.rows import StyledLine
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.tui.messages import CursorMoved
from resdiff.tui.screens.text_screen import TextScreen
from resdiff.tui.screens.work import work_on
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.line_list import LineList
from resdiff.tui.widgets.page import Page

Answers = tuple[str, Sequence[Answer]]
"""What stands above a list, and its items."""


class AnswersScreen(TextScreen):
    """Answers."""

    DEFAULT_CSS = """
    AnswersScreen #list { width: 46%; max-width: 84; }
    AnswersScreen #text { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "read"),
        Binding("n", "hit(1)", "next"),
        Binding("p", "hit(-1)", "previous", key_display="p"),
        Binding("y", "copy", "copy the page", show=False),
    ]
    LIST_FIRST = True

    def __init__(self, answers: Answers, store: str | None) -> None:
        """`store` names the store that holds what is opened."""
        self._head, self._answers = answers
        self._hits: list[int] = []
        self._list = LineList(self._row, id="list")
        self._page = Page(self._lines, id="text")
        super().__init__(self._page, self._list, None, store)

    def head(self) -> ComposeResult:
        """What is answered."""
        head = "\n".join(map(visible, self._head.split("\n")))
        yield Static(head, id="head", markup=False)

    def on_mount(self) -> None:
        """Goes to the first item that has a page."""
        first = next((k for k, answer in enumerate(self._answers) if answer.passages is not None), 0)
        self._list.show_rows(len(self._answers), first)

    def _row(self, row: int, width: int) -> list[StyledRun]:
        return clipped(self._answers[row].runs, width)

    def _lines(self, width: int) -> list[StyledLine]:
        answer = self._answer()
        return page_of(answer, width) if answer is not None else []

    def _answer(self) -> Answer | None:
        """The item at the cursor; at a title the first one below it."""
        below = self._answers[self._list.cursor :]
        return next((answer for answer in below if answer.passages is not None), None)

    @on(CursorMoved, "#list")
    def _moved(self) -> None:
        self._page.remake()

    def choose_row(self) -> None:
        """The text in which it stands is opened there; else to the page."""
        self.action_open()

    def action_open(self) -> None:
        """Reads the text in which the item at the cursor stands."""
        answer = self._answer()
        if answer is None or answer.reference is None:
            super().choose_row()
            return
        from resdiff.workspace.references import resolve

        reference = answer.reference
        self.read(lambda store: resolve(reference, store), answer.paragraph)

    def seek(self, query: str) -> None:
        """Goes to the first item from the cursor on, round the end, that has what is sought in its line or
        page.
        """
        sought = search_form(query)
        self._hits = [k for k, one in enumerate(self._answers) if sought in search_form(text_of(one))]
        self.sought = query if self._hits else ""
        self._list.focus()
        if self.sought:
            self._list.move_to(next((k for k in self._hits if k >= self._list.cursor), self._hits[0]))
        elif query:
            self.notify(f"'{query}' is not in the list", timeout=3, markup=False)
        self.query_one(Hints).refresh()

    def search_state(self) -> str:
        """What is sought, at which of how many items; '' while nothing is."""
        which = bisect_right(self._hits, self._list.cursor)
        return f"'{visible(self.sought)}' {which} of {len(self._hits)}" if self.sought else ""

    def action_hit(self, step: int) -> None:
        """The next or previous item; titles are passed over. During a search the one that has it."""
        if self.sought:
            k = (
                bisect_left(self._hits, self._list.cursor + 1)
                if step > 0
                else bisect_left(self._hits, self._list.cursor) - 1
            )
            self._list.move_to(self._hits[k % len(self._hits)])
            self.query_one(Hints).refresh()
            return
        row = self._list.cursor + step
        while 0 <= row < len(self._answers) and self._answers[row].passages is None:
            row += step
        if 0 <= row < len(self._answers):
            self._list.move_to(row)

    def action_copy(self) -> None:
        """Copies the page."""
        lines = self._lines(10_000)
        self.app.copy_to_clipboard("\n".join("".join(text for _, text in line) for line in lines).strip())
        self.notify("copied", timeout=2)


def open_answers(app: Any, what: str, find: Callable[[Progress], Answers], store: str | None) -> None:
    """Finds answers aside and shows them; `app` is any Textual application, `what` says what is made."""
    work_on(app, what, find, lambda answers: app.push_screen(AnswersScreen(answers, store)))


def open_precedents(screen: TextScreen, text: Resolution, place: int) -> None:
    """Shows over a screen agreed language for a paragraph of a text, by its place."""
    from resdiff.tui.answering import agreed_language  # it reaches the store

    find = agreed_language(text, place, screen.store, not screen.app.no_color)
    open_answers(screen.app, "looking for precedents", find, screen.store)
