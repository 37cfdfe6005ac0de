"""Paths and standard input -> bytes, and bytes -> parsed texts."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from resdiff.core.errors import InputError
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.core.parse.facts.stated import with_stated
from resdiff.readers.changes import Changes
from resdiff.readers.formats import read_source
from resdiff.readers.plain import MOST_BYTES
from resdiff.workspace.conversion import as_read
from resdiff.workspace.files import in_utf8

STDIN = "-"
_CHUNK = 4 * 1024 * 1024


def parse_bytes(data: bytes, shown_name: str, source: str, changes: Changes = "accept") -> Resolution:
    """The text in `data`, parsed, with the warnings of its reading.

    `shown_name` names it in errors, `source` in the Resolution.

    `changes` says what is made of tracked changes.
    """
    document = read_source(data, shown_name, changes)
    resolution = parse(
        document.text,
        name=in_utf8(source),
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=document.blocks,
        tracked=document.tracked,
    )
    if document.facts is not None:
        resolution = with_stated(resolution, document.facts)
    return (
        replace(resolution, warnings=(*document.warnings, *resolution.warnings))
        if document.warnings
        else resolution
    )


def read_bytes(reference: str, stdin: BinaryIO | None = None) -> bytes:
    """The bytes of a path or of standard input; of an old Word or RTF file those of its conversion, where
    the command allows that.

    Raises InputError for what cannot be read, with what was looked for and where.
    """
    if reference == STDIN:
        source = stdin or (sys.stdin.buffer if sys.stdin is not None else None)
        if source is None:
            raise InputError("there is no standard input to read", "give a file")
        return as_read(_at_most(source, "standard input"), "standard input")
    if not reference:
        raise InputError("the name of a text is empty", "give a file, or - for standard input")
    try:
        path = Path(reference)
        if path.name.startswith("~$"):
            hint = "it says that Word has the document open; give the document"
            raise InputError(f"'{reference}' is a lock file", hint)
        if path.is_dir():
            raise InputError(f"'{reference}' is a folder", "give a file")
        with path.open("rb") as file:
            return as_read(_at_most(file, f"'{reference}'"), f"'{reference}'")
    except FileNotFoundError:
        raise InputError(f"there is no file '{reference}'", f"looked in {working_folder()}") from None
    except (OSError, ValueError) as error:
        raise InputError(
            f"'{reference}' cannot be read", (getattr(error, "strerror", None) or str(error)).lower()
        ) from None


def _at_most(source: BinaryIO, name: str) -> bytes:
    """All bytes of a source; refused where there are more than are read."""
    parts, size = [], 0
    while chunk := source.read(_CHUNK):
        parts.append(chunk)
        size += len(chunk)
        if size > MOST_BYTES:
            raise InputError(
                f"{name} is too large", f"texts of up to {MOST_BYTES // 1024 // 1024} MB are read"
            )
    return b"".join(parts)


def working_folder() -> str:
    """Where names are looked up, as it is told in errors."""
    try:
        return str(Path.cwd())
    except OSError:
        return "a folder that is gone"
