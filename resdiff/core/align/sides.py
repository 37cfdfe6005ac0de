"""The two sides of an alignment as the aligner sees them: forms to be equal on, words to be similar on."""

from __future__ import annotations

from collections.abc import Sequence

from resdiff.core.model import Paragraph
from resdiff.core.tokens import Vocabulary, plain_style

_GROUP = {"preamble": "text", "operative": "text", "heading": "heading", "annex": "annex", "body": "text"}


class Side:
    """The paragraphs of one text; words are encoded when first asked for."""

    def __init__(self, paragraphs: Sequence[Paragraph], vocabulary: Vocabulary) -> None:
        self.paragraphs = paragraphs
        self._vocabulary = vocabulary
        self._codes: list[str | None] = [None] * len(paragraphs)
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
        """The reading of paragraph k without its closing mark."""
        return self.paragraphs[k].text.rstrip(" .,;:")

    def form(self, k: int) -> str:
        """The text by which two paragraphs count as equal: without typographic style, ordering words and
        the case of the opening.
        """
        paragraph = self.paragraphs[k]
        text = plain_style(paragraph.text.rstrip(" .,;:"))
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

    def group(self, k: int) -> str:
        """Paragraphs of different groups never correspond: headings, annexes, and all the rest."""
        return _GROUP[self.paragraphs[k].part]

    def part(self, k: int) -> str:
        """preamble, operative, heading, annex or body."""
        return self.paragraphs[k].part
