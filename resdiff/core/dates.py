"""Dates in running text."""

from __future__ import annotations

import re

from resdiff.core.languages.english import MONTH, MONTHS

DATE = re.compile(rf"\b(\d{{1,2}}) ({MONTH}),? (\d{{4}})\b")
"""Day, month and year: '22 June 2020'."""


def iso_date(match: re.Match[str]) -> str:
    """The date that DATE matched, as YYYY-MM-DD."""
    return f"{match[3]}-{MONTHS.index(match[2]) + 1:02d}-{int(match[1]):02d}"
