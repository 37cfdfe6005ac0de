"""Akoma Ntoso 3.0 (OASIS LegalDocML): parts, numbers, levels, notes and annexes as the document marks them.

A statement, as resolutions are, tells the role of each of its blocks; of other documents the text is read with its numbers. Marked
insertions and deletions are tracked changes.
"""

from __future__ import annotations

from resdiff.core.model import BlockRole, SourceText
from resdiff.readers.building import SUPERSCRIPT, Builder
from resdiff.readers.changes import Changes
from resdiff.readers.markup import Element, attribute, name_of

_ABOUT = frozenset(("meta", "remark"))
"""What is about the text."""
_LEFT_OUT: dict[Changes, frozenset[str]] = {"accept": frozenset(("del",)), "reject": frozenset(("ins",)), "both": frozenset()}
_SIGNS = {"del": ("[-", "-]"), "ins": ("{+", "+}")}
"""What changes are shown between where both are read."""
_LINES = frozenset(
    "p block docTitle docNumber docDate docProponent docType docPurpose session heading subheading li listIntroduction listWrapUp tocItem "
    "td th".split()
)
"""Elements that stand in a line or paragraph of their own where nothing that is one stands round them."""
_PARTS: dict[str, BlockRole] = {
    "preface": "preface", "coverPage": "preface", "preamble": "preamble", "mainBody": "operative", "body": "operative",
    "conclusions": "record", "attachments": "annex", "components": "annex", "formula": "organ",
}  # fmt: skip
"""What the parts of a document hold."""
_ITEMS = frozenset("paragraph subparagraph point item indent alinea rule subrule clause subclause sublist".split())
"""Paragraphs, and what hangs under them."""
_CLASSES: dict[str, BlockRole] = {"heading": "heading", "preamble": "preamble", "body": "body", "annex": "annex", "operative": "operative"}


def read_akn(root: Element, name: str, changes: Changes = "accept") -> SourceText:
    """The text of a document; `name` is used in errors, `changes` says what is made of insertions and deletions.

    Raises InputError where it holds none.
    """
    reader = _Reader(name, _is_marked(root), _LEFT_OUT[changes])
    reader.read(root, "preface")
    return reader.builder.built()


def _is_marked(root: Element) -> bool:
    """Whether a document is a statement that sets its numbers or its preambular paragraphs apart, so that its marks tell its structure."""
    names = {name_of(element) for element in root.iter()}
    return "statement" in names and bool(names & {"mainBody", "preamble"}) and bool(names & {"num", "container", "formula"})


def has_changes(root: Element) -> bool:
    """Whether a document has marked insertions or deletions."""
    return any(name_of(element) in ("ins", "del") for element in root.iter())


class _Frame:
    """A paragraph that is being read: its first text stands on its level, what follows hangs under it."""

    def __init__(self, level: int, is_item: bool) -> None:
        self._level = level
        self._is_item = is_item
        self._has_text = False

    def next_level(self) -> int:
        """The level of the next text."""
        return self._level + (self._is_item and self._has_text)

    def add_text(self) -> None:
        """Takes note that a text was read."""
        self._has_text = True


class _Reader:
    """Goes through the elements of a document in their order."""

    def __init__(self, name: str, is_marked: bool, left_out: frozenset[str]) -> None:
        self.builder = Builder(name)
        self._is_marked = is_marked
        self._silent = _ABOUT | left_out
        self._shown = _SIGNS if not left_out else {}
        self._number = ""
        self._notes: list[tuple[str, str]] = []
        self._frames = [_Frame(1, is_item=False)]

    def read(self, parent: Element, role: BlockRole) -> None:
        """Reads what stands below an element; `role` is that of its paragraphs."""
        for element in parent:
            name = name_of(element)
            if not name or name in self._silent:
                continue
            if name == "authorialNote":
                self._note(element)
                self._add_notes()
            elif name == "num":
                self._number = f"{self._number} {self._text(element)}".strip()
            elif name in _ITEMS or _begins_list(element):
                self._read_item(element, name, role)
            elif name in _LINES or not any(self._is_line(inner) for inner in element.iter() if inner is not element):
                self._add(element, "heading" if name in ("heading", "subheading") else role)
            else:
                self.read(element, _role_within(name, role))

    def _read_item(self, element: Element, name: str, role: BlockRole) -> None:
        """Reads a paragraph, or a list with its introduction."""
        if self._number and self._is_marked and name in _ITEMS and len(self._frames) == 1:
            self.builder.add(self._number, "text", "heading")
            self._number = ""
        self._frames.append(_Frame(self._frames[-1].next_level(), is_item=True))
        self.read(element, role)
        self._frames.pop()

    def _is_line(self, element: Element) -> bool:
        return name_of(element) in _LINES or name_of(element) == "num"

    def _add(self, element: Element, role: BlockRole) -> None:
        """Adds a paragraph with the number that stands before it, then its notes."""
        text, number = self._text(element), self._number
        if text.strip() or number:
            told = _CLASSES.get(element.get("class") or "", role)
            self.builder.add(text, "text", told if self._is_marked else None, self._frames[-1].next_level(), number)
            self._frames[-1].add_text()
            self._number = ""
        self._add_notes()

    def _add_notes(self) -> None:
        notes, self._notes = self._notes, []
        for mark, note in notes:
            self.builder.add(f"{mark} {note}", "footnote")

    def _text(self, element: Element) -> str:
        parts = [element.text or ""]
        for inner in element:
            name = name_of(inner)
            if name == "authorialNote":
                parts.append(self._note(inner))
            elif name in ("br", "eol"):
                parts.append(" ")
            elif name and name not in self._silent:
                before, after = self._shown.get(name, ("", ""))
                told = self._text(inner)
                parts.append(f"{before}{told}{after}" if told.strip() else told)
            parts.append(inner.tail or "")
        return "".join(parts)

    def _note(self, note: Element) -> str:
        """Keeps the text of a note for the end of the paragraph; gives its mark where the text itself has to show it."""
        mark = attribute(note, "marker") or "*"
        mark = mark if self._is_marked else mark.translate(SUPERSCRIPT)
        self._notes.append((mark, " ".join(self._text(note).split())))
        return "" if self._is_marked else mark


def _begins_list(element: Element) -> bool:
    """Whether an element is a list whose first line is the paragraph that its items hang under."""
    return name_of(element) == "blockList" and any(name_of(inner) == "listIntroduction" for inner in element)


def _role_within(name: str, role: BlockRole) -> BlockRole:
    """The role of the paragraphs within an element of a name that stands where paragraphs have another."""
    if role == "annex":
        return "heading" if name in ("preface", "coverPage") else "annex"
    return _PARTS.get(name, role)
