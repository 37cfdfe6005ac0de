"""Akoma Ntoso 3.0 (OASIS LegalDocML): parts, numbers, levels, notes and annexes as the document marks them.

A statement, as resolutions are, tells the role of each of its blocks; of other documents the text is read
with its numbers. Marked insertions and deletions are tracked changes.
"""

from __future__ import annotations

from itertools import accumulate

from resdiff.core.model import CELL, BlockRole, SourceText
from resdiff.readers.akn_facts import stated_facts
from resdiff.readers.changes import Changes
from resdiff.readers.markup import Element, attribute_of, child, tag_name
from resdiff.readers.source_builder import SUPERSCRIPT, SourceBuilder

_CALL = "\ufdd0"
"""Stands in a text where a footnote is called (a sign that Unicode keeps out of all texts)."""
_ROW = "table"
"""The class of a paragraph that is a row of a table."""
_METADATA = frozenset(("meta", "remark"))
"""Elements that are about the text and not part of it."""
_SKIPPED_BY_CHANGES: dict[Changes, frozenset[str]] = {
    "accept": frozenset(("del",)),
    "reject": frozenset(("ins",)),
    "both": frozenset(),
}
_SIGNS = {"del": ("[-", "-]"), "ins": ("{+", "+}")}
"""What changes are shown between where both are read."""
_LINES = frozenset(
    "p block docTitle docNumber docDate docProponent docType docPurpose session heading subheading li"
    " listIntroduction listWrapUp tocItem td th crossHeading".split()
)
"""Elements that are a line or paragraph of their own unless they are nested in another of these."""
_HEADINGS = frozenset(("heading", "subheading", "crossHeading"))
_INLINE = frozenset(
    "a abbr affectedDocument b concept courtType date def del docAuthority docCommittee docDate docIntroducer"
    " docJurisdiction docketNumber docNumber docProponent docPurpose docStage docStatus docTitle docType"
    " embeddedText entity event fillIn i img inline ins judge lawyer legislature location marker mmod mod"
    " mref neutralCitation noteRef num object omissis opinion organization outcome party person placeholder"
    " process quantity quotedText ref relatedDocument rmod role rref session shortTitle signature span sub"
    " sup term time u vote".split()
)
"""Elements within a word or sentence; round all others blanks part the words."""
_ROLE_OF_PART: dict[str, BlockRole] = {
    "preface": "preface",
    "coverPage": "preface",
    "preamble": "preamble",
    "mainBody": "operative",
    "body": "operative",
    "conclusions": "record",
    "attachments": "annex",
    "components": "annex",
    "formula": "organ",
}
"""What the parts of a document hold."""
_ROLE_OF_TITLE: dict[str, BlockRole] = {"#adoption": "record", "#resolutionNumber": "preface"}
"""The lines of the head that are marked as titles and are none."""
_ITEMS = frozenset(
    "paragraph subparagraph point item indent alinea rule subrule clause subclause sublist".split()
)
"""Paragraphs, and what hangs under them."""
_ROLE_OF_CLASS: dict[str, BlockRole] = {
    "heading": "heading",
    "preamble": "preamble",
    "body": "body",
    "annex": "annex",
    "operative": "operative",
}


def read_akn(root: Element, name: str, changes: Changes = "accept") -> SourceText:
    """The text of a document.

    `name` is used in errors, `changes` says what is made of insertions and deletions.

    Raises InputError where it holds none.
    """
    reader = _Reader(name, root, _SKIPPED_BY_CHANGES[changes])
    reader.read(root, "preface")
    text = reader.builder.built()
    is_as_stated = changes != "reject" or not has_changes(root)  # the metadata are those of the new text
    return text._replace(facts=stated_facts(root)) if is_as_stated else text


def _is_marked(root: Element) -> bool:
    """Whether a document is a statement that sets its numbers or its preambular paragraphs apart, so that its
    marks tell its structure.
    """
    names = {tag_name(element) for element in root.iter()}
    return (
        "statement" in names
        and bool(names & {"mainBody", "preamble"})
        and bool(names & {"num", "container", "formula"})
    )


def has_changes(root: Element) -> bool:
    """Whether a document has marked insertions or deletions."""
    return any(tag_name(element) in ("ins", "del") for element in root.iter())


class _Frame:
    """A paragraph that is being read: its first text stands on its level behind its number, what follows
    hangs under it.
    """

    def __init__(self, level: int, is_item: bool) -> None:
        self._level = level
        self.is_item = is_item
        self.has_text = False
        self.number = ""
        """The number that waits for its text."""

    def next_level(self) -> int:
        """The level of the next text."""
        return self._level + (self.is_item and self.has_text)


class _Reader:
    """Goes through the elements of a document in their order."""

    def __init__(self, name: str, root: Element, left_out: frozenset[str]) -> None:
        self.builder = SourceBuilder(name)
        self._is_marked = _is_marked(root)
        self._silent = _METADATA | left_out
        self._shown = _SIGNS if not left_out else {}
        self._notes_by_id = {
            note.get("eId"): note for note in root.iter() if tag_name(note) == "note" and note.get("eId")
        }
        self._notes: list[tuple[str, str]] = []
        self._frames = [_Frame(1, is_item=False)]
        self._rows = 0
        """The rows of the table that was read last."""
        self._handed_on = ""
        """The number of an item without text, which the item behind it has."""

    def read(self, parent: Element, role: BlockRole) -> None:
        """Reads what stands below an element; `role` is that of its paragraphs."""
        for element in parent:
            name = tag_name(element)
            if not name or name in self._silent:
                continue
            if name == "authorialNote":
                self._note(element, element)
                self._add_notes()
            elif name == "table":
                self._read_table(element)
            elif name == "num":
                number = self._text(element).replace(_CALL, "")
                self._frames[-1].number = f"{self._frames[-1].number} {number}".strip()
            elif name in _ITEMS or _begins_list(element):
                self._read_item(element, name, role)
            elif name in _LINES or not any(
                self._is_line(inner) for inner in element.iter() if inner is not element
            ):
                self._add(element, "heading" if name in _HEADINGS else role)
            else:
                self.read(element, _role_within(name, role))
                self._flush(role if name in _ROLE_OF_PART else None)

    def _read_table(self, table: Element) -> None:
        """Reads the rows of a table, each with its cells; the notes stand behind it."""
        self.builder.begin_table()
        rows = [row for row in table.iter() if tag_name(row) == "tr"]
        for number, row in enumerate(rows, start=1):
            cells = [self._text(cell) for cell in row if tag_name(cell) in ("td", "th")]
            self.builder.add_row([cell.replace(_CALL, "") for cell in cells], number)
        self._rows = len(rows)
        self._add_notes()

    def _read_item(self, element: Element, name: str, role: BlockRole) -> None:
        """Reads a paragraph, or a list with its introduction."""
        if self._is_marked and name in _ITEMS and len(self._frames) == 1:
            self._flush("heading")
        level = self._frames[-1].next_level()
        is_below = name == "sublist" and _follows_item(element)
        self._frames.append(_Frame(level + is_below, is_item=not is_below))
        self.read(element, role)
        self._flush(role)
        has_text = self._frames.pop().has_text
        self._frames[-1].has_text |= has_text

    def _flush(self, role: BlockRole | None) -> None:
        """Adds a number that no text followed as a text of its own; without a role it goes on waiting."""
        number = self._frames[-1].number
        if number and role is not None:
            self._frames[-1].number = ""
            self._put(number, role, "")

    def _is_line(self, element: Element) -> bool:
        return tag_name(element) in _LINES or tag_name(element) == "num"

    def _add(self, element: Element, role: BlockRole) -> None:
        """Adds a paragraph with the numbers that stand before it, then its notes.

        A heading leaves that of its paragraph for the text, where there is one.
        """
        text = self._text(element)
        is_blank = not text.replace(_CALL, "").strip()
        heads = role == "heading" and self._frames[-1].is_item
        waiting = [] if heads and not _stands_alone(element) else self._frames
        number = " ".join(frame.number for frame in waiting if frame.number)
        if is_blank and number and _has_text_in_next(element):
            self._handed_on, number = number, ""
            for frame in waiting:
                frame.number = ""
        elif not is_blank and role != "heading":
            number, self._handed_on = f"{self._handed_on} {number}".strip(), ""
        if not is_blank and element.get("class") == _ROW:
            self._rows += 1
            self.builder.add_row(text.replace(_CALL, "").split(CELL), self._rows)
        elif not is_blank or number:
            own_role = _ROLE_OF_CLASS.get(element.get("class") or "", role)
            if own_role == "preface":
                own_role = _role_of_title(element)
            for frame in waiting:
                frame.number = ""
            self._put(text, own_role, number)
        self._add_notes()

    def _put(self, text: str, role: BlockRole, number: str) -> None:
        pieces = text.split(_CALL)
        self.builder.add(
            "".join(pieces), "text", role if self._is_marked else None, self._frames[-1].next_level(), number
        )
        if text.strip(_CALL):
            befores = accumulate(pieces[:-1])
            self.builder.place_calls([len(" ".join(before.split())) for before in befores])
        self._frames[-1].has_text |= role != "heading"

    def _add_notes(self) -> None:
        notes, self._notes = self._notes, []
        for mark, note in notes:
            self.builder.add(f"{mark} {note}", "footnote")

    def _text(self, element: Element) -> str:
        parts = [element.text or ""]
        for inner in element:
            name = tag_name(inner)
            if name == "authorialNote":
                parts.append(self._note(inner, inner))
            elif (
                name == "noteRef"
                and (note := self._notes_by_id.get((inner.get("href") or "").removeprefix("#"))) is not None
            ):
                parts.append(self._note(note, inner))
            elif name in ("br", "eol"):
                parts.append(" ")
            elif name and name not in self._silent:
                parts.append(self._inner_text(inner, name))
            parts.append(inner.tail or "")
        return "".join(parts)

    def _inner_text(self, element: Element, name: str) -> str:
        """The text of an element within a line: changes between signs where both are shown, blocks with
        blanks around them.
        """
        content = self._text(element)
        if name in self._shown and content.strip():
            return f"{self._shown[name][0]}{content}{self._shown[name][1]}"
        if name == "sup" and content.strip().isdecimal():
            return content.translate(SUPERSCRIPT)
        return content if name in _INLINE else f" {content} "

    def _note(self, note: Element, call: Element) -> str:
        """Keeps the text of a note for the end of the paragraph.

        Gives its mark where the text itself has to show it.
        """
        mark = attribute_of(call, "marker") or attribute_of(note, "marker") or "*"
        mark = mark if self._is_marked else mark.translate(SUPERSCRIPT)
        self._notes.append((mark, " ".join(self._text(note).replace(_CALL, "").split())))
        return _CALL if self._is_marked else mark


def _follows_item(sublist: Element) -> bool:
    """Whether a list stands behind the item that its own items hang under, not within it."""
    before = sublist.getprevious()
    return before is not None and tag_name(before) in _ITEMS


def _has_text_in_next(element: Element) -> bool:
    """Whether an item that has but a number goes on in the next, which has but a text."""
    item = next((one for one in element.iterancestors() if tag_name(one) in _ITEMS), None)
    behind = item.getnext() if item is not None else None
    if item is None or behind is None or tag_name(behind) != tag_name(item):
        return False
    return child(behind, "num") is None and bool("".join(behind.itertext()).strip())


def _stands_alone(heading: Element) -> bool:
    """Whether its paragraph holds nothing but a heading and its number."""
    parent = heading.getparent()
    return parent is not None and all(tag_name(other) == "num" for other in parent if other is not heading)


def _role_of_title(element: Element) -> BlockRole:
    """What a line above the text is: the title, or one of the lines that the United Nations mark so too."""
    title = next((inner for inner in element.iter() if tag_name(inner) == "docTitle"), None)
    if title is None:
        return "preface"
    return _ROLE_OF_TITLE.get(attribute_of(title, "refersTo") or "", "title")


def _begins_list(element: Element) -> bool:
    """Whether an element is a list whose first line is the paragraph that its items hang under."""
    return tag_name(element) == "blockList" and any(
        tag_name(inner) == "listIntroduction" for inner in element
    )


def _role_within(name: str, role: BlockRole) -> BlockRole:
    """The role of the paragraphs in an element `name` whose surroundings have the role `role`."""
    if role == "annex":
        return "heading" if name in ("preface", "coverPage") else "annex"
    return _ROLE_OF_PART.get(name, role)
