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
from resdiff.tui.messages import DecisionMade
from resdiff.tui.screens.text_screen import TextScreen


class LinkingScreen(TextScreen):
    """A subclass has a comparison, and says which of its changes is at the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "link", "link the paragraph by hand", show=False),
        Binding("x", "part", "unlink the paragraph by hand", show=False),
    ]
    comparison: Comparison

    def change_at_cursor(self) -> Change | None:
        """The change at the cursor; None on what is no paragraph."""
        raise NotImplementedError

    async def action_link(self) -> None:
        """Asks with which paragraph of the other text the one at the cursor corresponds."""
        change = self.change_at_cursor()
        if change is None:
            self.notify("no paragraph stands here", timeout=2)
            return
        side = self.comparison.base if change.base else self.comparison.revised
        mine = side.paragraphs[(change.base or change.revised)[0]].id
        other = "revised" if change.base else "base"
        await self.ask(
            f"id of the paragraph of the {other} text to link {mine} with, as OP6",
            partial(self._link, change),
        )

    def _link(self, change: Change, answer: str) -> None:
        self.text.focus()
        if answer:
            self._decide(change, answer, is_linked=True)

    def action_part(self) -> None:
        """Says that the paragraphs of the change at the cursor do not correspond."""
        change = self.change_at_cursor()
        if change is not None and change.base and change.revised:
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
        message = f"linked {mine} by hand" if is_linked else f"unlinked {mine} (l and {other} link it again)"
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
