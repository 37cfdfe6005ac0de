"""The ask reader: who is asked to do what, to whom it reports, by when."""

from __future__ import annotations

import pytest

from resdiff.core.asks import Ask, read_asks
from resdiff.core.lexicon import find_lexicon
from resdiff.core.parse import parse
from resdiff.core.verbs import find_verbs
from tests.making import text_of


def asks_in(*operative: str, tail: str = "") -> list[Ask]:
    """The asks of a text with these operative paragraphs."""
    text = parse(text_of(operative=operative, tail=tail))
    lexicon = find_lexicon("en")
    assert lexicon is not None
    verbs = find_verbs(text, lexicon)
    assert verbs is not None
    return list(read_asks(text, verbs, lexicon))


def _one(paragraph: str) -> Ask:
    return asks_in(paragraph)[0]


@pytest.mark.parametrize(
    ("paragraph", "addressee"),
    [
        ("Requests the Warden to act;", "the Warden"),
        ("Requests the Warden, in consultation with ports, to act;", "the Warden"),
        ("Requests, in this regard, the Warden to act;", "the Warden"),
        ("Calls upon all ports and harbour boards to act;", "all ports and harbour boards"),
        (
            "Invites ports, the Fund and other relevant bodies to act;",
            "ports, the Fund and other relevant bodies",
        ),
        ("Invites regional, national and local bodies to act;", "regional, national and local bodies"),
        ("Urges the Fund, including its boards, within its means, to act;", "the Fund, including its boards"),
        ("Urges parties to armed conflict to act;", "parties to armed conflict"),
        ("Urges ports in the north to act;", "ports"),
        ("Urges the Mission in Norland to act;", "the Mission in Norland"),
        ("Urges all masters concerned regularly and soundly to act;", "all masters concerned"),
        ("Urges, without prejudice to the talks, ports to act;", "ports"),
        ("Urges neighbouring ports to act;", "neighbouring ports"),
        ("Requests that the Warden submit a report;", "the Warden"),
        ("Demands that all masters, in keeping with the Compact, allow and ease rescue;", "all masters"),
        ("Decides that the Mission shall act;", "the Mission"),
        ("Requests the Warden fully implement the plan;", "the Warden"),
        ("Demands Norland uphold its duty;", "Norland"),
        ("Authorizes the Mission to use its boats;", "the Mission"),
        ("Reiterates its call upon ports to act;", "ports"),
        ("Requests the Warden, and urges ports, to act;", "the Warden"),
        ("Calls upon ports:", "ports"),
        ("Requests Norland and all ports to act;", "Norland and all ports"),
        (
            "Calls upon ports, including those planning to lend sails to relevant boards, to act;",
            "ports, including those planning to lend sails to relevant boards",
        ),
        ("Urges ports able to act;", "ports able"),
        ("Urges ports, lending sails, to act;", "ports"),
        (
            "Invites financial, investment and technical bodies to act;",
            "financial, investment and technical bodies",
        ),
        ("Requests the mission to act;", "the mission"),
        ("Encourages the continued efforts of ports to act;", None),
        ("Calls for the release of the boats;", None),
        ("Calls for a plan to act;", None),
        ("Encourages the use and upkeep of lights to warn ships;", None),
        ("Decides to act;", None),
        ("Decides to light a fund for ten years, and requests the Warden to act;", None),
        ("Decides that, should the Warden begin to act, it shall be in spring;", None),
        ("[Urges] ports to act;", "ports"),
        ("Decides that the mandate of the Mission shall end;", None),
        ("Welcomes the readiness of the Warden to act;", None),
        ("Urges that lights be lit at dusk;", None),
        ("Urges ports not to close;", "ports"),
        (
            "Urges the Fund, as well as the Board and all other bodies, to act;",
            "the Fund, as well as the Board and all other bodies",
        ),
        ("Urges the Fund, and other bodies, to act;", "the Fund, and other bodies"),
        ("Urges ports, with a view to closing gaps, to act;", "ports"),
        ("Urges the heads of both ports as a matter of priority to act;", "the heads of both ports"),
        ("Requests the Warden, contained in the annex, to act;", "the Warden"),
        ("Requests that such review assess the work;", None),
        ("Calls for opportunities for and access to schooling;", None),
        ("Decides that the priority theme for the session shall be lamps;", None),
        ("Invites gifts and voluntary contributions to support the lights;", None),
        ("Encourages new and bold partnerships to light moles;", None),
        ("Calls for moles and legal changes to light ports;", None),
        ("Approves the proposal of the Warden to light moles;", None),
        ("Invites ships and foundations to light moles;", "ships and foundations"),
        ("Requests that measures taken by ports be lasting;", None),
        ("Reiterates its request, made in resolution 9/14, that the Warden submit a plan;", "the Warden"),
        ("Reiterates the call to all ports to act;", "all ports"),
        ("Reiterates the call to act without delay;", None),
        ("Requests the Warden to bring the lists to ports to sign;", "the Warden"),
        ("Urges ports to at least double their dues;", "ports"),
        ("Invites ports referred to in rule 4 to act;", "ports referred to in rule 4"),
        ("Urges boards involved in trade to act;", "boards involved in trade"),
        ("Urges boards working within the bay to act;", "boards working within the bay"),
        ("Urges ports, including those in the north, to act;", "ports, including those in the north"),
        ("Urges boards present in the bay to act;", "boards present in the bay"),
        ("Urges masters active at sea to act;", "masters active at sea"),
        ("Urges masters concerned in this regard to act;", "masters concerned"),
        ("Urges boards held by views conducive to fraud to act;", "boards held by views conducive to fraud"),
        ("Encourages the Board for Ports’s continued efforts to act;", None),
        ("Invites the Board’s legal officers to act;", "the Board’s legal officers"),
        ("Calls for the repair of the Board’s Lights;", None),
        ("Invites the envoy on sailors’ rights to act;", "the envoy on sailors’ rights"),
        ("Encourages efforts aimed at closing gaps between ports to save oil;", None),
        ("Encourages partnerships among ports, including harbour boards, to save oil;", None),
        ("Encourages teamwork and cooperation as a base for ports and boards to save oil;", None),
        ("Calls for the wreckers to be duly held to account;", None),
        ("Requests the Warden to be seated;", "the Warden"),
        ("Urges ports, given the storms of the year, to act;", "ports"),
        ("Urges ports as a preventive measure to act;", "ports"),
        ("Demands that all masters protect and warn ships;", "all masters"),
    ],
)
def test_who_is_asked(paragraph: str, addressee: str | None) -> None:
    assert _one(paragraph).addressee == addressee


@pytest.mark.parametrize(
    ("paragraph", "task", "to"),
    [
        (
            "Requests the Warden to submit to the Littoral Council a report on lights;",
            "report",
            "the Littoral Council",
        ),
        ("Requests the Warden to report to the Board on lights;", "report", "the Board"),
        ("Requests the Warden to implement the findings of the report of the Board;", "other", None),
        ("Requests the Warden to keep the Board informed;", "report", "the Board"),
        ("Requests the Warden to include in his next report the list of moles;", "report", None),
        ("Requests the Warden to provide the works named in his previous report;", "other", None),
        (
            "Requests the Warden to report to the Board and to the Council on lights;",
            "report",
            "the Board and to the Council",
        ),
        ("Requests the Warden to include in his report to the Board the list;", "report", "the Board"),
        ("Requests the Warden to include in the report of the Board the list;", "other", None),
        ("Requests the Warden to provide an overview every two years;", "report", None),
        ("Requests the Warden to update the chart of moles;", "other", None),
        ("Requests the Warden to update the Board on moles;", "report", "the Board"),
        ("Requests the Warden to convene a meeting of keepers;", "meeting", None),
        ("Decides to convene a panel at its next session;", "meeting", None),
        ("Decides to extend the mandate of the Mission;", "mandate", None),
        ("Urges ports to extend the mandate of boards;", "other", None),
        ("Decides to act;", "other", None),
        ("Calls for the release of the boats;", "other", None),
        ("Welcomes the report of the Warden;", None, None),
        ("Decides to remain seized of the matter;", None, None),
    ],
)
def test_what_is_asked(paragraph: str, task: str | None, to: str | None) -> None:
    ask = _one(paragraph)
    assert (ask.task, ask.to) == (task, to)
    assert ask.asks is (task is not None)


@pytest.mark.parametrize(
    ("words", "due", "resolved"),
    [
        ("by the end of the fortieth session", ("by the end of the fortieth session",), ("session 40",)),
        ("from the 2041 fund", (), ()),
        ("by the 2041 Agenda", (), ()),
        ("by the year 2041", ("by the year 2041",), ("2041",)),
        ("more regularly", (), ()),
        ("at its eightieth session", ("at its eightieth session",), ("session 80",)),
        (
            "at its tenth and eleventh sessions",
            ("at its tenth and eleventh sessions",),
            ("session 10", "session 11"),
        ),
        ("at its 2041 session", ("at its 2041 session",), ("2041",)),
        ("by 4 May 2041", ("by 4 May 2041",), ("2041-05-04",)),
        ("by May 2041", ("by May 2041",), ("2041-05",)),
        ("by the end of 2041", ("by the end of 2041",), ("2041",)),
        ("on 1 May 2041, 2 June 2041", ("on 1 May 2041", "2 June 2041"), ("2041-05-01", "2041-06-02")),
        ("within ninety days", ("within ninety days",), ("P90D",)),
        ("in 14 days from its adoption", ("in 14 days from its adoption",), ("P14D",)),
        ("as soon as practicable", ("as soon as practicable",), ()),
        ("within several days", ("within several days",), ()),
        ("every two years", ("every two years",), ("P2Y",)),
        ("every 6 months", ("every 6 months",), ("P6M",)),
        ("annually", ("annually",), ("P1Y",)),
        ("without delay", ("without delay",), ()),
    ],
)
def test_when_it_is_due(words: str, due: tuple[str, ...], resolved: tuple[str, ...]) -> None:
    ask = _one(f"Requests the Warden to report on lights {words};")
    assert ask.due == due
    assert ask.due_resolved == resolved


def test_a_day_before_that_of_the_text_is_no_term() -> None:
    ask = asks_in(
        "Requests the Warden to report on the storm on 3 May 2031 by 4 May 2041;",
        tail="\n31st plenary meeting\n7 March 2035\n",
    )[0]
    assert ask.due == ("by 4 May 2041",)


def test_how_often_counts_only_for_reports_and_meetings() -> None:
    assert _one("Requests the Warden to submit an annual report;").due == ("annual",)
    assert _one("Requests the Warden to light the annual fair;").due == ()
    assert _one("Requests the Warden to include lists in his next annual report;").due == ()


def test_a_point_has_the_verb_and_the_addressee_of_its_opening_line() -> None:
    asks = asks_in(
        "Requests the Warden:", "(a) To light the mole, where possible;", "(b) Urges ports to pay;"
    )
    assert [(ask.verb.phrase, ask.addressee, ask.is_own) for ask in asks] == [
        ("Requests", "the Warden", True),
        ("Requests", "the Warden", False),
        ("Urges", "ports", True),
    ]
    assert asks[1].clause == "To light the mole, where possible"
    assert asks[1].hedges == ("where possible",)


def test_a_point_of_points_has_the_verb_of_the_paragraph() -> None:
    asks = asks_in("Requests the Warden:", "(a) To light:", "(i) The mole, in a report to the Board;")
    assert [ask.verb.phrase for ask in asks] == ["Requests"] * 3


def test_a_pronoun_stands_for_the_addressee_before_it() -> None:
    one, two = asks_in("Requests the Warden to act, and urges him to pay;")
    assert (two.addressee, two.addressee_name) == ("him", one.addressee_name) == ("him", "Warden")


def test_short_names_stand_for_full_ones() -> None:
    assert _one("Requests the High Commissioner to act;").addressee_name == (
        "United Nations High Commissioner for Human Rights"
    )


@pytest.mark.parametrize(
    ("paragraph", "clause"),
    [
        ("Requests the Fund, in line with its means, to act;", "in line with its means, to act"),
        ("Urges ports not to close;", "not to close"),
        ("Decides that the Mission does not close;", "does not close"),
        ("Requests the Warden to act, and in this regard urges ports to pay;", "to act"),
    ],
)
def test_what_qualifies_an_addressee_belongs_to_the_clause(paragraph: str, clause: str) -> None:
    assert _one(paragraph).clause == clause


def test_verbs_that_share_what_is_asked() -> None:
    asks = asks_in("Requests the Warden, and urges ports, to submit a report to the Board by May 2041;")
    assert {(ask.clause, ask.task, ask.due) for ask in asks} == {
        ("to submit a report to the Board by May 2041", "report", ("by May 2041",))
    }


@pytest.mark.parametrize(
    ("line", "is_opening"),
    [
        ("Requests the Warden:", True),
        ("Requests the Warden, in this regard, to:", True),
        ("Requests the Warden to consider:", True),
        ("Requests the Warden to report to the Board on:", False),
    ],
)
def test_an_opening_line_with_an_ask_of_its_own_is_the_ask(line: str, is_opening: bool) -> None:
    asks = asks_in(line, "(a) Mend the moles;", "(b) Light the bells;")
    assert (asks[0].is_opening, len(asks)) == (is_opening, 3 if is_opening else 1)


@pytest.mark.parametrize("line", ["to take steps, such as", "to help, including by", "to help the boats by"])
def test_gerunds_under_an_opening_line_are_asks(line: str) -> None:
    points = "(a) Mending the moles;", "(b) Regularly lighting the bells;", "(c) Bells;"
    asks = asks_in(f"Requests the Warden {line}:", *points)
    assert [ask.clause for ask in asks[1:]] == ["Mending the moles", "Regularly lighting the bells"]
    assert {ask.addressee for ask in asks} == {"the Warden"}
    (ask,) = asks_in(f"Requests the Warden {line}:", "(a) Bells;", "(b) Moles;")
    assert not ask.is_opening


def test_a_point_may_ask_by_a_verb_of_its_own() -> None:
    _, point, other = asks_in(
        "Decides:", "(a) To request the Warden to report to the Board;", "(b) To close;"
    )
    assert (point.verb.phrase, point.addressee, point.task, point.to) == (
        "request",
        "the Warden",
        "report",
        "the Board",
    )
    assert other.verb.phrase == "Decides"


def test_the_clause_ends_before_the_next_verb() -> None:
    one, two = asks_in("Requests the Warden to light the mole, and encourages ports to pay;")
    assert (one.clause, two.clause) == ("to light the mole", "to pay")


def test_preambular_verbs_ask_nothing_and_are_left_out() -> None:
    assert {ask.verb.sense.part for ask in asks_in("Requests the Warden to act;")} == {"operative"}


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Calls upon all keepers neither to dim nor to move the lamps;", "all keepers"),
        ("Urges the members on whose shores reeds grow to plant them;", "the members"),
        ("Decides that the decrease of 133,100 dollars shall be added to the credits;", None),
        ("Requests that the outcome of its work be presented to the Council each year;", None),
    ],
)
def test_no_preposition_ends_an_addressee_and_no_amount_is_one(text: str, addressee: str | None) -> None:
    assert [ask.addressee for ask in asks_in(text)] == [addressee]


@pytest.mark.parametrize(
    ("paragraph", "is_asked"),
    [
        ("Reaffirms its call upon ports to act;", True),
        ("Reaffirms the call upon ports to act;", True),
        ("Reaffirms the call by ports to act;", False),
        ("Reiterates the request made in its resolution 9/14 to act;", False),
    ],
)
def test_what_others_ask_is_no_ask(paragraph: str, is_asked: bool) -> None:
    assert _one(paragraph).asks == is_asked


def test_a_pronoun_means_the_last_name_where_nobody_is_asked_before() -> None:
    text = "Condemns the decision of the Keepers of Lights to leave, and calls upon it to return;"
    assert [ask.addressee_name for ask in asks_in(text) if ask.asks] == ["Keepers of Lights"]
    text = "Condemns what happened, and calls upon it to return;"
    assert [ask.addressee_name for ask in asks_in(text) if ask.asks] == ["it"]


def test_the_tasks_of_a_mandate_are_asks_also_under_headings() -> None:
    asks = asks_in(
        "Decides that the mandate of the Mission in Norland shall include the following priority tasks:",
        "(a) Protection of ports and access to boats",
        "(i) To protect the ports of the northern bay;",
        "(ii) In support of the Board, to light the outer lamps;",
        "(b) Facilitate the survey of the bay;",
        "(c) Support for boats and lamps",
        "Authorizes the Watch to carry out the following additional tasks:",
        "(a) To count the tugs;",
    )
    assert [(ask.is_opening, ask.addressee_name, ask.clause[:18]) for ask in asks] == [
        (True, None, "the mandate of the"),
        (False, "Mission in Norland", "To protect the por"),
        (False, "Mission in Norland", "In support of the "),
        (False, "Mission in Norland", "Facilitate the sur"),
        (True, "Watch", "to carry out the f"),
        (False, "Watch", "To count the tugs"),
    ]


def test_what_is_no_list_of_tasks_opens_none() -> None:
    asks = asks_in("Decides that the following ports shall be watched:", "(a) To the north, the outer mole;")
    assert [ask.is_opening for ask in asks] == [False]


def test_the_latter_is_who_was_named_last() -> None:
    (_, ask) = asks_in(
        "Calls upon ports to work with keepers and the Warden, and requests the latter to lead;"
    )
    assert (ask.addressee, ask.addressee_name) == ("the latter", "Warden")


def test_he_is_who_was_asked_or_named_before() -> None:
    (_, ask) = asks_in("Commends the Warden for the lights, and requests that he submit a list;")
    assert (ask.addressee, ask.addressee_name) == ("he", "Warden")


def test_two_verbs_that_open_the_same_points_are_both_their_opening() -> None:
    asks = asks_in(
        "Encourages the Fund, and invites other bodies:", tail="(a) To light moles;\n\n(b) To pay;"
    )
    assert [(ask.is_own, ask.is_opening) for ask in asks[:4]] == [
        (True, True),
        (True, True),
        (False, False),
        (False, False),
    ]


def test_points_may_follow_should() -> None:
    asks = asks_in("Decides that the Conference should:", tail="(a) Assess the moles;\n\n(b) Name gaps;")
    assert [(ask.addressee, ask.clause) for ask in asks if not ask.is_own] == [
        ("the Conference", "Assess the moles"),
        ("the Conference", "Name gaps"),
    ]
