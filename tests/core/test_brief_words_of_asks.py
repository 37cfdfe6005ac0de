"""What a brief leaves out because it says nothing, and what it says of asks besides their words."""

from __future__ import annotations

import pytest

from resdiff.core.brief import brief_of
from resdiff.core.brief.news import News
from resdiff.core.compare import compare
from resdiff.core.compare.hunks import Hunk
from resdiff.core.compare.minor import says_something
from resdiff.render.views.brief import brief_blocks
from resdiff.render.views.brief_line import SHORT
from resdiff.render.views.brief_words import runs_of_hunks
from tests.core.test_ask_changes import compared
from tests.core.test_brief import brief_between, lines_of
from tests.making import made

_KEPT = "Decides to remain seized of the matter."


def test_what_stands_in_other_verb_forms_is_no_new_thought() -> None:
    said = "that the keepers of all northern lights are short of oil, rope and sails"
    reefs = "Recalling the Reef Compact that pilots of nine ports made in the long winter of the storms"
    base = made([f"{reefs},"], [_KEPT, f"Notes {said};"])
    revised = made([f"{reefs}, and noting {said},"], [_KEPT])
    lines = lines_of(brief_of(compare(base, revised)))
    assert lines["Elsewhere"] == ["OP2 → PP1"]
    assert "Gone (ids of untitled)" not in lines
    firm = made([f"{reefs}, and deploring {said},"], [_KEPT])
    assert "Elsewhere" not in lines_of(brief_of(compare(base, firm)))
    sad = made([f"{reefs},"], [_KEPT, f"Notes with regret {said};"])
    glad = made([f"{reefs}, and noting with joy {said},"], [_KEPT])
    assert "Elsewhere" not in lines_of(brief_of(compare(sad, glad)))


def test_in_this_regard_asks_nothing() -> None:
    old = "Urges ports to light the outer reef, in this regard, and welcomes the gifts of pilots;"
    changes = compared([old], [old.replace(", in this regard, and", ", and in this regard")])
    assert [ask.outcome for ask in changes.asks()] == ["carried on"]


@pytest.mark.parametrize("term", ["by 2040", "no later than May 2040", "until the end of 2040"])
def test_a_term_that_is_dropped_is_no_small_word(term: str) -> None:
    old = f"Reaffirms the goal of lit moles {term}, as affirmed in the Reef Compact;"
    brief = brief_between([old, _KEPT], [old.replace(f" {term}", ""), _KEPT])
    assert "2040" in lines_of(brief)["Reworded"][0]
    assert not says_something(Hunk(term, term.replace("2040", "2041"), "moles ", ", as affirmed"))


def test_signs_of_possession_say_nothing() -> None:
    assert not says_something(Hunk("Leader's", "Leaders'", "the ", " Declaration"))


def test_an_ask_that_stands_under_its_id_is_not_said_to_stand_elsewhere() -> None:
    ask = "urges ports to light moles, reefs and shoals"
    old = f"Notes {' '.join(f'storm{k}' for k in range(30))}, and {ask};"
    new = f"Welcomes {' '.join(f'feast{k}' for k in range(30))}, and {ask};"
    brief = brief_between([old, _KEPT], [new, _KEPT])
    assert not any(change.base and change.revised for change in brief.comparison.changes[:2])
    assert "Elsewhere" not in lines_of(brief)
    away = lines_of(brief_between([old, _KEPT], [_KEPT, new]))
    assert away["Elsewhere"] == ["OP1 → OP2"]


def test_firmness_and_numbers_come_before_other_words() -> None:
    news = News(compare(made(operative=[_KEPT]), made(operative=[_KEPT])))
    long = Hunk("", "in the harbours, on the moles and at the lights of the bay", "sail ", " by night")
    firm = Hunk("could", "should", "ports ", " light moles")
    more = Hunk("more than 30 ports", "38 ports", "joined by ", " of the bay")
    dated = Hunk("S/11294 of 22 May", "S/11568 of 6 December", "report ", " on moles")
    for hunk in (firm, more):
        shown = "".join(text for _, text in runs_of_hunks([long, hunk], SHORT._replace(places=1), news))
        assert f"{hunk.gone} → {hunk.come}" in shown
    shown = "".join(text for _, text in runs_of_hunks([long, dated], SHORT._replace(places=1), news))
    assert shown.startswith("+ in the harbours")


def test_words_that_moved_within_a_paragraph_are_not_shown_as_lost() -> None:
    news = News(compare(made(operative=[_KEPT]), made(operative=[_KEPT])))
    hunks = [
        Hunk("and the Southern Pilots Union", "with care and skill", "lamps ", " of moles"),
        Hunk("", "bodies such as the Southern Pilots Union and others", "by ", " at sea"),
    ]
    shown = "".join(text for _, text in runs_of_hunks(hunks, SHORT, news))
    assert "with care and skill" in shown
    short = [hunks[0]._replace(gone="and the Pilots"), hunks[1]]
    assert "and the Pilots → " in "".join(text for _, text in runs_of_hunks(short, SHORT, news))
    assert "−" not in shown
    assert "→" not in shown


def test_an_ask_that_comes_from_the_preamble_says_so() -> None:
    words = "ports to light all moles, reefs and shoals of the northern bay at dusk"
    base, revised = made([f"Encouraging {words},"], [_KEPT]), made([], [f"Encourages {words};", _KEPT])
    (line,) = lines_of(brief_of(compare(base, revised)))["New asks"]
    assert line.endswith("(before PP1, in the preamble)")


def test_the_asks_of_lines_that_are_left_out_are_counted() -> None:
    asks = [f"Requests the Warden to count boats of pier{k} at dusk{k};" for k in range(50)]
    ports = [f"{chr(65 + k // 8)}{chr(97 + k % 8)}ton" for k in range(60)]
    others = [f"Urges {port} to mend masts of tower{k};" for k, port in enumerate(ports)]
    blocks = brief_blocks(brief_between([_KEPT], [*others, *asks, _KEPT]))
    (block,) = [block for block in blocks if block.title == "New asks"]
    shown = sum(line.asks for line in block.lines)
    assert block.rest.startswith(f"{110 - shown} more: ")


@pytest.mark.parametrize(
    ("new", "aspects"),
    [
        ("Urges ports to light moles, as appropriate;", ("hedge",)),
        ("Urges ports to light moles, as appropriate, and lamps by night;", ("scope", "hedge")),
        ("Urges ports to light moles and, as appropriate, to survey the outer reefs and shoals;", ("scope",)),
    ],
)
def test_a_hedge_of_what_came_with_it_does_not_hedge_what_stood(new: str, aspects: tuple[str, ...]) -> None:
    for base, revised in ((_MOLES, new), (new, _MOLES)):
        (change,) = compared([base], [revised]).asks()
        assert change.aspects == aspects


_MOLES = "Urges ports to light moles;"


def test_several_asks_that_became_one_to_several_are_not_altered() -> None:
    two = [
        "Invites regional banks to open a window for the mending of reefs;",
        "Also invites insurers to lower the dues of pilots and of all ports that mend reefs;",
    ]
    one = f"{two[0][:-1]}, and {two[1].partition('invites ')[2]}"
    assert {ask.outcome for ask in compared(two, [one]).asks()} == {"carried on"}
    assert {ask.outcome for ask in compared([one], two).asks()} == {"carried on"}
    more = one.replace("dues", "dues and fines and rents")
    assert "altered" in {ask.outcome for ask in compared(two, [more]).asks()}


def test_a_hedge_of_an_altered_ask_is_said_once() -> None:
    new = "Urges ports to light moles, reefs, shoals, coves, lamps, as appropriate;"
    assert "Also matters" not in lines_of(brief_between([_MOLES, _KEPT], [new, _KEPT]))


def test_a_hedge_that_moved_in_another_form_neither_came_nor_went() -> None:
    old = "Urges ports, under mutually agreed terms, to lend boats to fishers of the bay;"
    new = "Urges ports to lend boats to fishers of the bay on mutually agreed terms;"
    assert all(not change.hedges for change in compared([old], [new]).changes)


def test_what_a_preamble_calls_for_is_part_of_its_thought() -> None:
    came = "Stressing the worth of lamps on moles of the bay, and calling upon ports to light the outer reef,"
    brief = brief_of(compare(made([], [_KEPT]), made([came], [_KEPT])))
    ((line,),) = (block.lines for block in brief_blocks(brief, flows=False))
    assert "".join(text for _, text in line.runs).endswith("and calling upon ports to light the outer reef")


def test_words_that_stand_are_named_with_the_verb_of_their_paragraph_where_it_has_one() -> None:
    asked = "the keepers of the northern lights to count the lamps, sails and ropes of the harbour"
    old = f"Requests {asked};"
    for new, note in (
        ("Stresses the need for {};", "(its words: OP2, which stresses)"),
        ("Stresses the need for {}, and underlines their worth;", "(its words: OP2)"),
    ):
        lines = lines_of(brief_between([old, _KEPT], [_KEPT, new.format(asked)]))
        assert lines["Asks gone (ids of untitled)"][0].endswith(note)


def test_what_also_matters_is_no_thought_besides() -> None:
    came = "Deplores the raids on lamps and moles of the bay, and urges ports to light them at dusk;"
    lines = lines_of(brief_between([_KEPT], [came, _KEPT]))
    assert "Also matters" in lines
    assert "New thoughts" not in lines
    assert "Gone (ids of untitled)" not in lines_of(brief_between([came, _KEPT], [_KEPT]))


def test_a_year_that_became_a_word_did_not_move_on() -> None:
    days = "Welcomes the races of ports on 2 June 2040, 3 May 2041, 7 May 2042 and 9 May 2043;"
    more = "Welcomes the races of ports on 2 June 2040, 3 May and 7 May 2042, 9 May 2043 and 4 May 2044;"
    assert "→ and" not in str(lines_of(brief_between([days, _KEPT], [more, _KEPT])))


def test_words_are_named_with_a_verb_without_its_adjectives() -> None:
    asked = "the keepers of the northern lights to count the lamps, sails and ropes of the harbour"
    new = f"Expresses its deep concern at the need for {asked};"
    lines = lines_of(brief_between([f"Requests {asked};", _KEPT], [_KEPT, new]))
    assert lines["Asks gone (ids of untitled)"][0].endswith("(its words: OP2, which expresses concern)")
