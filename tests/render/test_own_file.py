"""Tracked changes in the user's own Word document: what changed is marked, all else stays as it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from lxml import etree

from resdiff.core.compare import compare
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.readers.changes import Changes
from resdiff.render.formats import WriteOptions
from resdiff.render.word.own_file import OwnFile
from resdiff.workspace.own_redline import OwnRedline, redline_in_file
from resdiff.workspace.texts import parse_bytes
from tests.cli.running import assert_trouble, resdiff
from tests.documents import W as NAMESPACE
from tests.documents import docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIDES: tuple[Changes, ...] = ("accept", "reject")
_ADA = 'w:author="Ada Moor"'
_SIZE = '<w:sz w:val="20"/>'
_PREAMBLE = ("The Littoral Assembly,", "Recalling its resolution 9/14 of 6 March 2028,")
_OPERATIVE = (
    "Calls upon all members to contribute to the Fund;",
    "Requests the Secretary-General to report yearly on the Fund;",
    "Encourages members to share seeds and survey data;",
    "Decides to remain seized of the matter.",
)


def _run(text: str, looks: str = "") -> str:
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(number: str, text: str) -> str:
    """A paragraph with its number in words, a tab behind it, its verb slanted and its text cut into runs."""
    verb, _, rest = text.partition(" ")
    middle = len(rest) // 2
    label = f"{_run(number)}<w:r><w:tab/></w:r>" if number else ""
    return (
        f'<w:p><w:pPr><w:ind w:left="720"/></w:pPr>{label}{_run(verb, "<w:i/>")}'
        f'{_run(f" {rest[:middle]}", _SIZE)}<w:bookmarkStart w:id="5" w:name="x"/><w:bookmarkEnd w:id="5"/>'
        f"{_run(rest[middle:], _SIZE)}</w:p>"
    )


def _body(operative: Sequence[str] = _OPERATIVE) -> str:
    numbered = [_paragraph(f"{k}.", text) for k, text in enumerate(operative, start=1)]
    return "".join([*(_paragraph("", text) for text in _PREAMBLE), *numbered])


def _source(*operative: str) -> str:
    return "\n\n".join((*_PREAMBLE, *(f"{k}. {text}" for k, text in enumerate(operative, start=1))))


def _text(*operative: str) -> Resolution:
    return parse(_source(*operative))


def _redline(data: bytes, revised: Resolution) -> OwnRedline:
    made = redline_in_file(data, compare(parse_bytes(data, "it", "it"), revised), WriteOptions(author="Me"))
    assert made is not None
    return made


def _document(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def _readings(data: bytes) -> list[str]:
    return [p.text for p in parse_bytes(data, "it", "it").paragraphs]


_EDITED = _OPERATIVE[0].replace("all members", "all members and ports").replace("Calls upon", "Urges")


@pytest.mark.parametrize(
    "operative",
    [
        (_EDITED, *_OPERATIVE[1:]),
        (_OPERATIVE[0], *_OPERATIVE[2:]),
        ("Invites the ports of the coast to light their moles;", *_OPERATIVE),
        (*_OPERATIVE[:3], "Invites the ports of the coast to light their moles;", _OPERATIVE[3]),
        (_OPERATIVE[2], _OPERATIVE[0], _OPERATIVE[1], _OPERATIVE[3]),
        (_OPERATIVE[0].removesuffix(";") + " and to light their moles at dusk;", *_OPERATIVE[1:]),
        (_OPERATIVE[0].replace(" to the Fund", ""), *_OPERATIVE[1:]),
    ],
)
def test_the_changes_are_marked_and_the_rest_stays(operative: Sequence[str]) -> None:
    data, revised = docx(_body()), _text(*operative)
    made = _redline(data, revised).data
    assert _readings(made) == [p.text for p in revised.paragraphs]
    assert [p.text for p in parse_bytes(made, "it", "it", "reject").paragraphs] == _readings(data)
    assert [p.label for p in parse_bytes(made, "it", "it").paragraphs] == [
        p.label for p in revised.paragraphs
    ]
    changes = list(_document(made).iter(f"{W}ins", f"{W}del"))
    ids = [change.get(f"{W}id") for change in changes]
    assert len(set(ids)) == len(ids)
    assert min(map(int, ids)) > 5  # above the bookmark
    assert {change.get(f"{W}author") for change in changes} == {"Me"}


def test_a_run_keeps_its_looks_and_a_paragraph_that_stays_its_bytes() -> None:
    made = _redline(docx(_body()), _text(_EDITED, *_OPERATIVE[1:])).data
    root = _document(made)
    gone = next(run for run in root.iter(f"{W}del") if "Calls" in "".join(run.itertext()))
    assert gone.find(f"{W}r/{W}rPr/{W}i") is not None
    come = next(run for run in root.iter(f"{W}ins") if "ports" in "".join(run.itertext()))
    assert come.find(f"{W}r/{W}rPr/{W}sz") is not None
    before = [etree.tostring(p) for p in _document(docx(_body())).iter(f"{W}p")]
    after = [etree.tostring(p) for p in root.iter(f"{W}p")]
    assert before[3:] == after[3:]
    assert "bookmarkStart" in after[2].decode()


def test_a_new_paragraph_looks_like_its_neighbours() -> None:
    added = "Invites the ports of the coast to light their moles;"
    root = _document(_redline(docx(_body()), _text(*_OPERATIVE[:3], added, _OPERATIVE[3])).data)
    element = next(p for p in root.iter(f"{W}p") if "moles" in "".join(p.itertext()))
    assert element.find(f"{W}pPr/{W}ind") is not None
    assert element.find(f"{W}pPr/{W}rPr/{W}ins") is not None
    runs = [("".join(run.itertext()), run.find(f"{W}rPr/{W}i") is not None) for run in element.iter(f"{W}r")]
    assert runs == [("4.", False), ("Invites", True), (added.removeprefix("Invites"), False)]
    assert len(list(element.iter(f"{W}tab"))) == 1  # as behind the numbers of its neighbours


def test_the_changes_and_comments_of_others_stay() -> None:
    others = (
        f"<w:p>{_run('2. Requests the Warden to report')}"
        f'<w:ins w:id="90" {_ADA}>{_run(" on the Fund and the reefs")}</w:ins>'
        f'<w:del w:id="91" {_ADA}><w:r><w:delText> in May</w:delText></w:r></w:del>{_run(";")}'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    body = _body([_OPERATIVE[0]]) + others + _paragraph("3.", _OPERATIVE[3])
    data = docx(body, comments=f'<w:comments {NAMESPACE}><w:comment w:id="0" {_ADA}/></w:comments>')
    asked = "Requests the Warden to report on the Fund, the ports and the reefs;"
    made = _redline(data, _text(_OPERATIVE[0], asked, _OPERATIVE[3])).data
    root = _document(made)
    authors = [change.get(f"{W}author") for change in root.iter(f"{W}ins", f"{W}del")]
    assert authors.count("Ada Moor") == 3  # what she put in goes on behind the new words
    assert "Me" in authors
    ids = [change.get(f"{W}id") for change in root.iter(f"{W}ins", f"{W}del")]
    assert len(set(ids)) == len(ids)
    assert not root.findall(f".//{W}ins//{W}ins")
    assert root.find(f".//{W}commentReference") is not None
    assert _readings(made)[2] == asked
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        assert old.namelist() == new.namelist()
        parts = [name for name in old.namelist() if name != "word/document.xml"]
        assert all(old.read(name) == new.read(name) for name in parts)


def test_words_may_come_before_all_others() -> None:
    preamble = (_PREAMBLE[0], "Having met, Recalling its resolution 9/14 of 6 March 2028,")
    numbered = [f"{k}. {text}" for k, text in enumerate(_OPERATIVE, start=1)]
    revised = parse("\n\n".join((*preamble, *numbered)))
    assert _readings(_redline(docx(_body()), revised).data)[0] == preamble[1]


def test_blanks_go_with_the_words_around_them() -> None:
    twice = f"<w:p>{_run('1. Calls upon members  to')}<w:r><w:br/></w:r>{_run('contribute now;')}</w:p>"
    data = docx(_body(()) + twice + _paragraph("2.", _OPERATIVE[3]))
    root = _document(_redline(data, _text("Calls upon members now;", _OPERATIVE[3])).data)
    gone = list(root.iter(f"{W}del"))
    assert [change.find(f".//{W}br") is not None for change in gone] == [False, True, False]
    assert "".join("".join(change.itertext()) for change in gone).count(" ") == 2


def test_a_paragraph_that_goes_goes_with_its_mark() -> None:
    root = _document(_redline(docx(_body()), _text(_OPERATIVE[0], *_OPERATIVE[2:])).data)
    element = next(p for p in root.iter(f"{W}p") if "yearly" in "".join(p.itertext()))
    assert element.find(f"{W}pPr/{W}rPr/{W}del") is not None


def test_a_new_paragraph_takes_neither_number_nor_section_nor_change_of_its_like() -> None:
    body = _body(()) + "".join(_paragraph("", text) for text in _OPERATIVE)
    of_last = f"<w:rPr><w:ins w:id='8' {_ADA}/></w:rPr><w:sectPr/>"
    place = body.rindex("</w:pPr>")
    data = docx(body[:place] + of_last + body[place:])
    added = "Invites the ports of the coast to light their moles;"
    root = _document(_redline(data, _text(*_OPERATIVE[:3], added, _OPERATIVE[3])).data)
    element = next(p for p in root.iter(f"{W}p") if "moles" in "".join(p.itertext()))
    assert "".join(element.itertext()) == added
    assert {change.get(f"{W}author") for change in element.iter(f"{W}ins")} == {"Me"}
    assert len(list(root.iter(f"{W}sectPr"))) == 1


def test_a_new_point_of_a_level_that_the_text_has_not_has_its_number_in_words() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    by_list = "".join(_paragraph("", text) for text in _OPERATIVE).replace('<w:ind w:left="720"/>', listed)
    head = _body(()).replace('<w:ind w:left="720"/>', '<w:jc w:val="center"/>')
    for data in (docx(head + _body()[len(_body(())) :]), docx(head + by_list)):
        tail = ["2. Urges ports:", "(a) To light moles;", "(b) To keep the sluices shut;"]
        revised = parse("\n\n".join((*_PREAMBLE, f"1. {_OPERATIVE[0]}", *tail, f"3. {_OPERATIVE[3]}")))
        comparison = compare(parse_bytes(data, "it", "it"), revised)
        made = redline_in_file(data, comparison, WriteOptions())
        assert made is not None
        paragraphs = ["".join("".join(p.itertext()).split()) for p in _document(made.data).iter(f"{W}p")]
        assert "(a)Tolightmoles;" in paragraphs  # behind the number a blank, or a tab
        assert "(b)Tokeepthesluicesshut;" in paragraphs
        element = next(p for p in _document(made.data).iter(f"{W}p") if "moles" in "".join(p.itertext()))
        assert element.find(f"{W}pPr/{W}numPr") is None
        assert element.find(f"{W}pPr/{W}jc") is None  # it looks like its part


def test_a_new_row_of_a_table_cannot_be_marked() -> None:
    cells = "".join(f"<w:tc><w:p>{_run(text)}</w:p></w:tc>" for text in ("Boats", "2"))
    with_table = docx(f"{_body()}<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>")
    one, two = (parse_bytes(data, "it", "it") for data in (docx(_body()), with_table))
    made = redline_in_file(docx(_body()), compare(one, two), WriteOptions())
    assert made is not None
    assert made.not_carried == ("2 rows of tables (T1.1, T1.2)",)
    assert _readings(made.data)[-2:] == _readings(docx(_body()))[-2:]


def test_what_would_not_be_the_text_is_not_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OwnFile, "write", lambda _: True)
    comparison = compare(parse_bytes(docx(_body()), "it", "it"), _text(_EDITED, *_OPERATIVE[1:]))
    assert redline_in_file(docx(_body()), comparison, WriteOptions()) is None


def _with_head(title: str, *operative: str, session: str = "") -> str:
    numbered = (f"{k}. {text}" for k, text in enumerate(operative, start=1))
    return "\n\n".join(part for part in (session, f"12/9. {title}", *_PREAMBLE, *numbered) if part)


def test_what_it_does_not_show_is_said(tmp_path: Path) -> None:
    base, revised, out = tmp_path / "base.docx", tmp_path / "revised.txt", tmp_path / "out.docx"
    base.write_bytes(docx(_paragraph("", "12/9. Lamps of the coast") + _body()))
    session = "Littoral Assembly\nTwelfth session"
    revised.write_text(_with_head("Lamps of the coast", _EDITED, *_OPERATIVE[1:], session=session))
    some = resdiff("compare", base, revised, "-o", out).err
    assert "does not show what changed in: " in some
    assert "in: 1 line above or below the text" in some
    assert "nothing is marked" not in some
    revised.write_text(_with_head("Lamps of the coast", *_OPERATIVE, session=session))
    none = resdiff("compare", base, revised, "-o", out).err
    assert f"nothing is marked in the copy of '{base}'" in none


def test_the_authors_that_a_redline_does_not_name_are_said(tmp_path: Path) -> None:
    base, revised, out = (tmp_path / name for name in ("base.docx", "revised.docx", "out.docx"))
    text, plain = docx(_body()), tmp_path / "base.txt"
    base.write_bytes(text)
    plain.write_text(_source(*_OPERATIVE))
    own = f'{_run("Decides to remain")}<w:ins w:id="90" {_ADA}>{_run(" actively")}</w:ins>{_run(" seized;")}'
    revised.write_bytes(docx(f"{_body()}<w:p>{_run('5. ')}{own}</w:p>"))
    said = "names '{}' (--author) as the author of all changes written now, also of what Ada Moor proposed"
    for texts, author, is_said in (
        ((base, revised), "resdiff", True),
        ((plain, revised), "Me", True),
        ((base, revised), "Ada Moor", False),
        ((revised, base), "resdiff", False),
        ((revised,), "resdiff", False),
    ):
        err = resdiff("compare", *texts, "--author", author, "-o", out).err
        assert (said.format(author) in err) == is_said
        assert "itself: a new file" not in err
        out.unlink()


def test_words_struck_by_hand_would_stand_in_the_accepted_text(tmp_path: Path) -> None:
    struck = docx(_body().replace(_SIZE, "<w:strike/>", 1))
    comparison = compare(parse_bytes(struck, "it", "it"), _text(_EDITED, *_OPERATIVE[1:]))
    assert redline_in_file(struck, comparison, WriteOptions()) is None


def test_the_masthead_is_marked_where_it_stands_and_all_marks_are_shown(tmp_path: Path) -> None:
    head = _paragraph("", "A/RES/79/77") + _paragraph("", "Seventy-ninth session")
    view = '<w:settings xmlns:w="urn:w"><w:revisionView w:markup="0"/><w:zoom w:percent="90"/></w:settings>'
    base, revised, out = tmp_path / "base.docx", tmp_path / "revised.txt", tmp_path / "out.docx"
    base.write_bytes(docx(head + _body(), settings=view))
    numbered = [f"{k}. {text}" for k, text in enumerate((_EDITED, *_OPERATIVE[1:]), start=1)]
    revised.write_text("\n\n".join(("A/RES/80/70", "Eightieth session", *_PREAMBLE, *numbered)))
    assert resdiff("compare", base, revised, "-o", out).err == ""
    sides = {side: parse_bytes(out.read_bytes(), "it", "it", side).masthead for side in _SIDES}
    assert [sides[side].symbol for side in _SIDES] == ["A/RES/80/70", "A/RES/79/77"]
    with zipfile.ZipFile(out) as archive:
        assert (
            archive.read("word/settings.xml") == view.replace('<w:revisionView w:markup="0"/>', "").encode()
        )


def test_compare_writes_into_a_copy_of_the_users_file(tmp_path: Path) -> None:
    base, revised, out = tmp_path / "base.docx", tmp_path / "revised.txt", tmp_path / "out.docx"
    base.write_bytes(docx(_body()))
    revised.write_text(
        "\n\n".join((*_PREAMBLE, f"1. {_EDITED}", "2. Decides to remain seized of the matter."))
    )
    before = base.read_bytes()
    assert resdiff("compare", base, revised, "-o", out, "--author", "Me").status == 1
    assert base.read_bytes() == before
    assert "bookmarkStart" in etree.tostring(_document(out.read_bytes())).decode()


def test_a_document_with_changes_is_handed_on_as_it_is(tmp_path: Path) -> None:
    base, out = tmp_path / "base.docx", tmp_path / "out.docx"
    changed = f'<w:ins w:id="1" {_ADA}>{_run("all")}</w:ins>'
    base.write_bytes(docx(_body() + f"<w:p>{_run('5. Thanks ')}{changed}{_run(' ports.')}</w:p>"))
    assert resdiff("compare", base, "-o", out).status == 1
    assert out.read_bytes() == base.read_bytes()


def test_where_it_cannot_be_a_new_file_is_written_and_said(tmp_path: Path) -> None:
    base, revised, out = tmp_path / "base.docx", tmp_path / "revised.txt", tmp_path / "out.docx"
    base.write_bytes(docx(f"<w:p>{_run('1. Calls upon members to act; 2. Decides to remain seized.')}</w:p>"))
    revised.write_text("1. Urges members to act;\n\n2. Decides to remain seized.\n")
    run = resdiff("compare", base, revised, "-o", out)
    assert (run.status, "a new file has them" in run.err) == (1, True)
    assert out.exists()
    assert_trouble(resdiff("compare", base, revised, "-o", base), "base.docx")


def test_a_part_that_is_too_large_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(_body(), media="x" * 60_000)
    comparison = compare(parse_bytes(data, "it", "it"), _text(_EDITED, *_OPERATIVE[1:]))
    assert redline_in_file(data, comparison, WriteOptions()) is not None
    monkeypatch.setattr("resdiff.readers.markup.MAX_PART_BYTES", 50_000)
    assert redline_in_file(data, comparison, WriteOptions()) is None


def test_signs_that_xml_forbids_reach_no_document(tmp_path: Path) -> None:
    base, revised, out = tmp_path / "base.docx", tmp_path / "revised.txt", tmp_path / "out.docx"
    base.write_bytes(docx(_body()))
    numbered = [f"{k}. {text}" for k, text in enumerate(_OPERATIVE, start=1)]
    revised.write_text(
        "\n\n".join((*_PREAMBLE, *numbered)).replace("all members", "all\x01 the \x7f members")
    )
    run = resdiff("compare", base, revised, "-o", out, "--author", "M\x02e")
    assert run.status == 1, run.err
    assert _document(out.read_bytes()) is not None


def test_the_document_of_a_stored_version_is_the_users_own(tmp_path: Path) -> None:
    base, store = tmp_path / "base.docx", tmp_path / "store.db"
    base.write_bytes(docx(_body()))
    (tmp_path / "new.txt").write_text(_source(_EDITED, *_OPERATIVE[1:]))
    for name, label in ((base, "a"), (tmp_path / "new.txt", "b")):
        assert resdiff("add", "fund", name, "--label", label, "--store", store).status == 0
    made = tmp_path / "made.docx"
    assert resdiff("compare", "fund@a..b", "--store", store, "-o", made).status == 1
    assert b'<w:bookmarkStart w:id="5" w:name="x"/>' in etree.tostring(_document(made.read_bytes()))
    assert "[-Calls upon-]{+Urges+} all members {+and ports+}" in resdiff("compare", made).out


def test_of_a_document_with_macros_a_new_file_is_written_and_said(tmp_path: Path) -> None:
    base, made = tmp_path / "base.docm", tmp_path / "made.docx"
    (tmp_path / "new.txt").write_text(_source(_EDITED, *_OPERATIVE[1:]))
    for kind, is_own in (
        ("macroEnabled.main", False),
        ("wordprocessingml.template.main", False),
        ("x", True),
    ):
        with zipfile.ZipFile(io.BytesIO(docx(_body()))) as old, zipfile.ZipFile(base, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name))
            new.writestr("[Content_Types].xml", f'<Types><Override ContentType="{kind}+xml"/></Types>')
        done = resdiff("compare", base, tmp_path / "new.txt", "-o", made)
        assert ("a new file has them" in done.err) is not is_own
        assert (b"bookmarkStart" in etree.tostring(_document(made.read_bytes()))) is is_own
