"""A comparison written into the user's own Word document, and read again before it is handed out: accepted it
must be the revised text, without the new changes the base text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from resdiff.core.compare import Comparison, MatterChange
from resdiff.core.compare.proposals import authors_of
from resdiff.core.errors import InputError
from resdiff.core.model import VersionOrigin
from resdiff.readers.docx_changes import holds_struck
from resdiff.readers.docx_parts import document_part
from resdiff.readers.formats import ZIP
from resdiff.readers.markup import Archive
from resdiff.render.formats import WriteOptions
from resdiff.render.views.xml import allowed
from resdiff.render.word.own_file import OwnFile
from resdiff.render.word.own_notes import OwnNotes
from resdiff.render.word.own_places import DocumentPlace, mark_line, places_of
from resdiff.render.word.own_rows import rows_in
from resdiff.render.word.signs import Author, w
from resdiff.workspace.not_carried import changed_lines, not_carried
from resdiff.workspace.own_document import OwnDocument, paragraphs_in
from resdiff.workspace.redline_check import RedlineReadings, check_redline, checked_redline
from resdiff.workspace.sources import bytes_of
from resdiff.workspace.texts import parse_bytes, read_bytes

_NAME = "the Word file"
_OTHER_KINDS = re.compile(rb"macroEnabled|wordprocessingml\.template")


class OwnRedline(NamedTuple):
    """The document, and what of the comparison it does not show."""

    data: bytes
    has_marks: bool
    not_carried: tuple[str, ...]


def redline_in_file(data: bytes, comparison: Comparison, options: WriteOptions) -> OwnRedline | None:
    """The changes of a comparison in the document from which its base text was read, changes accepted.

    None where they cannot be marked in it so that the document, read again, is either text. Where only the
    lines above the paragraphs or the rows of tables would not be, these are left as they are.
    """
    return (
        _marked(data, comparison, options, has_lines=True, has_rows=True)
        or _marked(data, comparison, options, has_lines=False, has_rows=True)
        or _marked(data, comparison, options, has_lines=False, has_rows=False)
    )


def _marked(
    data: bytes, comparison: Comparison, options: WriteOptions, *, has_lines: bool, has_rows: bool
) -> OwnRedline | None:
    """The same with the lines and the rows, or without them."""
    try:
        document = OwnDocument(data)
    except ValueError:
        return None
    elements = list(paragraphs_in(document.body))
    base = comparison.base.paragraphs
    places = places_of(base, elements)
    if not places or holds_struck(document.root):
        return None  # words struck through by hand would stand in the accepted text
    attributes = {w("author"): allowed(options.author)} | ({w("date"): options.date} if options.date else {})
    author = Author(attributes, itertools.count(document.first_free_id()), [])
    rows = list(document.body.iterfind(f".//{w('tbl')}//{w('tr')}")) if has_rows else []
    notes = OwnNotes(document.notes, author)
    own = OwnFile(comparison, places, rows_in(base, rows), notes, author)
    if not own.write():
        return None
    notes.put_in_order(document.root)
    lines = _mark_lines(comparison, document, places, author) if has_lines else []
    try:
        made = document.bytes()
        document.take_back(frozenset(map(str, author.made)))
        readings = RedlineReadings(*(parse_bytes(one, _NAME, _NAME) for one in (made, document.bytes())))
    except InputError:  # a part that no reader needs is broken or too large, or what was made is no text
        return None
    if not readings.are_texts(comparison) or (has_rows and not readings.have_rows(comparison, own.rows_left)):
        return None
    if not readings.have_lines(lines):
        return None
    missing = tuple(not_carried(comparison, readings.accepted, places, own, lines))
    return OwnRedline(made, bool(author.made), missing)


def _mark_lines(
    comparison: Comparison, document: OwnDocument, places: Mapping[int, DocumentPlace], author: Author
) -> list[MatterChange]:
    """Marks what changed in the lines above and below the paragraphs, in the body and in each header; gives
    those that are marked.
    """
    taken = {id(place.element) for place in places.values()}
    parts = [
        [element for element in paragraphs_in(part) if id(element) not in taken]
        for part in (document.body, *document.headers)
    ]
    marked = []
    for change in changed_lines(comparison):
        for old, new in _readings_of(change, comparison):
            are_in_parts = [mark_line(old, new, part, author) for part in parts]
            if any(are_in_parts):
                marked.append(change)
                break
    return marked


def _readings_of(change: MatterChange, comparison: Comparison) -> Iterator[tuple[str, str]]:
    """What stands in the document for a line that changed: a title with its number, where both have one, or
    without it.
    """
    texts = (comparison.base, comparison.revised)
    lines = [[one.text for one in text.matter if one.kind == "title"] for text in texts]
    if (
        change.kind == "title"
        and all(text.masthead.number for text in texts)
        and len(lines[0]) == len(lines[1]) == 1
    ):
        yield lines[0][0], lines[1][0]
    if change.base and change.revised:
        yield change.base, change.revised


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
