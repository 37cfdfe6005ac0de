"""Paragraphs that move within somebody's Word document: the copy at the new place, and the ranges that tie
both ends (ECMA-376-1, 17.13.5.21 to 17.13.5.28).
"""

from __future__ import annotations

from copy import deepcopy
from typing import Literal

from lxml import etree

from resdiff.render.word.own_notes import OwnNotes
from resdiff.render.word.signs import Author, WordElement, mark_end, name_of_element, w

_NOT_COPIED = frozenset(
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference proofErr permStart permEnd"
    " del moveFrom moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd rPrChange pPrChange"
    " sectPr numberingChange".split()
)
"""What belongs to one place of a document, and what others have changed in it: the copy has their changes
accepted.
"""
_UNWRAPPED = ("ins", "moveTo")


def moved_copy(paragraph: WordElement, notes: OwnNotes, author: Author) -> WordElement:
    """A copy of a paragraph with its looks, all of it marked as moved to there; its footnotes are copies."""
    copy = deepcopy(paragraph)
    for element in list(copy.iter(etree.Element)):
        name = name_of_element(element)
        parent = element.getparent()
        if parent is None:
            continue
        if name in _NOT_COPIED or (name in _UNWRAPPED and name_of_element(parent) == "rPr"):
            parent.remove(element)
        elif name in _UNWRAPPED:
            for inner in list(element):
                element.addprevious(inner)
            parent.remove(element)
    for run in [one for one in copy.iter(w("r")) if not _is_within_run(one, copy)]:
        change = author.tagged("moveTo")
        run.getparent().replace(run, change)
        change.append(run)
    for call in list(copy.iter(w("footnoteReference"))):
        notes.copy_for(call)
    mark_end(copy, author.tagged("moveTo"))
    return copy


def _is_within_run(run: WordElement, paragraph: WordElement) -> bool:
    """Whether a run stands in a text box of another."""
    parent = run.getparent()
    while parent is not None and parent is not paragraph:
        if name_of_element(parent) == "r":
            return True
        parent = parent.getparent()
    return False


def put_in_range(
    paragraph: WordElement, end: Literal["moveFrom", "moveTo"], name: str, author: Author
) -> WordElement:
    """Puts one end of a move into its range, which bears the name of the move; gives the element behind."""
    start = author.tagged(f"{end}RangeStart")
    start.set(w("name"), name)
    paragraph.addprevious(start)
    behind = etree.Element(w(f"{end}RangeEnd"), {w("id"): start.get(w("id"))})
    paragraph.addnext(behind)
    return behind
