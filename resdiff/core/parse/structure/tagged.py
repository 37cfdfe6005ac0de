"""Texts whose document says itself what each block is, as Akoma Ntoso does: parts, numbers, levels and notes
are taken as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from resdiff.core.lexicon import Lexicon
from resdiff.core.model import (
    Masthead,
    Matter,
    MatterKind,
    Opening,
    Paragraph,
    Part,
    Role,
    SourceBlock,
    StrippedSpan,
    Vote,
)
from resdiff.core.parse.facts.record import read_facts
from resdiff.core.parse.layout.blocks import Block, laid_out
from resdiff.core.parse.structure.builders import CLOSING_MARKS, closing_mark
from resdiff.core.parse.structure.conditions import LONGEST_HEADING, SECTION
from resdiff.core.parse.structure.endings import adoption_kind, annex_of, ending_kind
from resdiff.core.parse.structure.ids import Ids
from resdiff.core.parse.structure.labels import Label, read_arabic_item, read_label
from resdiff.core.parse.structure.openings import ENDS_ORGAN, guess_opening, opening_of

_DIGITS = re.compile(r"\d{1,6}")
_LETTERS = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"\S+")
_LETTER = re.compile(r"(?:[A-Z]|[IVX]{1,6})\.?")
"""The letter or Roman number of a section."""


class TaggedReader:
    """The pass over the blocks; `paragraphs` and `matter` hold what it found."""

    def __init__(self, lexicon: Lexicon | None) -> None:
        self.paragraphs: list[Paragraph] = []
        self.matter: list[Matter] = []
        self.head: list[Block] = []
        self.organ: str | None = None
        self.title: str | None = None
        self._lexicon = lexicon
        self._ids = Ids()
        self._open: list[Paragraph] = []
        """The paragraph that stands last, and those it hangs under."""
        self._calls: list[int] = []
        """Where in the paragraph that stands last the footnotes that come next are called."""
        self._ended: MatterKind | None = None
        self._annex = False

    def read(self, block: SourceBlock, folded: Block) -> None:
        """Takes in one block; `folded` is the same block with its text on one line."""
        if block.kind == "footnote":
            self._note(folded)
        elif block.kind == "row":
            self._row(folded)
        elif block.kind in ("furniture", "comment"):
            kind: MatterKind = "comment" if block.kind == "comment" else "furniture"
            self.matter.append(
                Matter(kind=kind, line=folded.line, text=folded.text, source=tuple(folded.spans))
            )
        elif block.role == "organ":
            self.matter.append(
                Matter(kind="organ", line=folded.line, text=folded.text, source=tuple(folded.spans))
            )
            self.organ = self.organ or folded.text.rstrip(ENDS_ORGAN)
        elif block.role == "record":
            begun = self._ended
            self._ended = (
                adoption_kind(folded.text) or "adoption" if begun is None else ending_kind(folded.text, begun)
            )
            self.matter.append(
                Matter(kind=self._ended, line=folded.line, text=folded.text, source=tuple(folded.spans))
            )
        elif block.role is None or block.role == "preface" or block.role == "title":
            self.head.append(folded)
            self.title = folded.text.rstrip(", ") if block.role == "title" else self.title
        else:
            self._paragraph(block.role, block, folded)

    def is_numbered(self, block: SourceBlock, folded: Block) -> bool:
        """Whether a block is an operative paragraph with a number."""
        if block.role != "operative":
            return False
        number = folded.text[: block.number or self._number_in("operative", folded.text)].strip()
        return number[:1].isdigit() or (number[:1].isalpha() and number[-1:].isdigit())

    def as_it_is(self, block: SourceBlock, folded: Block, is_first: bool, heads: bool) -> SourceBlock:
        """A block of a numbered operative part whose document takes it for a paragraph of that part, as what
        it is: headings have no number or a letter, no verb and no sign at their end; what ends as a
        preambular paragraph before the first number is one; what else has no number, or one of another form,
        hangs under the paragraph before it; signs alone are no text.

        `is_first` says that it stands before the first number, `heads` that a number comes next.
        """
        text, number = folded.text, folded.text[: block.number].strip()
        if not any(map(str.isalnum, text)):
            return block._replace(kind="furniture")
        if not any(map(str.isalpha, text)):
            return block
        if number and _LETTER.fullmatch(number) is None:
            return block._replace(level=self._level_of(number))
        end, words = closing_mark(text), text[block.number :].lstrip()
        if end == "," and not number and is_first:
            return block._replace(role="preamble")
        has_verb = opening_of(words, self._lexicon) is not None
        ends_as_heading = end not in CLOSING_MARKS or (end == ":" and heads and not has_verb)
        if len(text) <= LONGEST_HEADING and ends_as_heading and (heads or not has_verb):
            return block._replace(role="heading")
        if is_first or number:
            return block
        item = read_label(text) or read_arabic_item(text)
        size = item.length if item is not None and item.kind == "letter" else 0
        return block._replace(level=self._level_of(text[:size]) if size else 2, number=size)

    def _level_of(self, number: str) -> int:
        """The level of an item by the form of its number: as deep as the last one of that form, else one
        deeper than what stands before it.
        """
        form = _form_of(number)
        forms = [_form_of(paragraph.label or "") for paragraph in self._open]
        return forms.index(form, 1) + 1 if form in forms[1:] else len(forms) + 1

    def _note(self, folded: Block) -> None:
        """A footnote, which hangs on the paragraph before it by the mark it begins with."""
        match = _MARK.match(folded.text)
        mark = match[0].rstrip(".)") if match is not None else None
        place = self.paragraphs[-1] if self.paragraphs else None
        self.matter.append(
            Matter(
                kind="footnote",
                line=folded.line,
                text=folded.text,
                source=tuple(folded.spans),
                mark=mark,
                paragraph=place.id if place is not None else None,
            )
        )
        if place is not None and mark is not None:
            called = self._calls.pop(0) if self._calls else len(place.text)
            self.paragraphs[-1] = replace(
                place, marks=(*place.marks, mark), mark_places=(*place.mark_places, called)
            )

    def _row(self, folded: Block) -> None:
        """A row of a table."""
        self.paragraphs.append(
            Paragraph(
                id=self._ids.next_row(folded.place),
                part="table",
                label=None,
                level=1,
                parent=None,
                line=folded.line,
                text=folded.text,
                source=tuple(folded.spans),
            )
        )

    def _paragraph(self, part: Part, block: SourceBlock, folded: Block) -> None:
        size = block.number or self._number_in(part, folded.text)
        label = label_from(folded.text[:size].rstrip()) if size else None
        text = folded.text[size:].lstrip()
        number = len(folded.text) - len(text)
        if part == "heading":
            self._heading(folded.text, folded.text[: block.number])
            label, text, number = None, folded.text, 0
        elif part == "annex" and not self._annex:
            self._ids.begin_annex("")
            self._annex = True
        above = self._open[: block.level - 1] if part != "heading" else []
        parent = above[-1] if above else None
        level = parent.level + 1 if parent is not None else 1
        name = self._ids.next(part, label, parent.id if parent is not None else None, level)
        opening = self._opening(text, part, level)
        start = folded.spans[0][0]
        stripped: tuple[StrippedSpan, ...] = (("number", start, start + size),) if label is not None else ()
        made = Paragraph(
            id=name,
            part=part,
            label=label.printed if label is not None else None,
            level=level,
            parent=parent.id if parent is not None else None,
            line=folded.line,
            text=text,
            source=tuple(folded.spans),
            opening=opening,
            stripped=stripped,
        )
        self.paragraphs.append(made)
        self._calls = [max(call - number, 0) for call in block.calls]
        if part != "heading":
            self._open = [*above, made]

    def _number_in(self, part: Part, text: str) -> int:
        """The characters of a number that an operative paragraph bears in its text, where the document does
        not set it apart.
        """
        label = read_label(text) if part == "operative" else None
        if label is None or label.kind != "number" or label.start:
            return 0
        is_verb = opening_of(text[label.length :], self._lexicon, ("operative",)) is not None
        return len(text[: label.length].rstrip()) if is_verb else 0

    def _heading(self, text: str, number: str) -> None:
        annex, section = annex_of(text), SECTION.fullmatch(number.strip() or text)
        if annex is not None:
            self._ids.begin_annex(annex)
            self._annex = True
        elif section is not None:
            self._ids.section = section[1]

    def _opening(self, text: str, part: Part, level: int) -> Opening | None:
        if part in ("heading", "body"):
            return None
        opening = opening_of(text, self._lexicon)
        if opening is not None or level > 1 or part not in ("preamble", "operative"):
            return opening
        role: Role = "operative" if part == "operative" else "preambular"
        return guess_opening(text, self._lexicon, role)


def _form_of(number: str) -> str:
    """The kind of a number, any digits as 1 and any letters as a, without its signs: '1' for '(12)'."""
    return _LETTERS.sub("a", _DIGITS.sub("1", number)).strip(" ().-–")


def label_from(number: str) -> Label:
    """The label that a document sets apart, whatever its form."""
    label = read_label(f"{number} X")
    if label is not None and label.length > len(number) and not label.start:
        return label
    printed = number.rstrip(".") or number
    digits = _DIGITS.search(number)
    if digits is not None:
        return Label(printed, len(number), "number", digits[0])
    letters = "".join(filter(str.isalnum, number))
    return Label(printed, len(number), "letter" if letters else "dash", letters)


def read_tagged(
    blocks: Sequence[SourceBlock], source: str, lexicon: Lexicon | None
) -> tuple[list[Paragraph], list[Matter], Masthead, Vote | None]:
    """The paragraphs, the matter, the facts and the vote of a document that says what each of its blocks
    is.
    """
    marked = TaggedReader(lexicon)
    ordered = sorted(blocks, key=lambda block: block.spans[0])
    pairs = list(zip(ordered, laid_out(source, ordered), strict=True))
    is_numbered = [marked.is_numbered(block, folded) for block, folded in pairs]
    has_numbers = True in is_numbered
    first = is_numbered.index(True) if has_numbers else 0
    for place, (block, folded) in enumerate(pairs):
        is_loose = has_numbers and not is_numbered[place] and block.role == "operative"
        if is_loose and block.level == 1:
            heads = place + 1 < len(pairs) and is_numbered[place + 1]
            block = marked.as_it_is(block, folded, place < first, heads)
        marked.read(block, folded)
    record = [m.text for m in marked.matter if m.kind in ("vote", "adoption")]
    facts, above, vote = read_facts(marked.head, marked.organ, record)
    if facts.title is None and marked.title is not None:
        facts = replace(facts, title=marked.title)
        above = [replace(m, kind="title") if m.text == marked.title else m for m in above]
    return marked.paragraphs, above + marked.matter, facts, vote
