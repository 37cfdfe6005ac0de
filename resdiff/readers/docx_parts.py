"""Parts of a Word document: its headers, notes, comments, text boxes, and the properties of paragraphs as
they are read.
"""

from __future__ import annotations

from resdiff.readers.changes import Changes
from resdiff.readers.markup import Archive, Element, attribute_of, child, children, tag_name

_OFF = ("0", "false", "off", "none")
_USUAL_DOCUMENT = "word/document.xml"


def document_part(archive: Archive) -> str | None:
    """The name of the part with the text of a Word document: the one that the package points to, whatever it
    is called (ECMA-376-1, 11.3.10; ECMA-376-2, 6.5); None for what is no Word document.
    """
    for kind, one in relationships_of(archive, ""):
        if kind == "officeDocument":
            name = (attribute_of(one, "Target") or "").lstrip("/")
            if name.startswith("word/") and name in archive.names:
                return name
    return _USUAL_DOCUMENT if _USUAL_DOCUMENT in archive.names else None


def part_of_kind(archive: Archive, document: str, kind: str) -> Element | None:
    """The part of a kind ('numbering', 'styles', 'footnotes') to which the document points.

    Where it points to none the one of the usual name; None where there is none either.
    """
    name = part_name_of_kind(archive, document, kind)
    return archive.xml(name) if name is not None else None


def part_name_of_kind(archive: Archive, document: str, kind: str) -> str | None:
    """The name of that part; None where there is none."""
    for its_kind, one in relationships_of(archive, document):
        name = archive.related_name(document, attribute_of(one, "Id")) if its_kind == kind else None
        if name in archive.names:
            return name
    usual = f"{document.rpartition('/')[0]}/{kind}.xml"
    return usual if usual in archive.names else None


def relationships_of(archive: Archive, part: str) -> list[tuple[str, Element]]:
    """The relationships of a part, or of the package (''), each with the last word of its type (ECMA-376-2,
    6.5).
    """
    folder, sign, name = part.rpartition("/")
    relationships = children(archive.xml(f"{folder}{sign}_rels/{name}.rels"), "Relationship")
    return [((attribute_of(one, "Type") or "").rpartition("/")[2], one) for one in relationships]


def is_on(properties: Element | None, name: str, is_attribute: bool = False) -> bool:
    """Whether a switch is set: an element below the properties, or an attribute of an element."""
    if is_attribute:
        return properties is not None and attribute_of(properties, name) not in (None, *_OFF)
    switch = child(properties, name)
    return switch is not None and attribute_of(switch, "val") not in _OFF


def headers_of(archive: Archive, document: str, body: Element) -> list[Element]:
    """The headers of a document, as `header_names` names them."""
    headers = [archive.xml(name) for name in header_names(archive, document, body)]
    return [header for header in headers if header is not None]


def header_names(archive: Archive, document: str, body: Element) -> list[str]:
    """The names of the headers of a document, that of the first page first; none where its first page has
    none (ECMA-376-1, 17.10.5 and 17.10.6).
    """
    sections = [one for one in body.iter() if tag_name(one) == "sectPr"]
    if not sections:
        return []
    shown = "first" if is_on(sections[0], "titlePg") else "default"
    first = [
        reference
        for reference in children(sections[0], "headerReference")
        if attribute_of(reference, "type") == shown
    ]
    others = [one for section in sections for one in children(section, "headerReference") if one not in first]
    names = [archive.related_name(document, attribute_of(one, "id")) for one in (*first, *others)]
    return [name for name in names if name is not None] if first else []


def notes_by_id(archive: Archive, document: str, kind: str) -> dict[str, Element]:
    """The footnotes, endnotes or comments of a document by their ids."""
    part = part_of_kind(archive, document, f"{kind}s")
    return {number: note for note in children(part, kind) if (number := attribute_of(note, "id"))}


def properties_as_read(properties: Element | None, changes: Changes) -> Element | None:
    """The properties of a paragraph; those it had before where changes are rejected (ECMA-376-1, 17.13.5.29,
    17.13.5.19).
    """
    if changes != "reject" or properties is None:
        return properties
    before = child(properties, "pPrChange")
    if before is not None:
        return child(before, "pPr")
    if child(properties, "numPr", "ins") is not None:
        return None
    return properties


def boxes_in(element: Element) -> list[Element]:
    """The text boxes in a drawing.

    Of a drawing that is told twice, for newer and older programs, the first.
    """
    if tag_name(element) == "AlternateContent":
        inner = next(iter(children(element, "Choice")), None)
        boxes = boxes_in(inner) if inner is not None else []
        fallback = next(iter(children(element, "Fallback")), None)
        return boxes or (boxes_in(fallback) if fallback is not None else [])
    if tag_name(element) == "txbxContent":
        return [element]
    return [box for inner in element for box in boxes_in(inner)]
