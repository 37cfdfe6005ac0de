"""The evolution of a lineage: its table, its versions, all readings of a paragraph."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from resdiff.core.errors import ResdiffError
from resdiff.core.history import follow
from resdiff.core.model import Resolution
from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.evolution import EvolutionScreen
from resdiff.tui.screens.library import LibraryScreen
from resdiff.tui.widgets.history_view import HistoryView
from resdiff.tui.widgets.lines import LineView
from resdiff.tui.widgets.page import Page
from tests.cli.running import resdiff
from tests.making import OPERATIVE, made

_Steps = Callable[[Pilot[ResdiffError]], Awaitable[None]]


def _drive(store: Path, steps: _Steps, size: tuple[int, int] = (120, 48)) -> None:
    async def run() -> None:
        async with ResdiffApp(store=str(store)).run_test(size=size) as pilot:
            await pilot.pause()
            await steps(pilot)

    asyncio.run(run())


def _seen(view: LineView) -> list[str]:
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


async def _opened(pilot: Pilot[ResdiffError]) -> HistoryView:
    for key, versions in (("e", 2), ("r", 4)):  # the years, then every round
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, EvolutionScreen)
        assert len(pilot.app.screen.query_one(HistoryView).head().split()) == versions
    return pilot.app.screen.query_one(HistoryView)


def test_the_table_is_that_of_the_command(store: Path) -> None:
    out = resdiff("history", "marshes", "--stage", "all", "--store", str(store), "--width", "120").out
    table = next(block for block in out.split("\n\n") if block.split()[:4] == ["1", "2", "3", "4"])
    signs = {(line[:10].strip(), f"{line[11:22]:<11}") for line in table.splitlines()[1:]}

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        view = await _opened(pilot)
        rows = [line for line in _seen(view) if line]
        assert {(line[:10].strip(), line[11:22]) for line in rows} == signs
        head = str(pilot.app.screen.query_one("#head", Static).render())
        assert head.startswith(
            "4 of 4: 13/4, adopted, 2032-03-05, 18-2-4\n17 kept, 13 edited, 8 added, 4 dropped"
        )
        await pilot.press("h", "h")
        assert "2 of 4" in str(pilot.app.screen.query_one("#head", Static).render())
        assert view.head().split() == ["1", "2*", "3", "4"]
        await pilot.press("h", "h", "h")
        assert "to begin with" in str(pilot.app.screen.query_one("#head", Static).render())

    _drive(store, steps)


def test_what_is_shown_can_be_chosen_and_enter_shows_all_readings(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        view = await _opened(pilot)
        counts = [view.count_rows()]
        for _ in range(3):
            await pilot.press("c")
            counts.append(view.count_rows())
        assert counts[0] > counts[3] > counts[1] > counts[2]
        await pilot.press("h")
        assert view.count_rows() < counts[3]
        await pilot.press("slash", *"see to it", "enter")
        thread = view.thread_at_cursor()
        assert thread is not None
        await pilot.press("tab")
        seen = _seen(pilot.app.screen.query_one(Page))
        assert [line.split()[1] for line in seen if line[:1].strip() and line[1:2] == " "] == [
            "OP6",
            "OP9",
            "OP10",
            "OP9",
        ]
        await pilot.press("q", "q")
        assert isinstance(pilot.app.screen, LibraryScreen)

    _drive(store, steps)


def test_many_versions_go_through_a_narrow_screen() -> None:
    def version(k: int) -> Resolution:
        return made(operative=(OPERATIVE[0].replace(";", f", and to report in month {k};"), *OPERATIVE[1:]))

    history = follow([version(k) for k in range(30)])

    async def run() -> None:
        app = ResdiffApp(store="nowhere.db")
        async with app.run_test(size=(60, 20)) as pilot:
            await pilot.app.push_screen(EvolutionScreen(history, None))
            await pilot.pause()
            view = pilot.app.screen.query_one(HistoryView)
            assert view.head().split()[-1].startswith("30")
            for _ in range(29):
                await pilot.press("h")
            assert view.head().split()[0].startswith("1")
            assert view.head().endswith(">")
            await pilot.resize_terminal(50, 20)
            await pilot.press("l")
            assert "2*" in view.head()

    asyncio.run(run())


def test_one_version_alone_is_told(store: Path, samples: Path) -> None:
    done = resdiff("add", "alone", str(samples / "coastal-fund" / "1-draft.txt"), "--store", str(store))
    assert done.status == 0

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("e")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert any("at least two versions" in str(note.message) for note in pilot.app._notifications)

    _drive(store, steps)
