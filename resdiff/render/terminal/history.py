"""The paragraphs of a lineage by its versions: one sign a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill

from rich.cells import set_cell_size

from resdiff.core.history import History, Thread
from resdiff.core.verbs import VerbOutcome
from resdiff.render.terminal.edits import edit_runs
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.survival import survival_text
from resdiff.render.terminal.wrap import StyledRun, wrap
from resdiff.render.views.characters import visible
from resdiff.render.views.history import FATES, cell_of, cell_runs, end_of, id_of, last_of, readings_of
from resdiff.render.views.labels import facts_of, labels_of
from resdiff.render.views.style import SHIFT_SIGNS

_VERBS: tuple[VerbOutcome, ...] = (
    "added",
    "dropped",
    "strengthened",
    "weakened",
    "recast",
    "recalled",
    "disputed",
)
_CELL = 3
_ID = 10
_OPENING = 24
"""The least cells for the opening words of a paragraph."""


def history_text(history: History, threads: Sequence[Thread], width: int, is_coloured: bool) -> Iterator[str]:
    """The table below a list of the versions, then what each version kept and changed, and how long
    paragraphs live.

    The table goes in pages of as many versions as the width has room for; a page leaves out the paragraphs
    that do not stand in it.
    """
    paint = Paint(colour=is_coloured)
    for k, (text, label) in enumerate(
        zip(history.versions, labels_of(history.versions), strict=True), start=1
    ):
        facts = facts_of(text)
        yield f"{k:>3}  {visible(label)}{f'  {visible(facts)}' if facts else ''}\n"
    yield "\n"
    yield from legend_lines(width)
    room = max((width - _ID - _OPENING - 2) // _CELL, 1)
    for first in range(0, len(history.versions), room):
        versions = range(first, min(first + room, len(history.versions)))
        opening = max(width - _ID - 2 - _CELL * len(versions), 1)
        yield "\n" + " " * _ID + " " + "".join(f"{k + 1:<{_CELL}}" for k in versions).rstrip() + "\n"
        for thread in threads:
            shown = [cell_of(thread, k, history) for k in versions]
            if any(fate for fate, _ in shown):
                cells = "".join(paint(sign, style) for one in shown for style, sign in cell_runs(one))
                paragraph = last_of(thread, history)
                yield (
                    f"{set_cell_size(id_of(thread, history), _ID)} {cells}"
                    f" {set_cell_size(visible(paragraph.text), opening).rstrip()}\n"
                )
    yield "\n"
    yield from survival_text(history, width, paint)


def legend_lines(width: int) -> Iterator[str]:
    """What the signs mean; a sign and its word stay in one line."""
    gap = "\N{NO-BREAK SPACE}"
    signs = ", ".join(f"{sign}{gap}{fate}" for fate, sign in FATES.items())
    verbs = ", ".join(f"{SHIFT_SIGNS[word]}{gap}{word}" for word in _VERBS)
    yield from (
        f"{line.replace(gap, ' ')}\n"
        for line in fill(f"{signs}; beside them the verbs: {verbs}", max(width, 20)).splitlines()
    )


def thread_text(history: History, thread: Thread, width: int, is_coloured: bool) -> Iterator[str]:
    """All readings of one paragraph, with the words that changed between them."""
    paint = Paint(colour=is_coloured)
    for heading, reading, edits in readings_of(history, thread):
        yield paint(heading, "strong") + "\n"
        runs: list[StyledRun] = [*edit_runs(edits, is_coloured)] if edits else [("", reading)]
        if reading:
            yield from (f"  {line}\n" for line in wrap(runs, max(width - 2, 10), paint))
        yield "\n"
    ending = end_of(history, thread)
    yield f"{ending}\n" if ending else ""
