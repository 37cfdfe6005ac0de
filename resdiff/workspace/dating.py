"""The order of versions by their dates: where a text that is added stands, and where dates contradict the
order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as calendar_day
from itertools import pairwise

from msgspec.structs import replace

from resdiff.store.records import NewVersion, Version

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_KEEP = "--before none keeps the order given"


def is_date(date: str) -> bool:
    """Whether a year, a month or a day is written as it should be (ISO 8601-1, 5.2.2), and exists."""
    if _DATE.fullmatch(date) is None:
        return False
    try:
        calendar_day.fromisoformat(f"{date}-01-01"[:10])
    except ValueError:
        return False
    return True


def is_later(one: str | None, two: str | None) -> bool:
    """Whether a date is later than another: a year or month only where it excludes the other.

    An unknown date never is.
    """
    if one is None or two is None:
        return False
    size = min(len(one), len(two))
    return one[:size] > two[:size]


def by_date(
    new: Sequence[NewVersion], versions: Sequence[Version]
) -> tuple[list[NewVersion], tuple[str, ...]]:
    """The texts that are not yet stored in the order of their dates, each put before the first stored version
    that is later.

    A text without a date stays behind the one it was given after. With them messages where that is not the
    order given, at the end of the lineage.
    """
    hashes = {version.sha256 for version in versions}
    new = [text for text in new if text.resolution.sha256 not in hashes]
    dates = _dates(new)
    order = (
        sorted(range(len(new)), key=lambda k: (dates[k] or "", k))
        if _disagree(dates)
        else list(range(len(new)))
    )
    placed, warnings = [], []
    if order != list(range(len(new))):
        names = ", ".join(f"{new[k].label} ({dates[k] or 'no date'})" for k in order)
        warnings.append(f"the texts are put in the order of their dates: {names}; {_KEEP}")
    for k in order:
        later = next((version for version in versions if is_later(version.date, dates[k])), None)
        placed.append(replace(new[k], before=later.id) if later is not None else new[k])
        if later is not None:
            warnings.append(
                f"{new[k].label} ({dates[k]}) is put before {later.reference} ({later.date}), which is later;"
                f" {_KEEP}"
            )
    return placed, tuple(warnings)


def _disagree(dates: Sequence[str | None]) -> bool:
    return any(is_later(one, two) for one, two in pairwise(dates))


def _dates(texts: Sequence[NewVersion]) -> list[str | None]:
    """The date of each text: as people say, else as its masthead does, else that of the text before it."""
    dates: list[str | None] = []
    for text in texts:
        date: str | None = text.facts.get("date") or text.resolution.masthead.date
        dates.append(date or (dates[-1] if dates else None))
    return dates


def contradictions(stored: Sequence[Version], versions: Sequence[Version]) -> tuple[str, ...]:
    """A message for each of the versions that were kept whose date contradicts its place among all of a
    lineage.
    """
    ids = {version.id for version in stored}
    return tuple(
        f"{two.reference} ({two.date}) stands behind {one.reference} ({one.date}), which is later"
        for one, two in pairwise(version for version in versions if version.superseded_by is None)
        if is_later(one.date, two.date) and ids & {one.id, two.id}
    )
