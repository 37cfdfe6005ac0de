"""Numbers of four figures in running text: years, and amounts that look like one."""

from __future__ import annotations

import re

from resdiff.core.languages import english
from resdiff.core.patterns import YEAR, compiled_late

_COUNTS = compiled_late(rf" (?:{english.BEFORE_COUNTED} )?(?:{english.PLURAL}|(?:{english.COUNTED})\b)")
_NAMES_YEAR = compiled_late(rf"(?:\b(?:{english.BEFORE_YEAR})|\b[A-Z][\w-]*|[–-]) ?$")
_IS_YEAR = re.compile(YEAR)
_BEFORE = 24
"""Characters before a number in which the word before it stands."""


def is_year_at(text: str, start: int, end: int) -> bool:
    """Whether the number [start, end) of a text is a year: it may be one, and does not count what follows
    ('2000 troops').
    """
    if _IS_YEAR.fullmatch(text, start, end) is None:
        return False
    if _COUNTS.match(text, end) is None:
        return True
    return _NAMES_YEAR.search(text[max(start - _BEFORE, 0) : start]) is not None
