"""What is only typography, and what is another word or figure."""

from __future__ import annotations

import pytest

from tests.core.test_compare import reasons_between


def _both_ways(one: str, two: str) -> tuple[str, tuple[str, ...]]:
    there, back = reasons_between(one, two), reasons_between(two, one)
    assert there == back
    return there


SAME_WORDS = [
    ("Requests a decision-making panel to meet;", "Requests a decision making panel to meet;"),
    ("Urges co-operation of ports;", "Urges cooperation of ports;"),
    ("Urges ports to re-establish the watch;", "Urges ports to reestablish the watch;"),
    ("Urges policy makers to act;", "Urges policymakers to act;"),
    ("Requests an in-depth study of silt;", "Requests an in depth study of silt;"),
    ("Requests the 'ports' to act;", 'Requests the "ports" to act;'),
    ("Recalls the States' duties to boats;", "Recalls the States duties to boats;"),
    ("Requests ports — and piers — to act;", "Requests ports - and piers - to act;"),
    ("Recalls the pact of 1990 (of piers);", "Recalls the pact of 1990(of piers);"),
    ("Urges the Cafe\u0301 of ports to act;", "Urges the Caf\u00e9 of ports to act;"),
    ("Decides on 250 boats;", "Decides on \uff12\uff15\uff10 boats;"),
    ("Decides on 250 boats;", "Decides on \u0662\u0665\u0660 boats;"),
    ("Decides on 250 boats;", "Decides on \u06f2\u06f5\u06f0 boats;"),
    ("Recalls \u0639\u0642\u062f of ports;", "Recalls \u0639\u064e\u0642\u062f of ports;"),
    ("Recalls \u0639\u0642\u062f of ports;", "Recalls \u0639\u0640\u0640\u0642\u062f of ports;"),
    ("Recalls \u0639\u0642\u062f of ports;", "Recalls \u061c\u0639\u200c\u0642\u062f of ports;"),
    ("Recalls \u0639\u0642\u062f of ports;", "Recalls \u202b\u0639\u0642\u062f\u202c of ports;"),
    ("Requests ports to act; and", "Requests ports to act;"),
    ("Requests ports to act; or", "Requests ports to act."),
]
OTHER_WORDS = [
    ("Recalls the States' duties to boats;", "Recalls the State's duties to boats;"),
    ("Urges ports to re-sign the pact;", "Urges ports to resign the pact;"),
    ("Requests study of un-ionized crews;", "Requests study of unionized crews;"),
    ("Requests boats to leave any time;", "Requests boats to leave anytime;"),
    ("Any time is right for boats;", "Anytime is right for boats;"),
    ("Requests ports to set up piers;", "Requests ports to setup piers;"),
    ("Decides that boats may be inspected;", "Decides that boats maybe inspected;"),
    ("Requests ports to move on to piers;", "Requests ports to move onto piers;"),
    ("Requests ports to set a part aside;", "Requests ports to set apart aside;"),
    ("Requests ports to act; and", "Requests ports to act; or"),
    ("Decides to cut fees by 3-5 per cent;", "Decides to cut fees by 35 per cent;"),
    ("Decides to cut fees by 3-5 per cent;", "Decides to cut fees by 3 5 per cent;"),
    ("Requests ports to keep -5 degrees;", "Requests ports to keep 5 degrees;"),
    ("Decides on 250 boats;", "Decides on \u0662\u0665\u0661 boats;"),
    ("Decides on a fee of 1 250 shells;", "Decides on a fee of 12 50 shells;"),
]


@pytest.mark.parametrize(("one", "two"), SAME_WORDS)
def test_the_same_words_in_another_typography_are_unchanged(one: str, two: str) -> None:
    assert _both_ways(one, two) == ("unchanged", ("typography",))


@pytest.mark.parametrize(("one", "two"), OTHER_WORDS)
def test_another_word_or_figure_is_never_typography(one: str, two: str) -> None:
    kind, reasons = _both_ways(one, two)
    assert kind == "edited"
    assert "typography" not in reasons


def test_a_dash_between_figures_counts_although_it_stands_alone() -> None:
    kind, reasons = _both_ways("Decides on 3 – 5 boats a day;", "Decides on 3 5 boats a day;")
    assert kind == "edited"
    assert "typography" not in reasons


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Urges the States parties to act;", "Urges the States Parties to act;"),
        ("Urges the high-level meeting to act;", "Urges the High-Level Meeting to act;"),
        ("Urges the Co-operation council to act;", "Urges the co-operation Council to act;"),
    ],
)
def test_capitals_are_a_reason_of_their_own_and_count(one: str, two: str) -> None:
    assert _both_ways(one, two) == ("edited", ("capitals",))


def test_the_case_of_the_opening_is_ordering_and_no_edit() -> None:
    assert reasons_between("Requests ports to act;", "requests ports to act;") == ("unchanged", ("ordering",))


def test_capitals_stand_beside_the_otherreasons_between() -> None:
    assert reasons_between("Urges parties to act now;", "Urges Parties to act, now;") == (
        "edited",
        ("punctuation", "capitals"),
    )
