"""What a later text says that was done: an act by its noun, and acts of the organ itself."""

from __future__ import annotations

import pytest

from resdiff.core.compare.ask_aspects import figures_of
from resdiff.core.history.ask_terms import due_years
from resdiff.core.history.ask_threads import AskThread
from resdiff.core.parse import parse
from resdiff.workspace.reading import asks_in
from tests.core.test_asks_through_time import threads_of

_KEEP = "Urges ports to keep the register of catches;"


def _gone(*years: list[str]) -> AskThread:
    (gone,) = (thread for thread in threads_of(*years) if thread.end != "standing")
    return gone


@pytest.mark.parametrize(
    ("asked", "noted", "end"),
    [
        (
            "Requests the Warden to appoint five keepers of the lights;",
            "Welcomes the appointment by the Warden of the remaining keepers of the lights;",
            "answered",
        ),
        (
            "Requests the Warden to appoint five keepers of the lights;",
            "Welcomes the wish of the Warden for keepers of the lights, and the appointment of a cook;",
            "lapsed",
        ),
        (
            "Decides that the meeting of ports will adopt a short declaration on the northern lights;",
            "Takes note of the adoption of a declaration on the northern lights by ports;",
            "answered",
        ),
        (
            "Decides that the meeting of ports will not adopt a short declaration on the northern lights;",
            "Takes note of the adoption of a declaration on the northern lights by ports;",
            "decided",
        ),
        (
            "Decides to consider what is required to proclaim a decade of the northern lights;",
            "Takes note of a decade of the northern lights that was adopted by the ports of the bay;",
            "decided",
        ),
        (
            "Decides to hold a festival of boats and lanterns on the outer reef;",
            "Welcomes the festival of boats and lanterns on the outer reef;",
            "restated",
        ),
        (
            "Decides to convene a meeting of pilots and keepers on the outer reef;",
            "Welcomes the meeting of pilots and keepers that was held on the outer reef;",
            "answered",
        ),
    ],
)
def test_what_was_done_is_seen_by_its_noun(asked: str, noted: str, end: str) -> None:
    assert _gone([asked, _KEEP], [noted, _KEEP]).end == end


def _years(clause: str) -> frozenset[int]:
    head = "The General Assembly,\n\nAdopted on 20 December 2030\n\n"
    text = parse(f"{head}1. Requests the Warden to report {clause};\n2. {_KEEP}\n")
    return due_years((asks_in(text) or ())[0], text)


def test_the_end_of_a_session_is_in_the_year_after_it_began() -> None:
    at, end = _years("at its eighty-sixth session"), _years("before the end of its eighty-sixth session")
    assert at == {2031}
    assert end == {2032}


def _ask(clause: str) -> tuple[str, ...]:
    (ask, *_) = asks_in(parse(f"1. Requests the Warden to {clause};\n2. {_KEEP}\n")) or ()
    return ask.due


def test_an_annual_session_is_no_cadence() -> None:
    assert _ask("devote half of its annual session to lamps and to submit a report") == ()
    assert _ask("submit an annual report") == ("annual",)


def test_the_number_in_the_name_of_a_group_is_no_figure() -> None:
    (ask, *_) = asks_in(parse(f"1. Urges the Group of 20 to lend 30 boats;\n2. {_KEEP}\n")) or ()
    (named, *_) = asks_in(parse(f"1. Urges ports to read the Group of 20 Principles;\n2. {_KEEP}\n")) or ()
    assert figures_of(ask) == ["30"]
    assert figures_of(named) == []


_QUAYS = "tarred northern breakwaters, gilded beacons, marble quays"


@pytest.mark.parametrize(
    ("other", "end"),
    [
        (f"Invites pilots to see {_QUAYS} and shabby villages;", "lapsed"),
        (f"Notes with concern {_QUAYS} and shabby villages;", "perhaps restated"),
        (f"Notes with concern the paint of {_QUAYS} and oaken piers;", "restated"),
        (f"Invites pilots to see the paint of {_QUAYS} and oaken piers;", "lapsed"),
    ],
)
def test_a_paragraph_that_goes_on_from_another_ask_restates_nothing(other: str, end: str) -> None:
    gone = f"Urges ports to paint the {_QUAYS} and oaken piers in spring;"
    assert _gone([gone, other, _KEEP], [other, _KEEP]).end == end
