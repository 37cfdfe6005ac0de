"""Fields and numbers in the user's own Word document, where tracked changes are written into it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from resdiff.core.compare import compare
from resdiff.core.parse import parse
from resdiff.render.formats import WriteOptions
from resdiff.workspace.own_redline import redline_in_file
from resdiff.workspace.texts import parse_bytes
from tests.cli.running import resdiff
from tests.documents import docx, p

_HEAD = ("The Littoral Assembly,", "Recalling its resolution 9/14 of 6 March 2028,")
_OPERATIVE = ("Calls upon all members to contribute;", "Requests the Secretary-General to report;")
_LAST = "Decides to remain seized of the matter."


def test_the_code_of_a_field_that_is_taken_out_is_taken_out_too() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>paragraph 4</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    gone = f"{p('3. Encourages members to heed ')[:-6]}{field}</w:p>"
    paragraphs = [*_HEAD, *(f"{k}. {text}" for k, text in enumerate(_OPERATIVE, start=1))]
    data = docx("".join([*map(p, paragraphs), gone, p(f"4. {_LAST}")]))
    revised = parse("\n\n".join([*paragraphs, f"3. {_LAST}"]))
    own = redline_in_file(data, compare(parse_bytes(data, "it", "it"), revised), WriteOptions())
    assert own is not None
    document = zipfile.ZipFile(io.BytesIO(own.data)).read("word/document.xml")
    assert b"<w:delInstrText>REF x</w:delInstrText>" in document
    assert b"<w:instrText>" not in document


def test_a_number_that_a_paragraph_gains_is_written_and_else_said(tmp_path: Path) -> None:
    base, revised, out = (tmp_path / name for name in ("base.docx", "revised.txt", "out.docx"))
    moved = "Recognizing that lamps of the outer reef burn oil all night,"
    numbered = [f"{k}. {text}" for k, text in enumerate(_OPERATIVE, start=1)]
    base.write_bytes(docx("".join(map(p, (*_HEAD, moved, *numbered)))))
    as_operative = f"2. {moved.replace('Recognizing', 'Recognizes')[:-1]};"
    revised.write_text("\n\n".join((*_HEAD, numbered[0], as_operative, numbered[1].replace("2.", "3."))))
    assert "numbers before" not in resdiff("compare", base, revised, "-o", out).err
    labels = [paragraph.label for paragraph in parse_bytes(out.read_bytes(), "it", "it").paragraphs]
    assert labels[-3:] == ["1", "2", "3"]
    opens, point = "2. Urges all ports of the coast:", "Light the northern mole and the outer reef at dusk"
    base.write_bytes(docx("".join(map(p, (*_HEAD, numbered[0], opens, f"{point};", f"3. {_LAST}")))))
    revised.write_text("\n\n".join((*_HEAD, numbered[0], opens, f"(a) {point} and dawn;", f"3. {_LAST}")))
    assert "numbers before" not in resdiff("compare", base, revised, "-o", out).err
    assert "OP2(a)" in [paragraph.id for paragraph in parse_bytes(out.read_bytes(), "it", "it").paragraphs]
    points = (f"(a) {point} and dawn;", "(b) Keep the sluices of the inner bay shut in winter;")
    base.write_bytes(docx("".join(map(p, (*_HEAD, numbered[0], opens, f"{point};", f"3. {_LAST}")))))
    revised.write_text("\n\n".join((*_HEAD, numbered[0], opens, *points, f"3. {_LAST}")))
    assert "numbers before" not in resdiff("compare", base, revised, "-o", out).err
    base.write_bytes(docx("".join(map(p, (*_HEAD, *_OPERATIVE, _LAST)))))  # no number stands in words
    revised.write_text("\n\n".join((*_HEAD, *numbered, f"3. {_LAST}")))
    said = resdiff("compare", base, revised, "-o", out).err
    assert "does not show what changed in: the numbers before OP1, OP2, OP3\n" in said
