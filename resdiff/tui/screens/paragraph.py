"""One change enlarged.

Its paragraphs can be linked and parted by hand, which is kept where both texts are stored.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from resdiff.core.compare import Comparison
from resdiff.core.errors import ResdiffError
from resdiff.core.model import VersionOrigin
from resdiff.core.progress import Progress
from resdiff.render.terminal.enlarged import paragraph_lines, reading_of
from resdiff.render.views.labels import heading, title_of
from resdiff.tui.messages import DecisionMade, LeaveScreen
from resdiff.tui.screens.help import HelpScreen
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.page import Page
from resdiff.workspace.comparing import compare_texts, decide_again
from resdiff.workspace.editing import decide
from resdiff.workspace.references import open_repository


class ParagraphScreen(Screen[None]):
    """A change of a comparison, by its place."""

    DEFAULT_CSS = """
    ParagraphScreen {
        & > Page { height: 1fr; padding: 0 1; }
        & > Input { display: none; height: 1; border: none; padding: 0 1; background: $panel; }
        & > Input.asking { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "link", "link by hand"),
        Binding("x", "part", "unlink by hand"),
        Binding("y", "copy", "copy the paragraph"),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("q,escape", "back", "back"),
    ]

    def __init__(self, comparison: Comparison, place: int, store: str | None) -> None:
        super().__init__()
        self._comparison, self._change, self._store = comparison, comparison.changes[place], store

    def compose(self) -> ComposeResult:
        """The page, and a line that asks with what to link."""
        yield Page(lambda width: paragraph_lines(self._change, self._comparison, width, self.app.no_color))
        yield Input(compact=True)
        yield Hints()

    def action_link(self) -> None:
        """Asks with which paragraph of the other text this one corresponds."""
        other = "revised" if self._change.base else "base"
        asked = self.query_one(Input)
        asked.placeholder = f"id of the paragraph of the {other} text, as OP6"
        asked.add_class("asking")
        asked.focus()

    @on(Input.Submitted)
    def _link(self, event: Input.Submitted) -> None:
        self._end_asking()
        if event.value.strip():
            self._decide(event.value.strip(), is_linked=True)

    def action_part(self) -> None:
        """Says that the paragraphs of this change do not correspond."""
        if self._change.base and self._change.revised:
            self._decide(self._comparison.revised.paragraphs[self._change.revised[0]].id, is_linked=False)
        else:
            self.notify("this paragraph has no counterpart", timeout=2)

    def _decide(self, other: str, is_linked: bool) -> None:
        """Links the paragraph with one of the other text, or parts them, and has the texts compared anew."""
        change, (base, revised) = self._change, (self._comparison.base, self._comparison.revised)
        mine = base.paragraphs[change.base[0]].id if change.base else revised.paragraphs[change.revised[0]].id
        one, two = (mine, other) if change.base else (other, mine)
        again: Callable[[Progress], Comparison]
        message = f"{'linked' if is_linked else 'unlinked'} {mine} by hand"
        try:
            if isinstance(base.origin, VersionOrigin) and isinstance(revised.origin, VersionOrigin):
                with open_repository(self._store) as store:
                    decide(
                        f"{base.source}:{one}",
                        f"{revised.source}:{two}",
                        "link" if is_linked else "unlink",
                        None,
                        store,
                    )
                again = partial(_compare_stored, base.source, revised.source, self._store)
            else:
                again = decide_again(self._comparison, one, two, is_linked)
                message += " until you quit; only decisions about stored texts are saved"
        except ResdiffError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.post_message(DecisionMade(again, mine, message))

    def action_copy(self) -> None:
        """Copies the paragraph with its reference."""
        side = self._comparison.revised if self._change.revised else self._comparison.base
        name = heading(self._change, self._comparison)
        self.app.copy_to_clipboard(
            f"{reading_of(self._change, self._comparison)}\n({title_of(side)}, {name})"
        )
        self.notify(f"copied {name}", timeout=2, markup=False)

    def action_help(self) -> None:
        """The keys, grouped by task."""
        self.app.push_screen(HelpScreen())

    def _end_asking(self) -> None:
        self.query_one(Input).remove_class("asking")
        self.query_one(Page).focus()

    def action_back(self) -> None:
        """Ends asking, or leaves."""
        if self.query_one(Input).has_class("asking"):
            self._end_asking()
        else:
            self.post_message(LeaveScreen())


def _compare_stored(base: str, revised: str, store: str | None, progress: Progress) -> Comparison:
    return compare_texts(base, revised, store=store, progress=progress)
