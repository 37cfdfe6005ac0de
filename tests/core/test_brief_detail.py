"""How much the lines of a brief say: more where there is room, and nothing that did not change."""

from __future__ import annotations

import pytest

from resdiff.core.asks import is_frequency
from resdiff.core.asks.terms import terms_in
from resdiff.core.brief import Brief
from resdiff.core.brief.moved import without_moved
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.minor import says_something
from resdiff.render.terminal.brief import brief_text
from resdiff.render.views.brief_line import FULLER, SHORT
from resdiff.render.views.brief_words import runs_of_hunks
from resdiff.render.views.first_words import first_words
from resdiff.render.views.pointed import pointed
from tests.core.test_brief import brief_between, lines_of
from tests.core.test_brief_lines import NEWS

_KEPT = "Decides to remain seized of the matter."
_LONG = (
    "to count the boats of the northern bay, the nets that were lost in the storms of the winter, the buoys"
    " of the outer reef and the keepers who serve there by night, so that none of them is left without a lamp"
)


def _shown(hunks: list[Hunk], **detail: int) -> str:
    return "".join(text for _, text in runs_of_hunks(hunks, SHORT._replace(**detail), NEWS))


def _text(brief: Brief, most: int) -> str:
    return " ".join("".join(brief_text(brief, width=90, most=most)).split())


def test_an_altered_ask_says_more_where_there_is_room() -> None:
    notes = [f"Notes the fog of bay {n}, where {_LONG.removeprefix('to ')};" for n in range(3)]
    base = [f"Requests the Warden {_LONG};", *notes, _KEPT]
    revised = [note.replace("fog", "fog and the frost") for note in notes]
    brief = brief_between(base, [f"Requests the Warden {_LONG}, and of the moles;", *revised, _KEPT])
    assert "buoys of the outer reef" in lines_of(brief)["Altered"][0]
    assert "buoys of the outer reef" in _text(brief, 30)
    assert "buoys of the outer reef" not in _text(brief, 9)


def test_asks_have_a_line_more_than_thoughts() -> None:
    asks = [f"Requests the Warden of bay {n} {_LONG};" for n in range(4)]
    wider = [ask.replace(";", ", and of the moles;") for ask in asks]
    thoughts = [f"Notes that harbour {n} is dark, as is the mole, {_LONG};" for n in range(8)]
    brief = brief_between([*asks, _KEPT], [*wider, *thoughts, _KEPT])
    lines = list(brief_text(brief, width=90, most=34))
    title = lines.index("NEW THOUGHTS\n")
    of_asks = lines[lines.index("ALTERED\n") + 1 : title]
    of_thoughts = lines[title + 1 : title + 17]
    assert len(of_asks) == 12
    assert sum(line.startswith("  OP") for line in of_thoughts) == 8


def test_the_fuller_forms_come_first_with_the_most() -> None:
    assert sorted(FULLER, reverse=True) == [*FULLER]
    assert all(one.lead > SHORT.lead and one.side > SHORT.side for one in FULLER)


@pytest.mark.parametrize(("words", "moved"), [(8, True), (9, False)])
def test_few_words_moved_only_to_the_place_beside(words: int, moved: bool) -> None:
    between = f" {' '.join('abcdefghi'[:words])} "
    hunks = [
        Hunk(" tidal funds, by", "", "the use of", between),
        Hunk("ways", "tidal funds", between, ";"),
    ]
    left = without_moved(hunks)
    assert [(hunk.gone, hunk.come) for hunk in left] == (
        [("ways", "")] if moved else [(hunk.gone, hunk.come) for hunk in hunks]
    )


@pytest.mark.parametrize("word", ["not", "shall", "all", "only", "without"])
def test_words_that_bind_are_never_taken_as_moved(word: str) -> None:
    hunks = [Hunk(f" {word} ", "", "ports", " light the "), Hunk("", f" {word} ", " light the ", "lamps")]
    hunks = [hunks[0]._replace(gone=f" {word} now "), hunks[1]._replace(come=f" {word} then now ")]
    assert any(word in hunk.gone for hunk in without_moved(hunks))


def test_many_words_moved_over_any_distance() -> None:
    far = " and all that stands between these two places of the paragraph "
    hunks = [
        Hunk(" tidal reed lamps", " boats", "to lend", far),
        Hunk("", " reed, tidal and other lamps of note", far, " at dusk"),
    ]
    assert [hunk.gone for hunk in without_moved(hunks)] == ["", ""]
    two = [hunks[0]._replace(gone=" reed lamps"), hunks[1]]
    assert [hunk.gone for hunk in without_moved(two)] == [" reed lamps", ""]


def test_the_same_change_is_said_once() -> None:
    hunks = [
        Hunk("", " and survivors", "wreck victims", " of storms, "),
        Hunk("", " and survivors ", "help for victims", ", and "),
        Hunk("", " in winter", "at sea", ";"),
    ]
    assert _shown(hunks).count("survivors") == 1
    assert "(at 2 places)" in _shown(hunks)
    assert "places" not in _shown(hunks[1:])


def test_other_forms_of_the_same_words_say_nothing() -> None:
    assert not says_something(Hunk("to mend", "in mending", "", ""))
    assert says_something(Hunk("to mend", "in lending", "", ""))
    base = ["Notes that ports need help to mend nets and to invest in lamps;", _KEPT]
    revised = ["Notes that ports need help in mending nets and investing in lamps;", _KEPT]
    assert list(lines_of(brief_between(base, revised))) == ["Rolled on"]
    assert list(lines_of(brief_between(revised, base))) == ["Rolled on"]
    manner = ["Requests the Warden to lend lamps in a steady and sure manner;", _KEPT]
    steady = ["Requests the Warden to lend lamps in a steady and sure way;", _KEPT]
    assert "Altered" not in lines_of(brief_between(manner, [manner[0].replace(" manner", ""), _KEPT]))
    assert "Altered" in lines_of(brief_between(steady, [steady[0].replace(" way", ""), _KEPT]))


def test_what_stands_elsewhere_in_the_paragraph_did_not_come() -> None:
    concern = "notes in this regard concerns about lamps of unlit moles"
    base = [f"Reminds ports of the storms, {concern}, and urges them to count boats;", _KEPT]
    noting = concern.replace("notes", "noting")
    revised = [f"Reminds ports of the storms, and urges them to count boats, {noting};", _KEPT]
    assert list(lines_of(brief_between(base, revised))) == ["Rolled on"]
    other = [revised[0].replace("unlit moles", "broken reefs"), _KEPT]
    (line,) = lines_of(brief_between(base, other))["Altered"]
    assert "broken reefs" in line


def test_a_verb_that_took_the_place_of_one_that_asks_is_named() -> None:
    base = [
        "Recalls the plan of the moles, and in this regard calls for the mending of the reef;",
        _KEPT,
    ]
    revised = [base[0].replace("calls for", "looks forward to"), _KEPT]
    (line,) = _gone(base, revised)
    assert line.endswith("(now looks forward to: OP1)")
    (line,) = _gone(base, ["Recalls the plan of the moles;", _KEPT])
    assert line.endswith("(the rest of its paragraph: OP1)")


def _gone(base: list[str], revised: list[str]) -> list[str]:
    rows = lines_of(brief_between(base, revised)).items()
    return next(lines for title, lines in rows if title.startswith("Asks gone"))


def test_what_was_decided_once_did_not_lapse() -> None:
    appoints = "Decides to appoint nine States as members of the Council of Pilots;"
    (line,) = _gone([appoints, _KEPT], [_KEPT])
    assert line.endswith("(decided once)")
    (line,) = _gone(["Urges ports to lend boats to all of the pilots;", _KEPT], [_KEPT])
    assert line.endswith("pilots")


def test_altered_asks_that_matter_stand_first() -> None:
    base = ["Urges ports to lend boats to the pilots;", "Requests the Warden to count the boats;", _KEPT]
    wider = base[0].replace("pilots", "pilots of the north")
    demands = base[1].replace("Requests", "Demands that").replace("to count", "count")
    lines = lines_of(brief_between(base, [wider, demands, _KEPT]))
    assert [line[:3] for line in lines["Altered (the first matters)"]] == ["OP2", "OP1"]
    assert "Altered" in lines_of(brief_between(base, [wider, base[1], _KEPT]))
    assert "Altered" in lines_of(brief_between(base, [base[0], demands, _KEPT]))


def test_whom_a_pronoun_of_one_means_may_be_newly_named() -> None:
    report = "Takes note of the report of the newly appointed Keeper of Lights, and urges her to mend lamps;"
    (line,) = lines_of(brief_between([_KEPT], [report, _KEPT]))["New asks"]
    assert line.startswith("OP1 Keeper of Lights urges: mend lamps")


def test_how_often_and_from_when() -> None:
    clause = "appoint keepers for four years, beginning on 3 May 2031"
    assert terms_in(clause, None) == ("beginning on 3 May 2031",)
    assert is_frequency("regularly")
    assert not is_frequency("without delay")
    base = ["Requests the Warden to write down what was seen in the bay;", _KEPT]
    revised = [base[0].replace("to write", "to regularly write"), _KEPT]
    ((line,),) = lines_of(brief_between(base, revised)).values()
    assert "pace: + regularly" in line


def test_measures_are_not_named_before_what_they_are_for() -> None:
    ask = "Urges ports to take all necessary, legislative, administrative and other {} to light the moles;"
    for noun in ("measures", "steps"):
        (line,) = lines_of(brief_between([_KEPT], [ask.format(noun), _KEPT]))["New asks"]
        assert line.endswith(f"urges: take … {noun} to light the moles")
    (line,) = lines_of(brief_between([_KEPT], ["Urges ports to take measures to light the moles;", _KEPT]))[
        "New asks"
    ]
    assert line.endswith("take measures to light the moles")


def test_what_its_means_is_what_stands_last() -> None:
    notes = "Notes the meeting of the pilots, and the adoption of its plan, and calls for its execution;"
    (line,) = lines_of(brief_between([_KEPT], [notes, _KEPT]))["New asks"]
    assert "its execution [adoption of its plan]" in line


def test_no_word_is_cut_at_its_hyphen_and_no_sign_stands_alone() -> None:
    assert first_words("an approach that is victim- and survivor-oriented in all of the ports", 5) == (
        "an approach that is victim- and survivor-oriented …"
    )
    base = [f"Notes the fog of bay {n}, where {_LONG.removeprefix('to ')};" for n in range(30)]
    revised = [line.replace("boats", "many grey boats").replace("lamp", "lit red lamp") for line in base]
    text = "".join(brief_text(brief_between(base, revised), width=60, most=50))
    assert "+ …" not in text
    assert "− …" not in text


def test_small_words_give_way_and_few_places_stand_in_their_order() -> None:
    assert _shown([Hunk("in", "from 3 to 9 May at dusk", "met ", " 2031")]).startswith("+ from 3 to 9 May")
    assert "may → shall" in _shown([Hunk("may", "shall", "ports ", " pay")])
    places = [Hunk("", "old", "all ", " boats of "), Hunk("", "many new lamps", " boats of ", " and of ")]
    assert _shown(places).index("old") < _shown(places).index("lamps")
    some = [places[0], places[1]._replace(come="many new lamps of the outer moles and of the reefs")]
    assert _shown(some).index("old") < _shown(some).index("lamps")
    long = places[1]._replace(come=f"many new lamps and bells of {_LONG}")
    text = _shown([places[0], long])
    assert text.index("old") > text.index("lamps")
    assert "+ old" not in _shown([places[0], long], places=1)
    mean = places[1]._replace(come=" ".join(_LONG.split()[:20]))
    text = _shown([places[0], mean])
    assert text.index("old") > text.index("boats of the northern")


def test_a_paragraph_that_only_others_passed_is_not_elsewhere() -> None:
    one, two, three = (
        "Urges ports to rest;",
        "Notes the lamps of the reef;",
        "Calls upon pilots to sleep at noon;",
    )
    moved = brief_between([one, two, three], [two, one, three])
    assert lines_of(moved)["Elsewhere"] in (["OP1 → OP2"], ["OP2 → OP1"])
    passed = brief_between([one, two, three], [three, two, one])
    assert not any(line == "OP2" for line in lines_of(passed)["Elsewhere"])


def test_a_short_run_that_stands_elsewhere_did_not_come() -> None:
    base = ["Notes unlit northern moles, and urges ports to count boats;", _KEPT]
    revised = ["Notes moles, and urges ports to count boats near unlit northern moles;", _KEPT]
    assert "Altered" not in lines_of(brief_between(base, revised))


def test_fresh_words_go_before_many_that_stand_in_the_paragraph() -> None:
    stands = "the harbour watch, the northern pilots union and the keepers of all outer reefs"
    turned = "the outer reefs, keepers of the northern harbour, the watch of pilots and all of the union"
    base = [f"Notes that ships act and help {stands} at sea;", _KEPT]
    revised = [f"Notes that ships act, {turned}, and help {stands} at sea by midnight sharply;", _KEPT]
    brief = brief_between(base, revised)
    hunks = list(hunks_of(brief.comparison.changes[0].shown_edits))
    first = "".join(text for _, text in runs_of_hunks(hunks, SHORT._replace(places=1), brief.news))
    assert "+ by midnight sharply" in first


def test_words_that_lead_on_show_what_follows() -> None:
    hunk = Hunk(
        "",
        "and takes note of the recommendations of the council of pilots and the",
        "notes ",
        " list of wrecks",
    )
    assert _shown([hunk], side=40).endswith("and the (list of wrecks)")


def test_many_lines_are_said_in_short_where_no_layout_is_looked_for() -> None:
    asks = [f"Requests the Warden of bay {n} {_LONG};" for n in range(24)]
    wider = [ask.replace(";", ", and of the moles;") for ask in asks]
    for count, is_long in ((20, True), (24, False)):
        lines = lines_of(brief_between([*asks[:count], _KEPT], [*wider[:count], _KEPT]))["Altered"]
        assert ("the buoys of the outer reef" in lines[0]) == is_long


def test_a_term_that_is_shown_with_its_words_is_not_said_twice() -> None:
    base = ["Requests the Warden to lend boats to the pilots of the bay;", _KEPT]
    words = "to lend boats to the pilots of the bay and to report on them to the Council at its tenth session"
    (line,) = lines_of(brief_between(base, [f"Requests the Warden {words};", _KEPT]))["Altered"]
    assert "due" in line.partition(":")[0]
    assert line.partition(" — ")[0].count("at its tenth session") == 1


def test_two_signs_for_what_is_left_out_never_stand_side_by_side() -> None:
    text = "recalls: … reefs and moles of the bay, which pilots lend in storms … and in winters of fog"
    for room in range(20, 90):
        shown = pointed(text, room, len, lambda word: float(word in ("pilots", "lend", "storms", "fog")))
        assert "… …" not in shown
        assert "…" in shown


def test_other_items_have_two_lines_until_asks_have_all_they_need() -> None:
    notes = [f"Notes the fog of bay {n}, where {_LONG.removeprefix('to ')};" for n in range(2)]
    asks = [f"Requests the Warden of bay {n} {_LONG};" for n in range(3)]
    wider = [ask.replace(";", ", and of the moles;") for ask in asks]
    lines = list(brief_text(brief_between([*asks, _KEPT], [*wider, *notes, _KEPT]), width=90, most=19))
    title = lines.index("NEW THOUGHTS\n")
    assert title - lines.index("ALTERED\n") - 1 == 9
    assert len(lines) - title - 1 - 2 == 4


@pytest.mark.parametrize(
    ("old", "new"),
    [("attacked by", "attacking"), ("will mend", "mended"), ("the united", "the unit of")],
)
def test_other_forms_that_say_something_else_are_shown(old: str, new: str) -> None:
    base = f"Notes with concern that ports {old} boats stand in the bay;"
    lines = lines_of(brief_between([base, _KEPT], [base.replace(old, new), _KEPT]))
    assert "Rolled on" not in lines


def test_only_the_lines_that_are_shown_are_said_to_matter() -> None:
    asks = [f"Requests the Warden of bay {n} to count its boats;" for n in range(30)]
    altered = [ask.replace("Requests", "Demands that").replace("to count", "count") for ask in asks[:20]]
    wider = [ask.replace("boats", "boats and nets") for ask in asks[20:]]
    lines = list(brief_text(brief_between([*asks, _KEPT], [*altered, *wider, _KEPT]), width=60, most=20))
    title = next(line for line in lines if line.startswith("ALTERED"))
    shown = sum("(none named)" in line for line in lines)
    assert 0 < shown < 20
    assert f"(the first {shown} of 20 that matter)" in title


def test_what_a_pronoun_means_is_said_in_few_words() -> None:
    plan = f"the adoption of the plan by ports {_LONG.replace(' and ', ', ')}"
    (line,) = lines_of(brief_between([_KEPT], [f"Notes {plan}, and calls for its execution;", _KEPT]))[
        "New asks"
    ]
    assert len(line.partition("[")[2].split()) < 16


def _items(lines: list[str], title: str) -> list[int]:
    """How many lines each item of a section has."""
    counts: list[int] = []
    for line in lines[next(k for k, one in enumerate(lines) if one.startswith(title)) + 1 :]:
        if not line.startswith("  "):
            break
        if line.startswith("  OP"):
            counts.append(0)
        counts[-1] += 1
    return counts


def test_asks_are_a_line_ahead_of_thoughts_until_all_is_said() -> None:
    asks = [f"Requests the Warden of bay {n} {_LONG};" for n in range(2)]
    wider = [ask.replace(";", ", and of the moles;") for ask in asks]
    notes = [f"Notes the fog of bay {n}, where {_LONG.removeprefix('to ')};" for n in range(2)]
    brief = brief_between([*asks, _KEPT], [*wider, *notes, _KEPT])
    whole = _items(list(brief_text(brief, width=60, most=60)), "ALTERED")
    assert min(whole) >= 4
    for most in range(16, 48):
        lines = list(brief_text(brief, width=60, most=most))
        if not any("requests:" in line for line in lines) or "NEW THOUGHTS\n" not in lines:
            continue  # there is room for what is altered alone
        of_asks, of_notes = _items(lines, "ALTERED"), _items(lines, "NEW THOUGHTS")
        assert min(of_asks) >= min(max(min(of_notes), 1) + 1, min(whole))


def test_a_second_line_is_not_taken_where_one_is_enough_and_room_is_scarce() -> None:
    asks = [f"Requests the Warden of bay {n} {_LONG};" for n in range(18)]
    wider = [ask.replace(";", ", and moles;") for ask in asks]
    lines = list(brief_text(brief_between([*asks, _KEPT], [*wider, _KEPT]), width=120, most=30))
    assert sum("Warden of bay" in line for line in lines) == 18


def test_no_line_ends_in_a_sign_without_words() -> None:
    base = [
        "Notes the boats of the bay, the nets of the reef, the lamps of the mole and the bells of fog;",
        _KEPT,
    ]
    words = base[0].replace("boats", "grey boats").replace("nets", "torn nets").replace("lamps", "dim lamps")
    revised = [
        words.replace("bells", "loud bells"),
        _KEPT,
        *(f"Notes fog {n} and {_LONG};" for n in range(9)),
    ]
    brief = brief_between(base, revised)
    for width in range(40, 90):
        for line in brief_text(brief, width=width, most=16):
            assert not line.rstrip().endswith(("+ …", "− …", "· …"))
