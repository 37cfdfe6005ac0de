"""Words of a line that is too long, in the cells there are: those stay that say most."""

from __future__ import annotations

from collections.abc import Sequence

from resdiff.core.tokens import has_han
from resdiff.render.terminal.wrap import StyledRun, cells
from resdiff.render.views.brief_line import NOTE_GAP
from resdiff.render.views.brief_words import BETWEEN
from resdiff.render.views.pointed import Weigh, pointed

_ARROW = " → "
_LEAST_NEW = 16
"""Cells that the new wording has at least beside an old one."""
_MOST_OF_NOTE = 0.4
"""Share of the room that the note at the end of a line takes at most where the words before it are cut."""
_SIGNS = "+−…·→ "
"""What says nothing without words."""


def _cut(text: str, room: int, weigh: Weigh) -> str:
    """The words of a text that have room and say most, of Chinese the first characters, which are two cells
    wide.
    """
    if not has_han(text):
        return pointed(text, room, cells, weigh)
    end = 0
    while end < len(text) and cells(text[: end + 1]) <= room:
        end += 1
    return f"{text[:end]} …"


def cut_to_room(runs: Sequence[StyledRun], room: int, weigh: Weigh) -> list[StyledRun]:
    """The first runs, as many cells as there is room for, and of the last one the words that say most; of an
    old wording that would leave none for the new one only as much as that leaves.
    """
    style, note = runs[-1] if len(runs) > 1 else ("", "")
    is_note = style == "faint" and note.startswith(NOTE_GAP)
    if is_note and cells(note) <= room * _MOST_OF_NOTE:  # what is said of all that stands before it
        return [*cut_to_room(runs[:-1], room - cells(note), weigh), runs[-1]]
    first: list[StyledRun] = []
    for k, (style, text) in enumerate(runs):
        if (
            runs[k + 1 : k + 2] == [("", _ARROW)]
            and cells(text) + cells(_ARROW) + _LEAST_NEW > room > 2 * _LEAST_NEW
        ):
            first += [(style, _cut(text, (room - cells(_ARROW)) // 2, weigh)), ("", _ARROW)]
            room = room - cells(first[-2][1]) - cells(_ARROW)
            continue
        if (style, text) == ("", _ARROW) and first[-1:] == [("", _ARROW)]:
            continue
        if cells(text) <= room:
            first.append((style, text))
            room -= cells(text)
            continue
        shown = _cut(text, max(room, 0), weigh)
        if shown.strip(_SIGNS):
            return [*first, (style, shown)]
        return _without_beginning(first)
    return first


def _without_beginning(runs: list[StyledRun]) -> list[StyledRun]:
    """Runs without a change at their end of which no new word has room: 'sixty-fourth session →'."""
    if runs[-1:] == [("", _ARROW)]:
        runs = runs[:-2]
        while runs and runs[-1] != ("", BETWEEN):  # where in the text it stands
            runs = runs[:-1]
    return [*runs[:-1], ("", " …")] if runs[-1:] == [("", BETWEEN)] else runs
