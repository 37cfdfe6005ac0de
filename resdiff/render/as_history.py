"""The paragraphs of a lineage by its versions: one sign a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from textwrap import fill

from rich.cells import set_cell_size

from resdiff.core.history import Fate, History, Place, Thread, fate_at, shifts_at
from resdiff.core.model import Paragraph
from resdiff.core.verbs import VerbOutcome
from resdiff.core.worddiff import Edit
from resdiff.render.as_csv import csv_rows
from resdiff.render.as_markdown import escape
from resdiff.render.edits import edit_runs
from resdiff.render.labels import facts_of, labels_of, version_label
from resdiff.render.palette import SHIFT_SIGNS, Paint, StyleName, visible
from resdiff.render.survival import survival_text
from resdiff.render.views.style import STYLE_SIGNS
from resdiff.render.wrap import Run, wrap

FATES = {**STYLE_SIGNS, "first": ".", "reintroduced": "o"}
"""One sign for each fate of a paragraph; a dropped one has its sign in the first version without it."""
_VERBS: tuple[VerbOutcome, ...] = ("added", "dropped", "strengthened", "weakened", "recast", "disputed")
_WEIGHTIEST: tuple[VerbOutcome, ...] = ("weakened", "strengthened", "recast", "disputed", "dropped", "added")
_CELL = 3
_ID = 10
_OPENING = 24
"""The least cells for the opening words of a paragraph."""


def last_of(thread: Thread, history: History) -> Paragraph:
    """A paragraph as it was last seen."""
    place = thread.places[-1]
    return history.versions[place.version].paragraphs[place.paragraph]


def id_of(thread: Thread, history: History) -> str:
    """The id that a paragraph was last seen with, in brackets where it stands no longer."""
    identity = visible(last_of(thread, history).id)
    return identity if thread.last == len(history.versions) - 1 else f"({identity})"


Cell = tuple[Fate | None, VerbOutcome | None]
"""What became of a paragraph in a version and of its verbs; None for nothing."""


def _shift(history: History, place: Place) -> VerbOutcome | None:
    """The weightiest outcome of the verbs of a paragraph."""
    outcomes = [shift.outcome for shift in shifts_at(history, place)]
    return next((outcome for outcome in _WEIGHTIEST if outcome in outcomes), None)


def cell_of(thread: Thread, version: int, history: History) -> Cell:
    """What became of a paragraph in a version."""
    place = thread.at(version)
    return fate_at(history, thread, version), _shift(history, place) if place is not None else None


def history_text(history: History, threads: Sequence[Thread], width: int, is_coloured: bool) -> Iterator[str]:
    """The table below a list of the versions, then what each version kept and changed, and how long paragraphs live.

    The table goes in pages of as many versions as the width has room for; a page leaves out the paragraphs that do not stand in it.
    """
    paint = Paint(is_coloured)
    for k, (text, label) in enumerate(zip(history.versions, labels_of(history.versions), strict=True), start=1):
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
            told = [cell_of(thread, k, history) for k in versions]
            if any(fate for fate, _ in told):
                cells = "".join(paint(sign, style) for one in told for style, sign in cell_runs(one))
                paragraph = last_of(thread, history)
                yield f"{set_cell_size(id_of(thread, history), _ID)} {cells} {set_cell_size(visible(paragraph.text), opening).rstrip()}\n"
    yield "\n"
    yield from survival_text(history, width, paint)


def legend_lines(width: int) -> Iterator[str]:
    """What the signs mean; a sign and its word stay in one line."""
    gap = "\N{NO-BREAK SPACE}"
    signs = ", ".join(f"{sign}{gap}{fate}" for fate, sign in FATES.items())
    verbs = ", ".join(f"{SHIFT_SIGNS[word]}{gap}{word}" for word in _VERBS)
    yield from (f"{line.replace(gap, ' ')}\n" for line in fill(f"{signs}; beside them the verbs: {verbs}", max(width, 20)).splitlines())


def cell_runs(cell: Cell) -> list[Run]:
    """A cell as three characters: the sign of the fate, that of the verbs, a blank."""
    fate, shift = cell
    style: StyleName = "" if fate is None else "faint" if fate == "first" else "added" if fate == "reintroduced" else fate
    return [(style, FATES[fate] if fate else " "), (shift or "", SHIFT_SIGNS[shift] if shift else " "), ("", " ")]


def readings_of(history: History, thread: Thread) -> Iterator[tuple[str, str, Sequence[Edit]]]:
    """Each reading of a paragraph: a heading, the reading, and the edits that made it of the one before, where there are any."""
    for place in thread.places:
        text = history.versions[place.version]
        paragraph = text.paragraphs[place.paragraph]
        facts = facts_of(text)
        told = f"{FATES[place.fate]} {paragraph.id}  {place.fate}  {version_label(text)}{f' ({facts})' if facts else ''}"
        change = history.comparisons[place.version - 1].changes[place.change] if place.change is not None else None
        is_made = change is not None and change.base and place.fate != "reintroduced"
        yield visible(told), visible(paragraph.text), change.edits if change is not None and is_made and change.kind != "unchanged" else ()


def end_of(history: History, thread: Thread) -> str:
    """How a paragraph ended, in words; '' where it stands in the last version."""
    if thread.joined_to is not None:
        return f"then merged with {visible(last_of(history.threads[thread.joined_to], history).id)}"
    if thread.last < len(history.versions) - 1:
        return f"dropped in {visible(version_label(history.versions[thread.last + 1]))}"
    return ""


def thread_text(history: History, thread: Thread, width: int, is_coloured: bool) -> Iterator[str]:
    """All readings of one paragraph, with the words that changed between them."""
    paint = Paint(is_coloured)
    for heading, reading, edits in readings_of(history, thread):
        yield paint(heading, "strong") + "\n"
        runs: list[Run] = [*edit_runs(edits, is_coloured)] if edits else [("", reading)]
        yield from (f"  {line}\n" for line in wrap(runs, max(width - 2, 10), paint))
        yield "\n"
    ending = end_of(history, thread)
    yield f"{ending}\n" if ending else ""


def _table(history: History, threads: Sequence[Thread]) -> Iterator[list[str]]:
    yield ["thread", "id", "opening words", *labels_of(history.versions)]
    for thread in threads:
        paragraph = last_of(thread, history)
        cells = [" ".join(part for part in cell_of(thread, k, history) if part) for k in range(len(history.versions))]
        yield [str(thread.number), paragraph.id, " ".join(paragraph.text.split(" ")[:8]), *cells]


def history_csv(history: History, threads: Sequence[Thread]) -> Iterator[str]:
    """The table as CSV, with the fates as words."""
    rows = _table(history, threads)
    yield from csv_rows(next(rows), rows)


def history_markdown(history: History, threads: Sequence[Thread]) -> Iterator[str]:
    """The table in Markdown, with the fates as words."""
    rows = _table(history, threads)
    head = next(rows)
    for k, row in enumerate(chain([head], rows)):
        yield "| " + " | ".join(escape(value) for value in row) + " |\n"
        if k == 0:
            yield "|---" * len(head) + "|\n"
