"""Plain tables on a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resdiff.render.tables import text_table
from resdiff.render.terminal.wrap import cells

_ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "title": st.text("abc xyz", max_size=90),
            "lineage": st.text("marsh-", max_size=40),
            "versions": st.integers(0, 999),
            "last": st.none() | st.just("2031-03-07"),
        }
    ),
    min_size=1,
    max_size=5,
)


@given(_ROWS, st.sampled_from([60, 80, 140]))
def test_no_line_is_wider_than_the_terminal(rows: list[dict[str, object]], width: int) -> None:
    lines = list(text_table(rows, width=width))
    assert len(lines) == len(rows) + 1
    assert all(cells(line.rstrip("\n")) <= width for line in lines)


@given(_ROWS)
def test_without_a_width_nothing_is_cut(rows: list[dict[str, object]]) -> None:
    assert "…" not in "".join(text_table(rows))


def test_prose_is_cut_before_what_is_typed_and_numbers_stand_at_the_right() -> None:
    rows: list[dict[str, object]] = [
        {
            "title": "protection of tidal marshes and of their reeds",
            "lineage": "marshes-of-the-north",
            "n": 7,
        },
        {"title": None, "lineage": "watch", "n": 120},
    ]
    lines = [line.rstrip("\n") for line in text_table(rows, width=47)]
    assert lines == [
        "title                 lineage                 n",
        "protection of tidal…  marshes-of-the-north    7",
        "                      watch                 120",
    ]


@pytest.mark.parametrize(("value", "is_faint"), [(0, True), (10, False)])
def test_zeros_are_faint(value: int, is_faint: bool) -> None:
    line = list(text_table([{"n": value}], is_coloured=True))[1]
    assert ("\x1b[2m" in line) == is_faint
