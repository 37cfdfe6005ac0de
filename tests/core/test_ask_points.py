"""Asks that stand in points, and asks that are divided into points."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from resdiff.core.asks import Ask
from resdiff.core.compare.asks import AskChange
from resdiff.core.dates import DATE, iso_date
from resdiff.core.lexicon import find_lexicon
from resdiff.core.parse import parse
from resdiff.core.verbs import find_verbs
from resdiff.workspace.reading import asks_in as asks_of
from tests.core.test_ask_changes import compared
from tests.core.test_asks import asks_in

_KEEP = "Decides to remain seized of the matter."


def _changes(base: list[str], revised: list[str]) -> list[AskChange]:
    return [change for change in compared(base, revised).asks() if change.outcome != "carried on"]


def _under_number(*points: str) -> Sequence[Ask]:
    """The asks of points that stand under '1.' alone."""
    text = parse(
        "\n\n".join(("The Assembly,", "Recalling its resolution 3/7,", f"1. {points[0]}", *points[1:]))
    )
    return asks_of(text) or ()


def test_a_point_under_a_bare_number_has_a_verb_of_its_own() -> None:
    asks = _under_number(
        "(a) Expresses concern at the wrecks of the winter and urges ports to light their lamps;",
        "(b) calls upon the Warden to lend three boats;",
        "(c) further requests keepers, together with the ports, to count the wrecks;",
        "(d) requests for boats, of which there were nine, are kept;",
    )
    named = [(ask.verb.phrase, ask.addressee_name) for ask in asks if ask.asks]
    assert named == [("urges", "Ports"), ("calls upon", "Warden"), ("further requests", "Keepers")]


def test_a_point_under_a_number_without_words_has_a_verb_of_its_own() -> None:
    """As Akoma Ntoso has it: a paragraph of a number alone, its points below it."""
    begin = "The Assembly,\n\nRecalling its resolution 3/7,"
    text = parse(f"{begin}\n\n1. Urges ports to act;\n\n(a) invites all ports to help;\n")
    number, point = text.paragraphs[-2:]
    for words, verbs in (("", ["invites"]), ("Urges ports:", ["Urges"])):
        bare = replace(number, text=words, opening=number.opening if words else None)
        verbs_of_both = find_verbs(replace(text, paragraphs=(bare, point)), find_lexicon("en"))
        assert [verb.phrase for its in verbs_of_both or () for verb in its] == verbs


def test_points_complete_the_sentence_of_their_line() -> None:
    points = ("(a) to end the trade in lamps;", "(b) to name those who put out lights;")
    asks = [ask for ask in asks_in("Demands that all ports take all measures", *points) if not ask.is_opening]
    assert [(ask.verb.phrase, ask.clause) for ask in asks] == [
        ("Demands", "to end the trade in lamps"),
        ("Demands", "to name those who put out lights"),
    ]
    closed = asks_in("Demands that all ports take all measures;", *points)
    assert not closed[0].is_opening


_WHOLE = (
    "Demands that all ports take measures to end the trade in stolen lamps, to name those who put out lights"
    " by 3 May 2041, and to mend the moles;"
)
_POINTS = [
    "Demands that all ports take measures:",
    "(a) to end the trade in stolen lamps;",
    "(b) to name those who put out lights by 3 May 2041;",
    "(c) to mend the moles;",
]


@pytest.mark.parametrize("is_merged", [False, True])
def test_an_ask_that_is_divided_into_points_is_not_altered(is_merged: bool) -> None:
    base, revised = [_WHOLE, _KEEP], [*_POINTS, _KEEP]
    changes = _changes(revised, base) if is_merged else _changes(base, revised)
    assert changes == []


def test_what_a_divided_ask_loses_is_said() -> None:
    lost = [point for point in _POINTS if "moles" not in point]
    (change,) = [c for c in _changes([_WHOLE, _KEEP], [*lost, _KEEP]) if c.outcome == "altered"]
    assert change.aspects[0] in ("what", "scope")
    later = [point.replace(" by 3 May 2041", "") for point in _POINTS]
    assert "due" in [
        aspect for change in _changes([_WHOLE, _KEEP], [*later, _KEEP]) for aspect in change.aspects
    ]


def test_few_words_that_stand_in_another_point_are_altered_all_the_same() -> None:
    base = [_POINTS[0], "(a) to light the moles;", "(b) to mend the nets;", "(c) to keep boats off reefs;"]
    revised = [_POINTS[0], "(a) to light the moles and reefs;", base[2]]
    changes = _changes([*base, _KEEP], [*revised, _KEEP])
    assert [change.outcome for change in changes] == ["altered", "gone"]
    base = [_POINTS[0], "(a) to light all outer moles and to mend nets and oars;", "(b) to keep off reefs;"]
    revised = [_POINTS[0], "(a) to light all outer moles;", base[2], "(c) to mend nets and oars;"]
    assert "altered" not in [change.outcome for change in _changes([*base, _KEEP], [*revised, _KEEP])]


def test_an_ask_that_becomes_two_paragraphs_is_not_altered() -> None:
    base = "Requests the Warden to name a board of three keepers and to send its list of lamps to all ports;"
    revised = [
        "Requests the Warden to name a board of three keepers;",
        "Also requests the Warden to send its list of lamps to all ports;",
    ]
    for one, two in (([base], revised), (revised, [base])):
        assert not [c for c in _changes([*one, _KEEP], [*two, _KEEP]) if c.outcome == "altered"]


def test_words_of_a_point_with_a_partner_divide_no_other() -> None:
    base = [_POINTS[0], "(a) to light the moles;", "(b) to mend nets, oars and sails;"]
    revised = [_POINTS[0], "(a) to light moles, nets, oars and sails;", base[2], "(c) to keep off sand;"]
    changes = _changes([*base, _KEEP], [*revised, _KEEP])
    assert [change.outcome for change in changes] == ["altered", "new"]


def test_an_act_that_passes_to_another_is_altered() -> None:
    base = "Urges ports to light all lamps of the northern coast and to lend three boats to the survey;"
    revised = (
        "Urges ports to light all lamps of the northern coast, and calls upon the Warden to lend three boats"
        " to the survey;"
    )
    (ports,) = [
        change
        for change in compared([base, _KEEP], [revised, _KEEP]).asks()
        if change.revised is not None and change.revised.clause.startswith("to light")
    ]
    assert ports.outcome == "altered"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("for a further period of six months", ("for a further period of six months",)),
        ("for 10 years", ("for 10 years",)),
        ("for two more years", ("for two more years",)),
        ("until 3 May 2041 for two years", ("until 3 May 2041",)),
        (
            "for one year, and to report to the Council at its tenth session",
            ("for one year", "at its tenth session"),
        ),
        ("for years", ()),
    ],
)
def test_a_mandate_runs_for_some_time(words: str, due: tuple[str, ...]) -> None:
    (ask,) = asks_in(f"Decides to extend the mandate of the Panel {words};")
    assert (ask.task, ask.due) == ("mandate", due)
    (other,) = asks_in(f"Requests the Warden to lend boats {words};")
    assert other.due == tuple(term for term in due if "2041" in term or "session" in term)


@pytest.mark.parametrize("body", ["the stationing of the Harbour Watch", "the deployment", "the Reef Force"])
def test_what_is_extended_is_a_mandate(body: str) -> None:
    (ask,) = asks_in(f"Decides to extend {body} until 3 May 2041;")
    assert ask.task == "mandate"


def test_to_consider_somebody_as_something_is_no_hedge() -> None:
    (ask,) = asks_in("Urges ports to consider primarily as victims those who lost their boats;")
    assert ask.hedges == ()
    (hedged,) = asks_in("Urges ports to consider lighting their lamps;")
    assert hedged.hedges == ("to consider",)


@pytest.mark.parametrize("date", ["22 June 2040", "22 June, 2040", "June 22, 2040", "June 22 2040"])
def test_a_date_has_its_day_before_or_behind_the_month(date: str) -> None:
    match = DATE.fullmatch(date)
    assert match is not None
    assert iso_date(match) == "2040-06-22"
    (ask,) = asks_in(f"Requests the Warden to report on lamps by {date.replace('22 2040', '22, 2040')};")
    assert ask.due_resolved == ("2040-06-22",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Notes the work of the Fund for Lamps, and requests the Fund to pay for oil;", "Fund for Lamps"),
        (
            "Thanks the Board on Reefs in Mar, and urges the Board to act;",
            "Board on Reefs in Mar",
        ),
        (
            "Notes the report of the Northern Harbour Watch, and asks the Watch to act;",
            "Northern Harbour Watch",
        ),
        ("Notes the Meeting of the Parties, and requests the Parties to act;", "Parties"),
        ("Notes the work of the Fund for Lamps, and requests the Warden to act;", "Warden"),
        ("Notes the work of the Fund, and requests the Fund to pay for oil;", "Fund"),
        (
            "Requests the Warden to act, notes the work of the Fund for Lamps, and calls upon it to pay;",
            "Fund for Lamps",
        ),
        ("Requests the Warden of the Fund for Lamps to act, and calls upon it to pay;", "Warden of the Fund"),
        (
            "Regrets the decision of the Guild to bar the Special Envoy, and calls upon it to act;",
            "Guild",
        ),
        ("Requests the Special Envoy to report, and calls upon it to act;", "it"),
        ("Requests the Special Envoy to report to the Guild, and calls upon it to act;", "Guild"),
        ("Requests the Special Envoy to report to the Guild, and calls upon him to act;", "Special Envoy"),
        (
            "Thanks the Special Envoy, invites the Guild to stay, and asks him to act;",
            "Special Envoy",
        ),
        ("Thanks the Warden for the lamps, and invites him to act;", "Warden"),
        *(
            (f"Thanks the {office}, invites the Guild to stay, and asks him to act;", office)
            for office in ("Registrar", "Prosecutor", "Commander", "Mediator", "Controller", "Administrator")
        ),
        ("Requests the Special Envoy to write to all ports, and urges them to act;", "them"),
        ("Requests all ports to write to the Special Envoy, and urges them to act;", "Ports"),
    ],
)
def test_whom_a_short_name_or_it_means(text: str, name: str) -> None:
    asked = [ask.addressee_name or "" for ask in asks_in(text) if ask.asks]
    assert asked[-1].startswith(name)
    assert len(asked[-1]) - len(name) < len(" for Lamps and")


def test_letters_of_a_list_in_running_text_stand_before_verbs() -> None:
    text = (
        "Recognizes the wrecks of the winter, and in this regard: (a) urges ports to light lamps; (b)"
        " recommends the mending of boats; and (c) also requests the Warden to act by paragraph 3 (b);"
    )
    asks = [(ask.verb.phrase, ask.clause) for ask in asks_in(text) if ask.asks]
    assert asks == [
        ("urges", "to light lamps"),
        ("recommends", "the mending of boats"),
        ("also requests", "to act by paragraph 3 (b)"),
    ]


@pytest.mark.parametrize(
    ("line", "point", "is_asked"),
    [
        ("Urges ports to attend to lamps by, inter alia:", "(a) Mending the moles of the bay;", True),
        ("Urges ports to attend to lamps by, inter alia:", "(a) The moles of the bay;", False),
        ("Encourages ports to take the following actions:", "(a) Provide, where they can, all boats;", True),
        ("Decides that the Watch shall have these tasks:", "(a) The boats;", False),
    ],
)
def test_points_behind_by_or_the_following_actions_are_asks(line: str, point: str, is_asked: bool) -> None:
    assert (len([ask for ask in asks_in(line, point) if not ask.is_own]) == 1) is is_asked


def test_a_task_may_begin_with_a_verb_before_a_comma() -> None:
    line = "Decides that the mandate of the Harbour Watch shall include the following tasks:"
    points = ("(a) Support, in line with the rules of the port, all boats;", "(b) Support ports;")
    assert len([ask for ask in asks_in(line, *points) if not ask.is_own]) == 2


def test_a_session_at_which_something_was_done_is_no_term() -> None:
    ask = "Requests the Warden to report on lamps{}, noting the report submitted at its tenth session;"
    (first,) = asks_in(ask.format(""))
    assert first.due == ()
    (due,) = asks_in(ask.format(" at its twelfth session"))
    assert due.due == ("at its twelfth session",)
    (held,) = asks_in("Requests the Warden to plan a meeting to be held at its twelfth session;")
    assert held.due == ("at its twelfth session",)
    beside = "Requests the Warden to print it, with talks to be {} by 3 May 2040, and to sing by 9 June 2040;"
    (planned,) = asks_in(beside.format("held in Mar"))
    assert planned.due == ("by 9 June 2040",)
    far = beside.replace(
        "talks to be", "talks of all pilots of the northern and the southern bay on lamps to be"
    )
    (distant,) = asks_in(far.format("held"))
    assert distant.due == ("by 9 June 2040",)
    (closed,) = asks_in(beside.format("closed"))
    assert closed.due == ("by 3 May 2040", "by 9 June 2040")


def test_immediately_is_a_term_where_nothing_says_after_what() -> None:
    (at_once,) = asks_in("Urges ports to register boats immediately in the harbour;")
    assert at_once.due == ("immediately",)
    for words in ("after launch", "before the winter", "following a storm", "prior to sale"):
        (ask,) = asks_in(f"Urges ports to register boats immediately {words};")
        assert ask.due == ()
    (by,) = asks_in("Requests the Warden to do what was adopted by the Board on Lamps at its tenth session;")
    assert by.due == ()


def test_a_long_row_of_names_is_whole() -> None:
    names = ", ".join(f"the Board of Harbour Lights of {letter}-Bay" for letter in "ABCDEFGHIKLMNOPQRS")
    text = f"Urges the boards of the coast, {names}, as well as the Guild, to mend the lamps;"
    (ask,) = asks_in(text)
    assert ask.addressee is not None
    assert ask.clause == "to mend the lamps"
