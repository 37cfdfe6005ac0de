"""Akoma Ntoso 3.0 (OASIS LegalDocML): the numbers and paragraphs as the document marks them, notes, adoption, annexes."""

from __future__ import annotations

from resdiff.core.model import SourceText
from resdiff.readers.building import RAISED, SUPERSCRIPT, Builder
from resdiff.readers.markup import Element, attribute, name_of

_SILENT = ("meta", "remark", "del")
"""What is about the text, or stands no longer in it."""
_LINES = frozenset(
    "p block docTitle docNumber docDate docProponent docType docPurpose session heading subheading li item tocItem td th".split()
)
"""Elements that stand in a line or paragraph of their own where nothing that is one stands round them."""


def read_akn(root: Element, name: str) -> SourceText:
    """The text of a document; `name` is used in errors. Raises InputError where it holds none."""
    reader = _Reader(name)
    reader.read(root)
    return reader.builder.built()


class _Reader:
    """Goes through the elements of a document in their order."""

    def __init__(self, name: str) -> None:
        self.builder = Builder(name)
        self._number = ""
        self._notes: list[tuple[str, str]] = []

    def read(self, parent: Element) -> None:
        """Reads what stands below an element."""
        for element in parent:
            name = name_of(element)
            if not name or name in _SILENT:
                continue
            if name == "authorialNote":
                self._add(self._note(element))
            elif name == "num":
                self._number = f"{self._number} {self._text(element)}".strip()
            elif name in _LINES or not any(self._is_line(inner) for inner in element.iter() if inner is not element):
                self._add(self._text(element))
            else:
                self.read(element)

    def _is_line(self, element: Element) -> bool:
        return name_of(element) in _LINES or name_of(element) == "num"

    def _add(self, text: str) -> None:
        """Adds a paragraph with the number that stands before it, then its notes."""
        if text.strip():
            self.builder.add(f"{self._number} {text}")
            self._number = ""
        notes, self._notes = self._notes, []
        for mark, note in notes:
            self.builder.add(f"{mark} {note}", "footnote")

    def _text(self, element: Element) -> str:
        parts = [element.text or ""]
        for inner in element:
            name = name_of(inner)
            if name == "authorialNote":
                said = "".join(parts)
                parts.append(f"{' ' if said.endswith(tuple(RAISED)) else ''}{self._note(inner)}")
            elif name in ("br", "eol"):
                parts.append(" ")
            elif name and name not in _SILENT:
                parts.append(self._text(inner))
            parts.append(inner.tail or "")
        return "".join(parts)

    def _note(self, note: Element) -> str:
        """The mark of a note, whose text is kept for the end of the paragraph."""
        mark = (attribute(note, "marker") or "*").translate(SUPERSCRIPT)
        self._notes.append((mark, " ".join(self._text(note).split())))
        return mark
