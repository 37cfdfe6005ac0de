"""A history as every medium shows it: what became of a paragraph in each version, its readings, its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resdiff.core.history import Fate, History, Place, Thread, fate_at, shifts_at
from resdiff.core.model import Paragraph
from resdiff.core.verbs import VerbOutcome
from resdiff.core.worddiff import Edit
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import facts_of, labels_of, version_label
from resdiff.render.views.style import SHIFT_SIGNS, STYLE_SIGNS, StyleName

FATES = {**STYLE_SIGNS, "first": ".", "reintroduced": "o"}
"""One sign for each fate of a paragraph; a dropped one has its sign in the first version without it."""
_WORDS = {"first": "first", "unchanged": "same", "reintroduced": "come back"}
LEGEND = "  ".join(f"{sign} {_WORDS.get(fate, fate)}" for fate, sign in FATES.items())
"""What the signs stand for, in one line."""
_WEIGHTIEST: tuple[VerbOutcome, ...] = (
    "weakened",
    "strengthened",
    "recast",
    "recalled",
    "disputed",
    "dropped",
    "added",
)


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


def cell_runs(cell: Cell) -> list[StyledRun]:
    """A cell as three characters: the sign of the fate, that of the verbs, a blank."""
    fate, shift = cell
    style: StyleName = (
        "" if fate is None else "faint" if fate == "first" else "added" if fate == "reintroduced" else fate
    )
    return [
        (style, FATES[fate] if fate else " "),
        (shift or "", SHIFT_SIGNS[shift] if shift else " "),
        ("", " "),
    ]


class Reading(NamedTuple):
    """What a paragraph said in a version."""

    heading: str
    """The version, and what became of the paragraph in it."""
    text: str
    """'' where it says what it said before."""
    edits: Sequence[Edit]
    """What made it of the reading before, where there is one."""


def readings_of(history: History, thread: Thread) -> Iterator[Reading]:
    """The readings of a paragraph, in the order of the versions; those in which it stands unchanged one
    after the other are one.
    """
    places = list(thread.places)
    while places:
        place = places.pop(0)
        stays = []
        while place.fate == "unchanged" and places and places[0].fate == "unchanged":
            stays.append(place)
            place = places.pop(0)
        text = history.versions[place.version]
        paragraph = text.paragraphs[place.paragraph]
        facts = facts_of(text)
        since = f"{version_label(history.versions[stays[0].version])} to " if stays else ""
        count = f", {len(stays) + 1} versions" if stays else ""
        heading = (
            f"{FATES[place.fate]} {paragraph.id}  {place.fate} "
            f" {since}{version_label(text)}{f' ({facts})' if facts else ''}{count}"
        )
        change = (
            history.comparisons[place.version - 1].changes[place.change] if place.change is not None else None
        )
        is_made = change is not None and change.base and place.fate != "reintroduced"
        yield Reading(
            visible(heading),
            visible(paragraph.text) if place.fate != "unchanged" else "",
            change.shown_edits if change is not None and is_made and change.kind != "unchanged" else (),
        )


def end_of(history: History, thread: Thread) -> str:
    """How a paragraph ended, in words; '' where it stands in the last version."""
    if thread.joined_to is not None:
        return f"then merged with {visible(last_of(history.threads[thread.joined_to], history).id)}"
    if thread.last < len(history.versions) - 1:
        return f"dropped in {visible(version_label(history.versions[thread.last + 1]))}"
    return ""


def history_table(history: History, threads: Sequence[Thread]) -> Iterator[list[str]]:
    """The names of the columns, then a row for each paragraph: its number, id, first words, and its fate in
    each version.
    """
    yield ["thread", "id", "opening words", *labels_of(history.versions)]
    for thread in threads:
        paragraph = last_of(thread, history)
        cells = [
            " ".join(part for part in cell_of(thread, k, history) if part)
            for k in range(len(history.versions))
        ]
        yield [str(thread.number), paragraph.id, " ".join(paragraph.text.split(" ")[:8]), *cells]
