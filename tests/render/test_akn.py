"""One text as Akoma Ntoso: valid, and nothing in a text is taken for markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.render.as_akn import NAMESPACE, resolution_akn
from resdiff.workspace import read
from tests.cli.running import resdiff
from tests.conftest import SHARED
from tests.making import OPERATIVE, made

_N = {"a": NAMESPACE}


def _document(text: Resolution) -> etree._Element:
    return etree.fromstring("".join(resolution_akn(text)).encode())


def test_parts_stand_where_they_belong(samples: Path) -> None:
    text = read(samples / "coastal-fund" / "4-next-year.txt")
    document = _document(text)
    preamble = ["".join(p.itertext()) for p in document.findall(".//a:preamble/a:container", _N)]
    wanted = [p for p in text.paragraphs if p.part == "preamble"]
    assert len(preamble) == len(wanted)
    assert all(found.startswith(p.text) for found, p in zip(preamble, wanted, strict=True))
    numbers = [num.text for num in document.findall(".//a:statement/a:mainBody//a:num", _N)]
    assert numbers[:3] == ["1.", "2.", "3."]
    assert "(a)" in numbers
    assert len(document.findall(".//a:attachments//a:paragraph", _N)) == 3
    assert "recorded vote" in "".join(document.find(".//a:conclusions", _N).itertext())
    notes = [str(m.mark) for m in text.matter if m.kind == "footnote" and m.paragraph]
    assert sorted(note.get("marker") for note in document.findall(".//a:authorialNote", _N)) == sorted(notes)


def test_what_a_text_holds_is_no_markup() -> None:
    text = made(operative=(*OPERATIVE[:3], "Requests <b>all</b> & \x01 'every' \"one\" ]]> to light the mole;"))
    found = _document(text).findall(".//a:content/a:p", _N)[-1]
    assert found.text == "Requests <b>all</b> & \ufffd 'every' \"one\" ]]> to light the mole;"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the schema in ../shared is absent")
def test_it_is_valid_by_the_schema(samples: Path) -> None:
    schema = etree.XMLSchema(etree.parse(SHARED / "reference" / "akomantoso30.xsd"))
    files = [*sorted(samples.glob("*/*.txt")), *sorted((SHARED / "lineages").glob("*/*.txt"))[::60]]
    for text in (*map(read, files), parse("no resolution at all"), parse("")):
        assert schema.validate(_document(text)), (text.source, schema.error_log)


def test_it_is_written_where_the_ending_says_so(samples: Path, tmp_path: Path) -> None:
    target = tmp_path / "text.xml"
    assert resdiff("show", samples / "coastal-fund" / "3-adopted.txt", "-o", target).status == 0
    assert target.read_text("utf-8").startswith('<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso')
