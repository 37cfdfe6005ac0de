"""HTML: the visible text in paragraphs, lists with their numbers."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from lxml import etree, html

from resdiff.core.errors import InputError
from resdiff.core.model import BlockKind, ListPlace, SourceText
from resdiff.readers.changes import Changes, accepted
from resdiff.readers.html_changes import settle
from resdiff.readers.markup import Element, check_depth, tag_name
from resdiff.readers.numbering import number_text
from resdiff.readers.source_builder import RAISED, SUPERSCRIPT, SourceBuilder
from resdiff.readers.tables import is_data

_HIDDEN = frozenset(
    "script style head template noscript iframe object embed svg canvas audio video select option datalist"
    " textarea button input".split()
)
"""Elements of which nothing is read: their content is not shown, or is no text."""
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre search section"
    " summary table tbody td tfoot th thead tr ul".split()
)
_BREAKS = _BLOCKS | {"br"}
_REPORTS = frozenset(("brief", "blame", "cells", "charts"))
"""Classes of elements that stand in reports alone."""
_NOTES = frozenset(("doc-footnote", "doc-endnote"))
"""The roles of footnotes (W3C Digital Publishing WAI-ARIA)."""
_BREAK = "\v"
"""Stands for the end of a line until the paragraph is whole."""
_ITEM_BREAK = re.compile(r"\v\s*(?=(?:\(\w{1,4}\)|\d{1,3}\.)\s)")
"""Ends of lines behind which a number begins a paragraph."""
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n")
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SHOWN_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read_html(data: bytes, name: str, changes: Changes = "accept") -> SourceText:
    """The visible text of a page; `name` is used in errors, `changes` says what is made of marked changes.

    Raises InputError for what is nested too deeply or holds no text.
    """
    root = parsed_page(data, name)
    _refuse_report(root, name)
    main = _main_of(root)
    count = settle(main, changes)
    reader = _Reader(name)
    reader.read(main)
    if count and changes == "accept":
        reader.builder.warnings.append(accepted(count))
    return reader.builder.built()


def parsed_page(data: bytes, name: str) -> Element:
    """The elements of a page. Raises InputError for what is nested too deeply or holds no text."""
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_decoded(data), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise InputError(f"{name} holds no text", str(error).lower()) from None
    check_depth(root, name)
    return root


def _refuse_report(root: Element, name: str) -> None:
    """Raises InputError for a page that resdiff wrote about several texts: it is no resolution."""
    made_by = next(
        (one.get("content", "") for one in root.iter("meta") if one.get("name") == "generator"), ""
    )
    is_report = any(one.get("class") in _REPORTS for one in root.iter("div", "table", "section", "article"))
    is_report = is_report or any(one.get("data-weight") is not None for one in root.iter("article"))
    if made_by.startswith("resdiff") and is_report:
        raise InputError(f"{name} is a report that resdiff wrote", "give the texts that it is about")


def _main_of(root: Element) -> Element:
    """What a page holds itself, beside what it repeats on every page: its main element (HTML Living Standard,
    4.4.14), if it has one.
    """
    mains = [element for element in root.iter("main") if not _is_hidden(element)]
    return mains[0] if len(mains) == 1 and "".join(mains[0].itertext()).strip() else root


def _decoded(data: bytes) -> str:
    """The text of a page: UTF-8, the encoding that it names, Windows-1252 as a last resort.

    NUL characters are left out.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").replace("\x00", "")
    if data.startswith(BOM_UTF8):
        data = data[len(BOM_UTF8) :]
    charset = _CHARSET.search(data[:4096])
    for encoding in ("utf-8", charset[1].decode("ascii") if charset is not None else "cp1252", "cp1252"):
        try:
            return data.decode(encoding).replace("\x00", "")
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace").replace("\x00", "")


class _Reader:
    """Goes through the elements of a page in their order."""

    def __init__(self, name: str) -> None:
        self.builder = SourceBuilder(name)
        self._parts: list[str] = []
        self._depth = 0
        """How many lists are open."""
        self._label = ""
        self._labels: dict[Element, str] = {}
        """The numbers of the items of ordered lists."""
        self._kind: BlockKind = "text"

    def read(self, element: Element) -> None:
        """Reads an element with all that is in it."""
        name = tag_name(element)
        if not name or name in _HIDDEN or _is_hidden(element):
            self._parts.append(" " if name in _BLOCKS else "")
            return
        is_block = name in _BLOCKS or _SHOWN_AS_BLOCK.search(element.get("style") or "") is not None
        if is_block:
            self._end()
        if name == "br":
            self._break()
        if name == "ol":
            self._labels.update(_labels_of(element))
        if name == "li":
            self._label = self._labels.get(element, "")
        if element.get("role") in _NOTES and self._kind == "text":
            self._read_note(element)
            return
        if name == "sup" and (mark := "".join(element.itertext())).strip().isdecimal():
            gap = (
                " "
                if next((part for part in reversed(self._parts) if part), "").endswith(tuple(RAISED))
                else ""
            )
            self._parts.append(gap + mark.translate(SUPERSCRIPT))
            return
        if name == "table" and self._read_table(element):
            return
        if name == "pre":
            self._read_lines(element)
            return
        self._parts.append(element.text or "")
        self._depth += name in ("ol", "ul")
        for inner in element:
            self.read(inner)
            self._parts.append(inner.tail or "")
        if is_block:
            self._end()
        self._depth -= name in ("ol", "ul")

    def _read_table(self, table: Element) -> bool:
        """Reads the rows of a table; gives whether it holds data, else nothing was read."""
        rows = [
            [_visible(cell) for cell in row if tag_name(cell) in ("td", "th")]
            for row in table.iter("tr")
            if next(row.iterancestors("table")) is table
        ]
        if not is_data(rows) or not self.builder.has_text:
            return False
        self.builder.begin_table()
        for number, cells in enumerate(rows, start=1):
            self.builder.add_row(cells, number)
        return True

    def _read_note(self, element: Element) -> None:
        """Reads a footnote: what stands in it is no text of the page."""
        self._end()
        self._kind = "footnote"
        self.read(element)
        self._end()
        self._kind = "text"

    def _break(self) -> None:
        """Ends a line; a second time, with no letter between, the paragraph."""
        if next((part for part in reversed(self._parts) if part == _BREAK or part.strip()), "") == _BREAK:
            self._end()
        else:
            self._parts.append(_BREAK)

    def _read_lines(self, element: Element) -> None:
        """Reads text that is laid out by its lines: blank ones part the paragraphs."""
        self._end()
        for passage in _BLANK_LINES.split("".join(element.itertext())):
            self.builder.add(passage)

    def _end(self) -> None:
        """Ends a paragraph."""
        text, self._parts = "".join(self._parts), []
        for item in _ITEM_BREAK.split(text) if text.strip() else ():
            self.builder.add(
                f"{self._label} {item}", self._kind, place=ListPlace("", self._depth) if self._label else None
            )
            self._label = ""


def _visible(element: Element) -> str:
    """The visible text of an element."""
    if not tag_name(element) or tag_name(element) in _HIDDEN or _is_hidden(element):
        return ""
    inner = (f"{_visible(one)}{' ' if tag_name(one) in _BREAKS else ''}{one.tail or ''}" for one in element)
    return (element.text or "") + "".join(inner)


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or _INVISIBLE.search(element.get("style") or "") is not None


def _labels_of(parent: Element) -> Iterator[tuple[Element, str]]:
    """The items of an ordered list with their numbers, in the form of resolutions: '1.', '(a)', '(iv)'."""
    items = [one for one in parent if tag_name(one) == "li"]
    step = -1 if parent.get("reversed") is not None else 1
    started = _number(parent.get("start"))
    count = started if started is not None else len(items) if step < 0 else 1
    form = _FORMS.get(parent.get("type") or "", "decimal")
    for one in items:
        value = _number(one.get("value"))
        count = value if value is not None else count
        yield one, f"({number_text(count, form)})" if form != "decimal" and count > 0 else f"{count}."
        count += step


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() and len(text) < 7 else None
