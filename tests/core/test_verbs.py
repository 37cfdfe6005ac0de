"""The verbs of a paragraph, and how they shift."""

from __future__ import annotations

import pytest

from resdiff.core.compare import compare
from resdiff.core.lexicon import find_lexicon
from resdiff.core.verbs import find_hedges, find_verbs
from tests.making import PREAMBLE, made


def _verbs(paragraph: str) -> list[str]:
    resolution = made(operative=[paragraph])
    results = find_verbs(resolution, find_lexicon("en"))
    assert results is not None
    return [verb.phrase for verb in results[-1]]


@pytest.mark.parametrize(
    ("paragraph", "verbs"),
    [
        ("Welcomes the survey, and encourages members to read it;", ["Welcomes", "encourages"]),
        (
            "Notes the offer, also requests the Warden to accept it, and further decides to pay;",
            ["Notes", "also requests", "further decides"],
        ),
        (
            "Stresses the need for light, and in this regard calls upon ports to give it;",
            ["Stresses", "calls upon"],
        ),
        ("Recalls the pledges made there, and invites members to pledge;", ["Recalls", "invites"]),
        ("Requests the Warden to prepare a chart, and to submit it to the Council;", ["Requests"]),
        ("Considers that the Fund, which supports ports and encourages schools, is needed;", ["Considers"]),
        ("Takes note of the report that the Council requests the Warden to write;", ["Takes note of"]),
        ("Welcomes the gifts, requests and calls of members;", ["Welcomes"]),
        ("Urges members, while recalling their duties, to pay;", ["Urges"]),
        ("Takes note of the study entitled “Who pays, and urges others to pay”;", ["Takes note of"]),
        ("Recalls that the Council requested the Warden to report;", ["Recalls"]),
        ("Decides to act, and requests concerned ports to report;", ["Decides", "requests"]),
        ("Notes the letters, and requests pending with members;", ["Notes"]),
        ("Notes the letters, and requests pending;", ["Notes"]),
    ],
)
def test_further_verbs_are_told_from_their_false_friends(paragraph: str, verbs: list[str]) -> None:
    assert _verbs(paragraph) == verbs


def test_a_sub_paragraph_with_a_finite_verb_of_its_own_carries_it() -> None:
    resolution = made(
        operative=[
            "Acting on the report:",
            "(a) Requests the Warden to act;",
            "(b) To pay in time;",
            "(c) The lights;",
        ]
    )
    verbs = find_verbs(resolution, find_lexicon("en"))
    assert verbs is not None
    assert [[v.phrase for v in results] for results in verbs[-3:]] == [["Requests"], [], []]


def test_spans_stand_in_the_reading() -> None:
    resolution = made()
    verbs = find_verbs(resolution, find_lexicon("en"))
    assert verbs is not None
    for paragraph, results in zip(resolution.paragraphs, verbs, strict=True):
        for verb in results:
            assert paragraph.text[verb.start : verb.end] == verb.phrase


def test_hedges_are_a_channel_of_their_own() -> None:
    lexicon = find_lexicon("en")
    assert lexicon is not None
    results = find_hedges("To restore the marshes, as appropriate, and within existing resources;", lexicon)
    assert [hedge.phrase for hedge in results] == ["as appropriate", "within existing resources"]


def _shifts(one: str, two: str) -> list[tuple[str, str | None]]:
    rest = "all members of the Union to contribute to the Fund in accordance with their capacities"
    comparison = compare(made(PREAMBLE, [f"{one} {rest};"]), made(PREAMBLE, [f"{two} {rest};"]))
    return [(shift.change, shift.shift) for shift in comparison.changes[-1].verbs]


@pytest.mark.parametrize(
    ("one", "two", "shift"),
    [
        ("Invites", "Urges", "strengthened"),
        ("Urges", "Encourages", "weakened"),
        ("Requests", "Welcomes", "recast"),
        ("Decides", "Requests", "recast"),
        ("Calls upon", "Urges", "disputed"),
        ("Urges", "Strongly urges", "strengthened"),
    ],
)
def test_a_replaced_verb_goes_up_or_down_its_ladder_or_off_it(one: str, two: str, shift: str) -> None:
    assert _shifts(one, two) == [("replaced", shift)]


def test_an_ordering_word_is_never_a_change_of_verb() -> None:
    comparison = compare(
        made(operative=["Requests members to pay into the Fund;"]),
        made(operative=["Also requests members to pay into the Fund;"]),
    )
    assert comparison.changes[-1].kind == "unchanged"
    assert comparison.changes[-1].reasons == ("ordering",)


def test_an_inner_verb_that_goes_is_told_as_dropped() -> None:
    one = made(operative=["Proclaims 3 May the Day of the Shore, and encourages members to observe it;"])
    two = made(operative=["Proclaims 3 May the Day of the Shore;"])
    shifts = compare(one, two).changes[-1].verbs
    assert [(s.change, (s.revised or s.base).phrase) for s in shifts if s.base] == [
        ("kept", "Proclaims"),
        ("dropped", "encourages"),
    ]


def test_a_comma_that_goes_drops_no_verb() -> None:
    one = made(
        operative=[
            (
                "Requests the Warden to report on the lights of the ports, and decides to consider them next"
                " year;"
            )
        ]
    )
    two = made(
        operative=[
            "Requests the Warden to report on the lights of the ports and decides to consider them next year;"
        ]
    )
    change = compare(one, two).changes[-1]
    assert change.reasons == ("punctuation",)
    assert {shift.change for shift in change.verbs} <= {"kept"}


@pytest.mark.parametrize(
    ("paragraph", "verbs"),
    [
        ("Welcomes the report; requests the Warden to publish it;", ["Welcomes", "requests"]),
        ("Pending the report, requests the Warden to keep the lights;", ["requests"]),
        ("Pending the report that the Warden writes, requests and calls of ports are noted;", []),
        ("Calls for help, calls upon ports to answer;", ["Calls for", "calls upon"]),
    ],
)
def test_verbs_are_known_by_what_stands_round_them(paragraph: str, verbs: list[str]) -> None:
    assert _verbs(paragraph) == verbs


@pytest.mark.parametrize(
    ("paragraph", "verbs"),
    [
        ("Recalling the pledges, and welcoming the gifts,", ["Recalling", "welcoming"]),
        (
            "Noting the report “Welcoming ships, and noting winds”, and stressing the need for light,",
            ["Noting", "stressing"],
        ),
        (
            "Recalling its pledges, including those made at the port, and welcoming the gifts,",
            ["Recalling", "welcoming"],
        ),
    ],
)
def test_further_participles_of_the_preamble_stand_behind_a_comma(paragraph: str, verbs: list[str]) -> None:
    resolution = made(preamble=[paragraph, *PREAMBLE])
    every = find_verbs(resolution, find_lexicon("en"))
    assert every is not None
    assert [verb.phrase for verb in every[0]] == verbs


def test_a_verb_without_a_rank_has_no_shift_of_strength() -> None:
    one = made(operative=["Requests the Warden to report on the lights of the ports;"])
    two = made(operative=["Decides that the Warden shall report on the lights of the ports;"])
    (shift,) = [s for c in compare(one, two).changes for s in c.verbs if s.change == "replaced"]
    assert (shift.base and shift.base.sense.strength, shift.shift) == (6, "recast")


def test_of_two_verbs_the_one_with_the_same_clause_is_the_counterpart() -> None:
    lights = "the Warden to keep the northern lights burning in every storm"
    one = made(operative=[f"Encourages {lights}, and requests schools to teach the signals;"])
    two = made(operative=[f"Requests {lights}, and welcomes the harvest of the year;"])
    shifts = [s for c in compare(one, two).changes for s in c.verbs]
    reported = [(s.base and s.base.phrase, s.revised and s.revised.phrase, s.outcome) for s in shifts]
    assert ("Encourages", "Requests", "strengthened") in reported
