"""How asks end through the versions of a text, and what is said of years without one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from resdiff.core.compare import compare
from resdiff.core.history.ask_threads import LineageAsks
from resdiff.core.history.asks import follow_asks
from resdiff.core.model import Resolution
from resdiff.render.views.ask_threads import thread_words, threads_head
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


def _ends(base: list[str], revised: list[str]) -> list[tuple[str, str | None, str | None]]:
    """How the asks of the first text end that do not stand in the second, and where they are answered or
    their words stand.
    """
    threads = [t for t in threads_of([*base, _KEEP], [*revised, _KEEP]) if t.end != "standing"]
    return [(t.end, t.last.answered_in, t.last.restated_in) for t in threads]


def test_an_ask_whose_words_stand_in_a_row_elsewhere_has_not_lapsed() -> None:
    row = "keep painted marks on weathered outer moles"
    ask = f"Requests the Warden to {row}, to count boats, to lend tugs and to train pilots at once;"
    said = f"Stresses that ports gain from fishers who {row}, and thanks them;"
    assert _ends([ask], [said]) == [("restated", None, "OP1")]
    assert _ends([ask], [said.replace(" moles", " piers")])[0][0] == "lapsed"
    long = ask.replace("at once", "in winter, in fog, by night, from May to June, near dunes, without pay")
    assert _ends([long], [said])[0][0] == "lapsed"  # a few of many words say something else
    everywhere = f"Notes that ports {row} in the winter;"
    assert _ends([ask, everywhere], [said, everywhere])[0][0] == "lapsed"
    name = "keep the Painted Marks on Weathered Outer Moles"
    named = ask.replace(row, name)
    assert _ends([named], [said.replace(row, name)])[0][0] == "lapsed"


_REEF = "Requests the Warden to train the pilots of tugs, of ferries and of trawlers on the outer reef;"


_FLEETS = "pilots of tugs, of ferries and of trawlers"


@pytest.mark.parametrize(
    ("noted", "is_answered"),
    [
        (f"Welcomes the training of {_FLEETS} on the outer reef;", True),
        (f"Welcomes the marks, and urges keepers to train the {_FLEETS};", False),
        (
            f"Welcomes steps to mark the Reef of the Bay and urges {_FLEETS} on the outer reef to train;",
            False,
        ),
        (f"Welcomes the training of {_FLEETS}, to be held on the outer reef;", False),
    ],
)
def test_what_is_to_come_or_asked_again_is_no_answer(noted: str, is_answered: bool) -> None:
    answered = [end == "answered" for end, *_ in _ends([_REEF], [noted])]
    assert any(answered) == is_answered


def test_what_a_paragraph_said_before_answers_nothing() -> None:
    stood = "Welcomes the pilots of tugs, of ferries and of trawlers on the outer reef{};"
    assert _ends([_REEF, stood.format("")], [stood.format(" and their keepers")])[0][0] != "answered"
    fewer = "Welcomes the pilots of tugs{};"
    grown = fewer.format(", of ferries and of trawlers on the outer reef")
    assert _ends([_REEF, fewer.format("")], [grown])[0][0] == "answered"


def test_the_bare_report_of_a_body_is_that_on_the_text_before() -> None:
    ask = "Requests the Warden to report to the Council on the implementation of the present resolution;"
    other = "Takes note of the note of the Warden on the implementation of the report on boats;"
    bare = "Takes note of the report of the Warden;"
    assert _ends([ask], [other, bare]) == [("answered", "OP2", None)]
    again = "Reiterates its request to the Warden to provide a report on lights of the coast;"
    assert ("answered", "OP1", None) not in _ends([ask], [again])
    named = ask.replace("the implementation of the present resolution", "the nets of fishers in this regard")
    assert _ends([named], [bare])[0][0] == "lapsed"
    assert _ends([ask], ["Endorses the report of the Warden;"]) == [("answered", "OP1", None)]


def test_a_meeting_that_the_organ_decides_to_hold_takes_place_once() -> None:
    assert _ends(["Decides to convene a meeting of keepers in the spring;"], []) == [("decided", None, None)]


def test_a_deadline_of_an_act_is_no_cadence() -> None:
    act = "Urges ports to light the northern mole, the southern mole and the reef by {};"
    thread, _ = threads_of([act.format("30 May 2031"), _KEEP], [act.format("30 November 2034"), _KEEP])
    assert [step.fate for step in thread.steps] == ["first", "altered"]
    report = "Requests the Warden to report on the lights of the coast by {};"
    thread, _ = threads_of([report.format("30 May 2031"), _KEEP], [report.format("30 November 2034"), _KEEP])
    assert [step.fate for step in thread.steps] == ["first", "cadence changed"]
    further = report.replace("by {}", "by 30 May 2033, and to say by 30 November 2034 what is left")
    thread, _ = threads_of([report.format("30 May 2031"), _KEEP], [further, _KEEP])
    assert [step.fate for step in thread.steps] == ["first", "altered"]


def test_how_often_is_the_same_whatever_the_step_of_its_sessions() -> None:
    act = "Requests the Warden to report every two years on the lights of the coast by {};"
    thread, _ = threads_of([act.format("30 May 2031"), _KEEP], [act.format("30 November 2034"), _KEEP])
    assert thread.steps[1].fate != "cadence changed"


def test_another_term_in_the_paragraph_is_not_that_of_an_ask_without_one() -> None:
    act = "Requests the Warden to report by {} on the lights of the coast, and urges ports to light moles;"
    dates = ("30 May 2031", "30 November 2034")
    threads = threads_of(*([act.format(date), _KEEP] for date in dates))
    assert [t.steps[1].fate for t in threads[:2]] == ["cadence changed", "carried on"]


def test_a_year_that_moves_on_in_what_is_asked_rolls_on() -> None:
    ask = "Requests the Warden to apprise the keepers at their meetings in {} of the state of the lamps;"
    thread, _ = threads_of([ask.format(2031), _KEEP], [ask.format(2032), _KEEP])
    assert [step.fate for step in thread.steps] == ["first", "rolled on"]


def test_an_ask_that_was_away_says_when_it_returned() -> None:
    years = [[_LIGHT, _KEEP], [_KEEP], [_LIGHT, _KEEP], [_LIGHT, _KEEP]]
    texts = [dated_text(operative, 2030 + k) for k, operative in enumerate(years)]
    threads = follow_asks(texts, asks_in(texts[0]) or (), [compare(a, b) for a, b in pairwise(texts)])
    assert [words for t in threads if "returned in 32/1 (2032)" in (words := thread_words(t, texts))]


@pytest.mark.parametrize(
    ("noted", "end"),
    [
        ("Welcomes the appointment of Ada Moor as Keeper of the Northern Lights;", "answered"),
        ("Welcomes the recent re-appointment of a Keeper of the Northern Lights;", "lapsed"),
        ("Takes note of the timely appointments of the Keeper and of the Lights Board;", "answered"),
        ("Welcomes the appointment of the Warden;", "lapsed"),
        ("Welcomes the appointment of members of a northern board;", "lapsed"),
        ("Regrets the appointment of a Keeper of the Northern Lights;", "lapsed"),
        ("Welcomes the gifts of ports and the appointment of a Keeper of the Northern Lights;", "lapsed"),
    ],
)
def test_a_deed_is_answered_by_its_noun(noted: str, end: str) -> None:
    ask = "Requests the Warden to appoint a keeper of the northern lights at the earliest date, with ports;"
    assert [end for end, _, _ in _ends([ask, _KEEP], [noted, _KEEP])] == [end]


def test_of_a_long_object_half_the_words_stand_behind_the_noun() -> None:
    ask = "Requests the Warden to appoint a board of nine keepers for the lights of the outer northern bay;"
    of_board = "Welcomes the appointment of keepers for the outer northern bay;"
    of_pilot = "Welcomes the appointment of a pilot for the outer bay;"
    assert [_ends([ask], [noted])[0][0] for noted in (of_board, of_pilot)] == ["answered", "lapsed"]


def _of_assembly(operative: list[str], year: int) -> Resolution:
    """A text of the General Assembly; that of 2031 is of its eighty-sixth session."""
    text = dated_text(operative, year)
    number = f"{year - 1945}/7"
    return replace(text, masthead=replace(text.masthead, organ="General Assembly", number=number))


@pytest.mark.parametrize(
    ("noted", "is_answer"),
    [
        ("Takes note of the report of the Warden;", False),
        ("Takes note of the report of the Warden (A/86/12);", True),
        ("Takes note of the report of the Warden to the eighty-sixth session;", True),
        ("Takes note of the report of the Warden on the lights of the coast;", True),
        ("Takes note of the report of the Warden on the lights of the coast under resolution 87/3;", False),
        ("Takes note of the report of the Warden on the lights of the coast under resolution 85/3;", True),
    ],
)
def test_the_report_of_another_year_is_no_answer(noted: str, is_answer: bool) -> None:
    ask = (
        "Requests the Warden to report at its eighty-sixth session on the implementation of this resolution;"
    )
    texts = [_of_assembly([ask, _KEEP], 2030), _of_assembly([noted, _KEEP], 2032)]
    threads = follow_asks(texts, asks_in(texts[0]) or (), [compare(texts[0], texts[1])])
    assert [t.end == "answered" for t in threads if t.last.version == 0] == [is_answer]


def test_of_a_report_that_is_asked_for_each_year_only_that_of_its_session_answers() -> None:
    ask = "Requests the Warden to report to the Assembly at its {} session on lights of the coast;"
    noted = "Takes note of the report of the Warden on the lights of the coast;"
    one, two = ask.format("eighty-sixth"), ask.format("eighty-eighth")
    of_session = noted.replace(" on", " to its eighty-sixth session on")
    for year, said, answer in ((2031, noted, "OP1"), (2032, noted, None), (2032, of_session, "OP1")):
        texts = [_of_assembly([one, _KEEP], 2030), _of_assembly([said, two, _KEEP], year)]
        threads = follow_asks(texts, asks_in(texts[0]) or (), [compare(texts[0], texts[1])])
        (report,) = [t for t in threads if t.last.ask.task == "report"]
        assert report.steps[0].answered_in == answer


@pytest.mark.parametrize(
    ("asked", "noted", "end"),
    [
        ("to seek options for moles and lamps and to submit a report", "Warden on moles, lamps", "answered"),
        ("to seek options for moles and lamps and to submit a report", "Board on moles, lamps", "lapsed"),
        ("to seek options for moles and lamps in her report", "Warden on moles, lamps", "lapsed"),
        (
            "to seek boats, bells, moles, nets and lamps and to submit a report",
            "Warden on moles, lamps",
            "lapsed",
        ),
    ],
)
def test_a_report_on_another_act_is_an_answer_where_it_is_asked_for(asked: str, noted: str, end: str) -> None:
    ends = _ends(
        [f"Requests the Warden {asked};", _KEEP], [f"Takes note of the report of the {noted};", _KEEP]
    )
    assert [end for end, _, _ in ends] == [end]


def test_a_report_on_another_act_is_that_of_whom_was_asked_by_name() -> None:
    ask = "Requests the Outer Lights Board to seek options for moles and lamps and to submit a report;"
    noted = "Takes note of the report of the {} on moles and lamps;"
    ends = [_ends([ask], [noted.format(n)])[0][0] for n in ("Outer Lights Board", "Board of Outer Ports")]
    assert ends == ["answered", "lapsed"]


def test_a_bare_report_answers_though_it_was_noted_in_the_same_words_before() -> None:
    note = "Takes note of the report of the Warden;"
    ask = "Requests the Warden to report to the Council on the implementation of the present resolution;"
    assert _ends([note, ask, _KEEP], [note, _KEEP]) == [("answered", "OP1", None)]
    named = "Takes note of the report of the Warden (B/12);"
    assert _ends([named, ask, _KEEP], [named, _KEEP]) == [("lapsed", None, None)]


def test_names_alone_are_no_act_that_is_welcomed() -> None:
    ask = "Urges ports to follow the Compact of the Outer Northern Lights and the Plan of the Inner Bay;"
    noted = "Welcomes the Compact of the Outer Northern Lights and the Plan of the Inner Bay;"
    assert _ends([ask, _KEEP], [noted, _KEEP])[0][1] is None


def test_an_ask_returns_with_another_verb_and_name_in_nearly_the_same_words() -> None:
    words = "to give the Keeper full support in mending the outer moles and lamps of the northern bay;"
    threads = threads_of(
        [f"Invites States parties {words}", _KEEP],
        [_KEEP],
        [f"Reiterates its call upon parties {words}", _KEEP],
    )
    (back,) = [t for t in threads if len(t.steps) == 2 and t.steps[0].version == 0 and t.last.version == 2]
    assert back.last.fate == "returned"
    other = words.replace("outer moles and lamps", "inner walls and bells")
    threads = threads_of(
        [f"Invites States parties {words}", _KEEP],
        [_KEEP],
        [f"Reiterates its call upon parties {other}", _KEEP],
    )
    assert {t.last.fate for t in threads if t.last.version == 2} == {"carried on", "new"}


def test_a_year_from_which_on_something_is_done_is_no_term() -> None:
    item = "Decides to keep, in the calendar for the year {} and subsequent years, the days of lamps;"
    (thread,) = threads_of([item.format(2031)], [item.format(2034)])
    assert [step.fate for step in thread.steps] == ["first", "rolled on"]


def test_another_step_between_the_sessions_of_an_agenda_is_cadence() -> None:
    item = "Decides to include in the provisional agenda of its {} session the item entitled “Lamps”;"
    (thread,) = threads_of([item.format("fortieth")], [item.format("forty-second")])
    assert [step.fate for step in thread.steps] == ["first", "cadence changed"]


@pytest.mark.parametrize(
    ("noted", "is_answer"),
    [
        ("report of the Secretary-General on the Voluntary Fund for lights of the coast;", False),
        ("report of the Secretary-General on the keepers of lights of the coast;", True),
        ("report of the Secretary-General on the lights of the coast;", True),
        ("reports of the Secretary-General on the Voluntary Fund and on lights of the coast;", True),
        ("report of the Secretary-General on the Fund and the report on lights of the coast;", True),
        ("report of the Secretary-General on lights of the coast, and urges ports to pay the Fund;", True),
    ],
)
def test_a_report_on_a_subject_of_its_own_answers_no_other(noted: str, is_answer: bool) -> None:
    ask = (
        "Requests the Secretary-General to include the keepers of lights of the coast "
        "in her annual report on goals;"
    )
    noted = f"Takes note of the {noted}"
    ((_, answered, _),) = _ends([ask, _KEEP], [noted, _KEEP])
    assert (answered == "OP1") == is_answer
    by_warden = [text.replace("Secretary-General", "Warden") for text in (ask, noted)]
    assert _ends([by_warden[0], _KEEP], [by_warden[1], _KEEP])[0][1] == "OP1"  # who writes one report alone


@pytest.mark.parametrize("year", [2032, None])
def test_what_is_noted_in_a_text_without_a_date_answers_too(year: int | None) -> None:
    ask = "Requests the Warden to report on lights of the coast by 1 March 2032;"
    base = dated_text([ask, _KEEP], 2030)
    revised = dated_text(["Takes note of the report of the Warden on lights of the coast;", _KEEP], 2032)
    if year is None:
        revised = replace(revised, masthead=replace(revised.masthead, date=None))
    threads = follow_asks([base, revised], asks_in(base) or (), [compare(base, revised)])
    assert [t.end for t in threads if t.last.version == 0] == ["answered"]
