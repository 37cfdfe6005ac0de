"""OpenDocument texts (OASIS ODF 1.3): paragraphs with the numbers of their lists, footnotes, tables, text
boxes.
"""

from __future__ import annotations

from collections.abc import Iterator

from resdiff.core.errors import InputError
from resdiff.core.model import ListPlace, SourceText
from resdiff.readers.changes import Changes, accepted, comments_beside
from resdiff.readers.markup import Archive, Element, attribute_of, child, children, tag_name
from resdiff.readers.numbering import number_text
from resdiff.readers.odt_changes import NEXT_PARAGRAPH, HandMarks, OdtChanges, odt_has_changes
from resdiff.readers.source_builder import RAISED, SUPERSCRIPT, SourceBuilder
from resdiff.readers.tables import is_data

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SILENT = (
    "tracked-changes",
    "sequence-decls",
    "forms",
    "variable-decls",
    "user-field-decls",
    "annotation",
    "desc",
    "title",
    "ruby-text",
)
_PARAGRAPHS = ("p", "h")
_MARKS = ("change-start", "change-end", "change")
"""Marks of tracked changes."""
_CELLS = ("table-cell", "covered-table-cell")
_DEEPEST = 10
"""The levels of a list."""
_DIGITS = 8
"""A number with this many digits or more is not taken as a paragraph number."""


def read_odt(archive: Archive, name: str, changes: Changes = "accept") -> SourceText:
    """The text of an OpenDocument text; `name` is used in errors, `changes` says what is made of tracked
    changes.

    Raises InputError for what is broken, too large or holds no text.
    """
    content, body = _content_of(archive)
    if body is None:
        raise InputError(
            f"{name} is not an OpenDocument text", "it has no body: save it as .odt or .docx from its program"
        )
    roots = [content, archive.xml("styles.xml")]
    reader = _Reader(name, roots, body, changes)
    pending = reader.changes.pending()
    if pending.number and changes == "accept":
        reader.builder.warnings.append(pending.message())
    reader.read_header(roots[1])
    reader.read(body)
    reader.end_paragraph()
    if reader.commenters:
        reader.builder.warnings.append(comments_beside(reader.commenters))
    if reader.marked and changes == "accept":
        reader.builder.warnings.append(accepted(reader.marked))
    return reader.builder.built()


def has_odt_changes(archive: Archive) -> bool:
    """Whether an OpenDocument text has tracked changes of its words."""
    content, body = _content_of(archive)
    return body is not None and odt_has_changes(body, HandMarks([content, archive.xml("styles.xml")], body))


def _content_of(archive: Archive) -> tuple[Element | None, Element | None]:
    """The content of an OpenDocument text, and its body; None where there is none.

    Raises InputError for a text that has a password (ODF 1.3, part 2, 4.8).
    """
    if b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise InputError(f"{archive.name} is encrypted", "save it without a password")
    content = archive.xml("content.xml")
    return content, child(content, "body", "text")


class _Reader:
    """Reads one text."""

    def __init__(self, name: str, roots: list[Element | None], body: Element, changes: Changes) -> None:
        self.builder = SourceBuilder(name)
        self.changes = OdtChanges(body, changes, self.builder.signs, self._text)
        self._changes = changes
        self._marks = HandMarks(roots, body)
        self.marked = 0
        """Spans that are marked by hand."""
        self._begun: tuple[str, str, ListPlace | None] | None = None
        """The number, the words and the place of the paragraph that was begun and may go on in the next."""
        self._levels: dict[tuple[str, int], Element] = {}
        for root in roots:
            for style in root.iter() if root is not None else ():
                if tag_name(style) == "list-style":
                    for level in style:
                        self._levels[
                            attribute_of(style, "name") or "", _count(attribute_of(level, "level"), 1)
                        ] = level
        self._counts: dict[str, list[int]] = {}
        self.commenters: list[str] = []
        """The authors of the comments, '' where none is named."""
        self._notes: list[tuple[str, str]] = []
        self._comments: list[str] = []
        self._has_body = False
        """Whether a paragraph of the body was read: a table before any lays out the masthead."""
        self._is_struck = False
        """Whether what is read stands in something that is marked by hand."""
        self._boxes: list[Element] = []

    def read(self, parent: Element, label: str = "") -> None:
        """Reads what stands below an element, its first paragraph behind a number."""
        for element in parent:
            name = tag_name(element)
            if name in _MARKS:
                self.changes.at_mark(element)
            elif name in _PARAGRAPHS:
                self._paragraph(element, label)
                label = ""
            elif name == "list":
                self._list(element, attribute_of(element, "style-name") or "", 1)
            elif name == "table" and self._table(element):
                continue
            elif name and name not in _SILENT:
                self.read(element)

    def read_header(self, styles: Element | None) -> None:
        """Reads the header of the first style of pages, which has the symbol as a rule (ODF 1.3, part 3,
        16.9).
        """
        pages = (one for one in styles.iter() if tag_name(one) == "master-page") if styles is not None else ()
        page = next(iter(pages), None)
        first = child(page, "header-first")
        is_shown = first is not None and attribute_of(first, "display") != "false"
        header = first if is_shown else child(page, "header")
        if header is not None:
            self.read(header)
            self.end_paragraph()
        self._has_body = False

    def _table(self, table: Element) -> bool:
        """Reads the rows of a table; gives whether it holds data, else nothing was read."""
        rows = [row for row in table.iter() if tag_name(row) == "table-row"]
        texts = [
            [" ".join("".join(cell.itertext()).split()) for cell in row if tag_name(cell) in _CELLS]
            for row in rows
        ]
        if not self._has_body or not is_data(texts):
            return False
        self.builder.begin_table()
        for number, row in enumerate(rows, start=1):
            self.builder.add_row([self._cell(cell) for cell in row if tag_name(cell) in _CELLS], number)
            self._add_called()
        return True

    def _cell(self, cell: Element) -> str:
        """The text of a cell on one line."""
        return " ".join(map(self._text, _paragraphs_in(cell)))

    def _paragraph(self, element: Element, label: str, place: ListPlace | None = None) -> bool:
        """Reads a paragraph; gives whether it stands. One whose end was put in goes on in the next where
        changes are rejected.
        """
        goes_on = self.changes.leaves_out
        text = self._text(element)
        if goes_on and self._begun is not None:
            self._begun = (self._begun[0], self._begun[1] + text, self._begun[2])
        else:
            self._begun = (label, text, place)
        if not self.changes.leaves_out:
            self.end_paragraph()
        return bool(text.strip()) or not (goes_on or self.changes.leaves_out)

    def end_paragraph(self) -> None:
        """Adds the paragraph that was begun, and those that were taken out of it."""
        if self._begun is None:
            return
        (label, text, place), self._begun = self._begun, None
        for number, piece in enumerate(text.split(NEXT_PARAGRAPH)):
            if number and label and place is not None:  # an item that was taken out is counted again
                counts = self._counts[place.list]
                counts[place.level] += 1
                label = self._label(place.list, place.level, counts)
            self.builder.add(f"{label} {piece}", place=place if label else None)
            self._has_body = self._has_body or bool(piece.strip())
        self._add_called()

    def _add_called(self) -> None:
        """Adds the footnotes and text boxes of what was added last."""
        notes, self._notes = self._notes, []
        for mark, note in notes:
            self.builder.add(f"{mark} {note}", "footnote")
        comments, self._comments = self._comments, []
        for comment in comments:
            self.builder.add(comment, "comment")
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.read(box)

    def _list(self, element: Element, style: str, depth: int) -> None:
        """A list and the lists in it; one that goes on with an earlier one counts on."""
        counts = self._counts.setdefault(style, [0] * (_DEEPEST + 1))
        if (
            attribute_of(element, "continue-numbering") != "true"
            and attribute_of(element, "continue-list") is None
        ):
            counts[depth] = 0
        for item in element:
            if tag_name(item) not in ("list-item", "list-header"):
                continue
            label = ""
            if tag_name(item) == "list-item":
                start = attribute_of(item, "start-value")
                counts[depth] = _count(
                    start, counts[depth] + 1 if counts[depth] else self._start(style, depth)
                )
                label = self._label(style, depth, counts)
            for inner in item:
                if tag_name(inner) == "list":
                    self._list(inner, attribute_of(inner, "style-name") or style, min(depth + 1, _DEEPEST))
                elif tag_name(inner) in _PARAGRAPHS:
                    stands = self._paragraph(inner, label, ListPlace(style, depth))
                    counts[depth] -= bool(label) and not stands  # the number of an item that was put in
                    label = ""

    def _start(self, style: str, depth: int) -> int:
        level = self._levels.get((style, depth))
        return _count(attribute_of(level, "start-value"), 1) if level is not None else 1

    def _label(self, style: str, depth: int, counts: list[int]) -> str:
        """The number of an item with what stands before and behind it, and with those of the levels above
        where they are shown.
        """
        level = self._levels.get((style, depth))
        form = attribute_of(level, "num-format") if level is not None else None
        if level is None or not form:
            return ""
        first = depth - _count(attribute_of(level, "display-levels"), 1) + 1
        parts = [
            number_text(counts[at], _FORMS.get(attribute_of(definition, "num-format") or "", "decimal"))
            for at in range(max(first, 1), depth + 1)
            if (definition := self._levels.get((style, at))) is not None
        ]
        before, after = (attribute_of(level, f"num-{end}") or "" for end in ("prefix", "suffix"))
        return f"{before}{'.'.join(parts)}{after}"

    def _text(self, element: Element) -> str:
        """The words of an element, without those that are taken out as changes are read."""
        kind = "" if self._is_struck else self._marks.kind_of(element)
        if not kind:
            return self._words_of(element)
        called = len(self._notes), len(self._comments)
        self._is_struck = True
        words = self._by_hand(kind, self._words_of(element))
        self._is_struck = False
        if not words:  # its footnotes and comments go with it
            del self._notes[called[0] :], self._comments[called[1] :]
        return words

    def _words_of(self, element: Element) -> str:
        parts = [self.changes.words(element.text or "")]
        for inner in element:
            name = tag_name(inner)
            if name in ("s", "tab", "line-break"):
                parts.append(self.changes.words(" "))
            elif name in _MARKS:
                parts.append(self.changes.at_mark(inner))
            elif name in ("note", "text-box") and self.changes.leaves_out:
                pass
            elif name == "note":
                gap = (
                    " "
                    if next((part for part in reversed(parts) if part), "").endswith(tuple(RAISED))
                    else ""
                )
                parts.append(gap + self._note(inner))
            elif name == "annotation":
                self._comment(inner)
            elif name == "text-box":
                self._boxes.append(inner)
            elif name and name not in _SILENT:
                parts.append(self._text(inner))
            parts.append(self.changes.words(inner.tail or ""))
        return "".join(parts)

    def _comment(self, comment: Element) -> None:
        """A comment, which stands behind the paragraph with the name of its author."""
        author = " ".join("".join(one.itertext()) for one in children(comment, "creator")).strip()
        texts = (" ".join("".join(one.itertext()).split()) for one in children(comment, "p"))
        text = " ".join(texts)
        self.commenters.append(author)
        self._comments.append(f"{author}: {text}" if author else text)

    def _by_hand(self, kind: str, words: str) -> str:
        """Words that are marked by hand, as tracked changes are read."""
        if not words.strip():
            return words
        self.marked += 1
        if self._changes == "both":
            return f"[-{words}-]" if kind == "taken out" else f"{{+{words}+}}"
        is_left_out = (kind == "taken out") == (self._changes == "accept")
        return "" if is_left_out else words

    def _note(self, note: Element) -> str:
        """The mark of a footnote, whose text is kept for the end of the paragraph."""
        citation = child(note, "note-citation")
        mark = "".join(citation.itertext()).translate(SUPERSCRIPT) if citation is not None else ""
        texts = [self._text(p) for p in children(child(note, "note-body"), "p")]
        self._notes.append((mark, " ".join(texts)))
        return mark


def _paragraphs_in(cell: Element) -> Iterator[Element]:
    """The paragraphs of a cell, without those of its comments and footnotes."""
    for one in cell:
        if tag_name(one) in _PARAGRAPHS:
            yield one
        elif tag_name(one) not in ("annotation", "note"):
            yield from _paragraphs_in(one)


def _count(text: str | None, usual: int) -> int:
    """A number as it is told; the usual one where there is none."""
    return int(text) if text is not None and text.isdecimal() and len(text) < _DIGITS else usual
