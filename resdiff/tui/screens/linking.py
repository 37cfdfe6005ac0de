"""Paragraphs of a comparison linked and parted by hand; where both texts are stored, the store keeps it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType

from resdiff.core.compare import Change, Comparison
from resdiff.core.errors import ResdiffError
from resdiff.core.model import VersionOrigin
from resdiff.core.progress import Progress
from resdiff.render.views.labels import heading
from resdiff.tui.messages import DecisionMade
from resdiff.tui.screens.text_screen import TextScreen
from resdiff.tui.widgets.brief_list import BriefList
from resdiff.tui.widgets.comparison_view import ComparisonView


class LinkingScreen(TextScreen):
    """A comparison, and a list beside it that can offer what a paragraph may be linked with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "link", "link the paragraph by hand", show=False),
        Binding("x", "part", "unlink the paragraph by hand", show=False),
    ]

    def __init__(self, comparison: Comparison, listing: BriefList, store: str | None) -> None:
        """`store` names the store that keeps what is decided by hand."""
        self.view = ComparisonView(comparison, id="text")
        super().__init__(self.view, listing, self.view, store)
        self.comparison, self.listing = comparison, listing
        self.linking: Change | None = None
        """The change whose paragraph is being linked, while the list offers candidates."""
        self._asked_to_part: Change | None = None
        """The change whose paragraphs are unlinked where that is asked for again."""

    def change_at_cursor(self) -> Change | None:
        """The change at the cursor; None on what is no paragraph."""
        place = self.view.change_at_cursor()
        return self.comparison.changes[place] if place is not None else None

    def fill_list(self) -> None:
        """Shows in the list what belongs there now."""
        raise NotImplementedError

    def action_link(self) -> None:
        """Offers in the list the paragraphs with which the one at the cursor may be linked."""
        self.linking = self.change_at_cursor()
        if self.linking is None:
            self.notify("no paragraph stands here", timeout=2)
            return
        if not self.is_listed:
            self.action_side()
        self.listing.focus()
        self.show_candidates(self.linking)

    def show_candidates(self, change: Change) -> None:
        """Shows the paragraphs with which one of a change can be linked, the likest at the cursor."""
        from resdiff.core.compare.candidates import candidates  # few link by hand
        from resdiff.render.terminal.candidate_rows import candidate_rows

        rows = candidate_rows(change, candidates(change, self.comparison), self.comparison)
        self.listing.show_list(rows)
        self.listing.move_to(next((k for k, row in enumerate(rows) if row.paragraph), 0))

    def choose_row(self) -> None:
        """Links with the paragraph at the cursor of the list, where it offers some; else to the text."""
        change, paragraph = self.linking, self.listing.paragraph_at_cursor()
        if change is None:
            super().choose_row()
        elif paragraph:
            self._end_linking(change)
            self._decide(change, paragraph, is_linked=True)

    def action_back(self, ends: bool = True) -> None:
        """Ends the offer of candidates before anything else."""
        if self.linking is not None and not self.sought:
            self._end_linking(self.linking)
        else:
            super().action_back(ends)

    def _end_linking(self, change: Change) -> None:
        self.linking = None
        self.view.move_to_change(self.comparison.changes.index(change))
        self.fill_list()
        super().choose_row()

    def action_part(self) -> None:
        """Says that the paragraphs of the change at the cursor do not correspond, when asked for it twice."""
        change = self.change_at_cursor()
        if change is not None and change.base and change.revised:
            is_asked_again, self._asked_to_part = change == self._asked_to_part, change
            if not is_asked_again:
                self.notify(f"press x again to unlink {heading(change, self.comparison)}", markup=False)
                return
            self._decide(change, self.comparison.revised.paragraphs[change.revised[0]].id, is_linked=False)
        else:
            self.notify("this paragraph has no counterpart", timeout=2)

    def _decide(self, change: Change, other: str, is_linked: bool) -> None:
        """Links the paragraph with one of the other text, or parts them, and has the texts compared anew."""
        from resdiff.workspace.comparing import decide_again  # these reach the store
        from resdiff.workspace.editing import decide
        from resdiff.workspace.references import open_repository

        base, revised = self.comparison.base, self.comparison.revised
        mine = base.paragraphs[change.base[0]].id if change.base else revised.paragraphs[change.revised[0]].id
        one, two = (mine, other) if change.base else (other, mine)
        again: Callable[[Progress], Comparison]
        message = f"linked {mine} by hand" if is_linked else f"unlinked {mine} from {other}; l links it again"
        action: Literal["link", "unlink"] = "link" if is_linked else "unlink"
        try:
            if isinstance(base.origin, VersionOrigin) and isinstance(revised.origin, VersionOrigin):
                with open_repository(self.store) as store:
                    decide(f"{base.source}:{one}", f"{revised.source}:{two}", action, None, store)
                again = partial(_compare_stored, base.source, revised.source, self.store)
            else:
                again = decide_again(self.comparison, one, two, is_linked)
                message += " until you quit; only decisions about stored texts are saved"
        except ResdiffError as error:
            self.show_error(error)
            return
        self.post_message(DecisionMade(again, mine, message))


def _compare_stored(base: str, revised: str, store: str | None, progress: Progress) -> Comparison:
    from resdiff.workspace.comparing import compare_texts

    return compare_texts(base, revised, store=store, progress=progress)
