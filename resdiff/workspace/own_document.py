"""The parts of somebody's Word document that a comparison is written into, and the document made of them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from resdiff.readers.docx_changes import DELETED
from resdiff.readers.docx_parts import document_part, header_names, part_name_of_kind
from resdiff.readers.docx_tables import holds_data
from resdiff.readers.markup import Archive, Element, attribute_of, child, tag_name
from resdiff.render.word.signs import w

_BLOCKS = frozenset("sdt sdtContent customXml body ins moveTo tr tc hdr".split())
_NAME = "the Word file"
_VIEW = re.compile(rb"<w:revisionView\b[^>]*/>")
"""Which marks the file shows when it is opened (ECMA-376-1, 17.15.1.69): a redline shows all of its own."""
_GOES = ("ins", "moveTo")
_CHANGES = ("ins", "del", "moveFrom", "moveTo")
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")


class OwnDocument:
    """The document with its footnotes and headers."""

    def __init__(self, data: bytes) -> None:
        """Raises InputError for a broken archive or part, ValueError for a document without a body."""
        self._data = data
        archive = Archive(data, _NAME)
        name = document_part(archive) or ""
        root = archive.xml(name)
        body = child(root, "body")
        if root is None or body is None:
            raise ValueError("a document without a body")
        self.root: Element = root
        self.body: Element = body
        notes_name = part_name_of_kind(archive, name, "footnotes") or ""
        self.notes = archive.xml(notes_name)
        headers = {one: archive.xml(one) for one in header_names(archive, name, body)}
        self.headers = [header for header in headers.values() if header is not None]
        parts = {name: root, notes_name: self.notes, **headers}
        self._parts: Mapping[str, Element] = {one: part for one, part in parts.items() if part is not None}

    def first_free_id(self) -> int:
        """A number above all ids of its elements."""
        elements = (element for part in self._parts.values() for element in part.iter(etree.Element))
        ids = (attribute_of(element, "id") or "" for element in elements)
        return max((int(one) for one in ids if one.isdecimal() and len(one) < 10), default=0) + 1

    def bytes(self) -> bytes:
        """The document with its parts as they are now; the same bytes each time. Raises InputError for parts
        that are too large.
        """
        out = io.BytesIO()
        archive = Archive(self._data, _NAME)
        with zipfile.ZipFile(io.BytesIO(self._data)) as old, zipfile.ZipFile(out, "w") as new:
            for name, info in {info.filename: info for info in old.infolist()}.items():
                part = self._parts.get(name)
                content = (
                    etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)
                    if part is not None
                    else archive.part(name)
                )
                if content is not None and name.endswith("/settings.xml"):
                    content = _VIEW.sub(b"", content)
                if content is not None:
                    new.writestr(zipfile.ZipInfo(name, info.date_time), content, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def take_back(self, ids: frozenset[str]) -> None:
        """Takes the changes of these ids back."""
        for part in self._parts.values():
            for element in list(part.iter(*map(w, _CHANGES), *map(w, _RANGES))):
                if attribute_of(element, "id") in ids:
                    _take_back(element)


def paragraphs_in(parent: Element) -> Iterator[Element]:
    """The paragraphs of a part, as the reader goes through them, with those in the cells of a table that lays
    out a page.
    """
    for element in parent:
        name = tag_name(element)
        if name == "p":
            yield element
        elif name in _BLOCKS or (name == "tbl" and not holds_data(element, _is_taken_out)):
            yield from paragraphs_in(element)


def _is_taken_out(element: Element) -> bool:
    return tag_name(element) in DELETED


def _take_back(element: Element) -> None:
    parent, name = element.getparent(), tag_name(element)
    if name not in _GOES:  # the ends of the range of a move hold nothing
        for text in list(element.iter(w("delText"), w("delInstrText"))):
            text.tag = w("t") if tag_name(text) == "delText" else w("instrText")
        place = parent.index(element)
        for offset, inner in enumerate(list(element)):
            parent.insert(place + offset, inner)
        parent.remove(element)
    elif tag_name(parent) == "trPr":
        row = parent.getparent()
        row.getparent().remove(row)
    elif tag_name(parent) == "rPr":
        paragraph = parent.getparent().getparent()
        paragraph.getparent().remove(paragraph)
    else:
        parent.remove(element)
