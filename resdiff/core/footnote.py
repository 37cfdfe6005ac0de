"""Footnotes: the mark that one begins with, and its text."""

from __future__ import annotations

import re
from typing import NamedTuple

from resdiff.core.languages.english import MONTH

SUPERSCRIPTS = "[¹²³⁰⁴-⁹]+"
"""A mark in raised figures, as a piece of a pattern."""
MARK_BEFORE_NOTE = re.compile(
    r"(?:(\d{1,3})(?:\s?/(?!\d)|\])?(?=\s|(?<=/))"
    rf"(?!\s+(?:[–-]|{MONTH}\b))|(\*{{1,3}})|({SUPERSCRIPTS})|([a-z])/)\s*(?=\S)"
)
"""A mark where a footnote may begin: '1 ', '1/', '1]', '*', '¹', 'a/'; and no date."""
_MARK = re.compile(rf"\[?\d{{1,3}}(?:\]|[.)]|\s?/(?=\s))?\s*|\*{{1,3}}\s*|{SUPERSCRIPTS}\s*|[a-z]/\s*")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Footnote(NamedTuple):
    """A footnote as it is printed."""

    mark: str
    """Without brackets and slash, in plain figures; '' where it begins with none."""
    text: str


def read_footnote(printed: str) -> Footnote:
    """A footnote from the words that are printed at the foot of the page."""
    match = _MARK.match(printed)
    if match is None:
        return Footnote("", printed)
    return Footnote(plain_figures(match[0]).strip(" []/.)"), printed[match.end() :])


def plain_figures(mark: str) -> str:
    """A mark with its raised figures as plain ones."""
    return mark.translate(_PLAIN)
