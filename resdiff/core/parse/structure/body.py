"""Blocks below the masthead -> paragraphs with their part, label, level and parent, and the matter among
them.

One pass: each block is classified in the light of what stands open before it. It goes on with the last
paragraph, or it is an organ line, the record of adoption, an annex, a numbered paragraph, a sub-paragraph, a
heading, or a paragraph by its opening.
"""

from __future__ import annotations

from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Matter, MatterKind, Opening, Part
from resdiff.core.parse.layout.blocks import Block, one_line
from resdiff.core.parse.layout.furniture import as_notes, is_page_sign, number_of
from resdiff.core.parse.structure.builders import CLOSING, Draft, ending_of
from resdiff.core.parse.structure.endings import adoption_kind, annex_of, ending_kind, find_glued_ending
from resdiff.core.parse.structure.ids import Ids
from resdiff.core.parse.structure.labels import Label, Levels, read_bare_number, read_label
from resdiff.core.parse.structure.openings import guess_opening, opening_of, organ_of
from resdiff.core.patterns import lazy

_ENDS_ITEM = lazy(r"[,;] (?:and|or)$")
SECTION = lazy(r"([IVXL]{1,6}|[A-Z])\.?(?:\s+[A-Z“\"].*)?")
"""The heading of a numbered section: 'II', 'B. Funds'."""
_SECTION_WORDS = lazy(r"[IVX]{1,6}\.? [A-Z][a-z]+ [^;]*$")
_LABEL_ALONE = lazy(r"\(?\d{1,3}[.)]|[–—-]")
_LONGEST_SECTION = 400
_STAR_NOTE = lazy(r"\*{1,3}\s*[A-Z][^*]*$")
_LONGEST_HEADING = 200
_LONG = 60
_SEAM = 40
_LOOK = 400
"""Characters around a number that tell whether a numbered paragraph begins there: enough for its label and
the longest opening.
"""
"""Characters before a line's end that decide whether a hyphen there is undone."""


class Body:
    """The pass over the blocks; `drafts` and `matter` hold what it found."""

    def __init__(self, source: str, lexicon: Lexicon | None, flows: bool = False) -> None:
        self.source = source
        self.flows = flows
        """Whether the text comes from a document that knows no pages: a number in a paragraph of its own is
        text there.
        """
        self.lexicon = lexicon
        self.drafts: list[Draft] = []
        self.matter: list[Matter] = []
        self.part: Part = "preamble"
        self.ended: MatterKind | None = None
        self.last: Draft | None = None
        """The paragraph that may go on, None after a heading or what is not a paragraph."""
        self.top: Draft | None = None
        """The paragraph under which sub-paragraphs hang."""
        self.levels = Levels()
        self.ids = Ids()
        self.notes = 0
        self.short_line = False
        """Whether the last line read, where lines are blocks, was shorter than the others."""

    def read(self, blocks: list[Block]) -> None:
        """Reads the blocks in order."""
        queue = list(reversed(blocks))
        texts = [block for block in queue if block.kind == "text"]
        while queue:
            block = queue.pop()
            if block.kind == "text":
                texts.pop()
            after = texts[-1] if texts else None
            kind = self._matter_kind(block, after)
            if kind is not None:
                notes = (
                    as_notes(block, self.source, self.notes)
                    if kind == "footnote" and block.text[0] == "*"
                    else []
                )
                for piece in notes or [block]:
                    self._add_matter(kind, piece)
                if after is not None and not self.flows:
                    after.after_break = True
                continue
            remainder = self._read(block, after)
            self.short_line = block.ends_short
            if remainder is not None:
                queue.append(remainder)
                texts.append(remainder)

    def _read(self, block: Block, after: Block | None) -> Block | None:
        """Reads one block; gives what was cut off it and is to be read next."""
        label = self._label(block)
        if (
            label is not None
            and label.length >= len(block.text)
            and after is not None
            and label.kind != "dash"
        ):
            self._prepend(block, after)
            return None
        if self._is_ending(block, label, after):
            return None
        opening = None if label is not None else opening_of(block.text, self.lexicon)
        if label is None and self.last is not None and self._continues(self.last, block, opening, after):
            remainder = self._split_next(block, None)
            self._extend(self.last, block)
            return remainder
        if label is None and self._is_apart(block, after):
            return None
        remainder = self._split_next(block, label)
        if remainder is None and (place := find_glued_ending(block.text)):
            remainder = block.cut(place, self.source)
        if label is not None and self._is_label(label, block):
            self._labelled(block, label)
        else:
            self._unlabelled(block, opening or opening_of(block.text, self.lexicon), after)
        return remainder

    def _matter_kind(self, block: Block, after: Block | None) -> MatterKind | None:
        """Furniture or footnote where a block is one by its form or its number, None where it is text."""
        if block.kind != "text":
            return "furniture" if block.kind == "furniture" else "footnote"
        if not any(map(str.isalpha, block.text)) and self.ended is None and not self._is_figure(block.text):
            if block.loose and self.last is not None and ending_of(self.last.text) not in ".;":
                return None
            return None if _LABEL_ALONE.fullmatch(block.text) else "furniture"
        if block.text[0] == "*" and _STAR_NOTE.match(block.text) is not None:
            is_item = self.last is not None and (
                ending_of(self.last.text) in ":;" or self.last.text[0] == "*"
            )
            return None if is_item else "footnote"
        if not block.text[0].isdigit() or ". " in block.text[1:5]:
            return None
        in_line = block.loose and self.last is not None and ending_of(self.last.text) not in ".;"
        if self.ended is None and not in_line and self._is_called_note(block.text, after):
            self.notes = number_of(block.text)
            return "footnote"
        return None

    def _is_figure(self, text: str) -> bool:
        """Whether a block without letters is a figure, as in the cell of a table, and no number of a page."""
        return self.flows and any(map(str.isdigit, text)) and not is_page_sign(text)

    def _is_called_note(self, text: str, after: Block | None) -> bool:
        """Whether a block that begins with a number is a footnote without a rule above it: its mark stands in
        what was read.
        """
        number = number_of(text)
        if (
            not number
            or text[-1] in ",;"
            or read_label(text) is not None
            or read_bare_number(text, self.ids.number + 1) is not None
        ):
            return False
        if (self.notes and number == self.notes + 1) or (
            after is not None and number_of(after.text) == number + 1 and after.text[-1] not in ",;"
        ):
            return True
        mark = lazy(rf"(?:[^\W\d_]{{2}}|[,;.)”]) ?{number}(?![\d/])")
        return any(mark.search(draft.text) for draft in self.drafts[-12:])

    def _label(self, block: Block) -> Label | None:
        """The label of a block.

        A number without its dot counts where its turn has come and an operative verb follows.
        """
        label = read_label(block.text)
        if (
            label is None
            and block.text[0].isdigit()
            and (bare := read_bare_number(block.text, self.ids.number + 1)) is not None
        ):
            return (
                bare
                if opening_of(block.text[bare.length :], self.lexicon, ("operative",)) is not None
                else None
            )
        if (
            label is not None
            and block.loose
            and self.last is not None
            and not self._begins_line(label, block, self.last)
        ):
            return None
        return label

    def _begins_line(self, label: Label, block: Block, last: Draft) -> bool:
        """Whether what looks like a label at the start of a line is one, and no number or letter within the
        sentence of `last`.
        """
        if label.kind == "number" and opening_of(block.text[label.length :], self.lexicon) is not None:
            return True
        if _ENDS_ITEM.search(last.text) is None and ending_of(last.text) not in CLOSING:
            return False
        if label.kind == "number":
            return label.ordinal in (1, self.ids.number + 1) or self.levels.is_in_turn(label)
        return label.kind == "dash" or self.levels.is_in_turn(label)

    def _prepend(self, block: Block, after: Block) -> None:
        """A number alone in its block belongs to the next."""
        after.text = f"{block.text} {after.text}"
        after.spans = block.spans + after.spans
        after.line = block.line

    def _add_matter(self, kind: MatterKind, block: Block) -> None:
        self.matter.append(Matter(kind, block.line, block.text, tuple(block.spans)))

    def _is_ending(self, block: Block, label: Label | None, after: Block | None) -> bool:
        """Whether the block belongs to the record of adoption; an annex or a new text ends the record."""
        begins = adoption_kind(block.text, is_last=after is None) if label is None else None
        if self.ended is None:
            if begins is None or (self.part == "preamble" and begins == "adoption" and not self.drafts):
                return False
            self.ended = begins
            self._add_matter(begins, block)
            self.last = self.top = None
            return True
        if annex_of(block.text) is not None or organ_of(block, None, self.lexicon) is not None:
            self.ended = None
            return False
        if begins is None and self._is_body_again(block, label):
            self.ended = None
            return False
        notes = as_notes(block, self.source, self.notes) if begins is None and not self._lists_names() else []
        for note in notes:
            self.notes = number_of(note.text) or self.notes
            self._add_matter("footnote", note)
        if not notes:
            self.ended = ending_kind(block.text, self.ended)
            self._add_matter(self.ended, block)
        return True

    def _lists_names(self) -> bool:
        """Whether the record of adoption is in the middle of a list of who voted how."""
        return self.ended == "vote" and any(
            m.kind == "vote" and (":" in m.text or "In favour" in m.text) for m in self.matter
        )

    def _is_body_again(self, block: Block, label: Label | None) -> bool:
        """Whether text goes on after a record of adoption: a numbered operative paragraph, or a preambular
        one.
        """
        text = block.text[label.length :] if label is not None else block.text
        opening = opening_of(text, self.lexicon)
        return (
            opening is not None
            and text.count(" ") >= 6
            and text[-1] in ",;."
            and not block.text.startswith("[")
        )

    def _continues(self, last: Draft, block: Block, opening: Opening | None, after: Block | None) -> bool:
        """Whether a block without a label goes on with the last paragraph."""
        end = ending_of(last.text)
        lower = block.text[0].islower()
        open_end = end.isalnum() or end in "-–‑/(,"
        if block.loose:
            return self._continues_line(block, opening, end, after)
        if opening is not None and end in ",;.:":
            return False
        if block.after_break:
            return open_end or (lower and (end not in ";.:" or last.text[-1:].isalnum()))
        if lower:
            return (end.isalnum() or end in "-–‑(") or (
                end == "," and last.part == "preamble" and last.level == 1
            )
        long = len(last.text) > _LONG and (last.label is not None or last.opening is not None)
        return end.isalnum() and long and block.text[-1] in ",;." and opening is None and block.text[0] != "["

    def _continues_line(self, block: Block, opening: Opening | None, end: str, after: Block | None) -> bool:
        """The same where blank lines do not part paragraphs: a line goes on unless a closing mark stands
        before what may begin.
        """
        if end not in ",;.:" or block.text[0].islower():
            return True
        if end == ":" and opening is not None and opening.phrase.part == "preambular":
            return True
        if (
            opening is not None
            or annex_of(block.text) is not None
            or organ_of(block, after, self.lexicon) is not None
        ):
            return False
        if end == ",":
            return not (
                self.short_line
                and self.part == "preamble"
                and guess_opening(block.text, self.lexicon, "preambular") is not None
            )
        heads = end == ";" and after is not None and self._heads(after)
        return not (
            self.short_line or heads or block.text[0] in '“"' or SECTION.fullmatch(block.text) is not None
        )

    def _extend(self, last: Draft, block: Block) -> None:
        last.text = last.text[:-_SEAM] + one_line([last.text[-_SEAM:], block.text])
        last.spans += block.spans

    def _is_apart(self, block: Block, after: Block | None) -> bool:
        """Whether a block is an organ line or the heading of an annex; takes note of it."""
        if organ_of(block, after, self.lexicon) is not None and (self.lexicon is not None or not self.drafts):
            self._add_matter("organ", block)
            if self.drafts:
                self.ids.begin_scope()
            self.part, self.last, self.top = "preamble", None, None
            return True
        annex = annex_of(block.text)
        if annex is None:
            return False
        self.ids.begin_annex(annex)
        self.part, self.top = "annex", None
        draft = self._add(Draft(block, "heading", None, 1, None, None))
        self.last = draft if block.loose and not block.ends_short else None
        return True

    def _split_next(self, block: Block, label: Label | None) -> Block | None:
        """Cuts off the next numbered paragraph where it stands in the same block, wherever the lines
        break.
        """
        number = label.ordinal + 1 if label is not None and label.kind == "number" else self.ids.number + 1
        needle = f" {number}"
        place = block.text.find(needle)
        while place > 0:
            before, after = block.text[max(place - _LOOK, 0) : place], block.text[place + 1 : place + _LOOK]
            if (
                ending_of(before) in ",;.:"
                and (label_there := read_label(after) or read_bare_number(after, number)) is not None
            ):
                said = after[label_there.length :]
                if label_there.kind == "number" and (
                    opening_of(said, self.lexicon, ("operative",)) or self._declares(before, said)
                ):
                    return block.cut(place + 1, self.source)
            place = block.text.find(needle, place + 1)
        return None

    def _declares(self, before: str, after: str) -> bool:
        return self.part == "annex" and ending_of(before) == "." and after[:3] in ("We ", "The", "Rea")

    def _is_label(self, label: Label, block: Block) -> bool:
        """Whether what looks like a label is one: a single letter or dash needs text behind it, a number its
        place in the order.
        """
        if label.kind == "number" and not label.prefix and self.part == "preamble":
            return (
                label.ordinal == 1
                or opening_of(block.text[label.length :], self.lexicon, ("operative",)) is not None
                or not self.lexicon
            )
        return True

    def _labelled(self, block: Block, label: Label) -> None:
        text = block.text[label.length :]
        opening = opening_of(text, self.lexicon)
        if label.kind != "number":
            if self.top is not None or self.part == "annex":
                self._add_sub(block, label, opening)
                return
        elif opening is None and not block.loose and self._is_numbered_heading(text, label):
            self._heading(block)
            return
        elif opening is None and self._is_quoted(label):
            self._add_sub(block, label, None)
            return
        part: Part = self.part
        if (
            part == "preamble"
            and label.prefix != "PP"
            and not (opening is not None and opening.phrase.part == "preambular" and text[-1:] == ",")
        ):
            part = "operative"
        self.part = "operative" if label.prefix == "OP" else part
        self.levels.clear()
        if label.item:
            self.levels.place(Label(f"({label.item})", 0, "letter", label.item))
        self.top = self._add(Draft(block, self.part, label, 1, None, opening))

    def _is_numbered_heading(self, text: str, label: Label) -> bool:
        """Whether a number heads a section: short text without a closing mark, out of the order of the
        paragraphs.
        """
        return (
            len(text) < _LONGEST_HEADING and text[-1:] not in ",;.:" and label.ordinal != self.ids.number + 1
        )

    def _is_quoted(self, label: Label) -> bool:
        """Whether a numbered block without an operative verb is a list or quoted text under the paragraph
        that stands open.
        """
        if self.top is None or self.part != "operative" or self.lexicon is None:
            return False
        kind, value = self.levels.open[-1] if self.levels.open else ("", 0)
        if kind == "digit" and label.ordinal == value + 1:
            return True
        if label.ordinal == self.ids.number + 1:
            return False
        return label.ordinal != 1 or ending_of(self.top.text) == ":"

    def _add_sub(self, block: Block, label: Label | None, opening: Opening | None) -> None:
        """Adds a sub-paragraph under the last paragraph, on the level that its label tells."""
        depth = self.levels.place(label, block.place) if label is not None else 1
        parent = self.top
        if depth > 1:
            parent = next(
                (d for d in reversed(self.drafts) if d.part != "heading" and d.level == depth), self.top
            )
        part: Part = self.top.part if self.top is not None else self.part
        self._add(Draft(block, part, label, depth + 1 if self.top is not None else depth, parent, opening))

    def _unlabelled(self, block: Block, opening: Opening | None, after: Block | None) -> None:
        """A block with neither label nor place under another: by its opening, its ending and what stands
        open.
        """
        role = opening.phrase.part if opening is not None else ""
        end = ending_of(block.text)
        if self._is_heading(block, after):
            self._heading(block)
        elif self.part == "annex":
            self.top = self._add(Draft(block, "annex", None, 1, None, opening))
            self.levels.clear()
        elif role == "preambular" and (self.part == "preamble" or end == ","):
            self._top(block, "preamble", opening)
        elif role == "operative" and (self.part == "operative" or end != ","):
            self._top(block, "operative", opening)
        elif self.part == "preamble":
            self._top(block, "preamble", opening)
        else:
            parent = self.top
            self._add(Draft(block, "operative", None, 2 if parent else 1, parent, opening))

    def _top(self, block: Block, part: Part, opening: Opening | None) -> None:
        self.part = part
        self.levels.clear()
        self.top = self._add(Draft(block, part, None, 1, None, opening))

    def _is_heading(self, block: Block, after: Block | None) -> bool:
        """Whether a block is a heading: short, no closing mark, and something follows it."""
        text = block.text
        section = SECTION.fullmatch(text)
        is_wrapped = section is not None and _SECTION_WORDS.match(text) is not None
        if (
            block.loose
            and after is not None
            and not is_wrapped
            and not (block.ends_short and (self._heads(after) or section is not None))
        ):
            return False
        if after is None or len(text) > (_LONGEST_SECTION if section else _LONGEST_HEADING):
            return False
        if ending_of(text) in CLOSING:
            return section is not None and len(text) < 4
        if text[0].islower() or (
            text.count(" ") > 4 and opening_of(text, self.lexicon, ("preambular",)) is not None
        ):
            return False
        return self.part != "preamble" or self._heads(after) or section is not None

    def _heads(self, after: Block) -> bool:
        """Whether the block after a heading is one that a heading can stand over."""
        label = read_label(after.text)
        return (label is not None and label.kind == "number") or opening_of(
            after.text, self.lexicon
        ) is not None

    def _heading(self, block: Block) -> None:
        section = SECTION.fullmatch(block.text)
        self.ids.section = section[1] if section is not None else self.ids.section
        draft = self._add(Draft(block, "heading", None, 1, None, None))
        self.last = draft if block.loose and not block.ends_short else None
        self.levels.clear()
        self.top = None if self.part == "annex" else self.top

    def _add(self, draft: Draft) -> Draft:
        draft.id = self.ids.next(
            draft.part, draft.label, draft.parent.id if draft.parent else None, draft.level
        )
        self.drafts.append(draft)
        self.last = draft
        return draft
