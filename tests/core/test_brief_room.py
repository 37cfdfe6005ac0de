"""What of an altered ask is shown, and which asks stay where there is little room."""

from __future__ import annotations

from resdiff.core.brief import brief_of
from resdiff.core.brief.news import News
from resdiff.core.compare import compare
from resdiff.core.compare.hunks import Hunk
from resdiff.render.views.asks import aspect_values
from resdiff.render.views.brief import BriefSections, brief_blocks
from resdiff.render.views.brief_line import SHORT
from resdiff.render.views.brief_words import runs_of_hunks
from resdiff.render.views.notes import NOTHING
from tests.making import made

_KEPT = "Decides to remain seized of the matter."
_NEWS = News(compare(made(operative=[_KEPT]), made(operative=[_KEPT])))


def test_hedges_that_both_asks_have_are_not_shown() -> None:
    old = "Urges ports to light moles, as appropriate, upon their request;"
    new = "Urges ports to light moles, as appropriate, within existing mandates and resources, upon request;"
    comparison = compare(made(operative=[old, _KEPT]), made(operative=[new, _KEPT]))
    (change,) = [ask for ask in comparison.asks() if ask.outcome == "altered"]
    assert list(aspect_values(change)) == [("hedge", NOTHING, "within existing mandates and resources")]
    same = compare(made(operative=[old, _KEPT]), made(operative=[old.replace("their ", ""), _KEPT]))
    assert {ask.outcome for ask in same.asks()} == {"carried on"}


def test_what_is_listed_anew_with_more_did_not_go() -> None:
    listed = "lamp boards, tug firms and harbour banks"
    wider = "including lamp boards, tug firms, sail makers and harbour banks"
    for gone, come, sign in ((listed, wider, "+"), (wider, listed, "−")):
        places = [Hunk(gone, "", "upon ", " to pay"), Hunk("", come, "moles, ", ";")]
        assert (
            "".join(text for _, text in runs_of_hunks(places, SHORT, _NEWS))
            == f"{sign} including … sail makers"
        )
    other = [Hunk(listed, "", "upon ", " to pay"), Hunk("", "sail makers", "moles, ", ";")]
    assert _shown(other) == f"− {listed} · (… moles,) + sail makers"
    short = [Hunk("lamp boards", "", "upon ", " to pay"), Hunk("", wider, "moles, ", ";")]
    assert "− lamp boards" in "".join(
        text for _, text in runs_of_hunks(short, SHORT, _NEWS)
    )  # a name that recurs


def _shown(hunks: list[Hunk]) -> str:
    return "".join(text for _, text in runs_of_hunks(hunks, SHORT, _NEWS))


def test_of_many_altered_asks_those_that_bind_stay() -> None:
    small = [f"Urges board{k} to mend lamps of tower{k} and light{k} by the sea{k};" for k in range(70)]
    firm = "{} the Warden to publish a survey of reefs;"
    base = made(operative=[*small, firm.format("Requests"), _KEPT])
    revised = made(
        operative=[
            *[line.replace("mend lamps", "mend and paint all old and new lamps") for line in small],
            firm.format("Urges"),
            _KEPT,
        ]
    )
    blocks = brief_blocks(brief_of(compare(base, revised)))
    (altered,) = [block for block in blocks if block.title == "Altered"]
    assert len(altered.lines) < 71
    assert altered.lines[-1].name == "OP71"  # in the order of the text
    assert "requests → urges" in "".join(text for _, text in altered.lines[-1].runs)


def test_where_there_is_little_room_the_weightiest_thoughts_stay() -> None:
    thoughts = [f"Recalling its resolution {number}/3 of 4 May 2031," for number in range(1, 10)]
    preamble = [*thoughts, "Noting that the keepers of the northern lights have left their posts,"]
    brief = brief_of(compare(made([], [_KEPT]), made(preamble, [_KEPT])))
    (block,) = [block for block in BriefSections(brief).blocks(8, 2) if block.title == "New thoughts"]
    assert [line.name for line in block.lines] == ["PP1", "PP10"]
    assert block.rest == "8 more: PP2, PP3, PP4, PP5, PP6, PP7, PP8, PP9"
