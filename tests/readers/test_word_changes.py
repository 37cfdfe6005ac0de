"""Tracked changes in Word files: whose they are, what is pending, numbers and cells before and after."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from resdiff.core.compare.proposals import authors_line, proposals_of, proposed_by
from resdiff.core.errors import InputError, UsageError
from resdiff.readers.changes import Changes
from resdiff.workspace.comparing import compare_texts
from resdiff.workspace.texts import parse_bytes
from tests.cli.running import assert_trouble, resdiff
from tests.documents import W, docx, p, zipped

HEAD = p("The Littoral Assembly,") + p("Recalling its resolution 9/14 of 6 March 2028,")
ADA, BEN = 'w:author="Ada Moor (Arvenia)"', 'w:author="Ben  Fen" w:date="2031-03-03T10:00:00Z"'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def put_in(author: str, text: str) -> str:
    return f'<w:ins w:id="1" {author}>{run(text)}</w:ins>'


def deleted(author: str, text: str) -> str:
    return f'<w:del w:id="2" {author}>{run(text).replace("w:t", "w:delText")}</w:del>'


_OP1 = (
    f"<w:p>{run('1. ')}{deleted(ADA, 'Calls upon')}{put_in(ADA, 'Urges')}{run(' all members to contribute')}"
    f"{put_in(BEN, ' on a voluntary basis')}{run(';')}</w:p>"
)
_OP2 = (
    f"<w:p>{run('2. Requests the Secretary-General to report ')}{deleted(BEN, 'yearly ')}"
    f"{run('on the Fund;')}</w:p>"
)
_DRAFT = docx(HEAD + _OP1 + _OP2 + p("3. Decides to remain seized of the matter."))
_LAST_YEAR = (
    "The Littoral Assembly,\n\nRecalling its resolution 9/14 of 6 March 2028,\n\n1. Calls upon all members to"
    " contribute;\n\n2. Requests the Secretary-General to report yearly on the Fund;\n\n3. Decides to remain"
    " seized of the matter.\n"
)
_ADOPTED = _LAST_YEAR.replace("contribute;", "contribute on a voluntary basis;")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(_DRAFT)
    (tmp_path / "last-year.txt").write_text(_LAST_YEAR)
    (tmp_path / "adopted.txt").write_text(_ADOPTED)
    return path


def test_each_change_has_its_authors(draft: Path) -> None:
    comparison = compare_texts(str(draft), None)
    said = [
        [(one.kind, one.by, one.at, one.text) for one in proposals_of(change, comparison)]
        for change in comparison.changes
        if change.counts
    ]
    assert said == [
        [
            ("delete", "Ada Moor (Arvenia)", None, "Calls upon"),
            ("insert", "Ada Moor (Arvenia)", None, "Urges"),
            ("insert", "Ben Fen", "2031-03-03T10:00:00Z", "on a voluntary basis"),
        ],
        [("delete", "Ben Fen", "2031-03-03T10:00:00Z", "yearly")],
    ]
    assert authors_line(comparison) == "proposed by Ada Moor (Arvenia) (1 change), Ben Fen (2 changes)"
    assert [change.revised for change in proposed_by("ada", comparison).changes] == [(1,)]
    with pytest.raises(UsageError, match="'zoe' proposed no change: its changes are by Ada Moor"):
        proposed_by("zoe", comparison)


def test_against_the_text_of_last_year_deletions_have_authors_too(draft: Path) -> None:
    base = draft.parent / "last-year.txt"
    comparison = compare_texts(str(base), str(draft))
    assert [one.text for one in proposals_of(comparison["OP2"], comparison)] == ["yearly"]
    pending_in_base = compare_texts(str(draft), str(draft.parent / "adopted.txt"))
    assert authors_line(pending_in_base) == ""
    with pytest.raises(UsageError, match="no paragraph of the second text has tracked changes"):
        proposed_by("ada", compare_texts(str(base), str(draft.parent / "adopted.txt")))


def test_what_is_pending_is_said_but_where_it_is_what_is_compared(draft: Path) -> None:
    warning = "4 tracked changes by Ada Moor (Arvenia) and Ben Fen are read as accepted"
    assert warning in resdiff("show", draft).err
    assert resdiff("compare", draft).err == ""
    assert warning in resdiff("compare", draft.parent / "last-year.txt", draft).err
    assert resdiff("show", draft, "--changes", "reject").err == ""


def test_every_medium_names_the_authors(draft: Path) -> None:
    out = resdiff("compare", draft).out
    assert "proposed by Ada Moor (Arvenia): - Calls upon, + Urges\n" in out
    assert "    proposed by Ben Fen\n" in out
    by_one = resdiff("compare", draft, "--by", "Moor").out
    assert "OP2" not in by_one
    assert "Ben" not in by_one  # he proposed words of OP1 too
    lines = resdiff("brief", draft, "--width", "110").out
    assert "[Ada Moor (Arvenia), Ben Fen] verb" in lines
    assert lines.count("Ben Fen]") >= 1
    assert "[" not in resdiff("brief", draft.parent / "last-year.txt", draft.parent / "adopted.txt").out
    data = json.loads(resdiff("compare", draft, "--format", "json").out)
    assert [one["by"] for change in data["changes"] for one in change.get("proposals", ())] == [
        *["Ada Moor (Arvenia)"] * 2,
        *["Ben Fen"] * 2,
    ]
    for form in ("html", "markdown"):
        assert "proposed by Ben Fen" in resdiff("compare", draft, "--format", form).out, form
    assert_trouble(resdiff("compare", draft, "--by", "Moor", "--format", "docx"), "--by")


def test_it_is_said_which_words_of_whom_were_adopted(draft: Path) -> None:
    three = (draft.parent / "last-year.txt", draft, draft.parent / "adopted.txt")
    out = resdiff("compare", *three).out
    assert "Ada Moor (Arvenia): - Calls upon (not adopted), + Urges (not adopted)\n" in out
    assert "Ben Fen: + on a voluntary basis (adopted)\n" in out
    assert "Ben Fen: - yearly (not adopted)\n" in out
    mine = resdiff("compare", *three, "--by", "moor").out
    assert "1 proposal: 1 back.\n" in mine  # whatever became of what others proposed there
    ben = resdiff("compare", *three, "--by", "ben").out
    assert "2 proposals: 1 back, 1 kept.\n" in ben
    data = json.loads(resdiff("compare", *three, "--format", "json").out)
    words = [one for proposal in data["proposals"] for one in proposal.get("words", ())]
    assert [one["is_adopted"] for one in words] == [False, False, True, False]
    for form in ("html", "text"):
        assert "- yearly (not adopted)" in resdiff("compare", *three, "--format", form).out
    assert_trouble(resdiff("compare", *three, "--by", "zoe", "-q"), "'zoe' proposed no change")


def test_of_a_paragraph_that_is_gone_nothing_was_adopted(draft: Path) -> None:
    adopted = draft.parent / "adopted.txt"
    adopted.write_text("\n\n".join(p for p in _LAST_YEAR.split("\n\n") if "yearly" not in p))
    out = resdiff("compare", draft.parent / "last-year.txt", draft, adopted).out
    assert "Ben Fen: - yearly (not adopted)\n" in out
    three = (draft.parent / "last-year.txt", draft, adopted)
    assert "1 dropped" in resdiff("compare", *three, "--by", "ben").out


def test_most_words_of_a_proposal_are_adopted_in_part(draft: Path) -> None:
    adopted = draft.parent / "adopted.txt"
    adopted.write_text(
        _LAST_YEAR.replace("contribute;", "contribute, each on a voluntary footing and basis;")
    )
    base = draft.parent / "last-year.txt"
    out = resdiff("compare", base, draft, adopted).out
    assert "Ben Fen: + on a voluntary basis (not adopted)" in out  # of few words no part is one
    long = draft.parent / "long.docx"
    words = " on a voluntary and yearly basis from the year 2032 on"
    paragraph = f"<w:p>{run('1. Calls upon all members to contribute')}{put_in(BEN, words)}{run(';')}</w:p>"
    long.write_bytes(docx(HEAD + paragraph + p("2. Decides to remain seized of the matter.")))
    adopted.write_text(_LAST_YEAR.replace("contribute;", f"contribute{words.replace('yearly', 'timely')};"))
    assert "(adopted in part)" in " ".join(resdiff("compare", base, long, adopted).out.split())


def _read(body: str, changes: Changes = "accept", **parts: str) -> list[str]:
    return [text.text for text in parse_bytes(docx(HEAD + body, **parts), "it", "it", changes).paragraphs][1:]


def _listed(text: str, number: str = "1", more: str = "") -> str:
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/>{more}</w:numPr>'
    return p(text, numbered)


_NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt'
    ' w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId'
    ' w:val="0"/></w:num></w:numbering>'
)


def test_a_number_that_was_put_in_is_none_where_changes_are_rejected() -> None:
    body = _listed("Urges all members to pay;", more='<w:ins w:id="7" w:author="A"/>')
    paragraphs = parse_bytes(docx(HEAD + body, numbering=_NUMBERING), "it", "it").paragraphs
    assert paragraphs[-1].label == "1"
    rejected = parse_bytes(docx(HEAD + body, numbering=_NUMBERING), "it", "it", "reject").paragraphs
    assert rejected[-1].label is None


def test_a_number_that_was_taken_away_stands_where_changes_are_rejected() -> None:
    former = (
        '<w:pPrChange w:id="8" w:author="A"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:pPrChange>"
    )
    body = p("Urges all members to pay;", former)
    data = docx(HEAD + body, numbering=_NUMBERING)
    assert parse_bytes(data, "it", "it").paragraphs[-1].label is None
    assert parse_bytes(data, "it", "it", "reject").paragraphs[-1].label == "1"


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


@pytest.mark.parametrize(
    ("mark", "accepted", "rejected"),
    [
        ("<w:cellIns w:id='3' w:author='A'/>", "Ferries | 2 000 | new", "Ferries | 2 000"),
        ("<w:cellDel w:id='3' w:author='A'/>", "Ferries | 2 000", "Ferries | 2 000 | new"),
    ],
)
def test_cells_that_came_or_went(mark: str, accepted: str, rejected: str) -> None:
    row = f"<w:tr>{_cell('Ferries')}{_cell('2 000')}{_cell('new', mark)}</w:tr>"
    body = p("1. Decides on the shares;") + f"<w:tbl>{row}</w:tbl>"
    assert _read(body)[-1] == accepted
    assert _read(body, "reject")[-1] == rejected


@pytest.mark.parametrize(("mark", "is_shown"), [("ins", True), ("del", False)])
def test_rows_that_came_or_went(mark: str, is_shown: bool) -> None:
    rows = (
        f"<w:tr>{_cell('Purpose')}{_cell('Share')}</w:tr>"
        f"<w:tr><w:trPr><w:{mark} w:id='4' w:author='A'/></w:trPr>{_cell('Weirs')}{_cell('5')}</w:tr>"
    )
    body = p("1. Decides on the shares;") + f"<w:tbl>{rows}</w:tbl>"
    assert ("Weirs | 5" in _read(body)) is is_shown
    assert ("Weirs | 5" in _read(body, "reject")) is not is_shown


@pytest.mark.parametrize(
    "wrapper", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>"]
)
def test_content_controls_around_rows_and_cells_hide_nothing(wrapper: str) -> None:
    row = f"<w:tr>{_cell('Ferries')}{wrapper.format(_cell('2 000'))}</w:tr>"
    body = p("1. Decides on the shares;") + f"<w:tbl>{wrapper.format(row)}</w:tbl>"
    assert _read(body)[-1] == "Ferries | 2 000"


def test_a_table_that_lays_out_the_page_gives_paragraphs() -> None:
    long = "Requests the Secretary-General " + "to ring the bells of every harbour " * 12
    row = f"<w:tr>{_cell('1. Decides to meet;')}{_cell(long)}</w:tr>"
    assert not any(" | " in text for text in _read(p("Noting the fog,") + f"<w:tbl>{row}</w:tbl>"))
    one = f"<w:tbl><w:tr>{_cell('1. Decides to meet;')}</w:tr></w:tbl>"
    assert _read(p("Noting the fog,") + one)[-1] == "Decides to meet;"


def test_words_that_one_put_in_and_another_took_out_are_named() -> None:
    words = '<w:r><w:delText xml:space="preserve">all{}</w:delText></w:r>'
    taken = "".join(
        f'<w:del w:id="{k}" w:author="{who}">{words.format(k)}</w:del>'
        for k, who in enumerate(("Bo", "Bo", "Ada"))
    )
    body = p("1. Thanks ports.") + f'<w:p><w:ins w:id="9" w:author="Ada">{taken}</w:ins></w:p>'
    said = "“all0 all1” is in neither text: Ada put it in, Bo took it out"
    assert [w for w in parse_bytes(docx(body), "it", "it").warnings if "neither" in w] == [said]
    assert not [w for w in parse_bytes(docx(body), "it", "it", "both").warnings if "neither" in w]


def test_the_parts_of_a_word_file_are_those_that_it_points_to() -> None:
    body = f"<w:document {W}><w:body>{HEAD}{_NUMBERED_ITEM * 2}</w:body></w:document>"
    parts = {
        "_rels/.rels": _related("officeDocument", "/word/document2.xml"),
        "word/document2.xml": body,
        "word/_rels/document2.xml.rels": _related("numbering", "numbering2.xml"),
        "word/numbering2.xml": _NUMBERING,
    }
    labels = [paragraph.label for paragraph in parse_bytes(zipped(parts), "it", "it").paragraphs]
    assert labels == [None, "1", "2"]
    astray = parts | {
        "_rels/.rels": _related("officeDocument", "/xl/workbook.xml"),
        "xl/workbook.xml": "<workbook/>",
    }
    with pytest.raises(InputError, match="neither a Word file"):
        parse_bytes(zipped(astray), "it", "it")


_NUMBERED_ITEM = p("Thanks the ports;", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def _related(kind: str, target: str) -> str:
    place = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<Relationships><Relationship Id="a" Type="{place}/{kind}" Target="{target}"/></Relationships>'


def test_words_of_which_some_were_adopted_are_changed_and_of_a_store_they_have_authors(draft: Path) -> None:
    adopted = draft.parent / "adopted.txt"
    adopted.write_text(_LAST_YEAR.replace("Calls upon", "Invites"))
    three = (draft.parent / "last-year.txt", draft, adopted)
    assert "1 proposal: 1 softened.\n" in resdiff("compare", *three, "--by", "moor").out
    store = draft.parent / "store.db"
    for path, label, stage in zip(three, "abc", ("adopted", "draft", "adopted"), strict=True):
        resdiff("add", "fund", path, "--label", label, "--stage", stage, "--store", store)
    out = resdiff("compare", "fund@c", "--draft", "--store", store).out
    assert "Ada Moor (Arvenia): - Calls upon (adopted), + Urges (not adopted)" in out


def test_a_name_without_such_a_change_is_told_from_one_without_any(draft: Path) -> None:
    done = resdiff("compare", draft, "--by", "moor", "--only", "title")
    assert_trouble(done, "'moor' proposed none of these changes")


def test_paths_of_drawings_are_no_changes(tmp_path: Path) -> None:
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    drawing = f"<w:p><w:r><w:drawing><a:moveTo {space}><a:pt/></a:moveTo></w:drawing></w:r></w:p>"
    path = tmp_path / "a.docx"
    path.write_bytes(docx(HEAD + drawing + p("1. Decides to meet.")))
    assert "tracked change" not in resdiff("show", path).err
    assert_trouble(resdiff("compare", path), "it has no tracked changes")


def test_comments_are_counted_beside_the_text(tmp_path: Path) -> None:
    note = '<w:comment w:id="{}" w:author="{}"><w:p><w:r><w:t>Keep it.</w:t></w:r></w:p></w:comment>'
    called = '<w:p><w:r><w:t>1. Decides to meet.</w:t><w:commentReference w:id="1"/></w:r></w:p>'
    notes = "".join(note.format(k, author) for k, author in enumerate(("Ada", "Ben", "Ada"), start=1))
    path = tmp_path / "a.docx"
    path.write_bytes(docx(HEAD + called, comments=f"<w:comments {W}>{notes}</w:comments>"))
    assert "3 comments by Ada and Ben beside the text" in resdiff("show", path).err
    path.write_bytes(docx(HEAD + called + _OP2, comments=f"<w:comments {W}>{notes}</w:comments>"))
    assert resdiff("compare", path).err.count("3 comments") == 1
