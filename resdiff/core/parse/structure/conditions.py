"""What a block is: the conditions of the rules in `body`, given the blocks that were read before it."""

from __future__ import annotations

import re

from resdiff.core.languages import english
from resdiff.core.parse.layout.furniture import is_page_sign
from resdiff.core.parse.structure.builders import CLOSING_MARKS, closing_mark, last_sign
from resdiff.core.parse.structure.candidates import Candidate
from resdiff.core.parse.structure.endings import annex_of
from resdiff.core.parse.structure.labels import Label, read_label
from resdiff.core.parse.structure.openings import guess_opening, heads_paragraph, opening_of, organ_of

SECTION = re.compile(r"([IVXL]{1,6}|[A-Z])\.?(?:\s+[A-Z“\"].*)?")
"""The heading of a numbered section: 'II', 'B. Funds'."""
SECTION_NUMBER = re.compile(r"(?:[IVXL]{1,6}|[A-Z])\.?")
"""The number of a section alone on its line, above its title."""
_SECTION_WORDS = re.compile(r"[IVX]{1,6}\.? [A-Z][a-z]+ [^;]*$")
_LABEL_ALONE = re.compile(r"\(?\d{1,3}[.)]|[–—-]")
_TEXT_LETTER = re.compile(r"[A-Z](?: [A-Z].*)?(?<![.,;:])$")
_DECLARATION = re.compile(english.DECLARATION)
_STAR_NOTE = re.compile(r"\*{1,3}\s*[A-Z][^*]*$")
_LONGEST_SECTION = 400
LONGEST_HEADING = 200
"""Characters of a heading at most."""
_LONG = 60
_LEAST_WORDS = 6
"""A block with at least this many blanks may be a paragraph after a record of adoption, not a line of it."""


def is_row(candidate: Candidate) -> bool:
    """A row of a table, by the document."""
    return candidate.block.kind == "row"


def is_comment(candidate: Candidate) -> bool:
    """A comment in the margin, by the document."""
    return candidate.block.kind == "comment"


def is_furniture(candidate: Candidate) -> bool:
    """Page furniture, by what the layout found or because it holds no letter."""
    block = candidate.block
    if block.kind != "text":
        return block.kind == "furniture"
    if not _is_wordless(candidate) or candidate.goes_on_in_line:
        return False
    return _LABEL_ALONE.fullmatch(block.text) is None


def _is_wordless(candidate: Candidate) -> bool:
    """A block of text without letters, outside a record of adoption, that is no figure of a table."""
    text, outline = candidate.block.text, candidate.outline
    if any(map(str.isalpha, text)) or outline.record is not None:
        return False
    return not (outline.flows and any(map(str.isdigit, text)) and not is_page_sign(text))


def is_footnote(candidate: Candidate) -> bool:
    """Whether a block is a footnote: by the layout, its star, or a number that the text has as a mark."""
    block, outline = candidate.block, candidate.outline
    if block.kind != "text":
        return True
    if _is_wordless(candidate):
        return False
    if block.text[0] == "*" and _STAR_NOTE.match(block.text) is not None:
        last = outline.last
        return last is None or (closing_mark(last.text) not in ":;" and last.text[0] != "*")
    if not block.text[0].isdigit() or ". " in block.text[1:5]:
        return False
    return outline.record is None and not candidate.goes_on_in_line and candidate.is_called_note()


def is_label_alone(candidate: Candidate) -> bool:
    """Whether a block is nothing but the number of the next block."""
    label = candidate.label
    if label is None or candidate.after is None or label.kind == "dash":
        return False
    return label.length >= len(candidate.block.text)


def begins_record(candidate: Candidate) -> bool:
    """The first block of a record of adoption."""
    outline = candidate.outline
    if outline.record is not None or candidate.adoption is None:
        return False
    return outline.part != "preamble" or candidate.adoption != "adoption" or bool(outline.paragraphs)


def leaves_record(candidate: Candidate) -> bool:
    """An annex, a further text or a paragraph behind a record of adoption."""
    outline, block = candidate.outline, candidate.block
    if outline.record is None:
        return False
    if annex_of(block.text) is not None or organ_of(block, None, outline.lexicon) is not None:
        return True
    if _heads_further_text(candidate):
        return True
    return candidate.adoption is None and _is_paragraph_again(candidate)


def _heads_further_text(candidate: Candidate) -> bool:
    """The letter of a further text behind a record of adoption, with its title or without, above an organ."""
    block, after, outline = candidate.block, candidate.after, candidate.outline
    if after is None or _TEXT_LETTER.match(block.text) is None:
        return False
    if organ_of(after, None, outline.lexicon) is not None:
        return True
    return len(block.text) == 1 and closing_mark(after.text) not in CLOSING_MARKS


def _is_paragraph_again(candidate: Candidate) -> bool:
    """A numbered operative paragraph, or a preambular one."""
    text = candidate.unlabelled
    return (
        candidate.labelled_opening is not None
        and text.count(" ") >= _LEAST_WORDS
        and text[-1] in ",;."
        and not candidate.block.text.startswith("[")
    )


def is_in_record(candidate: Candidate) -> bool:
    """A further block of a record of adoption."""
    return candidate.outline.record is not None


def lists_voters(candidate: Candidate) -> bool:
    """Whether the record of adoption is in the middle of a list of who voted how."""
    outline = candidate.outline
    if outline.record != "vote":
        return False
    votes = [matter.text for matter in outline.matter if matter.kind == "vote"]
    return any(":" in text or re.search(english.IN_FAVOUR, text) is not None for text in votes)


def goes_on(candidate: Candidate) -> bool:
    """A block without a label that goes on with the last paragraph."""
    block, last = candidate.block, candidate.outline.last
    if candidate.label is not None or last is None:
        return False
    if block.loose:
        return _line_goes_on(candidate, closing_mark(last.text))
    end, lower = closing_mark(last.text), block.text[0].islower()
    if candidate.opening is not None and end in ",;.:":
        return False
    if block.after_break:
        open_end = end.isalnum() or end in "-–‑/(,"
        return open_end or (lower and (end not in ";.:" or last.text[-1:].isalnum()))
    if lower:
        goes_on_in_preamble = candidate.outline.lexicon is not None and end == ","
        return (
            end.isalnum()
            or end in "-–‑("
            or (goes_on_in_preamble and last.part == "preamble" and last.level == 1)
        )
    is_long = len(last.text) > _LONG and (last.label is not None or last.opening is not None)
    ends = block.text[-1] in ",;." and block.text[0] != "["
    return end.isalnum() and is_long and ends and candidate.opening is None


def _line_goes_on(candidate: Candidate, end: str) -> bool:
    """The same where blank lines do not separate paragraphs: a line goes on unless the text before ends in a
    closing mark and something new may begin.
    """
    block, after, outline = candidate.block, candidate.after, candidate.outline
    opening, lexicon = candidate.opening, outline.lexicon
    if end not in ",;.:" or block.text[0].islower():
        return True
    if end == ":" and opening is not None and opening.phrase.part == "preambular":
        return True
    if opening is not None or annex_of(block.text) is not None:
        return False
    if organ_of(block, after, lexicon) is not None:
        return False
    if end == ",":
        may_begin = outline.short_line and outline.part == "preamble"
        return not (may_begin and guess_opening(block.text, lexicon, "preambular") is not None)
    heads = end == ";" and after is not None and heads_paragraph(after.text, lexicon)
    is_section = SECTION.fullmatch(block.text) is not None
    return not (outline.short_line or heads or block.text[0] in '“"' or is_section)


def is_organ_line(candidate: Candidate) -> bool:
    """The line that names the organ: the subject of the sentence that follows."""
    outline = candidate.outline
    if candidate.label is not None:
        return False
    if outline.begins_with_organ and not outline.paragraphs and not outline.matter:
        return True
    if organ_of(candidate.block, candidate.after, outline.lexicon) is None:
        return False
    is_within = outline.part == "preamble" and outline.record is None
    if outline.lexicon is None and is_within and outline.paragraphs:
        return False
    return not _numbering_goes_on(candidate)


def _numbering_goes_on(candidate: Candidate) -> bool:
    """Whether the next block has the next number, which no text of another organ would have: then a name
    without a comma is a heading.
    """
    outline, after = candidate.outline, candidate.after
    if after is None or outline.part == "preamble" or closing_mark(candidate.block.text) in CLOSING_MARKS:
        return False
    label = read_label(after.text)
    return label is not None and label.kind == "number" and 1 < label.ordinal == outline.ids.number + 1


def is_annex(candidate: Candidate) -> bool:
    """The heading of an annex."""
    return candidate.label is None and annex_of(candidate.block.text) is not None


def has_label(candidate: Candidate) -> bool:
    """Whether a label counts: a number in the preamble must be 1, follow the last one, or stand before an
    operative verb.
    """
    label, outline = candidate.label, candidate.outline
    if label is None:
        return False
    if label.kind != "number" or label.prefix or outline.part != "preamble" or not outline.lexicon:
        return True
    last = outline.top.label if outline.top is not None else None
    follows = last is not None and last.kind == "number" and label.ordinal == last.ordinal + 1
    return (
        follows
        or label.ordinal == 1
        or opening_of(candidate.unlabelled, outline.lexicon, ("operative",)) is not None
    )


def is_item(candidate: Candidate) -> bool:
    """A letter or a dash under a paragraph, or in an annex."""
    outline, label = candidate.outline, candidate.label
    if label is None or label.kind == "number" or not has_label(candidate) or _heads_with_decimal(candidate):
        return False
    return outline.top is not None or outline.part == "annex"


def is_numbered_heading(candidate: Candidate) -> bool:
    """A number that heads a section: short text without a closing mark, and not the next number."""
    label, text = candidate.label, candidate.unlabelled
    if _heads_with_decimal(candidate):
        return True
    if label is None or label.kind != "number" or not has_label(candidate):
        return False
    if candidate.labelled_opening is not None or candidate.block.loose:
        return False
    is_in_order = label.ordinal == candidate.outline.ids.number + 1
    return len(text) < LONGEST_HEADING and last_sign(text) not in CLOSING_MARKS and not is_in_order


def _heads_with_decimal(candidate: Candidate) -> bool:
    """The title of a subsection, '1.1 Bridging the bay': short, without a closing mark."""
    label, text = candidate.label, candidate.unlabelled
    if label is None or "." not in label.inner or candidate.after is None:
        return False
    return len(text) < LONGEST_HEADING and last_sign(text) not in CLOSING_MARKS


def is_numbered_item(candidate: Candidate) -> bool:
    """A number without an operative verb: of a list, or quoted, under the paragraph that stands open."""
    label = candidate.label
    if label is None or label.kind != "number" or not has_label(candidate):
        return False
    return candidate.labelled_opening is None and _is_quoted(candidate, label)


def _is_quoted(candidate: Candidate, label: Label) -> bool:
    outline = candidate.outline
    if outline.top is None or outline.part != "operative" or outline.lexicon is None:
        return False
    if outline.ids.in_declaration:
        return False
    kind, value = outline.levels.open[-1] if outline.levels.open else ("", 0)
    if kind == "digit" and label.ordinal == value + 1:
        return True
    if label.ordinal == outline.ids.number + 1:
        return False
    return label.ordinal != 1 or closing_mark(outline.top.text) == ":"


def is_heading(candidate: Candidate) -> bool:
    """A heading: short, no closing mark, and something follows it."""
    block, after, outline = candidate.block, candidate.after, candidate.outline
    text, section = block.text, SECTION.fullmatch(block.text)
    is_title = bool(outline.paragraphs) and outline.paragraphs[-1].part == "heading"
    is_title = is_title and SECTION_NUMBER.fullmatch(outline.paragraphs[-1].text) is not None
    if after is None or len(text) > (_LONGEST_SECTION if section or is_title else LONGEST_HEADING):
        return False
    heads = heads_paragraph(after.text, outline.lexicon)
    is_wrapped = section is not None and _SECTION_WORDS.match(text) is not None
    if block.loose and not is_wrapped and not (block.ends_short and (heads or section is not None)):
        return False
    if closing_mark(text) in CLOSING_MARKS:
        return section is not None and len(text) < 4
    is_preambular = opening_of(text, outline.lexicon, ("preambular",)) is not None
    if text[0].islower() or (text.count(" ") > 4 and is_preambular):
        return False
    return outline.part != "preamble" or heads or section is not None


def begins_declaration(candidate: Candidate) -> bool:
    """The first paragraph of a declaration within the operative part: it speaks for those who adopt it."""
    outline = candidate.outline
    is_first = outline.part == "operative" and not outline.ids.in_declaration
    return is_first and _DECLARATION.match(candidate.unlabelled) is not None


def is_in_declaration(candidate: Candidate) -> bool:
    """A paragraph of a declaration without a number."""
    return candidate.outline.ids.in_declaration


def is_annex_paragraph(candidate: Candidate) -> bool:
    """A paragraph of an annex."""
    return candidate.outline.part == "annex"


def is_preambular(candidate: Candidate) -> bool:
    """A preambular paragraph: by its verb where the preamble goes on or its mark is a comma."""
    if _role(candidate) != "preambular":
        return False
    return candidate.outline.part == "preamble" or closing_mark(candidate.block.text) == ","


def is_operative(candidate: Candidate) -> bool:
    """An operative paragraph: by its verb where the operative part has begun or its mark is no comma."""
    if _role(candidate) != "operative":
        return False
    return candidate.outline.part == "operative" or closing_mark(candidate.block.text) != ","


def is_in_preamble(candidate: Candidate) -> bool:
    """A paragraph of the preamble whose verb is not known."""
    return candidate.outline.part == "preamble"


def _role(candidate: Candidate) -> str:
    return candidate.opening.phrase.part if candidate.opening is not None else ""
