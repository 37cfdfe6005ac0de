"""Masthead, vote, footnotes, negotiation: what stands around and in the paragraphs."""

from __future__ import annotations

import pytest

from resdiff.core.parse import parse
from resdiff.core.parse.facts.negotiation import count_brackets, find_attributions
from resdiff.core.parse.facts.vote import read_vote, split_names
from tests.making import OPERATIVE, PREAMBLE, made, text_of

_DRAFT_HEAD = """LA/12/L.7/Rev.1

Distr.: Limited
26 February 2031

Littoral Assembly
Forty-ninth session
Agenda item 5 (a)

Arvenia, Sorrel Coast (United Provinces of) and Westmere:* revised draft resolution

49/... Fund for the protection of tidal marshes"""


def test_the_masthead_of_a_revised_draft() -> None:
    head = made(head=_DRAFT_HEAD).masthead
    assert (head.symbol, head.number, head.stage, head.date) == (
        "LA/12/L.7/Rev.1",
        "49/...",
        "revised draft",
        "2031-02-26",
    )
    assert head.title == "Fund for the protection of tidal marshes"
    assert head.organ == "Littoral Assembly"
    assert (head.session, head.agenda_item) == ("Forty-ninth session", "5 (a)")
    assert head.sponsors == ("Arvenia", "Sorrel Coast (United Provinces of)", "Westmere")


def test_a_session_in_the_title_is_not_the_session_of_the_text() -> None:
    head = made(head="12/9. Convening of the fourth special session on ports").masthead
    assert (head.title, head.session) == ("Convening of the fourth special session on ports", None)


@pytest.mark.parametrize(
    ("head", "symbol", "number", "stage"),
    [
        (
            "Resolution adopted by the General Assembly on 18 December 2030\n\n85/12. Ports",
            "A/RES/85/12",
            "85/12",
            "adopted",
        ),
        ("2031/4. Ports", None, "2031/4", "adopted"),
        ("Resolution 41 (2030)", None, "41 (2030)", "adopted"),
        ("Draft resolution submitted by the Chair\n\nPorts", None, None, "draft"),
        ("Zero draft\n\nPorts", None, None, "zero draft"),
        ("LA/12/L.7, as orally revised\n\nPorts", "LA/12/L.7", None, "oral revision"),
    ],
)
def test_symbol_number_and_stage_follow_from_the_forms_of_organs(
    head: str, symbol: str | None, number: str | None, stage: str
) -> None:
    source = text_of(head=head)
    if symbol is not None:
        source = source.replace("The Littoral Assembly,", "The General Assembly,")
    facts = parse(source).masthead
    assert (facts.symbol, facts.number, facts.stage) == (symbol, number, stage)


_RECORD = (
    "[Adopted by a recorded vote of {} to {}, with {} abstentions. The voting was as follows:\n\nIn"
    " favour:\nArvenia, Dorvia, Sorrel Coast (United Provinces of)\n\nAgainst:\nGaldria and"
    " Kestria\n\nAbstaining:\nEstmark]"
)


def test_a_recorded_vote_with_names() -> None:
    parsed = made(tail="31st meeting\n7 March 2031\n\n" + _RECORD.format(3, 2, 1))
    vote = parsed.vote
    assert vote is not None
    assert (vote.manner, vote.in_favour, vote.against, vote.abstaining, vote.consistent) == (
        "recorded",
        3,
        2,
        1,
        True,
    )
    assert vote.names["in_favour"][-1] == "Sorrel Coast (United Provinces of)"
    assert parsed.masthead.date == "2031-03-07"
    assert not parsed.warnings


def test_tallies_that_differ_from_the_names_are_warned_of() -> None:
    parsed = made(tail=_RECORD.format(4, 2, 1))
    assert parsed.vote is not None
    assert parsed.vote.consistent is False
    assert any("4, 2, 1 but the names count 3, 2, 1" in w for w in parsed.warnings)


@pytest.mark.parametrize(
    ("text", "manner", "tally"),
    [
        ("[Adopted without a vote.]", "without a vote", (None, None, None)),
        ("Adopted unanimously at the 212th meeting.", "unanimous", (None, None, None)),
        ("Adopted by 11 votes to none, with 2 abstentions (Jorvland and Kestria).", "vote", (11, 0, 2)),
        ("Adopted by a vote of nine to two, with 1 abstention.", "vote", (9, 2, 1)),
    ],
)
def test_other_manners_of_adoption(
    text: str, manner: str, tally: tuple[int | None, int | None, int | None]
) -> None:
    vote = read_vote(text)
    assert vote is not None
    assert (vote.manner, (vote.in_favour, vote.against, vote.abstaining)) == (manner, tally)


def test_no_record_is_no_vote() -> None:
    assert read_vote("") is None
    assert made().vote is None


def test_names_are_parted_at_commas_outside_brackets() -> None:
    assert split_names("Quenby, Sorrel Coast (Upper, Lower) and Ulmgate.") == (
        "Quenby",
        "Sorrel Coast (Upper, Lower)",
        "Ulmgate",
    )


def _marks(paragraph: str, notes: str) -> tuple[str, tuple[str, ...]]:
    parsed = made(PREAMBLE, [paragraph, *OPERATIVE], tail=f"____________________\n{notes}")
    results = next(p for p in parsed.paragraphs if p.id == "OP1")
    return results.text, results.marks


@pytest.mark.parametrize(
    ("written", "notes", "read", "marks"),
    [
        (
            "Recalls the Convention on the Living Shore,1 and its Protocol;",
            "1 Littoral Treaty Series, vol. 14.",
            "Shore, and",
            ("1",),
        ),
        (
            "Recalls the Convention1 on the Living Shore;",
            "1 Littoral Treaty Series, vol. 14.",
            "Convention on",
            ("1",),
        ),
        (
            "Recalls the Convention on the Living Shore;¹",
            "1 Littoral Treaty Series, vol. 14.",
            "Shore;",
            ("1",),
        ),
        ("Recalls the declaration of 4 May 20302 on ports;", "1 First.\n2 LA/12/3.", "4 May 2030 on", ("2",)),
        (
            "Recalls the survey for 20303 and its annex;",
            "1 First.\n2 Second.\n3 LA/12/3.",
            "for 2030 and",
            ("3",),
        ),
        ("Recalls the Agenda, 1 which ports have agreed;", "1 LA/12/3.", "Agenda, which", ("1",)),
        ("Pursues the Living Shore Goals 1 to light the ports;", "1 LA/12/3.", "Goals to light", ("1",)),
        (
            "Notes the surveys of 18 May 2030, 1 14 June 2030 and 2031;",
            "1 LA/12/3.",
            "2030, 14 June",
            ("1",),
        ),
        ("Notes the worst of all storms,1,2 which fell;", "1 LA/12/3.\n2 LA/12/4.", "storms,", ("1", "2")),
    ],
)
def test_footnote_marks_are_lifted_and_kept(
    written: str, notes: str, read: str, marks: tuple[str, ...]
) -> None:
    text, results = _marks(written, notes)
    assert read in text
    assert results == marks


@pytest.mark.parametrize(
    "written",
    [
        "Decides to spend 17,661,466 dollars on lights;",
        "Recalls paragraph 1 of its resolution 9/14;",
        "Decides to meet on 1 May 2031 and to close by 10 per cent;",
        "Recalls article 1, paragraph 2, of the Charter, and the 1.5 degrees of warming;",
        "Pursues the Living Shore Goals 1 and 2 of the Agenda;",
        "Pursues paragraphs 1 to 3 of the Agenda;",
        "Pursues Goal 1 of the Agenda;",
        "Decides to spend 1,250 shells;",
        "Notes that 12 ports, 3 of them small, have no light;",
        "Requests members to pay some 1.4 per cent of the costs;",
        "Requests members to pay, at least, 1,4 per cent of the costs;",
    ],
)
def test_numbers_are_no_marks(written: str) -> None:
    assert _marks(written, "1 LA/12/3.") == (written, ())


def test_a_footnote_knows_its_paragraph_and_a_mark_without_one_is_kept() -> None:
    parsed = made(
        ["Recalling the Convention on the Living Shore,1"],
        ["Takes note of the report of the Warden;²"],
        tail="____________________\n1 Treaty.",
    )
    notes = [(m.mark, m.paragraph, m.text) for m in parsed.matter if m.kind == "footnote"]
    assert notes == [("1", "PP1", "1 Treaty."), ("2", "OP1", "")]


def test_brackets_attributions_and_provisional_labels_are_counted_and_told() -> None:
    source = (
        "The Littoral Assembly,\n\nPP1. Recalling its rules,\n\nPP2 bis. [Noting the storms,]\n\nOP1."
        " [Decides][Agrees] to act;\n\nOP1 alt. Requests the Warden [to report [soon]] (EU, UK:"
        " retain);\n\nOP2 ter. Urges ports [to light the mole;\n"
    )
    parsed = parse(source)
    counts = parsed.negotiation
    assert (counts.brackets, counts.unbalanced, len(counts.provisional)) == (5, 1, 3)
    assert counts.attributions == ("EU, UK: retain",)
    assert any("negotiating text" in w for w in parsed.warnings)
    assert any("no partner" in w for w in parsed.warnings)
    assert [p.label for p in parsed.paragraphs] == ["PP1", "PP2 bis", "OP1", "OP1 alt", "OP2 ter"]
    assert parsed.paragraphs[1].text == "[Noting the storms,]"


@pytest.mark.parametrize(
    ("text", "pairs", "odd"), [("[a [b] c]", 2, 0), ("]a[", 0, 2), ("a", 0, 0), ("[[a]", 1, 1)]
)
def test_brackets_are_paired_from_the_inside(text: str, pairs: int, odd: int) -> None:
    assert count_brackets(text) == (pairs, odd)


def test_attributions_are_found_and_plain_colons_are_none() -> None:
    assert find_attributions("Requests ports [G77, RF: to act] to report EU: delete") == [
        "G77, RF:",
        "EU: delete",
    ]
    assert find_attributions("Urges members: to act; the Fund: to pay") == []


@pytest.mark.parametrize(
    ("written", "paragraph_id", "label", "verb"),
    [
        ("G77, RF: OP3. Invites banks to lend money;", "OP3", "OP3", "Invites"),
        ("(EU: delete) OP3. Requests the Warden to report;", "OP3", "OP3", "Requests"),
        ("EU, UK: retain OP3. Invites banks to lend money;", "OP3", "OP3", "Invites"),
        ("OP3 (US, UK: delete) Encourages ports to share charts;", "OP3", "OP3", "Encourages"),
        ("OP3 EU: Welcomes the offer of Belmora;", "OP3", "OP3", "Welcomes"),
        ("OP3 sexies: Takes note of the survey;", "OP3sexies", "OP3 sexies", "Takes note of"),
        ("[3.] Calls upon masters to report;", "OP3", "[3]", "Calls upon"),
        ("[[OP3] Stresses the need for light;]", "OP3", "[OP3]", "Stresses"),
    ],
)
def test_labels_and_openings_are_read_past_brackets_and_attributions(
    written: str, paragraph_id: str, label: str, verb: str
) -> None:
    parsed = parse(
        "The Littoral Assembly,\n\nRecalling its rules,\n\n1. Decides to act;\n\n2. Decides to"
        f" pay;\n\n{written}\n"
    )
    results = parsed.paragraphs[-1]
    assert (results.id, results.label) == (paragraph_id, label)
    assert results.opening is not None
    assert results.text[results.opening.start : results.opening.end] == verb


def test_brackets_over_several_paragraphs_are_pairs() -> None:
    counts = made(operative=["[Urges ports to act;", "Urges pilots to act;]"]).negotiation
    assert (counts.brackets, counts.unbalanced) == (1, 0)


def test_a_star_and_a_number_behind_it_are_two_footnotes() -> None:
    parsed = made(["Recalling the Convention,1"], tail="* State not a member of the Bureau.\n1 LA/12/31.")
    assert [m.mark for m in parsed.matter if m.kind == "footnote"] == ["*", "1"]


def test_a_title_below_a_symbol_is_one() -> None:
    assert (
        made(head="LA/RES/12/9\n\nProtection of tidal marshes").masthead.title
        == "Protection of tidal marshes"
    )
    assert made(head="LA/RES/12/9\n\nTwelfth session").masthead.title is None


def test_links_and_codes_are_no_alternatives() -> None:
    assert count_brackets("see [the rules](http://ports.example) and \x1b[31mred [or not]") == (1, 0)


def test_a_mark_glued_to_the_next_word_leaves_a_blank() -> None:
    text, marks = _marks("Recalls the Convention on the Shore, 1and its Protocol;", "1 LA/12/3.")
    assert (text, marks) == ("Recalls the Convention on the Shore, and its Protocol;", ("1",))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour opens at six and a lamp is lit as long as it is dark.", "en"),
        ("Le port ouvre à six heures et une lampe est allumée tant que dure la nuit.", "fr"),
        ("El puerto abre a las seis y una lámpara arde durante toda la noche en el muelle.", "es"),
        ("0 1 2 3", "und"),
    ],
)
def test_languages_are_told_by_their_commonest_words(text: str, language: str) -> None:
    assert parse(text).language == language


def test_a_word_that_a_line_of_a_footnote_breaks_is_whole() -> None:
    parsed = made(
        ["Recalling the Convention on the Living Shore,1"],
        tail="____________________\n1 See the register of the Sorrel-\nCoast.",
    )
    assert [m.text for m in parsed.matter if m.kind == "footnote"] == [
        "1 See the register of the Sorrel-Coast."
    ]


@pytest.mark.parametrize("symbol", ["A/80/6 (Sect. 24)/Corr.1", "A/80/6 (Plan outline)", "A/80/77"])
def test_a_document_that_is_no_resolution_has_its_symbol_date_and_title(symbol: str) -> None:
    text = parse(
        f"United Nations\n\n{symbol}\n\nGeneral Assembly\n\nDistr.: General\n\n21 May 2031\n\nOriginal:"
        " English\n\nEightieth session\n\nItems 137 and 138 of the preliminary list\n\nLamps of the"
        " harbours\n\nSection 24\n\nThe lamps are lit at dusk.\n"
    )
    head = text.masthead
    assert (head.symbol, head.date, head.stage) == (symbol, "2031-05-21", "other")
    assert (head.session, head.title) == ("Eightieth session", "Lamps of the harbours")
    assert text.paragraphs[-1].text == "The lamps are lit at dusk."


def test_a_plain_text_without_a_line_of_distribution_has_no_facts() -> None:
    assert parse("A/80/77\n\nThe lamps are lit at dusk.\n").masthead.symbol is None


@pytest.mark.parametrize("word", ["Résolution", "Resolución", "Resolution"])
def test_the_number_of_a_resolution_in_a_line_of_its_own_is_no_title(word: str) -> None:
    text = parse(f"{word} 91 (2031)\n\nLe Conseil de sécurité,\n\n1. Prie le gardien de veiller ;\n")
    assert (text.masthead.number, text.masthead.title) == ("91 (2031)", None)
