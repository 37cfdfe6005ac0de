"""Source text -> Resolution."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from tests.making import OPERATIVE, PREAMBLE, made, resolutions, text_of


def _ids(resolution: Resolution) -> list[str]:
    return [p.id for p in resolution.paragraphs]


def _shape(resolution: Resolution) -> list[tuple[str, str, str | None, int, str]]:
    return [(p.id, p.part, p.label, p.level, p.text) for p in resolution.paragraphs]


def assert_nothing_lost(source: str, resolution: Resolution) -> None:
    """Every non-blank character stands in exactly one element."""
    seen = [0] * len(source)
    for spans in (*(p.source for p in resolution.paragraphs), *(m.source for m in resolution.matter)):
        for start, end in spans:
            for k in range(start, end):
                seen[k] += 1
    wrong = [
        k
        for k, c in enumerate(source)
        if seen[k] != (0 if c.isspace() else 1) and not (c.isspace() and seen[k] <= 1)
    ]
    assert not wrong, source[max(0, wrong[0] - 30) : wrong[0] + 30]


@given(resolutions())
def test_nothing_is_lost(text: str) -> None:
    assert_nothing_lost(text, parse(text))


@given(st.text(max_size=400))
def test_any_text_is_parsed_and_nothing_of_it_is_lost(text: str) -> None:
    assert_nothing_lost(text, parse(text))


@given(
    st.lists(
        st.sampled_from(
            [
                "The Assembly,",
                "1. Decides",
                "(a)",
                "Annex",
                "[Adopted",
                "______",
                "1 See",
                "Recalling",
                ",",
                ";",
                "\n",
                "\n\n",
                "A/1/2",
            ]
        )
    )
)
def test_pieces_of_resolutions_in_any_order_are_parsed_and_kept(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert_nothing_lost(text, parse(text))


@given(resolutions())
def test_parts_and_numbers_are_those_of_the_text(text: str) -> None:
    parsed = parse(text)
    numbered = re.findall(r"(?m)^(\d+)\. (.*)$", text)
    operative = [p for p in parsed.paragraphs if p.part == "operative"]
    assert [(p.label, p.text) for p in operative] == numbered
    assert len(parsed.paragraphs) - len(operative) == text.count(",\n") - 1


@given(resolutions(), st.integers(44, 120))
def test_wrapping_the_lines_changes_nothing(text: str, width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(block, width, break_on_hyphens=False) for block in text.split("\n\n"))
    assert _shape(parse(wrapped)) == _shape(parse(text))


_LONG = text_of(
    [
        *PREAMBLE,
        (
            "Welcoming the work of the Observatory, and noting that its first survey of the shores of the"
            " region was published last year,"
        ),
    ],
    [
        (
            "Calls upon all members of the Union to contribute to the Fund in accordance with their"
            " capacities and without any delay;"
        ),
        "Urges the members on whose shores tidal marshes lie:",
        (
            "(a) To draw up a national inventory of tidal marshes, with the help of those who live by them,"
            " before the end of the decade;"
        ),
        "(b) To halt the drainage of marshes of regional importance;",
        "Decides to remain seized of the matter.",
    ],
)


@pytest.mark.parametrize("width", [50, 64, 80])
def test_a_blank_line_after_every_wrapped_line_is_recognized(width: int) -> None:
    lines = [
        line for block in _LONG.split("\n\n") for line in textwrap.wrap(block, width, break_on_hyphens=False)
    ]
    assert _shape(parse("\n\n".join(lines))) == _shape(parse(_LONG))


@pytest.mark.parametrize("width", [60, 84])
def test_paragraphs_without_blank_lines_between_them_are_told_apart(width: int) -> None:
    lines = [
        line for block in _LONG.split("\n\n") for line in textwrap.wrap(block, width, break_on_hyphens=False)
    ]
    assert _shape(parse("\n".join(lines))) == _shape(parse(_LONG))


def test_numbers_on_their_own_line_belong_to_what_follows() -> None:
    apart = re.sub(r"(?m)^(\d+)\. ", r"\1.\n\n", text_of())
    assert _shape(parse(apart)) == _shape(made())


@pytest.mark.parametrize("sign", ["*", "_", "**"])
def test_emphasis_is_lifted_and_kept(sign: str) -> None:
    marked = re.sub(r"(?m)^(\d+\. )(\w+)", rf"\1{sign}\2{sign}", text_of())
    parsed = parse(marked)
    assert [p.text for p in parsed.paragraphs] == [p.text for p in made().paragraphs]
    assert sum(kind == "emphasis" for p in parsed.paragraphs for kind, _, _ in p.stripped) == 2 * len(
        OPERATIVE
    )


@pytest.mark.parametrize(
    ("before", "after", "read"),
    [
        ("for eradi-", "cation of fires", "for eradication of fires"),
        ("the Secretary-", "General in office", "the Secretary-General in office"),
        ("all long-", "term plans", "all long-term plans"),
        ("troop-", "and police-contributing ports", "troop- and police-contributing ports"),
    ],
)
def test_a_hyphen_at_a_line_end_is_undone_only_where_it_is_not_the_words(
    before: str, after: str, read: str
) -> None:
    parsed = made(operative=[f"Requests the members to act, also {before}\n{after};"])
    assert read in parsed.paragraphs[-1].text


def test_sub_paragraphs_hang_on_their_parents() -> None:
    items = [
        "Urges members:",
        "(a) To act:",
        "(i) At sea;",
        "(ii) On land;",
        "(b) To pay;",
        "Decides to stop.",
    ]
    parsed = made(operative=items)
    reported = [(p.id, p.level, p.parent) for p in parsed.paragraphs if p.part == "operative"]
    assert reported == [
        ("OP1", 1, None),
        ("OP1(a)", 2, "OP1"),
        ("OP1(a)(i)", 3, "OP1(a)"),
        ("OP1(a)(ii)", 3, "OP1(a)"),
        ("OP1(b)", 2, "OP1"),
        ("OP2", 1, None),
    ]


def test_i_after_h_is_a_letter_and_after_a_a_roman_number() -> None:
    letters = made(operative=["Urges members:", *(f"({c}) To keep light {c};" for c in "abcdefghij")])
    assert [p.level for p in letters.paragraphs if p.part == "operative"] == [1] + [2] * 10
    roman = made(operative=["Urges members:", "(a) To act:", "(i) At sea;"])
    assert roman.paragraphs[-1].id == "OP1(a)(i)"


def test_headed_sections_number_anew_and_mark_the_ids() -> None:
    source = (
        text_of(operative=["Decides to act;"])
        + "\nII\n\nRecalling the rules of the Fund,\n\n1. Requests the Warden to report;\n"
    )
    assert _ids(parse(source))[-3:] == ["H1", "PP4", "II.OP1"]


def test_a_single_operative_paragraph_bears_no_number() -> None:
    source = (
        "The Littoral Assembly,\n\nRecalling its rules,\n\nDecides to admit the Ysolde Islands to the"
        " Union.\n"
    )
    parsed = parse(source)
    assert [(p.part, p.label) for p in parsed.paragraphs] == [("preamble", None), ("operative", None)]


def test_a_text_without_preamble_is_read() -> None:
    parsed = parse(
        "The Littoral Assembly\n\n1. Adopts the budget;\n\n2. Requests the Warden to publish it.\n"
    )
    assert _ids(parsed) == ["OP1", "OP2"]


def test_an_annex_has_a_heading_and_ids_of_its_own() -> None:
    parsed = made(
        tail="Annex II\n\nRules of the board\n\n1. The board meets twice a year.\n\n2. It keeps minutes."
    )
    assert _ids(parsed)[-4:] == ["H1", "H2", "annexII.OP1", "annexII.OP2"]


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (".\n2. Yet, few of them keep minutes.", 2),
        (". 2. Yet, few of them keep minutes.", 1),
        (" of paragraph\n2. Yet, few of them keep minutes.", 1),
        (".\n2. yet few of them keep minutes.", 1),
        (".\n21. Yet, few of them keep minutes.", 1),
    ],
)
def test_a_number_that_begins_a_line_begins_a_paragraph(second: str, count: int) -> None:
    parsed = made(tail=f"Annex\n\n1. Boards meet twice a year{second}")
    assert len([name for name in _ids(parsed) if name.startswith("annex")]) == count


def test_an_annex_glued_to_its_title_is_no_record_of_adoption() -> None:
    parsed = made(
        tail=(
            "12th meeting\n3 May 2031\n\nAnnex\n2031 Declaration of the ports\n\n1.\nWe, the ports, have"
            " met.\n2.\nWe keep the lights.\n"
        )
    )
    assert [p.text for p in parsed.paragraphs if p.part == "annex"] == [
        "We, the ports, have met.",
        "We keep the lights.",
    ]


def test_preambular_paragraphs_that_no_blank_line_parts_are_two() -> None:
    source = text_of().replace("storm water,\n\nDeeply", "storm water,\nDeeply")
    assert _shape(parse(source)) == _shape(made())


def test_page_furniture_within_a_paragraph_is_lifted_out() -> None:
    first, second = (
        "Requests the Secretary-General to appoint a board of",
        "nine trustees with regard for geographical balance;",
    )
    page = "31-01234\n2/3\n\nLA/RES/12/9\nFund for the marshes\n"
    source = text_of(head="LA/RES/12/9\n\n12/9. Fund for the marshes").replace(
        f"{first} {second}", f"{first}\n\n{page}\n{second}"
    )
    parsed = parse(source)
    assert [p.text for p in parsed.paragraphs] == [p.text for p in made().paragraphs]
    assert sum(m.kind == "furniture" for m in parsed.matter) >= 1


def test_a_text_that_is_no_resolution_has_a_body() -> None:
    parsed = parse("Notes\n=====\n\nThe harbour opens at six.\n\n- Bring a lamp.\n- Bring a rope.\n")
    assert [(p.part, p.text) for p in parsed.paragraphs] == [
        ("heading", "Notes"),
        ("body", "The harbour opens at six."),
        ("body", "- Bring a lamp."),
        ("body", "- Bring a rope."),
    ]


def test_a_language_without_a_lexicon_is_parsed_and_told() -> None:
    source = (
        "Die Versammlung der Küste,\n\nunter Hinweis auf ihre Resolution 9/14 vom 6. März 2028,\n\n"
        "in der Erkenntnis, dass die Marschen das Wasser der See zurückhalten,\n\n"
        "1. ersucht alle Mitglieder, zu dem Fonds nach ihren Kräften beizutragen;\n\n"
        "2. beschließt, mit der Frage befasst zu bleiben.\n"
    )
    parsed = parse(source)
    assert parsed.language == "de"
    assert [p.label for p in parsed.paragraphs] == [None, None, "1", "2"]
    assert any("no lexicon" in warning for warning in parsed.warnings)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Ассамблея 1979/2031", "ru"), ("Café – Zürich’s “lights”", "und"), ("The “lights” of the bay", "en")],
)
def test_a_language_is_known_by_its_script(text: str, language: str) -> None:
    assert parse(text).language == language


def test_skipped_numbers_are_doubted() -> None:
    source = text_of().replace("3. Encourages", "5. Encourages")
    assert any("from 2 to 5" in warning for warning in parse(source).warnings)


def test_ids_are_unique_whatever_the_labels() -> None:
    source = "The Littoral Assembly,\n\n" + "\n\n".join("1. Decides to act;" for _ in range(5))
    ids = _ids(parse(source))
    assert len(set(ids)) == len(ids)


def test_numbers_behind_the_rest_of_a_sentence_from_the_page_before_begin_paragraphs() -> None:
    page = "____________________\n\n1 LA/12/3.\n\n"
    declaration = (
        "Annex\n\nDeclaration of the keepers\n\n1.\nWe, the keepers, have met to look after the lights,1 in"
        f" accordance\n{page}with the law of the sea.\n2.\nWe recognize that three lights are out.\n3.\nWe"
        " share the view that they are to be lit.\n"
    )
    parsed = parse(text_of() + "\n" + declaration)
    assert [(p.id, p.text) for p in parsed.paragraphs if p.part == "annex"] == [
        (
            "annex.OP1",
            "We, the keepers, have met to look after the lights, in accordance with the law of the sea.",
        ),
        ("annex.OP2", "We recognize that three lights are out."),
        ("annex.OP3", "We share the view that they are to be lit."),
    ]


@pytest.mark.parametrize("dash", ["1- ", "1 - ", "1 – "])
@pytest.mark.parametrize("verb", ["Urges", "تحث"])
def test_a_number_may_have_a_dash_for_its_dot(dash: str, verb: str) -> None:
    lines = [f"{dash.replace('1', str(n))}{verb} ports to act, whatever it costs them;" for n in (1, 2)]
    text = parse("\n\n".join(["The Lagoon Council,", "Recalling its Compact of 4 May 2031,", *lines]))
    assert [(p.id, p.label) for p in text.paragraphs[1:]] == [("OP1", "1"), ("OP2", "2")]
    assert text.paragraphs[1].text.startswith(verb)


@pytest.mark.parametrize("start", ["3-Year plans of action ", "24-hour ", "10 - metre boats "])
def test_a_number_with_a_dash_before_a_word_is_no_label(start: str) -> None:
    text = parse(f"The Lagoon Council,\n\nRecalling its Compact,\n\n{start}are noted by the ports;")
    assert text.paragraphs[-1].label is None
