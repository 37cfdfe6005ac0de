"""When something is due, in the languages beside English."""

from __future__ import annotations

import re
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


def _is_over(term: str, since: str | None) -> bool:
    date = iso_of(term)
    return bool(date) and since is not None and date < since[: len(date)]
