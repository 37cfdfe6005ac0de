"""The two sides of an alignment as the aligner sees them: forms to be equal on, words to be similar on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resdiff.core.languages import CLOSING_MARKS, english
from resdiff.core.model import CELL, Paragraph
from resdiff.core.tokens import Vocabulary, plain_style

_SUBJECT = re.compile(english.FORMULA_SUBJECT)
_MARKS = f" .,;:{''.join(CLOSING_MARKS)}"
"""Marks with which a paragraph ends, which make no other paragraph."""
_SECTION = re.compile(r"^(?:[IVXL]+\.?|[A-Z]\.) (?=\w)")
_PARTICLES = frozenset("the a an of and to in on for".split())
_GROUP = {
    "preamble": "text",
    "operative": "text",
    "heading": "heading",
    "annex": "annex",
    "body": "text",
    "table": "table",
}


class Side:
    """The paragraphs of one text; words are encoded when first asked for."""

    def __init__(self, paragraphs: Sequence[Paragraph], vocabulary: Vocabulary) -> None:
        self.paragraphs = paragraphs
        self._vocabulary = vocabulary
        self._codes: list[str | None] = [None] * len(paragraphs)
        self._subjects: list[dict[str, frozenset[str]] | None] = [None] * len(paragraphs)
        self._without_ordering: dict[tuple[str, tuple[str, ...]], str] = {}

    def __len__(self) -> int:
        return len(self.paragraphs)

    def code(self, k: int) -> str:
        """The words of paragraph k, one character each, closing mark apart."""
        cached = self._codes[k]
        if cached is None:
            cached = self._codes[k] = self._vocabulary.encode(self.body(k))
        return cached

    def body(self, k: int) -> str:
        """The reading of paragraph k without its closing mark, of a heading without its number: another
        section may have that.
        """
        text = self.paragraphs[k].text.rstrip(_MARKS)
        return _SECTION.sub("", text) if self.paragraphs[k].part == "heading" else text

    def form(self, k: int) -> str:
        """The text by which two paragraphs count as equal: without typographic style, ordering words and
        the case of the opening.
        """
        paragraph = self.paragraphs[k]
        text = plain_style(paragraph.text.rstrip(_MARKS))
        opening = paragraph.opening
        if opening is None:
            return text[:1].lower() + text[1:]
        written = text[opening.start : opening.end]
        return self._opening_form(written, opening.phrase.ordering) + text[opening.end :]

    def _opening_form(self, written: str, ordering: tuple[str, ...]) -> str:
        key = (written, ordering)
        form = self._without_ordering.get(key)
        if form is None:
            words = [w for w in written.lower().split() if w.strip(",") not in ordering]
            form = self._without_ordering[key] = " ".join(words)
        return form

    def subject(self, k: int) -> dict[str, frozenset[str]]:
        """The words of what a formula is about, by its kind: item, sub-item, mandate; empty elsewhere."""
        cached = self._subjects[k]
        if cached is None:
            text = plain_style(self.paragraphs[k].text)
            has_formula = any(mark in text for mark in english.FORMULA_MARKS)
            matches = _SUBJECT.finditer(text) if has_formula else ()
            cached = self._subjects[k] = {
                match.lastgroup: frozenset(match[match.lastgroup].lower().split()) - _PARTICLES
                for match in matches
                if match.lastgroup is not None
            }
        return cached

    def group(self, k: int) -> str:
        """Paragraphs of different groups never correspond: headings, annexes, rows, and all the rest."""
        return _GROUP[self.paragraphs[k].part]

    def number(self, k: int) -> str:
        """The number printed before paragraph k of the first level with its part, of a row its first cell; ''
        where it has none.
        """
        paragraph = self.paragraphs[k]
        if paragraph.part == "table":
            return f"table {paragraph.text.split(CELL)[0].casefold()}"
        return f"{paragraph.part} {paragraph.label}" if paragraph.label and paragraph.level == 1 else ""

    def part(self, k: int) -> str:
        """preamble, operative, heading, annex, body or table."""
        return self.paragraphs[k].part
