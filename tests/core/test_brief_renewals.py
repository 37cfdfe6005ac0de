"""What a brief says of what goes on, and of what is said of several asks at once."""

from __future__ import annotations

import pytest

from resdiff.render.views.first_words import first_words
from tests.core.test_brief import brief_between, lines_of

_STANDING = [
    "Requests the Warden to publish the register of catches;",
    "Urges ports to close the northern mole to boats;",
]
_NAMES = [f"{first}o{second}mar" for first in "BDGLMNRS" for second in "bdglmnrst"]
_YEAR = "Decides to extend the mandate of the Panel on Lights for a further period of one year;"


def test_a_mandate_that_is_renewed_in_the_same_words_is_said() -> None:
    lines = lines_of(brief_between([*_STANDING, _YEAR], [*_STANDING, "Notes the report;", _YEAR]))
    assert lines["Rolled on"] == [
        "OP4 decides: extend the mandate of the Panel on Lights for a further period of one year"
    ]
    fixed = "Decides to extend the mandate of the Panel on Lights until 3 May 2031;"
    assert "Rolled on" not in lines_of(
        brief_between([*_STANDING, fixed], [*_STANDING, "Notes the report;", fixed])
    )
    asked = "Requests the Warden to report every year on the lamps, for a period of one year;"
    assert "Rolled on" not in lines_of(
        brief_between([*_STANDING, asked], [*_STANDING, "Notes the report;", asked])
    )


def test_another_length_of_a_mandate_is_another_term() -> None:
    lines = lines_of(
        brief_between([*_STANDING, _YEAR], [*_STANDING, _YEAR.replace("one year", "six months")])
    )
    assert lines["Altered"][0].startswith(
        "OP3 Littoral Assembly due: for a further period of one year → for a further period of six months"
    )


def test_a_mandate_with_a_term_does_not_hide_what_else_moved_on() -> None:
    one = (
        "Decides to extend the mandate of the Panel on Lights for a period of one year, and requests the"
        " Panel to report to the Assembly at its tenth session;"
    )
    lines = lines_of(brief_between([*_STANDING, one], [*_STANDING, one.replace("tenth", "eleventh")]))
    assert lines["Rolled on"] == [
        "OP3 decides: extend the mandate of the Panel on Lights for a period of one year",
        "OP3 tenth → eleventh",
    ]


def test_the_term_of_a_mandate_is_said_once() -> None:
    one = "Decides to extend the mandate of the Panel on Lights until 3 May 2031;"
    lines = lines_of(brief_between([*_STANDING, one], [*_STANDING, one.replace("2031", "2032")]))
    assert lines["Rolled on"] == ["OP3 decides: extend the mandate of the Panel on Lights until 3 May 2032"]


def test_a_line_of_asks_stands_in_standing_paragraphs_only_where_all_do() -> None:
    asks = [f"Requests the Warden to visit the lamps of the harbour of {name};" for name in _NAMES]
    noted = "Notes the storms of the winter, the wrecks of the bay and the lamps of the reefs"
    longer = f"{noted}, and requests the Warden to count them;"
    lines = lines_of(brief_between([*_STANDING, f"{noted};"], [*_STANDING, longer, *asks]))
    assert not any("standing" in line for line in lines["New asks"] if "Warden" in line)
    assert "standing" in lines_of(brief_between([f"{noted};"], [longer]))["New asks"][0]


def test_a_formula_that_is_gone_did_not_move_on() -> None:
    lines = lines_of(brief_between([*_STANDING, "Decides to remain seized of the matter."], _STANDING))
    assert "Rolled on" not in lines
    (gone,) = (lines[key] for key in lines if key.startswith(("Gone", "Asks gone")))
    assert gone == ["OP3 decides: to remain seized of the matter"]


def test_small_words_that_differ_beside_a_date_did_not_move_on() -> None:
    base = "Takes note of the report of the Warden of 4 May 2030 on lamps;"
    revised = "Takes note of the reports of the Warden in 4 May 2030 and 25 April 2031 on lamps;"
    lines = lines_of(brief_between([*_STANDING, base], [*_STANDING, revised]))
    assert lines["Rolled on"] == ["OP3 (names, dates, citations, small words)"]


def test_each_ask_of_a_line_has_its_own_term_and_hedge() -> None:
    """What holds for one of several asks is not said of all of them."""
    asks = [f"Requests the Warden to visit the lamps of the harbour of {name};" for name in _NAMES]
    asks[0] = asks[0].replace(";", " by 3 May 2031, as appropriate;")
    lines = lines_of(brief_between(_STANDING, [*_STANDING, *asks]))
    (line,) = [line for line in lines["New asks"] if "Warden" in line]
    shown = "visit the lamps of the harbour of Bobmar … (by 3 May 2031)  [further on: as appropriate]; visit"
    assert f"Warden requests: {shown}" in line
    assert line.count("2031") == line.count("appropriate") == 1
    every = [ask.replace(";", " by 3 May 2031;") for ask in asks if "2031" not in ask]
    (line,) = lines_of(brief_between(_STANDING, [*_STANDING, *every]))["New asks"]
    assert "Warden requests (by 3 May 2031): visit" in line
    assert line.count("2031") == 1


def test_an_ask_that_is_gone_names_where_its_words_stand() -> None:
    ask = "Decides to include the state of the northern lamps in the survey of all harbours of the coast;"
    said = "Recalls that the state of the northern lamps is part of the survey of all harbours of the coast;"
    base = [*_STANDING, ask]
    lines = lines_of(brief_between(base, [_STANDING[0], said, _STANDING[1]]))
    assert [line for key, line in lines.items() if key.startswith("Asks gone")] == [
        [f"OP3 Littoral Assembly decides: {ask[len('Decides to ') : -1]}  (its words: OP2, which recalls)"]
    ]


def test_amounts_say_what_they_count() -> None:
    base = "Decides to appropriate 4,000 dollars for the lamps, inclusive of 300 dollars for oil;"
    lines = lines_of(brief_between([base], [base.replace("4,000", "5,000").replace("300", "400")]))
    amounts = "4,000 → 5,000 dollars for the lamps · 300 → 400 dollars for oil"
    assert lines["Altered"][0].startswith(f"OP1 Littoral Assembly figure: {amounts} — decides")


def test_numbers_that_refer_are_no_amounts() -> None:
    base = "Decides to appropriate, as in paragraph 18 above, 4,000 dollars for the lamps, and 300 for oil;"
    revised = base.replace("18", "16").replace("4,000", "5,000").replace("300", "400")
    (line,) = lines_of(brief_between([base], [revised]))["Altered"]
    assert "figure: 4,000 → 5,000 dollars for the lamps · 300 → 400 for oil — decides" in line


def test_a_thought_that_matters_says_whether_it_came_or_went() -> None:
    condemned = ["Condemning the attacks on the keepers of the northern lights,"]
    came = lines_of(brief_between(_STANDING, _STANDING, ([], condemned)))["Also matters"]
    went = lines_of(brief_between(_STANDING, _STANDING, (condemned, [])))["Also matters"]
    assert came == ["PP1 condemnation + Condemning the attacks on the keepers of the northern lights,"]
    assert went == ["PP1 condemnation − Condemning the attacks on the keepers of the northern lights,"]


def test_what_is_decided_is_said_before_what_stands_around_it() -> None:
    words = "in accordance with its resolution 3/7, there shall be set off 40 dollars against the dues"
    lines = lines_of(brief_between(_STANDING, [*_STANDING, f"Decides that, {words};"]))
    assert lines["New asks"][0].endswith("decides: … there shall be set off 40 dollars against the dues")


def test_a_long_aside_gives_way_to_the_object() -> None:
    aside = "in consultation with ports, " + ", ".join(f"the keepers of {name}" for name in _NAMES[:14])
    ask = f"Requests the Warden to prepare, {aside} and others, an atlas of all lamps of the coast;"
    (line,) = lines_of(brief_between(_STANDING, [*_STANDING, ask]))["New asks"]
    assert line.endswith("requests: prepare … an atlas of all lamps of the coast")


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        (
            "a mandate ending on 31 January 2031 for the keepers of lights",
            5,
            "a mandate ending on 31 January 2031 …",
        ),
        ("a mandate ending on January 31, 2031 for the keepers", 5, "a mandate ending on January 31, 2031 …"),
        (
            "a gap of between 2.5 and 4.0 trillion dollars in all",
            5,
            "a gap of between 2.5 and 4.0 trillion …",
        ),
        ("help for a limited period of 6 months to all", 5, "help for a limited period of 6 months …"),
        ("the list of 40 lamps that were lit by night", 4, "the list of 40 lamps …"),
        ("the summit that was held in 2031 at the mole", 7, "the summit that was held in 2031 …"),
    ],
)
def test_no_cut_within_a_date_or_an_amount(text: str, most: int, shown: str) -> None:
    assert first_words(text, most) == shown
