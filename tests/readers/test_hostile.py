"""Files made to harm: each ends with one clear line or harmless output, quickly and in little room."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents import W, docx, odt, p, pdf, zipped
from tests.making import ORGAN

_SECONDS = 5.0
_KILOBYTES = 300 * 1024
_AKN = b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
_LAUGHS = (
    b"<!DOCTYPE a ["
    + b"".join(b'<!ENTITY l%d "%s">' % (k, b"&l%d;" % (k - 1) * 10 if k else b"ha") for k in range(10))
    + b"]>"
)
_FILE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_PARAMETER = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x">%x;]>'
_LEVEL_X = '<text:list-style><a text:level="x"/></text:list-style>'
_WORD = "word/document.xml"


def _bomb(size: int = 400) -> bytes:
    """A part of as many megabytes of one letter."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(_WORD, "w") as part:
        for _ in range(size):
            part.write(b"a" * 1024 * 1024)
    return out.getvalue()


def _truncated(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def _flate_pdf() -> bytes:
    """A PDF with a stream that unpacks to 200 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join([*(packer.compress(b" " * 1024 * 1024) for _ in range(200)), packer.flush()])
    whole = pdf([[(100, 700, 10, "F1", "Decides")]])
    place = whole.index(b"<< /Length")
    return (
        whole[:place]
        + b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
        + packed
        + b"\nendstream\nendobj\n"
    )


def _styles(body: str) -> str:
    return f"<w:styles {W}>{body}</w:styles>"


_STYLED = p("1. Decides to begin;", '<w:pStyle w:val="A"/>')
_CYCLE = (
    '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn'
    ' w:val="A"/></w:style>'
)
_WILD = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start'
    ' w:val="99999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText'
    ' w:val="%1%2%9%0"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId'
    ' w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride'
    ' w:val="7999999"/></w:lvlOverride></w:num></w:numbering>'
)
_FOOTNOTES = (
    f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:footnoteReference'
    ' w:id="1"/></w:r></w:p></w:footnote></w:footnotes>'
)

CORPUS: dict[str, Callable[[], bytes]] = {
    "zip bomb": _bomb,
    "zip bomb in numbering": lambda: zipped(
        {_WORD: f"<w:document {W}><w:body/></w:document>", "word/numbering.xml": b" " * 200_000_000}
    ),
    "many parts": lambda: zipped({_WORD: "<a/>"} | {f"part{k}": b"" for k in range(30_000)}),
    "broken zip": lambda: _truncated(docx(p(ORGAN) * 50)),
    "zip of nothing": lambda: zipped({}),
    "zip of a picture": lambda: zipped({"a.png": b"\x89PNG"}),
    "zip with a flipped byte": lambda: (
        (data := bytearray(docx(p(ORGAN) * 50))).__setitem__(60, data[60] ^ 255) or bytes(data)
    ),
    "zip end alone": lambda: b"PK\x03\x04" + b"PK\x05\x06" + bytes(18),
    "entities in Word": lambda: zipped(
        {
            _WORD: (
                _LAUGHS
                + f"<w:document {W}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p>".encode()
                + b"</w:body></w:document>"
            )
        }
    ),
    "a file as an entity in Word": lambda: zipped(
        {_WORD: _FILE + f"<w:document {W}><w:body>&x;</w:body></w:document>".encode()}
    ),
    "entities in UTF-16": lambda: zipped({_WORD: (_LAUGHS.decode() + "<a>&l9;</a>").encode("utf-16")}),
    "deep Word": lambda: docx("<w:sdt>" * 5_000 + p(ORGAN) + "</w:sdt>" * 5_000),
    "deep Word below the limit of the parser": lambda: docx("<w:sdt>" * 240 + p(ORGAN) + "</w:sdt>" * 240),
    "a megabyte of tags": lambda: docx("<w:sdt>" * 150_000),
    "styles in a circle": lambda: docx(_STYLED, styles=_styles(_CYCLE)),
    "a style based on itself": lambda: docx(
        _STYLED, styles=_styles('<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>')
    ),
    "wild numbers": lambda: docx(
        p("Decides", '<w:numPr><w:numId w:val="1"/></w:numPr>') * 50, numbering=_WILD
    ),
    "a list that is none": lambda: docx(
        p("Decides", '<w:numPr><w:ilvl w:val="-4"/><w:numId w:val="x"/></w:numPr>')
    ),
    "a footnote that calls itself": lambda: docx(
        '<w:p><w:r><w:t>Decides</w:t><w:footnoteReference w:id="1"/></w:r></w:p>', footnotes=_FOOTNOTES
    ),
    "no body": lambda: zipped({_WORD: f"<w:document {W}/>"}),
    "Word that is no XML": lambda: zipped({_WORD: b"\x00\x01\x02"}),
    "a formula": lambda: docx(p('1. =cmd|"/c calc"!A1')),
    "escape codes": lambda: odt("<text:p>1. Decides &#x9b;31m to stop</text:p>"),
    "OpenDocument with a list of level x": lambda: odt("<text:p>1. Decides</text:p>", _LEVEL_X),
    "OpenDocument without a body": lambda: zipped({"content.xml": "<a/>"}),
    "entities in Akoma Ntoso": lambda: (
        b"<?xml version='1.0'?>" + _LAUGHS + _AKN + b"<p>&l9;</p></akomaNtoso>"
    ),
    "a file as an entity in Akoma Ntoso": lambda: (
        b"<?xml version='1.0'?>" + _FILE + _AKN + b"<p>&x;</p></akomaNtoso>"
    ),
    "a parameter entity": lambda: _PARAMETER + _AKN + b"</akomaNtoso>",
    "deep Akoma Ntoso": lambda: b"<?xml version='1.0'?>" + _AKN + b"<p>" * 400_000,
    "broken Akoma Ntoso": lambda: _AKN + b"<p>Decides",
    "XML of another kind": lambda: b"<?xml version='1.0'?><svg/>",
    "a megabyte of nested tags": lambda: b"<!doctype html>" + b"<div>" * 220_000 + b"Decides",
    "a script": lambda: (
        b"<!doctype html><p>1. Decides<script>document.write('x')</script><img src=x onerror=alert(1)></p>"
    ),
    "a page that says another encoding": lambda: b'<!doctype html><meta charset="no-such"><p>D\xe9cide</p>',
    "an empty page": lambda: b"<!doctype html>",
    "an attribute of a megabyte": lambda: (
        b"<!doctype html><p title='" + b"a" * 1_000_000 + b"'>1. Decides to begin;</p>"
    ),
    "broken PDF": lambda: _truncated(pdf([[(100, 700, 10, "F1", "Decides")]])),
    "a PDF of noise": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400,
    "a PDF that counts many pages": (
        lambda: pdf([[(100, 700, 10, "F1", "Decides")]]).replace(b"/Count 1", b"/Count 999999999")
    ),
    "a PDF whose pages are its own parents": (
        lambda: pdf([[(100, 700, 10, "F1", "Decides")]]).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]")
    ),
    "a PDF bomb": _flate_pdf,
    "a PDF with a size of nothing": lambda: pdf(
        [[(100, 700, 0, "F1", "Decides"), (1e9, -1e9, 1e6, "F2", "to begin")]]
    ),
}


@pytest.mark.parametrize("name", CORPUS)
def test_what_is_made_to_harm_does_not(name: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(CORPUS[name]())
    code = (
        "import pathlib, sys; from resdiff.cli.app import main; status = main(['show', sys.argv[1],"
        " '-q'])\ntold = pathlib.Path('/proc/self/status'); lines = told.read_text().splitlines() if"
        " told.exists() else ()\nprint(next((line.split()[1] for line in lines if line.startswith('VmHWM')),"
        " 0), file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path],
        capture_output=True,
        text=True,
        timeout=4 * _SECONDS,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "COLUMNS": "100"},
    )
    *lines, used = done.stderr.splitlines()
    assert done.returncode in (0, 2), done.stderr
    assert len(lines) == (done.returncode == 2)
    assert "Traceback" not in done.stderr
    assert "root:" not in done.stdout
    assert "\x9b" not in done.stdout
    assert int(used) < _KILOBYTES
