"""Cadence: whether a date or a session that lies ahead of its text moved on as the texts did.

A text that is renewed every year asks for a report 'at its eightieth session' where the last one asked for it
'at its seventy-ninth session': that is a roll-over. Where the report is now due after four sessions instead
of two, or a mandate ends after six months instead of twelve, the substance has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from resdiff.core import languages
from resdiff.core.dates import DATE, MONTH_YEAR, YEAR_AHEAD, iso_date, iso_of, month_number, ordinal_value
from resdiff.core.genres import un
from resdiff.core.genres.sessions import last_session
from resdiff.core.languages import english
from resdiff.core.model import Masthead
from resdiff.core.patterns import compiled_late

_SESSION = re.compile(
    rf"\b(?P<ordinal>{english.ORDINAL}|\d{{1,3}}(?={english.ORDINAL_ENDING}))"
    rf"(?=[^.;]{{0,60}}\b{english.SESSION}\b)",
    re.IGNORECASE,
)
_OWN_SESSION = compiled_late(rf"{english.ORDINAL}|\d{{1,3}}(?={english.ORDINAL_ENDING})", re.IGNORECASE)
_DAYS_APART = 15
"""Days by which two terms may differ and still be the same: texts are not adopted on one day each year."""
_FIXED_DAYS_APART = 24
"""The same of terms that fall on the same day of the month; a mandate that is renewed for a month longer is
another one.
"""
_YEAR = 365.25
_FARTHEST = 12
"""Sessions ahead from which on a number is the session of another organ."""
_TERM = compiled_late(rf"\b{english.TERM}\b[^.;,]{{0,16}}$", re.IGNORECASE)
_OTHER_DATE = compiled_late(languages.DATE)
_OTHER_TERM = compiled_late(rf"(?:{languages.TERM})[^.;,،；。]{{0,16}}$", re.IGNORECASE)
_OTHER_TERM_BEHIND = compiled_late(rf"[ ,]{{0,2}}(?:{languages.TERM_BEHIND})", re.IGNORECASE)
_ISO = len("2031-03-07")
_MIDDLE = 15
"""The day that stands for a month without a day."""


class Day(NamedTuple):
    """A day; one that no calendar has counts on into the next month."""

    year: int
    month: int
    day: int

    @property
    def number(self) -> int:
        """Days since the start of the first year, by the Gregorian calendar counted from March."""
        years, months = (self.year, self.month - 3) if self.month > 2 else (self.year - 1, self.month + 9)
        leap_days = years // 4 - years // 100 + years // 400
        return 365 * years + leap_days + (153 * months + 2) // 5 + self.day


class Moment(NamedTuple):
    """When a text was adopted, as far as it says so."""

    day: Day | None
    session: int | None


class Pace(NamedTuple):
    """When both texts were adopted."""

    base: Moment
    revised: Moment

    @property
    def sessions(self) -> int | None:
        """By how many sessions the texts are apart, None where they do not say so."""
        one, two = self.base.session, self.revised.session
        return two - one if one is not None and two is not None else None


class Passage(NamedTuple):
    """One side of a place where two readings differ: its words, and characters [begin, end) that differ."""

    text: str
    begin: int
    end: int


def pace_of(base: Masthead, revised: Masthead) -> Pace:
    """When two texts were adopted, by their mastheads."""
    return Pace(_moment(base), _moment(revised))


def _moment(facts: Masthead) -> Moment:
    parts = [int(part) for part in (facts.date or "").split("-") if part.isdecimal()]
    day = Day(*parts) if len(parts) == len(Day._fields) else None
    return Moment(day, _session_of(facts, day))


def _session_of(facts: Masthead, day: Day | None) -> int | None:
    """The session by the masthead, the number before the title, or the year of an organ that meets in one
    session a year.
    """
    if facts.session is not None and (match := _OWN_SESSION.match(facts.session)) is not None:
        return ordinal_value(match[0])
    before, slash, _ = (facts.number or "").partition("/")
    if slash and before.isdecimal() and int(before) < un.FIRST_YEAR:
        return int(before)
    if day is None or (facts.organ or "").lower() not in un.YEAR_BEFORE_FIRST_SESSION:
        return None
    return last_session(day.year - (day.month < un.SESSION_BEGINS), facts.organ or "")


def terms_move_as_the_texts(base: Passage, revised: Passage, pace: Pace) -> bool:
    """Whether the terms in two passages lie as far ahead of their texts.

    True where nothing shows the contrary.
    """
    sessions = pace.sessions
    if sessions is not None:
        old, new = list(_sessions(base, pace.base)), list(_sessions(revised, pace.revised))
        if len(old) == len(new) and any(b - a != sessions for a, b in zip(old, new, strict=True)):
            return False
    one, two = pace.base.day, pace.revised.day
    if one is None or two is None:
        return True
    left, right = list(_days(base, one)), list(_days(revised, two))
    if len(left) != len(right):
        return True
    terms = zip(left, right, strict=True)
    return all(
        abs((b.number - two.number) - (a.number - one.number))
        <= (_FIXED_DAYS_APART if a.day == b.day else _DAYS_APART)
        or _is_anniversary(a, b, one, two)
        for a, b in terms
    )


def _is_anniversary(a: Day, b: Day, one: Day, two: Day) -> bool:
    """Whether a term moved on by as many whole years as the texts did, though these are adopted on other days
    of the year: a mandate that always ends on the last day of April.
    """
    years = round((two.number - one.number) / _YEAR)
    return years > 0 and b.number - a.number in range(365 * years - 2, 366 * years + 3)


def _sessions(passage: Passage, own: Moment) -> Iterator[int]:
    """The sessions in the words that differ that are not over for their text."""
    for match in _SESSION.finditer(passage.text):
        value = ordinal_value(match["ordinal"])
        if _differs(match, passage) and own.session is not None and 0 <= value - own.session <= _FARTHEST:
            yield value


def _days(passage: Passage, own: Day) -> Iterator[Day]:
    """The dates in the words that differ that lie ahead of their text; of a year alone its last day."""
    for day, match in _all_days(passage.text):
        if _differs(match, passage) and day > own:
            yield day


def _all_days(text: str) -> Iterable[tuple[Day, re.Match[str]]]:
    """The terms in a text: dates behind 'by' or 'until', no days of events and references."""
    for match in DATE.finditer(text):
        if _TERM.search(text, 0, match.start()) is not None:
            yield _day(iso_date(match)), match
    for match in MONTH_YEAR.finditer(text):
        if _TERM.search(text, 0, match.start()) is not None:
            yield Day(int(match[2]), month_number(match[1]), _MIDDLE), match
    for match in _OTHER_DATE.finditer(text):
        day = iso_of(match[0])
        is_term = _OTHER_TERM.search(text, 0, match.start()) or _OTHER_TERM_BEHIND.match(text, match.end())
        if len(day) == _ISO and is_term is not None:
            yield _day(day), match
    for match in YEAR_AHEAD.finditer(text):
        yield Day(int(match[1]), 12, 31), match


def _day(iso: str) -> Day:
    """A date as YYYY-MM-DD."""
    return Day(int(iso[:4]), int(iso[5:7]), int(iso[8:]))


def _differs(match: re.Match[str], passage: Passage) -> bool:
    return match.start() < passage.end and passage.begin < match.end()
