"""The list is made wider and narrower, on every screen that has one."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from resdiff.core.compare import Comparison
from resdiff.core.errors import ResdiffError
from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.panes import PanesScreen
from tests.tui.driving import drive, settled


def _share(pilot: Pilot[ResdiffError]) -> int:
    screen = pilot.app.screen
    assert isinstance(screen, PanesScreen)
    pane = screen.sized_pane()
    return round(100 * pane.outer_size.width / screen.size.width) if pane is not None else 100


def test_the_list_of_a_comparison_is_sized_within_bounds(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        usual = _share(pilot)
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert _share(pilot) in range(usual + 4, usual + 7)
        await pilot.press(*["less_than_sign"] * 30)
        await pilot.pause()
        assert _share(pilot) in range(14, 17)
        await pilot.press(*["greater_than_sign"] * 30)
        await pilot.pause()
        assert _share(pilot) in range(74, 77)

    drive(ResdiffApp(comparison), steps, (200, 50))


def test_the_width_is_kept_from_screen_to_screen(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press(*["greater_than_sign"] * 4)
        await pilot.pause()
        share = _share(pilot)
        await pilot.press("enter", "enter")
        await settled(pilot)
        await pilot.pause()
        assert abs(_share(pilot) - share) <= 1

    drive(ResdiffApp(store=str(store)), steps, (160, 50))


def test_on_a_narrow_screen_the_list_keeps_the_whole_width(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("less_than_sign")
        await pilot.resize_terminal(80, 24)
        await pilot.press("tab")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, PanesScreen)
        assert screen.query_one("#list").outer_size.width == 80
        await pilot.press("less_than_sign")
        assert [str(note.message) for note in pilot.app._notifications] == [
            "the list has the whole width here"
        ]
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert screen.query_one("#list").outer_size.width < 60

    drive(ResdiffApp(comparison), steps, (120, 40))
