"""The keys of a screen, grouped by task."""

from __future__ import annotations

from collections.abc import Iterator, Set
from textwrap import wrap
from typing import Any, ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Static


class Key(NamedTuple):
    """A line of the help."""

    keys: str
    actions: str
    """The actions of a screen that the keys stand for; the line is shown where the screen has one of them."""
    help: str


KEYS: dict[str, tuple[Key, ...]] = {
    "move": (
        Key("j k, arrows", "line cursor_down cursor_up", "a line down, up"),
        Key("space, page keys", "page", "a page down, up"),
        Key("g G", "edge scroll_home scroll_end", "start, end"),
        Key("n p", "matter", "next, previous change that matters; after a search, next, previous hit"),
        Key("] [", "change", "next, previous change of any weight"),
        Key("m", "other_end", "other end of a move, and back"),
        Key("f N", "find_again", "next, previous place of the words that are sought"),
        Key("n p", "hit", "next, previous item; after a search the next that has the words"),
        Key("n p", "finding", "next, previous difference; after a search, next, previous hit"),
        Key("h l", "version", "the version before, the next one"),
        Key("h l, arrows, tab", "column", "to the lineages, to the versions"),
        Key("tab", "other", "the list, and back to the text"),
        Key("enter", "choose", "in the list: to the text of the item"),
    ),
    "see": (
        Key("enter", "paragraph", "the whole paragraph, its verbs with their ranks; folded ones unfolded"),
        Key("v", "list", "the list: the brief, or the balance of verbs"),
        Key("i", "list side", "the outline"),
        Key("< >", "widen", "a narrower, a wider list"),
        Key("r", "rounds", "the last text of each year, or every round"),
        Key("u", "layout", "one column, or two where much changed"),
        Key("c", "shown", "which paragraphs are shown"),
        Key("b", "blame", "the version in which each word first stood"),
        Key("e", "evolution", "the history of the lineage"),
        Key("o", "outcome", "what became of the draft of the version"),
        Key("A", "asks", "the asks of the lineage through its years"),
        Key("l", "language", "the text beside its version in another language; again, the next language"),
        Key("i", "differences", "what differs between both languages"),
        Key("w", "precedents", "agreed language: where the words of the paragraph come from"),
        Key("o", "source", "the source of the text, at this paragraph"),
    ),
    "find": (
        Key("/", "find", "find words; hits are listed"),
        Key("/", "filter", "filter the lineages by name and title"),
        Key("f", "search", "search all texts"),
        Key("s", "sort", "sort by name, title, date, last change, versions"),
    ),
    "open": (
        Key("enter", "choose_file select_cursor", "choose the file, open the folder; again takes it back"),
        Key("backspace", "folder_above", "the folder above"),
        Key("enter", "open", "compare with the version before, or the two that are marked; read a hit"),
        Key("x", "mark", "mark a version to compare, two at most"),
        Key("v", "view", "read the version"),
    ),
    "decide": (
        Key("l", "link", "link the paragraph with one that the list shows"),
        Key("x", "part", "unlink the paragraphs, when pressed twice"),
    ),
    "keep": (
        Key("a", "add", "choose files to add; there, add those that are chosen"),
        Key("i", "import", "import the folder: texts sorted by title, or a sub-folder a lineage"),
        Key("d", "samples", "add the samples to an empty store"),
        Key("E", "facts", "change the label, stage, date, symbol, title of the version"),
        Key("D U", "drop restore", "drop the version, when pressed twice; bring back what was dropped"),
        Key("r", "read_anew", "reload the store"),
    ),
    "take": (
        Key("y", "copy", "copy the paragraph with its reference"),
        Key("Y", "copy_brief", "copy the brief as text"),
        Key("e", "export", "write a file: text, Markdown, JSON, CSV, HTML, Word, Akoma Ntoso"),
    ),
    "other": (
        Key("t", "next_theme", "next theme; it is remembered"),
        Key("ctrl+p", "command_palette", "all commands"),
        Key("q, escape", "back", "back, then quit"),
        Key("ctrl+q", "quit", "quit at once"),
    ),
}
"""Each task with the keys that serve it."""


def help_lines(actions: Set[str], width: int) -> Iterator[str]:
    """The lines of the help of a screen that has these actions, in so many cells."""
    column = _KEYS if width >= 2 * _KEYS else 0
    for task, keys in KEYS.items():
        shown = [key for key in keys if not actions.isdisjoint(key.actions.split())]
        if shown:
            yield task
        for key in shown:
            yield from wrap(
                f"{key.keys:<{max(column - 3, 0)}} {key.help}",
                max(width, 2),
                initial_indent="  ",
                subsequent_indent=" " * max(column, 4),
                drop_whitespace=True,
            )


_KEYS = 21
"""Cells before what a key does."""
_WIDTH = 96
_FRAME = 6
"""Cells of frame, padding and scrollbar."""


class HelpScreen(ModalScreen[None]):
    """Shown over the screen that asked."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 96; max-width: 100%; height: auto; max-height: 90%; border: round $primary; padding: 0 1;
        background: $surface;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", "close", show=False),
        Binding("j", "scroll('scroll_down')", "a line down", show=False),
        Binding("k", "scroll('scroll_up')", "a line up", show=False),
        Binding("space", "scroll('scroll_page_down')", "a page down", show=False),
        Binding("g", "scroll('scroll_home')", "start", show=False),
        Binding("G", "scroll('scroll_end')", "end", show=False),
    ]

    def __init__(self, screen: Screen[Any]) -> None:
        """`screen` is the one that asked: what its keys do now is shown."""
        super().__init__()
        active = [key.binding.action for key in screen.active_bindings.values() if key.enabled]
        self._actions = {action.partition("(")[0].rpartition(".")[2] for action in active}

    def action_scroll(self, way: str) -> None:
        """Scrolls as the keys of every screen do; `way` is a method of the block."""
        getattr(self.query_one(VerticalScroll), way)(animate=False)

    def compose(self) -> ComposeResult:
        """One block."""
        with VerticalScroll():
            yield Static(id="keys", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Breaks the lines for the room there is."""
        width = min(event.size.width, _WIDTH) - _FRAME
        self.query_one("#keys", Static).update("\n".join(help_lines(self._actions, width)))
