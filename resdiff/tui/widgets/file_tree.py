"""Folders and files to choose from; those that were chosen are marked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DirectoryTree
from textual.widgets.directory_tree import DirEntry
from textual.widgets.tree import TreeNode

from resdiff.render.views.characters import visible

_NO_TEXTS = frozenset(
    ".db .sqlite .json .csv .toml .py .sh .zip .gz .png .jpg .jpeg .gif .svg .xlsx .parquet .log".split()
)
"""Endings of files that are no texts."""


class FileTree(DirectoryTree):
    """The files below a folder, hidden ones left out.

    A file is chosen, or no longer, by Enter, space or a click.
    """

    ICON_NODE, ICON_NODE_EXPANDED, ICON_FILE = "▸ ", "▾ ", "  "
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "down", show=False),
        Binding("k", "cursor_up", "up", show=False),
        Binding("g,home", "scroll_home", "start", show=False),
        Binding("G,end", "scroll_end", "end", show=False),
        Binding("backspace,h,left", "folder_above", "folder above", show=False),
        Binding("space", "select_cursor", "choose", show=False),
    ]

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, id="files")
        self._chosen: dict[Path, TreeNode[DirEntry]] = {}

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """What is not hidden and may be a text."""
        return [p for p in paths if not p.name.startswith(".") and p.suffix.lower() not in _NO_TEXTS]

    def render_label(self, node: TreeNode[DirEntry], base_style: Style, style: Style) -> Text:
        """The name as plain characters, with its place among those chosen."""
        label = super().render_label(node, base_style, style)
        if not label.plain.isprintable():
            label = Text(visible(label.plain), style)
        chosen = self.chosen
        path = node.data.path if node.data is not None else None
        return Text.assemble(label, (f"  {chosen.index(path) + 1}", "bold")) if path in chosen else label

    @property
    def chosen(self) -> list[Path]:
        """The files that are chosen, in that order."""
        return list(self._chosen)

    def toggle(self, node: TreeNode[DirEntry], path: Path) -> None:
        """Chooses a file, behind those chosen before, or no longer."""
        if self._chosen.pop(path, None) is None:
            self._chosen[path] = node
        for other in (node, *self._chosen.values()):
            other.refresh()

    def folder_at_cursor(self) -> Path:
        """The folder at the cursor, or that which holds the file there."""
        node = self.cursor_node
        path = node.data.path if node is not None and node.data is not None else Path(self.path)
        return path if path.is_dir() else path.parent

    def action_folder_above(self) -> None:
        """Shows the folder that holds this one."""
        self.path = Path(self.path).absolute().parent
