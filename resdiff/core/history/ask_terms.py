"""In which years an ask is due."""

from __future__ import annotations

import re

from resdiff.core.asks import Ask
from resdiff.core.genres.sessions import session_year
from resdiff.core.languages import english_answers
from resdiff.core.model import Resolution
from resdiff.core.patterns import compiled_late

_SESSION = "session "
_YEARS = re.compile(r"P(\d+)Y")
"""A length of years (ISO 8601)."""
_END_OF_SESSION = compiled_late(english_answers.END_OF_SESSION)
_YEAR_OF_MEETING = compiled_late(english_answers.YEAR_OF_MEETING)
_MOST_YEARS = 6
"""Years ahead in which a session is asked for."""


def due_years(ask: Ask, text: Resolution) -> frozenset[int]:
    """The years in which an ask of a text is due, as far as they are known: of its dates and its sessions,
    and the end of a mandate that runs for years.

    The end of a session is in the year after it began. A session that the organ has only in many years, or
    had long before, is that of another organ.
    """
    years = set()
    now = year_of(text)
    for value in ask.due_resolved:
        if value[:4].isdigit():
            years.add(int(value[:4]))
        elif ask.task == "mandate" and now is not None and (length := _YEARS.fullmatch(value)) is not None:
            years.add(now + int(length[1]))
        elif value.startswith(_SESSION):
            year = session_year(int(value.removeprefix(_SESSION)), text.masthead.organ)
            if year is not None and any(map(_END_OF_SESSION.search, ask.due)):
                year += 1
            if year is not None and (now is None or now - 1 <= year <= now + _MOST_YEARS):
                years.add(year)
    if ask.task == "meeting":
        years |= {int(year) for year in _YEAR_OF_MEETING.findall(ask.clause)}
    return frozenset(years)


def first_due_years(ask: Ask, text: Resolution) -> frozenset[int]:
    """The same, with the year of the first report of a series, which may be of the year before its first
    term.
    """
    asked = year_of(text)
    paces = [int(match[1]) for value in ask.due_resolved if (match := _YEARS.fullmatch(value)) is not None]
    is_series = ask.task == "report" and bool(paces)
    return due_years(ask, text) | ({asked + max(paces) - 1} if is_series and asked is not None else set())


def year_of(text: Resolution) -> int | None:
    """The year of a text; None where its date is not known."""
    return int(text.masthead.date[:4]) if text.masthead.date is not None else None
