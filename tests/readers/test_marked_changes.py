"""Changes marked by hand: CriticMarkup, HTML's ins and del, text that is struck through."""

from __future__ import annotations

from pathlib import Path

import pytest

from resdiff.readers.changes import Changes
from resdiff.readers.critic_markup import comments_left_out, settled
from resdiff.readers.formats import has_tracked_changes, read_source
from resdiff.workspace.texts import parse_bytes
from tests.cli.running import assert_trouble, resdiff
from tests.documents import docx, odt, p

_HEAD = ("The Littoral Assembly,", "Recalling its resolution 9/14 of 6 March 2028,")
_TEXT = (
    "\n\n".join(_HEAD)
    + "\n\n1. {~~Calls upon~>Urges~~} all members to pay{++ on time++};\n\n2. Requests the Warden to report"
    " {--yearly --}on the Fund{>>why not monthly?<<}.\n"
)
_PAGE = (
    "<html><body>"
    + "".join(f"<p>{line}</p>" for line in _HEAD)
    + "<p>1. <s>Calls upon</s><ins>Urges</ins> all members to pay<ins> on time</ins>;</p><p>2. Requests the"
    ' Warden to report <span style="color: red; text-decoration: line-through">yearly </span>on the Fund.</p>'
    "</body></html>"
)
_STRUCK = docx(
    "".join(map(p, _HEAD))
    + "<w:p><w:r><w:t>1. Urges all members to pay;</w:t></w:r></w:p><w:p><w:r><w:t xml:space='preserve'>2."
    " Requests the Warden to report </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t"
    " xml:space='preserve'>yearly </w:t></w:r><w:r><w:t>on the Fund.</w:t></w:r></w:p>"
)


def _operative(data: bytes, changes: Changes) -> list[str]:
    text = parse_bytes(data, "it", "it", changes)
    return [paragraph.text for paragraph in text.paragraphs if paragraph.part != "preamble"]


@pytest.mark.parametrize("data", [_TEXT.encode(), _PAGE.encode()], ids=["text", "html"])
def test_marked_changes_are_accepted_rejected_or_shown(data: bytes) -> None:
    accepted = ["Urges all members to pay on time;", "Requests the Warden to report on the Fund."]
    rejected = ["Calls upon all members to pay;", "Requests the Warden to report yearly on the Fund."]
    assert _operative(data, "accept") == accepted
    assert _operative(data, "reject") == rejected
    both = "\n".join(_operative(data, "both"))
    assert "[-Calls upon-]" in both
    assert "{+Urges+}" in both


def test_a_deletion_within_an_insertion_is_one_too() -> None:
    asked = "<p>1. Urges <ins>all <del>some</del> States</ins> to act.</p>"
    page = f"<html><body><p>{_HEAD[0]}</p>{asked}</body></html>"
    assert _operative(page.encode(), "accept") == ["Urges all States to act."]
    assert _operative(page.encode(), "reject") == ["Urges to act."]


def test_words_that_are_struck_through_in_word_are_taken_out() -> None:
    assert _operative(_STRUCK, "accept")[-1] == "Requests the Warden to report on the Fund."
    assert _operative(_STRUCK, "reject")[-1] == "Requests the Warden to report yearly on the Fund."
    assert _operative(_STRUCK, "both")[-1] == "Requests the Warden to report [-yearly -]on the Fund."


@pytest.mark.parametrize(
    ("switch", "is_change"), [("<w:strike/>", True), ("<w:dstrike/>", True), ('<w:strike w:val="0"/>', False)]
)
def test_a_switch_that_is_off_strikes_nothing_through(switch: str, is_change: bool) -> None:
    head, run = "".join(map(p, _HEAD)), "<w:r><w:rPr>{}</w:rPr><w:t>1. Urges all to pay;</w:t></w:r>"
    data = docx(f"{head}<w:p>{run.format(switch)}</w:p>{p('2. Decides to meet.')}")
    assert has_tracked_changes(data, "it") is is_change
    assert len(_operative(data, "accept")) == (1 if is_change else 2)


def test_a_paragraph_mark_that_is_struck_through_is_no_change() -> None:
    mark = "<w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>"
    data = docx("".join(map(p, _HEAD)) + f"<w:p>{mark}<w:r><w:t>1. Urges all to pay.</w:t></w:r></w:p>")
    assert not has_tracked_changes(data, "it")


@pytest.mark.parametrize(
    ("name", "data", "count"),
    [("a.txt", _TEXT.encode(), "3 marked changes are"), ("a.html", _PAGE.encode(), "4 marked changes are")],
)
def test_how_many_there_are_is_said_but_where_they_are_compared(
    tmp_path: Path, name: str, data: bytes, count: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert f"{count} read as accepted" in resdiff("show", path).err
    assert "read as accepted" not in resdiff("show", path, "--changes", "reject").err
    done = resdiff("compare", path)
    assert done.status == 1
    assert "read as accepted" not in done.err
    assert "[-Calls upon-]{+Urges+}" in done.out


def test_a_text_without_marks_is_one_text(tmp_path: Path) -> None:
    for name, text in (
        ("a.txt", _HEAD[0] + "\n"),
        ("a.html", f"<html><body><p>{_HEAD[0]}</p></body></html>"),
    ):
        path = tmp_path / name
        path.write_text(text)
        assert_trouble(resdiff("compare", path), "it has no tracked changes")


@pytest.mark.parametrize(
    ("text", "accepted", "count"),
    [
        ("a {++b++} c", "a b c", 1),
        ("a {==b==} c", "a b c", 0),
        ("a {>>b<<} c", "a  c", 0),
        ("a {++b c", "a {++b c", 0),
        ("{~~a~~}", "", 1),
        ("{++a{--b--}++}", "a{--b--}", 1),
        ("{ ++b++ }", "{ ++b++ }", 0),
    ],
)
def test_marks(text: str, accepted: str, count: int) -> None:
    assert settled(text, "accept")[:2] == (accepted, count)


def test_comments_between_signs_are_named_in_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"{_HEAD[0]} {{>>Ada: why?<<}}\n\n{'{>>again<<} ' * 6}\n")
    shown = resdiff("show", path).err
    assert "7 comments left out: 'Ada: why?'; 'again'; 'again'; 'again'; 'again' and 2 more" in shown
    assert comments_left_out(["x" * 81]) == f"1 comment left out: '{'x' * 80}…'"


@pytest.mark.parametrize(
    "body",
    [
        "<p><s>Requests</s><u>Urges</u> ports to <s>wait</s> act;</p>",
        '<p><strike>Requests</strike><span style="text-decoration:underline">Urges</span> ports to act;</p>',
    ],
)
def test_underlined_words_of_a_page_came_where_others_are_struck(body: str) -> None:
    page = f"<html><body>{body}</body></html>".encode()
    assert "Urges ports to act;" in " ".join(read_source(page, "a.html").text.split())
    rejected = " ".join(read_source(page, "a.html", "reject").text.split())
    assert "Requests ports to" in rejected
    assert "Urges" not in rejected
    both = " ".join(read_source(page, "a.html", "both").text.split())
    assert "[-Requests-]{+Urges+}" in both


def test_underlined_words_alone_are_no_change() -> None:
    page = b"<html><body><p><u>Urges</u> ports to <del>wait</del> act;</p></body></html>"
    assert "Urges ports" in read_source(page, "a.html", "reject").text
    assert "{+" not in read_source(page, "a.html", "both").text
    styled = page.replace(b"<del>", b'<del style="text-decoration: line-through">')
    assert "Urges ports" in read_source(styled, "a.html", "reject").text


def test_many_marks_that_never_close_are_quickly_text() -> None:
    text = "{++" * 200_000
    assert settled(text, "accept") == (text, 0, [])


def _spans(number: str, words: str, gone: str, come: str, rest: str) -> str:
    """A paragraph of OpenDocument with words struck through and words underlined."""
    struck = f'<text:span text:style-name="S">{gone}</text:span>' if gone else ""
    lined = f'<text:span text:style-name="U">{come}</text:span>' if come else ""
    same = f'<text:span text:style-name="N">{rest}</text:span>'
    return f"<text:p>{number}{words}{struck}{lined}{same}</text:p>"


def _runs(number: str, words: str, gone: str, come: str, rest: str) -> str:
    """The same in Word."""
    pieces = (
        (number + words, ""),
        (gone, "<w:strike/>"),
        (come, '<w:u w:val="single"/>'),
        (rest, '<w:u w:val="none"/>'),
    )
    runs = (
        f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        for text, looks in pieces
        if text
    )
    return f"<w:p>{''.join(runs)}</w:p>"


_STYLES = (
    '<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="U"><style:text-properties style:text-underline-style="solid"/></style:style>'
    '<style:style style:name="N"><style:text-properties style:text-line-through-style="none"'
    ' style:text-underline-style="none"/></style:style>'
)


def _by_hand(kind: str, gone: str) -> bytes:
    """A document in which words are underlined, and others struck through."""
    one, two = ("1. ", "Urges all ", gone, "members ", "to pay;"), ("", "", "", "2. Decides to meet.", "")
    if kind == "docx":
        return docx("".join(map(p, _HEAD)) + _runs(*one) + _runs(*two))
    head = "".join(f"<text:p>{line}</text:p>" for line in _HEAD)
    return odt(head + _spans(*one) + _spans(*two), _STYLES)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_underlined_words_are_put_in_where_others_are_struck_through(tmp_path: Path, kind: str) -> None:
    data = _by_hand(kind, "States ")
    assert _operative(data, "accept") == ["Urges all members to pay;", "Decides to meet."]
    assert _operative(data, "reject") == ["Urges all States to pay;"]
    assert _operative(data, "both")[0] == "Urges all [-States -]{+members +}to pay;"
    path = tmp_path / f"a.{kind}"
    path.write_bytes(data)
    assert "3 marked changes are read as accepted" in resdiff("show", path).err
    assert resdiff("compare", path).status == 1
    plain = _by_hand(kind, "")  # where nothing is struck through, a line below words is a line
    assert _operative(plain, "reject") == _operative(plain, "accept")
    assert not has_tracked_changes(plain, "it")
