"""Names in their long or short form, and what is no change of what is asked."""

from __future__ import annotations

import pytest

from resdiff.core.compare import compare
from resdiff.core.history.asks import follow_asks
from resdiff.core.parse import parse
from resdiff.workspace.reading import asks_in
from tests.core.test_asks_through_time import dated_text
from tests.making import text_of


def _aspects(old: str, new: str) -> tuple[str, ...]:
    base, revised = (
        parse(text_of(operative=[f"Notes the fog of {k};", one])) for k, one in enumerate((old, new))
    )
    (change,) = [one for one in compare(base, revised).asks() if one.base is not None]
    return change.aspects


@pytest.mark.parametrize(
    ("old", "new", "aspects"),
    [
        ("the 2030 Agenda", "the 2030 Agenda for Sustainable Harbours", ()),
        ("the Lamp Board of the Outer Bay", "the Lamp Board", ()),
        ("the Lamp Board", "the Lamp Board on Lights, Moles and the Reefs", ()),
        ("the Lamp Board", "the Lamp Board and the Reef Board", ("scope",)),
        ("the Lamp Board", "the Lamp Board of pilots", ("scope",)),
        ("the Lamp Board", "the Lamp Board in the Outer Bay", ("scope",)),
        ("the States", "the States of the Outer Bay", ("scope",)),
        ("the board", "the board of the Outer Bay", ("scope",)),
        ("the Lamp Board of the Outer Bay", "the Lamp Board of the Inner Mole", ("scope",)),
        ("the Lamp Board of Mar", "the Lamp Board on Reefs", ("scope",)),
        ("the Lamp Board", "the Lamp Board and the pilots of the Outer Bay", ("scope",)),
        ("the Lamp Development", "the Lamp Development28", ()),
        ("the bay in sector12", "the bay in sector14", ("scope",)),
        ("the reef in 128", "the reef in", ("figure",)),
        ("the Register", "the Register to the Lamp Board", ("scope",)),
        ("the Lamp Fund", "the Lamp Fund to the Lamp Board", ("scope",)),
        ("the Government", "the Government of Mar", ("scope",)),
        ("aid to Mar", "aid to Mar for Harbours", ("scope",)),
        ("the Lamp Board", "the Lamp Board28 and pilots", ("scope",)),
        ("the pilots under the 2030 Agenda", "the Pilots under the 2030 Agenda on Moles", ()),
        ("its requests for charts", "the requests of the Lamp Board for charts", ()),
        ("the requests of the Lamp Board for charts", "its requests for charts", ()),
        ("the requests for charts", "the requests of the Lamp Board for charts", ("scope",)),
        ("its requests for charts", "the requests of the pilots for charts", ("scope",)),
        ("its requests for charts", "the requests of the Lamp Board for oil", ("scope",)),
        ("the aims, through marking reefs", "the aims, by marking reefs", ()),
        ("the aims", "the aims and Code No. 39 (2022)", ("scope",)),
        ("the United Nations bodies", "the United Nations system bodies", ()),
        ("the bodies", "the system of bodies", ("scope",)),
        ("the reports of the Group of Experts", "the reports of the Group of Experts on Moles", ()),
    ],
)
def test_a_name_may_be_long_or_short(old: str, new: str, aspects: tuple[str, ...]) -> None:
    ask = "Urges ports to mend all lamps of the coast in line with {} and to count the buoys of every bay;"
    assert _aspects(ask.format(old), ask.format(new)) == aspects


@pytest.mark.parametrize(
    ("old", "new", "is_other"),
    [
        ("the Chairperson of the Board", "the Chair of the Board", False),
        ("the Chairman of the Board", "the Chair of the Board", False),
        ("the secretariat of the Convention", "the secretariat of the Lamp Convention", True),
        ("the Special Envoy for Mar", "the Special Envoy for South Mar", True),
        ("the Harbour Group of Mar", "the Harbour Group of Outer Mar", True),
        ("the Envoy on the rights of pilots", "the Envoy on the rights of older pilots", True),
        ("the Special Envoy on Reefs", "the Special Envoy of the Board on Reefs", False),
        ("the Special Envoy on Reefs", "the Special Envoy of the Board on Moles", True),
        ("the Board", "the Special Envoy of the Board", True),
        ("the Lamp Board of Mar", "the Lamp Keepers of the Board of Mar", True),
        ("the Keeper of the Board", "the Deputy Keeper of the Board", True),
        ("the Organization for Cooperation", "the Organisation for Co-operation", False),
        ("the Organization for Cooperation", "the Organisation for Operations", True),
    ],
)
def test_an_office_may_be_named_in_more_words(old: str, new: str, is_other: bool) -> None:
    ask = "Requests {} to mend the lamps of the coast and to count the buoys of every bay;"
    assert _aspects(ask.format(old), ask.format(new)) == (("who",) if is_other else ())


@pytest.mark.parametrize(
    ("old", "new", "aspects"),
    [
        ("to mend", "to continue to mend", ("pace",)),
        ("to continue and widen help in mending", "to widen help in mending", ("pace",)),
        ("to consider mending", "to continue to consider mending", ("pace",)),
        ("to continue to consider mending", "to mend", ("pace", "hedge")),
    ],
)
def test_going_on_is_no_other_act(old: str, new: str, aspects: tuple[str, ...]) -> None:
    ask = "Urges ports {} all lamps of the coast and the lights of every outer mole;"
    assert _aspects(ask.format(old), ask.format(new)) == aspects


@pytest.mark.parametrize(("year", "fate"), [(2035, "carried on"), (2037, "rolled on")])
def test_a_term_in_other_words_did_not_roll_on(year: int, fate: str) -> None:
    ask = "Requests the Warden to give funds for the lamps of the coast through {};"
    texts = [dated_text([ask.format(2035)], 2030), dated_text([ask.format(f"to {year}")], 2032)]
    (thread,) = follow_asks(texts, asks_in(texts[0]) or (), [compare(texts[0], texts[1])])
    assert thread.last.fate == fate
