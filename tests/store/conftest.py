"""Stores that the tests of this folder begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from resdiff.store.repository import Store
from resdiff.workspace.adding import GivenFacts, add_files
from resdiff.workspace.references import open_repository


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the store is made."""
    return tmp_path / "store.db"


@pytest.fixture
def marshes(samples: Path) -> list[str]:
    """The texts of the first sample lineage, in order."""
    return [str(path) for path in sorted(samples.joinpath("coastal-fund").glob("*.txt"))]


@pytest.fixture
def empty(place: Path) -> Iterator[Store]:
    """A store without a text."""
    with open_repository(str(place), create=True) as store:
        yield store


@pytest.fixture
def filled(empty: Store, marshes: list[str], samples: Path) -> Store:
    """A store with both sample lineages."""
    add_files("marshes", marshes, GivenFacts(), empty)
    add_files(
        "watch",
        [str(path) for path in sorted(samples.joinpath("harbour-watch").glob("*.txt"))],
        GivenFacts(author="the clerk"),
        empty,
    )
    return empty
