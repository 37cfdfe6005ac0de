"""Symbols of documents: 'A/HRC/RES/43/21'."""

from __future__ import annotations

import re

from resdiff.core.genres import un

SYMBOL = re.compile(un.SYMBOL_FORM)
_OF_COUNCIL = re.compile(r"S/RES/0*(\d{1,4})(?: ?\((?P<year>\d{4})\)|/(?P<in_path>\d{4})(?:/\w+)*)")
"""A resolution of the Security Council as documents and names of files write it."""


def as_cited(symbol: str) -> str:
    """A symbol in the form in which texts cite it: 'S/RES/198 (1964)' for 'S/RES/0198/1964/EN'."""
    match = _OF_COUNCIL.fullmatch(symbol)
    return symbol if match is None else f"S/RES/{match[1]} ({match['year'] or match['in_path']})"


def bare_symbol(symbol: str) -> str:
    """A symbol without blanks, and without the year in brackets behind it, which some language versions leave
    out: 'S/RES/2779' of 'S/RES/2779 (2025)'.
    """
    return "".join(symbol.partition("(")[0].split())
