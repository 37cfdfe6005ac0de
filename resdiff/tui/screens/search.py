"""A phrase sought in the whole store: hits by paragraph, Enter opens the reader there."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from resdiff.render.terminal.lines import cut
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.store.search import Hit, find
from resdiff.tui.messages import Chosen, LeaveScreen
from resdiff.tui.screens.store_screen import StoreScreen
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.line_list import LineList
from resdiff.workspace.references import resolve

_MOST = 1_000


class SearchScreen(StoreScreen):
    """Words, "quoted phrases" and beginnings*, in all versions."""

    DEFAULT_CSS = """
    SearchScreen {
        & > Input { height: 1; border: none; padding: 0 1; background: $panel; }
        & > #told { height: 1; padding: 0 1; color: $text-muted; }
        & > #hits { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "read"),
        Binding("slash", "ask", "search", key_display="/"),
        Binding("tab", "other", "words or hits", show=False),
        Binding("q,escape", "back", "back", show=False),
    ]

    def __init__(self, store: str | None) -> None:
        super().__init__(store)
        self._hits: tuple[Hit, ...] = ()
        self._list = LineList(self._row, id="hits")

    def compose(self) -> ComposeResult:
        """What is sought, how much was found, the hits."""
        yield Input(placeholder='words, "quoted phrases", beginnings*', compact=True)
        yield Static("a paragraph must contain all words", id="told", markup=False)
        yield self._list
        yield Hints()

    def on_mount(self) -> None:
        """Waits for what is typed."""
        self.action_ask()

    def _row(self, row: int, width: int) -> list[StyledRun]:
        hit = self._hits[row]
        runs: list[StyledRun] = [
            ("strong", visible(hit.reference)),
            ("faint", f" {visible(hit.paragraph)} {hit.date or ''}  "),
        ]
        return cut([*runs, ("", visible(hit.text))], [(0, width)])[0]

    @on(Input.Submitted)
    def _search(self, event: Input.Submitted) -> None:
        self.ask_aside(lambda store: find(store, event.value, _MOST), self._show)

    def _show(self, hits: tuple[Hit, ...]) -> None:
        self._hits = tuple(sorted(hits, key=lambda hit: (hit.reference.partition("@")[0], hit.date or "")))
        count = f"{len(hits)} paragraphs" if len(hits) < _MOST else f"the best {_MOST} paragraphs"
        self.query_one("#told", Static).update(f"{count} in {len({hit.reference for hit in hits})} versions")
        self._list.show_rows(len(hits))
        if hits:
            self._list.focus()

    @on(Chosen, "#hits")
    def action_open(self) -> None:
        """Reads the version of a hit, at the paragraph."""
        if not self._hits:
            return
        hit = self._hits[self._list.cursor]
        self.read(lambda store: resolve(hit.reference, store), hit.paragraph)

    def action_ask(self) -> None:
        """To the words that are sought."""
        self.query_one(Input).focus()

    def action_other(self) -> None:
        """From the words to the hits and back."""
        (self._list if self.query_one(Input).has_focus else self.query_one(Input)).focus()

    def action_back(self) -> None:
        """Leaves."""
        self.post_message(LeaveScreen())
