"""A phrase sought in the whole store: the hits at the left, the paragraph at the right.

Enter opens the reader there.
"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from resdiff.core.wording import counted
from resdiff.render.terminal.hits import hit_in_context, marked_runs
from resdiff.render.terminal.lines import clipped, wrapped_lines
from resdiff.render.terminal.rows import StyledLine
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.store.search import Hit, find, spans_of
from resdiff.tui.messages import CursorMoved
from resdiff.tui.screens.text_screen import TextScreen
from resdiff.tui.widgets.line_list import LineList
from resdiff.tui.widgets.page import Page
from resdiff.workspace.references import resolve
from resdiff.workspace.searching import FoldedHit, folded

_MOST = 1_000


class SearchScreen(TextScreen):
    """A phrase, or several of them, in all versions."""

    DEFAULT_CSS = """
    SearchScreen {
        & > Input { height: 1; border: none; padding: 0 1; background: $panel; }
        & > #counts { height: 1; padding: 0 1; color: $text-muted; }
        & #list { width: 42%; max-width: 80; }
        & #text { padding: 0 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "read"),
        Binding("slash", "find", "search", key_display="/"),
        Binding("n", "hit(1)", "next", show=False),
        Binding("p", "hit(-1)", "previous", show=False),
    ]
    LIST_FIRST = True

    def __init__(self, store: str | None) -> None:
        self._rows: list[str | FoldedHit] = []
        """The name of a lineage above the hits in it."""
        self._query = ""
        self._list = LineList(self._row, id="list")
        self._page = Page(self._paragraph, id="text")
        super().__init__(self._page, self._list, None, store)

    def head(self) -> ComposeResult:
        """What is sought, and in how many paragraphs it stands."""
        yield Input(placeholder="words in a row; AND between words that may stand apart", compact=True)
        yield Static("", id="counts", markup=False)

    def first(self) -> Widget:
        """The line that waits for what is typed."""
        return self.query_one(Input)

    def _row(self, row: int, width: int) -> list[StyledRun]:
        answer = self._rows[row]
        if isinstance(answer, str):
            return clipped([("strong", visible(answer))], width)
        hit = answer.last
        year = answer.span or (hit.date or "")[:4] or hit.reference.partition("@")[2]
        runs: list[StyledRun] = [("", f"  {visible(hit.paragraph)} "), ("faint", f"{year}  ")]
        return clipped([*runs, *hit_in_context(hit.text, spans_of(self._query, hit.text))], width)

    def _at_cursor(self) -> FoldedHit | None:
        """The hit at the cursor; below a lineage its first one."""
        rows = self._rows[self._list.cursor : self._list.cursor + 2]
        return next((row for row in rows if isinstance(row, FoldedHit)), None)

    def _paragraph(self, width: int) -> list[StyledLine]:
        """The paragraph at the cursor with what is sought marked, below it the versions that have it."""
        answer = self._at_cursor()
        if answer is None:
            return []
        hits = answer.hits
        text = hits[0].text
        lines = wrapped_lines([("strong", visible(_about(hits[0])))], width)
        lines += [[], *wrapped_lines(marked_runs(text, spans_of(self._query, text)), width), []]
        for hit in hits[1:]:
            lines += wrapped_lines([("faint", visible(f"the same in {_about(hit)}"))], width)
        return lines

    @on(CursorMoved, "#list")
    def _moved(self) -> None:
        self._page.remake()

    @on(Input.Submitted)
    def _search(self, event: Input.Submitted) -> None:
        self._query = event.value
        self.ask_aside(lambda store: find(store, event.value, _MOST), self._show)

    def _show(self, hits: tuple[Hit, ...]) -> None:
        self._rows = []
        for answer in folded(hits):
            if answer.lineage not in self._rows:
                self._rows.append(answer.lineage)
            self._rows.append(answer)
        count = counted(len(hits), "paragraph") if len(hits) < _MOST else f"the best {_MOST} paragraphs"
        versions = counted(len({hit.reference for hit in hits}), "version")
        message = f"{count} in {versions}" if hits else f"no paragraph has {visible(self._query)}"
        self.query_one("#counts", Static).update(message)
        self._list.show_rows(len(self._rows), 1)
        self._page.remake()
        if hits:
            self._first = self._list
            self._list.focus()

    def action_open(self) -> None:
        """Reads the version of a hit, at the paragraph."""
        answer = self._at_cursor()
        if answer is not None:
            hit = answer.last
            self.read(lambda store: resolve(hit.reference, store), hit.paragraph)

    def choose_row(self) -> None:
        """A hit that is chosen is read."""
        self.action_open()

    async def action_find(self) -> None:
        """To the words that are sought."""
        self.set_focus(self.query_one(Input))

    def action_hit(self, step: int) -> None:
        """The next or previous hit; titles are passed over."""
        row = self._list.cursor + step
        is_title = 0 <= row < len(self._rows) and isinstance(self._rows[row], str)
        self._list.move_to(max(row + step if is_title else row, 1))


def _about(hit: Hit) -> str:
    return ", ".join(part for part in (hit.reference, hit.paragraph, hit.symbol, hit.date) if part)
