"""Versions stand in the order of their dates unless people say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from resdiff.store.repository import Store
from resdiff.workspace.dating import is_later
from tests.store.content import run


def _labels(store: Store) -> list[str]:
    return [version.label for version in store.versions("marshes")]


_IN_ORDER = ["LA/12/L.7", "LA/12/L.7/Rev.1", "12/9", "13/4"]


@pytest.mark.parametrize(
    ("one", "two", "is_so"),
    [
        ("2031-03-08", "2031-03-07", True),
        ("2031-03-07", "2031-03-07", False),
        ("2031", "2031-03-07", False),
        ("2031-04", "2031-03-07", True),
        ("2032", "2031-03-07", True),
        (None, "2031", False),
        ("2031", None, False),
    ],
)
def test_a_date_is_later_only_where_it_excludes_the_other(
    one: str | None, two: str | None, is_so: bool
) -> None:
    assert is_later(one, two) is is_so


def test_an_earlier_text_is_put_before_a_later_one_and_said_to_be(
    empty: Store, place: Path, marshes: list[str]
) -> None:
    assert run(place, "add", "marshes", marshes[0], marshes[3]).err == ""
    done = run(place, "add", "marshes", marshes[2])
    assert done.err.startswith("resdiff: warning: 12/9 (2031-03-07) is put before marshes@13/4 (2032-03-0")
    assert "--before none keeps the order given" in done.err
    assert _labels(empty) == ["LA/12/L.7", "12/9", "13/4"]


def test_texts_given_in_another_order_are_put_in_that_of_their_dates(
    empty: Store, place: Path, marshes: list[str]
) -> None:
    done = run(place, "add", "marshes", *reversed(marshes))
    assert done.err.startswith(
        "resdiff: warning: the texts are put in the order of their dates: LA/12/L.7 (2031-"
    )
    assert done.err.count("\n") == 1
    assert _labels(empty) == _IN_ORDER
    assert run(place, "add", "marshes", *marshes).err.startswith(
        "resdiff: 4 of 4 texts were already stored in marshes"
    )


def test_before_none_keeps_the_order_given_and_warns(empty: Store, place: Path, marshes: list[str]) -> None:
    run(place, "add", "marshes", marshes[3])
    done = run(place, "add", "marshes", marshes[0], "--before", "none")
    assert (
        "marshes@LA/12/L.7 (2031-02-14) stands behind marshes@13/4 (2032-03-05), which is later" in done.err
    )
    assert _labels(empty) == ["13/4", "LA/12/L.7"]


def test_a_text_without_a_date_stays_behind_the_one_before_it(
    empty: Store, place: Path, marshes: list[str], tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("The Littoral Assembly,\n\n1. Decides to sleep.\n", "utf-8")
    run(place, "add", "marshes", marshes[3])
    run(place, "add", "marshes", marshes[0], str(note))
    assert _labels(empty) == ["LA/12/L.7", "note", "13/4"]


def test_without_contradiction_nothing_is_said(empty: Store, place: Path, marshes: list[str]) -> None:
    done = run(place, "add", "marshes", *marshes)
    assert (done.err, _labels(empty)) == ("", _IN_ORDER)
