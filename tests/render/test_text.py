"""The text output: wrapped by words, narrow or wide, with and without colour."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from resdiff.core.compare import compare
from resdiff.render.terminal.comparison import comparison_text
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, beside, cells, wrap
from tests.making import OPERATIVE, PREAMBLE, made

_CODES = re.compile("\x1b\\[[0-9;]*m")
_RUNS = st.lists(
    st.tuples(st.sampled_from(["", "insert", "delete", "strong"]), st.text("ab é字\u0301 -", max_size=30)),
    max_size=6,
)


def test_files_of_one_name_are_told_with_their_folders() -> None:
    one, two = (replace(made(), source=name) for name in ("last/fund.txt", "now/fund.txt"))
    assert "".join(comparison_text(compare(one, two))).startswith(
        "base      last/fund.txt\nrevised   now/fund.txt\n"
    )
    other = replace(two, source="now/rules.txt")
    assert "".join(comparison_text(compare(one, other))).startswith(
        "base      fund.txt\nrevised   rules.txt\n"
    )


@given(_RUNS, st.integers(4, 40), st.booleans())
def test_no_line_is_wider_and_no_word_is_lost(runs: list[StyledRun], width: int, colour: bool) -> None:
    lines = wrap(runs, width, Paint(colour=colour))
    plain = [_CODES.sub("", line) for line in lines]
    assert max(map(cells, plain), default=0) <= width
    if colour:
        assert "".join("".join(plain).split()) == "".join("".join(text for _, text in runs).split())


@given(_RUNS, _RUNS, st.integers(20, 60))
def test_two_columns_fit_the_width(left: list[StyledRun], right: list[StyledRun], width: int) -> None:
    assert all(cells(line) <= width for line in beside(left, right, width, Paint(colour=False)))


def test_words_are_cut_only_where_they_are_longer_than_a_line() -> None:
    assert wrap([("", "a Secretary-General speaks")], 17, Paint(colour=False)) == [
        "a",
        "Secretary-General",
        "speaks",
    ]
    assert wrap([("", "abcdefgh")], 3, Paint(colour=False)) == ["abc", "def", "gh"]


def _shown(width: int = 80, two: bool = False, colour: bool = False, context: int = 0) -> str:
    moved = "Invites shipowners to keep their tankers at a distance of ten nautical miles from the shore;"
    base = made(PREAMBLE, [*OPERATIVE[:3], moved, OPERATIVE[3]])
    revised = made(PREAMBLE[1:], [moved, *OPERATIVE[:1], OPERATIVE[1].replace("nine", "ten"), *OPERATIVE[2:]])
    return "".join(
        comparison_text(
            compare(base, revised), width=width, side_by_side=two, context=context, is_coloured=colour
        )
    )


def test_moves_say_from_where_to_where_and_have_a_sign() -> None:
    assert "^ OP4 → OP1  moved, renumbered" in _shown()


def test_unchanged_runs_fold_to_a_line_and_context_opens_them() -> None:
    assert "unchanged" in _shown()
    assert "share seeds" not in _shown()
    assert "share seeds" in _shown(context=2)


def test_signs_stand_where_colours_do_not() -> None:
    assert "[-nine-] {+ten+}" in _shown()
    coloured = _shown(colour=True)
    assert "[-" not in coloured
    assert _CODES.search(coloured)


@pytest.mark.parametrize("width", [24, 40, 80, 100, 160])
@pytest.mark.parametrize("two", [True, False])
def test_every_width_fits(width: int, two: bool) -> None:
    assert max(cells(line) for line in _shown(width, two).splitlines()) <= width
