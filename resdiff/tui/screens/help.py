"""The keys, grouped by task."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "move",
        (
            ("j k, arrows", "a line down, up"),
            ("space, page keys", "a page down, up"),
            ("g G", "start, end"),
            ("n p", "next, previous change that matters; after a search, hit"),
            ("] [", "next, previous change of any weight"),
            ("m", "other end of a move"),
            ("tab", "the list of what happened, and back to the text"),
        ),
    ),
    (
        "see",
        (
            ("v", "the list: the brief, or the balance of verbs"),
            ("u", "one column, or two where much changed"),
            ("c", "unchanged folded, all, changed only"),
            ("enter", "the whole paragraph; l links, x unlinks it there"),
            ("i", "in a text: its outline"),
            ("b", "in a stored text: the version of each word"),
            ("o", "the source of the text, at this paragraph"),
        ),
    ),
    (
        "find",
        (
            ("/", "find in the text, filter the library"),
            ("n p", "next, previous place found"),
            ("escape", "end a search"),
        ),
    ),
    (
        "library",
        (
            ("enter", "compare with the previous version, or two marked"),
            ("x", "mark a version"),
            ("v", "read a version"),
            ("h l", "to the lineages, to the versions"),
            ("f", "search all texts"),
            ("s", "sort by name, title, date, last change, versions"),
            ("e", "history of the lineage; h l versions, enter readings"),
            ("a", "add files; there i imports a folder of lineages"),
            ("d", "add the samples to an empty store"),
            ("D U", "drop the version, bring it back"),
            ("r", "reload the store"),
        ),
    ),
    (
        "take",
        (
            ("y", "copy the paragraph with its reference"),
            ("e", "export: text, Markdown, JSON, CSV, HTML, Word, Akoma Ntoso"),
        ),
    ),
    (
        "other",
        (
            ("t", "next theme"),
            ("ctrl+p", "all commands"),
            ("q", "back, then quit"),
            ("ctrl+q", "quit at once"),
        ),
    ),
)
"""Each task with its keys and what they do."""


class HelpScreen(ModalScreen[None]):
    """Shown over the screen that asked."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 84; max-width: 100%; height: auto; max-height: 90%; border: round $primary; padding: 0 1;
        background: $surface;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", "close", show=False)
    ]

    def compose(self) -> ComposeResult:
        """One block."""
        lines = []
        for task, keys in KEYS:
            lines.append(task)
            lines += [f"  {key:<20} {does}" for key, does in keys]
        with VerticalScroll():
            yield Static("\n".join(lines), markup=False)
