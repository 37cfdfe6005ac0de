"""What a brief says, in which section."""

from __future__ import annotations

import pytest

from resdiff.core.brief import Brief, brief_of
from resdiff.core.brief.builder import grouped
from resdiff.core.compare import compare
from resdiff.core.parse import parse
from resdiff.core.wording import third_person
from resdiff.render.terminal.brief import brief_text
from resdiff.render.views.brief import MOST_LINES, brief_blocks, brief_head, not_known, record_lines
from tests.making import made

_STANDING = [
    "Requests the Warden to publish the register of catches;",
    "Urges ports to close the northern mole to boats;",
    "Encourages members to plant reeds along the shore;",
]


def brief_between(
    base: list[str], revised: list[str], preamble: tuple[list[str], list[str]] = ([], [])
) -> Brief:
    """The brief of two texts with these operative and preambular paragraphs."""
    one, two = made(preamble=preamble[0], operative=base), made(preamble=preamble[1], operative=revised)
    return brief_of(compare(one, two))


def lines_of(brief: Brief) -> dict[str, list[str]]:
    return {
        f"{block.title} {block.note}".rstrip(): [
            " ".join(part for part in (line.name, line.who, "".join(text for _, text in line.words)) if part)
            for line in block.lines
        ]
        for block in brief_blocks(brief)
    }


def test_new_altered_and_dropped_asks_come_first() -> None:
    brief = brief_between(
        _STANDING,
        [
            "Requests the Warden to publish the register of catches and of nets;",
            "Calls upon the Fund to lend boats to fishers, as appropriate;",
            _STANDING[2],
        ],
    )
    assert (brief.new, brief.altered, brief.gone) == (1, 1, 1)
    assert [*lines_of(brief)] == ["New asks", "Altered", "Asks gone (ids of untitled)"]
    assert lines_of(brief)["Altered"] == [
        "OP1 Warden scope: + and of nets — requests: publish the register of catches and of nets"
    ]
    assert lines_of(brief)["New asks"][0].startswith("OP2 Fund calls upon: lend boats to fishers")
    assert lines_of(brief)["Asks gone (ids of untitled)"] == [
        "OP2 Ports urges: close the northern mole to boats"
    ]


def test_the_head_says_what_happened_in_twolines_of() -> None:
    brief = brief_between(_STANDING, [*_STANDING, "Calls upon the Fund to lend boats to fishers;"])
    summary = brief_head(brief)[1]
    assert summary == "1 new ask, none altered, none gone; calls upon 0→1. 1 of 1 changed paragraph matters."
    assert brief_head(brief_between(_STANDING, _STANDING))[1] == "No paragraph changed."


def test_verbs_of_the_preamble_never_headline() -> None:
    brief = brief_between(
        _STANDING, _STANDING, (["Recalling the tides,"], ["Recalling the tides,", "Noting the reeds,"])
    )
    assert brief.balance == ()
    assert lines_of(brief) == {"New thoughts": ["PP2 noting: the reeds"]}


def test_an_ask_in_a_standing_paragraph_says_so() -> None:
    brief = brief_between(
        ["Welcomes the work of the Panel on the lights of the coast;"],
        ["Welcomes the work of the Panel on the lights of the coast, and requests the Panel to report;"],
    )
    assert lines_of(brief)["New asks"][0].endswith("(in a standing paragraph)")


def test_sections_without_content_do_not_occur() -> None:
    assert brief_blocks(brief_between(_STANDING, _STANDING)) == []


def test_what_is_not_known_is_said() -> None:
    brief = brief_between(_STANDING, _STANDING)
    assert not_known(brief)[0] == "votes: neither text has one"
    assert any(line.startswith("dates: ") for line in not_known(brief))
    assert record_lines(brief) == []


def test_asks_share_a_line_where_there_are_too_many() -> None:
    many = [
        f"Calls upon the Fund to lend boat {number} to the fishers of harbour {number};"
        for number in range(90)
    ]
    brief = brief_between(_STANDING, [*_STANDING, *many])
    assert len(grouped(brief.sections[0].items)) == 1
    text = "".join(brief_text(brief, width=100))
    assert text.count("\n") <= MOST_LINES
    assert "OP4, OP5" in text
    assert brief_head(brief)[1].startswith("90 new asks")


def test_a_brief_of_many_kinds_names_the_ids_that_it_leaves_out() -> None:
    verbs = ("Calls upon", "Requests", "Urges", "Invites", "Encourages")
    many = [
        f"{verbs[number % 5]} the {name} board to keep register {number} of the boats of its shore;"
        for number, name in enumerate(
            f"{a}{b}" for a in "ABCDEFGHIJ" for b in ("al", "en", "is", "or", "um", "ax")
        )
    ]
    brief = brief_between(_STANDING, [*_STANDING, *many])
    text = "".join(brief_text(brief, width=110))
    assert text.count("\n") <= MOST_LINES
    assert "more: OP" in text
    assert all(f"OP{number}" in text for number in range(4, 64))


def test_verbs_are_written_as_texts_have_them() -> None:
    lemmas = ("request", "call upon", "express concern", "be concerned", "deny", "stress")
    assert [third_person(lemma) for lemma in lemmas] == [
        "requests",
        "calls upon",
        "expresses concern",
        "is concerned",
        "denies",
        "stresses",
    ]


def test_what_an_ask_leaves_of_a_paragraph_is_reworded() -> None:
    base = "Deplores the loss of boats in the northern harbours, and requests the Warden to report;"
    revised = base.replace("in the northern harbours", "in all storms of the spring and the autumn").replace(
        "to report", "to report, as appropriate"
    )
    lines = lines_of(brief_between([*_STANDING, base], [*_STANDING, revised]))
    assert [*lines] == ["Altered", "Reworded"]
    small = base.replace("to report", "to report, as appropriate")
    assert [*lines_of(brief_between([*_STANDING, base], [*_STANDING, small]))] == ["Altered"]


def test_words_that_only_changed_places_are_not_named() -> None:
    base = "Notes the wish of the Keepers of Lights to meet in the harbour of the north and at sea;"
    revised = "Notes the wish to meet of the Keepers of Lights in the old harbour of the north and at sea;"
    assert lines_of(brief_between([base], [revised]))["Reworded"] == ["OP1 + old (harbour of the north)"]


def test_words_that_went_begin_as_a_clause_does() -> None:
    law = "international law of the"
    base = f"Recognizes {law} sea, {law} shore and {law} rivers;"
    revised = base.replace(f" {law} shore and", " and")
    words = lines_of(brief_between([base], [revised]))["Reworded"][0]
    assert words.startswith(f"OP1 − {law} shore")


def test_headings_are_no_thoughts() -> None:
    one = "The Littoral Assembly,\n\nRecalling tides,\n\n1. Urges rest;\n\n2. Decides to sit."
    two = one.replace("\n\n2. Decides", "\n\nII\n\nSittings of the Assembly\n\n2. Decides")
    assert lines_of(brief_of(compare(parse(one), parse(two)))) == {}


def test_asks_that_came_or_went_have_room_before_those_that_were_reworded() -> None:
    base = [f"Urges port {k} to paint its mole in the colour {k};" for k in range(60)]
    revised = [f"Urges port {k} to paint its long mole in the colour {k};" for k in range(60)]
    brief = brief_between(
        ["Invites the Fund to lend boats to fishers;", *base],
        [*revised, "Calls upon the Observatory to count the seals of the outer reefs;"],
    )
    blocks = {block.title: block for block in brief_blocks(brief)}
    assert (blocks["New asks"].rest, blocks["Asks gone"].rest) == ("", "")
    assert blocks["Altered"].rest.startswith(f"{60 - len(blocks['Altered'].lines)} more: OP")
    assert sum(1 + len(block.lines) for block in blocks.values()) <= MOST_LINES


def test_asks_that_share_a_line_are_each_said() -> None:
    acts = [
        "keep the register of nets in every harbour of the coast",
        "lend boats to fishers who lost theirs",
        "count the seals",
    ]
    brief = brief_between(_STANDING, [*_STANDING, *(f"Invites members to {act};" for act in acts)])
    (line,) = (
        line for block in brief_blocks(brief, most=1) for line in block.lines if line.name == "OP4, OP5, OP6"
    )
    words = "".join(text for _, text in line.words)
    assert words == "invites: keep the register of nets …; lend boats to fishers …; count the seals"
    text = "".join(brief_text(brief, width=110, most=8))
    assert all(begin in text for begin in ("keep the register", "lend boats", "count the seals"))


def test_the_head_says_how_many_verbs_it_leaves_out() -> None:
    verbs = ("Invites", "Urges", "Requests", "Calls upon", "Encourages")
    brief = brief_between(
        ["Decides to meet;"], [f"{verb} the Fund to lend boat {k};" for k, verb in enumerate(verbs)]
    )
    assert len(brief.balance) == 6
    assert ", 2 other verbs. " in brief_head(brief)[1]


def test_what_an_altered_ask_asks_stands_behind_what_changed() -> None:
    text = "Urges the Keepers of Lights to respect fully the rights of all pilots of the harbour;"
    (line,) = lines_of(brief_between([text], [text.replace(" fully", "")]))["Altered"]
    assert line.endswith(
        "− fully (the rights of all) — urges: respect the rights of all pilots of the harbour"
    )
    strong = brief_between(_STANDING, [*_STANDING, "Strongly encourages the Fund to lend boats to fishers;"])
    assert lines_of(strong)["New asks"] == ["OP4 Fund strongly encourages: lend boats to fishers"]


def test_a_thought_begins_where_it_says_what_the_other_text_does_not() -> None:
    standing = "Welcomes the continuing personal engagement of the Warden and his crew"
    tails = (
        ", and the lamps that were lit at the northern mole by pilots who had come from afar in spring;",
        " in all storms at sea, regrets wrecks, and deplores those who put out lights for a price or a bet;",
    )
    others = [f"Notes the wish of harbour {number} to have its own lamp and boat;" for number in range(9)]
    lines = lines_of(brief_between([*others, standing + tails[0]], [standing + tails[1], *others]))
    (line,) = lines["Gone (ids of untitled)"]
    assert line.startswith("OP10 welcomes: … Warden and his crew, and the lamps")


_SHORT = "Calls for equal and good teaching at all harbours for young pilots and for keepers;"
_LONG = (
    "Calls for an end of all wrecking and for lamps at every mole, for boats that are whole, for bread and"
    " oil in the towers, for rest on feast days, for a fair share of what is caught, for schools of"
    " navigation in each of the northern islands, and for dry beds in winter;"
)
_WITH_SHORT = _LONG.replace(
    "for dry beds",
    "for equal and good teaching at all harbours, on both coasts and in every season, whatever the"
    " weather or the hour, for young pilots and for keepers, and for dry beds",
)


def _apart(base: list[str], revised: list[str], places: tuple[int, int]) -> Brief:
    """The brief of two texts of which two paragraphs do not correspond."""
    comparison = brief_between(base, revised).comparison
    judgements = comparison.judgements.decided(places, is_linked=False)
    return brief_of(compare(comparison.base, comparison.revised, judgements=judgements))


def test_an_ask_that_became_part_of_a_longer_one_is_not_gone() -> None:
    brief = _apart([_SHORT, *_STANDING, _LONG], [*_STANDING, _WITH_SHORT], (0, 3))
    assert (brief.new, brief.gone) == (0, 0)
    assert lines_of(brief)["Elsewhere"] == ["OP1 → OP4"]
    assert not any(name.startswith("Gone") for name in lines_of(brief))
    back = _apart([*_STANDING, _WITH_SHORT], [_SHORT, *_STANDING, _LONG], (3, 0))
    assert (back.new, back.gone) == (0, 0)
    assert lines_of(back)["Elsewhere"] == ["OP4 → OP1"]
    demanded = _SHORT.replace("Calls for", "Demands")
    weaker = _apart([demanded, *_STANDING, _LONG], [*_STANDING, _WITH_SHORT], (0, 3))
    assert "verb: demands → calls for" in " ".join(lines_of(weaker)["Altered"])
    assert "Elsewhere" not in lines_of(weaker)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("equal and good teaching at all", "equal teaching on the high seas for the blind at all"),
        ("for young pilots and for keepers", "for such pilots and for keepers"),
        ("young", "blind"),
        (
            "equal and good teaching at all harbours for young pilots and for keepers",
            "keepers for pilots young for harbours all at teaching good equal",
        ),
        ("equal and good teaching at all harbours for young pilots and for keepers", "bread and oil"),
        ("equal and good teaching at all harbours for young pilots and for keepers", "lamps at harbours"),
    ],
)
def test_what_says_something_else_or_little_is_no_part(old: str, new: str) -> None:
    short = _SHORT.replace(old, new)
    longer = _WITH_SHORT.replace("for young", "for such young") if "such" in new else _WITH_SHORT
    assert _apart([short, *_STANDING, _LONG], [*_STANDING, longer], (0, 3)).gone == 1


def test_a_mandate_that_goes_on_is_named() -> None:
    text = "Decides to extend the mandate of the Mission of the Lights until 31 January 2031;"
    lines = lines_of(brief_between([*_STANDING, text], [*_STANDING, text.replace("2031", "2032")]))
    assert lines["Rolled on"] == [
        "OP4 decides: extend the mandate of the Mission of the Lights until 31 January 2032"
    ]


def test_of_rewordings_the_lightest_are_left_out() -> None:
    base = [f"Notes the wish of harbour {k} to have a lamp of its own at the outer mole;" for k in range(40)]
    revised = [text.replace("a lamp", "a bright lamp") for text in base]
    heavy = base[30].replace("outer mole", "new pier that was built by all keepers of the northern islands")
    brief = brief_between(base, [*revised[:30], heavy, *revised[31:]])
    (block,) = (block for block in brief_blocks(brief, most=20, flows=False) if block.title == "Reworded")
    assert "OP31" in [line.name for line in block.lines]
    assert len(block.lines) < 20
    assert "OP40" in block.rest
