"""Files are chosen and added to a lineage; or a folder, whose sub-folders become lineages, is imported."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from resdiff.render.views.characters import visible
from resdiff.tui.screens.help import HelpScreen
from resdiff.tui.screens.work import work_on
from resdiff.tui.store_actions import add_to_store, import_to_store, lineage_of_text
from resdiff.tui.widgets.file_tree import FileTree
from resdiff.tui.widgets.hints import Hints
from resdiff.workspace.references import store_path


class AddScreen(Screen[str]):
    """Ends with what was added, in words."""

    DEFAULT_CSS = """
    AddScreen {
        & > #how { height: 2; padding: 0 1; background: $panel; }
        & > Input { height: 1; border: none; padding: 0 1; background: $boost; }
        & > #files { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose_file", "choose"),
        Binding("a", "add", "add the chosen"),
        Binding("i", "import", "import the folder"),
        Binding("tab", "other", "name of the lineage"),
        Binding("question_mark", "help", "help", key_display="?", show=False),
        Binding("q,escape", "back", "back"),
    ]

    def __init__(self, store: str | None, lineage: str = "", folder: Path | None = None) -> None:
        """`lineage` is the name proposed, `folder` the one whose files are shown first."""
        super().__init__()
        self._store, self._lineage = store, lineage
        self._files = FileTree(folder or Path.cwd())
        self._asked = ""

    def compose(self) -> ComposeResult:
        """What to do, the name, the files."""
        yield Static(
            "Choose the texts of one resolution: enter chooses a file, backspace shows the\n"
            "parent folder. They are ordered by date. Name of the lineage:",
            id="how",
            markup=False,
        )
        yield Input(self._lineage, placeholder="name of the lineage, as water-fund", compact=True)
        yield self._files
        yield Hints()

    def on_mount(self) -> None:
        """The files are what keys speak to."""
        self._files.focus()

    @on(FileTree.FileSelected)
    def _file_selected(self, event: FileTree.FileSelected) -> None:
        self._files.toggle(event.node, event.path)
        asked, chosen = self.query_one(Input), self._files.chosen
        if chosen and not asked.value and not store_path(self._store).exists():
            asked.value = chosen[0].parent.name
        elif chosen and not asked.value:
            self.run_worker(partial(self._propose, self._files.chosen[0]), thread=True, exclusive=True)

    def _propose(self, path: Path) -> None:
        """Proposes the lineage that a text belongs to by its title, else the name of its folder."""
        lineage = lineage_of_text(self._store, path) or path.parent.name
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_proposed, lineage)

    def _show_proposed(self, lineage: str) -> None:
        asked = self.query(Input)
        if asked and not asked.first().value:
            asked.first().value = lineage

    def action_choose_file(self) -> None:
        """Chooses the file at the cursor, or opens the folder."""
        self._files.action_select_cursor()

    @on(Input.Submitted)
    def action_add(self) -> None:
        """Adds the files that are chosen."""
        lineage, files = self.query_one(Input).value.strip(), [str(path) for path in self._files.chosen]
        if not files:
            self.notify("no file is chosen: press enter on a file", timeout=3)
            self._files.focus()
            return
        if not lineage:
            self.notify("enter the name of the lineage", timeout=3)
            self.query_one(Input).focus()
            return
        work_on(
            self.app,
            "adding",
            partial(add_to_store, self._store, lineage, files),
            self.dismiss,
            ended=self._ended,
        )

    def action_import(self) -> None:
        """Imports the folder at the cursor, when asked for it twice: its sub-folders become lineages."""
        folder = str(self._files.folder_at_cursor())
        if folder != self._asked:
            self._asked = folder
            self.notify(
                f"press i again to import {visible(folder)}: its texts are sorted into lineages by title, or"
                " every sub-folder becomes one",
                timeout=5,
                markup=False,
            )
            return
        work_on(
            self.app,
            f"importing {visible(folder)}",
            partial(import_to_store, self._store, folder),
            self.dismiss,
            ended=self._ended,
        )

    def _ended(self) -> None:
        self.dismiss("stopped; texts stored so far are kept")

    def action_other(self) -> None:
        """From the name to the files and back."""
        (self._files if self.query_one(Input).has_focus else self.query_one(Input)).focus()

    def action_help(self) -> None:
        """The keys, grouped by task."""
        self.app.push_screen(HelpScreen(self))

    def action_back(self) -> None:
        """Leaves without adding anything."""
        self.dismiss("")
