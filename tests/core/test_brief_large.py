"""Briefs of texts that were written anew: asks have room before thoughts, and many in a few words."""

from __future__ import annotations

import re

import pytest

from resdiff.core.align.sides import Side
from resdiff.core.brief import Brief, brief_of
from resdiff.core.brief.carried import without_said
from resdiff.core.compare import compare
from resdiff.core.compare.hunks import Hunk
from resdiff.core.parse import parse
from resdiff.core.tokens import Vocabulary
from resdiff.render.report.brief import briefs_html
from resdiff.render.terminal.brief import brief_text
from resdiff.render.terminal.cut_runs import cut_to_room
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.brief import brief_blocks
from resdiff.render.views.labels import in_ranges
from resdiff.render.views.pointed import alike
from tests.core.test_asks_through_time import dated_text
from tests.core.test_brief import brief_between, lines_of

_KEPT = "Decides to remain seized of the matter."
_SUBJECTS = (
    "lamps moles reefs bells tugs nets buoys boats seals gulls wrecks dunes sails locks docks tides".split()
)
_HARBOURS = "Alder Birch Cedar Elm Fir Gorse Hazel Ivy Larch Maple".split()


def _text(brief: Brief, most: int = 60, width: int = 100) -> str:
    return "".join(brief_text(brief, width=width, most=most))


def test_the_points_of_an_opening_line_that_asks_ask_too() -> None:
    opening = (
        "1. Urges ports to go on with their work, and in particular:\n(a) To {0} the lamps of the outer mole;"
    )
    base = parse(f"The Littoral Council,\n\n{opening.format('mend')}\n(b) To count the buoys of the bay;\n")
    revised = parse("The Littoral Council,\n\n1. Calls upon ports to mend the lamps of the outer mole;\n")
    lines = lines_of(brief_of(compare(base, revised)))
    assert "New asks" not in lines
    assert lines["Altered"][0].startswith("OP1")
    assert "urges → calls upon" in lines["Altered"][0]
    (change,) = [ask for ask in compare(base, revised).asks() if ask.outcome == "altered"]
    assert {edit.kind for edit in change.clause_edits()} == {"equal"}
    assert [line[:6] for line in lines["Asks gone (ids of untitled)"]] == ["OP1(b)"]


def test_asks_whose_paragraph_is_recalled_by_number_are_counted_in_one_line() -> None:
    rows = zip("abcdef", _SUBJECTS, strict=False)
    points = "".join(f"\n({letter}) To mend the {thing};" for letter, thing in rows)
    base = dated_text([f"Urges ports to go on with their work, and in particular:{points}"], 2030)
    revised = dated_text(["Recalls paragraph 1 of its resolution 30/1;"], 2031)
    text = _text(brief_of(compare(base, revised)), most=14)
    assert "OP1(a)–(f)" in text
    assert "urges: 6 asks (recalled by number: OP1)" in text
    few = dated_text([f"Urges ports to go on with their work, and in particular:{points[:75]}"], 2030)
    assert "mend the lamps" in _text(brief_of(compare(few, revised)), most=14)


@pytest.mark.parametrize(
    ("ids", "shown"),
    [
        (["OP4"], "OP4"),
        (["OP4", "OP4", "OP5"], "OP4, OP5"),
        (["OP4(a)", "OP4(b)"], "OP4(a), OP4(b)"),
        (["OP4(a)", "OP4(b)", "OP4(c)", "OP5(d)"], "OP4(a)–(c), OP5(d)"),
        (["OP4(a)", "OP4(c)", "OP4(d)", "OP4(e)"], "OP4(a), OP4(c)–(e)"),
        (["OP4(a)", "OP5(b)", "OP5(c)"], "OP4(a), OP5(b), OP5(c)"),
        (["OP4 → OP5", "PP1"], "OP4 → OP5, PP1"),
    ],
)
def test_ids_of_points_behind_each_other_are_a_range(ids: list[str], shown: str) -> None:
    assert in_ranges(ids) == shown


def _rewritten() -> Brief:
    """Two texts that hardly have a paragraph in common."""
    asks = [
        f"Requests the Warden of {name} to mend the {thing};" for name in _HARBOURS for thing in _SUBJECTS[:3]
    ]
    thoughts = [f"Notes that the {a} of {b} are dark;" for a in _SUBJECTS for b in ("the north", "the south")]
    gone = [f"Urges Guild {name} to train eleven novices in song;" for name in _HARBOURS]
    altered = [f"Invites the Keeper of {name} to report on seals and gulls;" for name in _HARBOURS]
    wider = [ask.replace(";", " and on the whales each night;") for ask in altered]
    return brief_between([*gone, *altered, _KEPT], [*asks, *thoughts, *wider, _KEPT])


def test_thoughts_are_left_out_before_asks_are() -> None:
    rest = (
        ", of the outer bay and of the northern isles, and of all that lies between them by night and in fog"
    )
    pairs = zip(_HARBOURS, _SUBJECTS, strict=False)
    asks = [f"Requests the Warden of {name} to mend the {thing}{rest};" for name, thing in pairs]
    thoughts = [f"Notes that the {a} of {b} are dark;" for a in _SUBJECTS for b in ("the north", "the south")]
    brief = brief_between([_KEPT], [*asks, *thoughts, _KEPT])
    shown = {most: _text(brief, most=most).count("are dark") for most in (30, 32, 34)}
    assert [_text(brief, most=most).count("Warden of") for most in shown] == [len(_HARBOURS)] * 3
    assert list(shown.values()) == [6, 10, 14]


def test_every_section_of_asks_has_some_lines() -> None:
    text = _text(_rewritten(), most=30)
    assert text.count("Keeper of") >= 3
    assert text.count("Guild") >= 3


def test_of_whom_a_thing_was_asked_before_is_said() -> None:
    words = "to mend the lamps of the outer mole by hand, "
    base = f"Urges all ports to count the buoys, {words}and to sail at noon;"
    revised = "Urges all ports to count the buoys and to sail at noon, and calls upon the Warden"
    revised += f", in line with its plan for the winter and the advice of pilots, {words[:-2]};"
    (new,) = lines_of(brief_between([base, _KEPT], [revised, _KEPT]))["New asks"]
    assert new.endswith("(asked before of Ports)")
    same = revised.replace("the Warden", "all ports")
    (new,) = lines_of(brief_between([base, _KEPT], [same, _KEPT]))["New asks"]
    assert new.endswith("(in a standing paragraph)")
    other = f"{base[:-1]}, and calls upon the Warden to write a song of seals and gulls;"
    (new,) = lines_of(brief_between([base, _KEPT], [other, _KEPT]))["New asks"]
    assert new.endswith("(in a standing paragraph)")


def test_a_part_of_an_ask_may_go_to_somebody_else() -> None:
    base = "Urges all ports to count buoys, to mend the lamps of the outer mole by hand, and to sail at noon;"
    revised = "Urges all ports to count buoys and to sail at noon, and calls upon {} to mend the lamps of the"
    revised += " outer mole by hand;"
    lines = lines_of(brief_between([base, _KEPT], [revised.format("the Warden"), _KEPT]))
    assert "verb, who: urges → calls upon · all ports → the Warden" in lines["Altered"][0]
    lines = lines_of(brief_between([base, _KEPT], [revised.format("all ports"), _KEPT]))
    assert "who" not in lines["Altered"][0]


def test_an_act_that_was_swallowed_alters_no_ask() -> None:
    base = (
        "Thanks the Warden, and decides to extend its mandate for a period ending on 31 May 2031, affirms"
        " its wish to watch the outer mole closely and further affirms its readiness to hear from it;"
    )
    revised = base.replace("2031, affirms", "2032 affirms")
    lines = lines_of(brief_between([base, _KEPT], [revised, _KEPT]))
    assert "Altered" not in lines


def test_what_is_called_for_in_this_regard_is_named() -> None:
    base = "Welcomes the new bells on the northern mole, requests the Warden to act;"
    revised = base.replace(", requests", ", encourages further progress in this regard, requests")
    (new,) = lines_of(brief_between([base, _KEPT], [revised, _KEPT]))["New asks"]
    assert "further progress in this regard [the new bells on the northern mole]" in new


def test_a_figure_beside_words_that_stand_elsewhere_is_no_place() -> None:
    words = "affirms its wish to watch the outer mole"
    hunk = Hunk("2031,", f"2032 {words}", "ending on", "closely")
    assert not [*without_said([hunk], f"Decides to go on to 2031, {words};", "")]
    assert [*without_said([hunk], "Decides to go on to 2031;", "")] == [hunk]
    assert [*without_said([Hunk("2031", "2032", "", "")], "to 2031", "to 2032")]


def test_a_heading_is_compared_by_its_words_and_not_by_its_number() -> None:
    headings = ("III Follow-up", "B. Nets", "CIVIL RIGHTS", "ROLE OF PORTS", "Annex A lamps", "A new agenda")
    titles = "".join(f"\n\n{title}\n\n{k}. Notes A fog {k};" for k, title in enumerate(headings, 1))
    text = parse(f"The Council,{titles}\n")
    side = Side(text.paragraphs, Vocabulary())
    bodies = [side.body(k) for k in range(len(side)) if side.part(k) == "heading"]
    assert bodies == ["Follow-up", "Nets", *headings[2:]]
    assert "Notes A fog 1" in [side.body(k) for k in range(len(side))]


def test_no_title_stands_above_nothing() -> None:
    brief = _rewritten()
    for most in range(6, 20):
        lines = _text(brief, most=most).splitlines()
        titles = [k for k, line in enumerate(lines) if line.isupper() and not line.startswith("  ")]
        assert all(lines[k + 1].startswith("  ") for k in titles), most
        assert not any(lines[k + 1].startswith("  … the rest") for k in titles), most


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [
        (("new bells", " · ", "+ and many more lamps"), 9, "new bells"),
        (("new bells", " · ", "+ and many more lamps"), 11, "new bells"),
        (("new bells", " · ", "+ and many more lamps"), 12, "new bells …"),
        (("new bells", " · ", "+ and many more lamps"), 24, "new bells · + and many …"),
        (("bells", " · ", "(on the) ", "39/13", " → ", "45/12"), 26, "bells …"),
        (("bells", " · ", "(on the) ", "39/13", " → ", "45/12"), 30, "bells · (on the) 39/13 → 45/12"),
    ],
)
def test_no_line_ends_with_a_sign_behind_which_nothing_stands(
    words: tuple[str, ...], room: int, shown: str
) -> None:
    runs: list[StyledRun] = [("", word) for word in words]
    assert "".join(text for _, text in cut_to_room(runs, room, alike)) == shown


def test_a_hedge_that_is_named_is_not_said_again_among_the_words() -> None:
    base = "Urges ports, when appropriate, to mend the lamps of the outer mole and to count buoys;"
    revised = "Urges ports to mend the appropriate lamps of the outer mole and to count all buoys;"
    (line,) = lines_of(brief_between([base, _KEPT], [revised, _KEPT]))["Altered"]
    assert line.count("when") == 1


def test_of_altered_asks_that_matter_those_are_named_that_are_shown() -> None:
    asks = [f"Urges the Keeper of bay {n} to mend the lamps of the mole;" for n in range(12)]
    revised = [ask.replace("Urges", "Requests") for ask in asks[:6]] + [
        ask.replace(";", " and the bells;") for ask in asks[6:]
    ]
    brief = brief_between([*asks, _KEPT], [*revised, _KEPT])
    notes = {_text(brief, most=most).partition("ALTERED ")[2].partition(")")[0] for most in (10, 40)}
    assert notes == {"(the first 6 matter", "(the first of 6 that matter"}


def test_how_many_thoughts_stand_behind_each_other() -> None:
    thoughts = [f"Notes that the {a} of {b} are dark;" for a in _SUBJECTS for b in ("the north", "the south")]
    (block,) = (b for b in brief_blocks(brief_between([_KEPT], [*thoughts, _KEPT])) if b.flows)
    assert len(block.lines) == 14
    rest = ", of the outer bay and of the northern isles, and of all that lies between them by night and fog"
    pairs = zip(_HARBOURS, _SUBJECTS, strict=False)
    asks = [f"Requests the Warden of {name} to mend the {thing}{rest};" for name, thing in pairs]
    assert _text(brief_between([_KEPT], [*asks, *thoughts, _KEPT]), most=22).count("are dark") == 2


def test_four_asks_that_are_recalled_are_counted_and_three_are_named() -> None:
    revised = dated_text(["Recalls paragraph 1 of its resolution 30/1;"], 2031)
    for count, is_counted in ((3, False), (4, True)):
        rows = zip("abcdef"[:count], _SUBJECTS, strict=False)
        points = "".join(f"\n({letter}) To mend the {thing};" for letter, thing in rows)
        base = dated_text([f"Urges ports to go on with their work, and in particular:{points}"], 2030)
        text = _text(brief_of(compare(base, revised)), most=10)
        assert (f"{count} asks (recalled by number" in text) == is_counted


def test_the_ids_of_asks_that_share_a_line_of_a_page_stand_together() -> None:
    page = "".join(briefs_html([_rewritten()]))
    lines = re.findall(r"<li>(.*?)</li>", page)
    assert lines
    assert all(line.startswith('<span class="ids">') for line in lines)
    assert any(line.partition("</span>")[0].count("<a ") > 1 for line in lines)
