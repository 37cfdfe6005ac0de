"""Texts join the store from the interface; long work shows how far it has come and can be stopped."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.app import App
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from resdiff.core.compare import Comparison, compare
from resdiff.core.errors import InputError
from resdiff.core.progress import Progress, no_progress
from resdiff.render.views.style import AGES
from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.add import AddScreen
from resdiff.tui.screens.comparison import ComparisonScreen
from resdiff.tui.screens.export import ExportDialog
from resdiff.tui.screens.library import LibraryScreen
from resdiff.tui.screens.work import CancelledError, WorkScreen
from resdiff.tui.store_actions import add_to_store, drop_version
from resdiff.tui.widgets.comparison_view import ComparisonView
from resdiff.tui.widgets.file_tree import FileTree
from resdiff.tui.widgets.reader_view import ReaderView
from resdiff.tui.widgets.source_view import SourceView
from resdiff.workspace.comparing import compare_texts
from resdiff.workspace.references import open_repository
from tests.making import made
from tests.tui.driving import until

_Steps = Callable[[Pilot[Any]], Awaitable[None]]


def _drive(app: App[Any], steps: _Steps) -> None:
    async def run() -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            await steps(pilot)

    asyncio.run(run())


def _labels(store: Path, lineage: str) -> list[str]:
    with open_repository(str(store)) as filled:
        return [version.label for version in filled.versions(lineage)]


def test_files_are_chosen_in_their_order_and_added(
    tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(samples / "coastal-fund")
    store = tmp_path / "store.db"

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AddScreen))
        files = pilot.app.screen.query_one(FileTree)
        await until(pilot, lambda: len(files.root.children) == 4)
        await pilot.press("a")
        assert any("no file is chosen" in str(note.message) for note in pilot.app._notifications)
        await pilot.press("j", "j", "j", "enter", "k", "k", "space")
        assert [path.name for path in files.chosen] == ["3-adopted.txt", "1-draft.txt"]
        asked = pilot.app.screen.query_one(Input)
        await until(pilot, lambda: asked.value == "coastal-fund")
        await pilot.press("j", "enter", "enter")
        assert len(files.chosen) == 2
        await pilot.press("a")
        said = "added 2 to coastal-fund; the texts are put in the order of their dates"
        await until(pilot, lambda: any(said in n.message for n in pilot.app._notifications))
        assert isinstance(pilot.app.screen, LibraryScreen)

    _drive(ResdiffApp(store=str(store)), steps)
    assert _labels(store, "coastal-fund") == ["LA/12/L.7", "12/9"]


def test_an_empty_store_offers_the_samples_and_a_folder_is_imported(
    tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(samples)
    store = tmp_path / "store.db"

    async def steps(pilot: Pilot[Any]) -> None:
        library = pilot.app.screen
        assert isinstance(library, LibraryScreen)
        await pilot.press("d")
        await until(
            pilot, lambda: library.check_action("samples", ()) is False and pilot.app.screen is library
        )
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AddScreen))
        await pilot.press("i")
        assert any("press i again to import" in str(note.message) for note in pilot.app._notifications)
        await pilot.press("i")
        await until(pilot, lambda: pilot.app.screen is library)
        assert any("0 stored, 13 already stored" in str(note.message) for note in pilot.app._notifications)

    _drive(ResdiffApp(store=str(store)), steps)
    assert _labels(store, "coastal-fund") == ["LA/12/L.7", "LA/12/L.7/Rev.1", "12/9", "13/4"]


def test_a_name_that_is_none_makes_no_store(
    tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(samples / "harbour-watch")
    store = tmp_path / "store.db"

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AddScreen))
        await until(pilot, lambda: len(pilot.app.screen.query_one(FileTree).root.children) == 2)
        await pilot.press("j", "enter")
        pilot.app.screen.query_one(Input).value = "no name"
        await pilot.press("a")
        await until(pilot, lambda: bool(len(pilot.app._notifications)))
        assert any(
            "'no name' cannot name a lineage" in str(note.message) for note in pilot.app._notifications
        )
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, LibraryScreen)

    _drive(ResdiffApp(store=str(store)), steps)
    assert not store.exists()


def test_long_work_tells_how_far_it_has_come_and_escape_stops_it() -> None:
    seen: list[type[BaseException]] = []
    going, stopped = Event(), Event()

    def ask(progress: Progress) -> Comparison:
        try:
            while True:
                progress(0.25)
                going.set()
                stopped.wait(0.02)
        except CancelledError:
            seen.append(CancelledError)
            stopped.set()
            raise

    async def steps(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: pilot.app.screen.has_class("shown"))
        assert isinstance(pilot.app.screen, WorkScreen)
        await until(pilot, lambda: " 25%" in str(pilot.app.screen.query_one("#state").render()))
        await pilot.press("escape")
        assert pilot.app._exit

    _drive(ResdiffApp(ask), steps)
    assert (going.is_set(), stopped.wait(5), seen) == (True, True, [CancelledError])


def test_comparing_tells_its_progress_in_order_and_ends_where_that_raises() -> None:
    one = made(operative=tuple(f"Requests the Chair to look after harbour number {n};" for n in range(160)))
    two = made(
        operative=tuple(
            f"Requests the Chair to look after the harbour number {n + n % 3};" for n in range(160)
        )
    )
    shares: list[float] = []

    def take(share: float, subject: str = "", /) -> None:
        shares.append(share)

    assert compare(one, two, progress=take) == compare(one, two)
    assert shares == sorted(shares)
    assert (min(shares) >= 0, max(shares) < 1, len(shares) > 2) == (True, True, True)

    def stop(share: float, subject: str = "", /) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        compare(one, two, progress=stop)


def test_a_comparison_that_cannot_be_made_ends_the_interface_with_its_error() -> None:
    def ask(progress: Progress) -> Comparison:
        raise InputError("there is no such text", "give another")

    app = ResdiffApp(ask)

    async def steps(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: bool(pilot.app._exit))

    _drive(app, steps)
    assert isinstance(app.return_value, InputError)


def test_the_source_of_a_paragraph_is_opened_and_one_that_changed_is_refused(
    tmp_path: Path, samples: Path
) -> None:
    files = [tmp_path / name for name in ("3-adopted.txt", "4-next-year.txt")]
    for file in files:
        file.write_bytes(samples.joinpath("coastal-fund", file.name).read_bytes())
    comparison = compare_texts(str(files[0]), str(files[1]))

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("right_square_bracket", "right_square_bracket")
        place = pilot.app.screen.query_one(ComparisonView).change_at_cursor()
        await pilot.press("o")
        await pilot.pause()
        source = pilot.app.screen.query_one(SourceView)
        assert place is not None
        change = comparison.changes[place]
        assert "".join(text for _, text in source.lines_of_row(source.cursor)[0]).split()[0] == str(
            comparison.revised.paragraphs[change.revised[0]].line
        )
        await pilot.press("slash", *"adopted", "enter", "escape", "q")
        assert isinstance(pilot.app.screen, ComparisonScreen)
        files[1].write_text("something else", "utf-8")
        await pilot.press("o")
        assert any(
            "is no longer the text that was read" in str(note.message) for note in pilot.app._notifications
        )

    _drive(ResdiffApp(comparison), steps)


def test_the_palette_has_every_key_of_the_screen(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[Any]) -> None:
        commands = {command.title: command for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert {
            "next that matters",
            "verbs",
            "export",
            "open the source",
            "page down",
            "find",
            "help",
            "next theme",
            "choose a theme",
        } <= commands.keys()
        commands["any change"].callback()
        await pilot.pause()
        assert pilot.app.screen.query_one(ComparisonView).cursor == 1

    _drive(ResdiffApp(comparison), steps)


def test_a_version_is_dropped_and_brought_back(store: Path) -> None:
    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("U")
        assert any("nothing was dropped" in str(note.message) for note in pilot.app._notifications)
        await pilot.press("right", "D", "D")
        await pilot.pause()
        assert _labels(store, "marshes") == ["LA/12/L.7", "LA/12/L.7/Rev.1", "12/9"]
        await pilot.press("U")
        await pilot.pause()
        assert any("marshes@13/4 is back" in str(note.message) for note in pilot.app._notifications)

    _drive(ResdiffApp(store=str(store)), steps)
    assert _labels(store, "marshes")[-1] == "13/4"


def test_what_was_dropped_before_is_brought_back_too(store: Path) -> None:
    drop_version(str(store), "marshes@12/9")
    drop_version(str(store), "marshes@13/4")

    async def steps(pilot: Pilot[Any]) -> None:
        for label in ("13/4", "12/9"):
            await pilot.press("U")
            await pilot.pause()
            assert any(f"marshes@{label} is back" in str(n.message) for n in pilot.app._notifications)

    _drive(ResdiffApp(store=str(store)), steps)
    assert _labels(store, "marshes")[-2:] == ["12/9", "13/4"]


def test_what_is_no_resolution_by_its_form_is_told_when_it_joins(tmp_path: Path) -> None:
    script = tmp_path / "run.sh"
    script.write_text("#!/bin/sh\necho the tide is in\n", "utf-8")
    reported = add_to_store(str(tmp_path / "store.db"), "odd", [str(script)], no_progress)
    assert reported == "added 1 to odd; no resolution recognized in: run (D drops it)"


def test_escape_never_leaves_the_first_screen(comparison: Comparison, store: Path) -> None:
    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("escape", "escape", "escape")
        assert not pilot.app._exit
        await pilot.press("q")
        assert pilot.app._exit

    _drive(ResdiffApp(comparison), steps)
    _drive(ResdiffApp(store=str(store)), steps)


def test_a_file_is_replaced_only_when_asked_twice(
    comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = tmp_path / "out.md"
    kept.write_text("mine", "utf-8")

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("e", *"nowhere/a.md", "enter")
        assert isinstance(pilot.app.screen, ExportDialog)
        pilot.app.screen.query_one(Input).value = "out.md"
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, ExportDialog)
        assert kept.read_text("utf-8") == "mine"
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, ComparisonScreen)

    _drive(ResdiffApp(comparison), steps)
    assert "Encourages" in kept.read_text("utf-8")


def test_without_colours_words_that_go_and_come_stand_between_signs(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(pilot: Pilot[Any]) -> None:
        text = pilot.app.screen.query_one(ComparisonView)
        await pilot.press("u")
        seen = "\n".join(text.render_line(y).text for y in range(text.size.height))
        assert "[-Noting with deep concern-]{+Gravely concerned+}" in seen

    _drive(ResdiffApp(comparison), steps)


def test_the_reader_tells_since_when_words_stand(store: Path) -> None:
    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("v")
        await pilot.pause()
        view = pilot.app.screen.query_one(ReaderView)
        plain = view.count_lines()
        await pilot.press("b")
        await until(pilot, lambda: view.has_blame)
        await pilot.pause()
        row = view.row_of("OP9")
        reported = "".join(text for line in view.lines_of_row(row) for _, text in line)
        assert re.match(r"OP9 +13/4 +▏ Calls upon shipowners", reported) is not None
        styles = {style for line in view.lines_of_row(row) for style, _ in line}
        assert len(styles & set(AGES)) > 1  # words of one line come from versions of different age
        assert len(view.lines_of_row(row)) == view.height_of_row(row)
        await pilot.press("b")
        assert (view.has_blame, view.count_lines()) == (False, plain)

    _drive(ResdiffApp(store=str(store)), steps)


def test_keys_typed_ahead_are_not_lost_in_the_library(store: Path) -> None:
    async def steps(pilot: Pilot[Any]) -> None:
        for _ in range(2):  # the second comes before the first is handled
            pilot.app.post_message(Key("enter", "\r"))
        await until(pilot, lambda: isinstance(pilot.app.screen, ComparisonScreen))

    _drive(ResdiffApp(store=str(store)), steps)
