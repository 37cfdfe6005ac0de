"""Source -> reading: spaces folded, number, emphasis and line-end hyphens lifted, each with its place in the
source.

A hyphen at a line end is removed only where it is not part of the word: where the text has the word
elsewhere without it, or where its second half cannot be a word.
"""

from __future__ import annotations

import re
from functools import cached_property

from resdiff.core.languages import english
from resdiff.core.model import Paragraph, Span, StrippedKind, StrippedSpan
from resdiff.core.parse.layout.blocks import offset_of, one_line

_RARE_MARKS = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]|[\u2010\u2011]\\s")
_EMPHASIS = re.compile(
    r"(?<![\w*_])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]*(?:\n[^*_\n]+)*?)(?<=\S)(\1)(?![\w*_])"
)
_LINE_HYPHEN = re.compile(
    "(?P<one>(?<![^\\W\\d_])[^\\W\\d_]+|(?<!\\d)\\d+)(?P<hyphen>[-\u2010\u2011])(?P<gap>\\s+)(?P<two>\\w+)(?P<more>[-\u2010\u2011]?)"
)
_HYPHEN_BEFORE_BLANK = re.compile(r"-\s")
_HALVES = re.compile("(?<![^\\W\\d_])[^\\W\\d_]+[-\u2010\u2011][^\\S\\n]*\\n\\s*[^\\W\\d_]+")
_SOFT = re.compile("\u00ad(?:[^\\S\\n]*\\n\\s*)?")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
_FRAGMENTS = re.compile(english.FRAGMENT)


class Readings:
    """Makes readings of passages of one source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._marks = tuple(mark for mark in "*_" if mark in source)
        self._has_hyphens = _HYPHEN_BEFORE_BLANK.search(source) is not None

    @cached_property
    def _words(self) -> frozenset[str]:
        """Every word of the source in lower case, hyphened ones whole, halves at a line end left out."""
        whole = _HALVES.sub(" ", self._source.lower())
        return frozenset(re.findall(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*", whole))

    def read(
        self, text: str, spans: list[Span], start: int, length: int
    ) -> tuple[str, tuple[StrippedSpan, ...]]:
        """The reading of the passage in `spans` and what was lifted from it.

        `text` is the passage folded to one line; its characters [start, length) are the printed number.
        """
        source = self._source
        if not self._is_special(text, spans):
            if not length:
                return text, ()
            reading = text[:start] + text[length:] if start else text[length:]
            return reading, (self._number(text, spans, start, length),)
        lifts: list[StrippedSpan] = []
        if length:
            lifts.append(self._number(text, spans, start, length))
        glued: list[Span] = []
        for a, b in spans:
            self._lift_within(a, b, lifts, glued)
        lifts.sort(key=lambda lift: lift[1])
        return fold(source, spans, lifts, glued), tuple(lifts)

    def _is_special(self, text: str, spans: list[Span]) -> bool:
        """Whether anything but a number may have to be lifted; `text` is the passage folded."""
        find = self._source.find
        for a, b in spans:
            for mark in self._marks:
                if find(mark, a, b) >= 0:
                    return True
            if self._has_hyphens and _HYPHEN_BEFORE_BLANK.search(self._source, a, b) is not None:
                return True
        return not text.isascii() and any(
            _RARE_MARKS.search(self._source, a, b) is not None for a, b in spans
        )

    def _number(self, text: str, spans: list[Span], start: int, length: int) -> StrippedSpan:
        """The place in the source of the number, characters [start, length) of the folded text."""
        number = text[start:length].rstrip()
        begin = spans[0][0]
        if not start and self._source.startswith(number, begin):
            return ("number", begin, begin + len(number))
        begin = offset_of(self._source, spans, start)
        last = start + len(number) - number.count(" ") - 1
        return ("number", begin, offset_of(self._source, spans, last) + 1)

    def _lift_within(self, a: int, b: int, lifts: list[StrippedSpan], glued: list[Span]) -> None:
        source = self._source
        for match in _EMPHASIS.finditer(source, a, b):
            kind: StrippedKind = "emphasis"
            lifts.append((kind, match.start(1), match.end(1)))
            lifts.append((kind, match.start(3), match.end(3)))
        within = [(s, e) for _, s, e in lifts]
        invisible = [
            match.span()
            for match in _INVISIBLE.finditer(source, a, b)
            if not any(s <= match.start() < e for s, e in within)
        ]
        lifts.extend(("invisible", start, end) for start, end in invisible)
        for match in _SOFT.finditer(source, a, b):
            lifts.append(("hyphen", match.start(), match.start() + 1))
            glued.append((match.start() + 1, match.end()))
        for match in _LINE_HYPHEN.finditer(source, a, b):
            if match["two"] in english.SUSPENDED and not match["more"]:
                continue
            glued.append(match.span("gap"))
            if self._is_undone(match["one"], match["two"]):
                lifts.append(("hyphen", match.start("hyphen"), match.end("hyphen")))

    def _is_undone(self, one: str, two: str) -> bool:
        """Whether the hyphen between two halves only parts a word at the line's end."""
        if not (one[-1].islower() and two[0].islower()):
            return False
        first, second = one.lower(), two.lower()
        if first in english.PREFIXES:
            return False
        whole, compound = first + second, f"{first}-{second}"
        if compound in self._words or compound.replace("-", "‑") in self._words:
            return False
        if whole in self._words:
            return True
        return _FRAGMENTS.fullmatch(second) is not None and second not in self._words


def count_before(source: str, paragraph: Paragraph, place: int) -> int:
    """How many characters of the reading, blanks left out, stand before a place of the source."""
    lifted = {k for _, start, end in paragraph.stripped for k in range(start, end)}
    return sum(
        not source[k].isspace() and k not in lifted
        for start, end in paragraph.source
        for k in range(start, min(end, place))
    )


def fold(source: str, spans: list[Span], lifts: list[StrippedSpan], glued: list[Span] = []) -> str:  # noqa: B006 - never changed
    """The passages in `spans` on one line, without what was lifted; blanks in `glued` leave no space."""
    cuts = sorted([(s, e) for _, s, e in lifts] + list(glued))
    parts: list[str] = []
    for a, b in spans:
        position = a
        for s, e in cuts:
            if a <= s < b:
                parts.append(source[position:s])
                position = max(position, e)
        parts.append(source[position:b])
        parts.append("\n")
    return one_line("".join(parts).split())
