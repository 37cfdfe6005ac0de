"""Histories are kept in the store, answer from there, and go on from there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from resdiff.store.repository import Store
from resdiff.workspace.adding import GivenFacts, add_files
from tests.cli.running import assert_trouble
from tests.store.content import run


def _steps(store: Store) -> list[tuple[object, ...]]:
    return store.rows("SELECT version, chain, details FROM step ORDER BY version, id")


def _history(place: Path, lineage: str = "marshes") -> str:
    done = run(place, "history", lineage, "--stage", "all", "--format", "json")
    assert done.status == 0
    return done.out


def _end(*_: object) -> None:
    raise AssertionError("it is followed anew")


def test_the_second_call_follows_nothing_anew(
    filled: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, blame = _history(place), run(place, "blame", "marshes", "--format", "json").out
    assert len(_steps(filled)) == 3
    monkeypatch.setattr("resdiff.core.history.words.WordOrigins._origins", _end)
    monkeypatch.setattr("resdiff.core.history.threads.Threads._recognized", _end)
    assert _history(place) == first
    assert run(place, "blame", "marshes", "--format", "json").out == blame
    assert run(place, "store", "verify").status == 0


def test_a_further_version_extends_what_is_kept(empty: Store, place: Path, marshes: list[str]) -> None:
    add_files("marshes", marshes[:3], GivenFacts(), empty)
    add_files("at-once", marshes, GivenFacts(), empty)
    _history(place)
    before = _steps(empty)
    add_files("marshes", marshes[3:], GivenFacts(), empty)
    assert _history(place) == _history(place, "at-once")
    assert _steps(empty)[:2] == before
    assert _history(place, "marshes@12/9").count('"index"') == 3


def test_what_people_decide_makes_it_anew_from_there(filled: Store, place: Path) -> None:
    reported, before = _history(place), _steps(filled)
    assert run(place, "unlink", "marshes@12/9:PP3", "marshes@13/4:PP3").status == 0
    assert _history(place) != reported
    after = _steps(filled)
    assert after[:2] == before[:2]
    assert after[-1] != before[-1]
    assert run(place, "drop", "marshes@LA/12/L.7/Rev.1", "--yes").status == 0
    assert '"LA/12/L.7/Rev.1"' not in _history(place)
    assert run(place, "store", "compact").status == 0
    assert {version for version, *_ in _steps(filled)} == {3, 4}
    assert run(place, "store", "verify").status == 0


def test_damage_is_told(filled: Store, place: Path) -> None:
    _history(place)
    with closing(sqlite3.connect(place)) as db, db:
        db.execute("UPDATE step SET details = x'00' WHERE version = 3")
    assert_trouble(
        run(place, "history", "marshes", "--stage", "all", "--format", "json", "--quiet"),
        "the history of marshes@12/9 is damaged",
    )
    assert (
        "step 2: is not what was kept"
        in run(place, "store", "verify").out + run(place, "store", "verify").err
    )
