"""What stands in a Word file and is not read is said."""

from __future__ import annotations

import pytest

from resdiff.workspace.texts import parse_bytes
from tests.documents import docx, p

_HEAD = p("The Littoral Assembly,") + p("Recalling its resolution 9/14 of 6 March 2028,")
_END = p("1. Decides to remain seized of the matter.")
_HIDDEN = "<w:r><w:rPr><w:vanish{}/></w:rPr><w:t>{}</w:t></w:r>"
_PICTURE = '<w:r><w:drawing><pic xmlns="urn:pic"/></w:drawing></w:r>'
_OBJECT = '<w:r><w:object><imagedata xmlns="urn:v"/><OLEObject xmlns="urn:o"/></w:object></w:r>'


@pytest.mark.parametrize(
    ("body", "warnings"),
    [
        (p(""), ()),
        (f"<w:p>{_PICTURE}</w:p>", ("1 picture left out",)),
        (f"<w:p>{_PICTURE}{_PICTURE}</w:p>", ("2 pictures left out",)),
        ('<w:p><w:r><w:pict><imagedata xmlns="urn:v"/></w:pict></w:r></w:p>', ("1 picture left out",)),
        ('<w:p><w:r><w:drawing><chart xmlns="urn:c"/></w:drawing></w:r></w:p>', ("1 chart left out",)),
        ('<w:p><w:r><w:drawing><relIds xmlns="urn:d"/></w:drawing></w:r></w:p>', ("1 diagram left out",)),
        (f"<w:p>{_OBJECT}</w:p>", ("1 embedded object left out",)),
        ("<w:altChunk/>", ("1 part in another format left out",)),
        ("<w:p><w:subDoc/></w:p>", ("1 part in a file of its own left out",)),
        (f"<w:p>{_HIDDEN.format('', 'secret')}</w:p>", ("1 hidden passage left out",)),
        (f"<w:p>{_HIDDEN.format('', ' ')}</w:p>", ()),
    ],
)
def test_what_is_not_read_is_said(body: str, warnings: tuple[str, ...]) -> None:
    text = parse_bytes(docx(_HEAD + body + _END), "it", "it")
    assert text.warnings == warnings
    assert [paragraph.id for paragraph in text.paragraphs] == ["PP1", "OP1"]


def test_words_that_are_shown_are_not_hidden() -> None:
    shown = _HIDDEN.format(' w:val="0"', "Noting the tide,")
    text = parse_bytes(docx(f"{_HEAD}<w:p>{shown}</w:p>{_END}"), "it", "it")
    assert text.warnings == ()
    assert text.paragraphs[1].text == "Noting the tide,"
