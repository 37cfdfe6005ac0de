"""Tracked changes of a Word document: what is left out, and whose changes are pending (ECMA-376-1,
17.13.5).
"""

from __future__ import annotations

from typing import NamedTuple

from resdiff.core.wording import counted
from resdiff.readers.changes import READ_AS_ACCEPTED, Changes
from resdiff.readers.docx_parts import document_part, is_on, relationships_of
from resdiff.readers.markup import Archive, Element, attribute_of, child, tag_name

INSERTED, DELETED = ("ins", "moveTo", "cellIns"), ("del", "moveFrom", "cellDel")
_NUMBERED = ("pPrChange", "numberingChange")
_RELATED = ("header", "footer", "footnotes", "endnotes")
"""Parts that a document points to, and in which changes may be pending."""


class OpposedWords(NamedTuple):
    """Words that one author put in and another took out: no reading of the changes has them."""

    text: str
    inserted_by: str
    deleted_by: str

    def message(self) -> str:
        """What a reader must know, who sees these words in neither text."""
        words = self.text if len(self.text) <= _SHOWN else f"{self.text[:_SHOWN].rpartition(' ')[0]} …"
        return f"“{words}” is in neither text: {self.inserted_by} put it in, {self.deleted_by} took it out"


_SHOWN = 120
"""Characters of opposed words that are shown."""


class PendingChanges(NamedTuple):
    """How many changes are pending, and whose."""

    number: int
    authors: tuple[str, ...]
    opposed: tuple[OpposedWords, ...]

    def message(self) -> str:
        """What a reader of the accepted text must know."""
        by = f" by {' and '.join(self.authors)}" if self.authors else ""
        verb = "is" if self.number == 1 else "are"
        return f"{counted(self.number, PENDING)}{by} {verb} {READ_AS_ACCEPTED}"


PENDING = "tracked change"
"""What the message counts."""


def is_left_out(element: Element, changes: Changes) -> bool:
    """Whether an element is one that the reading leaves out: what was taken out, or put in where changes are
    rejected.
    """
    name = tag_name(element)
    return (name in DELETED and changes == "accept") or (name in INSERTED and changes == "reject")


def pending_changes(archive: Archive) -> PendingChanges:
    """The changes of words and numbers that are pending in a document, its headers and its notes."""
    count, authors, opposed = 0, list[str](), list[OpposedWords]()
    for part in _parts(archive):
        for element in filter(_is_change, part.iter()):
            name = tag_name(element)
            count += name not in _NUMBERED
            authors.append(author_of(element))
            opposed += _opposed(element) if name == "ins" else []
    return PendingChanges(count, tuple(author for author in dict.fromkeys(authors) if author), tuple(opposed))


def _opposed(inserted: Element) -> list[OpposedWords]:
    """The words of an insertion that others than its author took out, those of each joined."""
    by, words = author_of(inserted), dict[str, list[str]]()
    for inner in (one for one in inserted.iter() if tag_name(one) in DELETED):
        text = "".join(one.text or "" for one in inner.iter() if tag_name(one) in ("delText", "t"))
        if text.strip() and author_of(inner) != by:
            words.setdefault(author_of(inner), []).append(text.strip())
    return [OpposedWords(" ".join(texts), by, against) for against, texts in words.items()]


def author_of(element: Element) -> str:
    """The author of a change or comment on one line, '' where none is named."""
    return " ".join((attribute_of(element, "author") or "").split())


def docx_has_changes(archive: Archive) -> bool:
    """Whether a Word document has tracked changes in its text, its headers or its notes."""
    return any(holds_struck(part) or any(map(_is_change, part.iter())) for part in _parts(archive))


def _is_change(element: Element) -> bool:
    """Whether an element is a tracked change of words, rows, cells or numbers; drawings have paths that are
    called as moves are.
    """
    name = tag_name(element)
    is_named = name in INSERTED or name in DELETED or name in _NUMBERED
    return is_named and "/wordprocessingml/" in str(element.tag)


def holds_struck(element: Element) -> bool:
    """Whether words below an element are struck through by hand."""
    return any(tag_name(run) == "r" and is_struck(child(run, "rPr")) for run in element.iter())


def is_struck(properties: Element | None) -> bool:
    """Whether the words of a run are struck through by hand (ECMA-376-1, 17.3.2.9 and 17.3.2.37)."""
    return is_on(properties, "strike") or is_on(properties, "dstrike")


def is_underlined(properties: Element | None) -> bool:
    """Whether the words of a run are underlined (ECMA-376-1, 17.3.2.40)."""
    line = child(properties, "u")
    return line is not None and (attribute_of(line, "val") or "none") != "none"


def _parts(archive: Archive) -> list[Element]:
    """The document, and the headers and notes that it points to."""
    document = document_part(archive)
    if document is None:
        return []
    others = (
        archive.related(document, attribute_of(one, "Id"))
        for kind, one in relationships_of(archive, document)
        if kind in _RELATED
    )
    parts = [archive.xml(document), *others]
    return [part for part in parts if part is not None]
