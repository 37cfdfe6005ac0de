"""A Word file with tracked changes, read again before it is handed out: accepted it must be the revised text,
rejected the base text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from resdiff.core.compare import Change, Comparison, MatterChange
from resdiff.core.errors import InputError
from resdiff.core.model import Resolution
from resdiff.core.tokens import without_blanks
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


class RedlineReadings(NamedTuple):
    """What a Word file of somebody's own is read as, the changes made in it accepted and taken back."""

    accepted: Resolution
    rejected: Resolution

    def are_texts(self, comparison: Comparison) -> bool:
        """Whether their paragraphs beside tables are those of the revised text and of the base text."""
        return _words_beside_tables(self.accepted) == _words_beside_tables(
            comparison.revised
        ) and _words_beside_tables(self.rejected) == _words_beside_tables(comparison.base)

    def have_rows(self, comparison: Comparison, left: Sequence[Change]) -> bool:
        """Whether both are the texts with the rows of their tables in order; where some changes are `left` as
        they were, the accepted one has each of their rows in the base text and all others of the revised.
        """
        if words_in_order(self.rejected) != words_in_order(comparison.base):
            return False
        if not left:
            return words_in_order(self.accepted) == words_in_order(comparison.revised)
        stay = set(map(id, left))
        sides = (
            (comparison.base, change.base) if id(change) in stay else (comparison.revised, change.revised)
            for change in comparison.changes
        )
        rows = [text.paragraphs[k] for text, places in sides for k in places]
        return sorted(_rows(self.accepted)) == sorted(row.text for row in rows if row.part == "table")

    def have_lines(self, lines: Sequence[MatterChange]) -> bool:
        """Whether the lines that changed above and below the paragraphs stand in both."""
        sides = (
            (self.accepted, [one.revised for one in lines]),
            (self.rejected, [one.base for one in lines]),
        )
        return all(
            without_blanks(line or "")
            in {without_blanks(matter.text) for matter in text.matter}
            | {without_blanks(text.masthead.title or ""), without_blanks(", ".join(text.masthead.sponsors))}
            for text, side in sides
            for line in side
        )


def _rows(text: Resolution) -> list[str]:
    return [paragraph.text for paragraph in text.paragraphs if paragraph.part == "table"]


def _words_beside_tables(text: Resolution) -> list[str]:
    paragraphs = tuple(paragraph for paragraph in text.paragraphs if paragraph.part != "table")
    return words_in_order(replace(text, paragraphs=paragraphs))


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
