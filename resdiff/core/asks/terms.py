"""When something is due, and what that is in the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resdiff.core.dates import DATE, MONTH_YEAR, iso_date, month_number, ordinal_value
from resdiff.core.languages import english, english_asks
from resdiff.core.patterns import compiled_late

_DATE = rf"(?:\d{{1,2}} {english.MONTH},?(?: \d{{4}})?|{english.MONTH} \d{{1,2}}, \d{{4}})"
_NEXT = rf"(?:\d{{4}}|{english.ORDINAL}(?:(?:,| and|, and) {english.ORDINAL})*|\w+)"
_SESSION = (
    rf"(?:at|during|to|before|until|from|(?:by|before|at) the end of) (?:its|the|their) {_NEXT}"
    r" (?:regular |special |substantive |annual )*"
    rf"{english.SESSION}(?: of the (?-i:[A-Z][\w-]+(?: (?:(?:of|on|for|and|the) )*[A-Z][\w-]+)*))?"
)
_DAY = (
    rf"\b(?:{english.TERM}(?: on| to)?|on|within|(?:starting|beginning)(?: on)?|from|as of) "
    rf"(?:(?:the )?(?:end of |beginning of )?(?:{_DATE}|{english.MONTH} \d{{4}})"
    r"|(?:the (?:end of |beginning of |year ))?(?:20\d\d|21\d\d))"
    rf"|(?<=, ){_DATE}|(?<=and ){_DATE}"
)
_PERIOD = (
    r"\b(?:(?:within|every|no later than|at least every|in the next) (?:\w+ ){0,2}|in \d+ )"
    r"(?:days?|weeks?|months?|years?)\b"
    r"(?: (?:of|from|after) (?:the )?(?:date of )?(?:its )?adoption(?: of (?:the present|this) resolution)?)?"
)
_TERM = compiled_late(
    rf"{_SESSION}|{_DAY}|{_PERIOD}|(?<!\bnext )(?<!\bmore )\b(?:{english_asks.FREQUENCY})\b", re.IGNORECASE
)
_YEAR = compiled_late(r"\b(?:20|21)\d\d\b")
_ORDINAL = compiled_late(rf"\b{english.ORDINAL}\b", re.IGNORECASE)
_NUMBERS = {word: value for value, word in enumerate(english.NUMBER_WORDS)} | {
    word: 10 * tens for tens, word in enumerate(english.TENS, 2)
}
_IS_PAST = compiled_late(english_asks.WAS_DONE)
_BEFORE_TERM = 300
"""Characters before a term in which stands what makes it none."""
_OF_MEETING = compiled_late(english_asks.OF_MEETING_BESIDE)
_LENGTH = compiled_late(
    rf"\bfor (?:an? (?:\w+ )?period of )?(?:\d+|{'|'.join(_NUMBERS)})"
    r" (?:(?:further|more|additional) )?(?:week|month|year)s?\b",
    re.IGNORECASE,
)
"""For how long something runs: 'for a further period of six months', 'for 10 years'."""
_COUNT = compiled_late(
    rf"\b(?:(?P<number>\d+|{'|'.join(_NUMBERS)})[- ]|{english_asks.ONE} )(?P<unit>day|week|month|year)",
    re.IGNORECASE,
)


def terms_in(clause: str, since: str | None) -> tuple[str, ...]:
    """The words of a clause that say when or how often what is asked is due, in order.

    `since` is the date of the text as YYYY-MM-DD where it is known: what lies before it is no term.
    """
    others = (_IS_PAST, _OF_MEETING)
    matches = (
        m
        for m in _TERM.finditer(clause)
        if not any(p.search(clause, max(m.start() - _BEFORE_TERM, 0), m.start()) for p in others)
    )
    terms = (match[0].strip() for match in matches)
    return tuple([term for term in terms if not _is_over(term, since)])


def length_of_mandate(clause: str) -> tuple[str, ...]:
    """The words of a clause that say for how long a mandate runs; none where it says no length."""
    match = _LENGTH.search(clause)
    return (match[0],) if match is not None else ()


def _is_over(term: str, since: str | None) -> bool:
    date = DATE.search(term)
    return date is not None and since is not None and iso_date(date) < since


def is_frequency(term: str, adjective: bool = False) -> bool:
    """Whether a term says how often: 'every six months', 'annually'; `adjective` asks for 'annual' alone."""
    lowered = term.lower()
    if adjective or lowered in english_asks.FREQUENCY_ADJECTIVES:
        return lowered in english_asks.FREQUENCY_ADJECTIVES
    is_known = lowered in english_asks.PERIODS or lowered in english_asks.NO_PERIOD
    return is_known or lowered.startswith(("every", "each"))


def resolved(terms: tuple[str, ...]) -> tuple[str, ...]:
    """What is known of terms in the calendar: days, months, years, sessions and periods, in order."""
    return tuple(value for term in terms for value in _resolved(term))


def _resolved(term: str) -> Iterator[str]:
    lowered = term.lower()
    if lowered in english_asks.PERIODS:
        yield english_asks.PERIODS[lowered]
    elif (date := DATE.search(term)) is not None:
        yield iso_date(date)
    elif (month := MONTH_YEAR.search(term)) is not None:
        yield f"{month[2]}-{month_number(month[1]):02d}"
    elif "session" in lowered and _ORDINAL.search(term) is not None:
        yield from (f"session {ordinal_value(match[0])}" for match in _ORDINAL.finditer(term))
    elif (year := _YEAR.search(term)) is not None:
        yield year[0]
    elif (count := _COUNT.search(term)) is not None:
        number = (count["number"] or "1").lower()
        yield f"P{int(number) if number.isdecimal() else _NUMBERS[number]}{count['unit'][0].upper()}"
