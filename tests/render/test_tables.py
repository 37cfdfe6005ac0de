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
    assert len(lines) >= len(rows)
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


_MANY: list[dict[str, object]] = [
    {"stage": "adopted", **{f"column {k}": f"{'long value ' * 3}{n}{k}" for k in range(4)}, "empty": None}
    for n in range(3)
]


def test_what_all_rows_have_in_common_stands_above_a_table_that_is_too_wide() -> None:
    assert next(text_table(_MANY, width=300)).startswith("stage")
    lines = list(text_table(_MANY, width=48))
    assert lines[0] == "stage adopted\n"
    assert lines[1].startswith("column 0")
    assert len(lines) == 5
    same: list[dict[str, object]] = [{"stage": "adopted" * 9, "place": "bay" * 30}] * 2
    assert [line for line in text_table(same, width=20) if line.startswith("stage")] == [
        "stage  adoptedadopte\n"
    ] * 2
    single = list(text_table(_MANY[:1], width=45))
    assert single[:2] == ["\n", "stage     adopted\n"]
    apart: list[dict[str, object]] = [{"a": "x" * 30, "b": "y" * 30}, {"a": "z" * 30, "b": "w" * 30}]
    assert next(text_table(apart, width=18)) == "\n"
    assert next(text_table(apart, width=30)).startswith("a")


def test_rows_that_do_not_fit_are_blocks_in_which_nothing_is_cut() -> None:
    lines = list(text_table(_MANY, width=45))
    assert lines[:3] == ["stage adopted\n", "\n", "column 0  long value long value long value 00\n"]
    assert len(lines) == 1 + 3 * 5
    assert "…" not in "".join(lines)
    assert not any("empty" in line for line in lines)
    narrow = [line.rstrip("\n") for line in text_table(_MANY, width=24)]
    assert max(map(cells, narrow)) <= 24
    assert "long value" in narrow[3]


def test_heads_of_numbers_are_cut_before_what_is_typed_and_numbers_never() -> None:
    rows: list[dict[str, object]] = [
        {"name": "x" * 30, "paragraphs": 12, "votes": 7},
        {"name": "y" * 30, "paragraphs": 123456, "votes": 8},
    ]
    assert next(text_table(rows, width=49)).endswith("  paragraphs  votes\n")
    lines = list(text_table(rows, width=44))
    assert lines[0].endswith("  parag…  vot…\n")
    assert lines[2] == f"{'y' * 30}  123456     8\n"
    assert list(text_table(rows, width=24))[2] == f"{'y' * 9}…  123456     8\n"
    assert next(text_table(rows, width=23)) == "\n"


@pytest.mark.parametrize(("value", "is_faint"), [(0, True), (10, False)])
def test_zeros_are_faint(value: int, is_faint: bool) -> None:
    line = list(text_table([{"n": value}], is_coloured=True))[1]
    assert ("\x1b[2m" in line) == is_faint
