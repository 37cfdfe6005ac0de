"""Lineages on the left, the versions of the one at the cursor on the right."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from resdiff.store.records import Lineage, Version
from resdiff.tui.library import ORDERS, Order, arranged, lineage_runs, why_empty
from resdiff.tui.messages import Chosen, CursorMoved, LeaveScreen
from resdiff.tui.screens.store_questions import StoreQuestionsScreen
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.line_list import LineList
from resdiff.tui.widgets.versions import Versions
from resdiff.workspace.references import store_path
from resdiff.workspace.steps import stored_version_rows

_ACTIONS_NEEDING_LINEAGES = frozenset(
    "open view filter mark search evolution outcome asks sort drop facts".split()
)


class LibraryScreen(StoreQuestionsScreen):
    """What the store holds."""

    DEFAULT_CSS = """
    LibraryScreen {
        & > #filter { display: none; dock: top; height: 1; border: none; padding: 0 1; background: $panel; }
        & > #filter.asking { display: block; }
        & > #empty { padding: 1 2; display: none; }
        & #lineages { width: 38%; border-right: solid $primary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open"),
        Binding("v", "view", "read"),
        Binding("slash", "filter", "filter", key_display="/"),
        Binding("x", "mark", "mark a version to compare", show=False),
        Binding("s", "sort", "sort the lineages", show=False),
        Binding("tab", "column", "lineages or versions", show=False),
        Binding("right,l", "column(True)", "to the versions", show=False),
        Binding("left,h", "column(False)", "to the lineages", show=False),
        Binding("r", "read_anew", "reload", show=False),
        Binding("q", "back", "back, leave resdiff", show=False),
        Binding("escape", "back(False)", "end the filter, take marks away, back", show=False),
    ]

    def __init__(self, store: str | None) -> None:
        super().__init__(store)
        self._all: list[Lineage] = []
        self._can_be_read = True
        self._slug = ""  # of the lineage at the cursor, or where it stood before a filter that leaves none
        self._lineages: list[Lineage] = []
        self._order: Order = ORDERS[0]
        self._left = LineList(lambda row, width: lineage_runs(self._lineages[row], width), id="lineages")
        self._right = Versions(store)

    def compose(self) -> ComposeResult:
        """Filter, two lists, footer."""
        yield Input(id="filter", placeholder="part of a name or title", compact=True)
        yield Static(id="empty", markup=False)
        with Horizontal():
            yield self._left
            yield self._right
        yield Hints(state=lambda: self._right.marks() or store_path(self.store).name)

    def on_mount(self) -> None:
        """Reads the store."""
        self._left.focus()
        self.size_pane()
        self.action_read_anew()

    def sized_pane(self) -> LineList:
        """The lineages."""
        return self._left

    def action_read_anew(self) -> None:
        """Reads the lineages anew; where there is no store yet, or none that can be read, there are none."""
        where = store_path(self.store)
        lineages = self.asked(lambda store: store.lineages()) if where.exists() else ()
        self._can_be_read, self._all = lineages is not None, list(lineages or ())
        self.query_one("#empty", Static).update(why_empty(where, can_be_read=self._can_be_read))
        self.query_one("#empty").display = not self._all
        self.query_one(Hints).refresh()
        self._show_lineages()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An empty store can be filled; the samples are offered there alone."""
        if action == "samples":
            return not self._all and self._can_be_read
        return bool(self._all) or action not in _ACTIONS_NEEDING_LINEAGES

    def lineage_at_cursor(self) -> str:
        """The name of the lineage at the cursor."""
        return self._lineages[self._left.cursor].slug if self._lineages else ""

    def lineage_to_add_to(self) -> str:
        """That whose versions have the keys; among the lineages the titles of the texts say it."""
        return self.lineage_at_cursor() if self._right.list.has_focus else ""

    def version_at_cursor(self) -> Version | None:
        """The version at the cursor."""
        return self._right.at_cursor()

    def _show_lineages(self) -> None:
        slug = self._slug = self.lineage_at_cursor() or self._slug
        self._lineages = arranged(self._all, self.query_one("#filter", Input).value, self._order)
        slugs = [lineage.slug for lineage in self._lineages]
        self._left.show_rows(len(slugs), slugs.index(slug) if slug in slugs else 0)
        if not slugs:
            self._right.show(None, (), is_filtered=bool(self._all))

    @on(CursorMoved, "#lineages")
    def _lineage_moved(self) -> None:
        if self._lineages:
            lineage = self._lineages[self._left.cursor]  # where it stands now: the list may be filled anew
            self._right.show(
                lineage, self.asked(lambda store: stored_version_rows(lineage.slug, store)) or ()
            )

    @on(Chosen, "#lineages")
    def _lineage_chosen(self) -> None:
        """To the versions; a key that came while another was on its way is for them already."""
        if self.focused is self._right.list:
            self.action_open()
        else:
            self.set_focus(self._right.list)

    @on(Chosen, "#versions")
    def action_open(self) -> None:
        """Compares the two marked versions, or the one at the cursor with the one before it."""
        if self.focused is self._left:
            self.set_focus(self._right.list)
            return
        if (pair := self._right.pair()) is None:
            self.action_view()  # nothing stands before it
            return
        self._right.unmark()
        self.compare(*pair)

    def action_view(self) -> None:
        """Reads the version at the cursor."""
        if (version := self._right.at_cursor()) is not None:
            self.read(lambda _: version)

    def action_mark(self) -> None:
        """Marks the version at the cursor, or takes the mark away; two at most."""
        if self._right.has_keys():
            self._right.mark()

    def action_drop(self) -> None:
        """Drops the version at the cursor, where the keys are among the versions."""
        if self._right.has_keys():
            super().action_drop()

    def action_facts(self) -> None:
        """Changes the facts of the version at the cursor, where the keys are among the versions."""
        if self._right.has_keys():
            super().action_facts()

    def action_filter(self) -> None:
        """Asks for a part of a name or title."""
        self.set_focus(self.query_one("#filter", Input).add_class("asking"))

    @on(Input.Changed, "#filter")
    def _filter_changed(self) -> None:
        self._show_lineages()

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self._left.focus()

    def action_sort(self) -> None:
        """Sorts by name, title, date, last change, number of versions."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.notify(f"sorted by {self._order}", timeout=2)
        self._show_lineages()

    def action_column(self, is_right: bool | None = None) -> None:
        """To the versions, to the lineages, or to the other of both."""
        (self._right.list if (self._left.has_focus if is_right is None else is_right) else self._left).focus()

    def action_back(self, ends: bool = True) -> None:
        """Ends the filter, takes marks away, goes back to the lineages, or leaves where `ends` says so."""
        asked = self.query_one("#filter", Input)
        if asked.has_class("asking"):
            asked.remove_class("asking")
            asked.value = ""
            self._left.focus()
        elif self._right.marks() and not ends:
            self._right.unmark()
        elif self._right.list.has_focus:
            self._left.focus()
        else:
            self.post_message(LeaveScreen(ends))
