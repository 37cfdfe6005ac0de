"""Rows of tables in the user's own Word document."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from resdiff.core.compare import compare
from resdiff.render.formats import WriteOptions
from resdiff.render.word import own_file
from resdiff.workspace.own_redline import OwnRedline, redline_in_file
from resdiff.workspace.texts import parse_bytes
from tests.documents import docx, p

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = (
    "The Littoral Assembly,",
    "Recalling its resolution 9/14 of 6 March 2028,",
    "1. Calls upon all members to contribute to the Fund;",
    "2. Decides to share the costs as follows:",
)
_HEAD, _BOATS, _TUGS, _OIL = ("Item", "2031"), ("Boats", "2 000"), ("Tugs", "40"), ("Oil", "9")
_MERGED = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc>{properties}{''.join(map(p, text.split('/')))}</w:tc>"


def _document(*rows: tuple[str, ...], behind: str = "", properties: str = "", of_row: str = "") -> bytes:
    """A document with a table, `behind` it more; a cell of several paragraphs is written 'one/two'."""
    cells = ["".join(_cell(text, properties) for text in row) for row in rows]
    table = "".join(f"<w:tr>{of_row}{row}</w:tr>" for row in cells)
    return docx(f"{''.join(map(p, _TEXT))}<w:tbl>{table}</w:tbl>{behind}")


def _redline(base: bytes, revised: bytes) -> OwnRedline:
    one, two = (parse_bytes(data, "it", "it") for data in (base, revised))
    made = redline_in_file(base, compare(one, two), WriteOptions(author="Me"))
    assert made is not None
    return made


def _tree(made: OwnRedline) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def _reading(made: OwnRedline) -> list[str]:
    return [paragraph.text for paragraph in parse_bytes(made.data, "it", "it").paragraphs]


def _words(tree: etree._Element, name: str, text: str) -> list[str]:
    """The words in elements of a change."""
    return [
        "".join(inner.text or "" for inner in change.iter(f"{_W}{text}"))
        for change in tree.iter(f"{_W}{name}")
        if change.find(f"{_W}r") is not None
    ]


def test_a_cell_that_changed_is_marked_and_no_other() -> None:
    made = _redline(_document(_HEAD, _BOATS, _TUGS), _document(_HEAD, ("Boats", "2 600"), _TUGS))
    assert (made.has_marks, made.not_carried) == (True, ())
    tree = _tree(made)
    assert (_words(tree, "del", "delText"), _words(tree, "ins", "t")) == (["2 000"], ["2 600"])
    assert _reading(made)[-3:] == ["Item | 2031", "Boats | 2 600", "Tugs | 40"]


def test_rows_without_words_are_passed() -> None:
    rows = (_HEAD, ("", ""), ("", ""), _TUGS)
    made = _redline(_document(*rows, _BOATS), _document(*rows, ("Boats", "1 600")))
    assert made.not_carried == ()


def test_paragraphs_of_a_table_that_lays_out_a_page_are_marked() -> None:
    text = p("3. Requests the Warden to report on boats;")
    base = docx(f"{''.join(map(p, _TEXT[:3]))}<w:tbl><w:tr><w:tc>{text}</w:tc></w:tr></w:tbl>")
    for old, new in (("boats", "tugs"), ("boats;</", "boats and on nets;</")):
        revised = docx(
            f"{''.join(map(p, _TEXT[:3]))}<w:tbl><w:tr><w:tc>{text.replace(old, new)}</w:tc></w:tr></w:tbl>"
        )
        made = _redline(base, revised)
        assert (made.has_marks, made.not_carried) == (True, ())
        assert _tree(made).find(f".//{_W}tc//{_W}ins") is not None


def test_of_many_words_of_a_cell_only_those_that_changed_are_marked() -> None:
    long = "Lamps of the northern mole and of the reef"
    made = _redline(_document(_HEAD, (long, "7")), _document(_HEAD, (long.replace("reef", "pier"), "7")))
    assert [word.strip() for word in _words(_tree(made), "del", "delText")] == ["reef"]


def test_an_empty_cell_is_filled_and_one_that_had_words_is_emptied() -> None:
    for one, two in ((("Boats", ""), _BOATS), (_BOATS, ("Boats", "")), (("", "5"), ("Nets", "5"))):
        made = _redline(_document(_HEAD, one, _TUGS), _document(_HEAD, two, _TUGS))
        assert made.not_carried == ()
        assert _reading(made)[-2] == " | ".join(two).strip()


def test_rows_are_taken_out_and_put_in_as_rows() -> None:
    made = _redline(_document(_HEAD, _BOATS, _TUGS, _OIL), _document(_HEAD, _TUGS, ("Nets", "3"), _OIL))
    assert made.not_carried == ()
    rows = list(_tree(made).iter(f"{_W}tr"))
    assert [[one.tag for one in row.iterfind(f"{_W}trPr/*")] for row in rows] == [
        [],
        [f"{_W}del"],
        [],
        [f"{_W}ins"],
        [],
    ]
    assert _reading(made)[-4:] == ["Item | 2031", "Tugs | 40", "Nets | 3", "Oil | 9"]


def test_a_new_row_has_the_looks_of_the_one_above_it() -> None:
    of_row = '<w:trPr><w:cantSplit/><w:ins w:id="900" w:author="Ada"/></w:trPr>'
    width = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
    base = _document(_HEAD, _BOATS, of_row=of_row, properties=width)
    made = _redline(base, _document(_HEAD, _BOATS, ("Nets", "3")))
    row = list(_tree(made).iter(f"{_W}tr"))[-1]
    properties = row.find(f"{_W}trPr")
    assert properties is not None
    assert [one.tag.removeprefix(_W) for one in properties] == ["cantSplit", "ins"]
    assert [one.get(f"{_W}author") for one in properties.iter(f"{_W}ins")] == ["Me"]
    assert len(list(row.iter(f"{_W}tcW"))) == 2


@pytest.mark.parametrize(
    ("base", "revised", "left"),
    [
        (_document(_HEAD, ("Boats", "2/3")), _document(_HEAD, ("Boats", "2/4")), "1 row of tables (T1.2)"),
        (_document(_HEAD, _BOATS), _document(_HEAD, ("Boats", "2 000", "lent")), "1 row of tables (T1.2)"),
        (
            _document(_HEAD, _BOATS, properties=_MERGED),
            _document(_HEAD, _BOATS, _OIL),
            "1 row of tables (T1.3)",
        ),
    ],
)
def test_a_row_that_cannot_be_marked_stays_and_is_said(base: bytes, revised: bytes, left: str) -> None:
    made = _redline(base, revised)
    assert made.not_carried == (left,)
    assert _tree(made).find(f".//{_W}ins") is None


def test_no_row_is_lost_where_another_cannot_be_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that was taken out at one place and not put in at the other is no row that was left."""
    monkeypatch.setattr(own_file, "put_row_in", lambda *_: None)
    rows = (_HEAD, _BOATS, _TUGS, _OIL)
    made = _redline(_document(*rows), _document(_HEAD, _OIL, _BOATS, _TUGS))
    assert sorted(_reading(made)[-4:]) == sorted(" | ".join(row) for row in rows)
    assert made.not_carried


def test_rows_are_marked_beside_others_that_are_left() -> None:
    made = _redline(
        _document(_HEAD, ("Nets", "2/3"), _BOATS), _document(_HEAD, ("Nets", "2/4"), ("Boats", "1 600"))
    )
    assert made.not_carried == ("1 row of tables (T1.2)",)
    assert _reading(made)[-2:] == ["Nets | 2 3", "Boats | 1 600"]


def test_a_cell_without_a_paragraph_and_a_row_outside_of_a_table_stop_nothing() -> None:
    base, revised = _document(_HEAD, ("Boats", "")), _document(_HEAD, _BOATS)
    empty = docx(
        f"{''.join(map(p, _TEXT))}<w:tr><w:tc>{p('Item')}</w:tc><w:tc>{p('2031')}</w:tc></w:tr>"
        f"<w:tbl><w:tr>{_cell('Item')}{_cell('2031')}</w:tr><w:tr>{_cell('Boats')}<w:tc/></w:tr></w:tbl>"
    )
    one, two = (parse_bytes(data, "it", "it") for data in (base, revised))
    made = redline_in_file(empty, compare(one, two), WriteOptions())
    assert made is not None
    assert made.not_carried == ("1 row of tables (T1.2)",)


def test_a_paragraph_behind_a_table_is_put_in_behind_it() -> None:
    last = p("3. Decides to remain seized of the matter.")
    made = _redline(_document(_HEAD, _BOATS), _document(_HEAD, _BOATS, behind=last))
    assert _reading(made)[-2:] == ["Boats | 2 000", "Decides to remain seized of the matter."]


def test_a_cell_with_the_words_of_a_paragraph_is_not_taken_for_it() -> None:
    last = "3. Decides to remain seized of the matter."
    base = _document(_HEAD, (last, "2"), behind=p(last))
    made = _redline(base, _document(_HEAD, (last, "2"), behind=p(last.replace("seized", "seised"))))
    assert made.not_carried == ()
    assert _tree(made).find(f".//{_W}tc//{_W}ins") is None


def test_rows_that_are_not_the_text_again_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_file, "change_row", lambda *_: True)
    made = _redline(_document(_HEAD, _BOATS), _document(_HEAD, ("Boats", "1 600")))
    assert (made.has_marks, made.not_carried) == (False, ("1 row of tables (T1.2)",))
