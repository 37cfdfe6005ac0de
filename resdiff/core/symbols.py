"""Symbols of documents: 'A/HRC/RES/43/21'."""

from __future__ import annotations

import re

from resdiff.core.genres import un

SYMBOL = re.compile(un.SYMBOL_FORM)


def bare_symbol(symbol: str) -> str:
    """A symbol without blanks, and without the year in brackets behind it, which some language versions leave
    out: 'S/RES/2779' of 'S/RES/2779 (2025)'.
    """
    return "".join(symbol.partition("(")[0].split())
