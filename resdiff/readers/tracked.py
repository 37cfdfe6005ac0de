"""Who put in or took out which words of a document, carried along while its text is put together.

A reader writes signs around the words (`mark`), and the builder takes them out again (`take`); the signs are
noncharacters of Unicode (section 23.7), which `plain` removes from what a document contains.
"""

from __future__ import annotations

import re

from resdiff.core.model import TrackedSpan

_OPEN, _END, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_SIGN = re.compile(f"{_OPEN}(\\d+){_END}|{_CLOSE}")
_SIGNS = dict.fromkeys(map(ord, (_OPEN, _END, _CLOSE)))


def plain(text: str) -> str:
    """The text without the signs."""
    return text if text.isascii() else text.translate(_SIGNS)


class TrackedSigns:
    """Remembers authors and dates by number."""

    def __init__(self) -> None:
        self._authors: list[tuple[str, str | None, bool]] = []

    def mark(self, text: str, author: str, at: str | None, is_deleted: bool) -> str:
        """The words with the signs that say who put them in or took them out, and when."""
        if not text.strip() or not author:
            return text
        change = (author, at, is_deleted)
        if change not in self._authors:
            self._authors.append(change)
        return f"{_OPEN}{self._authors.index(change)}{_END}{text}{_CLOSE}"

    def take(self, line: str) -> tuple[str, list[TrackedSpan]]:
        """A line without its signs, and the spans they were around, the outer before the inner."""
        if _OPEN not in line:
            return line, []
        parts: list[str] = []
        spans: list[TrackedSpan] = []
        starts: list[tuple[int, int]] = []
        size = place = 0
        for match in _SIGN.finditer(line):
            parts.append(line[place : match.start()])
            size += match.start() - place
            place = match.end()
            if match[1] is not None:
                starts.append((int(match[1]), size))
            elif starts:
                number, start = starts.pop()
                spans.append(TrackedSpan(start, size, *self._authors[number]))
        parts.append(line[place:])
        return "".join(parts), sorted(span for span in spans if span.start < span.end)
