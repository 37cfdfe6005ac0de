"""When something is due, in the languages beside English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from resdiff.core import languages
from resdiff.core.dates import iso_of


def terms_of(clause: str, language: str, since: str | None) -> tuple[str, ...]:
    """The words of a clause that say when or how often, in order.

    `since` is the date of the text as YYYY-MM-DD where it is known: what lies before it is no term.
    """
    terms = (match[0].strip(" ,") for match in _terms(language).finditer(clause))
    return tuple(term for term in dict.fromkeys(terms) if not _is_over(term, since))


@lru_cache(maxsize=8)
def _terms(language: str) -> re.Pattern[str]:
    return re.compile(f"{languages.DATE}|{languages.MODULES[language].PERIOD}")


def length_of(clause: str, language: str) -> tuple[str, ...]:
    """The words of a clause that say for how long a mandate runs; none where it says no length."""
    match = _length(language).search(clause)
    return (match[0],) if match is not None else ()


@lru_cache(maxsize=8)
def _length(language: str) -> re.Pattern[str]:
    return re.compile(languages.MODULES[language].LENGTH)


def resolved_terms(terms: Iterable[str], language: str) -> tuple[str, ...]:
    """What is known of terms in the calendar: dates, months, years and periods (ISO 8601), in order."""
    return tuple(filter(None, (iso_of(term) or _period_of(term, language) for term in terms)))


def _period_of(term: str, language: str) -> str:
    """A term as a period: 'every 90 days' as P90D; '' for one in other words."""
    module = languages.MODULES[language]
    known = next((value for words, value in module.PERIODS.items() if words in term), "")
    unit = next((sign for word, sign in module.UNITS.items() if re.search(word, term)), "")
    count = re.search(r"\d+", term)
    if count is None or not unit or re.search(languages.WORKING_DAYS, term) is not None:
        return known
    return f"P{int(count[0])}{unit}"


def _is_over(term: str, since: str | None) -> bool:
    date = iso_of(term)
    return bool(date) and since is not None and date < since[: len(date)]
