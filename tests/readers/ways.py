"""One resolution as a document of each format."""

from __future__ import annotations

from html import escape

from resdiff.core.model import Resolution
from resdiff.workspace.texts import parse_bytes
from tests.documents import docx, odt, p
from tests.making import ORGAN

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


def read_document(data: bytes) -> Resolution:
    return parse_bytes(data, "'it'", "it")


def typed_paragraphs(source: str) -> list[str]:
    """The paragraphs as people type them; those below a rule are a line each."""
    blocks = [block for block in source.split("\n\n") if block.strip()]
    parts = [
        part for block in blocks for part in (block.splitlines() if block.startswith("____") else [block])
    ]
    return [" ".join(part.split()) for part in parts]


def as_docx(source: str) -> bytes:
    return docx("".join(p(text) for text in typed_paragraphs(source)))


def as_odt(source: str) -> bytes:
    return odt("".join(f"<text:p>{escape(text)}</text:p>" for text in typed_paragraphs(source)))


def as_html(source: str) -> bytes:
    body = "".join(f"<p>{escape(text)}</p>\n" for text in typed_paragraphs(source))
    return (
        f"<!DOCTYPE html><html><head><title>no part of it</title></head><body>{body}</body></html>".encode()
    )


def as_akn(source: str) -> bytes:
    body = "".join(f"<p>{escape(text)}</p>" for text in typed_paragraphs(source))
    return (
        "<akomaNtoso"
        f' xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement>{body}</statement></akomaNtoso>'.encode()
    )
