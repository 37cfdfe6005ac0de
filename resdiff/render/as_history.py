"""The paragraphs of a lineage by its versions: one sign a cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rich.cells import set_cell_size

from resdiff.core.history import History, Place, Thread, fate_at, shifts_at
from resdiff.core.model import Paragraph
from resdiff.render.as_csv import cell
from resdiff.render.as_json import encode
from resdiff.render.as_markdown import escape
from resdiff.render.edits import edit_runs
from resdiff.render.labels import facts_of, version_label
from resdiff.render.palette import MOVED, SHIFT_SIGNS, SIGNS, Paint, visible
from resdiff.render.wrap import Run, wrap

HISTORY = "resdiff/history/1"
FATES = {**SIGNS, "moved": MOVED, "first": ".", "reintroduced": "o"}
"""One sign for each fate of a paragraph; a dropped one has its sign in the first version without it."""
_CELL = 3
_ID = 10
_OPENING = 24
"""The least cells for the opening words of a paragraph."""


def _last(thread: Thread, history: History) -> Paragraph:
    """A paragraph as it was last seen."""
    place = thread.places[-1]
    return history.versions[place.version].paragraphs[place.paragraph]


def _shift(history: History, place: Place) -> str:
    """The word of the weightiest verb shift of a cell."""
    words = [shift.shift or shift.change for shift in shifts_at(history, place)]
    return next((word for word in ("weakened", "strengthened", "recast", "disputed", "dropped", "added") if word in words), "")


def _cell(thread: Thread, version: int, history: History) -> tuple[str, str]:
    """What became of a paragraph in a version, '' where that is nothing; and its verb shift."""
    place = thread.at(version)
    return fate_at(history, thread, version) or "", _shift(history, place) if place is not None else ""


def history_text(history: History, threads: Sequence[Thread], width: int, is_coloured: bool) -> Iterator[str]:
    """The table, in pages of as many versions as the width has room for, below a list of the versions."""
    paint = Paint(is_coloured)
    for k, text in enumerate(history.versions, start=1):
        facts = facts_of(text)
        yield f"{k:>3}  {visible(version_label(text))}{f'  {visible(facts)}' if facts else ''}\n"
    yield "\n" + "  ".join(f"{sign} {fate}" for fate, sign in FATES.items()) + "\n"
    yield "beside them the verbs: " + "  ".join(f"{SHIFT_SIGNS[word]} {word}" for word in ("strengthened", "weakened", "recast")) + "\n"
    room = max((width - _ID - _OPENING - 2) // _CELL, 1)
    for first in range(0, len(history.versions), room):
        versions = range(first, min(first + room, len(history.versions)))
        opening = max(width - _ID - 2 - _CELL * len(versions), 1)
        yield "\n" + " " * _ID + " " + "".join(f"{k + 1:<{_CELL}}" for k in versions).rstrip() + "\n"
        for thread in threads:
            paragraph = _last(thread, history)
            cells = "".join(_painted(_cell(thread, k, history), paint) for k in versions)
            yield f"{set_cell_size(visible(paragraph.id), _ID)} {cells} {set_cell_size(visible(paragraph.text), opening).rstrip()}\n"


def _painted(told: tuple[str, str], paint: Paint) -> str:
    fate, shift = told
    sign, style = FATES.get(fate, " "), {"first": "faint", "reintroduced": "added"}.get(fate, fate)
    return paint(sign, style) + paint(SHIFT_SIGNS[shift] if shift else " ", shift) + " "


def thread_text(history: History, thread: Thread, width: int, is_coloured: bool) -> Iterator[str]:
    """All readings of one paragraph, with the words that changed between them."""
    paint = Paint(is_coloured)
    for place in thread.places:
        text = history.versions[place.version]
        paragraph = text.paragraphs[place.paragraph]
        facts = facts_of(text)
        told = f"{FATES[place.fate]} {paragraph.id}  {place.fate}  {version_label(text)}{f' ({facts})' if facts else ''}"
        yield paint(visible(told), "strong") + "\n"
        change = history.comparisons[place.version - 1].changes[place.change] if place.change is not None else None
        runs: list[Run] = [("", visible(paragraph.text))]
        if change is not None and change.edits and change.base and place.fate != "reintroduced":
            runs = [*edit_runs(change.edits, is_coloured)]
        for line in wrap(runs, max(width - 2, 10), paint):
            yield f"  {line}\n"
        yield "\n"
    if thread.joined_to is not None:
        yield f"then merged with {visible(_last(history.threads[thread.joined_to], history).id)}\n"
    elif thread.last < len(history.versions) - 1:
        yield f"dropped in {visible(version_label(history.versions[thread.last + 1]))}\n"


def histories_json(histories: Iterable[tuple[str, History]]) -> Iterator[str]:
    """The histories of several lineages as a list in JSON, each with the name of its lineage."""
    begin = "["
    for lineage, history in histories:
        yield begin
        yield from history_json(history, history.threads, lineage)
        begin = ","
    yield "]\n" if begin == "," else "[]\n"


def history_json(history: History, threads: Sequence[Thread], lineage: str | None = None) -> Iterator[str]:
    """The versions and threads as JSON."""
    versions = [
        {
            "index": k, "label": version_label(text), "symbol": text.masthead.symbol, "date": text.masthead.date,
            "stage": text.masthead.stage, "shares": {str(origin): count for origin, count in history.shares(k).items()},
        }
        for k, text in enumerate(history.versions)
    ]  # fmt: skip
    named = f'"lineage": {encode(lineage)},\n' if lineage is not None else ""
    yield f'{{"schema": "{HISTORY}",\n{named}"versions": {encode(versions)},\n"threads": [\n'
    for k, thread in enumerate(threads):
        places = [
            {
                "version": place.version, "id": history.versions[place.version].paragraphs[place.paragraph].id, "fate": place.fate,
                "verbs": [shift.shift or shift.change for shift in shifts_at(history, place)],
            }
            for place in thread.places
        ]  # fmt: skip
        told = {"thread": thread.number, "branched_from": thread.branched_from, "joined_to": thread.joined_to, "places": places}
        yield encode(told) + (",\n" if k + 1 < len(threads) else "")
    yield "\n]}\n"


def _table(history: History, threads: Sequence[Thread]) -> Iterator[list[str]]:
    yield ["thread", "id", "opening words", *(version_label(text) for text in history.versions)]
    for thread in threads:
        paragraph = _last(thread, history)
        cells = [" ".join(part for part in _cell(thread, k, history) if part) for k in range(len(history.versions))]
        yield [str(thread.number), paragraph.id, " ".join(paragraph.text.split(" ")[:8]), *cells]


def history_csv(history: History, threads: Sequence[Thread]) -> Iterator[str]:
    """The table as CSV, with the fates as words."""
    for row in _table(history, threads):
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerow([cell(value) for value in row])
        yield out.getvalue()


def history_markdown(history: History, threads: Sequence[Thread]) -> Iterator[str]:
    """The table in Markdown, with the fates as words."""
    rows = _table(history, threads)
    head = next(rows)
    for k, row in enumerate(chain([head], rows)):
        yield "| " + " | ".join(escape(value) for value in row) + " |\n"
        if k == 0:
            yield "|---" * len(head) + "|\n"
