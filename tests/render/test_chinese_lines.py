"""Lines of Chinese, which is written without blanks: where they break, and where words are left out."""

from __future__ import annotations

import pytest

from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, cells, wrap
from resdiff.render.views.first_words import first_words

_PLAIN = Paint(colour=False)


def _wrapped(text: str, width: int) -> list[str]:
    runs: list[StyledRun] = [("", text)]
    return wrap(runs, width, _PLAIN)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("OP5 请港口委员会提交报告", 14, ["OP5 请港口委员", "会提交报告"]),
        ("请港口，并修灯", 6, ["请港", "口，并", "修灯"]),
        ("请《海图》修灯", 4, ["请", "《海", "图》", "修灯"]),
        ("至迟于2031年修灯", 8, ["至迟于", "2031年修", "灯"]),
        ("修 S/2031/784 号", 14, ["修 S/2031/784", "号"]),
        ("请[-国家计划-]{+全球方案+}决议;", 12, ["请[-国家计", "划-]{+全球方", "案+}决议;"]),
    ],
)
def test_lines_break_between_characters(text: str, width: int, lines: list[str]) -> None:
    wrapped = _wrapped(text, width)
    assert wrapped == lines
    assert max(map(cells, wrapped)) <= width
    assert "".join(wrapped).replace(" ", "") == text.replace(" ", "")


def test_a_change_within_chinese_keeps_its_place() -> None:
    runs: list[StyledRun] = [("", "请"), ("delete", "港口"), ("insert", "海岸"), ("", "修灯")]
    assert "".join(wrap(runs, 80, _PLAIN)) == "请[-港口-]{+海岸+}修灯"


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("请港口委员会修灯", 2, "请港口委…"),
        ("请港口委员会修灯", 4, "请港口委员会修灯"),
        ("请港口，委员会修灯", 2, "请港口…"),
        ("至迟于2031年修灯清点", 2, "至迟于…"),
        ("截至2031年13月修灯清点", 2, "截至2031年…"),
        ("回顾其第2715(2031)号决议修灯清点", 3, "回顾其第…"),
        ("The Lamp Board notes the word 国 in many old charts of the northern bay", 3, "The Lamp Board …"),
    ],
)
def test_two_characters_count_as_a_word_and_no_number_is_parted(text: str, most: int, shown: str) -> None:
    assert first_words(text, most) == shown
