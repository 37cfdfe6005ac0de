"""What keys do where there is little room, at titles, and where there is nothing for them to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from resdiff.cli.interface import check_store
from resdiff.core.compare import Comparison
from resdiff.core.errors import ResdiffError, StoreError
from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.answers import AnswersScreen
from resdiff.tui.screens.evolution import EvolutionScreen
from resdiff.tui.screens.library import LibraryScreen
from resdiff.tui.screens.reader import ReaderScreen
from resdiff.tui.widgets.brief_list import BriefList
from resdiff.tui.widgets.comparison_view import ComparisonView
from resdiff.tui.widgets.line_list import LineList
from resdiff.tui.widgets.page import Page
from resdiff.tui.widgets.versions import Versions
from tests.tui.driving import drive, seen, settled

_NARROW = (80, 24)


def _notes(pilot: Pilot[ResdiffError]) -> list[str]:
    return [note.message for note in pilot.app._notifications]


def test_after_a_search_the_row_of_the_text_is_marked_in_the_list(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        rows, text = pilot.app.screen.query_one(BriefList), pilot.app.screen.query_one(ComparisonView)
        await pilot.press("n", "n")
        place = text.change_at_cursor()
        assert place is not None
        await pilot.press("slash", *"members", "enter", "tab", "escape")
        await pilot.pause()
        assert rows.has_focus
        place = text.change_at_cursor()
        listed = {k for row in range(rows.count_lines()) for k in rows.changes_at(row)}
        assert place not in listed or place in rows.changes_at(rows.cursor)

    drive(ResdiffApp(comparison), steps, _NARROW)


def test_a_search_in_the_outline_of_a_narrow_screen_shows_the_text(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("v")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.press("i")
        assert screen.has_class("listed")
        await pilot.press("slash", *"members", "enter")
        await pilot.pause()
        assert not screen.has_class("listed")
        assert screen.text.has_focus

    drive(ResdiffApp(store=str(store)), steps, _NARROW)


def test_a_title_of_a_list_leads_to_the_first_item_below_it(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("A")
        await settled(pilot)
        assert isinstance(pilot.app.screen, AnswersScreen)
        await pilot.press("g")
        await pilot.pause()
        assert seen(pilot.app.screen.query_one("#text", Page)).strip()
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ReaderScreen)

    drive(ResdiffApp(store=str(store)), steps)


def test_rows_that_are_cut_say_so(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("A")
        await settled(pilot)
        rows = seen(pilot.app.screen.query_one("#list", LineList)).splitlines()
        assert any(row.endswith("…") for row in rows)

    drive(ResdiffApp(store=str(store)), steps, _NARROW)


def test_the_brief_of_another_step_is_not_left_below_a_version(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        step = pilot.app.screen.query_one("#step", BriefList)
        assert "NEW ASKS" in seen(step)
        monkeypatch.setattr(Versions, "_read_step", lambda *_: None)  # no brief comes
        await pilot.press("enter", "k")
        await pilot.pause()
        assert not seen(step).strip()

    drive(ResdiffApp(store=str(store)), steps)


def test_the_history_from_a_version_is_that_of_the_whole_lineage(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("enter", "g", "v")
        await settled(pilot)
        await pilot.press("e")
        await settled(pilot)
        assert isinstance(pilot.app.screen, EvolutionScreen)
        assert str(pilot.app.screen.query_one("#head", Static).content).startswith("1 of 2: 12/9")
        await pilot.press("r")
        await settled(pilot)
        assert "of 4: 12/9" in str(pilot.app.screen.query_one("#head", Static).content)

    drive(ResdiffApp(store=str(store)), steps)


def test_a_version_is_dropped_only_where_the_keys_are_among_versions(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        right = pilot.app.screen.query_one("#versions", LineList)
        count = right.count_lines()
        await pilot.press("D")
        await pilot.pause()
        assert right.count_lines() == count
        assert "choose a version first: enter goes to them" in _notes(pilot)
        await pilot.press("enter", "D", "D")
        await settled(pilot)
        assert right.count_lines() == count - 1

    drive(ResdiffApp(store=str(store)), steps)


def test_an_empty_store_speaks_of_no_filter(tmp_path: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert not str(pilot.app.screen.query_one("#lineage", Static).content).strip()

    drive(ResdiffApp(store=str(tmp_path / "none.db")), steps)


def test_keys_with_nothing_to_do_say_why(comparison: Comparison, store: Path) -> None:
    async def of_comparison(pilot: Pilot[ResdiffError]) -> None:
        for key, note in (
            ("f", "no words are sought; / finds some"),
            ("u", "two columns where much changed"),
            ("u", "one column"),
        ):
            await pilot.press(key)
            assert _notes(pilot) == [note]  # in place of what was said before

    async def of_asks(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("A")
        await settled(pilot)
        await pilot.press("o")
        assert "no source of one text here; enter reads it" in _notes(pilot)

    drive(ResdiffApp(comparison), of_comparison)
    drive(ResdiffApp(store=str(store)), of_asks)


def test_a_store_that_is_none_is_refused_before_the_screen_opens(tmp_path: Path) -> None:
    check_store(str(tmp_path / "not-there.db"))
    (tmp_path / "notes.txt").write_text("Lights of the coast", "utf-8")
    with pytest.raises(StoreError):
        check_store(str(tmp_path / "notes.txt"))
