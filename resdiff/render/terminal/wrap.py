"""Wraps runs of styled words to a width in cells; words are cut only where they are longer than a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from resdiff.core.patterns import HAN, compiled_late
from resdiff.core.tokens import has_han
from resdiff.render.terminal.paint import Paint
from resdiff.render.views.style import StyleName

StyledRun = tuple[StyleName, str]
"""A style ('' for none) and a text."""

_AHEAD = 4
"""Characters that may make one cell, marks above and below counted.

Where there are more, a line ends early.
"""
_PIECES = re.compile(r"\s+|\S+")
_OPENING, _CLOSING = "《〈（「『“‘", "，。；：、！？）》〉」』”’"
_OPENS, _CLOSES = rf"(?:[{_OPENING}]|\[-|\{{\+)*", rf"(?:[{_CLOSING}]|-\]|\+\}}|[,;.:)!?](?!\w))*"
_UNITS = compiled_late(
    rf"{_OPENS}(?:[{HAN}]|(?:(?!\[-|\{{\+|-\]|\+\}})[^{HAN}{_OPENING}{_CLOSING}])+){_CLOSES}|[{_OPENING}{_CLOSING}]+|."
)
"""What is not parted within Chinese: a character, or a number or Latin word, with the signs at it."""


def wrap(runs: Iterable[StyledRun], width: int, paint: Paint) -> list[str]:
    """The runs as lines of at most `width` cells, styled.

    Signs of uncoloured edits count as part of their words.
    """
    return [_painted(line, paint) for line in _lines(runs, width, paint)]


def fitted(text: str, size: int, is_right: bool = False) -> str:
    """A text in so many cells: blanks behind it, or before it where it stands at the right; '…' for what does
    not fit.
    """
    if cells(text) > size:
        fits = bisect_right(range(1, len(text)), size - 1, key=lambda end: cells(text[:end]))
        text = f"{text[:fits]}…"
    gap = " " * (size - cells(text))
    return gap + text if is_right else text + gap


def beside(
    left: Iterable[StyledRun], right: Iterable[StyledRun], width: int, paint: Paint, bar: str = " │ "
) -> Iterator[str]:
    """Two columns as lines of at most `width` cells in all."""
    column = (width - len(bar)) // 2
    nothing: list[StyledRun] = []
    for one, two in zip_longest(_lines(left, column, paint), _lines(right, column, paint), fillvalue=nothing):
        gap = " " * (column - sum(cell_len(text) for _, text in one))
        yield f"{_painted(one, paint)}{gap}{bar}{_painted(two, paint)}"


def _lines(runs: Iterable[StyledRun], width: int, paint: Paint) -> list[list[StyledRun]]:
    lines: list[list[StyledRun]] = [[]]
    used = 0
    for gap, word in _words(_signed(runs, paint)):
        size = sum(cell_len(text) for _, text in word)
        if used and used + gap + size > width:
            lines.append([])
            used = 0
        if used and gap:
            style = word[0][0] if lines[-1] and lines[-1][-1][0] == word[0][0] else ""
            lines[-1].append((style, " "))
            used += 1
        for style, text in word:
            used = _place(lines, used, style, text, width)
    return lines


def _place(lines: list[list[StyledRun]], used: int, style: StyleName, text: str, width: int) -> int:
    """Puts a piece of a word at the end of the last line and, as far as it does not fit, on new ones.

    Gives the cells then used.
    """
    place = 0
    while place < len(text):
        ahead = text[
            place : place + _AHEAD * width
        ]  # no more is looked at for a line, so that long words take no longer than they are
        if place + len(ahead) == len(text) and used + cell_len(ahead) <= width:
            lines[-1].append((style, ahead))
            return used + cell_len(ahead)
        head = _fitting(ahead, width - used)
        if used and used + cell_len(head) > width:
            lines.append([])
            used = 0
            continue
        lines[-1].append((style, head))
        place += len(head)
        if place == len(text):
            return used + cell_len(head)
        lines.append([])
        used = 0
    return used


def _signed(runs: Iterable[StyledRun], paint: Paint) -> Iterable[StyledRun]:
    """The runs, edits between signs where there is no colour; the signs stand at the words, not at blanks."""
    for style, text in runs:
        if paint.colour or style not in ("delete", "insert"):
            yield style, text
            continue
        before = text[: len(text) - len(text.lstrip())]
        after = text[len(text.rstrip()) :] if text.strip() else ""
        yield "", before + paint.edit(style, text.strip()) + after


def _words(runs: Iterable[StyledRun]) -> Iterator[tuple[int, list[StyledRun]]]:
    """Words as lists of runs, each with the blanks before it, one, or none as in Chinese; a word may change
    its style within.
    """
    gap, word = 1, list[StyledRun]()
    for style, text in runs:
        for piece in _PIECES.findall(text):
            if piece.isspace():
                if word:
                    yield gap, word
                gap, word = 1, []
                continue
            first, *others = _UNITS.findall(piece) if has_han(piece) else (piece,)
            word.append((style, first))
            for unit in others:
                yield gap, word
                gap, word = 0, [(style, unit)]
    if word:
        yield gap, word


def _fitting(text: str, width: int) -> str:
    """As much of the text as fits the width, one character at least."""
    end = 1
    while end < len(text) and cell_len(text[: end + 1]) <= width:
        end += 1
    return text[:end]


def _painted(line: Sequence[StyledRun], paint: Paint) -> str:
    """The line with neighbouring runs of a style painted at once."""
    parts: list[str] = []
    style: StyleName = ""
    pending = ""
    for kind, text in line:
        if kind != style:
            parts.append(paint(pending, style))
            style, pending = kind, ""
        pending += text
    return "".join([*parts, paint(pending, style)])


def cells(text: str) -> int:
    """The cells that a text without styles takes."""
    return cell_len(text)
