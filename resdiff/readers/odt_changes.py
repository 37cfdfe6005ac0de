"""Tracked changes of an OpenDocument text (ODF 1.3, part 3, 5.5): regions that were put in stand in the text
between two marks, what was taken out stands apart and a mark says where it stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from resdiff.readers.changes import Changes
from resdiff.readers.docx_changes import PendingChanges
from resdiff.readers.markup import Element, attribute_of, child, tag_name
from resdiff.readers.tracked import TrackedSigns, plain

NEXT_PARAGRAPH = "\n"
"""Stands in what was taken out where a paragraph ended."""
_PARAGRAPHS = ("p", "h")


class _Region(NamedTuple):
    """A change: who made it and when, and of a deletion its paragraphs."""

    is_deletion: bool
    author: str
    at: str | None
    paragraphs: list[Element]


class OdtChanges:
    """The changes of one text, followed while it is read from its beginning."""

    def __init__(
        self, body: Element, changes: Changes, signs: TrackedSigns, read: Callable[[Element], str]
    ) -> None:
        """`signs` mark the words by author, `read` gives the words of a paragraph."""
        self._changes, self._signs, self._read = changes, signs, read
        self._regions = _regions(body)
        self._open: list[str] = []
        self._given: set[str] = set()
        """The deletions whose words were given: one that names itself is read once."""

    @property
    def leaves_out(self) -> bool:
        """Whether what is read now was put in and the changes are rejected."""
        return bool(self._open) and self._changes == "reject"

    def pending(self) -> PendingChanges:
        """How many changes there are, and whose."""
        authors = dict.fromkeys(region.author for region in self._regions.values() if region.author)
        return PendingChanges(len(self._regions), tuple(authors), ())

    def words(self, text: str) -> str:
        """Words of the text as the changes are read, with the signs of whoever put them in; an end of line in
        them is a blank.
        """
        text = plain(text).replace(NEXT_PARAGRAPH, " ")
        region = self._regions.get(self._open[-1]) if self._open else None
        if region is None or not text:
            return text
        if self._changes == "reject":
            return ""
        marked = self._signs.mark(text, region.author, region.at, is_deleted=False)
        return f"{{+{marked}+}}" if self._changes == "both" and text.strip() else marked

    def at_mark(self, mark: Element) -> str:
        """What stands at a mark: nothing where a region begins or ends; what was taken out there, its
        paragraphs parted by `NEXT_PARAGRAPH`.
        """
        name, number = tag_name(mark), attribute_of(mark, "change-id") or ""
        region = self._regions.get(number)
        if name == "change-start" and region is not None and not region.is_deletion:
            self._open.append(number)
        elif name == "change-end" and number in self._open:
            self._open.remove(number)
        elif name == "change" and region is not None and number not in self._given:
            if self._changes == "accept":
                return ""
            self._given.add(number)
            pieces = [self._taken_out(self._read(one), region) for one in region.paragraphs]
            return NEXT_PARAGRAPH.join(pieces)
        return ""

    def _taken_out(self, text: str, region: _Region) -> str:
        marked = self._signs.mark(text, region.author, region.at, is_deleted=True)
        return f"[-{marked}-]" if self._changes == "both" and text.strip() else marked


def odt_has_changes(body: Element, marks: HandMarks) -> bool:
    """Whether words were put in or taken out, or are marked so by hand."""
    return bool(_regions(body)) or any(marks.kind_of(one) for one in body.iter())


class HandMarks:
    """The styles with which words are marked by hand: struck through, and underlined where others are struck
    through (ODF 1.3, part 3, 20.373 and 20.380).
    """

    def __init__(self, roots: Sequence[Element | None], body: Element) -> None:
        self._struck, underlined = set[str](), set[str]()
        for root in roots:
            for style in (one for one in root.iter() if tag_name(one) == "style") if root is not None else ():
                looks = child(style, "text-properties")
                for name, styles in (("line-through", self._struck), ("underline", underlined)):
                    if looks is not None and (attribute_of(looks, f"text-{name}-style") or "none") != "none":
                        styles.add(attribute_of(style, "name") or "")
        is_used = any(attribute_of(one, "style-name") in self._struck for one in body.iter())
        self._underlined = underlined if is_used else set[str]()

    def kind_of(self, element: Element) -> str:
        """What is marked by the style of a span, or of a paragraph that is struck through as a whole: 'taken
        out', 'put in', '' for neither.
        """
        name = tag_name(element)
        style = attribute_of(element, "style-name") if name in ("span", *_PARAGRAPHS) else None
        if style in self._struck:
            return "taken out"
        return "put in" if name == "span" and style in self._underlined else ""


def _regions(body: Element) -> dict[str, _Region]:
    """The changes of words by their ids; those of looks alone are none."""
    regions: dict[str, _Region] = {}
    changes = child(body, "tracked-changes")
    for changed in changes if changes is not None else ():
        for kind in (one for one in changed if tag_name(one) in ("insertion", "deletion")):
            info = child(kind, "change-info")
            author, at = (_words(info, name) for name in ("creator", "date"))
            number = attribute_of(changed, "id") or ""
            paragraphs = list(_paragraphs(kind))
            regions[number] = _Region(tag_name(kind) == "deletion", author, at or None, paragraphs)
    return regions


def _paragraphs(element: Element) -> Iterator[Element]:
    """The paragraphs below an element, without those of a remark on the change and of notes within."""
    for one in element:
        if tag_name(one) in _PARAGRAPHS:
            yield one
        elif tag_name(one) != "change-info":
            yield from _paragraphs(one)


def _words(info: Element | None, name: str) -> str:
    one = child(info, name) if info is not None else None
    return " ".join("".join(one.itertext()).split()) if one is not None else ""
