"""Where the lines of a reading break, in cells; words are cut only where they are longer than a line.

Heights of all paragraphs are wanted at every resize, so texts of single-cell characters, which are nearly
all, are broken by looking for blanks from the right instead of word by word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from resdiff.render.terminal.wrap import StyledRun

LineSpan = tuple[int, int]
"""Characters [start, end) of a text."""


def breaks(text: str, width: int) -> list[LineSpan]:
    """The lines of a text, at least one; the blank at which a line breaks stands in none.

    A line has one cell at least.
    """
    width = max(width, 1)
    return _narrow(text, width) if text.isascii() or cell_len(text) == len(text) else _wide(text, width)


def height(text: str, width: int) -> int:
    """How many lines a text takes."""
    return len(breaks(text, width)) if len(text) > max(width, 1) or not text.isascii() else 1


def _narrow(text: str, width: int) -> list[LineSpan]:
    shown = []
    start, size = 0, len(text)
    while size - start > width:
        blank = text.rfind(" ", start + 1, start + width + 1)
        end = blank if blank > 0 else start + width
        shown.append((start, end))
        start = end + 1 if text[end : end + 1] == " " else end
    shown.append((start, size))
    return shown


def _wide(text: str, width: int) -> list[LineSpan]:
    shown = []
    start = 0
    while start < len(text):
        end, used = start, 0
        while end < len(text) and used + cell_len(text[end]) <= width:
            used += cell_len(text[end])
            end += 1
        end = max(end, start + 1)
        if end < len(text):
            blank = text.rfind(" ", start + 1, end + 1)
            end = blank if blank > 0 else end
        shown.append((start, end))
        start = end + 1 if text[end : end + 1] == " " else end
    return shown or [(0, 0)]


def wrapped_lines(runs: Iterable[StyledRun], width: int) -> list[list[StyledRun]]:
    """Styled runs as lines of at most `width` cells."""
    pieces = [(style, text) for style, text in runs if text]
    return cut(pieces, breaks("".join(text for _, text in pieces), width))


def clipped(runs: Sequence[StyledRun], width: int) -> list[StyledRun]:
    """Styled runs in one line of so many cells, '…' where they are cut."""
    text = "".join(text for _, text in runs)
    if cell_len(text) <= width:
        return list(runs)
    fits = bisect_right(range(1, len(text) + 1), max(width - 1, 0), key=lambda end: cell_len(text[:end]))
    return [*cut(runs, [(0, fits)])[0], ("faint", "…")]


def cut(runs: Sequence[StyledRun], spans: Iterable[LineSpan]) -> list[list[StyledRun]]:
    """The runs of each span of their joined text, in order."""
    pieces = []
    k = begin = 0
    for start, end in spans:
        line: list[StyledRun] = []
        while k < len(runs) and begin + len(runs[k][1]) <= start:
            begin += len(runs[k][1])
            k += 1
        j, at = k, begin
        while j < len(runs) and at < end:
            style, text = runs[j]
            line.append((style, text[max(start - at, 0) : end - at]))
            at += len(text)
            j += 1
        pieces.append(line)
    return pieces
