"""Akoma Ntoso as others write it: what a statement marks is taken as it stands, of other documents the text
is read.
"""

from __future__ import annotations

import pytest

from resdiff.core.model import Resolution
from resdiff.readers.changes import Changes
from resdiff.workspace.texts import parse_bytes

_PREAMBLE = (
    "<formula name='enactingFormula'><p>The Littoral Assembly,</p></formula><container name='preambular'"
    " eId='a'><p>Recalling its resolution 9/14,<authorialNote"
    " marker='7'><p>LA/9/14.</p></authorialNote></p></container><container name='preambular'"
    " eId='b'><blockList eId='c'><listIntroduction>Mindful of:</listIntroduction><item"
    " eId='d'><num>(a)</num><p>The tides,</p></item><item eId='e'><num>(b)</num><p>The"
    " moles,</p></item></blockList></container>"
)
_BODY = (
    "<section eId='s1'><num>I.</num><heading>The harbours</heading><paragraph"
    " eId='p1'><num>1.</num><content><p>Calls upon all members to light their"
    " moles;</p></content></paragraph><paragraph eId='p2'><num>2.</num><list eId='l'><intro><p>Requests the"
    " keepers:</p></intro><point eId='q1'><num>(a)</num><list eId='m'><intro><p>To ring the"
    " bells:</p></intro><point eId='q2'><num>(i)</num><content><p>At"
    " dusk;</p></content></point></list></point><point eId='q3'><num>(b)</num><content><p>To keep a"
    " register;</p></content></point></list></paragraph></section><section"
    " eId='s2'><num>II.</num><heading>The sluices</heading><paragraph"
    " eId='p3'><num>3.</num><content><p>Decides to remain seized of the matter.</p><p>That is"
    " all.</p></content></paragraph></section>"
)
_ENDING = (
    "<conclusions><p>41st meeting 7 March 2031</p><p>[Adopted without a"
    " vote.]</p></conclusions><attachments><attachment><doc name='annex'><meta/><preface><p>Annex</p><p>Rules"
    " of the keepers</p></preface><mainBody><paragraph eId='x'><num>1.</num><content><p>The keepers meet"
    " twice a year.</p></content></paragraph></mainBody></doc></attachment></attachments>"
)


def statement(preamble: str = _PREAMBLE, body: str = _BODY, ending: str = _ENDING) -> bytes:
    return (
        "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'><statement"
        " name='resolution'><meta/>"
        "<preface><p><docNumber>LA/RES/12/9</docNumber></p><p><docTitle>12/9. Moles and"
        " sluices</docTitle></p></preface>"
        f"<preamble>{preamble}</preamble><mainBody>{body}</mainBody>{ending}</statement></akomaNtoso>"
    ).encode()


def _read(data: bytes, changes: Changes = "accept") -> Resolution:
    return parse_bytes(data, "'it'", "it", changes)


def _told(text: Resolution) -> list[tuple[str, str | None, int, str]]:
    return [(p.id, p.label, p.level, p.text) for p in text.paragraphs]


def test_parts_numbers_and_levels_are_those_of_the_document() -> None:
    text = _read(statement())
    assert _told(text) == [
        ("PP1", None, 1, "Recalling its resolution 9/14,"),
        ("PP2", None, 1, "Mindful of:"),
        ("PP2(a)", "(a)", 2, "The tides,"),
        ("PP2(b)", "(b)", 2, "The moles,"),
        ("H1", None, 1, "I. The harbours"),
        ("OP1", "1", 1, "Calls upon all members to light their moles;"),
        ("OP2", "2", 1, "Requests the keepers:"),
        ("OP2(a)", "(a)", 2, "To ring the bells:"),
        ("OP2(a)(i)", "(i)", 3, "At dusk;"),
        ("OP2(b)", "(b)", 2, "To keep a register;"),
        ("H2", None, 1, "II. The sluices"),
        ("OP3", "3", 1, "Decides to remain seized of the matter."),
        ("OP3+1", None, 2, "That is all."),
        ("H3", None, 1, "Annex"),
        ("H4", None, 1, "Rules of the keepers"),
        ("annex.OP1", "1", 1, "The keepers meet twice a year."),
    ]
    head = text.masthead
    assert (head.symbol, head.title, head.organ, head.date, head.stage) == (
        "LA/RES/12/9",
        "Moles and sluices",
        "Littoral Assembly",
        "2031-03-07",
        "adopted",
    )
    assert text.vote is not None
    assert text.vote.manner == "without a vote"


def test_a_note_hangs_on_its_paragraph_and_leaves_no_mark_in_it() -> None:
    text = _read(statement())
    assert [(m.mark, m.paragraph, m.text) for m in text.matter if m.kind == "footnote"] == [
        ("7", "PP1", "7 LA/9/14.")
    ]
    assert text.paragraphs[0].marks == ("7",)


def test_verbs_are_found_where_a_document_tells_no_openings() -> None:
    openings = [p.opening.phrase.lemma for p in _read(statement()).paragraphs if p.opening is not None]
    assert openings == ["recall", "be mindful", "call upon", "request", "remain seized"]


def test_a_text_that_looks_like_a_label_or_a_note_is_none_where_the_document_sets_them_apart() -> None:
    body = (
        "<paragraph eId='p'><num>1.</num><content><p>(a) and *b* and c,2 stand in the"
        " text;</p></content></paragraph>"
    )
    text = _read(statement(body=body, ending=""))
    assert _told(text)[-1] == ("OP1", "1", 1, "(a) and *b* and c,2 stand in the text;")


@pytest.mark.parametrize(
    ("number", "label", "identity"),
    [
        ("1.", "1", "OP1"),
        ("12 bis.", "12 bis", "OP12bis"),
        ("Rule 3", "Rule 3", "OP3"),
        ("§ 4", "§ 4", "OP4"),
        ("58. (a)", "58 (a)", "OP58"),
    ],
)
def test_whatever_stands_as_a_number_is_one(number: str, label: str, identity: str) -> None:
    body = (
        f"<paragraph eId='p'><num>{number}</num><content><p>Requests all to light the"
        " mole;</p></content></paragraph>"
    )
    reported = _told(_read(statement(body=body, ending="")))
    assert reported[-1][:2] == (identity, label)
    assert reported[-1][3] == "Requests all to light the mole;"


def test_marked_changes_are_accepted_rejected_or_shown() -> None:
    body = (
        "<paragraph eId='p'><num><del>1.</del><ins>2.</ins></num><content><p>Requests"
        " <del>some</del><ins>all</ins> to row;</p></content></paragraph><paragraph"
        " eId='q'><num><del>2.</del></num><content><p><del>Urges none;</del></p></content></paragraph>"
    )
    data = statement(body=body, ending="")
    assert _told(_read(data))[4:] == [("OP2", "2", 1, "Requests all to row;")]
    assert _told(_read(data, "reject"))[4:] == [
        ("OP1", "1", 1, "Requests some to row;"),
        ("OP2", "2", 1, "Urges none;"),
    ]
    assert "Requests [-some-]{+all+} to row;" in [p.text for p in _read(data, "both").paragraphs]


def _items(body: str) -> list[tuple[str, str | None, int, str]]:
    return _told(_read(statement(body=body, ending="")))[4:]


def test_numbers_go_with_the_text_that_follows_them() -> None:
    body = (
        "<paragraph eId='p'><num>1.</num><heading>Of moles</heading><content><p>Requests all to light"
        " them;</p></content></paragraph><paragraph eId='q'><num>2.</num><point"
        " eId='a'><num>(a)</num><content><p>Urges the first;</p></content></point><point"
        " eId='b'><num>(b)</num><content><p>And the second;</p></content></point></paragraph><paragraph"
        " eId='r'><num>3.</num><alinea eId='c'><content><p>Invites members</p></content></alinea><alinea"
        " eId='d'><content><p>to pay.</p></content></alinea></paragraph><paragraph"
        " eId='s'><num>4.</num></paragraph>"
    )
    assert _items(body) == [
        ("H1", None, 1, "Of moles"),
        ("OP1", "1", 1, "Requests all to light them;"),
        ("OP2", "2 (a)", 1, "Urges the first;"),
        ("OP2(b)", "(b)", 2, "And the second;"),
        ("OP3", "3", 1, "Invites members"),
        ("OP3+1", None, 2, "to pay."),
        ("OP4", None, 1, "4."),
    ]


def test_a_number_in_the_text_counts_where_none_is_set_apart() -> None:
    text = _read(
        statement(
            body="<p>1. Calls upon all to row;</p><p>2. Decides to remain seized of the matter.</p>",
            ending="",
        )
    )
    assert _told(text)[4:] == [
        ("OP1", "1", 1, "Calls upon all to row;"),
        ("OP2", "2", 1, "Decides to remain seized of the matter."),
    ]
    assert [p.opening.phrase.lemma for p in text.paragraphs[4:] if p.opening] == [
        "call upon",
        "remain seized",
    ]


def test_blocks_within_a_line_do_not_run_into_each_other() -> None:
    body = (
        "<paragraph eId='p'><num>1.</num><content><p>Takes note of<ul><li>one</li><li>two</li></ul>and"
        " 10<sup>6</sup> lamps;<authorialNote marker='2'><p>See a.</p><p>See"
        " b.</p></authorialNote></p></content></paragraph>"
    )
    text = _read(statement(body=body, ending=""))
    assert text.paragraphs[-1].text == "Takes note of one two and 10⁶ lamps;"
    assert [m.text for m in text.matter if m.mark == "2"] == ["2 See a. See b."]


def test_notes_that_stand_apart_are_found_by_their_references() -> None:
    data = statement(body="<p>Requests all to row;<noteRef href='#n1' marker='5'/></p>", ending="").replace(
        b"<meta/><preface>",
        b"<meta><notes source='#x'><note eId='n1'><p>LA/1.</p></note></notes></meta><preface>",
    )
    assert [(m.mark, m.text, m.paragraph) for m in _read(data).matter if m.kind == "footnote"][-1] == (
        "5",
        "5 LA/1.",
        "OP1",
    )


def test_a_title_is_one_where_the_document_says_so() -> None:
    data = statement().replace(b"12/9. Moles and sluices", b"Moles of the region")
    assert _read(data).masthead.title == "Moles of the region"


def test_of_an_act_the_text_is_read_with_its_numbers() -> None:
    data = (
        b"<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'><act><body><section"
        b" eId='s'><num>Article 1</num><heading>Scope</heading><paragraph"
        b" eId='p'><num>1.</num><content><p>This act holds for"
        b" harbours.</p></content></paragraph></section></body></act></akomaNtoso>"
    )
    assert [(p.part, p.text) for p in _read(data).paragraphs] == [
        ("body", "Article 1 Scope"),
        ("body", "1. This act holds for harbours."),
    ]


def test_a_statement_that_marks_nothing_is_read_by_its_words() -> None:
    body = (
        "<p>1. Calls upon all members to light their moles;</p><p>2. Decides to remain seized of the"
        " matter.</p>"
    )
    preamble = "<p>The Littoral Assembly,</p><p>Recalling its resolution 9/14 of 6 March 2028,</p>"
    assert [p.id for p in _read(statement(preamble, body, "")).paragraphs] == ["PP1", "OP1", "OP2"]
