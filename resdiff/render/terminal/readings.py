"""All readings of one paragraph as lines of a screen."""

from __future__ import annotations

from resdiff.core.history import History, Thread
from resdiff.render.terminal.lines import wrapped_lines
from resdiff.render.terminal.pieces import unified_of
from resdiff.render.terminal.rows import StyledLine
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.history import end_of, readings_of

_INDENT = 2


def thread_lines(history: History, thread: Thread, width: int, signs: bool) -> list[StyledLine]:
    """All readings of a paragraph as lines; `signs` puts [- -] and {+ +} round the words that go and come."""
    lines: list[StyledLine] = []
    for heading, reading, edits in readings_of(history, thread):
        lines += wrapped_lines([("strong", heading)], width)
        runs: list[StyledRun] = unified_of(edits, signs) if edits else [("", reading)]
        passage = wrapped_lines(runs, max(width - _INDENT, 1)) if reading else []
        lines += [[("", " " * _INDENT), *line] for line in passage]
        lines.append([])
    return [*lines, *wrapped_lines([("dropped", end_of(history, thread))], width)]
