"""Asks through the versions of a text: what became of each, and when it is due."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from resdiff.core.compare import compare
from resdiff.core.genres.sessions import last_session, session_year
from resdiff.core.history.ask_terms import due_years
from resdiff.core.history.ask_threads import AskThread
from resdiff.core.history.asks import follow_asks
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.workspace.reading import asks_in
from tests.making import PREAMBLE, text_of

_LIGHT = "Requests the Warden to light the northern mole, the southern mole and the outer reef at dusk;"
_REPORT = "Requests the Warden to report to the Council at its {} session on the lights of the coast;"
_KEEP = "Urges ports to keep the register of catches;"


def dated_text(operative: list[str], year: int, *preamble: str) -> Resolution:
    """A resolution of May of a year."""
    head = (
        f"Resolution adopted by the Littoral Assembly on 5 May {year}\n\n{year - 2000}/1. Lights of the coast"
    )
    return parse(text_of(preamble=(*PREAMBLE, *preamble), operative=operative, head=head))


def threads_of(*years: list[str]) -> list[AskThread]:
    """The asks of texts of neighbouring years."""
    texts = [dated_text(operative, 2030 + k) for k, operative in enumerate(years)]
    comparisons = [compare(one, two) for one, two in pairwise(texts)]
    first = asks_in(texts[0])
    assert first is not None
    return list(follow_asks(texts, first, comparisons))


def _lives(*years: list[str]) -> dict[str, tuple[str, list[str]]]:
    """The end and the fates of each ask, by its verb and addressee as it was last seen."""
    return {
        f"{t.last.ask.verb.phrase} {t.last.ask.addressee_name}": (t.end, [step.fate for step in t.steps])
        for t in threads_of(*years)
    }


@pytest.mark.parametrize(
    ("second", "fate"),
    [
        (_LIGHT, "carried on"),
        (_LIGHT.replace("at dusk", "at dusk and at dawn"), "altered"),
        (_LIGHT.replace("Requests", "Urges"), "altered"),
        (_LIGHT.replace(" at dusk", " at dusk every year"), "cadence changed"),
    ],
)
def test_an_ask_that_stands_has_its_fate(second: str, fate: str) -> None:
    (life,) = (v for k, v in _lives([_LIGHT, _KEEP], [second, _KEEP]).items() if "Warden" in k)
    assert life == ("standing", ["first", fate])


def test_a_term_that_moves_with_the_texts_rolls_on_and_another_step_is_cadence() -> None:
    rolled = _lives([_REPORT.format("fortieth"), _KEEP], [_REPORT.format("forty-first"), _KEEP])
    assert rolled["Requests Warden"] == ("standing", ["first", "rolled on"])
    yearly = "Requests the Warden to report to the Council every year on the lights of the coast;"
    changed = _lives([_REPORT.format("fortieth"), _KEEP], [yearly, _KEEP])
    assert changed["Requests Warden"] == ("standing", ["first", "cadence changed"])


def test_an_ask_that_is_gone_lapses_and_one_that_comes_back_returns() -> None:
    lives = _lives([_LIGHT, _KEEP], [_KEEP], [_LIGHT, _KEEP])
    assert lives["Requests Warden"] == ("standing", ["first", "returned"])
    assert _lives([_LIGHT, _KEEP], [_KEEP], [_KEEP])["Requests Warden"] == ("lapsed", ["first"])
    other = "Invites the Fund to lend boats to fishers;"
    assert _lives([_KEEP], [_KEEP, other])["Invites Fund"] == ("standing", ["new"])


def test_a_report_that_is_taken_note_of_answers_its_ask() -> None:
    noted = "Takes note with appreciation of the report of the Warden on the lights of the coast;"
    (answered,) = (
        t for t in threads_of([_REPORT.format("fortieth"), _KEEP], [noted, _KEEP]) if t.end != "standing"
    )
    assert (answered.end, answered.last.answered_in) == ("answered", "OP1")
    for nothing in (noted.replace("Warden", "Board"), noted.replace("report", "boats"), _LIGHT):
        threads = threads_of([_REPORT.format("fortieth"), _KEEP], [nothing, _KEEP])
        assert all(step.answered_in is None for thread in threads for step in thread.steps)


def test_an_ask_whose_words_are_said_again_has_not_lapsed() -> None:
    again = _LIGHT.replace("Requests the Warden to", "Stresses that the Warden is to")
    (gone,) = (t for t in threads_of([_LIGHT, _KEEP], [again, _KEEP]) if t.end != "standing")
    assert (gone.end, gone.last.restated_in) == ("restated", "OP1")
    fewer = "Stresses that the Warden is to light the northern mole;"
    (lapsed,) = (t for t in threads_of([_LIGHT, _KEEP], [fewer, _KEEP]) if t.end != "standing")
    assert (lapsed.end, lapsed.last.restated_in) == ("lapsed", None)
    recalled = "Recalls the lamps of the northern mole;"
    (said,) = (t for t in threads_of([_LIGHT, _KEEP], [recalled, _KEEP]) if t.end != "standing")
    assert said.end == "lapsed"


def test_few_words_restate_nothing() -> None:
    asked = "Requests the Warden to light the moles;"
    assert _gone([asked, _KEEP], ["Affirms that the Warden is to light the moles;", _KEEP]).end == "lapsed"


def test_names_that_stand_in_many_paragraphs_restate_nothing() -> None:
    asked = "Requests the Warden to inform the Lighthouse Board of the North Sea and the Weser Convention;"
    named = "Recalls the Lighthouse Board of the North Sea and the Weser Convention;"
    assert _gone([asked, _KEEP], [named, _KEEP]).end == "lapsed"


def test_a_text_on_one_matter_between_two_others_ends_no_ask() -> None:
    other = "Invites the Fund to lend boats to fishers;"
    lives = _lives([_LIGHT, _KEEP], [other], [_LIGHT, _KEEP])
    assert lives["Requests Warden"] == ("standing", ["first", "carried on"])
    rolled = _lives([_REPORT.format("fortieth"), _KEEP], [other], [_REPORT.format("forty-first"), _KEEP])
    assert rolled["Requests Warden"] == ("standing", ["first", "rolled on"])
    dated = "Requests the Warden to report to the Council by 30 {} on the lights of the coast;"
    later = _lives([dated.format("May 2031"), _KEEP], [other], [dated.format("November 2032"), _KEEP])
    assert later["Requests Warden"] == ("standing", ["first", "rolled on"])


def test_the_month_of_a_report_counts_among_its_words() -> None:
    asked = "Requests the Warden to submit a report by 30 May 2031;"
    noted = "Takes note of the report of the Warden of May 2031;"
    assert _gone([asked, _KEEP], [noted, _KEEP]).end == "answered"
    assert _gone([asked, _KEEP], [noted.replace("May", "June"), _KEEP]).end == "lapsed"


def test_acts_of_the_organ_itself_are_not_answered() -> None:
    act = "Establishes a register of all lamps of the northern mole and the southern mole at dusk;"
    noted = "Welcomes the register of all lamps of the northern mole and the southern mole at dusk;"
    assert all(step.answered_in is None for t in threads_of([act, _KEEP], [noted, _KEEP]) for step in t.steps)


def test_a_report_on_another_act_is_no_answer() -> None:
    asked = "Requests the Warden to give priority to the present lights of the coast in her annual report;"
    noted = "Takes note of the report of the Warden on the lights of the coast;"
    assert _gone([asked, _KEEP], [noted, _KEEP]).end == "lapsed"


def test_what_is_asked_again_in_the_same_paragraph_is_no_answer() -> None:
    welcomed = "Welcoming the light on the northern mole, the southern mole and the outer reef at dusk,"
    again = (
        "Welcoming the moles, and urging the Warden to light the northern mole and the outer reef at dusk,"
    )
    ends = []
    for paragraph in (welcomed, again):
        texts = dated_text([_LIGHT, _KEEP], 2030), dated_text([_KEEP], 2031, paragraph)
        first = asks_in(texts[0])
        assert first is not None
        threads = follow_asks(texts, first, [compare(*texts)])
        ends += [thread.end for thread in threads if thread.end != "standing"]
    assert ends == ["answered", "restated"]


def _gone(*years: list[str]) -> AskThread:
    """The one ask that is gone in the last text."""
    (gone,) = (thread for thread in threads_of(*years) if thread.end != "standing")
    return gone


@pytest.mark.parametrize(
    ("again", "end"),
    [
        ("Reaffirms paragraphs 1 to 3 of its resolution 30/1;", "restated"),
        ("Reaffirms paragraph 1 of its resolution 30/1;", "restated"),
        ("Reaffirms paragraphs 2 and 3 of its resolution 30/1;", "lapsed"),
        ("Reaffirms paragraph 1 of its resolution 29/1;", "lapsed"),
        ("Reaffirms paragraphs 1 to 3 of its resolution 30/1 and 4 to 9 of its resolution 28/1;", "restated"),
        (
            "Reaffirms paragraphs 4 to 9 of its resolution 28/1 and 1, 2 and 3 of its resolution 30/1;",
            "restated",
        ),
        ("Reaffirms paragraphs 1 to 3 of its resolution 28/1 and 2 and 3 of its resolution 30/1;", "lapsed"),
        ("Forwards paragraph 1 of its resolution 30/1;", "lapsed"),
        ("Affirms that the northern mole, the southern mole and the outer reef want light;", "restated"),
        ("Notes that nobody can light the northern mole and the southern mole;", "perhaps restated"),
    ],
)
def test_an_ask_may_stand_by_the_number_of_its_paragraph_or_by_most_of_its_words(
    again: str, end: str
) -> None:
    gone = _gone([_LIGHT, _KEEP], [_KEEP, again])
    assert gone.end == end
    assert (gone.last.restated_in == "OP2") == ("restated" in end)


def test_an_ask_stands_by_the_number_of_its_section() -> None:
    texts = [parse(_in_sections("Reaffirms section {} of its resolution 30/1;", n)) for n in ("II", "III")]
    base = parse(_in_sections(_LIGHT))
    first = asks_in(base)
    assert first is not None
    ends = [follow_asks([base, text], first, [compare(base, text)]) for text in texts]
    assert [[t.end for t in threads if t.last.version == 0] for threads in ends] == [["restated"], ["lapsed"]]


def test_a_number_that_two_sections_have_is_that_of_the_section_named() -> None:
    head = "{}/1. Lights\n\nThe Littoral Assembly,\n\nRecalling its resolution 9/14,"
    base = parse(f"{head.format(30)}\n\nI\n\n1. {_KEEP}\n\nII\n\n1. {_LIGHT}\n")
    for section, end in (("I", "lapsed"), ("II", "restated")):
        again = f"Reaffirms section {section} of its resolution 30/1;"
        text = parse(f"{head.format(31)}\n\nI\n\n1. {_KEEP}\n\nII\n\n1. {again}\n")
        threads = follow_asks([base, text], asks_in(base) or (), [compare(base, text)])
        assert [t.end for t in threads if t.last.version == 0] == [end]


def _in_sections(paragraph: str, number: str = "") -> str:
    head = f"{31 if number else 30}/1. Lights\n\nThe Littoral Assembly,\n\nRecalling its resolution 9/14,"
    return f"{head}\n\nI\n\n1. {_KEEP}\n\nII\n\n2. {paragraph.format(number)}\n"


@pytest.mark.parametrize(
    ("noted", "is_answer"),
    [
        ("Takes note of the report of the Warden on the lights of the coast;", True),
        ("Welcomes the latest and comprehensive report of the Warden on the lights of the coast;", True),
        ("Having considered the report of the Warden on the lights of the coast,", True),
        ("Welcomes the intention of the Warden to report on the lights of the coast;", False),
        ("Welcomes the next report of the Warden on the lights of the coast;", False),
        ("Welcomes the lights of the coast of the Warden, as in the report;", False),
        ("Notes the proposal contained in the report of the Warden on the lights of the coast;", False),
        ("Takes note of the report of the Warden on a festival of boats;", False),
    ],
)
def test_a_report_is_answered_by_the_paragraph_that_notes_it(noted: str, is_answer: bool) -> None:
    preamble = ["Recalling its resolution 9/14,", *([noted] if noted.endswith(",") else [])]
    operative = [_KEEP, *([noted] if noted.endswith(";") else [])]
    base = dated_text([_REPORT.format("thirty-first"), _KEEP], 2030)
    revised = parse(text_of(preamble=preamble, operative=operative, head="31/1. Lights of the coast"))
    first = asks_in(base)
    assert first is not None
    gone = next(
        t for t in follow_asks([base, revised], first, [compare(base, revised)]) if t.end != "standing"
    )
    assert (gone.end == "answered") == is_answer


def test_a_paragraph_that_stood_before_answers_nothing_and_nobody_answers_a_decision() -> None:
    noted = "Takes note of the report of the Warden on the lights of the coast;"
    assert _gone([_REPORT.format("fortieth"), noted], [noted]).end != "answered"
    decided = "Decides to hold a festival of boats and lanterns on the outer reef;"
    welcome = "Welcomes the festival of boats and lanterns on the outer reef;"
    assert _gone([decided, _KEEP], [welcome, _KEEP]).end != "answered"


def test_a_term_that_goes_with_other_words_is_no_cadence() -> None:
    yearly = _LIGHT.replace(" at dusk", " at dusk every year")
    fewer = _LIGHT.replace(", the southern mole", "")
    fates = [step.fate for thread in threads_of([yearly, _KEEP], [fewer, _KEEP]) for step in thread.steps]
    assert fates.count("altered") == 1
    assert "cadence changed" not in fates
    ends = "Decides to extend the mandate of the Warden for a period ending {}26 June {};"
    rolled = threads_of([ends.format("", 2031)], [ends.format("on ", 2032)])
    assert [step.fate for step in rolled[0].steps][1] in ("carried on", "rolled on")


def test_what_was_asked_for_and_is_welcomed_is_answered_but_not_before_it_is_due() -> None:
    ask = "Requests the Warden to organize a festival of boats and lanterns{} on the outer reef;"
    welcome = "Welcomes the festival of boats and lanterns organized on the outer reef;"
    (held,) = (t for t in threads_of([ask.format(""), _KEEP], [welcome, _KEEP]) if t.end != "standing")
    assert (held.end, held.last.answered_in) == ("answered", "OP1")
    (early,) = (
        t for t in threads_of([ask.format(" by May 2039"), _KEEP], [welcome, _KEEP]) if t.end != "standing"
    )
    assert early.last.answered_in is None


def test_threads_stand_in_the_order_of_the_last_text_those_that_ended_behind() -> None:
    threads = threads_of([_LIGHT, _KEEP, "Invites the Fund to lend boats;"], [_KEEP, _LIGHT])
    assert [thread.last.ask.addressee_name for thread in threads] == ["Ports", "Warden", "Fund"]


@pytest.mark.parametrize(
    ("session", "organ", "year"),
    [
        (82, "General Assembly", 2027),
        (37, "Human Rights Council", 2018),
        (43, "Human Rights Council", 2020),
        (60, "Human Rights Council", 2025),
        (61, "Human Rights Council", 2026),
        (5, "Littoral Assembly", None),
        (5, None, None),
    ],
)
def test_sessions_have_years(session: int, organ: str | None, year: int | None) -> None:
    assert session_year(session, organ) == year


@pytest.mark.parametrize(
    ("year", "organ", "session"),
    [
        (2027, "General Assembly", 82),
        (2025, "Human Rights Council", 60),
        (2026, "Human Rights Council", 63),
        (2026, "Littoral Assembly", None),
    ],
)
def test_years_have_a_last_session(year: int, organ: str, session: int | None) -> None:
    assert last_session(year, organ) == session


def _of(text: Resolution, organ: str | None) -> Resolution:
    return replace(text, masthead=replace(text.masthead, organ=organ))


def test_an_ask_is_due_in_the_years_of_its_dates_and_sessions() -> None:
    text = dated_text(
        [
            "Requests the Secretary-General to report to it at its eighty-second session and by May 2030;",
            "Requests the Warden to report every year;",
        ],
        2025,
    )
    asks = asks_in(text)
    assert asks is not None
    assert due_years(asks[0], _of(text, "General Assembly")) == {2027, 2030}
    assert due_years(asks[0], _of(text, None)) == {2030}
    assert due_years(asks[1], _of(text, "General Assembly")) == frozenset()


@pytest.mark.parametrize(("session", "years"), [("eighty-sixth", {2031}), ("eighty-seventh", set())])
def test_a_session_in_many_years_is_of_another_organ(session: str, years: set[int]) -> None:
    text = _of(
        dated_text([f"Requests the Warden to report at its {session} session;"], 2025), "General Assembly"
    )
    asks = asks_in(text)
    assert asks is not None
    assert due_years(asks[0], text) == years


@pytest.mark.parametrize(("term", "end"), [("2031", "lapsed"), ("2032", "pending")])
def test_an_ask_that_is_due_after_the_last_text_has_not_lapsed(term: str, end: str) -> None:
    asked = f"Requests the Warden to light the northern mole by 1 May {term};"
    assert _lives([asked, _KEEP], [_KEEP])["Requests Warden"] == (end, ["first"])


def test_few_words_of_a_meeting_answer_none() -> None:
    asked = (
        "Requests the Warden to convene, with keepers, masters, pilots, clerks and divers of the inner bays"
        " and outer reefs, a meeting on the lamps, buoys and bells of the northern coast;"
    )
    said = "Recalls the meeting of pilots on bells of the northern islands convened by others;"
    assert _lives([asked, _KEEP], [said, _KEEP])["Requests Warden"][0] == "lapsed"


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("Recalls the meeting on lamps of the northern coast convened by the Warden in May;", "answered"),
        (
            "Recalls that a meeting on lamps of the northern coast is to be convened by the Warden;",
            "perhaps restated",
        ),
        (
            "Regrets the meeting on lamps of the northern coast convened by the Warden in May;",
            "perhaps restated",
        ),
        ("Recalls the meeting on nets convened by the Warden;", "lapsed"),
        ("Recalls the lamps of the northern coast and the Warden of their meeting;", "perhaps restated"),
    ],
)
def test_a_meeting_is_answered_by_what_recalls_that_it_was_held(said: str, end: str) -> None:
    asked = "Requests the Warden to convene, with all ports, a meeting on the lamps of the northern coast;"
    assert _lives([asked, _KEEP], [said, _KEEP])["Requests Warden"][0] == end


def test_a_report_that_is_noted_each_year_answers_what_is_asked_each_year() -> None:
    asked = "Requests the Warden to report to the Council at its {} session on the lights of the coast;"
    noted = "Takes note of the report of the Warden on the lights of the coast{};"
    for named, answer in (("", "OP2"), (" (LA/29/7)", None)):
        texts = [
            [asked.format(word), noted.format(named)] for word in ("fortieth", "forty-first", "forty-second")
        ]
        (thread,) = (t for t in threads_of(*texts) if t.last.ask.task == "report")
        assert [step.answered_in for step in thread.steps] == [answer, answer, None]


def test_what_was_due_long_before_is_answered_by_nothing() -> None:
    asked = "Requests the Warden to report to the Council by 4 May {} on the lights of the coast;"
    noted = "Takes note of the report of the Warden on the lights of the coast;"
    base = dated_text([asked.format(2031), _KEEP], 2030)
    for year, end in ((2033, "answered"), (2034, "lapsed")):
        later = dated_text([noted, _KEEP], year)
        threads = follow_asks([base, later], asks_in(base) or (), [compare(base, later)])
        assert [t.end for t in threads if t.last.ask.task == "report"] == [end]


def test_an_act_of_the_organ_itself_takes_effect_once() -> None:
    assert _gone(["Decides to paint the outer mole white;", _KEEP], [_KEEP]).end == "decided"
    assert _gone(["Decides to extend the mandate of the Mission by a year;", _KEEP], [_KEEP]).end == "lapsed"
    assert _gone(["Decides that the Warden shall paint the mole;", _KEEP], [_KEEP]).end == "lapsed"
    closed = "Decides that the northern mole, the outer reef and the piers {} from the first of June;"
    assert _gone([closed.format("will be shut"), _KEEP], [_KEEP]).end == "decided"
    exempt = "Decides that boats and tugs of the fleet in the bay are exempt from the dues of the port;"
    assert _gone([exempt, _KEEP], [_KEEP]).end == "decided"
