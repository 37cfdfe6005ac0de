"""Asks for a file and writes the comparison to it, in the format of its ending."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from resdiff.core.compare import Comparison
from resdiff.core.errors import ResdiffError
from resdiff.render.formats import endings_of
from resdiff.workspace.comparison_output import write_comparison


class ExportDialog(ModalScreen[None]):
    """Shown over the comparison."""

    DEFAULT_CSS = """
    ExportDialog { align: center middle; }
    ExportDialog > Vertical { width: 60; max-width: 100%; height: auto; border: round $primary;
    padding: 0 1; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "give up", show=False)]

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self._comparison = comparison
        self._refused = ""

    def compose(self) -> ComposeResult:
        """What is asked, and where."""
        with Vertical():
            endings = ", ".join(endings_of("comparison"))
            yield Static(f"Write to file (the extension sets the format: {endings})", markup=False)
            yield Input(placeholder="comparison.md", id="file")

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        event.stop()
        name = event.value.strip() or "comparison.md"
        is_asked_again, self._refused = name == self._refused, name
        try:
            path = write_comparison(self._comparison, name, replace=is_asked_again)
        except ResdiffError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.dismiss()
        self.app.notify(f"written to {path}", markup=False)
