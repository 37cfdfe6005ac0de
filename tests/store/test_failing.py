"""One comparison that fails does not end the work on the others: it is named, the rest is done, the status is
2.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from resdiff.cli.app import main
from resdiff.core.compare import Comparison
from resdiff.core.compare import compare as real_compare
from resdiff.core.model import Resolution
from resdiff.store.repository import Store


@pytest.fixture(autouse=True)
def _broken(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    """A comparison with the third text of the first lineage ends in a fault of resdiff itself."""

    def compare(base: Resolution, revised: Resolution, *rest: Any) -> Comparison:
        if revised.masthead.symbol == "LA/RES/12/9":
            raise RecursionError("too deep")
        return real_compare(base, revised, *rest)

    monkeypatch.setattr("resdiff.workspace.stored.compare", compare)
    monkeypatch.setenv("RESDIFF_STORE", str(place))


def _is_named(capsys: pytest.CaptureFixture[str]) -> str:
    """Checks that standard error names the comparison that failed, in one line; gives standard output."""
    reported = capsys.readouterr()
    assert reported.err.count("\n") == 1, reported.err
    assert "cannot be compared with" in reported.err
    assert "@12/9: internal error: RecursionError: too deep" in reported.err
    return reported.out


def _compared(place: Path) -> int:
    with Store(place) as store:
        return len(store.rows("SELECT id FROM comparison"))


def test_import(place: Path, samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(samples)]) == 2
    assert _is_named(capsys) == "13 texts stored, 0 already stored, 0 left out, 8 compared\n"
    assert _compared(place) == 8


def test_add_and_log_and_index(place: Path, marshes: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "marshes", *marshes]) == 2
    assert _is_named(capsys).count("\n") == 4
    assert main(["log", "marshes"]) == 2
    assert [line.split()[0] for line in _is_named(capsys).splitlines()] == [
        "label",
        "12/9",
        "LA/12/L.7",
        "LA/12/L.7/Rev.1",
        "13/4",
    ]
    assert main(["store", "index"]) == 2
    assert _is_named(capsys) == "0 texts parsed anew, 0 comparisons made\n"
    assert _compared(place) == 2
