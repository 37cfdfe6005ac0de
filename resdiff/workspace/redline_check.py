"""A Word file with tracked changes, read again before it is handed out: accepted it must be the revised text,
rejected the base text.
"""

from __future__ import annotations

import re

from resdiff.core.compare import Comparison
from resdiff.core.errors import InputError
from resdiff.core.model import Resolution
from resdiff.readers.changes import Changes
from resdiff.render.formats import WriteOptions, render_subject
from resdiff.workspace.texts import parse_bytes

_SIDES: tuple[tuple[Changes, str], ...] = (("accept", "accepted"), ("reject", "rejected"))
_SHOWN = 60
_WORD = re.compile(r"[^\W_]+")


def checked_redline(comparison: Comparison, options: WriteOptions | None = None) -> bytes:
    """A comparison as a Word file with tracked changes. Raises InputError as `check_redline` does."""
    data = bytes(render_subject("comparison", "docx", [comparison], options))
    check_redline(data, comparison)
    return data


def check_redline(data: bytes, comparison: Comparison) -> None:
    """Raises InputError where the words of the file, its changes accepted or rejected, are not those of the
    text, with the place.
    """
    for (changes, done), text in zip(_SIDES, (comparison.revised, comparison.base), strict=True):
        read = parse_bytes(data, "the Word file", "the Word file", changes)
        words, others = words_in_order(text), words_in_order(read)
        if words != others and _labelled_words(text) != _labelled_words(read):
            place = next(
                (k for k, (one, two) in enumerate(zip(words, others, strict=False)) if one != two),
                min(len(words), len(others)),
            )
            raise InputError(
                f"the Word file, its changes {done}, would not be the text at '{_at(words, place)}'",
                "write HTML or Akoma Ntoso, and report it with both texts",
            )


def words_in_order(text: Resolution) -> list[str]:
    """The words of all paragraphs in their order."""
    return [word for paragraph in text.paragraphs for word in paragraph.text.split()]


def _labelled_words(text: Resolution) -> list[str]:
    """The same with the labels: in some scripts a label stands among the words where no list says so."""
    return [
        word
        for paragraph in text.paragraphs
        for word in _WORD.findall(f"{paragraph.label or ''} {paragraph.text}")
    ]


def _at(words: list[str], place: int) -> str:
    return " ".join(words[max(place - 2, 0) : place + 4])[:_SHOWN]
