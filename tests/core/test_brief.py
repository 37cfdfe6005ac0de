"""What a brief says, in which section."""

from __future__ import annotations

import pytest

from resdiff.core.brief import Brief, brief_of
from resdiff.core.brief.builder import grouped
from resdiff.core.compare import compare
from resdiff.core.parse import parse
from resdiff.core.wording import third_person
from resdiff.render.terminal.brief import brief_text
from resdiff.render.views.brief import MOST_LINES, brief_blocks, brief_head
from resdiff.render.views.brief_records import not_known, record_lines
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


def test_the_head_says_what_happened_in_two_lines() -> None:
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


_SHORT_ACTS = [
    "keep the register of nets in every harbour of all the coast",
    "lend boats to fishers who lost theirs",
    "count the seals",
]
_CUT_ACT = "keep the register of nets in every harbour …"
_MORE_ACTS = ["paint the northern mole each spring", "mend the lamps of the bay"]


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        (_SHORT_ACTS, ["keep the register of nets in every harbour …", *_SHORT_ACTS[1:]]),
        (
            _SHORT_ACTS + _MORE_ACTS,
            ["keep the register of nets in every harbour …", *_SHORT_ACTS[1:], *_MORE_ACTS],
        ),
    ],
)
def test_asks_that_share_a_line_are_each_said(acts: list[str], said: list[str]) -> None:
    brief = brief_between(_STANDING, [*_STANDING, *(f"Invites members to {act};" for act in acts)])
    (line,) = (
        line for block in brief_blocks(brief, most=1) for line in block.lines if line.name.startswith("OP4, ")
    )
    assert "".join(text for _, text in line.words) == f"invites: {'; '.join(said)}"
    text = " ".join("".join(brief_text(brief, width=110, most=8)).split())
    assert all(begin in text for begin in ("keep the register", "lend boats", "count the seals"))


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ((" each year", " each year"), "2 altered, none"),
        ((" and of nets", " each year"), "2 altered (1 matters), none"),
        ((" and of nets", " and of nets"), "2 altered (none matter), none"),
    ],
)
def test_the_head_counts_the_altered_asks_that_matter(ends: tuple[str, str], said: str) -> None:
    asks = [
        "Requests the Warden to publish the register of catches",
        "Invites the Fund to keep a list of boats",
    ]
    before = [f"{ask};" for ask in asks]
    after = [f"{ask}{end};" for ask, end in zip(asks, ends, strict=True)]
    assert said in brief_head(brief_between(before, after))[1]


def test_decisions_are_counted_in_every_language() -> None:
    base, revised = (
        parse(f"Le Conseil de sécurité,\n\n1. Prie les ports d'agir ;\n{more}", language="fr")
        for more in ("", "\n2. Décide de créer un comité des feux ;\n")
    )
    assert [(row.lemma, row.base, row.revised) for row in brief_of(compare(base, revised)).balance] == [
        ("décider", 0, 1)
    ]
