"""One version as a document, with an outline of its parts."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer

from resdiff.core.model import Resolution
from resdiff.core.verbs import Verbs
from resdiff.render.labels import title_of
from resdiff.render.palette import visible
from resdiff.render.wrap import Run
from resdiff.tui.messages import Chosen, Done, Moved, Sought
from resdiff.tui.screens.help import HelpScreen
from resdiff.tui.widgets.line_list import LineList
from resdiff.tui.widgets.reader_view import ReaderView, outline
from resdiff.tui.widgets.search_bar import SearchBar
from resdiff.tui.wrapping import cut


class ReaderScreen(Screen[None]):
    """A text."""

    DEFAULT_CSS = """
    ReaderScreen {
        & > Horizontal { height: 1fr; }
        & #outline { width: 28%; max-width: 40; display: none; border-right: solid $primary; }
        & #outline.open { display: block; }
        & #text { width: 1fr; padding: 0 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "find", key_display="/"),
        Binding("n", "find_again(1)", "next"),
        Binding("p,N", "find_again(-1)", "previous", key_display="p"),
        Binding("o", "outline", "outline"),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("y", "copy", "copy the paragraph", show=False),
        Binding("tab", "other", "text or outline", show=False),
        Binding("q,escape", "back", "back", show=False),
    ]

    def __init__(self, resolution: Resolution, verbs: Verbs | None, paragraph: str | None = None, sought: str = "") -> None:
        """`paragraph` is the id of the one to begin at, `sought` what is marked in the text."""
        super().__init__()
        self._parts = outline(resolution)
        self._text = ReaderView(resolution, verbs, id="text")
        self._outline = LineList(self._part, id="outline")
        self._begin, self._sought = paragraph, sought

    def compose(self) -> ComposeResult:
        """Outline, text, footer."""
        with Horizontal():
            yield self._outline
            yield self._text
        yield SearchBar()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Goes to the paragraph it begins at."""
        self._text.focus()
        self._outline.show_rows(len(self._parts))
        self.call_after_refresh(self._go)

    def _go(self) -> None:
        if self._begin is not None:
            self._text.move_to(self._text.row_of(self._begin))
        if self._sought:
            self._text.seek(self._sought, from_here=True)

    def _part(self, row: int, width: int) -> list[Run]:
        return cut([("", visible(self._parts[row][0]))], [(0, width)])[0]

    @on(Moved, "#outline")
    def _outline_moved(self, event: Moved) -> None:
        if self._outline.has_focus:
            self._text.move_to(self._parts[event.place][1], tell=False)

    @on(Chosen, "#outline")
    def _outline_chosen(self) -> None:
        self._text.focus()

    def action_outline(self) -> None:
        """Opens the outline, or closes it."""
        self._outline.toggle_class("open")
        (self._outline if self._outline.has_class("open") else self._text).focus()

    def action_other(self) -> None:
        """From the text to the outline and back."""
        if self._outline.has_class("open"):
            (self._text if self._outline.has_focus else self._outline).focus()

    def action_find(self) -> None:
        """Asks what to find."""
        self.query_one(SearchBar).ask()

    @on(Sought)
    def _seek(self, event: Sought) -> None:
        self._sought = event.wanted
        self._text.focus()
        if not self._text.seek(event.wanted, from_here=True) and event.wanted:
            self.notify(f"'{event.wanted}' stands nowhere in the text", timeout=3, markup=False)

    def action_find_again(self, step: int) -> None:
        """The next or previous place that has what was sought; else the next or previous paragraph."""
        if self._sought:
            self._text.seek(self._sought, step)
        else:
            self._text.move_to(self._text.cursor + step)

    def action_copy(self) -> None:
        """Copies the paragraph at the cursor with its reference."""
        paragraph = self._text.paragraph_at(self._text.cursor)
        if paragraph is not None:
            self.app.copy_to_clipboard(f"{paragraph.text}\n({title_of(self._text.resolution)}, {paragraph.id})")
            self.notify(f"copied {paragraph.id}", timeout=2, markup=False)

    def action_help(self) -> None:
        """The keys, grouped by task."""
        self.app.push_screen(HelpScreen())

    def action_back(self) -> None:
        """Ends a search, closes the outline, or leaves."""
        if self._sought:
            self._sought = ""
            self._text.seek("")
        elif self._outline.has_class("open"):
            self.action_outline()
        else:
            self.post_message(Done())
