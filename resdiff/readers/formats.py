"""Which format the bytes of a document are of, and their text; each reader is loaded where there is something for it to read."""

from __future__ import annotations

import re

from resdiff.core.errors import InputError
from resdiff.core.model import SourceText
from resdiff.readers.changes import Changes
from resdiff.readers.plain import decode

_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_LOOKED_AT = 1_024
"""Bytes from the start in which the sign of a PDF may stand (ISO 32000-1, annex H.3.4.1)."""
_HTML = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])", re.IGNORECASE | re.DOTALL)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")
_ROOT = re.compile(rb"<(?:\w+:)?(akomaNtoso|html)\b")
_HOW = "save it as .docx first, in Word or by soffice --headless --convert-to docx FILE"


def read_source(data: bytes, name: str, changes: Changes = "accept") -> SourceText:
    """The text of a document, whatever its name: its first bytes tell the format.

    `name` is used in errors; `changes` says what is made of tracked changes, in formats that have them. Raises InputError for what
    cannot be read.
    """
    if data.startswith(_ZIP):
        return _of_archive(data, name, changes)
    if _PDF in data[:_LOOKED_AT]:
        from resdiff.readers.pdf import read_pdf

        return read_pdf(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(f"{name} is an old Word file (.doc)", _HOW)
    if data.startswith(b"{\\rtf"):
        raise InputError(f"{name} is an RTF file", _HOW)
    start = data[: _LOOKED_AT * 4]
    if _XML.match(start) is not None or start.lstrip().startswith(b"<akomaNtoso"):
        found = _ROOT.search(start)
        if found is not None and found[1] == b"akomaNtoso":
            from resdiff.readers.akn import read_akn
            from resdiff.readers.markup import parse_xml

            return read_akn(parse_xml(data, name), name)
        if found is None:
            raise InputError(f"{name} is XML of a kind that is not read", "Akoma Ntoso is; save it as .docx, PDF or plain text")
    if _HTML.match(start) is not None or (_XML.match(start) is not None):
        from resdiff.readers.html import read_html

        return read_html(data, name)
    text, warnings = decode(data, name)
    return SourceText(text, None, warnings)


def has_tracked_changes(data: bytes, name: str) -> bool:
    """Whether a document is a Word file with tracked changes. Raises InputError for an archive that is broken."""
    if not data.startswith(_ZIP):
        return False
    from resdiff.readers import docx
    from resdiff.readers.markup import Archive

    archive = Archive(data, name)
    return "word/document.xml" in archive.names and docx.has_tracked_changes(archive)


def _of_archive(data: bytes, name: str, changes: Changes) -> SourceText:
    from resdiff.readers.markup import Archive

    archive = Archive(data, name)
    if "word/document.xml" in archive.names:
        from resdiff.readers.docx import read_docx

        return read_docx(archive, name, changes)
    if "content.xml" in archive.names:
        from resdiff.readers.odt import read_odt

        return read_odt(archive, name)
    raise InputError(f"{name} is a zip archive that is neither a Word file nor an OpenDocument text", "give the text itself")
