"""Texts that run from right to left in pages and documents of ours: each word stands where it belongs."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from lxml import etree, html

from resdiff.core.brief import Brief, brief_of
from resdiff.core.compare import compare
from resdiff.core.parse import parse
from resdiff.render.report.brief import briefs_html
from resdiff.render.report.page import isolated, with_isolated_words
from resdiff.render.views.characters import parted_by_direction
from resdiff.render.word.brief import briefs_docx
from tests.core.test_languages import _TEXTS

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ADDED = "2 - تطلب إلى مديرة الميناء أن تقدم تقريرا في موعد أقصاه 15 آذار/مارس 2031؛"


@pytest.fixture(scope="module")
def brief() -> Brief:
    lines = _TEXTS["ar"]
    return brief_of(compare(parse("\n\n".join(lines)), parse("\n\n".join((*lines[:4], _ADDED, *lines[4:])))))


@pytest.fixture(scope="module")
def reworded() -> Brief:
    lines = _TEXTS["ar"]
    one, two = (
        parse("\n\n".join((*lines[:4], _ADDED.replace("تقريرا", noun), *lines[4:])))
        for noun in ("تقريرا", "بيانا")
    )
    return brief_of(compare(one, two))


def test_words_of_a_text_stand_alone_in_a_sentence_of_ours() -> None:
    assert with_isolated_words("3 gone; شجع 2→1 <b>") == "3 gone; <bdi>شجع</bdi> 2→1 &lt;b&gt;"
    assert with_isolated_words("31 آذار/مارس 2031") == "31 <bdi>آذار/مارس</bdi> 2031"
    assert isolated("عند الاقتضاء") == "<bdi>عند الاقتضاء</bdi>"
    assert isolated("as needed") == "as needed"


def test_parts_of_a_sentence_are_the_sentence() -> None:
    sentence = "3 gone; شجع على 2→1, طلب 7→1."
    assert parted_by_direction(sentence) == ["3 gone; ", "شجع على", " 2→1, ", "طلب", " 7→1."]
    assert parted_by_direction("3 gone") == ["3 gone"]


def test_a_line_runs_as_its_words_do_but_an_arrow_as_the_page(brief: Brief) -> None:
    page = html.document_fromstring("".join(briefs_html([brief])))
    spans = page.xpath("//div[@class='brief']//li/span[last()]")
    asks = [span for span in spans if "15" in span.text_content()]
    assert asks
    assert all(span.get("dir") == "rtl" for span in asks)
    assert page.xpath("//h2[@id='step-1']/bdi")


def test_an_arrow_runs_from_the_old_words_to_the_new(reworded: Brief) -> None:
    page = html.document_fromstring("".join(briefs_html([reworded])))
    spans = [
        span for span in page.xpath("//div[@class='brief']//li/span[last()]") if "→" in span.text_content()
    ]
    assert spans
    assert all(span.get("dir") is None for span in spans)


def test_runs_of_a_word_file_are_marked(brief: Brief) -> None:
    with zipfile.ZipFile(BytesIO(briefs_docx([brief]))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for run in root.iter(f"{_W}r"):
        text = "".join(t.text or "" for t in run.iter(f"{_W}t"))
        is_arabic = any("\u0600" <= c <= "\u06ff" for c in text)
        assert (run.find(f"{_W}rPr/{_W}rtl") is not None) == is_arabic, text
        assert not (is_arabic and " new ask" in text), text


def test_lines_of_arabic_run_from_right_to_left_but_where_both_wordings_stand_in_order(
    brief: Brief, reworded: Brief
) -> None:
    with zipfile.ZipFile(BytesIO(briefs_docx([brief, reworded]))) as archive:
        root, comments = (
            etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "comments")
        )
    kinds = set()
    for paragraph in (*root.iter(f"{_W}p"), *comments.iter(f"{_W}p")):
        text = "".join(t.text or "" for t in paragraph.iter(f"{_W}t"))
        if paragraph.find(f"{_W}pPr/{_W}pStyle") is not None and "Masthead" not in etree.tostring(
            paragraph, encoding="unicode"
        ):
            continue
        marked = {_W + "u", _W + "strike"} & {one.tag for one in paragraph.iter()}
        is_arabic = any("\u0600" <= c <= "\u06ff" for c in text)
        is_turned = paragraph.find(f"{_W}pPr/{_W}bidi") is not None
        assert is_turned == (is_arabic and not marked), text
        kinds.add(is_turned)
    assert kinds == {True, False}
