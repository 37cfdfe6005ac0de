"""Word documents (WordprocessingML, ECMA-376-1): paragraphs with their computed numbers, footnotes, tables,
text boxes, tracked changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from resdiff.core.errors import InputError
from resdiff.core.model import BlockKind, ListPlace, SourceText
from resdiff.core.wording import counted
from resdiff.readers.changes import Changes
from resdiff.readers.markup import Archive, Element, attribute_of, child, children, tag_name
from resdiff.readers.numbering import Numbering
from resdiff.readers.source_builder import RAISED, SUPERSCRIPT, SourceBuilder

_INSERTED, _DELETED = ("ins", "moveTo"), ("del", "moveFrom")
_TRANSPARENT = frozenset(
    "hyperlink smartTag sdt sdtContent fldSimple customXml"
    " bdo dir ruby rubyBase Choice AlternateContent".split()
)
"""Elements within a paragraph whose content belongs to it."""
_BLOCKS = frozenset(
    "sdt sdtContent customXml body txbxContent Choice AlternateContent ins moveTo del moveFrom".split()
)
_OFF = ("0", "false", "off", "none")


def read_docx(archive: Archive, name: str, changes: Changes = "accept") -> SourceText:
    """The text of a Word document; `name` is used in errors.

    Raises InputError for what is broken, too large or holds no text.
    """
    document = archive.xml("word/document.xml")
    body = child(document, "body")
    if body is None:
        raise InputError(
            f"{name} is not a complete Word document", "it has no body: open it in Word and save it again"
        )
    return _Reader(archive, name, changes).read(body)


def docx_has_changes(archive: Archive) -> bool:
    """Whether a Word document has tracked changes in its text."""
    document = archive.xml("word/document.xml")
    return document is not None and any(tag_name(one) in (*_INSERTED, *_DELETED) for one in document.iter())


_NOTE_STYLES = frozenset(("Footnote", "FootnoteText", "EndnoteText"))
"""Styles of footnotes that stand among the paragraphs."""


class _Reader:
    """Reads one document."""

    def __init__(self, archive: Archive, name: str, changes: Changes) -> None:
        self._archive = archive
        self._builder = SourceBuilder(name)
        self._changes = changes
        self._numbering = Numbering(archive.xml("word/numbering.xml"), archive.xml("word/styles.xml"))
        self._notes = {
            kind: {
                number: note
                for note in children(archive.xml(f"word/{kind}s.xml"), kind)
                if (number := attribute_of(note, "id"))
            }
            for kind in ("footnote", "endnote")
        }
        self._count = 0
        self._symbols = 0
        self._is_in_note = False
        self._is_behind_call = False
        self._carried = ""
        self._kind: BlockKind = "text"
        self._called: list[tuple[str, str]] = []
        self._boxes: list[Element] = []
        self._place: ListPlace | None = None
        """Where the paragraph that is read stands in a list."""

    def read(self, body: Element) -> SourceText:
        """The text of the body, below the header of its first page."""
        header = _first_header(self._archive, body)
        if header is not None:
            self._read_blocks(header)
            self._end()
        self._read_blocks(body)
        self._end()
        if self._symbols:
            signs = counted(self._symbols, "sign")
            self._builder.warnings.append(f"{signs} of special fonts could not be read, shown as \ufffd")
        return self._builder.built()

    def _read_blocks(self, parent: Element) -> None:
        for element in parent:
            name = tag_name(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                for row in children(element, "tr"):
                    marks = child(row, "trPr")
                    if not self._is_left_out(
                        child(marks, "ins") is not None, child(marks, "del") is not None
                    ):
                        for cell in children(row, "tc"):
                            self._read_blocks(cell)
            elif name in _BLOCKS and not self._is_left_out(name in _INSERTED, name in _DELETED):
                self._read_blocks(element)

    def _is_left_out(self, is_put_in: bool, is_taken_out: bool) -> bool:
        return (is_taken_out and self._changes == "accept") or (is_put_in and self._changes == "reject")

    def _paragraph(self, element: Element) -> None:
        """A paragraph; where its mark was taken out, or not yet put in, it goes on with the next."""
        properties = child(element, "pPr")
        marks = child(properties, "rPr")
        is_put_in, is_taken_out = (
            any(child(marks, name) is not None for name in names) for names in (_INSERTED, _DELETED)
        )
        goes_on = self._is_left_out(is_put_in, is_taken_out)
        text = self._text(element)
        if not text.strip() and goes_on:
            return
        style = child(properties, "pStyle")
        self._kind = (
            "footnote" if style is not None and attribute_of(style, "val") in _NOTE_STYLES else "text"
        )
        label = "" if self._carried or not text.strip() else self._numbering.label(properties)
        self._place = self._numbering.place if label else None if not self._carried else self._place
        self._carried += f"{label} {text}" if label else text
        if not goes_on:
            self._end()

    def _end(self) -> None:
        """Ends the paragraph: it becomes a block, with its footnotes and text boxes behind it."""
        text, self._carried = self._carried, ""
        self._is_behind_call = False
        self._builder.add(text, self._kind, place=self._place)
        called, self._called = self._called, []
        for mark, note in called:
            self._builder.add(f"{mark} {note}", "footnote")
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
            elif name in _INSERTED or name in _DELETED:
                if not self._is_left_out(name in _INSERTED, name in _DELETED):
                    yield self._tracked(self._text(element), name in _INSERTED)
            elif name in _TRANSPARENT:
                yield from self._pieces(element)
            elif name in ("oMath", "oMathPara"):
                yield "".join(inner.text or "" for inner in element.iter() if tag_name(inner) == "t")

    def _tracked(self, text: str, is_put_in: bool) -> str:
        """Words that were put in or taken out, between signs where both are shown."""
        if self._changes != "both" or not text.strip(f" {RAISED}"):
            return text
        return f"{{+{text}+}}" if is_put_in else f"[-{text}-]"

    def _run(self, run: Element) -> Iterator[str]:
        properties = child(run, "rPr")
        if _is_on(properties, "vanish"):
            return
        raised = child(properties, "vertAlign")
        is_raised = raised is not None and attribute_of(raised, "val") == "superscript"
        for element in run:
            name = tag_name(element)
            if name in ("t", "delText"):
                text = element.text or ""
                self._is_behind_call = self._is_behind_call and not text
                yield text.translate(SUPERSCRIPT) if is_raised and text.strip().isdecimal() else text
            elif name in ("tab", "br", "cr"):
                yield " "
            elif name == "sym":
                self._symbols += 1
                yield "\ufffd"
            elif name == "noBreakHyphen":
                yield "\u2011"
            elif name in ("footnoteReference", "endnoteReference"):
                yield self._call(element, name.removesuffix("Reference"))
            elif name in ("AlternateContent", "pict", "drawing", "object"):
                self._boxes += _boxes_in(element)

    def _call(self, element: Element, kind: str) -> str:
        """The mark of a footnote, whose text is kept for the end of the paragraph."""
        note = self._notes[kind].get(attribute_of(element, "id") or "")
        if (
            note is None
            or self._is_in_note
            or attribute_of(element, "customMarkFollows") not in (None, *_OFF)
        ):
            return ""
        self._count += 1
        mark = str(self._count).translate(SUPERSCRIPT)
        gap = " " if self._is_behind_call else ""
        self._is_in_note = True
        paragraphs = [self._text(p) for p in note.iter() if tag_name(p) == "p"]
        self._is_in_note = False
        self._called.append((mark, " ".join(paragraphs)))
        self._is_behind_call = True
        return gap + mark


def _is_on(properties: Element | None, name: str) -> bool:
    switch = child(properties, name)
    return switch is not None and attribute_of(switch, "val") not in _OFF


def _first_header(archive: Archive, body: Element) -> Element | None:
    """The header of the first page, None where it has none (ECMA-376-1, 17.10.5 and 17.10.6)."""
    section = next((one for one in body.iter() if tag_name(one) == "sectPr"), None)
    shown = "first" if _is_on(section, "titlePg") else "default"
    for reference in children(section, "headerReference"):
        if attribute_of(reference, "type") == shown:
            return archive.related("word/document.xml", attribute_of(reference, "id"))
    return None


def _boxes_in(element: Element) -> list[Element]:
    """The text boxes in a drawing.

    Of a drawing that is told twice, for newer and older programs, the first.
    """
    if tag_name(element) == "AlternateContent":
        inner = next(iter(children(element, "Choice")), None)
        boxes = _boxes_in(inner) if inner is not None else []
        fallback = next(iter(children(element, "Fallback")), None)
        return boxes or (_boxes_in(fallback) if fallback is not None else [])
    if tag_name(element) == "txbxContent":
        return [element]
    return [box for inner in element for box in _boxes_in(inner)]
