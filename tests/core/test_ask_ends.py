"""How asks end through the versions of a text, and what is said of years without one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from resdiff.core.compare import compare
from resdiff.core.history.asks import LineageAsks, follow_asks
from resdiff.render.views.ask_threads import threads_head
from resdiff.workspace.reading import asks_in
from tests.core.test_asks_through_time import dated_text, threads_of

_LIGHT = "Requests the Warden to light the northern mole, the southern mole and the outer reef at dusk;"
_KEEP = "Urges ports to keep the register of catches;"


def test_what_is_altered_in_an_opening_line_is_altered_in_its_points() -> None:
    points = ["(a) Mend the outer moles of the bay;", "(b) Light the bells of the harbour;", _KEEP]
    threads = threads_of(["Urges ports:", *points], ["Invites pilots:", *points])
    fates = [(t.last.fate, t.last.aspects) for t in threads if not t.last.ask.is_own]
    assert fates == [("altered", ("verb", "who"))] * 2
    assert not any(t.last.ask.is_opening for t in threads)


def test_the_session_of_an_agenda_rolls_on() -> None:
    item = "Decides to include in the provisional agenda of its {} session the item entitled “Lamps”;"
    (rolled,) = threads_of([item.format("fortieth")], [item.format("forty-first")])
    assert [step.fate for step in rolled.steps] == ["first", "rolled on"]
    (same,) = threads_of([item.format("fortieth")], [item.format("fortieth")])
    assert [step.fate for step in same.steps] == ["first", "carried on"]


def test_words_with_which_any_report_is_asked_for_are_not_said_again() -> None:
    ask = "Requests the Warden to report thereon to the Council at its fortieth session in spring;"
    thereon = "Stresses that the Board is to report thereon to the Council at its fortieth session in spring;"
    threads = threads_of([ask, _KEEP], [thereon, _KEEP])
    assert [t.end for t in threads if t.last.version == 0] == ["lapsed"]


@pytest.mark.parametrize(
    ("noted", "end"),
    [
        ("Takes note of the Safety Survey of Moles, which the Warden has sent to all ports;", "answered"),
        ("Notes with concern the safety survey of moles, which the Warden has sent to all ports;", "lapsed"),
        ("Notes with concern that many lamps of the northern bay are still not lit at dusk;", "lapsed"),
        ("Takes note of the safety rules for moles;", "lapsed"),
        ("Takes note of the detailed progress report on the boats of the fleet;", "lapsed"),
        ("Takes note of the Safety Survey of Moles of 2026;", "lapsed"),
        ("Takes note of the Safety Survey of Moles of 2030;", "answered"),
        ("Takes note of the Safety Survey of Moles (A/81/7);", "lapsed"),
        ("Takes note of the Safety Survey of Moles (A/85/7);", "answered"),
    ],
)
def test_one_thing_that_was_to_be_made_is_answered_by_its_name(noted: str, end: str) -> None:
    ask = "Requests the Warden to undertake with all ports {} of the lamps and sands of the bay;"
    ask = ask.format("a detailed progress report" if "report" in noted else "a safety survey")
    texts = [dated_text([ask, _KEEP], 2030), dated_text([noted, _KEEP], 2031)]
    threads = follow_asks(texts, asks_in(texts[0]) or (), [compare(texts[0], texts[1])])
    assert [t.end for t in threads if t.last.version == 0] == [end]


def test_years_without_a_text_are_told() -> None:
    def head(*years: int) -> str:
        texts = tuple(dated_text([_LIGHT], year) for year in years)
        comparisons = [compare(one, two) for one, two in pairwise(texts)]
        threads = follow_asks(texts, asks_in(texts[0]) or (), comparisons)
        return threads_head(LineageAsks(lineage="lights", texts=texts, threads=threads))

    assert "No text" not in head(2030, 2031, 2033)
    assert head(2030, 2031, 2034).endswith(
        "No text between 31/1 (2031) and 34/1 (2034): what was asked in between is not known."
    )
    assert "No text" not in head(2030, 2034, 2038)
