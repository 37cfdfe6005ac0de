"""Each screen looks as it did when someone last looked at it.

`pytest tests/tui/test_pictures.py -n 0 --snapshot-update` draws it anew.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.add import AddScreen
from resdiff.tui.widgets.file_tree import FileTree
from resdiff.workspace.comparing import compare_texts
from tests.tui.driving import settled

Draws = Callable[..., bool]
pytestmark = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


@pytest.fixture(autouse=True)
def _steady_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cursor that does not blink: on a busy machine a picture may be taken at any moment."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda field: None)


def _keys(*keys: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Presses keys, and waits for what they began; notices go in their own time and are taken away."""

    async def press(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        pilot.app.clear_notifications()
        await pilot.pause()
        await pilot.pause()

    return press


_OF_A_COMPARISON = {
    "comparison": "n n n n",
    "verbs": "v j j",
    "paragraph": "n n enter",
    "help": "question_mark",
    "export": "e",
    "split": "n " * 18,
    "source": "n n n o",
}
_OVER_A_STORE = {
    "library": "",
    "marked": "right x up x",
    "reader": "v i j",
    "search": "f m a r s h enter",
    "evolution": "e h j",
    "readings": "e c c tab",
    "rounds": "e r",
    "outcome": "o n",
    "asks": "A n n",
    "precedents": "v n n n w n",
}
"""The keys that open each."""


@pytest.mark.parametrize("name", _OF_A_COMPARISON)
def test_the_screens_of_a_comparison(
    snap_compare: Draws, samples: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], name: str
) -> None:
    monkeypatch.chdir(samples / "coastal-fund")
    comparison = compare_texts("3-adopted.txt", "4-next-year.txt")
    assert snap_compare(
        ResdiffApp(comparison), terminal_size=size, run_before=_keys(*_OF_A_COMPARISON[name].split())
    )


@pytest.mark.parametrize("name", _OVER_A_STORE)
def test_the_screens_over_a_store(snap_compare: Draws, store: Path, size: tuple[int, int], name: str) -> None:
    assert snap_compare(
        ResdiffApp(store=str(store)), terminal_size=size, run_before=_keys(*_OVER_A_STORE[name].split())
    )


def test_the_files_to_choose_from(
    snap_compare: Draws, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(samples)

    async def choose(pilot: Pilot[Any]) -> None:
        chosen: Screen[str] = AddScreen(str(tmp_path / "none.db"), folder=Path("coastal-fund"))
        await pilot.app.push_screen(chosen)
        while (
            len(chosen.query_one(FileTree).root.children) < 4
        ):  # its worker waits for folders as long as it lives
            await pilot.pause(0.02)
        await pilot.press("down", "enter", "down", "down", "enter")
        await pilot.pause()

    assert snap_compare(ResdiffApp(store=str(tmp_path / "none.db")), terminal_size=size, run_before=choose)
