"""Every key of every screen on every kind of change: briefly every time, over ten real pairs with `-m
thorough`.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from resdiff.core.errors import ResdiffError
from resdiff.core.verbs import VerbOutcome
from resdiff.render.terminal.paint import CODES
from resdiff.render.views.style import SIGNS, StyleName
from resdiff.tui.app import ResdiffApp
from resdiff.tui.widgets.comparison_view import ComparisonView
from resdiff.tui.widgets.styles import STYLES
from resdiff.workspace.adding import GivenFacts, add_files
from resdiff.workspace.comparing import compare_texts
from resdiff.workspace.references import open_repository
from tests.tui.sweeping import SIZES, Sweep, places_of_kinds, press_at_random

_Steps = Callable[[Pilot[ResdiffError]], Awaitable[None]]
_SAMPLES = (("coastal-fund", 0), ("coastal-fund", 1), ("coastal-fund", 2), ("harbour-watch", 0))
"""A lineage of the samples, and which of its versions is compared with the next."""


def _drive(app: ResdiffApp, size: tuple[int, int], steps: _Steps) -> None:
    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(pilot)

    asyncio.run(run())


def _kept(files: Sequence[Path], folder: Path) -> tuple[str, str, str]:
    """A store that has two files as the versions of one lineage; its path and the references, in order."""
    path = str(folder / "swept.db")
    with open_repository(path, create=True) as store:
        add_files("swept", list(map(str, files)), GivenFacts(), store)
        first, second = store.versions("swept")
        return path, first.reference, second.reference


def _sample_pair(samples: Path, name: str, first: int) -> list[Path]:
    return sorted(samples.joinpath(name).glob("*.txt"))[first : first + 2]


def _swept_kinds(
    files: list[Path], folder: Path, size: tuple[int, int], is_whole: bool
) -> tuple[set[str], set[str]]:
    """Sweeps a comparison from one change of each kind; gives the kinds and the screens.

    Screens that do not show the change are swept once. Not whole: all keys are pressed from one kind, Enter
    and `x` from the others.
    """
    store, base, revised = _kept(files, folder)
    places = places_of_kinds(compare_texts(base, revised, store=store))
    screens: set[str] = set()
    opened: set[tuple[str, str]] = set()
    for number, place in enumerate(dict.fromkeys(places.values())):
        comparison = compare_texts(base, revised, store=store)

        async def steps(pilot: Pilot[ResdiffError], place: int = place, number: int = number) -> None:
            sweep = Sweep(pilot, place)
            sweep.opened |= opened
            if is_whole or number == 0:
                await sweep.sweep(once=not is_whole)
            else:
                await sweep.open(["c"])
                sweep.screen.query_one(ComparisonView).move_to_change(place)
                await sweep.press("enter")
                await sweep.press("x")
                await sweep.go_home()
            screens.update(name for name, _ in sweep.pressed)
            opened.update(sweep.opened)

        _drive(ResdiffApp(comparison, store), size, steps)
    return set(places), screens


def test_every_style_of_a_run_is_in_every_palette() -> None:
    names = set(get_args(StyleName)) - {""}
    assert set(CODES) == names
    assert set(STYLES) == names
    assert set(get_args(VerbOutcome)) | set(SIGNS) <= names


@pytest.mark.parametrize(("name", "first"), _SAMPLES[1:2])
def test_every_key_of_a_comparison(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, first: int
) -> None:
    monkeypatch.chdir(tmp_path)
    kinds, screens = _swept_kinds(_sample_pair(samples, name, first), tmp_path, (80, 24), is_whole=False)
    assert {"ComparisonScreen", "SourceScreen", "ExportDialog", "HelpScreen"} <= screens
    assert {kind.split()[0] for kind in kinds} >= {
        "edited",
        "added",
        "dropped",
        "unchanged",
        "merged",
        "matter",
        "verb",
    }


def test_every_key_over_a_store(store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screens = await _swept_store(Sweep(pilot), once=True)
        assert {
            "LibraryScreen",
            "ReaderScreen",
            "SearchScreen",
            "EvolutionScreen",
            "AnswersScreen",
            "AddScreen",
        } <= screens

    _drive(ResdiffApp(store=str(store)), (80, 24), steps)


async def _swept_store(sweep: Sweep, once: bool) -> set[str]:
    """Sweeps the library and a search in it; gives the screens on which keys were pressed."""
    if once:
        sweep.opened |= {
            ("", "ComparisonScreen"),
            ("", "HelpScreen"),
            ("", "SourceScreen"),
        }  # swept from a comparison
    await sweep.sweep(once=once)
    await sweep.sweep(["f", *"marsh", "enter"], once)
    return {name for name, _ in sweep.pressed}


@pytest.mark.thorough
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "first"), _SAMPLES)
def test_every_key_from_every_kind_of_change_of_a_sample(
    samples: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    first: int,
    size: tuple[int, int],
) -> None:
    monkeypatch.chdir(tmp_path)
    _swept_kinds(_sample_pair(samples, name, first), tmp_path, size, is_whole=True)


@pytest.mark.thorough
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("number", range(10))
def test_every_key_from_every_kind_of_change_of_a_real_pair(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(tmp_path)
    kinds, _ = _swept_kinds(_real_pair(shared, number), tmp_path, size, is_whole=True)
    assert len(kinds) > 4


def _real_pair(shared: Path, number: int) -> list[Path]:
    """The first and the last text of a real lineage of three or more, every so manieth of these: they differ
    in many ways.
    """
    lineages = json.loads(shared.joinpath("lineages", "index.json").read_text("utf-8"))
    long = [lineage["versions"] for lineage in lineages if len(lineage["versions"]) > 2]
    versions = long[number * len(long) // 10]
    return [shared / "lineages" / version["file"] for version in (versions[0], versions[-1])]


@pytest.mark.thorough
@pytest.mark.parametrize("size", SIZES)
def test_every_key_from_every_screen_over_a_store(
    store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await _swept_store(Sweep(pilot), once=False)

    _drive(ResdiffApp(store=str(store)), size, steps)


@pytest.mark.parametrize("size", [(20, 5), (30, 8)])
def test_narrow_terminals(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(tmp_path)
    base, revised = _sample_pair(samples, "coastal-fund", 1)
    comparison = compare_texts(str(base), str(revised))

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        sweep = Sweep(pilot)
        for keys in ("v", "u", "enter", "o", "e", "question_mark"):
            await sweep.open([keys])
            await pilot.resize_terminal(3, 3)
            await pilot.resize_terminal(*size)
            await sweep.press("j")

    _drive(ResdiffApp(comparison), size, steps)


@pytest.mark.parametrize(
    "name", ["n" * 300 + ".html", "~nobody-of-that-name/z.html", "/nowhere/at/all.html", "x.docm", "."]
)
def test_an_export_to_an_odd_name_is_refused_and_the_screen_stays(samples: Path, name: str) -> None:
    base, revised = _sample_pair(samples, "coastal-fund", 1)
    comparison = compare_texts(str(base), str(revised))

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        sweep = Sweep(pilot)
        await sweep.open(["e"])
        pilot.app.screen.query_one(Input).value = name
        await sweep.press("enter")
        assert [note.severity for note in pilot.app._notifications][-1:] == ["error"]
        await sweep.go_home()

    _drive(ResdiffApp(comparison), (80, 24), steps)


@pytest.mark.parametrize("seed", [1])
def test_keys_at_random(store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, seed: int) -> None:
    _at_random(store, monkeypatch, tmp_path, seed, 60)


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(2, 42))
def test_many_keys_at_random(store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, seed: int) -> None:
    _at_random(store, monkeypatch, tmp_path, seed, 400)


def _at_random(store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, seed: int, count: int) -> None:
    monkeypatch.chdir(tmp_path)
    done: list[str] = []

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        done.extend(await press_at_random(Sweep(pilot), Random(seed), count))

    _drive(ResdiffApp(store=str(store)), SIZES[seed % 3], steps)
    assert len(done) == count
