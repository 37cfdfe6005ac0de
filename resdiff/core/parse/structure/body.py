"""Blocks below the masthead -> paragraphs with part, label, level and parent, and the matter among them.

One pass: the first rule of a table that applies to a block decides what the block is. A rule looks
at the block, at what was read before it and at the next block, never further ahead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from resdiff.core.genres import un
from resdiff.core.languages import english
from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Part
from resdiff.core.parse.layout.blocks import Block
from resdiff.core.parse.layout.furniture import as_notes, number_of
from resdiff.core.parse.structure import conditions
from resdiff.core.parse.structure.builders import closing_mark
from resdiff.core.parse.structure.candidates import Candidate
from resdiff.core.parse.structure.conditions import SECTION
from resdiff.core.parse.structure.endings import annex_of, ending_kind, find_glued_ending
from resdiff.core.parse.structure.labels import Label, read_bare_number, read_label
from resdiff.core.parse.structure.openings import opening_of
from resdiff.core.parse.structure.outline import Outline

_NEARBY = 400
"""Characters around a number that tell whether a numbered paragraph begins there: enough for its label and
the longest opening.
"""


class Rule(NamedTuple):
    """What a block may be, and what becomes of it then."""

    applies: Callable[[Candidate], bool]
    handle: Callable[[Candidate], None]
    is_last: bool = True
    """Whether the block is done with; else the rules below are tried too."""


def read_body(
    blocks: list[Block],
    source: str,
    lexicon: Lexicon | None,
    flows: bool = False,
    begins_with_organ: bool = False,
) -> Outline:
    """Reads the blocks in order, by the rules.

    `flows` says that the text comes from a document that knows no pages, `begins_with_organ` that its first
    block names the organ.
    """
    outline = Outline(source, lexicon, flows, begins_with_organ)
    queue = list(reversed(blocks))
    texts = [block for block in queue if block.kind == "text"]
    while queue:
        block = queue.pop()
        if block.kind == "text":
            texts.pop()
        candidate = Candidate(block, texts[-1] if texts else None, outline)
        if not _apply(MATTER_RULES, candidate):
            _apply(TEXT_RULES, candidate)
            outline.short_line = block.ends_short
        if candidate.remainder is not None:
            queue.append(candidate.remainder)
            texts.append(candidate.remainder)
    return outline


def _apply(rules: Sequence[Rule], candidate: Candidate) -> bool:
    """Applies the rules to a block; gives whether one was the last for it."""
    for rule in rules:
        if rule.applies(candidate):
            rule.handle(candidate)
            if rule.is_last:
                return True
    return False


def _add_row(candidate: Candidate) -> None:
    candidate.outline.add_row(candidate.block)


def _add_comment(candidate: Candidate) -> None:
    candidate.outline.add_matter("comment", candidate.block)


def _add_furniture(candidate: Candidate) -> None:
    candidate.outline.add_matter("furniture", candidate.block)
    _break_page(candidate)


def _add_footnotes(candidate: Candidate) -> None:
    block, outline = candidate.block, candidate.outline
    if block.kind == "text" and block.text[0] != "*":
        outline.notes = number_of(block.text)
    notes = as_notes(block, outline.source, outline.notes) if block.text[0] == "*" else []
    for note in notes or [block]:
        outline.add_matter("footnote", note)
    _break_page(candidate)


def _break_page(candidate: Candidate) -> None:
    """A paragraph may go on behind furniture and footnotes where the text stands on pages."""
    if candidate.after is not None and not candidate.outline.flows:
        candidate.after.after_break = True


def _put_before_next(candidate: Candidate) -> None:
    block, after = candidate.block, candidate.after
    if after is not None:
        after.text = f"{block.text} {after.text}"
        after.spans = block.spans + after.spans
        after.line = block.line


def _begin_record(candidate: Candidate) -> None:
    outline = candidate.outline
    if candidate.adoption is not None:
        outline.record = candidate.adoption
        outline.add_matter(candidate.adoption, candidate.block)
    outline.last = outline.top = None


def _leave_record(candidate: Candidate) -> None:
    candidate.outline.record = None


def _continue_record(candidate: Candidate) -> None:
    block, outline = candidate.block, candidate.outline
    may_be_notes = candidate.adoption is None and not conditions.lists_voters(candidate)
    notes = as_notes(block, outline.source, outline.notes) if may_be_notes else []
    for note in notes:
        outline.notes = number_of(note.text) or outline.notes
        outline.add_matter("footnote", note)
    if not notes and outline.record is not None:
        outline.record = ending_kind(block.text, outline.record)
        outline.add_matter(outline.record, block)


def _extend_last(candidate: Candidate) -> None:
    candidate.remainder = _cut_next(candidate, None)
    candidate.outline.extend_last(candidate.block)


def _add_organ_line(candidate: Candidate) -> None:
    outline = candidate.outline
    outline.add_matter("organ", candidate.block)
    if outline.part != "preamble" or outline.ids.section:
        outline.ids.begin_scope()
    outline.part, outline.last, outline.top = "preamble", None, None


def _begin_annex(candidate: Candidate) -> None:
    outline = candidate.outline
    outline.ids.begin_annex(annex_of(candidate.block.text) or "")
    outline.part, outline.top = "annex", None
    outline.add_heading(candidate.block)


def _cut_off_next(candidate: Candidate) -> None:
    """Cuts off the next numbered paragraph, or the record of adoption, where it stands in the same block."""
    candidate.remainder = _cut_next(candidate, candidate.label)
    if candidate.remainder is None and (place := find_glued_ending(candidate.block.text)):
        candidate.remainder = candidate.block.cut(place, candidate.outline.source)


def _cut_next(candidate: Candidate, label: Label | None) -> Block | None:
    """Cuts off the next numbered paragraph where it stands in the same block, wherever the lines break."""
    block, outline = candidate.block, candidate.outline
    is_numbered = label is not None and label.kind == "number"
    number = label.ordinal + 1 if label is not None and is_numbered else outline.ids.number + 1
    needle = f" {number}"
    place = block.text.find(needle)
    while place > 0:
        before = block.text[max(place - _NEARBY, 0) : place]
        after = block.text[place + 1 : place + _NEARBY]
        if _begins_next(candidate, before, after, number) or (
            _may_begin_next(before, after, number) and block.starts_line(place + 1, outline.source)
        ):
            return block.cut(place + 1, outline.source)
        place = block.text.find(needle, place + 1)
    return None


def _may_begin_next(before: str, after: str, number: int) -> bool:
    """Whether a sentence behind `number` begins between two passages of a block."""
    label = read_label(after)
    if label is None or label.kind != "number" or label.ordinal != number:
        return False
    return closing_mark(before) in ".;:" and after[label.length :][:1].isupper()


def _begins_next(candidate: Candidate, before: str, after: str, number: int) -> bool:
    """Whether the numbered paragraph `number` begins between two passages of a block."""
    if closing_mark(before) not in ",;.:":
        return False
    label = read_label(after) or read_bare_number(after, number)
    if label is None or label.kind != "number":
        return False
    text, outline = after[label.length :], candidate.outline
    if opening_of(text, outline.lexicon, ("operative",)) is not None:
        return True
    return outline.part == "annex" and closing_mark(before) == "." and text[:3] in english.DECLARING


def _add_item(candidate: Candidate) -> None:
    if candidate.label is not None:
        candidate.outline.add_below(candidate.block, candidate.label, candidate.labelled_opening)


def _add_heading(candidate: Candidate) -> None:
    outline = candidate.outline
    section = SECTION.fullmatch(candidate.block.text)
    outline.ids.section = section[1] if section is not None else outline.ids.section
    outline.add_heading(candidate.block)
    outline.levels.clear()
    outline.top = None if outline.part == "annex" else outline.top


def _add_labelled(candidate: Candidate) -> None:
    """A numbered paragraph: it begins the operative part unless its label or its verb is preambular."""
    label, outline, opening = candidate.label, candidate.outline, candidate.labelled_opening
    part: Part = outline.part
    if label is not None and part == "preamble" and label.prefix != un.PREAMBULAR_LABEL:
        is_preambular = opening is not None and opening.phrase.part == "preambular"
        part = part if is_preambular and closing_mark(candidate.unlabelled) in ",;" else "operative"
    if label is not None and label.prefix == un.OPERATIVE_LABEL:
        part = "operative"
    outline.add_top(candidate.block, part, opening, label)


def _add_annex_paragraph(candidate: Candidate) -> None:
    candidate.outline.add_top(candidate.block, "annex", candidate.opening)


def _add_preambular(candidate: Candidate) -> None:
    candidate.outline.add_top(candidate.block, "preamble", candidate.opening)


def _add_operative(candidate: Candidate) -> None:
    candidate.outline.add_top(candidate.block, "operative", candidate.opening)


def _begin_declaration(candidate: Candidate) -> None:
    candidate.outline.ids.begin_declaration()


def _add_below_last(candidate: Candidate) -> None:
    top = candidate.outline.top
    candidate.outline.add(candidate.block, "operative", candidate.opening, below=(top, 2 if top else 1))


def _always(candidate: Candidate) -> bool:
    return True


MATTER_RULES = (
    Rule(conditions.is_row, _add_row),
    Rule(conditions.is_comment, _add_comment),
    Rule(conditions.is_furniture, _add_furniture),
    Rule(conditions.is_footnote, _add_footnotes),
)
TEXT_RULES = (
    Rule(conditions.is_label_alone, _put_before_next),
    Rule(conditions.begins_record, _begin_record),
    Rule(conditions.leaves_record, _leave_record, is_last=False),
    Rule(conditions.is_in_record, _continue_record),
    Rule(conditions.goes_on, _extend_last),
    Rule(conditions.is_organ_line, _add_organ_line),
    Rule(conditions.is_annex, _begin_annex),
    Rule(_always, _cut_off_next, is_last=False),
    Rule(conditions.begins_declaration, _begin_declaration, is_last=False),
    Rule(conditions.is_item, _add_item),
    Rule(conditions.is_numbered_heading, _add_heading),
    Rule(conditions.is_numbered_item, _add_item),
    Rule(conditions.has_label, _add_labelled),
    Rule(conditions.is_heading, _add_heading),
    Rule(conditions.is_annex_paragraph, _add_annex_paragraph),
    Rule(conditions.is_preambular, _add_preambular),
    Rule(conditions.is_operative, _add_operative),
    Rule(conditions.is_in_preamble, _add_preambular),
    Rule(conditions.is_in_declaration, _add_operative),
    Rule(_always, _add_below_last),
)
"""In the order in which they are tried; those for what is no text go first."""
