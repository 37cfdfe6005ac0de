"""A screen over the store from which texts are added, dropped and brought back."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from resdiff.core.errors import ResdiffError
from resdiff.store.records import Version
from resdiff.tui.screens.panes import PanesScreen
from resdiff.tui.screens.work import work_on
from resdiff.tui.store_actions import add_samples, drop_version, last_dropped, restore_version


class StoreEditingScreen(PanesScreen):
    """A subclass says which lineage and version stand at the cursor, and reads the store anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add texts"),
        Binding("d", "samples", "add the samples"),
        Binding("E", "facts", "change label, stage, date, symbol, title", show=False),
        Binding("D", "drop", "drop the version", show=False),
        Binding("U", "restore", "bring back what was dropped last", show=False),
    ]

    def __init__(self, store: str | None) -> None:
        super().__init__(store)
        self._dropped: list[str] = []
        self._asked_to_drop = ""
        """The version that is dropped where it is asked for again."""

    def lineage_at_cursor(self) -> str:
        """The name of the lineage at the cursor; '' where there is none."""
        raise NotImplementedError

    def lineage_to_add_to(self) -> str:
        """The lineage that is proposed for new texts; '' where their titles say it."""
        raise NotImplementedError

    def version_at_cursor(self) -> Version | None:
        """The version at the cursor."""
        raise NotImplementedError

    def action_read_anew(self) -> None:
        """Reads the store anew."""
        raise NotImplementedError

    def action_add(self) -> None:
        """Chooses files and adds them."""
        from resdiff.tui.screens.add import AddScreen  # a tree of files is made where one is wanted

        self.app.push_screen(AddScreen(self.store, self.lineage_to_add_to()), self._done)

    def action_samples(self) -> None:
        """Adds the sample lineages."""
        work_on(self.app, "adding the samples", partial(add_samples, self.store), self._done)

    def action_facts(self) -> None:
        """Changes what is stored of the version at the cursor beside its text."""
        version = self.version_at_cursor()
        if version is not None:
            from resdiff.tui.screens.facts import FactsDialog  # made where one is wanted

            self.app.push_screen(FactsDialog(self.store, version), self._done)

    def action_drop(self) -> None:
        """Drops the version at the cursor, when asked for it twice; it can be brought back."""
        version = self.version_at_cursor()
        if version is None:
            return
        is_asked_again, self._asked_to_drop = version.reference == self._asked_to_drop, version.reference
        if not is_asked_again:
            self.notify(f"press D again to drop {version.reference}", markup=False)
            return
        try:
            drop_version(self.store, version.reference)
        except ResdiffError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._dropped.append(version.reference)
        self._done(f"dropped {version.reference}; U brings it back")

    def action_restore(self) -> None:
        """Brings back what was dropped last, on this screen or before."""
        try:
            reference = self._dropped.pop() if self._dropped else last_dropped(self.store)
            if reference is None:
                self.notify("nothing was dropped", timeout=2)
                return
            restore_version(self.store, reference)
        except ResdiffError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._done(f"{reference} is back")

    def _done(self, message: str | None) -> None:
        if message:
            self.notify(message, markup=False)
            self.action_read_anew()
