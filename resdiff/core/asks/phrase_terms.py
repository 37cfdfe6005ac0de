"""When something is due, in the languages beside English."""

from __future__ import annotations

import re
from functools import lru_cache

from resdiff.core import languages
from resdiff.core.languages import arabic, chinese, french, russian, spanish

_PERIODS = {
    "ar": arabic.PERIOD,
    "es": spanish.PERIOD,
    "fr": french.PERIOD,
    "ru": russian.PERIOD,
    "zh": chinese.PERIOD,
}
_HAN_DATE = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_DAY = re.compile(rf"(\d{{1,2}})\D.*?({languages.MONTH})\D*(\d{{4}})?$", re.DOTALL)


def terms_of(clause: str, language: str, since: str | None) -> tuple[str, ...]:
    """The words of a clause that say when or how often, in order.

    `since` is the date of the text as YYYY-MM-DD where it is known: what lies before it is no term.
    """
    terms = (match[0].strip(" ,") for match in _terms(language).finditer(clause))
    return tuple(term for term in dict.fromkeys(terms) if not _is_over(term, since))


@lru_cache(maxsize=8)
def _terms(language: str) -> re.Pattern[str]:
    return re.compile(f"{languages.DATE}|{_PERIODS[language]}")


def iso_of(term: str) -> str:
    """A date as YYYY-MM-DD, YYYY-MM or YYYY, as far as the term says it; '' for one without a year."""
    han = _HAN_DATE.match(term)
    if han is not None:
        return "-".join([han[1], *(f"{int(part):02d}" for part in han.groups()[1:] if part)])
    day = _DAY.match(term)
    if day is None or day[3] is None:
        return ""
    return f"{day[3]}-{languages.MONTH_NUMBERS[day[2]]:02d}-{int(day[1]):02d}"


def _is_over(term: str, since: str | None) -> bool:
    date = iso_of(term)
    return bool(date) and since is not None and date < since[: len(date)]
