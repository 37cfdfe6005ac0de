"""The margin of a text with the versions of its words."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from resdiff.render.terminal.blame import margin_label, margin_width


@pytest.mark.parametrize(
    ("label", "width", "shown"),
    [
        ("12/3", 4, "12/3"),
        ("12/3", 6, "12/3  "),
        ("LA/12/L.20/Rev.1", 14, "…12/L.20/Rev.1"),
        ("决议草案二十", 7, "…案二十"),
        ("12/3", 1, ""),
        ("12/3", 0, ""),
    ],
)
def test_a_long_label_keeps_its_end(label: str, width: int, shown: str) -> None:
    assert margin_label(label, width).rstrip() == shown.rstrip()
    assert cell_len(margin_label(label, width)) == width


def test_the_margin_is_as_wide_as_the_longest_label_and_bounded() -> None:
    assert margin_width(["7/2", "LA/12/L.7"]) == 9
    assert margin_width(["LA/12/L.20/Rev.1/Corr.2"]) == 14
    assert margin_width([]) == 0
