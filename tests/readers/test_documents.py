"""Word, OpenDocument, HTML, Akoma Ntoso: the same resolution in each is read as the same text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings

from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.workspace.texts import parse_bytes
from tests.cli.running import assert_trouble, resdiff
from tests.documents import W, docx, odt, p, zipped
from tests.making import ORGAN, made, resolutions, text_of
from tests.readers.ways import as_akn, as_docx, as_html, as_odt, read_document

_TRACKED = (
    p(ORGAN)
    + p("Recalling its resolution 9/14 of 6 March 2028,")
    + '<w:p><w:r><w:t xml:space="preserve">1. </w:t></w:r><w:del'
    ' w:id="1"><w:r><w:delText>Invites</w:delText></w:r></w:del><w:ins'
    ' w:id="2"><w:r><w:t>Urges</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> the keepers to light the'
    ' mole;</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:ins w:id="3"/></w:rPr></w:pPr><w:ins'
    ' w:id="4"><w:r><w:t>2. Requests every pilot to ring a'
    ' bell;</w:t></w:r></w:ins></w:p><w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr><w:del'
    ' w:id="6"><w:r><w:delText>2. Notes the fog;</w:delText></w:r></w:del></w:p>'
    + p("3. Decides to remain seized of the matter.")
)


def _told(text: Resolution) -> list[tuple[str, str | None, str, tuple[str, ...]]]:
    return [(paragraph.id, paragraph.label, paragraph.text, paragraph.marks) for paragraph in text.paragraphs]


_WAYS = [as_docx, as_odt, as_html, as_akn]


@pytest.mark.parametrize("way", _WAYS, ids=lambda way: way.__name__)
@settings(max_examples=12)
@given(resolutions())
def test_a_resolution_is_the_same_text_in_every_format(way: Callable[[str], bytes], source: str) -> None:
    assert _told(read_document(way(source))) == _told(parse(source))


@pytest.mark.parametrize("way", _WAYS, ids=lambda way: way.__name__)
def test_the_samples_are_the_same_text_in_every_format(way: Callable[[str], bytes], samples: Path) -> None:
    for path in sorted(samples.glob("*/*.txt")):
        source = path.read_text("utf-8")
        text = parse(source)
        is_printed = any(matter.kind == "furniture" for matter in text.matter)
        if is_printed or source.count("\n\n") < len(text.paragraphs):
            continue  # a document that flows has no pages, and a paragraph is what it calls one
        assert [reported[1:3] for reported in _told(read_document(way(source)))] == [
            reported[1:3] for reported in _told(parse(source))
        ], path


def test_word_counts_the_paragraphs_of_its_lists() -> None:
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum'
        ' w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText'
        ' w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt'
        ' w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum><w:num'
        ' w:numId="7"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId'
        ' w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride'
        ' w:val="1"/></w:lvlOverride></w:num></w:numbering>'
    )
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style'
        ' w:styleId="Operative"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style'
        ' w:styleId="Urging"><w:basedOn w:val="Operative"/></w:style><w:style w:styleId="A"><w:basedOn'
        ' w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )

    def styled(style: str) -> str:
        return f'<w:pStyle w:val="{style}"/>'

    def listed(text: str, number: int, level: int) -> str:
        return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

    body = (
        p(ORGAN)
        + p("Recalling its resolution 9/14 of 6 March 2028,", styled("A"))
        + p("Requests the keepers:", styled("Urging"))
        + listed("To light the mole;", 7, 1)
        + listed("To ring the bell;", 7, 1)
        + p("Urges all members to pay;", styled("Operative"))
        + listed("To be prompt;", 7, 1)
        + listed("Decides to begin anew;", 8, 0)
    )
    text = read_document(docx(body, numbering=numbering, styles=styles))
    assert [paragraph.label for paragraph in text.paragraphs] == [None, "1", "(a)", "(b)", "2", "(a)", "1"]


def test_word_footnotes_tables_boxes_and_hidden_text() -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote'
        ' w:id="4">'
        f"{p('Resolution 8/2.')}</w:footnote></w:footnotes>"
    )
    body = (
        f"<w:tbl><w:tr><w:tc>{p('LA/12/L.7')}</w:tc></w:tr></w:tbl>"
        + p(ORGAN)
        + '<w:p><w:r><w:t>Recalling the Convention,</w:t></w:r><w:r><w:footnoteReference w:id="4"/></w:r>'
        '<w:r><w:t xml:space="preserve"> and the tides,</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr>'
        "<w:t>unseen</w:t></w:r></w:p>"
        + f"<w:p><w:r><w:pict><w:txbxContent>{p('1. Urges all members to pay;')}"
        "</w:txbxContent></w:pict></w:r></w:p>"
    )
    text = read_document(docx(body, footnotes=notes))
    assert [(k.text, k.marks) for k in text.paragraphs] == [
        ("Recalling the Convention, and the tides,", ("1",)),
        ("Urges all members to pay;", ()),
    ]
    assert text.masthead.symbol == "LA/12/L.7"
    assert [(m.text, m.paragraph) for m in text.matter if m.kind == "footnote"] == [
        ("¹ Resolution 8/2.", "PP1")
    ]


@pytest.mark.parametrize(
    ("section", "symbol"),
    [
        ("<w:titlePg/>", "LA/12/L.7"),
        ("", "LA/12/L.8"),
        ('<w:titlePg w:val="0"/>', "LA/12/L.8"),
    ],
)
def test_word_header_of_the_first_page_stands_above_the_text(section: str, symbol: str) -> None:
    header = "<w:hdr {}>{}</w:hdr>"
    body = (
        p(ORGAN)
        + p("Recalling the Convention,")
        + '<w:sectPr><w:headerReference w:type="default" w:id="header1"/>'
        f'<w:headerReference w:type="first" w:id="header2"/>{section}</w:sectPr>'
    )
    name = '<w:r><w:instrText>DOCVARIABLE "Symbol1"</w:instrText></w:r>'
    field = f"<w:p>{name}<w:r><w:t>LA/12/L.8</w:t></w:r></w:p>"
    headers = {"header1": header.format(W, field), "header2": header.format(W, p("LA/12/L.7"))}
    text = read_document(docx(body, **headers))
    assert (text.masthead.symbol, [k.id for k in text.paragraphs]) == (symbol, ["PP1"])
    headers["header2"] = header.format(W, p(f"{symbol}/Add.1"))
    headers["header1"] = header.format(W, p(symbol))
    assert len(read_document(docx(body, **headers)).warnings) == (symbol == "LA/12/L.8")
    other = "LA/12/L.8" if symbol == "LA/12/L.7" else "LA/12/L.7"
    assert text.warnings == (f"1 header of later pages left out: {other}",)


@pytest.mark.parametrize("target", ["../../../secret.xml", "missing.xml", ""])
def test_a_header_that_is_not_there_is_left_out(target: str) -> None:
    body = (
        p(ORGAN)
        + p("Recalling the tides,")
        + '<w:sectPr><w:headerReference w:type="default" w:id="r"/></w:sectPr>'
    )
    relations = f'<Relationships><Relationship Id="r" Target="{target}"/></Relationships>'
    parts = {
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations,
    }
    assert [k.text for k in read_document(zipped(parts)).paragraphs] == ["Recalling the tides,"]


def test_tracked_changes_are_accepted_rejected_or_both(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(_TRACKED))

    def shown(*more: str) -> list[str]:
        return [
            k["text"] for k in json.loads(resdiff("show", path, "-f", "json", "-q", *more).out)["paragraphs"]
        ]

    first, last = "Recalling its resolution 9/14 of 6 March 2028,", "Decides to remain seized of the matter."
    assert shown() == [
        first,
        "Urges the keepers to light the mole;",
        "Requests every pilot to ring a bell;",
        last,
    ]
    assert shown("--changes", "reject") == [
        first,
        "Invites the keepers to light the mole;",
        "Notes the fog;",
        last,
    ]
    assert any("[-Invites-]{+Urges+} the keepers" in text for text in shown("--changes", "both"))
    done = resdiff("compare", path, "-f", "json", "-q")
    reported = json.loads(done.out)
    assert done.status == 1
    assert (reported["summary"]["added"], reported["summary"]["dropped"], reported["summary"]["edited"]) == (
        1,
        1,
        1,
    )
    assert reported["revised"]["source"].endswith("(changes accepted)")
    path.write_bytes(docx(p(ORGAN)))
    assert_trouble(resdiff("compare", path), "no tracked changes")


def test_whole_paragraphs_that_were_taken_out_are_left_out() -> None:
    data = docx(
        p(ORGAN) + f'<w:del w:id="1">{p("1. Notes the fog;")}</w:del><w:ins'
        f' w:id="2">{p("1. Urges all members to pay;")}</w:ins>'
    )
    assert [k.text for k in read_document(data).paragraphs] == ["Urges all members to pay;"]
    assert [k.text for k in parse_bytes(data, "'it'", "it", "reject").paragraphs] == ["Notes the fog;"]


def test_html_shows_what_a_browser_shows() -> None:
    page = (
        "<!doctype html><html><head><style>p {}</style><script>alert('1."
        f" Urges');</script></head><body><nav hidden>menu</nav><p>{ORGAN}</p><p>Recalling the"
        " <em>Convention</em>,<sup>1</sup></p><ol><li>Requests the keepers:<ol type=a><li>To light the"
        " mole;<li value=3>To ring &amp; report;</ol><li>Urges all members<br>to pay;</ol><p style='display:"
        " none'>3. Decides nothing.</p></body></html>"
    )
    text = read_document(page.encode())
    assert [(k.label, k.text) for k in text.paragraphs] == [
        (None, "Recalling the Convention,"),
        ("1", "Requests the keepers:"),
        ("(a)", "To light the mole;"),
        ("(c)", "To ring & report;"),
        ("2", "Urges all members to pay;"),
    ]


def test_lists_and_notes_of_opendocument() -> None:
    style = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"'
        ' style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a"'
        ' style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
    )
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Resolution"
        " 8/2.</text:p></text:note-body></text:note>"
    )
    body = (
        f"<text:p>{ORGAN}</text:p><text:p>Recalling<text:s/>the Convention,{note}</text:p><text:list"
        ' text:style-name="L1"><text:list-item><text:p>Requests the'
        " keepers:</text:p><text:list><text:list-item><text:p>To light the"
        " mole;</text:p></text:list-item><text:list-item><text:p>To ring the"
        " bell;</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Urges all"
        " members to pay;</text:p></text:list-item></text:list>"
    )
    text = read_document(odt(body, style))
    assert [(k.label, k.marks) for k in text.paragraphs] == [
        (None, ("1",)),
        ("1", ()),
        ("(a)", ()),
        ("(b)", ()),
        ("2", ()),
    ]


def test_akoma_ntoso_tells_its_numbers_and_notes() -> None:
    source = (
        '<?xml version="1.0" encoding="UTF-8"?><akomaNtoso'
        ' xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
        "<statement><meta>no text</meta>"
        f"<preamble><formula name='enactingFormula'><p>{ORGAN}</p></formula><container"
        " name='preambular'><p>Recalling the Convention,"
        "<authorialNote marker='1'><p>Resolution"
        " 8/2.</p></authorialNote></p></container></preamble><mainBody><paragraph><num>1.</num>"
        "<list><intro><p>Requests the keepers:</p></intro><point><num>(a)</num><content><p>To light the"
        " <del>lamp</del><ins>mole</ins>;</p>"
        "</content></point></list></paragraph></mainBody></statement></akomaNtoso>"
    )
    text = read_document(source.encode())
    assert [(k.label, k.text) for k in text.paragraphs] == [
        (None, "Recalling the Convention,"),
        ("1", "Requests the keepers:"),
        ("(a)", "To light the mole;"),
    ]
    assert text.paragraphs[0].marks == ("1",)


def test_old_formats_say_how_they_are_converted(tmp_path: Path) -> None:
    compound = b"\xd0\xcf\x11\xe0" + bytes(600)
    for data, words in (
        (compound + "WordDocument".encode("utf-16-le"), "old Word file (.doc): pass --convert"),
        (b"{\\rtf1 Decides}", "RTF file: pass --convert"),
        (compound + "EncryptedPackage".encode("utf-16-le"), "encrypted: save it without a password"),
        (
            zipped(
                {
                    "content.xml": b"\x00\x01\x02",
                    "META-INF/manifest.xml": "<manifest:encryption-data/>",
                }
            ),
            "encrypted: save it without a password",
        ),
        (compound, "Outlook, Excel or PowerPoint, or damaged: save its text as .docx"),
    ):
        path = tmp_path / "a.doc"
        path.write_bytes(data)
        assert_trouble(resdiff("show", path), words)


def test_documents_can_be_kept_and_opened_again(tmp_path: Path) -> None:
    path, store = tmp_path / "draft.docx", tmp_path / "store.db"
    path.write_bytes(as_docx(text_of()))
    assert resdiff("add", "marshes", path, "--store", store).status == 0
    shown = json.loads(resdiff("show", "marshes@latest", "--store", store, "-f", "json").out)
    assert [k["text"] for k in shown["paragraphs"]] == [k.text for k in made().paragraphs]
    assert resdiff("store", "verify", "--store", store).status == 0


def _html(body: str) -> list[str]:
    return [
        p.text for p in read_document(f"<!DOCTYPE html><html><body>{body}</body></html>".encode()).paragraphs
    ]


def test_lines_of_html_end_as_a_browser_shows_them() -> None:
    wanted = ["Recalling its resolution 9/14 of 6 March 2028,", "Calls upon all members to light the mole;"]
    first, second = (
        "Recalling its resolution<br>9/14 of 6 March 2028,",
        "1. Calls upon all members to light the mole;",
    )
    assert _html(f"<p>The Littoral Assembly,<br><br>{first}<br>\n<br/>{second}</p>") == wanted
    lines = "Recalling its resolution\n9/14 of 6 March 2028,"
    assert _html(f"<pre>The Littoral Assembly,\n\n{lines}\n \n{second}\n</pre>") == wanted


def test_lists_of_html_are_counted_as_a_browser_counts_them() -> None:
    head = "<p>The Littoral Assembly,</p>"
    text = read_document(
        f"<html><body>{head}<ol reversed><li>Requests all to row;</li><li>Urges all to"
        " pay;</li></ol></body></html>".encode()
    )
    assert [p.label for p in text.paragraphs] == ["2", "1"]
    items = _html(f"{head}<p>1. Urges members:<br>(a) to row;<br>\n(b) to pay, on<br>3 May;</p>")
    assert items == ["Urges members:", "to row;", "to pay, on 3 May;"]
    shown = _html(
        f"{head}<p>1. Urges all members to row,<span style='display: block'>and to pay,</span>and to"
        " sing;</p>"
    )
    assert " ".join(shown) == "Urges all members to row, and to pay, and to sing;"
