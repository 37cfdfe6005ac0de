"""A shell completes lineages, versions and files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import resdiff


def _completed(store: Path, words: list[str], between: str = "\n", shell: str = "bash") -> list[str]:
    env = {
        "RESDIFF_STORE": str(store),
        "_RESDIFF_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": between.join(["resdiff", *words]),
        "COMP_CWORD": str(len(words)),
    }
    return resdiff(env=env).out.split()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A store with both sample lineages."""
    path = tmp_path_factory.mktemp("completion") / "store.db"
    for lineage, folder in (("marshes", "coastal-fund"), ("watch", "harbour-watch")):
        assert (
            resdiff("add", lineage, *sorted(samples.joinpath(folder).glob("*.txt")), "--store", path).status
            == 0
        )
    return path


def test_lineages_are_completed(store: Path) -> None:
    assert _completed(store, ["log", "ma"]) == ["marshes"]
    assert _completed(store, ["log", ""]) == ["marshes", "watch"]
    assert _completed(store, ["edit", ""]) == ["marshes@", "watch@"]


@pytest.mark.parametrize("between", ["\n", " "])
def test_versions_are_completed_though_bash_parts_the_word(store: Path, between: str) -> None:
    assert _completed(store, ["show", "marshes", "@", "1"], between) == ["@12/9", "@13/4"]
    assert _completed(store, ["show", "marshes", "@"], between)[-2:] == ["@first", "@latest"]
    assert _completed(store, ["compare", "marshes@first", "marshes", "@", "la"], between) == ["@latest"]
    assert _completed(store, ["link", "wat"], between)[:2] == ["watch@41", "(2030)"]


def test_files_are_completed_beside_them(store: Path, samples: Path) -> None:
    begun = str(samples / "coastal-fund" / "1")
    assert _completed(store, ["compare", begun]) == [f"{begun}-draft.txt"]
    assert f"{samples}/coastal-fund/" in _completed(store, ["show", f"{samples}/"])


def test_a_store_that_is_none_completes_nothing_and_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert _completed(path, ["log", ""]) == []
    path.write_text("no store, but long enough to be taken for one, or so it seems to be", "utf-8")
    assert _completed(path, ["log", ""]) == []
