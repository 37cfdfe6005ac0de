"""The pages of the manual on a terminal."""

from __future__ import annotations

import re

import pytest

from resdiff.guide import page, pages
from resdiff.render.terminal.manual import manual_text
from resdiff.render.terminal.wrap import cells

_WORD = re.compile(r"[^\W\d_]{4,}")


@pytest.mark.parametrize("name", pages())
@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_page_fits_the_terminal_and_says_all_its_words(name: str, width: int) -> None:
    lines = list(manual_text(page(name), width=width, is_coloured=False))
    assert max(cells(line.rstrip("\n")) for line in lines) <= width
    assert "\x1b" not in "".join(lines)
    shown = re.sub(r"[^a-z]", "", "".join(lines).lower())
    prose = re.sub(r"\(?\w+\.md\)?", "", page(name))
    missing = [word for word in _WORD.findall(prose) if word.lower() not in shown]
    assert len(missing) <= 1  # a word that a narrow column of a table breaks


def test_headings_are_set_apart_where_there_are_colours() -> None:
    text = "".join(manual_text(page("git"), width=80, is_coloured=True))
    assert "\x1b[1" in text
