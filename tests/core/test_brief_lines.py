"""What the lines of a brief say."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from resdiff.core.brief import brief_of
from resdiff.core.brief.news import News
from resdiff.core.compare import compare
from resdiff.core.compare.hunks import Hunk
from resdiff.core.model import Resolution, Vote
from resdiff.core.parse import parse
from resdiff.render.terminal.brief import brief_text
from resdiff.render.views.asks import aspect_values
from resdiff.render.views.brief import MOST_LINES, brief_blocks
from resdiff.render.views.brief_line import SHORT
from resdiff.render.views.brief_records import record_lines
from resdiff.render.views.brief_words import runs_of_hunks
from resdiff.render.views.first_words import first_words
from resdiff.render.word.brief import briefs_docx
from tests.core.test_brief import brief_between, lines_of
from tests.making import made

_STANDING = [
    "Requests the Warden to publish the register of catches;",
    "Urges ports to close the northern mole to boats;",
    "Encourages members to plant reeds along the shore;",
]
NEWS = News(compare(made(operative=_STANDING), made(operative=_STANDING)))


def test_what_a_new_paragraph_says_before_it_asks_is_a_thought_too() -> None:
    said = "Notes with concern that no port has lit its lamps, and urges ports to light them;"
    lines = lines_of(brief_between(_STANDING, [*_STANDING, said]))
    assert lines["New asks"][0].startswith("OP4 Ports urges: light them")
    assert lines["New thoughts"] == ["OP4 notes with concern: that no port has lit its lamps"]
    short = "Welcomes the survey and urges ports to light their lamps before the storms of the winter;"
    assert "New thoughts" not in lines_of(brief_between(_STANDING, [*_STANDING, short]))


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("in cooperation with the ports, to publish a chart of the reef", "… publish a chart of the reef"),
        (
            "in cooperation with ports and with pilots to propose a plan for the reef",
            "… propose a plan for the reef",
        ),
        (
            "to publish, in cooperation with the ports, a chart",
            "publish, in cooperation with the ports, a chart",
        ),
        ("to ensure, for the sake of peace, that all boats keep away", "ensure … that all boats keep away"),
        ("that has not yet done so to adhere to the Compact", "… adhere to the Compact"),
        (
            "in the southern bay to adhere to the Compact, and to light moles",
            "… adhere to the Compact, and to light moles",
        ),
    ],
)
def test_the_act_is_said_before_what_stands_around_it(asked: str, shown: str) -> None:
    lines = lines_of(brief_between(_STANDING, [*_STANDING, f"Requests the Warden, {asked};"]))
    assert lines["New asks"] == [f"OP4 Warden requests: {shown}"]


def test_of_several_terms_what_differs_is_shown() -> None:
    ask = "Requests the Warden to report on lamps within two months and on moles within {} months;"
    (line,) = lines_of(brief_between([ask.format("six")], [ask.format("nine")]))["Altered"]
    assert "due: within six months → within nine months" in line
    once = ask.format("six").replace(" and on moles within six months", "")
    (line,) = lines_of(brief_between([once], [ask.format("six")]))["Altered"]
    assert "due: + within six months" in line
    (change,) = brief_between([ask.format("six")], [ask.format("six")]).comparison.asks()
    assert list(aspect_values(replace(change, aspects=("due",)))) == []


def test_numbers_stand_before_the_weightiest_words() -> None:
    stands = "that {} lamps, {} moles, {} boats, {} tugs and {} nets were lost {}in the northern bay"
    base = f"Notes with concern {stands.format(1, 2, 3, 4, 5, '')}, of which keepers told;"
    revised = base.replace("were lost", "were lost to storms and careless pilots")
    for k in range(1, 6):
        revised = revised.replace(f" {k} ", f" 1{k} ")
    (line,) = lines_of(brief_between([base], [revised]))["Also matters"]
    assert line.startswith("OP1 amount 1 → 11 lamps")
    assert line.endswith("· + to storms and careless pilots")
    assert all(f"{k} → 1{k}" in line for k in range(1, 6))
    verb = base.replace("Notes with concern", "Condemns")
    verb = verb.replace("in the", "by careless pilots of ten foreign harbours in the")
    (line,) = lines_of(brief_between([base], [verb]))["Also matters"]
    assert line.startswith("OP1 condemnation Notes with concern → Condemns")
    (line,) = lines_of(brief_between([base], [verb.replace("3 boats", "13 boats")]))["Also matters"]
    assert "condemnation, amount Notes with concern → Condemns" in line
    assert "3 → 13 boats" in line


_FAR = "targets for lamps in all harbours of the coast"


@pytest.mark.parametrize(
    ("base", "revised", "shown"),
    [
        (
            f"its {_FAR} by 2033;",
            f"its wide {_FAR} by 2040;",
            "cadence 2033 → 2040 · + wide (targets for lamps in)",
        ),
        (f"its {_FAR} by 2033;", f"its wide {_FAR} by 2034;", ""),
        (
            "its work until 30 April 2033",
            "its work until 30 June 2035",
            "cadence (… its work until 30) April 2033 → June 2035",
        ),
        (
            "its seventy-ninth session and in 2019",
            "its eighty-second session and in 2020",
            "cadence seventy-ninth → eighty-second (session and in)",
        ),
        (
            f"its 30 {_FAR} until April 2033",
            f"its 40 {_FAR} until dusk of June 2035",
            (
                "amount, cadence (… of the coast until) April 2033 → dusk of June 2035"
                " · 30 → 40 targets for lamps in all harbours"
            ),
        ),
    ],
)
def test_a_term_that_moved_by_another_step_is_shown_first(base: str, revised: str, shown: str) -> None:
    one, two = (
        parse(
            f"{number}/9. Lights\n\nThe General Assembly,\n\nRecalling its resolutions,\n\n"
            f"1. Emphasizes {words}.\n\n31st plenary meeting\n28 April {year}\n"
        )
        for number, year, words in ((77, 2031, base), (78, 2032, revised))
    )
    lines = lines_of(brief_of(compare(one, two))).get("Also matters", [])
    assert lines == ([f"OP1 {shown}"] if shown else [])


def test_whom_an_ask_is_to_and_its_words_stand_apart() -> None:
    ask = "Requests {} to publish the register of catches each year{};"
    asks = [ask.format("the Warden", ""), ask.format("the Board", " and of all nets")]
    (line,) = lines_of(brief_between(asks[:1], asks[1:]))["Altered"]
    assert "who, scope: the Warden → the Board · + and of all nets" in line


def test_figures_in_groups_are_whole() -> None:
    said = "Notes that the Fund pays {} euros for the lamps of the northern bay;"
    for old, new in (("1 500 000", "1 800 000"), ("12 500", "12 700"), ("9 500 000", "9 500 100")):
        (line,) = lines_of(brief_between([said.format(old)], [said.format(new)]))["Also matters"]
        assert f"{old} → {new} euros" in line
    year = "Notes that the Fund paid in 1990 {} 000 2031 euros for lamps of the bay;"
    (line,) = lines_of(brief_between([year.format(500)], [year.format(800)]))["Also matters"]
    assert "500 000 → 800 000" in line.replace("amount ", "").removeprefix("OP1 ")[:17]
    words = "Notes with concern that 12 {} of the bay were lost;"
    brief = brief_between([words.format("lamps")], [words.format("foreign boats")])
    assert lines_of(brief)["Reworded"][0].startswith("OP1 lamps → foreign boats")


def test_a_term_that_rolled_on_is_named_where_its_paragraph_says_more() -> None:
    ask = "Requests the Warden to report to the Board at its {} session on the lamps of the northern bay"
    more = ", and notes the storms that broke the moles of the southern bay and the tugs of pilots"
    one, two = f"{ask.format('seventh')};", f"{ask.format('eighth')}{more};"
    two = two.replace("northern", "western").replace("lamps", "half\u2011lit lamps")
    lines = lines_of(brief_between([one.replace("lamps", "half-lit lamps")], [two]))
    assert lines["Rolled on"] == ["OP1 seventh → eighth"]
    assert "storms" in lines["Reworded"][0]
    alone = two.replace(more, "").replace("western", "northern")
    alike = lines_of(brief_between([one.replace("lamps", "half-lit lamps")], [alone]))
    assert alike["Rolled on"] == ["OP1 seventh → eighth"]
    cites = f"{ask.format('seventh')} under resolution {{}}/9 of the Board;"
    same = cites.format(9).replace(";", f"{more};")
    assert "Rolled on" not in lines_of(brief_between([cites.format(8)], [same]))
    joined = one.replace("at its seventh session on the lamps", "on lamps at its seventh session")
    further = joined.replace("seventh session", "eighth session and on the boats that storms broke")
    assert "Rolled on" not in lines_of(brief_between([joined], [further]))


def test_room_that_is_left_goes_to_what_says_most() -> None:
    words = "the keepers of every pier, of every mole and of every lamp of the northern and the southern bay"
    asks = [f"Requests board {k} to lend boat {k} to {words}, to {words} and to {words};" for k in range(9)]
    notes = [f"Notes with concern storm {k}, which broke {words}, {words} and {words};" for k in range(14)]
    lines = list(brief_text(brief_between(_STANDING, [*_STANDING, *asks, *notes]), width=110))
    assert MOST_LINES - 1 <= len(lines) <= MOST_LINES
    titles = [k for k, line in enumerate(lines) if line[0] != " "]
    asked, noted = (
        lines[titles[k] + 1 : titles[k + 1]] for k, at in enumerate(titles) if lines[at].startswith("NEW")
    )
    assert len(asked) / 9 > len(noted) / 14 >= 1


def test_of_long_names_what_differs_is_shown() -> None:
    ask = "Urges the ports of the northern bay {} to light the outer lamps of the reef at dusk and at dawn;"
    lines = lines_of(brief_between([ask.format("and their pilots")], [ask.format("and their keepers")]))
    assert "who: pilots → keepers" in lines["Altered"][0]
    ask = "Urges the Board of {} to light the outer lamps of the reef at dusk;"
    lines = lines_of(brief_between([ask.format("Ports")], [ask.format("Pilots")]))
    assert "who: the Board of Ports → the Board of Pilots" in lines["Altered"][0]


def test_a_number_is_shown_with_what_it_counts() -> None:
    owed = "Notes that {} million crowns of the harbour dues of the last year are owed to the Fund;"
    lines = lines_of(brief_between([owed.format(36)], [owed.format(41)]))
    assert "36 → 41 million crowns of the" in lines["Also matters"][0]


def test_ids_are_never_cut_and_both_wordings_are_seen() -> None:
    tasks = [f"to mend the mole of harbour {k} before the storms" for k in range(6)]
    brief = brief_between(_STANDING, [*_STANDING, *(f"Urges the Board of Pilots {task};" for task in tasks)])
    text = "".join(brief_text(brief, width=80, most=9))
    assert "OP4, OP5, OP6, OP7, OP8, OP9\n" in text
    old = "Notes the wishes of keepers from all northern piers of the outer bay on the storms of the winter;"
    new = "Notes the wishes of pilots who came with every boat of a long fleet on the storms of the winter;"
    text = "".join(brief_text(brief_between([old, *_STANDING], [new, *_STANDING]), width=64, most=7))
    (line,) = (line for line in text.splitlines() if "→" in line and line.startswith("  OP1"))
    before, after = line.split(" → ")
    assert min(len(before.split("OP1")[1].split()), len(after.split())) >= 2


def test_title_and_vote_stand_above_the_asks() -> None:
    one = made(operative=_STANDING, tail="Adopted without a vote.")
    two = made(
        operative=[*_STANDING, "Urges ports to light their lamps;"],
        tail="Adopted by 11 votes to none, with 2 abstentions.",
    )
    text = "".join(brief_text(brief_of(compare(one, two))))
    assert -1 < text.find("VOTE ") < text.find("NEW ASKS")


def test_votes_of_one_tally_say_how_many_changed_sides() -> None:
    def voted(first: str, against: str) -> Resolution:
        names = {"in_favour": (first, "Corvo", "Dunwich"), "against": (against,)}
        vote = Vote(manner="recorded", in_favour=3, against=1, abstaining=0, names=names)
        return replace(made(operative=_STANDING), vote=vote)

    same = brief_of(compare(voted("Elm", "Fern"), voted("Elm", "Fern")))
    assert record_lines(same) == []
    (line,) = record_lines(brief_of(compare(voted("Elm", "Fern"), voted("Fern", "Elm"))))
    assert line == ("vote", "3-1-0", "3-1-0, 2 members on another side")


def test_old_and_new_stand_in_our_order_beside_words_from_right_to_left() -> None:
    lamps, towers = "المصابيح", "المنارات"
    text = "إن المجلس،\n\n1. يحث الموانئ على إنارة {} القديمة كلها عند الغروب؛\n"
    one, two = (parse(text.format(what)) for what in (lamps, towers))
    with ZipFile(BytesIO(briefs_docx([brief_of(compare(one, two))]))) as document:
        body = document.read("word/document.xml").decode()
    assert "\u200e → \u200e" in body
    with ZipFile(BytesIO(briefs_docx([brief_between(_STANDING, _STANDING[1:])]))) as document:
        assert "\u200e" not in document.read("word/document.xml").decode()


def test_a_gone_ask_leads_to_what_answers_it() -> None:
    ask = "Requests the Warden to undertake with all ports a safety survey of the lamps of the bay;"
    noted = "Takes note of the safety survey, which the Warden has sent to all members;"
    lines = lines_of(brief_between([*_STANDING, ask], [*_STANDING, noted]))
    assert lines["Asks gone (ids of untitled)"][0].endswith("(answered: OP4)")
    lines = lines_of(brief_between([*_STANDING, ask], _STANDING))
    assert not any("answered" in line for lines_of in lines.values() for line in lines_of)


def test_a_verb_of_another_kind_is_shown_with_the_words() -> None:
    base = "Notes with concern the storms of the winter and the lamps that they broke in the northern bay;"
    revised = "Welcomes the storms of the winter and the lamps that they broke in the northern bay;"
    (line,) = lines_of(brief_between([base], [revised]))["Reworded"]
    assert "Notes with concern → Welcomes ↔" in line


def test_of_two_asks_of_one_verb_the_more_alike_goes_on() -> None:
    moles = "mend the outer moles of the bay and to light the lamps of its reefs before the winter"
    base = f"Encourages ports to continue their work to {moles};"
    feast = "Encourages ports to continue their work to hold a feast of boats for children"
    revised = f"{feast}, and further encourages ports to continue efforts to {moles};"
    lines = lines_of(brief_between([base, *_STANDING], [revised, *_STANDING]))
    assert "feast of boats" in lines["New asks"][0]
    assert not any(title.startswith("Asks gone") for title in lines)


def test_a_verb_that_went_up_is_said_once_and_what_changed_behind_it_too() -> None:
    base = ["Welcomes the offer of the northern port to keep the register of lamps and of moles at dusk;"]
    revised = [base[0].replace("Welcomes the offer of", "Commends")]
    shown = "".join(brief_text(brief_between(base, revised), width=110)).partition("REWORDED")[2]
    assert shown.count("Welcomes") == shown.count("Commends") == 1
    assert "− offer of the (northern port to keep)" in shown
    alone = [base[0].replace("Welcomes", "Commends")]
    shown = "".join(brief_text(brief_between(base, alone), width=110)).partition("REWORDED")[2]
    assert shown.splitlines()[1].strip() == "OP1  Welcomes → Commends ▲"


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("keep the register of nets in every harbour of the bay", 4, "keep the register of nets …"),
        ("keep the lamps of the northern and the southern bay", 4, "keep the lamps of the northern …"),
        (
            "welcome the Compact of the Outer Reef that all ports have signed",
            3,
            "welcome the Compact of the Outer Reef …",
        ),
        ("welcome the Board, Norland and all ports that have signed", 3, "welcome the Board, …"),
        ("keep the old lamps lit", 4, "keep the old lamps lit"),
        ("keep the old lamps lit well", 4, "keep the old lamps …"),
        ("light moles with the of in to the of in to the of in to reefs", 3, "light moles …"),
        ("light moles of the", 3, "light moles of the"),
    ],
)
def test_a_cut_leaves_no_name_or_article_behind(text: str, most: int, shown: str) -> None:
    assert first_words(text, most) == shown


@pytest.mark.parametrize(
    ("gone", "come", "shown"),
    [
        ("and lamps", ", lamps and bells", "+ and bells"),
        ("old lamps and bells", "bells", "− old lamps"),
        ("lamps of ports", "bells of reefs", "lamps of ports → bells of reefs"),
        (
            "free, fair, open and early votes in each and every port of the bay by spring",
            "a day of open, free and fair polls",
            "… and early votes in each and every port of the bay … → a day of … polls",
        ),
        (
            "open votes in each and every port of the northern and southern bay by spring",
            "a day of open polls",
            "open votes in each and every port of the northern and southern … → a day of open polls",
        ),
    ],
)
def test_what_both_sides_say_is_not_shown_as_changed(gone: str, come: str, shown: str) -> None:
    runs = runs_of_hunks(
        [Hunk(gone, come, "holds ", " and is pleased with all of it")], SHORT._replace(places=1), NEWS
    )
    assert "".join(text for style, text in runs if style != "faint") == shown


def test_words_before_a_change_stand_in_brackets() -> None:
    runs = list(
        runs_of_hunks(
            [Hunk("", "bells", "calls for lamps and the ", ", also")], SHORT._replace(places=1), NEWS
        )
    )
    assert runs == [("faint", "(… for lamps and the) "), ("added", "+ bells")]


def test_among_others_a_number_is_shown_before_longer_words() -> None:
    said = "Noting that {} ports of the northern bay {} no lamps, as the Warden and the keepers say,"
    many = [f"Noting the wish of harbour {k} to have its own boat," for k in range(3)]
    wordings = (("250", "have had"), ("272", "will soon have"))
    base, revised = ([said.format(*wording), *many] for wording in wordings)
    comparison = compare(made(preamble=base), made(preamble=revised))
    (block,) = (b for b in brief_blocks(brief_of(comparison)) if b.title == "Reworded")
    words = "".join(text for _, text in block.lines[0].runs)
    assert words.startswith("250 → 272 ports of the northern")


def test_a_thought_that_goes_on_from_another_begins_with_a_whole_name() -> None:
    start = "Welcomes the lasting personal engagement of the Harbour Warden of Norland"
    others = [f"Notes the wish of harbour {number} to have its own lamp and boat;" for number in range(9)]
    tails = (
        " with pilots, regrets wrecks, and deplores those who put out lights for a price or for a bet;",
        " to light the northern mole, which storms and thieves had left dark for many a winter, and to pay;",
    )
    lines = lines_of(brief_between([*others, start + tails[0]], [start + tails[1], *others]))
    assert lines["New thoughts"][0].startswith("OP1 welcomes: … Harbour Warden of Norland to light")


def test_a_beginning_that_is_short_is_shown_whole() -> None:
    start = "Welcomes the holding of the Summit of the Lamps"
    others = [f"Notes the wish of harbour {number} to have its own lamp and boat;" for number in range(9)]
    tails = (" in the autumn of 2030, and regrets all wrecks;", " from 3 to 9 May 2031 at the northern mole;")
    lines = lines_of(brief_between([*others, start + tails[0]], [start + tails[1], *others]))
    assert lines["New thoughts"][0].startswith("OP1 welcomes: the holding of the Summit of the Lamps from 3")


def test_a_thought_in_the_same_words_in_another_paragraph_is_neither_new_nor_gone() -> None:
    words = "that the Watch has kept its lamps lit since 2006 and has brought peace to the outer bay"
    rest = (
        "Urges all keepers to mend the lamps of the reefs, of the moles and of the outer piers, to count"
        " their boats each month and to lend tugs and pilots to whoever asks for them in the winter months;"
    )
    whole = rest.replace(";", f", recognizing {words};")
    alone = f"Recognizing {words},"
    others = [*_STANDING[1:], "Urges ports to mend nets;"]
    came = lines_of(brief_between([whole, *others], [rest, *others], ([], [alone])))
    assert came["Elsewhere"] == ["OP1 → PP1"]
    assert "New thoughts" not in came
    went = lines_of(brief_between([rest, *others], [whole, *others], ([alone], [])))
    assert went["Elsewhere"] == ["PP1 → OP1"]
    other = alone.replace("Recognizing", "Stressing")
    assert "New thoughts" in lines_of(brief_between([whole, *others], [rest, *others], ([], [other])))
