"""The characters of a PDF page -> its lines: with their places, sizes and styles, raised numbers as
superscripts.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from resdiff.readers.page_furniture import PageLine
from resdiff.readers.source_builder import SUPERSCRIPT

_ITALIC = 1 << 6
"""The flag of italic fonts in the descriptor of a font (ISO 32000-1, table 123)."""
_RUN = re.compile(r"[^\r\n\x02\ufffe]+[\x02\ufffe]?")
"""What stands in one line; behind a hyphen at the end of a line PDFium tells no line break."""
_BLANKS = re.compile(r"\s+")
_RAISED_SIGN = re.compile(r"[\d*]+")
_SMALL = 0.8
"""A sign that is lower than this share of its line, and raised above it, is a superscript."""
_RAISED = 0.12
_SAME_LINE = 0.5
"""Runs whose bottoms differ by less than this share of their height stand in one line."""
_WORD_GAP = 0.16
"""A gap that is wider than this share of the height of a line parts words."""
_WIDE_LETTERS = 0.5
"""A run that takes more room a letter than this share of its height has wide gaps."""
_WIDE_GAP = 2.0
"""A gap of as many heights parts what stands in one line."""
_LIGATURE = re.compile(r"(?:f[fil]|ft)(?= [a-z])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff]")
_LETTERS = str.maketrans(
    {"\x02": "-", "\ufffe": "-", "\u00ad": "-", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
)
"""Hyphens at line ends as PDFium tells them, and letters that are drawn as one."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""


class _Characters:
    """The characters of a page, as PDFium counts them."""

    def __init__(self, page: pypdfium2.PdfTextPage) -> None:
        self._page = page.raw
        self._rectangle = raw.FS_RECTF()
        self._font = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        count = page.count_chars()
        text = page.get_text_range()
        self.text = text if len(text) == count else "".join(self._char(k) for k in range(count))

    def _char(self, k: int) -> str:
        code = raw.FPDFText_GetUnicode(self._page, k)
        return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"

    def box(self, k: int) -> Box:
        """The room that a character has in its font."""
        raw.FPDFText_GetLooseCharBox(self._page, k, self._rectangle)
        rectangle = self._rectangle
        return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top

    def is_generated(self, k: int) -> bool:
        """Whether a character does not stand in the document: PDFium has put a blank into a gap."""
        return bool(raw.FPDFText_IsGenerated(self._page, k))

    def style(self, k: int) -> tuple[bool, bool]:
        """Whether a character stands in italics, by the flag or the name of its font, and in bold, by its
        name.
        """
        raw.FPDFText_GetFontInfo(self._page, k, self._font, len(self._font), self._flags)
        name = self._font.value.lower()
        return bool(self._flags.value & _ITALIC) or b"italic" in name or b"oblique" in name, b"bold" in name


def page_lines(page: pypdfium2.PdfTextPage, number: int) -> Iterator[PageLine]:
    """The lines of a page, in the order in which it writes them; `number` is that of the page, from 0."""
    chars = _Characters(page)
    pending: PageLine | None = None
    for match in _RUN.finditer(chars.text):
        for start, end in _parts(chars, match.start(), match.end()):
            line = _line(chars, start, end, number)
            if line is None:
                continue
            joined = _joined(pending, line) if pending is not None else None
            if pending is not None and joined is None:
                yield pending
            pending = joined or line
    if pending is not None:
        yield pending


def _parts(chars: _Characters, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run in parts [start, end): parted where it leaves wide room between words, and where it goes on in
    another line.
    """
    run = chars.text[start:end]
    end = start + len(run.rstrip())
    start += len(run) - len(run.lstrip())
    if start >= end:
        return
    left, bottom, _, top = chars.box(start)
    _, end_bottom, right, end_top = chars.box(end - 1)
    height = max(top - bottom, end_top - end_bottom)
    is_wide = right - left > _WIDE_LETTERS * height * (end - start) or right < left
    if is_wide or abs(end_bottom - bottom) > _SAME_LINE * height:
        for match in _BLANKS.finditer(chars.text, start, end):
            one, two = chars.box(match.start() - 1), chars.box(match.end())
            if two[0] - one[2] > _WIDE_GAP * height or two[2] < one[0] or _is_lower(two, one):
                yield start, match.start()
                start = match.end()
    yield start, end


def _is_lower(two: Box, one: Box) -> bool:
    """Whether a character stands in a line below another."""
    return two[3] < one[1] + _SAME_LINE * (one[3] - one[1])


def _line(chars: _Characters, start: int, end: int, page: int) -> PageLine | None:
    """The line of the characters [start, end); None where they show nothing."""
    left, bottom, right, top = chars.box(start)
    last = chars.box(end - 1)
    if _is_raised((bottom, top), (last[1], last[3])):  # it begins with a superscript
        bottom, top = last[1], last[3]
    text = _CONTROL.sub("", _text(chars, start, end, bottom, top - bottom).translate(_LETTERS)).strip()
    is_italic, is_bold = chars.style(start)
    return (
        PageLine(page, left, max(right, last[2]), bottom, top - bottom, is_italic, is_bold, text)
        if text
        else None
    )


def _is_raised(one: tuple[float, float], two: tuple[float, float]) -> bool:
    """Whether a sign stands higher and is smaller than another; both are bottom and top."""
    height, whole = one[1] - one[0], two[1] - two[0]
    return height < _SMALL * whole and one[0] > two[0] + _RAISED * whole


def _text(chars: _Characters, start: int, end: int, bottom: float, height: float) -> str:
    """The characters [start, end): raised numbers as superscripts close to the word before, no blank within a
    drawn word.
    """
    body = chars.text[start:end]
    parts: list[str] = []
    last = 0
    for match in _RAISED_SIGN.finditer(body):
        raised = [
            _is_raised(chars.box(start + k)[1::2], (bottom, bottom + height)) for k in range(*match.span())
        ]
        if any(raised):
            begin = match.start() + raised.index(True)
            until = begin + sum(raised[begin - match.start() :])
            parts += [
                _words(chars, start, last, begin, height).rstrip(),
                body[begin:until].translate(SUPERSCRIPT),
            ]
            last = until
    return "".join([*parts, _words(chars, start, last, len(body), height)])


def _words(chars: _Characters, start: int, begin: int, end: int, height: float) -> str:
    """A piece of a run without the blanks that PDFium has put behind letters that are drawn as one ('suffi
    cient').
    """
    text = chars.text[start + begin : start + end]
    gaps = [
        match.end()
        for match in _LIGATURE.finditer(text)
        if _is_narrow(chars, start + begin + match.end(), height)
    ]
    return "".join(sign for k, sign in enumerate(text) if k not in gaps) if gaps else text


def _is_narrow(chars: _Characters, blank: int, height: float) -> bool:
    """Whether a blank stands in a gap that parts no words."""
    return (
        chars.is_generated(blank) and chars.box(blank + 1)[0] - chars.box(blank - 1)[2] < _WORD_GAP * height
    )


def _joined(one: PageLine, two: PageLine) -> PageLine | None:
    """Two runs as one where the second stands behind the first in the same line; None where it does not."""
    height = max(one.height, two.height)
    is_raised = _is_raised((two.bottom, two.bottom + two.height), (one.bottom, one.bottom + one.height))
    gap = two.left - one.right
    if (
        gap < -_SAME_LINE * height
        or gap > _WIDE_GAP * height
        or (abs(one.bottom - two.bottom) > _SAME_LINE * height and not is_raised)
    ):
        return None
    is_mark = is_raised and two.text.isdigit()
    blank = " " if gap > _WORD_GAP * height and not is_mark else ""
    text = f"{one.text}{blank}{two.text.translate(SUPERSCRIPT) if is_mark else two.text}"
    bottom = one.bottom if is_raised else min(one.bottom, two.bottom)
    return PageLine(one.page, one.left, two.right, bottom, height, one.is_italic, one.is_bold, text)
