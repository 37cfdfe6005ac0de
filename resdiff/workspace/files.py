"""Files that are written, whole or not at all; their names as text."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from resdiff.core.errors import InputError, UsageError

_DATABASE = b"SQLite format 3\0"


def is_database(path: Path) -> bool:
    """Whether a file is an SQLite database, as a store is."""
    try:
        with path.open("rb") as file:
            return path.is_file() and file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path leads to a place in a folder, whatever symbolic links stand in it."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # it goes round in a circle, or no system could name it
        return False


def in_utf8(name: str) -> str:
    """A name of the system as text that can be kept: bytes that are no UTF-8, and lone surrogates, are
    spelled as escapes.
    """
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def write_file(pieces: Iterable[str] | bytes, output: Path) -> None:
    """Writes a file beside its place and puts it there when it is whole, its mode kept.

    A device or pipe is written to as it is.
    """
    if is_database(output):
        raise UsageError(f"'{output}' is a database", "give another file: a store is never overwritten")
    try:
        if output.exists() and not output.is_file() and not output.is_dir():
            _fill(output, pieces)
            return
        target = output.resolve()
        if target.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(0, "it may not be written to")
        _replace(pieces, target)
    except OSError as error:
        raise InputError(f"'{output}' cannot be written", (error.strerror or str(error)).lower()) from None


def _fill(path: Path, pieces: Iterable[str] | bytes) -> None:
    if isinstance(pieces, bytes):
        path.write_bytes(pieces)
        return
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


def _replace(pieces: Iterable[str] | bytes, target: Path) -> None:
    part = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    try:
        _fill(part, pieces)
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
