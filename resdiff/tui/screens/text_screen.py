"""The one layout: a list at the left says what, the text at the right proves it."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from resdiff.core.errors import ResdiffError
from resdiff.core.model import Resolution
from resdiff.tui.messages import Chosen, CursorMoved, LeaveScreen
from resdiff.tui.screens.finding import FindingScreen
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.lines import LineView
from resdiff.tui.widgets.row_view import RowView

_ROOM = 100
"""Cells from which on the list stands beside the text; on a narrower screen Tab shows one of them."""


class TextScreen(FindingScreen):
    """A text and a list beside it."""

    DEFAULT_CSS = """
    TextScreen {
        & > #head {
            height: auto; padding: 0 1; background: $panel; text-wrap: nowrap; text-overflow: ellipsis;
        }
        & > Horizontal { height: 1fr; }
        & #text { width: 1fr; }
        & #list { width: 36%; max-width: 76; display: none; border-right: solid $primary; }
        &.listed #list { display: block; }
        &.narrow #list { width: 1fr; max-width: 100%; border-right: none; }
        &.narrow.listed #text, &.narrow.listed #overview { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "find", key_display="/"),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("tab", "other", "text or list", show=False),
        Binding("o", "source", "open the source", show=False),
        Binding("q", "back", "back", show=False),
        Binding("escape", "back(False)", "end a search, close the list", show=False),
    ]
    OPENS_LIST: ClassVar[bool] = True
    """Whether the list is shown from the beginning where there is room."""
    LIST_FIRST: ClassVar[bool] = False
    """Whether keys speak to the list at the beginning; on a narrow screen it is then shown first."""
    LIST_NAME: ClassVar[str] = "list"
    """What the list is called."""
    _is_narrow: bool | None = None

    def __init__(
        self, text: LineView, side: LineView | None, rows: RowView | None, store: str | None = None
    ) -> None:
        """`rows` is the one of both in which words are found; `store` names the store that may hold the
        source.
        """
        super().__init__(rows, store)
        self.text, self.side = text, side

    def head(self) -> ComposeResult:
        """What stands above list and text."""
        return ()

    def position(self) -> str:
        """Where the cursor is, for the foot."""
        return ""

    @on(CursorMoved)
    def _show_position(self) -> None:
        self.query_one(Hints).refresh()

    def aside(self) -> ComposeResult:
        """What stands at the right of the text."""
        return ()

    def compose(self) -> ComposeResult:
        """Head, list, text, what stands aside, footer."""
        yield from self.head()
        with Horizontal():
            if self.side is not None:
                yield self.side
            yield self.text
            yield from self.aside()
        yield Hints(self.search_state, self.position, self._hints_of_narrow)

    def _hints_of_narrow(self) -> list[Binding]:
        """Where there is no room for both, how the other of list and text is shown."""
        what = "text" if self.is_listed else self.LIST_NAME
        return [Binding("tab", "other", what)] if self._is_narrow and self.side is not None else []

    def on_mount(self) -> None:
        """Arranges list and text, and gives one of them the keys."""
        self._first = self.first()
        self._arrange(self.app.size.width)

    def first(self) -> Widget:
        """What has the keys at first."""
        return self.side if self.LIST_FIRST and self.side is not None else self.text

    def on_resize(self, event: events.Resize) -> None:
        """Shows both where there is room for both."""
        self._arrange(event.size.width)

    def _arrange(self, width: int) -> None:
        is_narrow = width < _ROOM
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self.set_class(is_narrow, "narrow")
            self._show_list(self.OPENS_LIST and (self.LIST_FIRST or not is_narrow))
            self._first.focus()
        self.size_pane(alone=self.side if is_narrow else None)

    def sized_pane(self) -> LineView | None:
        """The list where it stands beside the text."""
        return self.side if self.is_listed and not self._is_narrow else None

    @property
    def is_listed(self) -> bool:
        """Whether the list is shown."""
        return self.has_class("listed")

    def _show_list(self, is_shown: bool) -> None:
        """Shows the list, or hides it."""
        if self.side is not None:
            self.set_class(is_shown, "listed")
            self.size_pane()
            self.query_one(Hints).refresh()

    def action_side(self) -> None:
        """Opens the list, or closes it."""
        if self.side is not None:
            self._show_list(not self.is_listed)
            (self.side if self.is_listed else self.text).focus()

    def action_other(self) -> None:
        """From the text to the list and back; the list is opened where it is not."""
        if self.side is None:
            return
        if not self.is_listed or self._is_narrow:
            self.action_side()
        else:
            (self.text if self.side.has_focus else self.side).focus()

    @on(Chosen, "#list")
    def _row_chosen(self) -> None:
        self.choose_row()

    def choose_row(self) -> None:
        """What Enter does in the list: to the text; on a narrow screen it takes the place of the list."""
        if self._is_narrow:
            self._show_list(False)
        self.text.focus()

    def place_in_source(self) -> tuple[Resolution, int] | None:
        """The text whose source can be opened, and the line at the cursor; None where there is none."""
        return None

    def action_source(self) -> None:
        """Opens the source of the text, at the paragraph of the cursor."""
        place = self.place_in_source()
        if place is None:
            self.notify("no source of one text here; enter reads it", timeout=2)
            return
        from resdiff.tui.screens.source import SourceScreen  # one of these screens itself
        from resdiff.workspace.sources import source_of

        try:
            source = source_of(place[0], self.store)
        except ResdiffError as error:
            self.show_error(error)
            return
        self.app.push_screen(SourceScreen(place[0].source, source, place[1]))

    def seek(self, query: str) -> None:
        """Finds words; on a narrow screen the text takes the place of the list, in which none are shown, and
        the list has the keys again where a search ends in it.
        """
        super().seek(query)
        if self._is_narrow and self.is_listed and self.side is not None:
            if self.sought:
                self._show_list(False)
            else:
                self.side.focus()

    def action_back(self, ends: bool = True) -> None:
        """Ends a search, shows what was shown first, or leaves; the first screen where `ends` says so."""
        is_first_shown = self.OPENS_LIST and (self.LIST_FIRST or not self._is_narrow)
        if self.sought:
            self.seek("")
        elif self.side is not None and self.is_listed != is_first_shown:
            self._show_list(is_first_shown)
            self._first.focus()
        else:
            self.post_message(LeaveScreen(ends))
