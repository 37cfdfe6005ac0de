"""In which years an ask is due."""

from __future__ import annotations

from resdiff.core.asks import Ask
from resdiff.core.genres import un

_SESSION = "session "


def due_years(ask: Ask, organ: str | None) -> frozenset[int]:
    """The years in which an ask is due, as far as they are known: of its dates, and of its sessions."""
    years = set()
    for value in ask.due_resolved:
        if value[:4].isdigit():
            years.add(int(value[:4]))
        elif value.startswith(_SESSION):
            year = session_year(int(value.removeprefix(_SESSION)), organ)
            years |= {year} if year is not None else set()
    return frozenset(years)


def session_year(session: int, organ: str | None) -> int | None:
    """The year in which a regular session of an organ begins; None where that is not known."""
    name = (organ or "").casefold()
    if name in un.YEAR_BEFORE_FIRST_SESSION:
        return un.YEAR_BEFORE_FIRST_SESSION[name] + session
    if name in un.SESSIONS_A_YEAR:
        first, count = un.SESSIONS_A_YEAR[name]
        return first + (session - 1) // count
    return None
