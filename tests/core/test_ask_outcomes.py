"""What became of what was asked: acts that are done, reports that are noted, decisions that stand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from resdiff.core.compare import compare
from resdiff.core.compare.ask_pairs import alike_apart
from resdiff.core.history.ask_terms import due_years
from resdiff.core.history.asks import follow_asks
from resdiff.workspace.reading import asks_in
from tests.core.test_asks_through_time import dated_text, threads_of

_KEEP = "Urges ports to keep the register of catches;"


def _end(ask: str, *said: str, years: int = 1) -> tuple[str, str | None]:
    """How an ask of 2030 ends, and the paragraph of the next text that answers it."""
    texts = [dated_text([ask, _KEEP], 2030), dated_text([*said, _KEEP], 2030 + years)]
    threads = follow_asks(texts, asks_in(texts[0]) or (), [compare(texts[0], texts[1])])
    (thread,) = [t for t in threads if t.last.version == 0]
    return thread.end, thread.last.answered_in


@pytest.mark.parametrize(
    ("ask", "said", "end"),
    [
        (
            "Urges ports to come to agreement on the operationalization of the new lamp fund for wrecks;",
            "Welcomes the operationalization of the new lamp fund for wrecks, including its board;",
            "answered",
        ),
        (
            "Urges the completion of the lamp work programme at the twenty-fourth session of the Parties;",
            "Welcomes the lamp work programme, known as the Rulebook, adopted by the Parties in spring;",
            "answered",
        ),
        (
            "Urges the completion of the lamp work programme at the twenty-fourth session of the Parties;",
            "Welcomes the lamp work programme, known as the Rulebook, of which much is said in spring;",
            "lapsed",
        ),
        (
            "Urges the completion of the lamp work programme at the twenty-fourth session of the Parties;",
            f"Welcomes what was done {'and said ' * 15}on the lamp work programme, which is established;",
            "lapsed",
        ),
        (
            "Decides that the Warden shall establish a panel of lamp keepers by May 2031;",
            "Welcomes the establishment of the panel of lamp keepers;",
            "answered",
        ),
        (
            "Calls upon the Warden to establish the panel of lamp keepers by May 2031;",
            "Recalls the establishment of the panel of lamp keepers, and invites it to meet;",
            "answered",
        ),
        (
            "Requests the Warden to finalize the chart of lamps and to print it;",
            "Approves the finalization of the chart of lamps;",
            "answered",
        ),
    ],
)
def test_an_act_is_answered_where_it_is_said_to_be_done(ask: str, said: str, end: str) -> None:
    assert _end(ask, said)[0] == end


def test_what_is_said_to_be_needed_is_not_done() -> None:
    ask = "Encourages greater help for ports in mending the lamps and moles of the coast;"
    said = "Welcomes {} help for ports in mending the lamps and moles of the coast;"
    assert _end(ask, said.format("the greater")) == ("answered", "OP1")
    assert _end(ask, said.format("the words of the Board on the need for greater"))[0] == "restated"


def test_what_was_done_as_the_text_asked_is_answered() -> None:
    ask = "Requests the Warden to work out a plan for the disposal of old nets at sea;"
    said = "Notes the efforts of the Warden to put together a plan for the disposal of old nets, {};"
    assert _end(ask, said.format("as requested in its resolution 30/1")) == ("answered", "OP1")
    assert _end(ask, said.format("as requested in its resolution 29/1"))[0] != "answered"
    assert _end(ask, said.format("as was said by the Assembly"))[0] != "answered"
    other = "Notes the efforts of the Warden to train pilots, as requested in its resolution 30/1;"
    assert _end(ask, other)[0] != "answered"
    far = f"Notes the plan for the disposal of old nets, {'and the words of the Board, ' * 9}{{}};"
    assert _end(ask, far.format("as requested in its resolution 30/1"))[0] != "answered"


_REPORT = "Requests the Warden to report on moles, reefs, bells and tugs of the northern bay at once;"


@pytest.mark.parametrize(
    ("noted", "answer"),
    [
        ("Takes note of the report of the Warden on the moles and reefs of the bay;", "OP1"),
        ("Takes note of the report of the Warden on sand, dunes, gulls, seals, and what the bay has;", None),
        ("Approves the tugs and bells of the bay, as set out in annex V to the report of the Warden;", "OP1"),
        ("Recalls paragraph 5 of the report of the Warden on moles, reefs, bells and tugs of the bay;", None),
        ("Recalls section IV of the report of the Warden on moles, reefs, bells and tugs of the bay;", None),
    ],
)
def test_a_report_answers_where_it_is_on_what_was_asked(noted: str, answer: str | None) -> None:
    assert _end(_REPORT, noted)[1] == answer


def test_the_very_report_goes_before_reports_in_general() -> None:
    ask = "Requests the Warden to report on moles, reefs, bells, tugs and all lights of the coast at once;"
    general = "Takes note of the report of the Warden on the lights of the coast;"
    very = "Notes the report of the Warden on moles, reefs, bells and tugs at the lights of the coast;"
    assert _end(ask, general) == ("answered", "OP1")
    assert _end(ask, general, very) == ("answered", "OP2")
    told = general.replace(";", ", and appreciates that it has many charts of sands, dunes and seals;")
    assert _end(ask, told) == ("answered", "OP1")
    urged = general.replace(";", ", and urges ports to mend the nets of the fleet in every winter;")
    assert _end(ask, urged) == ("answered", "OP1")
    long = general.replace(";", ", with its charts of sands, dunes and seals of the southern isles;")
    assert _end(ask, long)[1] is None
    considered = long.replace("Takes note of", "Having considered")
    texts = [dated_text([ask, _KEEP], 2030), dated_text([_KEEP], 2031, f"{considered[:-1]},")]
    threads = follow_asks(texts, asks_in(texts[0]) or (), [compare(texts[0], texts[1])])
    assert [t.end for t in threads if t.last.version == 0] == ["answered"]


def test_a_bare_report_answers_what_is_due_on_the_subject_of_the_text() -> None:
    ask = "Requests the Warden to submit a full report on the lights of the coast by May {};"
    bare = "Takes note of the report of the Warden;"
    assert _end(ask.format(2031), bare) == ("answered", "OP1")
    assert _end(ask.replace(" by May {}", ""), bare)[1] is None
    other = ask.replace("the lights of the coast", "whales, seals and gulls of the northern bay")
    assert _end(other.format(2031), bare)[1] is None


def test_a_report_in_some_years_is_not_due_in_the_next() -> None:
    ask = "Requests the Warden to report every {} years on the lights of the coast;"
    noted = "Takes note of the report of the Warden on the lights of the coast;"
    assert _end(ask.format("two"), noted)[1] == "OP1"
    assert _end(ask.format("five"), noted)[1] is None
    assert _end(ask.format("five"), noted, years=4)[1] == "OP1"


def test_a_request_with_that_asks_for_a_report() -> None:
    (ask,) = (
        asks_in(
            dated_text(["Reiterates its request that the Harbour Warden submit a report on lamps;"], 2030)
        )
        or ()
    )
    assert ask.task == "report"
    (results,) = (
        asks_in(dated_text(["Requests the Warden to submit the complete results of it;"], 2030)) or ()
    )
    assert results.task == "report"


@pytest.mark.parametrize(
    ("decision", "end"),
    [
        ("Decides that the Lamp Board shall consist of two members of each port;", "decided"),
        ("Decides that the Lamp Board shall meet each month with all ports;", "lapsed"),
        ("Decides that the mending of the lamps should be paid for by ports;", "decided"),
        ("Decides that the mending of the lamps should proceed by night;", "lapsed"),
        ("Decides to establish a mission of the keepers of lights;", "decided"),
        ("Decides to establish a mission of the keepers of lights for one year;", "lapsed"),
        ("Decides to extend the mandate of the Panel on Lights for 10 years;", "pending"),
        ("Decides to extend the mandate of the Panel on Lights;", "lapsed"),
    ],
)
def test_a_decision_stands_unless_it_runs_out(decision: str, end: str) -> None:
    assert _end(decision)[0] == end


def test_a_session_long_before_the_text_is_that_of_another_organ() -> None:
    text = dated_text(["Urges ports to agree on lamps at the twenty-eighth session of the Parties;"], 2030)
    (ask,) = asks_in(text) or ()
    assert ask.due_resolved == ("session 28",)
    of_assembly = replace(text, masthead=replace(text.masthead, organ="General Assembly"))
    assert due_years(ask, of_assembly) == frozenset()


def test_an_act_that_is_asked_for_again_goes_on() -> None:
    ask = (
        "Requests the Warden to provide to the Council terms of reference for the Lamp Rooms, with regard to "
    )
    again = "Reiterates its request to the Warden to provide the terms of reference of the Lamp Rooms of the "
    asked, repeated, new = (
        next(iter(asks_in(dated_text([words], 2030)) or ()))
        for words in (
            f"{ask} the methods of the Tribunal;",
            f"{again}Inner Bay without any delay;",
            f"{again}Inner Bay without any delay;".replace("Reiterates its request to", "Invites"),
        )
    )
    assert alike_apart([asked], [repeated]) == [(asked, repeated)]
    assert alike_apart([asked], [new]) == []
    assert alike_apart([replace(asked, task="report")], [repeated]) == []
    assert alike_apart([replace(asked, addressee_name="Ports")], [repeated]) == []


def test_reports_on_other_subjects_are_other_asks() -> None:
    """'To provide in his next report' is no more than how reports are asked for."""
    words = "Requests the Warden to provide to the Council at its next session a {} of the functioning of {};"
    old, new, same = (
        next(iter(asks_in(dated_text([words.format(*parts)], 2030)) or ()))
        for parts in (
            ("full update", "the portal of lamps"),
            ("new report", "the whole chain of moles and reefs"),
            ("complete report", "the portal of lamps"),
        )
    )
    assert alike_apart([old], [new]) == []
    assert alike_apart([old], [same]) == [(old, same)]


def test_a_short_text_on_one_matter_interrupts_nothing() -> None:
    asks = [
        f"Requests the Warden to light the {bay} mole at dusk;" for bay in ("north", "south", "east", "west")
    ]
    years = [[*asks, "Urges ports to mend nets;"], ["Urges ports to mend nets;"], [*asks, _KEEP]]
    fates = [[s.fate for s in t.steps] for t in threads_of(*years) if t.last.ask.addressee_name == "Warden"]
    assert fates == [["first", "carried on"]] * 4
    years[1] += ["Urges ports to sail at noon;"]
    fates = [[s.fate for s in t.steps] for t in threads_of(*years) if t.last.ask.addressee_name == "Warden"]
    assert fates == [["first", "returned"]] * 4


def test_a_short_ask_in_the_same_words_goes_on() -> None:
    short = "{}, and calls upon ports to add to these efforts;"
    storms = "Notes that the northern mole broke and that two piers sank in the storms of the winter"
    boats = "Welcomes the new boats of the fishers, their sails of hemp, songs and lanterns of horn"
    lives = threads_of([short.format(storms), _KEEP], [_KEEP, short.format(boats)])
    assert [len(t.steps) for t in lives if t.last.ask.clause == "to add to these efforts"] == [2]


def test_an_act_in_the_words_in_which_it_was_asked_for_is_done() -> None:
    ask = "Urges the operationalization of the lamp board;"
    said = "Welcomes the Rulebook, which has six parts, and the operationalization of the lamp board;"
    assert _end(ask, said) == ("answered", "OP1")


def test_commas_of_a_name_end_no_clause() -> None:
    ask = "Encourages the Board for Lamps, Moles and Reefs to submit a report on all wrecks of the year;"
    said = "Takes note of the Board for Lamps, Moles and Reefs report on the wrecks of the year;"
    assert _end(ask, said) == ("answered", "OP1")
