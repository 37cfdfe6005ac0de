"""A comparison written into the user's own Word document, and read again before it is handed out: accepted it
must be the revised text, without the new changes the base text.
"""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from resdiff.core.compare import Change, Comparison
from resdiff.core.compare.proposals import authors_of
from resdiff.core.errors import InputError
from resdiff.core.model import Resolution, VersionOrigin
from resdiff.core.wording import counted
from resdiff.readers.docx_changes import DELETED, holds_struck
from resdiff.readers.docx_parts import document_part
from resdiff.readers.docx_tables import holds_data
from resdiff.readers.formats import ZIP
from resdiff.readers.markup import Archive, Element, attribute_of, child, tag_name
from resdiff.render.formats import WriteOptions
from resdiff.render.views.labels import heading
from resdiff.render.views.xml import allowed
from resdiff.render.word.own_file import DocumentPlace, OwnFile, mark_title, places_of, stands_apart
from resdiff.render.word.own_rows import rows_in
from resdiff.render.word.signs import Author, w
from resdiff.workspace.redline_check import RedlineReadings, check_redline, checked_redline
from resdiff.workspace.sources import bytes_of
from resdiff.workspace.texts import parse_bytes, read_bytes

_BLOCKS = frozenset("sdt sdtContent customXml body ins moveTo tr tc".split())
_NAME = "the Word file"
_VIEW = re.compile(rb"<w:revisionView\b[^>]*/>")
"""Which marks the file shows when it is opened (ECMA-376-1, 17.15.1.69): a redline shows all of its own."""
_OTHER_KINDS = re.compile(rb"macroEnabled|wordprocessingml\.template")
_OF_MASTHEAD = ("masthead", "organ", "adoption")


class OwnRedline(NamedTuple):
    """The document, and what of the comparison it does not show."""

    data: bytes
    has_marks: bool
    not_carried: tuple[str, ...]


def redline_in_file(data: bytes, comparison: Comparison, options: WriteOptions) -> OwnRedline | None:
    """The changes of a comparison in the document from which its base text was read, changes accepted.

    None where they cannot be marked in it so that the document, read again, is either text. Where only its
    title or the rows of its tables would not be, these are left as they are.
    """
    return _marked(data, comparison, options, True) or _marked(data, comparison, options, False)


def _marked(data: bytes, comparison: Comparison, options: WriteOptions, is_all: bool) -> OwnRedline | None:
    """The same with the title and the rows of tables, or without them."""
    archive = Archive(data, _NAME)
    part = document_part(archive) or ""
    root = archive.xml(part)
    body = child(root, "body")
    if root is None or body is None:
        return None
    elements = list(_paragraphs(body))
    places = places_of(comparison.base.paragraphs, elements)
    if not places or holds_struck(root):
        return None  # words struck through by hand would stand in the accepted text
    attributes = {w("author"): allowed(options.author)} | ({w("date"): options.date} if options.date else {})
    author = Author(attributes, itertools.count(_first_free_id(root)), [])
    rows = list(body.iterfind(f".//{w('tbl')}//{w('tr')}")) if is_all else []
    own = OwnFile(comparison, places, rows_in(comparison.base.paragraphs, rows), author)
    if not own.write():
        return None
    titles = _titles(comparison) if is_all else None
    has_title = titles is not None and mark_title(*titles, elements, author)
    try:
        made = _with_document(data, part, root)
        _leave_out(root, set(map(str, author.made)))
        taken_back = _with_document(data, part, root)
        readings = RedlineReadings(*(parse_bytes(one, _NAME, _NAME) for one in (made, taken_back)))
    except InputError:  # a part that no reader needs is broken or too large, or what was made is no text
        return None
    if not readings.are_texts(comparison) or (is_all and not readings.have_rows(comparison, own.rows_left)):
        return None
    if has_title and (readings.rejected.masthead.title, readings.accepted.masthead.title) != titles:
        return None
    carried = ("title",) if has_title else ()
    numbers = _numbers_missing(readings.accepted, comparison.revised)
    missing = (*_not_carried(comparison, places, own, carried), *numbers)
    return OwnRedline(made, bool(author.made), missing)


def _paragraphs(parent: Element) -> Iterator[Element]:
    """The paragraphs of the body, as the reader goes through them; those in the cells of a table that lays
    out a page among them.
    """
    for element in parent:
        name = tag_name(element)
        if name == "p":
            yield element
        elif name in _BLOCKS or (name == "tbl" and not holds_data(element, _is_taken_out)):
            yield from _paragraphs(element)


def _is_taken_out(element: Element) -> bool:
    return tag_name(element) in DELETED


def _first_free_id(root: Element) -> int:
    ids = (attribute_of(element, "id") or "" for element in root.iter() if isinstance(element.tag, str))
    return max((int(one) for one in ids if one.isdecimal() and len(one) < 10), default=0) + 1


def _with_document(data: bytes, document: str, root: Element) -> bytes:
    """The archive with another document in it; the same bytes each time. Raises InputError for parts that are
    too large.
    """
    out = io.BytesIO()
    parts = Archive(data, _NAME)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, info in {info.filename: info for info in old.infolist()}.items():
            content = (
                etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
                if name == document
                else parts.part(name)
            )
            if content is not None and name.endswith("/settings.xml"):
                content = _VIEW.sub(b"", content)
            if content is not None:
                new.writestr(zipfile.ZipInfo(name, info.date_time), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _leave_out(root: Element, ids: set[str]) -> None:
    """Takes the changes of these ids back."""
    for element in list(root.iter(w("ins"), w("del"))):
        if attribute_of(element, "id") not in ids:
            continue
        parent = element.getparent()
        if tag_name(element) == "del":
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


def _titles(comparison: Comparison) -> tuple[str, str] | None:
    """Both titles, where they differ."""
    for change in comparison.counted_matter_changes:
        if change.kind == "title" and change.base and change.revised:
            return change.base, change.revised
    return None


def _not_carried(
    comparison: Comparison, places: Mapping[int, DocumentPlace], own: OwnFile, carried: Sequence[str]
) -> Iterator[str]:
    """What changed and stays as it is in the document: what stands beside the paragraphs, rows of tables that
    cannot be marked, and the notes of paragraphs that moved.
    """
    kinds = [change.kind for change in comparison.counted_matter_changes if change.kind not in carried]
    for kind in dict.fromkeys(kinds):
        yield counted(kinds.count(kind), kind) if kinds.count(kind) > 1 else kind
    others = [c.kind for c in comparison.uncounted_matter_changes if c.kind in _OF_MASTHEAD]
    if others:
        yield f"{counted(len(others), 'line')} of the masthead (symbol, dates, session)"
    ids = [heading(c, comparison) for c in comparison.changes if _has_other_notes(c, comparison)]
    if ids:
        yield f"the footnotes of {', '.join(ids)}"
    left = dict.fromkeys(map(id, own.rows_left))
    rows = [heading(c, comparison) for c in comparison.changes if id(c) in left]
    if rows:
        yield f"{counted(len(rows), 'row')} of tables ({', '.join(rows)})"
    for change in (c for c in comparison.changes if c.base and c.revised and stands_apart(c)):
        for place in change.base:
            element = places[place].element if place in places else None
            if element is not None and next(element.iter(w("footnoteReference")), None) is not None:
                yield f"the footnote of {comparison.base.paragraphs[place].id}, which moved"


def _numbers_missing(made: Resolution, revised: Resolution) -> Iterator[str]:
    """The paragraphs that have a number in the revised text, and none in the document, changes accepted."""
    one, two = (
        [paragraph for paragraph in text.paragraphs if paragraph.part not in ("table", "heading")]
        for text in (made, revised)
    )
    ids = [new.id for old, new in zip(one, two, strict=False) if new.label and not old.label]
    if ids and len(one) == len(two):
        yield f"the numbers before {', '.join(ids)}"


def _has_other_notes(change: Change, comparison: Comparison) -> bool:
    """Whether paragraphs have more footnotes in one text than in the other."""
    old, new = (
        sum(len(text.paragraphs[place].marks) for place in places)
        for text, places in ((comparison.base, change.base), (comparison.revised, change.revised))
    )
    return old != new and bool(change.revised)


def _own_document(comparison: Comparison, base: str, store: str | None) -> bytes | None:
    """The Word document of the base text; None where it is of another kind, or came from standard input."""
    if isinstance(comparison.base.origin, VersionOrigin):
        data = bytes_of(comparison.base, store)
    elif Path(base).is_file():
        data = read_bytes(base)
    else:
        return None
    is_word = data.startswith(ZIP) and document_part(Archive(data, _NAME)) is not None
    return data if is_word else None


def _is_document(data: bytes) -> bool:
    """Whether a copy of a Word file opens under the name of a .docx: that of one with macros, or of a
    template, does not (ECMA-376-1, 11.3.10).
    """
    types = Archive(data, _NAME).part("[Content_Types].xml") or b""
    return _OTHER_KINDS.search(types) is None


def _unnamed(comparison: Comparison, options: WriteOptions) -> Iterator[str]:
    """That the authors of changes from which the texts were read are not those of the changes written."""
    names = authors_of(comparison)
    if names and names != [options.author]:
        by = f"names '{options.author}' (--author) as the author of all changes written now"
        yield f"the Word file {by}, also of what {', '.join(names)} proposed"


def redline(
    comparison: Comparison, base: str, revised: str | None, options: WriteOptions, store: str | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """A comparison as a Word file with tracked changes, and what the reader must know of it.

    Where `base` is a Word document, a file or a version of the store, it is a copy of it; with no `revised`
    text the file has the changes already. Else, and where they cannot be marked in it, it is a new file.
    Raises InputError as `check_redline` does.
    """
    data = _own_document(comparison, base, store)
    if data is not None and revised is None and not isinstance(comparison.base.origin, VersionOrigin):
        check_redline(data, comparison)
        return data, ()
    own = redline_in_file(data, comparison, options) if data is not None and _is_document(data) else None
    lines: list[str] = []
    if data is not None and own is None:
        line = f"the changes cannot be marked in '{base}' itself: a new file has them, without its header,"
        lines.append(f"{line} tables, comments and other people's changes")
    if own is not None and not own.has_marks:
        lines.append(f"nothing is marked in the copy of '{base}': its paragraphs did not change")
    if own is not None and own.not_carried:
        lines.append(f"the copy of '{base}' does not show what changed in: {', '.join(own.not_carried)}")
    made = own.data if own is not None else checked_redline(comparison, options)
    return made, (*lines, *_unnamed(comparison, options))
