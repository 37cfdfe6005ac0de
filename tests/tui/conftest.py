"""A comparison and a store that look the same on every machine and day."""

from __future__ import annotations

from pathlib import Path

import pytest

from resdiff.core.compare import Comparison
from resdiff.workspace.adding import GivenFacts, add_files
from resdiff.workspace.comparing import compare_texts
from resdiff.workspace.references import open_repository


@pytest.fixture(autouse=True)
def _no_remembered_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The theme that someone chose on this machine is not the theme of the tests, nor the reverse."""
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: tmp_path / "state")


@pytest.fixture
def comparison(samples: Path) -> Comparison:
    """The sample of next year against the adopted one."""
    folder = samples / "coastal-fund"
    return compare_texts(str(folder / "3-adopted.txt"), str(folder / "4-next-year.txt"))


@pytest.fixture
def store(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with both sample lineages."""
    path = tmp_path / "store.db"
    with monkeypatch.context() as patched, open_repository(str(path), create=True) as filled:
        patched.chdir(samples)
        patched.setattr("resdiff.workspace.adding.now", lambda: "2032-04-01T12:00:00+00:00")
        for lineage, folder in (("marshes", "coastal-fund"), ("watch", "harbour-watch")):
            add_files(
                lineage,
                [f"{folder}/{file.name}" for file in sorted(samples.joinpath(folder).glob("*.txt"))],
                GivenFacts(),
                filled,
            )
    return path
