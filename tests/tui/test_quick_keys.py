"""Keys that come faster than what they begin."""

from __future__ import annotations

from pathlib import Path

from textual.events import Key
from textual.pilot import Pilot

from resdiff.core.errors import ResdiffError
from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.library import LibraryScreen
from tests.tui.driving import drive, settled


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
