"""Asks for the label, stage, date, symbol and title of a stored version, and saves what was changed."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from resdiff.core.errors import ResdiffError
from resdiff.render.views.characters import visible
from resdiff.store.records import Version
from resdiff.tui.store_actions import edit_facts

_FACTS = ("label", "stage", "date", "symbol", "title")
"""What can be changed, by the names that a stored version has for it."""


class FactsDialog(ModalScreen[str]):
    """Shown over the library; ends with what was changed, in words, '' where nothing was."""

    DEFAULT_CSS = """
    FactsDialog { align: center middle; }
    FactsDialog > Vertical { width: 72; max-width: 100%; height: auto; max-height: 100%;
    border: round $primary; padding: 0 1; background: $surface; }
    FactsDialog Input { height: 1; border: none; padding: 0 1; background: $boost; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss('')", "give up", show=False)]

    def __init__(self, store: str | None, version: Version) -> None:
        """`store` names the store where it is not the usual one."""
        super().__init__()
        self._store, self._version = store, version

    def compose(self) -> ComposeResult:
        """A line a fact, with what is stored now."""
        with Vertical():
            head = f"{visible(self._version.reference)}: enter saves, tab goes on, escape gives up"
            yield Static(head, markup=False)
            for name in _FACTS:
                yield Static(name, markup=False)
                yield Input(self._stored(name), id=name, compact=True)

    @on(Input.Submitted)
    def _save(self, event: Input.Submitted) -> None:
        event.stop()
        given = {str(one.id): one.value.strip() for one in self.query(Input)}
        changed = {name: value for name, value in given.items() if value != self._stored(name)}
        try:
            self.dismiss(edit_facts(self._store, self._version.reference, changed) if changed else "")
        except ResdiffError as error:
            self.notify(str(error), severity="error", markup=False)

    def _stored(self, name: str) -> str:
        """What is stored of a fact; '' where nothing is."""
        return str(getattr(self._version, name) or "")
