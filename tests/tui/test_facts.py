"""What is stored of a version beside its text is changed in the library."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from resdiff.core.errors import ResdiffError
from resdiff.store.records import Version
from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.facts import FactsDialog
from resdiff.tui.screens.library import LibraryScreen
from resdiff.workspace.references import open_repository
from tests.tui.driving import drive, settled


def _last(store: Path) -> Version:
    with open_repository(str(store)) as repository:
        return repository.versions("marshes")[-1]


def test_a_label_and_a_date_are_changed_and_the_rest_stays(store: Path) -> None:
    before = _last(store)

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("right", "E")
        await settled(pilot)
        assert isinstance(pilot.app.screen, FactsDialog)
        fields = pilot.app.screen.query(Input)
        assert [field.value for field in fields] == [
            before.label,
            before.stage,
            before.date,
            before.symbol,
            before.title,
        ]
        pilot.app.screen.query_one("#label", Input).value = "final"
        pilot.app.screen.query_one("#date", Input).value = "2032-03"
        await pilot.press("enter")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert any("marshes@final: label, date changed" in str(n.message) for n in pilot.app._notifications)
        assert "final" in [step.version.label for step in screen._right._steps], "the list is read anew"

    drive(ResdiffApp(store=str(store)), steps)
    after = _last(store)
    assert (after.label, after.date) == ("final", "2032-03")
    assert (after.stage, after.symbol, after.title) == (before.stage, before.symbol, before.title)


def test_what_is_not_valid_is_refused_and_nothing_is_saved(store: Path) -> None:
    before = _last(store)

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("right", "E")
        await settled(pilot)
        pilot.app.screen.query_one("#date", Input).value = "2032-02-30"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, FactsDialog), "it can be mended"
        assert any("invalid date '2032-02-30'" in str(note.message) for note in pilot.app._notifications)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, LibraryScreen)

    drive(ResdiffApp(store=str(store)), steps)
    assert _last(store) == before


def test_nothing_is_saved_where_nothing_was_changed_and_lineages_have_no_facts(store: Path) -> None:
    before = _last(store)

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("E")
        assert isinstance(pilot.app.screen, LibraryScreen), "the keys are among the lineages"
        await pilot.press("right", "E")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert not any("changed" in str(note.message) for note in pilot.app._notifications)

    drive(ResdiffApp(store=str(store)), steps)
    assert _last(store) == before
