"""A comparison: the brief at the left says what happened, the text at the right proves it, a map at the
edge shows where.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static
from textual.worker import get_current_worker

from resdiff.core.compare import Comparison
from resdiff.core.compare.weights import MATTERS
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import text_names
from resdiff.tui.messages import Chosen, CursorMoved, LeaveScreen
from resdiff.tui.screens.comparison_actions import ComparisonActions
from resdiff.tui.widgets.brief_list import BriefList
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.overview import Overview

if TYPE_CHECKING:
    from resdiff.core.brief import Brief

_UNTIL_SEEN = 0.25
"""Seconds after which the brief is read: the text is painted first."""
_ROOM = 100
"""Cells from which on the list stands beside the text."""


class ComparisonScreen(ComparisonActions):
    """A comparison."""

    _is_narrow: bool | None = None

    DEFAULT_CSS = """
    ComparisonScreen {
        & > #head { height: 3; padding: 0 1; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
        & > Horizontal { height: 1fr; }
        & #text { width: 1fr; }
        & #list { width: 36%; max-width: 56; display: none; border-right: solid $primary; }
        & #list.open { display: block; }
        &.narrow #list { width: 1fr; max-width: 100%; border-right: none; }
        &.narrow.listed #text, &.narrow.listed #overview { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "matter(1)", "next that matters", key_display="n"),
        Binding("right_square_bracket", "change(1)", "any change", key_display="]"),
        Binding("v", "other_list", "verbs"),
        Binding("p", "matter(-1)", "previous that matters", show=False),
        Binding("left_square_bracket", "change(-1)", "change before", show=False),
    ]

    def __init__(self, comparison: Comparison, store: str | None, paragraph: str | None = None) -> None:
        """`store` names the store that keeps what is decided by hand.

        `paragraph` is the id of the one to begin at, judged by hand.
        """
        self._list = BriefList(id="list")
        super().__init__(comparison, self._list, store)
        self._begin = paragraph
        self.brief: Brief | None = None
        """None until it is read."""

    def compose(self) -> ComposeResult:
        """Header, list, text, map, footer."""
        yield Static(self._head(), id="head", markup=False)
        with Horizontal():
            yield self._list
            yield self.view
            yield Overview(self.view)
        yield Hints()

    def on_mount(self) -> None:
        """The text is shown at once, the brief as soon as it is read; the text is what keys speak to."""
        self._arrange(self.app.size.width)
        self.set_timer(_UNTIL_SEEN, partial(self.run_worker, self._read_brief, thread=True))
        if self._begin is not None:
            self.call_after_refresh(self._go, self._begin)

    def _read_brief(self) -> None:
        """Reads the brief aside: the text is seen and obeys before it is there."""
        from resdiff.workspace.briefing import brief_as_set

        brief, problem = brief_as_set(self.comparison)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_brief, brief, problem)

    def _show_brief(self, brief: Brief, problem: str) -> None:
        self.brief = brief
        self.view.show_weights([answer.weight.value for answer in brief.answers])
        self._list.show_brief(brief)
        self.query_one("#head", Static).update(self._head())
        if problem:
            self.notify(problem, severity="warning", markup=False)

    def _head(self) -> str:
        """What is compared, and what happened once that is read."""
        lines = [*text_names(self.comparison), ""]
        if self.brief is not None:
            from resdiff.render.views.brief import brief_head

            lines[-1] = brief_head(self.brief)[1]
        return "\n".join(map(visible, lines))

    def on_resize(self, event: events.Resize) -> None:
        """Beside the text there is a list where there is room; else Tab shows it in its place."""
        self._arrange(event.size.width)

    def _arrange(self, width: int) -> None:
        is_narrow = width < _ROOM
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self.set_class(is_narrow, "narrow")
            self._show_list(not is_narrow)
            self.view.focus()

    def _show_list(self, is_open: bool) -> None:
        self._list.set_class(is_open, "open")
        self.set_class(is_open, "listed")

    def action_side(self) -> None:
        """Opens the list, or closes it."""
        super().action_side()
        self.set_class(self.is_side_open(), "listed")

    def _go(self, paragraph: str) -> None:
        one, two = self.comparison.base.paragraphs, self.comparison.revised.paragraphs
        changes = self.comparison.changes
        rows = [
            k
            for k, c in enumerate(changes)
            if paragraph in {*(one[i].id for i in c.base), *(two[j].id for j in c.revised)}
        ]
        decided = [k for k in rows if changes[k].by_hand]
        self.view.move_to_change((decided or rows or [0])[0])

    @on(CursorMoved, "#list")
    def _list_moved(self, event: CursorMoved) -> None:
        changes = self._list.changes_at(event.place)
        if self._list.has_focus and changes:
            self.view.move_to_change(changes[0])

    @on(CursorMoved, "#text")
    def _text_moved(self, event: CursorMoved) -> None:
        place = self.view.change_at_cursor()
        if place is not None:
            self._list.follow(place)

    @on(Chosen, "#list")
    def _list_chosen(self) -> None:
        if self.has_class("narrow"):
            self._show_list(False)
        self.view.focus()

    def action_back(self, ends: bool = True) -> None:
        """Ends a search, goes from the list that takes the place of the text to the text, or leaves."""
        if self.sought or (self.has_class("narrow") and self.is_side_open()):
            super().action_back(ends)
        else:
            self.post_message(LeaveScreen(ends))

    def action_other_list(self) -> None:
        """The brief, or the balance of the verbs; the list is opened where it is not."""
        if self.is_side_open():
            self._list.exchange()
        else:
            self.action_side()

    def action_other(self) -> None:
        """From the text to the list and back; the list is opened where it is not."""
        if not self.is_side_open():
            self.action_side()
        elif self.has_class("narrow"):
            self._list_chosen()
        else:
            super().action_other()

    def action_matter(self, step: int) -> None:
        """The next or previous change that matters; after a search, the next or previous hit."""
        if self.sought:
            self.action_find_again(step)
        elif not self.view.move_by_change(step, self._matters):
            self.notify("no further change matters" if step > 0 else "no earlier change matters", timeout=2)

    def _matters(self, place: int) -> bool:
        return self.brief is None or self.brief.answers[place].weight.value == MATTERS

    def action_change(self, step: int) -> None:
        """The next or previous change of any weight."""
        if not self.view.move_by_change(step):
            self.notify("no further change" if step > 0 else "no earlier change", timeout=2)
