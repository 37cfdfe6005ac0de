"""Keys that come faster than what they begin, keys that ask twice, and what the foot says of keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input, Static

from resdiff.core.compare import Comparison
from resdiff.core.errors import ResdiffError
from resdiff.store.records import Lineage
from resdiff.tui.app import ResdiffApp
from resdiff.tui.library import lineage_runs
from resdiff.tui.screens.library import LibraryScreen
from resdiff.tui.widgets.ask_bar import AskBar
from tests.tui.driving import drive, foot, settled, until


def test_keys_that_move_through_lineages_faster_than_these_are_read(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        sizes = []
        for _ in range(6):
            for key in "jkjsjkksj":
                pilot.app.post_message(Key(key, key))
            await pilot.pause()
            version = screen.version_at_cursor()
            sizes.append(version is not None and version.lineage == screen.lineage_at_cursor())
        await settled(pilot)
        assert all(sizes), "the versions are those of the lineage at the cursor"

    drive(ResdiffApp(store=str(store)), steps)


def test_a_shorter_list_that_takes_the_place_of_a_longer_one_while_its_cursor_moves(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        await pilot.press("j", "k")
        steps_of_first = screen._right._steps
        lineage = screen._lineages[0]
        screen._right.show(lineage, steps_of_first)
        screen._right.show(lineage, steps_of_first[:1])
        screen._right.show(None, ())
        await settled(pilot)
        assert screen.version_at_cursor() is None

    drive(ResdiffApp(store=str(store)), steps)


def test_nothing_is_dropped_by_one_key(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        count = screen._right.list.count_lines()
        await pilot.press("right", "D", "k", "D")
        await settled(pilot)
        assert screen._right.list.count_lines() == count, "it was asked for once each of two versions"
        assert any("press D again to drop" in str(note.message) for note in pilot.app._notifications)

    drive(ResdiffApp(store=str(store)), steps)


@pytest.mark.parametrize(("width", "is_named"), [(80, True), (60, True), (40, True), (120, False)])
def test_the_help_is_named_at_every_width_and_the_list_where_it_is_not_shown(
    comparison: Comparison, width: int, is_named: bool
) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        line = foot(pilot)
        assert "? help" in line
        assert ("tab brief" in line) is is_named
        await pilot.press("n")
        await pilot.pause()
        assert "? help" in foot(pilot)
        await pilot.press("tab")
        await pilot.pause()
        assert ("tab text" in foot(pilot)) is is_named

    drive(ResdiffApp(comparison), steps, (width, 24))


@pytest.mark.parametrize("width", [30, 60, 90])
def test_the_name_of_a_lineage_is_cut_with_a_mark_or_left_out(width: int) -> None:
    lineage = Lineage(
        slug="committee-against-lamps",
        title="Committee against lamps",
        has_own_title=True,
        versions=12,
        last=None,
        changed=None,
        extra={},
    )
    line = "".join(text for _, text in lineage_runs(lineage, width))
    assert line.rstrip().endswith("12")
    rest = line.removeprefix("Committee against lamps").removesuffix("12").strip()
    assert rest in ("", "committee-against-lamps") or rest.endswith("…")


def _type(app: ResdiffApp, *keys: str) -> None:
    """Keys that are there before the first of them was handled."""
    for key in keys:
        app.post_message(Key(key, "/" if key == "slash" else key))


@pytest.mark.parametrize(("opens", "words"), [("f", "triangular"), ("slash", "quotes")])
def test_words_typed_behind_the_key_that_asks_for_them_are_all_taken(
    store: Path, opens: str, words: str
) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        theme = pilot.app.theme
        assert isinstance(pilot.app, ResdiffApp)
        _type(pilot.app, opens, *words)
        await pilot.pause()
        await settled(pilot)
        assert pilot.app.screen.query_one(Input).value == words
        assert pilot.app.theme == theme

    drive(ResdiffApp(store=str(store)), steps)


def test_words_typed_behind_the_key_that_finds_are_all_taken(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        assert isinstance(pilot.app, ResdiffApp)
        _type(pilot.app, "slash", *"nations")
        await pilot.pause()
        await settled(pilot)
        assert pilot.app.screen.query_one(AskBar).value == "nations"

    drive(ResdiffApp(comparison=comparison), steps)


def _counts(pilot: Pilot[ResdiffError]) -> str:
    """What a search found; '' before its screen is there."""
    shown = pilot.app.screen.query("#counts")
    return str(shown.first(Static).content) if shown else ""


@pytest.mark.parametrize("gap", [0, 0.01, 0.03, 0.1])
def test_enter_comes_behind_the_letters_that_were_typed_before_it(store: Path, gap: float) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        assert isinstance(pilot.app, ResdiffApp)
        _type(pilot.app, "f")
        await pilot.pause(gap)
        _type(pilot.app, *"marshes")
        pilot.app.post_message(Key("enter", "\r"))
        await until(pilot, lambda: "paragraph" in _counts(pilot))
        assert pilot.app.screen.query_one(Input).value == "marshes"

    drive(ResdiffApp(store=str(store)), steps)
