"""Changes marked in plain text (CriticMarkup toolkit): {++put in++}, {--taken out--}, {~~old~>new~~};
comments {>>so<<} are left out and named, {==highlights==} stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from resdiff.core.wording import counted
from resdiff.readers.changes import Changes

_ENDS = {"{++": "++}", "{--": "--}", "{~~": "~~}", "{>>": "<<}", "{==": "==}"}
_MARK = re.compile(r"\{(?:\+\+|--|~~|>>|==)")
_BECOMES = "~>"
_SHOWN, _MOST_SHOWN = 80, 5
"""Characters of a comment in a warning, and comments, at most."""


def settled(text: str, changes: Changes) -> tuple[str, int, list[str]]:
    """The text with its marked changes accepted, rejected or shown, how many there are, and its comments; a
    mark that is never closed is text.
    """
    if _MARK.search(text) is None:
        return text, 0, []
    comments: list[str] = []
    parts: list[str] = []
    place = count = 0
    missing: set[str] = set()
    for match in _MARK.finditer(text):
        if match.start() < place or match[0] in missing:
            continue
        end = text.find(_ENDS[match[0]], match.end())
        if end < 0:  # nor is any later mark of the kind closed
            missing.add(match[0])
            continue
        words = text[match.end() : end]
        parts += [text[place : match.start()], _settled(match[0], words, changes)]
        comments += [" ".join(words.split())] if match[0] == "{>>" else []
        place = end + len(_ENDS[match[0]])
        count += match[0] not in ("{>>", "{==")
    return "".join((*parts, text[place:])), count, comments


def comments_left_out(comments: Sequence[str]) -> str:
    """The warning of a text whose comments are not shown with it."""
    shown = "; ".join(f"'{one[:_SHOWN]}{'…' if len(one) > _SHOWN else ''}'" for one in comments[:_MOST_SHOWN])
    more = f" and {len(comments) - _MOST_SHOWN} more" if len(comments) > _MOST_SHOWN else ""
    return f"{counted(len(comments), 'comment')} left out: {shown}{more}"


def _settled(mark: str, words: str, changes: Changes) -> str:
    """What is read of the words of one mark."""
    if mark in ("{>>", "{=="):
        return words if mark == "{==" else ""
    old, _, new = words.partition(_BECOMES) if mark == "{~~" else (words, "", words)
    old, new = ("" if mark == "{++" else old), ("" if mark == "{--" else new)
    return shown_change(old, new, changes)


def shown_change(old: str, new: str, changes: Changes) -> str:
    """What is read where `new` stands in place of `old`."""
    if changes == "both":
        return (f"[-{old}-]" if old.strip() else old) + (f"{{+{new}+}}" if new.strip() else new)
    return new if changes == "accept" else old
