"""What became of paragraphs, words and verbs from version to version, and how long paragraphs live."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, TypeVar

from msgspec import Struct

from resdiff.core.history import History, fate_at, shifts_at
from resdiff.core.history.threads import Thread

Length = TypeVar("Length", int, float)
Ending = Literal["dropped", "merged"]
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


class Turnover(Struct, frozen=True, kw_only=True):
    """What a version kept and changed of the one before it, in paragraphs, words and verbs."""

    kept: int
    """Paragraphs that stayed word for word, moved ones among them."""
    edited: int
    """Paragraphs that were edited, split or merged."""
    added: int
    dropped: int
    reintroduced: int
    words_added: int
    words_dropped: int
    verbs_up: int
    verbs_down: int


class Survival(Struct, frozen=True, kw_only=True):
    """How long the paragraphs of a lineage stand, by Kaplan and Meier (1958).

    Paragraphs that still stand in the last version, or were merged, are censored: they have no known end.
    """

    curve: tuple[tuple[int, float], ...]
    """(further versions, share of paragraphs still standing, 0 to 1), at each drop of the share."""
    half_life: int | None
    """After how many further versions no more than half of them stand.

    None where more than half stand as far as is known.
    """
    half_life_years: float | None
    """The same in years; None also where a version has no date."""


def turnovers(history: History) -> tuple[Turnover, ...]:
    """For each version but the first what it kept and changed."""
    return tuple(_turnover(history, version) for version in range(1, len(history.versions)))


def _turnover(history: History, version: int) -> Turnover:
    fates = Counter(fate_at(history, thread, version) for thread in history.threads)
    shifts = [
        s.shift for t in history.threads if (p := t.at(version)) is not None for s in shifts_at(history, p)
    ]
    edits = [
        edit
        for change in history.comparisons[version - 1].changes
        if change.kind != "unchanged"
        for edit in change.edits
    ]
    words = {
        kind: sum(len(edit.text.split()) for edit in edits if edit.kind == kind)
        for kind in ("insert", "delete")
    }
    return Turnover(
        kept=fates["unchanged"] + fates["moved"],
        edited=fates["edited"] + fates["split"] + _merged(history, version),
        added=fates["added"],
        dropped=fates["dropped"],
        reintroduced=fates["reintroduced"],
        words_added=words["insert"],
        words_dropped=words["delete"],
        verbs_up=shifts.count("strengthened"),
        verbs_down=shifts.count("weakened"),
    )


def _merged(history: History, version: int) -> int:
    """Merged paragraphs of a version; those that went into them are not counted again."""
    return sum(
        place.fate == "merged" for thread in history.threads if (place := thread.at(version)) is not None
    )


def thread_ending(history: History, thread: Thread) -> Ending | None:
    """How a thread ended; None where it stands in the last version."""
    if thread.last == len(history.versions) - 1:
        return None
    return "merged" if thread.joined_to is not None else "dropped"


def survival_of(history: History) -> Survival:
    """How long the paragraphs stand: from where each is first seen to where it is gone for good."""
    spans = []
    for thread in history.threads:
        has_ended = thread_ending(history, thread) == "dropped"
        spans.append((thread.first, thread.last + has_ended, has_ended))
    curve = _curve([(end - first, has_ended) for first, end, has_ended in spans])
    years = [_year(text.masthead.date) for text in history.versions]
    dated = [year for year in years if year is not None]
    half = None
    if len(dated) == len(years):
        half = _half(
            _curve([(round(dated[end] - dated[first], 2), has_ended) for first, end, has_ended in spans])
        )
    return Survival(
        curve=tuple(curve),
        half_life=_half(curve),
        half_life_years=round(half, 1) if half is not None else None,
    )


def _curve(lives: Sequence[tuple[Length, bool]]) -> list[tuple[Length, float]]:
    """The share that survives each length of life at which one ends.

    A life is a length and whether it ended then.
    """
    curve = []
    share = 1.0
    for length in sorted({length for length, has_ended in lives if has_ended}):
        ended = sum(has_ended for at, has_ended in lives if at == length)
        share *= 1 - ended / sum(at >= length for at, _ in lives)
        curve.append((length, round(share, 4)))
    return curve


def _half(curve: Sequence[tuple[Length, float]]) -> Length | None:
    return next((length for length, share in curve if share <= 0.5), None)


def _year(date: str | None) -> float | None:
    """A date as years; of a year or a month its first day."""
    match = _DATE.match(date or "")
    return (
        int(match[1]) + (int(match[2] or 1) - 1) / 12 + (int(match[3] or 1) - 1) / 365
        if match is not None
        else None
    )
