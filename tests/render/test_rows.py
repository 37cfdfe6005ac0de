"""Rows have the height that is reckoned for them, keep the width, and lose no word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from resdiff.core.compare import Comparison, compare
from resdiff.core.parse import parse
from resdiff.render.terminal.lines import breaks, height, wrapped_lines
from resdiff.render.terminal.rows import SHOWN, Layout, comparison_rows, height_of, lines_of_row
from resdiff.workspace.comparing import compare_texts
from tests.making import revisions

_TEXT = st.text(
    st.characters(codec="utf-8", exclude_characters="\n\r\t\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"),
    max_size=120,
)


def _assert_laws(comparison: Comparison, width: int, side_by_side: bool) -> None:
    layout = Layout(width=width, side_by_side=side_by_side)
    for shown in SHOWN:
        rows = comparison_rows(comparison, shown)
        reported = [k for row in rows for k in range(row.first, row.end)]
        assert reported == sorted(set(reported))
        assert shown == "changed" or reported == list(range(len(comparison.changes)))
        for row in rows:
            lines = lines_of_row(row, comparison, layout)
            assert len(lines) == height_of(row, comparison, layout)
            assert max(sum(cell_len(text) for _, text in line) for line in lines) <= width


@pytest.mark.parametrize("width", [24, 40, 80, 120])
@pytest.mark.parametrize("side_by_side", [False, True])
def test_rows_have_the_height_that_is_reckoned(samples: Path, width: int, side_by_side: bool) -> None:
    for base, revised in (("1-draft.txt", "2-draft-rev1.txt"), ("3-adopted.txt", "4-next-year.txt")):
        folder = samples / "coastal-fund"
        _assert_laws(compare_texts(str(folder / base), str(folder / revised)), width, side_by_side)


@given(revisions(), st.integers(24, 140), st.booleans())
def test_so_they_have_for_any_texts(texts: tuple[str, str], width: int, side_by_side: bool) -> None:
    _assert_laws(compare(parse(texts[0]), parse(texts[1])), width, side_by_side)


@given(_TEXT, st.integers(2, 40))
def test_lines_keep_the_width_and_every_character_but_the_blanks_at_which_they_break(
    text: str, width: int
) -> None:
    spans = breaks(text, width)
    lines = [text[a:b] for a, b in spans]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)
    assert len(lines) == height(text, width)


@given(st.lists(st.from_regex(r"[a-z]{1,12}", fullmatch=True), min_size=1, max_size=40), st.integers(12, 40))
def test_words_that_fit_a_line_are_never_cut(words: list[str], width: int) -> None:
    lines = wrapped_lines([("", " ".join(words))], width)
    assert [word for line in lines for _, text in line for word in text.split()] == words


@pytest.mark.parametrize("width", [-3, 0, 1])
def test_a_line_has_one_cell_at_least(width: int) -> None:
    assert breaks("ab c", width) == [(0, 1), (1, 2), (3, 4)]
    assert height("ab c", width) == 3
