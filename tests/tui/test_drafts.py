"""The terminal opened on three texts, and on two that are equal."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from resdiff.core.compare import compare
from resdiff.core.errors import ResdiffError
from resdiff.tui.app import ResdiffApp
from resdiff.tui.widgets.line_list import LineList
from resdiff.tui.widgets.page import Page
from resdiff.workspace.reading import read
from tests.tui.driving import drive, seen


def test_three_texts_open_with_what_became_of_the_draft(samples: Path) -> None:
    files = sorted(map(str, samples.joinpath("mountain-passes").glob("*.txt")))

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        while not pilot.app.screen.query("#list"):
            await pilot.pause(0.01)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "LOST" in seen(pilot.app.screen.query_one("#list", LineList))
        page = pilot.app.screen.query_one(Page)
        before = seen(page)
        await pilot.press("n")
        assert seen(page) not in ("", before)

    drive(ResdiffApp(drafts=[files[2], files[0], files[3]]), steps)


def test_a_draft_that_cannot_be_followed_ends_with_its_error(samples: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        while pilot.app._exit is False:
            await pilot.pause(0.01)

    app = ResdiffApp(drafts=["none.txt", "none.txt", "none.txt"])
    drive(app, steps)
    assert "there is no file" in str(app.return_value)


def test_a_list_of_verbs_without_any_says_so(samples: Path) -> None:
    text = read(samples / "coastal-fund" / "3-adopted.txt")

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("v")
        assert "no verb came, went" in seen(pilot.app.screen.query_one("#list", LineList))

    drive(ResdiffApp(compare(text, text)), steps)
