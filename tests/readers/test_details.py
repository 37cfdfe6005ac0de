"""Details of Word, OpenDocument and HTML: figures, notes, frames, formulas, passwords."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from resdiff.core.errors import InputError
from tests.documents import docx, p
from tests.making import ORGAN
from tests.readers.ways import as_docx, as_html, as_odt, read_document


@pytest.mark.parametrize("way", [as_docx, as_html, as_odt], ids=lambda way: way.__name__)
def test_figures_in_paragraphs_of_their_own_are_text(way: Callable[[str], bytes]) -> None:
    source = (
        f"{ORGAN}\n\nRecalling its resolution 9/14 of 6 March 2028,\n\n1. Requests the sum of\n\n1,500\n\n2."
        " Decides to act.\n"
    )
    assert "1,500" in [p.text for p in read_document(way(source)).paragraphs]


def test_a_paragraph_that_ends_with_a_note_is_not_joined_with_the_next() -> None:
    notes = (
        "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        "<w:footnote w:id='1'><w:p><w:r><w:t>LA/1.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    call = "<w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    first = p("Having received the report of the keepers of the lights for the year 2030").replace(
        "</w:p>", call
    )
    text = read_document(
        docx(
            p(ORGAN) + first + p("Taking note of the statement of the Warden,") + p("1. Decides to act."),
            footnotes=notes,
        )
    )
    assert [paragraph.id for paragraph in text.paragraphs] == ["PP1", "PP2", "OP1"]


def test_a_note_of_several_paragraphs_is_no_text() -> None:
    note = "<aside role='doc-footnote'><p>1 LA/1.</p><p>Requests of this note are none.</p></aside>"
    body = (
        f"<p>The Littoral Assembly,</p><p>Recalling its rules of old,<sup>1</sup></p>{note}<p>1. Decides to"
        " act.</p>"
    )
    text = read_document(f"<html><body>{body}</body></html>".encode())
    assert [p.text for p in text.paragraphs] == ["Recalling its rules of old,", "Decides to act."]
    assert "Requests of this note are none." in " ".join(m.text for m in text.matter if m.kind == "footnote")


def test_marks_of_notes_side_by_side_are_two() -> None:
    notes = "<p role='doc-footnote'>2 LA/2.</p><p role='doc-footnote'>3 LA/3.</p>"
    call = "<sup><a href='#2'>2</a></sup><sup>3</sup>"
    body = f"<p>The Littoral Assembly,</p><p>Recalling its resolution 9/14 of 6 March 2028,{call}</p>{notes}"
    text = read_document(f"<html><body>{body}</body></html>".encode())
    assert text.paragraphs[0].marks == ("2", "3")
    assert text.paragraphs[0].text == "Recalling its resolution 9/14 of 6 March 2028,"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "frame",
    [
        "<html><body>{}</body></html>",
        "<div>{}</div>",
        "{}",
        "<!-- saved {} -->\n<!DOCTYPE html>\n<body>{}</body>",
        "<akomaNtoso><statement><mainBody>{}</mainBody></statement></akomaNtoso>",
        "<!-- a comment --><akomaNtoso><act><body>{}</body></act></akomaNtoso>",
    ],
)
def test_what_a_document_is_does_not_hang_on_its_frame(encoding: str, frame: str) -> None:
    body = "<p>The Littoral Assembly,</p><p>Recalling its resolution 9/14 of 6 March 2028,</p>"
    source = frame.replace("saved {}", f"saved {'x' * 9000}").format(body)
    assert [p.text for p in read_document(source.encode(encoding)).paragraphs] == [
        "Recalling its resolution 9/14 of 6 March 2028,"
    ]


def test_a_text_that_begins_with_a_sign_of_comparison_is_plain() -> None:
    text = read_document(b"<draft> of a text that is none\n\nand <p goes on\n")
    assert text.paragraphs[0].text == "<draft> of a text that is none"


def test_formulas_and_signs_of_special_fonts_are_read() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>The sum </w:t></w:r><m:oMath"
        " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:r><m:t>E=mc</m:t></m:r></m:oMath><w:r><w:t"
        " xml:space='preserve'> and </w:t><w:sym w:font='Wingdings' w:char='F0E0'/><w:sym w:font='Odd'"
        " w:char='F0E0'/><w:t xml:space='preserve'>"
        " rays stand here.</w:t></w:r></w:p>"
    )
    text = read_document(docx(body))
    assert [p.text for p in text.paragraphs] == ["The sum E=mc and →\ufffd rays stand here."]
    assert "1 sign of special fonts could not be read, shown as \ufffd" in text.warnings


def test_a_word_file_with_a_password_says_so() -> None:
    with pytest.raises(InputError, match="is encrypted"):
        read_document(b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("<m:f><m:num>{1}</m:num><m:den>{2}</m:den></m:f>", "1/2"),
        ("<m:sSup><m:e>{x}</m:e><m:sup>{2}</m:sup></m:sSup>", "x^2"),
        ("<m:sSub><m:e>{x}</m:e><m:sub>{i}</m:sub></m:sSub>", "x_i"),
        ("<m:nary><m:sub/><m:sup/><m:e>{x}</m:e></m:nary>", "x"),
    ],
)
def test_a_formula_is_one_line(formula: str, shown: str) -> None:
    space = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
    inner = re.sub(r"\{(\w)\}", r"<m:r><m:t>\1</m:t></m:r>", formula)
    body = f"<w:p><w:r><w:t xml:space='preserve'>The sum </w:t></w:r><m:oMath {space}>{inner}</m:oMath></w:p>"
    assert [one.text for one in read_document(docx(body)).paragraphs] == [f"The sum {shown}"]
