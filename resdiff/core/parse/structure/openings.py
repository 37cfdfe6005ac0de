"""Where the text begins below its masthead, and whether it is a resolution at all."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from resdiff.core.languages import CLOSING_MARKS as CLOSING_SIGNS
from resdiff.core.languages import ORGANS, english
from resdiff.core.lexicon import EITHER, Lexicon, Roles
from resdiff.core.model import Opening, Role
from resdiff.core.parse.layout.blocks import Block, lines_of
from resdiff.core.parse.structure.builders import CLOSING_MARKS, closing_mark
from resdiff.core.parse.structure.labels import ATTRIBUTION, LONGEST_ATTRIBUTION, read_label
from resdiff.core.patterns import compiled_late

_PARTICLE = english.NAME_PARTICLE
_ORGAN = re.compile(
    rf"({english.ORGAN_ARTICLE} (?:[A-ZÀ-Þ][\w’'-]*|{_PARTICLE})(?: (?:[A-ZÀ-Þ][\w’'-]*|{_PARTICLE}))*)"
    rf"(?:{english.ORGAN_CLAUSE})?[,.]?"
)
_ORGAN_THEN = re.compile(
    rf"({english.ARTICLE} (?:[A-Z][\w’'-]*|{_PARTICLE})(?: (?:[A-Z][\w’'-]*|{_PARTICLE})){{0,8}}),?\s+"
    r"(?=[A-Z])"
)
_FOREIGN_ORGAN = compiled_late(r"[^\W\d_][^,،，.;:\d]{1,80}[,،，]")
_ORGAN_NAME = compiled_late("|".join(ORGANS))
ENDS_ORGAN = f",. {''.join(CLOSING_SIGNS)}"
"""Signs behind the name of an organ on its line."""
_EMPHASIS = re.compile(r"[*_\ufeff\u200b\u200e\u200f]+")
_ENDS_CLAUSE = re.compile(rf"[,;](?: {english.ITEM_CONJUNCTION})?$")
_LOOKED_AT = 12
"""Blocks from the start among which an organ line is sought."""
_DECLARATION = compiled_late(english.DECLARATION)
_FEWEST_BLANKS = 3
"""Blanks that a preambular paragraph has at least where it opens a text without an organ line."""
_MOST_WORDS = 12
_MOST_SIGNS = 8


class TextStart(NamedTuple):
    """Where the text begins."""

    head: int
    """How many blocks stand above the organ line or, without one, above the text."""
    organ: str | None
    """The organ named on its line, None where there is no such line."""
    is_resolution: bool


def opening_of(text: str, lexicon: Lexicon | None, roles: Roles = EITHER) -> Opening | None:
    """The verb phrase at the start of a block's text, past brackets, emphasis and attributions.

    It must begin with a capital letter, where the language has them.
    """
    start = 0
    if text.find(":", 0, LONGEST_ATTRIBUTION) >= 0 and (match := ATTRIBUTION.match(text)) is not None:
        start = match.end()
    most = start + _MOST_SIGNS
    while start < len(text) and start < most and not text[start].isalnum():
        start += 1
    if lexicon is None or start >= len(text) or (lexicon.opens_in_capitals and not text[start].isupper()):
        return None
    return lexicon.opening(text, start, roles)


def guess_opening(text: str, lexicon: Lexicon | None, role: Role) -> Opening | None:
    """The first word of a paragraph as its opening where the lexicon does not know it but its form is that of
    a verb.
    """
    start = len(text) - len(text.lstrip('[(*_ “"'))
    return lexicon.guess(text, start, role) if lexicon is not None else None


def organ_of(block: Block, after: Block | None, lexicon: Lexicon | None) -> str | None:
    """The organ that a block names as the subject of the sentence ('The Human Rights Council,'), None where
    it does not.
    """
    text = _EMPHASIS.sub("", block.text).strip()
    if lexicon is None:
        return (
            text.rstrip(ENDS_ORGAN) if _may_name_organ(text) and _ORGAN_NAME.match(text) is not None else None
        )
    match = _ORGAN.fullmatch(text)
    if match is None or len(match[1].split()) > _MOST_WORDS:
        return None
    if text[-1] == "," or (after is not None and _begins_text(after.text, lexicon)):
        return match[1].rstrip(",.")
    return None


def _may_name_organ(text: str) -> bool:
    """Whether a line has the form of an organ line of a language without a lexicon."""
    return _FOREIGN_ORGAN.fullmatch(text) is not None and len(text.split()) <= _MOST_WORDS


def split_organ(block: Block, source: str, lexicon: Lexicon | None) -> Block | None:
    """Cuts an organ line off the paragraph that follows it on the same line.

    Gives the paragraph, None where none follows.
    """
    match = (
        _ORGAN_THEN.match(block.text)
        if lexicon is not None and block.text.startswith(f"{english.ARTICLE} ")
        else None
    )
    if match is None or opening_of(block.text[match.end() :], lexicon) is None:
        return None
    return block.cut(match.end(), source)


def _begins_text(text: str, lexicon: Lexicon) -> bool:
    label = read_label(text)
    unlabelled = text[label.length :] if label is not None else text
    return opening_of(unlabelled, lexicon) is not None


def heads_paragraph(text: str, lexicon: Lexicon | None) -> bool:
    """Whether a block is one that a heading can stand over: it has a number or opens with a verb."""
    label = read_label(text)
    is_numbered = label is not None and label.kind == "number"
    return is_numbered or opening_of(text, lexicon) is not None


def find_start(blocks: list[Block], lexicon: Lexicon | None, source: str) -> TextStart:
    """Where the text begins: at its organ line, or at the first paragraph that opens as a preamble or
    operative part does.

    An organ line with the first paragraph on the same line becomes a block of its own in `blocks`.
    """
    _cut_organ_lines(blocks, source, lexicon)
    texts = [(k, b) for k, b in enumerate(blocks) if b.kind == "text"]
    for place, (k, block) in enumerate(texts):
        after = texts[place + 1][1] if place + 1 < len(texts) else None
        if (paragraph := split_organ(block, source, lexicon)) is not None:
            blocks.insert(k + 1, paragraph)
            after = paragraph
        organ = organ_of(block, after, lexicon)
        if organ is not None:
            return TextStart(k, organ, True)
        if lexicon is not None and _opens_text(block, after, lexicon):
            return TextStart(k, None, True)
    if lexicon is None:  # no organ known by its name: the first line of that form
        for k, block in texts:
            if _may_name_organ(text := _EMPHASIS.sub("", block.text).strip()):
                return TextStart(k, text.rstrip(ENDS_ORGAN), True)
    return TextStart(0, None, False)


def _cut_organ_lines(blocks: list[Block], source: str, lexicon: Lexicon | None) -> None:
    """Cuts an organ line without a comma off the lines above it, where the text begins in the next block."""
    if lexicon is None:
        return
    for k, (block, after) in enumerate(pairwise(blocks[:_LOOKED_AT])):
        if block.kind != "text" or len(block.spans) > 1 or "\n" not in source[slice(*block.spans[0])]:
            continue
        last = lines_of(block, source)[-1]
        if organ_of(last, after, lexicon) is not None and last.text != block.text:
            blocks.insert(k + 1, block.cut(len(block.text) - len(last.text), source))
            return


def _opens_text(block: Block, after: Block | None, lexicon: Lexicon) -> bool:
    """Whether a block is clearly a preambular paragraph, whatever its closing mark, or a numbered one with an
    operative verb. Where only the form of its first word is that of a verb, a paragraph must follow.
    """
    text = block.text
    label = read_label(text)
    if label is not None and label.kind == "number" and _DECLARATION.match(text, label.length) is not None:
        return True
    if label is not None:
        unlabelled = text[label.length :]
        return (
            label.kind == "number"
            and closing_mark(unlabelled) in CLOSING_MARKS
            and opening_of(unlabelled, lexicon) is not None
        )
    if _ENDS_CLAUSE.search(text) is None or text.count(" ") < _FEWEST_BLANKS:
        return False
    if opening_of(text, lexicon, ("preambular",)) is not None:
        return True
    if block.loose or after is None or guess_opening(text, lexicon, "preambular") is None:
        return False
    is_one_of_many = _ENDS_CLAUSE.search(after.text) is not None and (
        guess_opening(after.text, lexicon, "preambular") is not None
    )
    return is_one_of_many or _begins_text(after.text, lexicon)
