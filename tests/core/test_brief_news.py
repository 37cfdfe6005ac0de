"""What a brief says first where it cannot say all, and what is neither new nor gone."""

from __future__ import annotations

import pytest

from resdiff.core.brief import brief_of
from resdiff.core.brief.news import News
from resdiff.core.compare import compare
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.minor import is_minor_at, says_something
from resdiff.render.views.brief import brief_blocks, brief_head
from resdiff.render.views.brief_line import SHORT
from resdiff.render.views.brief_records import record_lines
from resdiff.render.views.brief_words import runs_of_hunks
from tests.core.test_ask_changes import compared
from tests.core.test_asks import asks_in
from tests.core.test_brief import brief_between, lines_of
from tests.making import made

_KEPT = "Decides to remain seized of the matter."


def test_words_that_are_new_to_the_text_come_first() -> None:
    base = made(["Noting the lights and lamps of the northern mole,"], [_KEPT])
    revised = made(["Noting the collective punishment of keepers, and the Reef Compact,"], [_KEPT])
    news = News(compare(base, revised))
    old = Hunk("", "lamps of the northern mole and lamps", "noting the ", " of the sea")
    new = Hunk("", "punishing keepers", "noting the ", " by night")
    assert (news.of(old), news.of(new)) == (0, 2)
    assert news.of(Hunk("", "Reef Compact 2041", "", "")) == 0  # names and numbers come with each report
    assert news.of(Hunk("", "23 and 27", "", "")) == 0
    assert news.of(Hunk("the lamp", "", "", "")) == 1
    assert news.of(Hunk("", "lighting", "", "")) == 0  # a word in another form is not new
    shown = "".join(text for _, text in runs_of_hunks([old, new], SHORT._replace(places=1), news))
    assert shown.startswith("+ punishing keepers")


def test_other_hyphens_in_a_word_say_nothing() -> None:
    assert not says_something(Hunk("multi-annual", "multiannual", "a ", " plan"))
    assert says_something(Hunk("multi-annual", "annual", "a ", " plan"))


@pytest.mark.parametrize(
    ("gone", "come", "is_minor"),
    [
        ("can be", "are", False),
        ("is", "may be", False),
        ("", "may", False),
        ("can be", "may be", True),
        ("are", "is", True),
    ],
)
def test_what_only_may_be_is_less_than_what_is(gone: str, come: str, is_minor: bool) -> None:
    hunk = Hunk(gone, come, "lamps ", " of use to ports")
    assert is_minor_at(hunk) is is_minor
    assert says_something(hunk) is not is_minor
    assert is_minor_at(Hunk("May", "June", "held in ", " 2031"))


def test_a_paragraph_in_which_something_no_longer_only_may_be_is_reworded() -> None:
    base = "Notes that the lamps of the outer reef can be a source of light for boats and a guide for ports;"
    lines = lines_of(brief_between([base, _KEPT], [base.replace("can be", "are"), _KEPT]))
    assert list(lines) == ["Reworded"]


def test_one_name_more_is_no_longer_form_of_a_name() -> None:
    whole = "Supports the Office of the Warden for the Bay and the Personal Envoy of the Warden on the Bay;"
    short = "Supports the Office of the Warden for the Bay;"
    change = compared([whole], [short]).changes[-1]
    assert not all(is_minor_at(hunk) for hunk in hunks_of(change.shown_edits))


def test_thoughts_and_rewordings_have_room_in_turn() -> None:
    went = [f"Noting that storm{k} took the lamp of tower{k} in spring{k}," for k in range(9)]
    came = [f"Recalling how reed{k} held the mud of shore{k} in autumn{k}," for k in range(9)]
    brief = brief_of(compare(made(went, [_KEPT]), made(came, [_KEPT])))
    shown = {block.title: len(block.lines) for block in brief_blocks(brief, most=22, flows=False)}
    assert shown["New thoughts"] == shown["Gone"] > 1


def test_altered_asks_have_room_in_turn_with_those_that_are_gone() -> None:
    ports = ("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Oak", "Pine")
    went = [f"Urges {port} to mend the masts of tower{k} in spring{k};" for k, port in enumerate(ports)]
    stay = [f"Requests {port} to count the boats of pier{k} at dusk{k};" for k, port in enumerate(ports)]
    wider = [line.replace("boats of", "boats, nets and sunken wrecks of") for line in stay]
    brief = brief_between([*went, *stay, _KEPT], [*wider, _KEPT])
    shown = {block.title: len(block.lines) for block in brief_blocks(brief, most=20)}
    assert shown["Asks gone"] == shown["Altered"] > 1


def test_where_there_is_little_room_rewordings_with_new_words_stay() -> None:
    thoughts = [f"Recalling how reed{k} held the mud of shore{k} for years," for k in range(9)]
    kept = "Taking note of the mud and the shore that all reeds and years hold,"
    wide = "for years, for all years of the mud and the shore"
    longer = [thought.replace("for years", wide) for thought in thoughts]
    longer[4] = thoughts[4].replace("for years", "for years under collective punishment")
    assert _reworded([*thoughts, kept], [*longer, kept]) == ["PP5"]
    firm = kept.replace("Taking note of", "Welcoming")
    assert _reworded([*thoughts, kept], [*longer, firm]) == ["PP10"]


def _reworded(base: list[str], revised: list[str]) -> list[str]:
    """The paragraphs that a brief shows as reworded where there is room for one."""
    brief = brief_of(compare(made(base, [_KEPT]), made(revised, [_KEPT])))
    (block,) = [block for block in brief_blocks(brief, most=6, flows=False) if block.title == "Reworded"]
    return [line.name for line in block.lines]


def test_thoughts_that_are_operative_stay_then_those_with_new_words() -> None:
    came = [f"Recalling how reed{k} held the mud of shore{k} in autumn{k}," for k in range(5)]
    base = made(["Noting the mud and reeds of all northern moles and the sea that holds the shore,"], [_KEPT])
    operative = ["Notes the mud of all northern moles, and the reeds, and the sea;", _KEPT]
    brief = brief_of(compare(base, made(came, operative)))
    (block,) = [block for block in brief_blocks(brief, most=8) if block.title == "New thoughts"]
    assert "OP1" in [line.name for line in block.lines]
    came[3] = "Recalling that pilots starved, froze, drowned and vanished beyond many distant reefs,"
    brief = brief_of(compare(base, made(came, [_KEPT])))
    (block,) = [block for block in brief_blocks(brief, most=8) if block.title == "New thoughts"]
    assert "PP4" in [line.name for line in block.lines]


def test_what_asks_again_counts_among_the_verbs_that_ask() -> None:
    again = "Reiterates its call upon ports to light all moles of the bay;"
    brief = brief_between([again, _KEPT], [_KEPT])
    assert [(row.lemma, row.base, row.revised) for row in brief.balance] == [("reiterate call", 1, 0)]
    assert "reiterates call 1→0" in brief_head(brief)[1]


def test_a_mandate_renewed_in_nearly_the_same_words_is_said_to_be_renewed() -> None:
    old = "Renews the mandate of the Panel of Pilots for a period of three years;"
    (line,) = lines_of(brief_between([old, _KEPT], [old.replace("the Panel", "Panel"), _KEPT]))["Rolled on"]
    assert line == "OP1 renews the mandate: of Panel of Pilots for a period of three years"


def test_without_any_delay_is_without_delay() -> None:
    old = "Urges ports to light all moles without any delay;"
    (change,) = compared([old], [old.replace("any ", "")]).asks()
    assert (change.outcome, change.base and change.base.due) == ("carried on", ("without any delay",))


def test_a_row_of_adjectives_names_nobody() -> None:
    (ask,) = asks_in("Encourages other new, innovative and bold approaches to partnership to support reefs;")
    assert ask.addressee_name is None


def test_a_decision_that_has_nothing_of_another_is_no_other_wording_of_it() -> None:
    old = "Decides to appraise every four years the progress of ports in lighting moles, reefs and shoals;"
    new = "Recalls its decision to appraise that progress, and decides to convene a feast of sail makers;"
    outcomes = {ask.outcome for ask in compared([old], [new]).asks()}
    assert outcomes == {"gone", "new"}


def test_what_the_organ_decides_is_no_wording_of_what_others_are_asked() -> None:
    why = "in order to raise awareness of the plight of keepers and to promote their rights at sea"
    day = "to designate 3 May as the Day of the Keepers of Northern Lights and Outer Reefs"
    old = f"Decides, {why}, {day}, and invites ports to mark the Day;"
    new = f"Invites all pilots to continue to mark the Day {why};"
    changes = compared([old], [new]).asks()
    assert [ask.base.clause for ask in changes if ask.base and ask.revised] == ["to mark the Day"]


def test_an_ask_whose_words_stand_beside_is_not_taken_for_another() -> None:
    old = "Encourages the Warden to inform the Council of storms between its meetings, as it sees fit;"
    new = (
        "Requests the Warden to end the survey of the Council, and requests the Keeper to light moles, to"
        " count boats and to inform the Council of storms between its meetings, as it sees fit;"
    )
    changes = compared([old], [new]).asks()
    (ended,) = [ask for ask in changes if ask.revised and ask.revised.clause.startswith("to end")]
    assert ended.outcome == "new"


def test_the_report_on_a_text_is_one_report_whatever_else_it_holds() -> None:
    old = (
        "Requests the Warden to submit a report on the implementation of the present resolution to the Board"
        " at its tenth session, all costs associated with it to be covered by gifts of ports;"
    )
    new = (
        "Requests the Warden to submit to the Board at its twelfth session a comprehensive report on the"
        " implementation of the present resolution, including on the works of the Pilots and other bodies of"
        " the bay, and urges members to give news of lost lamps, torn sails, wet ropes and sunk boats to that"
        " report, with counts of the lights that failed at night;"
    )
    filler = [f"Notes that storm{k} took the lamp of tower{k} in spring{k};" for k in range(3)]
    changes = compared([*filler, old, _KEPT], [*filler, new, _KEPT]).asks()
    (report,) = [ask for ask in changes if ask.base and ask.base.task == "report"]
    assert report.revised is not None
    lines = lines_of(brief_between([*filler, old, _KEPT], [*filler, new, _KEPT]))
    assert "Gone (ids of untitled)" not in lines
    act = new.replace("submit", "promote").replace("a comprehensive report on", "the full")
    outcomes = [ask.outcome for ask in compared([*filler, old, _KEPT], [*filler, act, _KEPT]).asks()]
    assert "gone" in outcomes  # whoever implements it reports nothing
    twice = [
        new,
        "Requests the Warden to report each year on the implementation of this resolution;",
    ]
    outcomes = [ask.outcome for ask in compared([*filler, old, _KEPT], [*filler, *twice, _KEPT]).asks()]
    assert "gone" in outcomes  # which of two it is nobody knows


def test_an_opening_line_says_nothing_beside_its_points() -> None:
    came = [
        "Requests the Panel, in its survey of the reefs of the bay:",
        "(a) To count lamps;",
        "(b) To count sails;",
    ]
    lines = lines_of(brief_between([_KEPT], [*came, _KEPT]))
    assert "New thoughts" not in lines
    said = ["Notes with concern that storms took lamps of the bay, and requests the Panel:", *came[1:]]
    lines = lines_of(brief_between([_KEPT], [*said, _KEPT]))
    assert [line[:3] for line in lines["New thoughts"]] == ["OP1"]


def test_gerunds_below_measures_are_asks() -> None:
    asks = asks_in(
        "Urges ports to consider adopting the following measures:",
        "(a) Providing keepers with lamps;",
        "(b) Sails and Ropes",
        _KEPT,
    )
    points = [ask.clause for ask in asks if not ask.is_own]
    assert points == ["Providing keepers with lamps"]
    came = ["Urges ports to consider adopting the following measures:", "(a) Providing keepers with lamps;"]
    assert (
        "OP1(a) Ports urges: providing keepers with lamps"
        in lines_of(brief_between([_KEPT], [*came, _KEPT]))["New asks"]
    )


def test_a_hedge_of_words_that_are_cut_is_said_to_be_further_on() -> None:
    row = ", ".join(f"the boats of bay {number}" for number in range(24))
    far = f"Urges ports to light {row} and, as appropriate, the outer mole;"
    near = f"Urges ports, as appropriate, to light {row} and the outer mole;"
    (line,) = lines_of(brief_between([_KEPT], [far, _KEPT]))["New asks"]
    assert line.endswith("[further on: as appropriate]")
    (line,) = lines_of(brief_between([_KEPT], [near, _KEPT]))["New asks"]
    assert "further on" not in line


def test_what_is_called_for_by_a_pronoun_names_what_it_means() -> None:
    new = "Welcomes the Reef Compact of the Littoral Assembly, and calls for its full implementation;"
    (line,) = lines_of(brief_between([_KEPT], [new, _KEPT]))["New asks"]
    assert "its full implementation [the Reef Compact of the Littoral Assembly]" in line
    asked = "Requests the Warden to keep its lamps lit, and encourages ports to keep their moles lit;"
    assert all("[" not in line for line in lines_of(brief_between([_KEPT], [asked, _KEPT]))["New asks"])


def test_who_is_to_act_may_stand_behind_what_is_called_for() -> None:
    (ask,) = asks_in("Calls for further efforts by all ports to light the moles of the bay;")
    assert (ask.addressee_name, ask.clause[:7]) == ("Ports", "further")
    (ask,) = asks_in("Calls for further efforts by day and night to light the moles of the bay;")
    assert ask.addressee_name is None
    (ask,) = asks_in("Encourages further efforts by all ports to light the moles of the bay;")
    assert ask.addressee_name == "Ports"


def test_a_hedge_in_another_form_is_the_same_hedge() -> None:
    old = "Urges ports to lend boats to fishers under mutually agreed terms;"
    changes = compared([old], [old.replace("under", "on")])
    assert [ask.outcome for ask in changes.asks()] == ["carried on"]
    assert all(not change.hedges for change in changes.changes)


@pytest.mark.parametrize(
    ("survey", "more", "gained"),
    [
        ("the harbours, lamps and nets of the southern shore", "", False),
        ("lamps, nets, masts and ropes", ", wrecks, coves, caves, shoals, inlets and deltas", True),
    ],
)
def test_what_mostly_stood_in_an_ask_that_became_part_of_another_is_not_gained(
    survey: str, more: str, gained: bool
) -> None:
    lend = "Invites ports to lend {}boats to fishers of the northern reefs of the bay"
    both = f"{lend.format('wide ')}, and to survey {survey}{more};"
    asked = [f"{lend.format('')};", f"Invites ports to survey {survey};", _KEPT]
    (line,) = lines_of(brief_between(asked, [both, _KEPT]))["Altered"]
    assert "wide" in line
    assert ("survey" in line.partition(" — ")[0]) == gained


def test_what_went_to_another_paragraph_is_not_shown_as_lost() -> None:
    moved = "and that the storms of the long winter took the lamps of all moles and reefs of the bay"
    needs = "Noting the deep and lasting needs of keepers of the lights in all ports of the northern shore"
    reefs = "Recalling the old Reef Compact that pilots of nine ports made under the stars in the spring"
    own = "and their sorrow, hunger, thirst and cold at sea by night"
    for gone, is_shown in (((moved,), False), ((moved, own), True)):
        base = [f"{needs}, {', '.join(gone)},", f"{reefs},"]
        revised = [f"{needs}, and the gulls,", f"{reefs}, {moved},"]
        brief = brief_of(compare(made(base, [_KEPT]), made(revised, [_KEPT])))
        line = next(line for line in lines_of(brief)["Reworded"] if line.startswith("PP1"))
        assert "storms" not in line
        assert "gulls" in line
        assert ("sorrow" in line) == is_shown


def test_sponsors_are_named_with_those_for_whom_they_speak() -> None:
    head = "Arenza*: draft resolution\n"
    note = "* On behalf of the States that are members of the Group of Reefs, taking note of nothing."
    base = made(operative=[_KEPT], head=head, tail=note)
    revised = made(operative=[_KEPT], head="Birch: draft resolution\n")
    lines = record_lines(brief_of(compare(base, revised)))
    assert lines == [
        ("sponsors", "Arenza, on behalf of the States that are members of the Group of Reefs", "Birch")
    ]
