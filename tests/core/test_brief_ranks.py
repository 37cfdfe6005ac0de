"""Which asks stay where there is little room, and what of a line is never cut."""

from __future__ import annotations

import pytest

from resdiff.core.brief import brief_of
from resdiff.core.compare import compare
from resdiff.core.compare.watch import watched_terms
from resdiff.core.watch import Watch
from resdiff.core.wording import third_person
from resdiff.render.terminal.brief import brief_text
from resdiff.render.views.brief import brief_blocks
from resdiff.render.views.brief_ranks import rank_of
from resdiff.render.views.pointed import pointed
from tests.core.test_brief import brief_between, lines_of
from tests.making import made

_KEPT = "Decides to remain seized of the matter."
_SHAPES = (
    "Urges ports to mend the {0} nets and to count the {0} buoys;",
    "Invites pilots to see the {0} mole;",
)
_WORDS = (
    "alder",
    "birch",
    "cedar",
    "dogwood",
    "elm",
    "fir",
    "gorse",
    "hazel",
    "ivy",
    "juniper",
    "kelp",
    "larch",
)


def _text(paragraphs: list[str], most: int) -> str:
    return " ".join("".join(brief_text(brief_between([_KEPT], paragraphs), width=100, most=most)).split())


@pytest.mark.parametrize(
    "binding",
    [
        "Requests the Warden to report on the lamps;",
        "Decides to open the mole to boats of all ports;",
        "Requests the Warden to convene a meeting of all pilots;",
        "Urges the Board of Lamps to pay for all wicks by 2031;",
    ],
)
def test_asks_that_bind_stay_before_others(binding: str) -> None:
    others = [
        f"{verb} the {word} harbour to {act} its {word} quays;"
        for word in _WORDS
        for verb, act in (("Urges", "paint"), ("Invites", "sweep"), ("Encourages", "survey"))
    ]
    shown = _text([*others, binding, _KEPT], 14)
    number = len(others) + 1
    assert f" OP{number} " in shown
    assert f"OP{number}" not in shown.partition(" more")[2].partition("NOT KNOWN")[0]


def test_what_answered_an_ask_is_said_however_long_the_ask_is() -> None:
    long = ", ".join(f"the {word} reefs and moles" for word in _WORDS)
    ask = f"Requests the Warden to convene a meeting of pilots and fishers on {long};"
    answer = f"Welcomes the convening of a meeting of pilots and fishers on {long};"
    others = [shape.format(word) for word in _WORDS for shape in _SHAPES]
    brief = brief_between([ask, _KEPT], [answer, *others, _KEPT])
    text = " ".join("".join(brief_text(brief, width=90, most=16)).split())
    assert "… (answered: OP1)" in text


def test_a_paragraph_that_is_the_ask_itself_does_not_stand() -> None:
    one = "Encourages all ports of the northern coast and their pilots to help the Warden with the lamps;"
    two = "Encourages all ports of the northern coast and their pilots to sing at the feast of the nets;"
    lines = lines_of(brief_between([one, _KEPT], [two, _KEPT]))
    assert not any("standing paragraph" in line for line in lines.get("New asks", []))
    gone = next((rows for title, rows in lines.items() if title.startswith("Asks gone")), [])
    assert not any("the rest of its paragraph" in line for line in gone)
    within = "Welcomes the lamps of the northern coast, its moles and its nets"
    lines = lines_of(
        brief_between([f"{within};", _KEPT], [f"{within}, and urges ports to light them;", _KEPT])
    )
    assert "(in a standing paragraph)" in lines["New asks"][0]


def test_a_hedge_that_came_and_one_that_went_are_not_one_change() -> None:
    one = "Urges ports to lend oil, boats and nets, as appropriate;"
    two = "Urges ports to lend oil, boats and nets, on mutually agreed terms;"
    (line,) = lines_of(brief_between([one, _KEPT], [two, _KEPT]))["Altered"]
    assert "− as appropriate · + on mutually agreed terms" in line
    assert "as appropriate → " not in line.partition("hedge")[2].partition("·")[0]


def test_a_hedge_among_many_words_is_named() -> None:
    one = "Emphasizes the wish of ports to lend boats by giving oil for lamps, nets of all kinds and ropes;"
    two = "Emphasizes the wish of ports to lend boats by giving oil as appropriate for lamps and ropes;"
    blocks = brief_blocks(brief_between([one, _KEPT], [two, _KEPT]))
    texts = ["".join(text for _, text in line.words) for block in blocks for line in block.lines]
    assert any(text.startswith("+ as appropriate") for text in texts)


def test_a_term_that_is_written_in_two_ways_is_one() -> None:
    one = "Urges ports to help with the transfer of technology for lamps;"
    two = "Urges ports to help with technology transfer for lamps;"
    three = "Urges ports to help with lamps;"

    def terms(base: str, revised: str) -> set[str]:
        brief = brief_between([base, _KEPT], [revised, _KEPT])
        texts = brief.comparison.base, brief.comparison.revised
        rows = watched_terms(*texts, brief.comparison.changes)
        return {f"{term.change} {term.term}" for row in rows for term in row}

    assert terms(one, two) == set()
    assert terms(one, three) == {"dropped technology transfer"}
    assert terms(three, two) == {"added technology transfer"}


def _brief(paragraph: str, width: int = 100, most: int = 60) -> list[str]:
    return list(brief_text(brief_between([_KEPT], [paragraph, _KEPT]), width=width, most=most))


def test_a_long_addressee_stands_before_its_ask_which_has_the_whole_line() -> None:
    acts = "mend the lamps, the nets, the moles, the quays, the slips, the locks and the docks of the bay"
    short = _brief(f"Requests the Warden to {acts};")
    long = _brief(f"Requests the Commission of Lamps, Nets and Moles to {acts};")
    (line,) = [line for line in short if "OP1 " in line]
    assert "  Warden  requests" in line
    (line,) = [line for line in long if "OP1 " in line]
    assert "  Commission of Lamps, Nets and Moles · requests: mend" in line
    assert long[long.index(line) + 1].startswith("       ")
    assert not long[long.index(line) + 1].startswith(" " * 20)


def test_each_of_many_asks_that_share_a_line_is_said() -> None:
    asks = [f"Invites pilots to survey the {word} reef and to paint its moles;" for word in _WORDS]
    brief = brief_between([_KEPT], [*asks, *(s.format(w) for w in _WORDS for s in _SHAPES), _KEPT])
    text = " ".join("".join(brief_text(brief, width=100, most=40)).split())
    assert all(f"survey the {word} reef" in text for word in _WORDS)


def test_the_act_of_an_altered_ask_is_no_note() -> None:
    long = ", ".join(f"the {word} moles" for word in _WORDS)
    one = f"Urges the ports of the northern coast to count and to paint {long} of the bay;"
    two = one.replace("count", "survey").replace("alder", "maple").replace("larch", "willow")
    brief = brief_between([one, _KEPT], [two, _KEPT])
    text = " ".join("".join(brief_text(brief, width=60, most=9)).split())
    assert "maple" in text
    assert "count → survey" in text


def test_a_term_of_a_further_act_is_not_said_of_the_first() -> None:
    row = ", ".join(f"the {word} reefs and the lamps that stand on them" for word in _WORDS)
    ask = f"Requests the Warden to survey {row}, and to report to the Assembly at its ninetieth session;"
    (line,) = lines_of(brief_between([_KEPT], [ask, _KEPT]))["New asks"]
    assert "requests: survey" in line
    assert line.endswith("[further on: at its ninetieth session]")
    ask = f"Requests the Warden to survey {row} at the ninetieth session, and to lend boats;"
    (line,) = lines_of(brief_between([_KEPT], [ask, _KEPT]))["New asks"]
    assert "requests (at the ninetieth session): survey" in line


def test_an_ask_with_words_that_are_new_to_the_text_ranks_before_one_without() -> None:
    known = "Notes the paint, the harbour and the quays of ports;"
    asks = ["Urges ports to paint the harbour quays;", "Urges ports to gild the marble benches;"]
    brief = brief_between([known, _KEPT], [known, *asks, _KEPT])
    (section,) = (section for section in brief.sections if section.name == "new asks")
    one, two = (rank_of(brief, "new asks", item) for item in section.items)
    assert one < two


def test_a_word_says_the_more_the_fewer_paragraphs_of_the_other_text_have_it() -> None:
    base = ["Notes lamps and nets;", "Notes lamps and moles;", "Notes lamps and quays;", _KEPT]
    news = brief_between(base, ["Notes lamps, whales and the nets;", _KEPT]).news
    weights = [news.weight(word, is_new=True) for word in ("the", "lamps,", "nets;", "whales")]
    assert weights == sorted(weights)
    assert len(set(weights)) == len(weights)
    assert news.weight("moles", is_new=False) > news.weight("nets", is_new=False) > 0


def test_what_is_gone_is_weighed_by_the_text_that_lacks_it() -> None:
    brief = brief_between(
        ["Notes the whales;", "Notes squids;", _KEPT], ["Notes squids;", "Notes lamps;", _KEPT]
    )
    lines = {block.title: block.lines[0] for block in brief_blocks(brief)}
    assert lines["Gone"].weigh("whales") > lines["Gone"].weigh("lamps")
    assert lines["New thoughts"].weigh("lamps") > lines["New thoughts"].weigh("whales")


def _many(count: int) -> list[str]:
    acts = ("paint", "sweep", "survey")
    pairs = [(act, word) for act in acts for word in _WORDS][:count]
    return [f"Urges the Warden to {act} the {word} quays and all of the {word} moles;" for act, word in pairs]


def test_asks_that_share_lines_have_words_each_and_the_rest_is_counted() -> None:
    text = _text([*_many(30), _KEPT], 24)
    shared = text.partition("NEW ASKS")[2].partition("NOT KNOWN")[0].strip()
    *acts, last = shared.partition("urges: ")[2].split("; ")
    assert len(acts) >= 8
    assert last == f"{30 - len(acts)} more"
    few = _text([*_many(3), *_many(30)[3:], _KEPT], 60)
    assert " more" not in few.partition("NOT KNOWN")[0]


def test_where_several_asks_share_a_line_it_says_as_much_as_all_of_them() -> None:
    brief = brief_between([_KEPT], [*_many(9), "Invites the Board to mend one reef;", _KEPT])
    (block,) = [block for block in brief_blocks(brief, 8) if block.title == "New asks"]
    assert [line.asks for line in block.lines] == [9, 1]
    assert block.lines[0].rank[2] > 4 * block.lines[1].rank[2]


def test_the_words_of_a_line_take_the_whole_of_it() -> None:
    reefs = " and ".join(f"the {word} reef" for word in _WORDS[:7])
    for width in (100, 102, 104, 106):
        brief = brief_between([_KEPT], [f"Urges ports to mark {reefs};"] * 20)
        lines = "".join(brief_text(brief, width=width, most=60)).splitlines()
        cut = [line for line in lines if line.endswith("…")]
        assert all(len(line) > width - len(" and the dogwood reef") for line in cut)


def test_what_shall_be_done_is_the_point_of_a_decision() -> None:
    text = "any change of the moles, the piers and the lamps of the harbour roads shall be put to a vote"
    says = lambda word: 3.0 if word in ("shall", "vote") else 1.0  # noqa: E731
    assert "shall be put to a vote" in pointed(text, 62, len, says)
    assert "vote" not in pointed(text.replace("shall", "should"), 62, len, says)


@pytest.mark.parametrize(
    ("lemma", "modifiers", "shown"),
    [
        ("reiterate encouragement", ("strong",), "reiterates strong encouragement"),
        ("express concern", ("once again", "deep"), "once again expresses deep concern"),
        ("call upon", ("strongly",), "strongly calls upon"),
        ("undergo", (), "undergoes"),
        ("veto", (), "vetoes"),
    ],
)
def test_verbs_have_their_modifiers_where_texts_have_them(
    lemma: str, modifiers: tuple[str, ...], shown: str
) -> None:
    assert third_person(lemma, "en", modifiers) == shown


def test_a_watched_term_that_went_names_the_paragraph_that_it_was_in() -> None:
    base = made(operative=["Urges ports to sing;", "Invites pilots, as appropriate, to sail;", _KEPT])
    brief = brief_of(
        compare(base, made(operative=["Urges ports to sing;", _KEPT])), Watch(("as appropriate",))
    )
    assert any("was OP2" in line and "as appropriate" in line for line in lines_of(brief)["Watched"])
