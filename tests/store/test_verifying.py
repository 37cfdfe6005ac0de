"""store verify: by hashes and seals alone, with each text parsed again, in several processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from resdiff.store.repository import Store
from resdiff.workspace import stored
from tests.store.content import run


def _damage(store: Store) -> None:
    """Another source under one version, another verb in another."""
    with store.writing():
        store.run(
            "UPDATE version SET bytes = (SELECT bytes FROM version WHERE label = '13/4') WHERE label = '12/9'"
        )
        store.run("UPDATE verb SET begin = begin + 1 WHERE version = 2 AND nth = 0")


@pytest.mark.parametrize("options", [[], ["--parse"], ["--jobs", "2"]])
def test_each_way_to_verify_names_the_same_faults(
    filled: Store, place: Path, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "_CHECKED", 2)  # more parts than one
    assert run(place, "store", "verify", *options).out == "6 versions, 0 faults\n"
    _damage(filled)
    done = run(place, "store", "verify", *options)
    assert (done.status, done.out) == (2, "6 versions, 2 faults\n")
    lines = done.err.splitlines()
    assert lines == [
        "resdiff: marshes@LA/12/L.7/Rev.1: its verbs are not those of its paragraphs",
        "resdiff: marshes@12/9: its bytes are not those that were kept",
    ]


def test_a_quick_check_parses_nothing(filled: Store, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*arguments: object) -> None:
        raise AssertionError("a text was parsed")

    monkeypatch.setattr(stored, "parse_version", never)
    assert run(place, "store", "verify", "--quick").out == "6 versions, 0 faults\n"
    _damage(filled)
    done = run(place, "store", "verify", "--quick")
    assert (done.status, done.out) == (2, "6 versions, 1 fault\n")
    assert "marshes@12/9: its bytes are not those that were kept" in done.err
