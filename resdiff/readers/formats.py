"""Which format the bytes of a document are of, and their text.

Each reader is loaded where there is something for it to read.
"""

from __future__ import annotations

import re

from resdiff.core.errors import InputError
from resdiff.core.model import SourceText
from resdiff.readers.changes import Changes, accepted
from resdiff.readers.critic_markup import comments_left_out, settled
from resdiff.readers.markdown_signs import without_signs
from resdiff.readers.plain import decode_text

ZIP = b"PK\x03\x04"
"""How a zip archive begins."""
_PDF = b"%PDF-"
_BOM = b"\xef\xbb\xbf"
_COMPOUND = b"\xd0\xcf\x11\xe0"
_OLD_FORMATS = {"doc": "old Word file (.doc)", "rtf": "RTF file"}
_MAIL = re.compile(
    rb"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Message-ID):", re.IGNORECASE
)
"""The head of an e-mail (RFC 5322, 2.2): lines of a name and a value, these two among them."""
_LOOKED_AT = 4_096
"""Bytes from the start that tell the format."""
_HOW = "pass --convert (compare, brief, show, add; needs LibreOffice), or save it as .docx"


def read_source(data: bytes, name: str, changes: Changes = "accept") -> SourceText:
    """The text of a document, whatever its name: its first bytes tell the format.

    `name` is used in errors; `changes` says what is made of tracked changes, in formats that have them.
    Raises InputError for what cannot be read.
    """
    if data.startswith(ZIP):
        return _of_archive(data, name, changes)
    start = data[:_LOOKED_AT].removeprefix(_BOM).lstrip()
    if start.startswith(_PDF):
        from resdiff.readers.pdf import read_pdf

        return read_pdf(data, name)
    if (ending := old_format(data)) is not None:
        raise InputError(f"{name} is an {_OLD_FORMATS[ending]}", _HOW)
    if data.startswith(_COMPOUND):
        if _has_part(data, "EncryptedPackage"):
            raise InputError(f"{name} is encrypted", "save it without a password")
        raise InputError(f"{name} is of Outlook, Excel or PowerPoint, or damaged", "save its text as .docx")
    if (source := _of_tags(data, name, changes)) is not None:
        return source
    if _MAIL.match(start) is not None:
        raise InputError(f"{name} is an e-mail", "save the document attached to it, and give that")
    text, warnings = decode_text(data, name)
    text, count, comments = _settled(text, changes)
    if count and changes == "accept":
        warnings = (*warnings, accepted(count))
    if comments:
        warnings = (*warnings, comments_left_out(comments))
    return SourceText(text, None, warnings)


def _settled(text: str, changes: Changes) -> tuple[str, int, list[str]]:
    """A plain text with what is marked in it accepted, rejected or shown, how much it is, and comments."""
    text, count, comments = settled(text, changes)
    text, struck = without_signs(text, changes)
    return text, count + struck, comments


def _has_part(data: bytes, part: str) -> bool:
    """Whether the directory of an OLE compound file names a part ([MS-CFB] 2.6: names are in UTF-16)."""
    return part.encode("utf-16-le") in data


def old_format(data: bytes) -> str | None:
    """The ending of a document of an old kind that no reader reads: 'doc', 'rtf'; None for any other."""
    if data.startswith(_COMPOUND):
        return "doc" if _has_part(data, "WordDocument") else None
    return "rtf" if data.startswith(b"{\\rtf") else None


def _kind_of_tags(data: bytes) -> str:
    """The kind of a document that begins with a tag, in an encoding of one byte or two.

    'text' for any other.
    """
    if (
        not data[:_LOOKED_AT]
        .removeprefix(_BOM)
        .lstrip()
        .startswith((b"<", b"\xff\xfe<\x00", b"\xfe\xff\x00<"))
    ):
        return "text"
    from resdiff.readers.tags import kind_of

    return kind_of(data)


def _of_tags(data: bytes, name: str, changes: Changes) -> SourceText | None:
    """The text of a document that begins with a tag; None where it is plain text all the same."""
    kind = _kind_of_tags(data)
    if kind == "xml":
        raise InputError(
            f"{name} is XML of an unknown kind", "only Akoma Ntoso is read; save it as .docx, PDF or text"
        )
    if kind == "akn":
        from resdiff.readers.akn import read_akn
        from resdiff.readers.markup import parse_xml

        return read_akn(parse_xml(data, name), name, changes)
    if kind == "html":
        from resdiff.readers.html import read_html

        return read_html(data, name, changes)
    return None


def has_tracked_changes(data: bytes, name: str) -> bool:
    """Whether a document has tracked changes, or changes that are marked in it by hand.

    Raises InputError for a broken one.
    """
    if not data.startswith(ZIP):
        return _has_marked_changes(data, name)
    from resdiff.readers.docx_changes import docx_has_changes
    from resdiff.readers.markup import Archive

    archive = Archive(data, name)
    if "content.xml" in archive.names:
        from resdiff.readers.odt import has_odt_changes

        return has_odt_changes(archive)
    return docx_has_changes(archive)


def _has_marked_changes(data: bytes, name: str) -> bool:
    kind = _kind_of_tags(data)
    if kind == "html":
        from resdiff.readers.html import parsed_page
        from resdiff.readers.html_changes import changed_elements

        return bool(changed_elements(parsed_page(data, name)))
    if kind == "text":
        return not data.startswith(_PDF) and _settled(decode_text(data, name)[0], "accept")[1] > 0
    if kind != "akn":
        return False
    from resdiff.readers.akn import has_changes
    from resdiff.readers.markup import parse_xml

    return has_changes(parse_xml(data, name))


def _of_archive(data: bytes, name: str, changes: Changes) -> SourceText:
    from resdiff.readers.markup import Archive

    archive = Archive(data, name)
    from resdiff.readers.docx_parts import document_part

    if document_part(archive) is not None:
        from resdiff.readers.docx import read_docx

        return read_docx(archive, name, changes)
    if "content.xml" in archive.names:
        from resdiff.readers.odt import read_odt

        return read_odt(archive, name, changes)
    raise InputError(
        f"{name} is a zip archive that is neither a Word file nor an OpenDocument text",
        "give the text itself",
    )
