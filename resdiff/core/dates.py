"""Dates and ordinals in running text."""

from __future__ import annotations

import re

from resdiff.core.languages import english
from resdiff.core.languages.english import MONTH, MONTHS

DATE = re.compile(rf"\b(\d{{1,2}}) ({MONTH}),? (\d{{4}})\b")
"""Day, month and year: '22 June 2020'."""
MONTH_YEAR = re.compile(rf"(?<!\d )(?<!\d\d )\b({MONTH}) (\d{{4}})\b")
"""A month of a year without a day: 'by June 2020'."""
YEAR_AHEAD = re.compile(rf"\b{english.YEAR_AHEAD}\b")
"""A year alone as a term: 'by 2030'."""


def iso_date(match: re.Match[str]) -> str:
    """The date that DATE matched, as YYYY-MM-DD."""
    return f"{match[3]}-{month_number(match[2]):02d}-{int(match[1]):02d}"


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
