"""Two texts side by side, a ledger of verbs beside them, a map at the edge."""

from __future__ import annotations

from bisect import bisect_left
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from resdiff.core.compare import Comparison
from resdiff.core.model import Resolution
from resdiff.render.terminal.enlarged import reading_of
from resdiff.render.terminal.lines import cut
from resdiff.render.terminal.rows import header_of, ledger, shift_run
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import heading, title_of
from resdiff.tui.messages import Chosen, CursorMoved
from resdiff.tui.screens.export import ExportDialog
from resdiff.tui.screens.text_screen import TextScreen
from resdiff.tui.widgets.comparison_view import ComparisonView
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.line_list import LineList
from resdiff.tui.widgets.overview import Overview


class ComparisonScreen(TextScreen):
    """A comparison."""

    DEFAULT_CSS = """
    ComparisonScreen {
        & > #head { height: 3; padding: 0 1; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
        & > Horizontal { height: 1fr; }
        & #text { width: 1fr; }
        & #ledger { width: 36%; max-width: 52; min-width: 24; display: none; border-left: solid $primary; }
        & #ledger.open { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,right_square_bracket", "change(1)", "next change", key_display="n"),
        Binding("p,left_square_bracket", "change(-1)", "previous", key_display="p"),
        Binding("enter", "paragraph", "enlarge", show=False),
        Binding("v", "side", "verbs"),
        Binding("N", "find_again(-1)", "find before", show=False),
        Binding("f", "find_again(1)", "find again", show=False),
        Binding("u", "layout", "unified or side by side", show=False),
        Binding("c", "shown", "folded, all, changed", show=False),
        Binding("m", "other_end", "other end of a move", show=False),
        Binding("y", "copy", "copy the paragraph", show=False),
        Binding("e", "export", "export", show=False),
    ]

    def __init__(self, comparison: Comparison, store: str | None, paragraph: str | None = None) -> None:
        """`store` names the store that keeps what is decided by hand.

        `paragraph` is the id of the one to begin at, judged by hand.
        """
        self._view = ComparisonView(comparison, id="text")
        self._ledger = LineList(self._ledger_row, id="ledger")
        super().__init__(self._view, self._ledger, store=store)
        self._comparison, self._begin = comparison, paragraph
        self._shifts = list(ledger(comparison))
        self._came_from: int | None = None

    def compose(self) -> ComposeResult:
        """Header, text, map, ledger, footer."""
        yield Static(header_of(self._comparison), id="head", markup=False)
        with Horizontal():
            yield self._view
            yield Overview(self._view)
            yield self._ledger
        yield Hints()

    def on_mount(self) -> None:
        """The text is what keys speak to."""
        self._view.focus()
        self._ledger.show_rows(len(self._shifts))
        if self._begin is not None:
            self.call_after_refresh(self._go, self._begin)

    def _go(self, paragraph: str) -> None:
        one, two = self._comparison.base.paragraphs, self._comparison.revised.paragraphs
        changes = self._comparison.changes
        rows = [
            k
            for k, c in enumerate(changes)
            if paragraph in {*(one[i].id for i in c.base), *(two[j].id for j in c.revised)}
        ]
        decided = [k for k in rows if changes[k].by_hand]
        self._view.move_to_change((decided or rows or [0])[0])

    def _ledger_row(self, row: int, width: int) -> list[StyledRun]:
        place, shift = self._shifts[row]
        runs: list[StyledRun] = [
            ("faint", f"{visible(heading(self._comparison.changes[place], self._comparison))}  "),
            shift_run(shift),
        ]
        return cut(runs, [(0, width)])[0]

    @on(CursorMoved, "#ledger")
    def _ledger_moved(self, event: CursorMoved) -> None:
        if self._ledger.has_focus:
            self._view.move_to_change(self._shifts[event.place][0])

    @on(CursorMoved, "#text")
    def _text_moved(self, event: CursorMoved) -> None:
        place = self._view.change_at_cursor()
        if place is not None and self._shifts:
            self._ledger.move_to(
                bisect_left(self._shifts, place, key=lambda shift: shift[0]), is_announced=False
            )

    @on(Chosen, "#ledger")
    def _ledger_chosen(self) -> None:
        self._view.focus()

    def action_change(self, step: int) -> None:
        """The next or previous change; after a search, the next or previous place that has it."""
        if self.sought:
            self.action_find_again(step)
        elif not self._view.move_by_change(step):
            self.notify("no further change" if step > 0 else "no earlier change", timeout=2)

    @on(Chosen, "#text")
    def action_paragraph(self) -> None:
        """Enlarges the paragraph at the cursor."""
        from resdiff.tui.screens.paragraph import ParagraphScreen  # it reaches the store

        place = self._view.change_at_cursor()
        if place is not None:
            self.app.push_screen(ParagraphScreen(self._comparison, place, self.store))

    def action_layout(self) -> None:
        """Side by side or unified."""
        self._view.toggle_layout()

    def action_shown(self) -> None:
        """Unchanged paragraphs folded, shown, or left out."""
        messages = {
            "folded": "unchanged paragraphs folded",
            "all": "all paragraphs",
            "changed": "changed paragraphs only",
        }
        self.notify(messages[self._view.cycle_shown()], timeout=2)

    def action_other_end(self) -> None:
        """Where the paragraph at the cursor stood in the base text, or stands in the revised one."""
        place = self._view.change_at_cursor()
        if self._came_from is not None and place != self._came_from:
            self._view.move_to_change(self._came_from)
            self._came_from = None
            return
        change = self._comparison.changes[place] if place is not None else None
        if change is None or not change.moved:
            self.notify("this paragraph did not move", timeout=2)
            return
        before = [
            k
            for k, c in enumerate(self._comparison.changes)
            if c.base and not c.moved and c.base[0] < change.base[0]
        ]
        self._came_from = place
        self._view.move_to_change(max(before, default=0))
        self.notify("in the base text it followed this paragraph; m goes back", timeout=3)

    def action_copy(self) -> None:
        """Copies the paragraph at the cursor with its reference."""
        place = self._view.change_at_cursor()
        if place is None:
            return
        change = self._comparison.changes[place]
        side = self._comparison.revised if change.revised else self._comparison.base
        self.app.copy_to_clipboard(
            f"{reading_of(change, self._comparison)}\n({title_of(side)}, {heading(change, self._comparison)})"
        )
        self.notify(f"copied {heading(change, self._comparison)}", timeout=2, markup=False)

    def place_in_source(self) -> tuple[Resolution, int]:
        """The line of the paragraph at the cursor: in the revised text, in the base where it was dropped."""
        place = self._view.change_at_cursor()
        change = self._comparison.changes[place] if place is not None else None
        if change is not None and not change.revised:
            return self._comparison.base, self._comparison.base.paragraphs[change.base[0]].line
        text = self._comparison.revised
        return text, text.paragraphs[change.revised[0]].line if change is not None else 1

    def action_export(self) -> None:
        """Writes the comparison to a file."""
        self.app.push_screen(ExportDialog(self._comparison))

    def action_find_again(self, step: int) -> None:
        """The next or previous place that has what was sought."""
        if self.sought:
            self._view.seek(self.sought, step)
        elif step < 0:
            self.notify("nothing to find: press / to enter a text", timeout=2)
