"""A comparison: the brief at the left says what happened, the text at the right proves it, a map at the
edge shows where.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static
from textual.worker import get_current_worker

from resdiff.core.compare import Comparison
from resdiff.core.compare.weights import MATTERS
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import text_names
from resdiff.tui.messages import CursorMoved
from resdiff.tui.screens.comparison_actions import ComparisonActions
from resdiff.tui.widgets.brief_list import BriefList
from resdiff.tui.widgets.overview import Overview

if TYPE_CHECKING:
    from resdiff.core.brief import Brief
    from resdiff.render.terminal.brief_rows import ListRow

ListName = Literal["brief", "verbs", "outline"]
"""What the list beside a comparison shows; while words are sought it shows where they stand."""
_UNTIL_SEEN = 0.25
"""Seconds after which the brief is read: the text is painted first."""
_PAGE = 100
"""Cells of a line of the brief that is copied."""


class ComparisonScreen(ComparisonActions):
    """A comparison."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "matter(1)", "next that matters", key_display="n"),
        Binding("right_square_bracket", "change(1)", "any change", key_display="]"),
        Binding("v", "list('verbs')", "verbs"),
        Binding("p", "matter(-1)", "previous that matters", show=False),
        Binding("left_square_bracket", "change(-1)", "change before", show=False),
        Binding("i", "list('outline')", "outline", show=False),
        Binding("Y", "copy_brief", "copy the brief", show=False),
    ]

    LIST_NAME = "brief"

    def __init__(self, comparison: Comparison, store: str | None, paragraph: str | None = None) -> None:
        """`store` names the store that keeps what is decided by hand.

        `paragraph` is the id of the one to begin at, judged by hand.
        """
        self._list_name: ListName = "brief"
        super().__init__(comparison, BriefList(id="list"), store)
        self._begin = paragraph
        self.brief: Brief | None = None
        """None until it is read."""

    def head(self) -> ComposeResult:
        """What is compared, and what happened once that is read."""
        yield Static(self._head_lines(), id="head", markup=False)

    def aside(self) -> ComposeResult:
        """The map."""
        yield Overview(self.view)

    def on_mount(self) -> None:
        """The text is shown at once, the brief as soon as it is read."""
        self.set_timer(_UNTIL_SEEN, partial(self.run_worker, self._read_brief, thread=True))
        if self._begin is not None:
            self.call_after_refresh(self.go_to, self._begin)

    def _read_brief(self) -> None:
        """Reads the brief aside: the text is seen and obeys before it is there."""
        from resdiff.workspace.briefing import brief_as_set

        brief, problem = brief_as_set(self.comparison)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_brief, brief, problem)

    def _show_brief(self, brief: Brief, problem: str) -> None:
        if not self.query("#head"):  # the screen was left while the brief was read
            return
        self.brief = brief
        self.view.show_weights([answer.weight.value for answer in brief.answers])
        self.fill_list()
        self.query_one("#head", Static).update(self._head_lines())
        if problem:
            self.notify(problem, severity="warning", markup=False)

    def _head_lines(self) -> str:
        lines = [*text_names(self.comparison), ""]
        if self.brief is not None:
            from resdiff.render.views.brief import brief_counts

            lines[-1] = brief_counts(self.brief)
        return "\n".join(map(visible, lines))

    def action_copy_brief(self) -> None:
        """Copies the brief, in lines of a page."""
        if self.brief is None:
            self.notify("the brief is not read yet", timeout=2)
            return
        from resdiff.render.terminal.brief import brief_text

        self.app.copy_to_clipboard("".join(brief_text(self.brief, width=_PAGE)))
        self.notify("copied the brief", timeout=2)

    def fill_list(self) -> None:
        """Shows what a paragraph may be linked with, else the list that is chosen once the brief is read."""
        if self.linking is not None and not self.sought:
            self.show_candidates(self.linking)
        elif self.brief is not None:
            self.listing.show_list(self._rows_of_list(self.brief))
        if (place := self.view.change_at_cursor()) is not None:
            self.listing.follow(place)

    def _rows_of_list(self, brief: Brief) -> list[ListRow]:
        from resdiff.render.terminal import brief_rows as rows

        if self.sought:
            return rows.hit_rows(self.comparison, self.sought)
        if self._list_name == "outline":
            return rows.outline_rows(self.comparison)
        return rows.balance_rows(brief) if self._list_name == "verbs" else rows.brief_rows(brief)

    def go_to(self, paragraph: str) -> bool:
        """Goes to the paragraph of an id, in any case, of the revised text before one of the base text; one
        that was decided by hand first. False where neither text has one.
        """
        low, changes = paragraph.casefold(), self.comparison.changes
        one, two = self.comparison.base.paragraphs, self.comparison.revised.paragraphs
        rows = [k for k, c in enumerate(changes) if any(two[j].id.casefold() == low for j in c.revised)]
        rows += [k for k, c in enumerate(changes) if any(one[i].id.casefold() == low for i in c.base)]
        decided = [k for k in rows if changes[k].by_hand]
        if rows:
            self.view.show_change((decided or rows)[0])
        return bool(rows)

    def position(self) -> str:
        """Which of the changes that matter the cursor is at."""
        place = self.view.change_at_cursor()
        if self.brief is None or place is None or not self.brief.matters:
            return ""
        before = sum(self._matters(k) for k in range(place + 1) if not self.comparison.changes[k].is_quiet)
        return f"{before} of {self.brief.matters} that matter" if before else ""

    @on(CursorMoved, "#list")
    def _list_moved(self, event: CursorMoved) -> None:
        changes = self.listing.changes_at(event.place)
        if self.listing.has_focus and changes:
            self.view.move_to_change(changes[0])

    @on(CursorMoved, "#text")
    def _text_moved(self, event: CursorMoved) -> None:
        place = self.view.change_at_cursor()
        if place is not None:
            self.listing.follow(place)

    def action_list(self, name: ListName) -> None:
        """Another list in place of the brief, or the brief again; the list is opened where it is not."""
        self.linking = None
        if self.is_listed:
            self._list_name = "brief" if self._list_name == name else name
        else:
            self._list_name = name
            self.action_side()
        self.fill_list()

    def seek(self, query: str) -> None:
        """Goes to what is sought, and lists where it stands; '' ends a search."""
        super().seek(query)
        self.fill_list()

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
