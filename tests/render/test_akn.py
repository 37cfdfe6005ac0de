"""Texts and comparisons as Akoma Ntoso: valid, read back the same, nothing in a text taken for markup."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from resdiff.core.compare import compare
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.render.akn.comparison import comparison_akn
from resdiff.render.akn.parts import NAMESPACE
from resdiff.render.akn.resolution import resolution_akn
from resdiff.workspace.reading import read
from resdiff.workspace.texts import parse_bytes
from tests.cli.running import assert_trouble, resdiff
from tests.conftest import SHARED
from tests.documents import docx, p
from tests.making import OPERATIVE, made, resolutions, revisions, text_of

_N = {"a": NAMESPACE}


def _document(text: Resolution) -> etree._Element:
    return etree.fromstring("".join(resolution_akn(text)).encode())


def test_parts_stand_where_they_belong(samples: Path) -> None:
    text = read(samples / "coastal-fund" / "4-next-year.txt")
    document = _document(text)
    preamble = [
        "".join(element.xpath(".//text()[not(ancestor::a:authorialNote)]", namespaces=_N))
        for element in document.findall(".//a:preamble/a:container", _N)
    ]
    assert preamble == [p.text for p in text.paragraphs if p.part == "preamble"]
    numbers = [num.text for num in document.findall(".//a:statement/a:mainBody//a:num", _N)]
    assert numbers[:3] == ["1.", "2.", "3."]
    assert "(a)" in numbers
    assert len(document.findall(".//a:attachments//a:paragraph", _N)) == 3
    assert "recorded vote" in "".join(document.find(".//a:conclusions", _N).itertext())
    notes = [str(m.mark) for m in text.matter if m.kind == "footnote" and m.paragraph]
    assert sorted(note.get("marker") for note in document.findall(".//a:authorialNote", _N)) == sorted(notes)


def test_what_a_text_holds_is_no_markup() -> None:
    text = made(
        operative=(*OPERATIVE[:3], "Requests <b>all</b> & \x01 'every' \"one\" ]]> to light the mole;")
    )
    results = _document(text).findall(".//a:content/a:p", _N)[-1]
    assert results.text == "Requests <b>all</b> & \ufffd 'every' \"one\" ]]> to light the mole;"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the schema in ../shared is absent")
def test_it_is_valid_by_the_schema(samples: Path) -> None:
    schema = etree.XMLSchema(etree.parse(SHARED / "reference" / "akomantoso30.xsd"))
    files = [*sorted(samples.glob("*/*.txt")), *sorted((SHARED / "lineages").glob("*/*.txt"))[::60]]
    texts = [*map(read, files), parse("no resolution at all"), parse("")]
    for text in texts:
        assert schema.validate(_document(text)), (text.source, schema.error_log)
    for one, two in pairwise(texts):
        document = etree.fromstring("".join(comparison_akn(compare(one, two))).encode())
        assert schema.validate(document), (two.source, schema.error_log)


def test_it_is_written_where_the_ending_says_so(samples: Path, tmp_path: Path) -> None:
    target = tmp_path / "text.xml"
    assert resdiff("show", samples / "coastal-fund" / "3-adopted.txt", "-o", target).status == 0
    assert target.read_text("utf-8").startswith('<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso')


@given(revisions())
@settings(max_examples=30)
def test_a_comparison_holds_both_texts(pair: tuple[str, str]) -> None:
    one, two = map(parse, pair)
    data = "".join(comparison_akn(compare(one, two))).encode()
    assert _facts(parse_bytes(data, "it", "it", "accept")) == _facts(two)
    assert _said(parse_bytes(data, "it", "it", "reject")) == _said(one)


def test_the_samples_both_ways(samples: Path) -> None:
    for base, revised in (
        pair for folder in sorted(samples.iterdir()) for pair in pairwise(sorted(folder.glob("*.txt")))
    ):
        one, two = read(base), read(revised)
        data = "".join(comparison_akn(compare(one, two))).encode()
        accepted, rejected = parse_bytes(data, "it", "it", "accept"), parse_bytes(data, "it", "it", "reject")
        assert _facts(accepted) == _facts(two)
        assert _said(rejected) == _said(one)
        assert (accepted.masthead, accepted.vote) == (two.masthead, two.vote)
        assert (rejected.masthead, rejected.vote) == (one.masthead, one.vote)


def test_changes_are_told_as_modifications(samples: Path) -> None:
    files = sorted(samples.glob("coastal-fund/*.txt"))
    comparison = compare(read(files[1]), read(files[2]))
    document = etree.fromstring("".join(comparison_akn(comparison)).encode())
    results = document.findall(".//a:passiveModifications/a:textualMod", _N)
    kinds = {
        "edited": "substitution",
        "added": "insertion",
        "dropped": "repeal",
        "split": "split",
        "merged": "join",
    }
    wanted = [
        kinds.get(c.kind, "renumbering")
        for c in comparison.changes
        if c.kind != "unchanged" or c.moved or c.renumbered
    ]
    assert [element.get("type") for element in results] == wanted
    names = {element.get("eId") for element in document.iter() if element.get("eId")}
    for element in document.iterfind(".//a:passiveModifications//*", _N):
        href = element.get("href", "")
        assert not href.startswith("#") or href[1:] in names
    counts = {
        element.get("refersTo"): element.get("value")
        for element in document.iterfind(".//a:voting/a:count", _N)
    }
    assert counts == {"#in_favour": "15", "#against": "5", "#abstaining": "4"}


def test_every_sample_comes_back(samples: Path) -> None:
    for path in sorted(samples.glob("*/*.txt")):
        text = read(path)
        again = parse_bytes("".join(resolution_akn(text)).encode(), "it", "it")
        assert _facts(again) == _facts(text), path
        assert (again.masthead, again.vote) == (text.masthead, text.vote)
        assert not compare(text, again).has_change


@given(resolutions())
@settings(max_examples=30)
def test_a_text_comes_back(source: str) -> None:
    text = parse(source)
    assert _facts(parse_bytes("".join(resolution_akn(text)).encode(), "it", "it")) == _facts(text)


def test_marked_changes_are_taken_as_asked(samples: Path, tmp_path: Path) -> None:
    files = sorted(samples.glob("coastal-fund/*.txt"))
    target = tmp_path / "changes.xml"
    assert resdiff("compare", files[1], files[2], "-q", "-o", target).status == 1
    again = resdiff("compare", target, "-q", "--format", "json")
    assert (
        json.loads(again.out)["summary"]
        == json.loads(resdiff("compare", files[1], files[2], "-q", "-f", "json").out)["summary"]
    )
    both = resdiff("show", target, "-q", "--changes", "both", "--width", "200").out
    assert "4 [-_Calls upon_-]{+Encourages+} all members" in both
    assert_trouble(
        resdiff("compare", files[1], files[2], "-q", "-o", target, "--only", "added"),
        "--only does not go with Akoma Ntoso",
    )


def _facts(text: Resolution) -> list[tuple[object, ...]]:
    return [(p.id, p.part, p.label, p.level, p.parent, p.text, p.marks) for p in text.paragraphs]


def _said(text: Resolution) -> list[tuple[object, ...]]:
    return [(p.part, p.label, p.text, p.marks) for p in text.paragraphs]


def test_rows_of_tables_come_back_as_rows() -> None:
    cells = (("Item", "2031", "Note"), ("Boats", "2 000", ""), ("Tugs", "40", "two"))
    rows = "".join(f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in cells)
    head = ("The Littoral Assembly,", "Noting the tide,", "1. Urges ports to count their boats;")
    text = parse_bytes(docx(f"{''.join(map(p, head))}<w:tbl>{rows}</w:tbl>"), "it", "it")
    wanted = [one.text for one in text.paragraphs if one.part == "table"]
    assert len(wanted) == 3
    for pieces in (resolution_akn(text), comparison_akn(compare(text, text))):
        again = parse_bytes("".join(pieces).encode(), "it", "it")
        assert [one.text for one in again.paragraphs if one.part == "table"] == wanted


def test_a_table_of_another_document_is_read_row_by_row() -> None:
    text = made(operative=(*OPERATIVE[:2], "Requests all ports to count their boats;"))
    row = "<tr><td><p>Boats</p></td><td><p>2 000</p></td></tr><tr><th><p>Tugs</p></th><td><p>40</p></td></tr>"
    document = "".join(resolution_akn(text)).replace("</mainBody>", f"<table>{row}</table></mainBody>", 1)
    again = parse_bytes(document.encode(), "it", "it")
    assert [one.text for one in again.paragraphs if one.part == "table"] == ["Boats | 2 000", "Tugs | 40"]
    assert len(again.paragraphs) == len(text.paragraphs) + 2


def test_footnotes_are_called_where_they_stand() -> None:
    text = parse(
        text_of(
            preamble=("Recalling the Accord,¹ and the Rule,² of the sea,",),
            operative=("Urges the ports³ to count their boats;", *OPERATIVE[1:]),
            tail="1 LA/12/1.\n\n2 LA/12/2.\n\n3 LA/12/3.",
        )
    )
    places = [(one.id, one.marks, one.mark_places) for one in text.paragraphs if one.marks]
    assert places == [("PP1", ("1", "2"), (21, 35)), ("OP1", ("3",), (15,))]
    for pieces in (resolution_akn(text), comparison_akn(compare(text, text))):
        again = parse_bytes("".join(pieces).encode(), "it", "it").paragraphs
        assert [(one.id, one.marks, one.mark_places) for one in again if one.marks] == places
