"""Akoma Ntoso whose operative part holds what is no paragraph of it, and lists beside their items."""

from __future__ import annotations

import pytest

from resdiff.core.model import Resolution
from resdiff.workspace.texts import parse_bytes
from tests.readers.test_akn import statement


def _read(body: str) -> Resolution:
    return parse_bytes(statement(preamble="", body=body, ending=""), "text.xml", "text")


def _paragraph(number: str, text: str) -> str:
    shown = f"<num>{number}</num>" if number else ""
    return f"<paragraph>{shown}<content><p>{text}</p></content></paragraph>"


def _parts(text: Resolution) -> list[tuple[str, str]]:
    return [(p.id, p.part) for p in text.paragraphs]


def test_a_heading_without_mark_is_a_heading() -> None:
    body = (
        _paragraph("", "Mandate of the Harbour Watch")
        + _paragraph("1.", "Decides to extend the mandate;")
        + _paragraph("B.", "Targeted measures")
        + _paragraph("2.", "Requests the Director to report.")
        + _paragraph("", "Reporting:")
        + _paragraph("3.", "Decides to remain seized.")
    )
    expected = [("H1", "heading"), ("OP1", "operative"), ("H2", "heading"), ("OP2", "operative")]
    assert _parts(_read(body)) == [*expected, ("H3", "heading"), ("OP3", "operative")]


def test_before_the_first_number_a_heading_may_begin_as_an_ask_does() -> None:
    body = _paragraph("", "Extending the mandate") + _paragraph("1.", "Decides to extend the mandate;")
    assert _parts(_read(body)) == [("H1", "heading"), ("OP1", "operative")]


@pytest.mark.parametrize("title", ["Sanctions", "定向制裁"])
def test_a_heading_with_its_letter_in_an_element_apart_keeps_it(title: str) -> None:
    head = f"<paragraph><num>A.</num><subheading>{title}</subheading></paragraph>"
    text = _read(_paragraph("1.", "Decides to act;") + head + _paragraph("1.", "Decides to act;"))
    expected = [("H1", f"A. {title}"), ("A.OP1", "Decides to act;")]
    assert [(p.id, p.text) for p in text.paragraphs[1:]] == expected


def test_a_preambular_paragraph_before_the_first_number_stays_one() -> None:
    body = _paragraph("", "Mindful of the tides and of the duty to watch them,") + _paragraph(
        "1.", "Decides to act;"
    )
    assert _parts(_read(body)) == [("PP1", "preamble"), ("OP1", "operative")]


def test_signs_alone_are_no_paragraph_and_nothing_of_them_is_lost() -> None:
    text = _read(_paragraph("", "*") + _paragraph("1.", "Decides to act;"))
    assert _parts(text) == [("OP1", "operative")]
    assert [m.text for m in text.matter if m.kind == "furniture"] == ["*"]


def test_what_has_no_number_hangs_under_the_paragraph_before_it() -> None:
    body = (
        _paragraph("1.", "Demands that the parties:")
        + _paragraph("", "open the locks;")
        + _paragraph("2.", "Decides to act;")
    )
    assert _parts(_read(body)) == [("OP1", "operative"), ("OP1+1", "operative"), ("OP2", "operative")]


def test_a_number_of_another_form_hangs_under_the_paragraph_before_it() -> None:
    body = "".join(
        _paragraph(number, "open the locks;") for number in ("7.", "’1‘", "(a)", "(b)", "’2‘", "8.")
    )
    assert [p.level for p in _read(body).paragraphs] == [1, 2, 3, 3, 2, 1]


def test_without_numbers_nothing_is_put_elsewhere() -> None:
    body = "<formula><p>The Littoral Assembly,</p></formula>" + _paragraph("", "Decides to act")
    assert _parts(_read(body)) == [("OP1", "operative")]


def test_a_list_behind_an_item_holds_its_points_on_one_level() -> None:
    def point(number: str) -> str:
        return f"<point><num>{number}</num><content><p>open the locks;</p></content></point>"

    body = (
        "<paragraph><num>1.</num><list><intro><p>Decides on:</p></intro>"
        f"{point('(a)')}<sublist>{point('(i)')}{point('(ii)')}</sublist>{point('(b)')}"
        f"<sublist>{point('(i)')}</sublist></list></paragraph>"
    )
    expected = ["OP1", "OP1(a)", "OP1(a)(i)", "OP1(a)(ii)", "OP1(b)", "OP1(b)(i)"]
    assert [p.id for p in _read(body).paragraphs] == expected


def test_a_number_without_text_is_that_of_the_text_behind_it() -> None:
    body = _paragraph("1.", "") + _paragraph("", "Decides to extend the mandate;")
    body += _paragraph("2.", "Requests the Director to report;") + _paragraph("", "The report has a map;")
    read = _read(body)
    assert [(p.label, p.text) for p in read.paragraphs][:2] == [
        ("1", "Decides to extend the mandate;"),
        ("2", "Requests the Director to report;"),
    ]
    both = _read(_paragraph("1.", "") + _paragraph("2.", "Decides to extend the mandate;"))
    assert [p.label for p in both.paragraphs] == ["1", "2"]  # what has a number of its own keeps it


def test_a_number_without_text_stands_before_that_of_the_first_point_behind_it() -> None:
    point = "<point><num>(a)</num><content><p>Decides to extend the mandate;</p></content></point>"
    behind = f"<paragraph><list>{point}</list></paragraph>" + _paragraph("", "The mandate has a map;")
    texts = [(p.label, p.text) for p in _read(_paragraph("1.", "") + behind).paragraphs]
    assert texts == [("1 (a)", "Decides to extend the mandate;"), (None, "The mandate has a map;")]
