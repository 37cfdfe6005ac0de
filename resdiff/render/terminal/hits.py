"""A text with the places marked that were sought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, wrap
from resdiff.render.views.characters import visible


def marked_runs(text: str, spans: Sequence[tuple[int, int]]) -> list[StyledRun]:
    """The text as runs, the characters [start, end) of each span in the style of what is found; spans stand
    in order and do not overlap.
    """
    runs: list[StyledRun] = []
    last = 0
    for start, end in spans:
        runs += [("", visible(text[last:start])), ("found", visible(text[start:end]))]
        last = end
    return [run for run in (*runs, ("", visible(text[last:]))) if run[1]]


_BEFORE = 24
"""Characters that stand before the first hit of a line."""


def hit_in_context(text: str, spans: Sequence[tuple[int, int]]) -> list[StyledRun]:
    """The words round the first hit, from a little before it to the end of the text."""
    if not spans or spans[0][0] <= _BEFORE:
        return marked_runs(text, spans)
    blank = text.find(" ", spans[0][0] - _BEFORE)
    start = blank + 1 if 0 <= blank < spans[0][0] else spans[0][0]
    return [("faint", "…"), *marked_runs(text[start:], [(a - start, b - start) for a, b in spans])]


def hit_lines(
    about: str, text: str, spans: Sequence[tuple[int, int]], width: int, is_coloured: bool
) -> Iterator[str]:
    """A hit as lines of a terminal: what is said about it, below it the text with its hits marked."""
    paint = Paint(colour=is_coloured)
    yield from (f"  {line}\n" for line in wrap([("strong", visible(about))], width - 2, paint))
    yield from (f"    {line}\n" for line in wrap(marked_runs(text, spans), width - 4, paint))
