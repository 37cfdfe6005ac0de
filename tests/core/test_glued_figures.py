"""Figures glued to words: footnote marks only where a footnote, a closing sign or a series says so."""

from __future__ import annotations

import pytest

from resdiff.core.parse import parse
from tests.making import made

_CHINESE_HEAD = "泻湖理事会，\n\n"
_LADDER = ["Recalling the Charter1 of the port,", "Recalling the Pact2 of the pier,"]


def _read(preamble: list[str], tail: str = "") -> list[tuple[str, tuple[str, ...]]]:
    parsed = made(preamble, tail=tail)
    return [(p.text, p.marks) for p in parsed.paragraphs if p.part == "preamble"]


@pytest.mark.parametrize(
    "name", ["CoP17", "Agenda21", "Habitat3", "Phase2 and Decision14", "Phase1 and Phase2", "least1 250 000"]
)
def test_a_name_with_a_figure_stays_whole_where_the_text_has_no_notes(name: str) -> None:
    written = f"Recalling the review of {name} in the ports,"
    assert _read([written]) == [(written, ())]


def test_a_figure_behind_a_word_is_a_mark_where_a_note_claims_it() -> None:
    tail = "____________________\n2 LA/12/31."
    assert _read(_LADDER, tail)[1] == ("Recalling the Pact of the pier,", ("2",))


def test_a_figure_behind_a_closing_sign_is_a_mark_without_a_note_and_vouches_for_those_near_it() -> None:
    read = _read(
        ["Recalling the Compact of the shore,2 and the Pact12 of the pier,", "Noting Phase13 of it,"]
    )
    assert read == [
        ("Recalling the Compact of the shore, and the Pact of the pier,", ("2", "12")),
        ("Noting Phase13 of it,", ()),
    ]


def test_a_series_of_three_behind_words_is_marks_and_one_of_two_is_names() -> None:
    assert [marks for _, marks in _read(_LADDER)] == [(), ()]
    read = _read([*_LADDER, "Recalling the Treaty3 of the quay and the Pact2 of the pier,"])
    assert [marks for _, marks in read] == [("1",), ("2",), ("3", "2")]


def test_a_note_with_a_star_claims_no_numbers_and_forbids_none() -> None:
    tail = "____________________\n* Reissued."
    assert _read(["Recalling the CoP17* of the ports,"], tail) == [
        ("Recalling the CoP17 of the ports,", ("*",))
    ]
    assert _read(["Recalling the Compact of the pier,12 and the Pact13* of it,"], tail)[0][1] == (
        "12",
        "13",
        "*",
    )


def test_a_figure_before_a_group_of_digits_is_never_a_mark() -> None:
    written = "Recalling the fee of about1 250 shells,"
    assert _read([written], "____________________\n1 LA/12/31.") == [(written, ())]


@pytest.mark.parametrize("sentence", ["通过附件1；", "决定拨出350 000贝壳；", "请渔民执行第3、第5段；"])
def test_chinese_figures_are_no_marks(sentence: str) -> None:
    for tail in ("", "\n____________________\n1 LA/12/31.\n"):
        parsed = parse(f"{_CHINESE_HEAD}1. {sentence}\n\n2. 决定开会。\n{tail}")
        assert [p.text for p in parsed.paragraphs][-2] == sentence


def test_raised_figures_are_marks_in_chinese_too() -> None:
    parsed = parse(f"{_CHINESE_HEAD}1. 通过海港公约²；\n\n2. 决定开会。\n")
    assert (parsed.paragraphs[-2].text, parsed.paragraphs[-2].marks) == ("通过海港公约；", ("2",))


@pytest.mark.parametrize("dash", ["–", "-"])
def test_a_figure_behind_a_span_of_years_is_a_mark_where_a_note_claims_it(dash: str) -> None:
    written = f"Recalling the plan (2031{dash}20402) of the pier,"
    for claimed, is_mark in (("2", True), ("3", False)):
        tail = f"____________________\n1 LA/12/30.\n{claimed} LA/12/31."
        text, marks = _read([_LADDER[0], written], tail)[1]
        assert (text, marks) == ((written.replace("402", "40"), ("2",)) if is_mark else (written, ()))
