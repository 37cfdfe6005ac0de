"""Whether the next text answers an ask: by what it says of reports, deeds, meetings; and when it was due."""

from __future__ import annotations

import pytest

from resdiff.core.compare import compare
from resdiff.core.history.ask_threads import AskThread
from resdiff.core.history.asks import follow_asks
from resdiff.workspace.reading import asks_in
from tests.core.test_asks_through_time import dated_text

_KEEP = "Urges ports to keep the register of catches;"


def _thread(ask: str, *said: str, preamble: str | None = None, years: int = 1) -> AskThread:
    """What became of an ask of 2030 in a text some years later."""
    added = (preamble,) if preamble is not None else ()
    texts = [dated_text([ask, _KEEP], 2030), dated_text([*said, _KEEP], 2030 + years, *added)]
    threads = follow_asks(texts, asks_in(texts[0]) or (), [compare(texts[0], texts[1])])
    (thread,) = [t for t in threads if t.last.version == 0]
    return thread


def _end(ask: str, *said: str, preamble: str | None = None, years: int = 1) -> str:
    return _thread(ask, *said, preamble=preamble, years=years).end


_CONSIDERED = "Having considered the reports of the Warden on the lights of the coast,"


@pytest.mark.parametrize(
    ("ask", "preamble", "years", "end"),
    [
        ("Requests the Warden to include views on seals in his next report;", _CONSIDERED, 1, "answered"),
        ("Requests the Warden to include views on seals in his next report;", _CONSIDERED, 2, "answered"),
        ("Requests the Warden to include views on seals in his next report;", _CONSIDERED, 3, "lapsed"),
        (
            "Requests the Warden to include views on seals in his next comprehensive biennial report;",
            _CONSIDERED,
            1,
            "answered",
        ),
        ("Requests the Warden to report on seals by May 2031;", _CONSIDERED, 1, "answered"),
        ("Requests the Warden to report on seals, gulls and whales;", _CONSIDERED, 1, "lapsed"),
        ("Requests the Pilot to include views on seals in his next report;", _CONSIDERED, 1, "lapsed"),
        (
            "Requests the Warden to include views on seals in his next report;",
            _CONSIDERED.replace("Having considered", "Recalling"),
            1,
            "lapsed",
        ),
        (
            "Requests the Warden, in step with pilots, to include, in his next report, views on seals;",
            _CONSIDERED,
            1,
            "answered",
        ),
        (
            "Requests the Warden to include views on seals in his next report;",
            "Having considered the report of the Warden on the songs of gulls,",
            1,
            "lapsed",
        ),
        (
            "Requests the Warden to mend the bells of the bay, and to report thereon in his next report;",
            _CONSIDERED,
            1,
            "answered",
        ),
        (
            "Requests the Warden to mend the bells of the bay, and to report thereon;",
            _CONSIDERED,
            1,
            "lapsed",
        ),
    ],
)
def test_considering_the_reports_answers_all_that_were_due(
    ask: str, preamble: str, years: int, end: str
) -> None:
    assert _end(ask, preamble=preamble, years=years) == end


def test_the_report_of_an_office_is_that_on_its_own_matter() -> None:
    ask = "Requests the Special Envoy of the Lamp Board on Reefs to report on the wrecks of the bay;"
    noted = "Takes note of the report of the Special Envoy of the Lamp Board on {} on the wrecks of the bay;"
    assert _end(ask, noted.format("Reefs")) == "answered"
    assert _end(ask, noted.format("Nets")) == "lapsed"


def test_an_office_is_noted_wherever_its_report_stands_in_a_list() -> None:
    ask = "Requests the Special Envoy of the Board on Reefs and Nets to submit reports on the work done;"
    noted = "Takes note of the reports of the Warden on seals and gulls, as well as the {} of the Special"
    noted += " Envoy of the Board on {}, whose advice is to be studied with care;"
    assert _end(ask, noted.format("report", "Reefs and Nets")) == "answered"
    assert _end(ask, noted.format("report", "Reefs and Songs")) == "lapsed"
    other = (
        "Takes note of the report of the Special Envoy of the Board on the songs of gulls, reefs and nets;"
    )
    assert _end(ask, other) == "lapsed"
    further = (
        "Takes note of the report of the Special Envoy of the Board on Reefs and Nets on songs of gulls;"
    )
    assert _end(ask, further) == "lapsed"
    urged = noted.replace("Takes note of", "Urges ports to read")
    assert _end(ask, urged.format("report", "Reefs and Nets")) != "answered"
    long = ask.replace(
        "work done", "work done, on lamps mended, wrecks raised, songs learned and buoys counted"
    )
    part = "Takes note of the report on the lamps and wrecks of reefs by the Special Envoy of the Board;"
    assert _thread(long, part).last.answered_in == "OP1"
    assert _thread(long, part, noted.format("report", "Reefs and Nets")).last.answered_in == "OP2"


def test_what_was_recalled_by_number_and_welcomed_is_answered() -> None:
    ask = "Requests the Warden to mend the northern chart of wrecks;"
    recalled = "Recalls paragraph 1 of its resolution 30/1, and {} northern chart of wrecks;"
    assert _end(ask, recalled.format("welcomes the printing of the")) == "answered"
    assert _end(ask, recalled.format("regrets the loss of the")) == "restated"
    assert _end(ask, recalled.format("welcomes the songs of pilots, and regrets the")) == "restated"
    assert _end(ask, recalled.format("welcomes the").replace("chart", "songs")) == "restated"


def test_words_of_names_show_nothing_done() -> None:
    ask = "Encourages the Lamp Office to go on with its efforts to settle disputes of pilots over lamps;"
    said = "Notes the efforts of the {} to put together a plan, as requested in its resolution 30/1;"
    assert _end(ask, said.format("board for disputes over lamps")) == "answered"
    assert _end(ask, said.format("Board for Disputes over Lamps")) != "answered"


@pytest.mark.parametrize(
    ("ask", "said", "end"),
    [
        (
            "Invites ports to commemorate the anniversary of the lamp treaty;",
            "Welcomes the commemoration of the anniversary of the lamp treaty;",
            "answered",
        ),
        (
            "Urges ports to observe the Day of the Lamps of the Coast;",
            "Welcomes the observance of the Day of the Lamps of the Coast;",
            "answered",
        ),
        (
            "Invites ports to celebrate the anniversary of the lamp treaty;",
            "Welcomes the celebration of the anniversary of the lamp treaty;",
            "answered",
        ),
        (
            "Urges ports to cooperate with the keepers of lights in mending moles and bells;",
            "Welcomes the work of the keepers of lights in mending moles and bells;",
            "restated",
        ),
        (
            "Urges ports to cooperate with the keepers of lights in mending moles and bells;",
            "Welcomes the cooperation of ports with the keepers of lights in mending moles and bells;",
            "answered",
        ),
        (
            "Urges ports to provide some support to the keepers of lights in mending moles and bells;",
            "Welcomes the work of the keepers of lights in mending moles and bells;",
            "perhaps restated",
        ),
        (
            "Requests the Warden to say what ports may do in fog, with the completion of charts of wrecks;",
            "Welcomes the charts of wrecks that were adopted in the spring;",
            "lapsed",
        ),
        (
            "Urges ports to ensure with all their own means the completion of charts of wrecks;",
            "Welcomes the charts of wrecks that were adopted in the spring;",
            "answered",
        ),
        (
            "Urges ports to ensure with all of the means the completion of the old lighthouse of Mar;",
            "Notes the plan, and the completion of the old linen store of Tor;",
            "lapsed",
        ),
        (
            "Requests the completion of charts of wrecks;",
            "Welcomes the charts of wrecks that were adopted in the spring;",
            "answered",
        ),
    ],
)
def test_a_deed_is_done_where_a_text_says_so(ask: str, said: str, end: str) -> None:
    assert _end(ask, said) == end


def test_a_decision_to_meet_is_no_meeting() -> None:
    ask = "Requests the Warden to convene a meeting of the pilots of all bays on wrecks;"
    said = "Welcomes the {} a meeting of the pilots of all bays on wrecks, organized by the Warden;"
    assert _end(ask, said.format("holding of")) == "answered"
    assert _end(ask, said.format("decision to convene")) == "restated"
    done = said.format("decision to convene").replace(";", ", which was held in May 2031;")
    assert _end(ask, done) == "answered"


@pytest.mark.parametrize(
    ("when", "end"),
    [
        ("during the 2031 forum of ports", "answered"),
        ("to be held during the 2033 forum of ports", "restated"),
        ("to be convened in Lisbon during the 2033 forum of ports", "restated"),
        ("scheduled for the spring, during the 2033 forum of ports", "restated"),
        ("for the forum of ports", "restated"),
    ],
)
def test_a_debate_during_a_forum_of_a_year_took_place(when: str, end: str) -> None:
    ask = "Requests the forum of ports to organize an expert debate among the lamp makers of the coast;"
    said = f"Notes the expert debate among the lamp makers of the coast {when};"
    assert _end(ask, said, years=2) == end


def test_a_meeting_of_a_later_year_is_still_to_come() -> None:
    ask = "Decides to convene a meeting of the pilots of all bays in {}, organized by the Warden;"
    said = "Recalls the meeting of the pilots of all bays, organized by the Warden and held in the south;"
    assert _end(ask.format(2031), said) == "answered"
    assert _end(ask.format(2033), said) == "restated"
    for year in ("in 2033", "during 2033", "in May 2033", "on 3 May 2033"):
        assert _end(ask.replace("in {}", year)) == "pending"
    report = "Requests the Warden to report on the moles that were built in 2033;"
    assert _end(report) == "lapsed"


def test_the_first_report_of_a_series_may_be_due_later() -> None:
    ask = "Requests the Warden to report every {} years on the lights of the coast;"
    assert _end(ask.format("five")) == "pending"
    assert _end(ask.format("five"), years=4) == "lapsed"
    assert _end(ask.format("two")) == "lapsed"
    assert _end("Urges ports to sail every five years;") == "lapsed"


def test_a_paragraph_that_names_a_session_answers_once() -> None:
    noted = "Takes note of the report of the Warden on {};"
    ask = "Invites the Warden to report on the lights of the coast;"
    lights = "the lights of the coast"
    for subject, answer in ((lights, "OP1"), (f"{lights} at its twenty-fifth session", None)):
        texts = [dated_text([noted.format(subject), ask, _KEEP], year) for year in (2030, 2031)]
        threads = follow_asks(texts, asks_in(texts[0]) or (), [compare(texts[0], texts[1])])
        (thread,) = [t for t in threads if "lights" in t.last.ask.clause]
        assert thread.steps[0].answered_in == answer
