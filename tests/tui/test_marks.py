"""Versions that are marked, texts that are added, and the theme that is taken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from textual.widgets._toast import Toast

from resdiff.core.compare import Comparison
from resdiff.core.errors import ResdiffError
from resdiff.core.progress import no_progress
from resdiff.tui.app import THEMES, ResdiffApp
from resdiff.tui.screens.add import AddScreen
from resdiff.tui.store_actions import add_to_store
from resdiff.tui.widgets.comparison_view import ComparisonView
from resdiff.tui.widgets.file_tree import FileTree
from resdiff.tui.widgets.line_list import LineList
from tests.tui.driving import drive, foot, settled, until


def _sources(pilot: Pilot[ResdiffError]) -> tuple[str, str]:
    comparison = pilot.app.screen.query_one(ComparisonView).comparison
    return comparison.base.source, comparison.revised.source


def test_a_marked_version_is_compared_with_the_one_at_the_cursor_and_marks_are_used_once(
    store: Path,
) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("x")
        assert "1 marked" not in foot(pilot)  # the keys are among the lineages
        await pilot.press("right", "x", "g", "j")
        assert "1 marked" in foot(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert _sources(pilot) == ("marshes@LA/12/L.7", "marshes@13/4")
        await pilot.press("q")
        assert "marked" not in foot(pilot)
        await pilot.press("G", "enter")
        await settled(pilot)
        assert _sources(pilot)[1] == "marshes@13/4"
        assert _sources(pilot)[0] != "marshes@LA/12/L.7"

    drive(ResdiffApp(store=str(store)), steps)


def test_a_third_mark_is_refused_and_escape_takes_marks_away(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("right", "g", "x", "j", "x", "j", "x")
        assert "2 marked" in foot(pilot)
        assert any("escape unmarks them" in note.message for note in pilot.app._notifications)
        await pilot.press("escape")
        assert "marked" not in foot(pilot)
        assert pilot.app.screen.query_one("#versions", LineList).has_focus

    drive(ResdiffApp(store=str(store)), steps)


def test_two_marked_versions_are_compared(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("right", "x", "g", "j", "x", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        text = pilot.app.screen.query_one(ComparisonView)
        assert text.comparison.base.source == "marshes@LA/12/L.7"
        assert text.comparison.revised.source == "marshes@13/4"

    drive(ResdiffApp(store=str(store)), steps)


def test_the_lineage_of_the_title_is_proposed_and_not_that_at_the_cursor(
    tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(samples / "coastal-fund", tmp_path / "texts")
    monkeypatch.chdir(folder)
    (folder / "notes.json").write_text("{}", "utf-8")
    store = tmp_path / "store.db"
    add_to_store(str(store), "a-first", [str(samples / "harbour-watch" / "1-adopted.txt")], no_progress)
    add_to_store(str(store), "marshes", ["1-draft.txt"], no_progress)

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AddScreen))
        files, asked = pilot.app.screen.query_one(FileTree), pilot.app.screen.query_one(Input)
        assert asked.value == ""  # the cursor is on another lineage
        await until(pilot, lambda: bool(files.root.children))
        assert not any("json" in str(child.label) for child in files.root.children)
        await pilot.press("j", "j", "enter")
        await until(pilot, lambda: asked.value == "marshes")
        await pilot.press("escape", "enter", "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AddScreen))
        assert pilot.app.screen.query_one(Input).value == "a-first"  # its versions have the keys

    drive(ResdiffApp(store=str(store)), steps)


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_without_colours_no_theme_of_the_terminal_is_taken(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("resdiff.tui.app.remembered_theme", lambda: theme)

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        seen = set()
        for _ in range(len(THEMES)):
            seen.add(pilot.app.theme)
            await pilot.press("t")
        assert theme not in seen
        assert len(seen) == len([name for name in THEMES if not name.startswith("ansi")])

    drive(ResdiffApp(comparison), steps)


def test_a_notice_is_a_line_at_the_foot(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("x")
        await until(pilot, lambda: bool(pilot.app.screen.query(Toast)))
        notice = pilot.app.screen.query_one(Toast)
        await until(pilot, lambda: notice.region.height > 0)
        assert (notice.region.x, notice.region.height, notice.region.bottom) == (0, 1, 24)
        assert notice.region.width > 70

    drive(ResdiffApp(store=str(store)), steps, (80, 24), shows_notices=True)
