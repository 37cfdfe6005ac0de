"""Fields in the user's own Word document, where tracked changes are written into it."""

from __future__ import annotations

import io
import zipfile

from resdiff.core.compare import compare
from resdiff.core.parse import parse
from resdiff.render.formats import WriteOptions
from resdiff.workspace.own_redline import redline_in_file
from resdiff.workspace.texts import parse_bytes
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
