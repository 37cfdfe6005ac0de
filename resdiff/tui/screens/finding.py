"""A screen in whose rows words are found."""

from __future__ import annotations

from collections.abc import Callable

from resdiff.render.views.characters import visible
from resdiff.tui.screens.panes import PanesScreen
from resdiff.tui.widgets.ask_bar import AskBar
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.row_view import RowView


class FindingScreen(PanesScreen):
    """Rows, a line that asks what to find, and how far the search has come at the foot."""

    def __init__(self, rows: RowView | None, store: str | None) -> None:
        """`rows` are those in which words are found; None where a subclass finds them itself."""
        super().__init__(store)
        self.rows = rows
        self.sought = ""

    async def ask(self, question: str, answered: Callable[[str], object]) -> None:
        """Asks for a few words at the foot; the line that asks is made the first time."""
        if not self.query(AskBar):
            await self.mount(AskBar())
        self.query_one(AskBar).ask(question, answered)

    async def action_find(self) -> None:
        """Asks what to find."""
        await self.ask("find words, or a paragraph as OP4", self.seek)

    def seek(self, query: str) -> None:
        """Goes to the next place that has what is sought, or to the paragraph that is named; '' ends a
        search.
        """
        self.sought = query
        if self.rows is None:
            return
        self.rows.focus()
        if query and self.go_to(query):
            self.sought = ""
        else:
            self.rows.seek(query, from_here=True)
        self.query_one(Hints).refresh()

    def go_to(self, paragraph: str) -> bool:
        """Goes to the paragraph of an id, in any case; False where there is none."""
        row = self.rows.row_of(paragraph) if self.rows is not None else 0
        if row and self.rows is not None:
            self.rows.move_to(row)
        return row > 0

    def search_state(self) -> str:
        """What is sought, at which of how many places; '' while nothing is."""
        if not self.sought or self.rows is None:
            return ""
        which, of = self.rows.place_of_hit()
        words = f"'{visible(self.sought)}'"
        return f"{words} {which} of {of}" if of else f"{words} is not in the text"

    def action_find_again(self, step: int) -> None:
        """The next or previous place that has what was sought; else the next or previous row."""
        if self.rows is None:
            return
        if self.sought:
            self.rows.seek(self.sought, step)
        else:
            self.rows.move_to(self.rows.cursor + step)
        self.query_one(Hints).refresh()
