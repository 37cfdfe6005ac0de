"""The regular sessions of an organ and their years."""

from __future__ import annotations

from resdiff.core.genres import un


def session_year(session: int, organ: str | None) -> int | None:
    """The year in which a regular session of an organ begins; None where that is not known."""
    name = (organ or "").casefold()
    if name in un.YEAR_BEFORE_FIRST_SESSION:
        return un.YEAR_BEFORE_FIRST_SESSION[name] + session
    if name in un.SESSIONS_A_YEAR:
        first, count = un.SESSIONS_A_YEAR[name]
        return first + (session - 1) // count
    return None


def last_session(year: int, organ: str) -> int | None:
    """The last regular session that begins in a year; None where that is not known."""
    name = organ.casefold()
    if name in un.YEAR_BEFORE_FIRST_SESSION:
        return year - un.YEAR_BEFORE_FIRST_SESSION[name]
    if name in un.SESSIONS_A_YEAR:
        first, count = un.SESSIONS_A_YEAR[name]
        return (year - first + 1) * count
    return None
