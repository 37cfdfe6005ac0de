"""Symbols of documents: 'A/HRC/RES/43/21'."""

from __future__ import annotations

import re

from resdiff.core.genres import un

SYMBOL = re.compile(un.SYMBOL_FORM)
