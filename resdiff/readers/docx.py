"""Word documents (WordprocessingML, ECMA-376-1): paragraphs with their computed numbers, footnotes, tables,
text boxes, comments, tracked changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from resdiff.core.errors import InputError
from resdiff.core.model import BlockKind, ListPlace, SourceText
from resdiff.core.wording import counted
from resdiff.readers.changes import Changes, accepted, comments_beside
from resdiff.readers.docx_changes import (
    DELETED,
    INSERTED,
    author_of,
    holds_struck,
    is_left_out,
    is_struck,
    is_underlined,
    pending_changes,
)
from resdiff.readers.docx_left_out import left_out
from resdiff.readers.docx_parts import (
    boxes_in,
    document_part,
    headers_of,
    is_on,
    notes_by_id,
    part_of_kind,
    properties_as_read,
)
from resdiff.readers.docx_signs import in_unicode, symbol_of
from resdiff.readers.docx_tables import cells_of, holds_data, rows_of
from resdiff.readers.markup import Archive, Element, attribute_of, child, tag_name
from resdiff.readers.numbering import Numbering
from resdiff.readers.source_builder import RAISED, SUPERSCRIPT, SourceBuilder
from resdiff.readers.tracked import plain

_TRANSPARENT = frozenset(
    "hyperlink smartTag sdt sdtContent fldSimple customXml"
    " bdo dir ruby rubyBase Choice AlternateContent".split()
)
"""Elements within a paragraph whose content belongs to it."""
_BLOCKS = frozenset(
    "sdt sdtContent customXml body txbxContent Choice AlternateContent ins moveTo del moveFrom".split()
)
_NOTE_STYLES = frozenset(("Footnote", "FootnoteText", "EndnoteText"))
"""Styles of footnotes that stand among the paragraphs."""
_IN_FORMULA = {"den": "/", "sup": "^", "sub": "_"}
"""What stands before a denominator, an exponent, an index (Unicode Technical Note 28)."""


def read_docx(archive: Archive, name: str, changes: Changes = "accept") -> SourceText:
    """The text of a Word document; `name` is used in errors.

    Raises InputError for what is broken, too large or holds no text.
    """
    part = document_part(archive) or ""
    body = child(archive.xml(part), "body")
    if body is None:
        raise InputError(
            f"{name} is not a complete Word document", "it has no body: open it in Word and save it again"
        )
    return _Reader(archive, part, name, changes).read(body)


class _Reader:
    """Reads one document."""

    def __init__(self, archive: Archive, part: str, name: str, changes: Changes) -> None:
        """`part` is the document within the archive."""
        self._archive, self._part = archive, part
        self._builder = SourceBuilder(name)
        self._changes = changes
        numbers, styles = (part_of_kind(archive, part, kind) for kind in ("numbering", "styles"))
        self._numbering = Numbering(numbers, styles)
        self._notes = {kind: notes_by_id(archive, part, kind) for kind in ("footnote", "endnote", "comment")}
        self._count = 0
        self._symbols = 0
        self._struck = 0
        """Runs that are marked by hand: struck through, or underlined where others are struck through."""
        self._has_struck = False
        self._is_in_note = False
        self._is_behind_call = False
        self._carried = ""
        self._kind: BlockKind = "text"
        self._called: list[tuple[str, BlockKind]] = []
        self._boxes: list[Element] = []
        self._place: ListPlace | None = None
        """Where the paragraph that is read stands in a list."""

    def read(self, body: Element) -> SourceText:
        """The text of the body, below the header of its first page."""
        headers = headers_of(self._archive, self._part, body)
        self._has_struck = holds_struck(body)
        if headers:
            self._read_blocks(headers[0])
            self._end()
        self._read_blocks(body)
        self._end()
        self._warn(headers)
        self._builder.warnings += left_out(body)
        return self._builder.built()

    def _warn(self, headers: list[Element]) -> None:
        """Says what is not shown, and whose changes are pending."""
        if self._symbols:
            signs = counted(self._symbols, "sign")
            self._builder.warnings.append(f"{signs} of special fonts could not be read, shown as \ufffd")
        texts = dict.fromkeys(" ".join(_header_text(header).split()) for header in headers)
        first = next(iter(texts), "")
        others = [text for text in list(texts)[1:] if any(map(str.isalpha, text)) and text not in first]
        if others:
            count = counted(len(others), "header")
            self._builder.warnings.append(f"{count} of later pages left out: {others[0][:60]}")
        if comments := self._notes["comment"]:
            self._builder.warnings.append(comments_beside([author_of(one) for one in comments.values()]))
        if self._struck and self._changes == "accept":
            self._builder.warnings.append(accepted(self._struck))
        pending = pending_changes(self._archive)
        if self._changes == "accept":
            self._builder.warnings += [pending.message()] if pending.number else []
            self._builder.warnings += [words.message() for words in pending.opposed]

    def _read_blocks(self, parent: Element) -> None:
        for element in parent:
            name = tag_name(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name in _BLOCKS and not self._is_left_out(element):
                self._read_blocks(element)

    def _is_left_out(self, element: Element) -> bool:
        return is_left_out(element, self._changes)

    def _table(self, table: Element) -> None:
        """A table of data as rows; of one that lays out a page, the paragraphs of its cells."""
        if not self._builder.has_text or not holds_data(table, self._is_left_out):
            for row in rows_of(table, self._is_left_out):
                for cell in cells_of(row, self._is_left_out):
                    self._read_blocks(cell)
            return
        self._end()
        self._builder.begin_table()
        for number, row in enumerate(rows_of(table, self._is_left_out), start=1):
            cells = [self._cell(cell) for cell in cells_of(row, self._is_left_out)]
            self._builder.add_row(cells, number)
            self._end()

    def _cell(self, cell: Element) -> str:
        """The text of a cell on one line, the numbers of its paragraphs included."""
        parts = []
        for paragraph in cell.iter():
            if tag_name(paragraph) == "p":
                text = self._text(paragraph)
                label = self._label(paragraph) if text.strip() else ""
                parts.append(f"{label} {text}" if label else text)
        return " ".join(" ".join(parts).split())

    def _label(self, paragraph: Element) -> str:
        return self._numbering.label(properties_as_read(child(paragraph, "pPr"), self._changes))

    def _paragraph(self, element: Element) -> None:
        """A paragraph; where its mark was taken out, or not yet put in, it goes on with the next."""
        marks = child(element, "pPr", "rPr")
        goes_on = any(self._is_left_out(mark) for mark in (marks if marks is not None else ()))
        text = self._text(element)
        if not text.strip() and goes_on:
            return
        style = child(properties_as_read(child(element, "pPr"), self._changes), "pStyle")
        self._kind = (
            "footnote" if style is not None and attribute_of(style, "val") in _NOTE_STYLES else "text"
        )
        label = "" if self._carried or not text.strip() else self._label(element)
        self._place = self._numbering.place if label else None if not self._carried else self._place
        self._carried += f"{label} {text}" if label else text
        if not goes_on:
            self._end()

    def _end(self) -> None:
        """Ends the paragraph: it becomes a block, with its footnotes, comments and text boxes behind it."""
        text, self._carried = self._carried, ""
        self._is_behind_call = False
        self._builder.add(text, self._kind, place=self._place)
        self._kind, self._place = "text", None
        called, self._called = self._called, []
        for note, kind in called:
            self._builder.add(note, kind)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._read_blocks(box)

    def _text(self, parent: Element) -> str:
        return "".join(self._pieces(parent))

    def _pieces(self, parent: Element) -> Iterator[str]:
        for element in parent:
            name = tag_name(element)
            if name == "r":
                yield from self._run(element)
            elif name in INSERTED or name in DELETED:
                if not self._is_left_out(element):
                    yield self._tracked(self._text(element), element)
            elif name in _TRANSPARENT:
                yield from self._pieces(element)
            elif name in ("oMath", "oMathPara"):
                yield self._formula(element)

    def _formula(self, element: Element) -> str:
        """The letters and signs of a formula in one line: '1/2', 'x^2', 'x_i'."""
        name = tag_name(element)
        if name == "t":
            return plain(element.text or "")
        if (name in INSERTED or name in DELETED) and self._is_left_out(element):
            return ""
        inner = "".join(map(self._formula, element))
        return f"{_IN_FORMULA.get(name, '')}{inner}" if inner else ""

    def _tracked(self, text: str, element: Element) -> str:
        """Words that were put in or taken out, between signs where both are shown."""
        if not text.strip(f" {RAISED}"):
            return text
        author = author_of(element)
        is_deleted = tag_name(element) in DELETED
        marked = self._builder.signs.mark(text, author, attribute_of(element, "date"), is_deleted)
        if self._changes != "both":
            return marked
        return f"[-{marked}-]" if is_deleted else f"{{+{marked}+}}"

    def _run(self, run: Element) -> Iterator[str]:
        properties = child(run, "rPr")
        if is_on(properties, "vanish"):
            return
        if is_struck(properties):
            yield from self._struck_out(run, properties)
        elif self._has_struck and is_underlined(properties):
            yield from self._underlined(run, properties)
        else:
            yield from self._signs(run, properties)

    def _struck_out(self, run: Element, properties: Element | None) -> Iterator[str]:
        """Words that somebody struck through by hand, as tracked deletions are read."""
        self._struck += 1
        if self._changes == "accept":
            return
        words = "".join(self._signs(run, properties))
        yield f"[-{words}-]" if self._changes == "both" and words.strip() else words

    def _underlined(self, run: Element, properties: Element | None) -> Iterator[str]:
        """Words that somebody put in by hand: underlined where others are struck through."""
        words = "".join(self._signs(run, properties))
        self._struck += 1
        if self._changes == "accept":
            yield words
        elif self._changes == "both":
            yield f"{{+{words}+}}" if words.strip() else words

    def _signs(self, run: Element, properties: Element | None) -> Iterator[str]:
        """The text of a run, and the calls of notes in it."""
        raised = child(properties, "vertAlign")
        is_raised = raised is not None and attribute_of(raised, "val") == "superscript"
        fonts = child(properties, "rFonts")
        font = attribute_of(fonts, "ascii") or "" if fonts is not None else ""
        for element in run:
            name = tag_name(element)
            if name in ("t", "delText"):
                text = in_unicode(plain(element.text or ""), font)
                self._is_behind_call = self._is_behind_call and not text
                yield text.translate(SUPERSCRIPT) if is_raised and text.strip().isdecimal() else text
            elif name in ("tab", "br", "cr"):
                yield " "
            elif name == "sym":
                yield self._sign(element)
            elif name == "noBreakHyphen":
                yield "\u2011"
            elif name in ("footnoteReference", "endnoteReference"):
                yield self._call(element, name.removesuffix("Reference"))
            elif name == "commentReference":
                self._comment(element)
            elif name in ("AlternateContent", "pict", "drawing", "object"):
                self._boxes += boxes_in(element)

    def _sign(self, element: Element) -> str:
        """A sign of a symbol font."""
        sign = symbol_of(attribute_of(element, "font") or "", attribute_of(element, "char") or "")
        self._symbols += sign is None
        return sign or "\ufffd"

    def _call(self, element: Element, kind: str) -> str:
        """The mark of a footnote, whose text stands behind the paragraph; a mark of one's own follows in the
        run, and the footnote begins with it.
        """
        note = self._notes[kind].get(attribute_of(element, "id") or "")
        if note is None or self._is_in_note:
            return ""
        gap = " " if self._is_behind_call else ""
        text = self._note(note)
        if is_on(element, "customMarkFollows", is_attribute=True):
            self._called.append((text, "footnote"))
            return ""
        self._count += 1
        mark = str(self._count).translate(SUPERSCRIPT)
        self._called.append((f"{mark} {text}", "footnote"))
        self._is_behind_call = True
        return gap + mark

    def _note(self, note: Element) -> str:
        """The text of a footnote or comment on one line."""
        self._is_in_note = True
        paragraphs = [self._text(p) for p in note.iter() if tag_name(p) == "p"]
        self._is_in_note = False
        return " ".join(paragraphs)

    def _comment(self, element: Element) -> None:
        """A comment, which stands behind the paragraph with the name of its author."""
        note = self._notes["comment"].get(attribute_of(element, "id") or "")
        if note is None or self._is_in_note:
            return
        author = author_of(note)
        text = self._note(note)
        self._called.append((f"{author}: {text}" if author else text, "comment"))


def _header_text(header: Element) -> str:
    """The words of a page header, without the names of its fields."""
    parts = (part for part in header.iter() if tag_name(part) in ("t", "tab", "p"))
    return "".join(part.text or " " for part in parts)
