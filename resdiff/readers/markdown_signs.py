"""Signs of Markdown in plain text (GitHub Flavored Markdown): headings, and words that are struck through,
with others in bold behind them, as redlines are typed.
"""

from __future__ import annotations

import re

from resdiff.readers.changes import Changes
from resdiff.readers.critic_markup import shown_change

_STRUCK = re.compile(
    r"(?<![{~\\])~~(?=[^\s~])(?P<old>(?:(?!\n\s*\n)[^~])*?)(?<=[^\s~])~~(?![~}])"
    r"(?:[^\S\n]*\n?[^\S\n]*\*\*(?=[^\s*])(?P<new>(?:(?!\n\s*\n)[^*])+?)(?<=[^\s*])\*\*)?"
)
"""'~~old~~', alone or with '**new**' right behind it."""
_HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[^\S\n]+(?=\S)")
_UNDERLINE = re.compile(r"(?m)(?<=\S)[^\S\n]*\n={3,}[^\S\n]*$")
_BOLD_LINE = re.compile(r"(?m)^\*\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*\*[^\S\n]*$")


def without_signs(text: str, changes: Changes) -> tuple[str, int]:
    """The text without the signs of headings, its struck words taken out, kept or shown, and how many there
    are.
    """
    count = 0
    if "~~" in text:
        text, count = _STRUCK.subn(lambda match: _settled(match, changes), text)
    if "#" in text:
        text = _HEADING.sub("", text)
    if "===" in text:
        text = _UNDERLINE.sub("", text)
    return _BOLD_LINE.sub(r"\1", text) if "**" in text else text, count


def _settled(match: re.Match[str], changes: Changes) -> str:
    """What is read of struck words and those behind them."""
    return shown_change(match["old"], match["new"] or "", changes)
