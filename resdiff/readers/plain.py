"""Bytes of plain text or Markdown -> text: UTF-8, UTF-16 with a byte order mark, Windows-1252 as a last
resort.
"""

from __future__ import annotations

import codecs

from resdiff.core.errors import InputError

MOST_BYTES = 256 * 1024 * 1024
"""The largest source that is read."""
LONGEST_LINE = 4 * 1024 * 1024
"""The longest line that is read, in characters; no paragraph of a resolution comes near it."""

_BINARY = (
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)


def decode_text(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text in `data`, lines ended by newlines, and warnings; `name` is used in errors.

    Raises InputError for data that is empty, binary or of another format, or that has a line too long to be
    one.
    """
    if not data or data.isspace():
        raise InputError(f"{name} is empty", "give a file that holds the text of a resolution")
    for start, what in _BINARY:
        if data.startswith(start):
            raise InputError(f"{name} is {what}, not text", "save it as plain text (UTF-8) first")
    text, warnings = _decode(data, name)
    if "\x00" in text:
        raise InputError(
            f"{name} is binary data, not text", "it holds NUL characters; save it as plain text (UTF-8) first"
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _has_long_line(text):
        raise InputError(
            f"{name} has a line of more than {LONGEST_LINE:,} characters",
            "put each paragraph on a line of its own",
        )
    if not text.strip("\ufeff \t\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0"):
        raise InputError(f"{name} holds no text", "give a file that holds the text of a resolution")
    return text, warnings


def _has_long_line(text: str) -> bool:
    """Whether a line is longer than is read; looks at few places of the text."""
    place = 0
    while len(text) - place > LONGEST_LINE:
        end = text.rfind("\n", place, place + LONGEST_LINE + 1)
        if end < 0:
            return True
        place = end + 1
    return False


def _decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), ()
        except UnicodeDecodeError as error:
            raise InputError(f"{name} is not valid UTF-16", f"at byte {error.start}") from None
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _last_resort(data, name, error.start)


def _last_resort(data: bytes, name: str, place: int) -> tuple[str, tuple[str, ...]]:
    """The data as Windows-1252, with a warning.

    Refused where it has bytes that this encoding and text do not have.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise InputError(
            f"{name} is neither UTF-8 nor Windows-1252 text", f"byte {place} is invalid; save it as UTF-8"
        ) from None
    controls = sum(1 for c in text if c < " " and c not in "\t\n\r\x0b\x0c")
    if controls > len(text) // 1000:
        raise InputError(f"{name} is binary data, not text", "save it as plain text (UTF-8) first")
    return text, (f"{name} is not UTF-8: read as Windows-1252, accents and quotes may be wrong",)
