"""What can be done with a comparison and the paragraph at the cursor, whatever stands beside it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from resdiff.core.compare import Comparison
from resdiff.core.model import Resolution
from resdiff.render.terminal.enlarged import reading_of
from resdiff.render.views.labels import heading, title_of
from resdiff.tui.messages import Chosen
from resdiff.tui.screens.export import ExportDialog
from resdiff.tui.screens.linking import LinkingScreen
from resdiff.tui.widgets.brief_list import BriefList


class ComparisonActions(LinkingScreen):
    """A comparison and a list beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "paragraph", "whole paragraph", show=False, key_display="⏎"),
        Binding("N", "find_again(-1)", "find before", show=False),
        Binding("f", "find_again(1)", "find again", show=False),
        Binding("u", "layout", "one column or two", show=False),
        Binding("c", "shown", "folded, all, changed", show=False),
        Binding("m", "other_end", "other end of a move", show=False),
        Binding("w", "precedents", "where from", show=False),
        Binding("y", "copy", "copy the paragraph", show=False),
        Binding("e", "export", "export", show=False),
    ]

    def __init__(self, comparison: Comparison, listing: BriefList, store: str | None) -> None:
        """`store` names the store that keeps what is decided by hand."""
        super().__init__(comparison, listing, store)
        self._came_from: int | None = None

    @on(Chosen, "#text")
    def action_paragraph(self) -> None:
        """Opens the paragraph at the cursor where it stands, or closes it."""
        self.view.toggle_open()

    def action_precedents(self) -> None:
        """Agreed language for the paragraph at the cursor."""
        change = self.change_at_cursor()
        if change is not None:
            text = self.comparison.revised if change.revised else self.comparison.base
            from resdiff.tui.screens.answers import open_precedents  # it reaches the store

            open_precedents(self, text, (change.revised or change.base)[0])

    def action_layout(self) -> None:
        """Side by side or unified."""
        self.view.toggle_layout()
        self.notify(
            "two columns where much changed" if self.view.is_side_by_side else "one column", timeout=2
        )

    def action_find_again(self, step: int) -> None:
        """The next or previous place of what is sought."""
        if self.sought:
            super().action_find_again(step)
        else:
            self.notify("no words are sought; / finds some", timeout=2)

    def action_shown(self) -> None:
        """Unchanged paragraphs folded, shown, or left out."""
        messages = {
            "folded": "unchanged paragraphs folded",
            "all": "all paragraphs",
            "changed": "changed paragraphs only",
        }
        self.notify(messages[self.view.cycle_shown()], timeout=2)

    def action_other_end(self) -> None:
        """Where the paragraph at the cursor stood in the base text, or stands in the revised one."""
        place = self.view.change_at_cursor()
        if self._came_from is not None and place != self._came_from:
            self.view.move_to_change(self._came_from)
            self._came_from = None
            return
        change = self.comparison.changes[place] if place is not None else None
        if change is None or not change.moved:
            self.notify("this paragraph did not move", timeout=2)
            return
        before = [
            k
            for k, c in enumerate(self.comparison.changes)
            if c.base and not c.moved and c.base[0] < change.base[0]
        ]
        self._came_from = place
        self.view.move_to_change(max(before, default=0))
        self.notify("in the base text it followed this paragraph; m goes back", timeout=3)

    def action_copy(self) -> None:
        """Copies the paragraph at the cursor with its reference."""
        change = self.change_at_cursor()
        if change is None:
            return
        side = self.comparison.revised if change.revised else self.comparison.base
        self.app.copy_to_clipboard(
            f"{reading_of(change, self.comparison)}\n({title_of(side)}, {heading(change, self.comparison)})"
        )
        self.notify(f"copied {heading(change, self.comparison)}", timeout=2, markup=False)

    def place_in_source(self) -> tuple[Resolution, int]:
        """The line of the paragraph at the cursor: in the revised text, in the base where it was dropped."""
        change = self.change_at_cursor()
        if change is not None and not change.revised:
            return self.comparison.base, self.comparison.base.paragraphs[change.base[0]].line
        text = self.comparison.revised
        return text, text.paragraphs[change.revised[0]].line if change is not None else 1

    def action_export(self) -> None:
        """Writes the comparison to a file."""
        self.app.push_screen(ExportDialog(self.comparison))
