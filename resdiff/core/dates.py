"""Dates and ordinals in running text."""

from __future__ import annotations

import re

from resdiff.core import languages
from resdiff.core.languages import english
from resdiff.core.languages.english import MONTH, MONTHS
from resdiff.core.patterns import compiled_late

DATE = re.compile(rf"\b(?:(\d{{1,2}}) ({MONTH})|({MONTH}) (\d{{1,2}})),? (\d{{4}})\b")
"""Day, month and year: '22 June 2020', 'June 22, 2020'."""
MONTH_YEAR = re.compile(rf"(?<!\d )(?<!\d\d )\b({MONTH}) (\d{{4}})\b")
"""A month of a year without a day: 'by June 2020'."""
YEAR_AHEAD = re.compile(rf"\b{english.YEAR_AHEAD}\b")
"""A year alone as a term: 'by 2030'."""

_HAN_DATE = compiled_late(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_DAY_OF_ANY = compiled_late(rf"(\d{{1,2}})\D.*?({languages.MONTH})\D*(\d{{4}})?$", re.DOTALL)


def iso_date(match: re.Match[str]) -> str:
    """The date that DATE matched, as YYYY-MM-DD."""
    day, month = match[1] or match[4], match[2] or match[3]
    return f"{match[5]}-{month_number(month):02d}-{int(day):02d}"


def month_number(name: str) -> int:
    """The number of a month, from 1. Raises ValueError for another word."""
    return MONTHS.index(name) + 1


def ordinal_value(text: str) -> int:
    """The value of an ordinal or a number: 43 for 'forty-third' and '43', 0 where it is none."""
    if text.isdecimal():
        return int(text)
    tens, _, unit = text.lower().rpartition("-")
    value = english.ORDINALS.get(unit, 0)
    return value + 10 * (english.TENS.index(tens) + 2) if tens in english.TENS and value else value


def iso_of(term: str) -> str:
    """A date in any of the languages as YYYY-MM-DD, YYYY-MM or YYYY, as far as the term says it; '' for one
    without a year.
    """
    han = _HAN_DATE.match(term)
    if han is not None:
        return "-".join([han[1], *(f"{int(part):02d}" for part in han.groups()[1:] if part)])
    day = _DAY_OF_ANY.match(term)
    if day is None or day[3] is None:
        return ""
    return f"{day[3]}-{languages.MONTH_NUMBERS[day[2]]:02d}-{int(day[1]):02d}"
