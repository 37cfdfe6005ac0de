"""Where output goes: a file, written whole or not at all; a pager on a terminal; or standard output."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from resdiff.core.errors import InputError

Colour = Literal["auto", "always", "never"]

_FILE_WIDTH = 80
_CHUNK = 200_000


def prepare_streams() -> None:
    """UTF-8 and newlines as they are on every machine."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def is_terminal(output: Path | None) -> bool:
    """Whether the output goes to a terminal."""
    return output is None and sys.stdout.isatty()


def width_of(output: Path | None, asked: int | None) -> int:
    """The cells of a line: as asked, of the terminal, or 80."""
    if asked is not None:
        return asked
    return shutil.get_terminal_size().columns if is_terminal(output) else _FILE_WIDTH


def is_coloured(colour: Colour, output: Path | None) -> bool:
    """Whether to use colours: on a terminal, unless NO_COLOR says otherwise or the option does."""
    if colour != "auto":
        return colour == "always"
    return is_terminal(output) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class ReaderGone(Exception):  # noqa: N818 - no error: who reads the output has seen enough
    """The reader of standard output has gone."""


def write(pieces: Iterable[str], output: Path | None, pager: bool = False) -> None:
    """Writes the pieces. Raises InputError for a file that cannot be written, ReaderGone where nobody reads any more."""
    if output is not None:
        _write_file(pieces, output)
    elif pager and is_terminal(None):
        _page("".join(pieces))
    else:
        _write_out(_chunks(pieces))


def _write_out(chunks: Iterable[str]) -> None:
    """Writes to standard output; the command library would take a BrokenPipeError for a plain failure."""
    try:
        for chunk in chunks:
            sys.stdout.write(chunk)
        sys.stdout.flush()
    except BrokenPipeError:
        raise ReaderGone from None


def _chunks(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces joined to larger ones: a stream takes few large ones faster than many small ones."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > _CHUNK:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)


def _write_file(pieces: Iterable[str], output: Path) -> None:
    """Writes a file beside its place and puts it there when it is whole."""
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            for chunk in _chunks(pieces):
                file.write(chunk)
        part.replace(output)
    except OSError as error:
        raise InputError(f"'{output}' cannot be written", error.strerror or str(error)) from None
    finally:
        part.unlink(missing_ok=True)


def _page(text: str) -> None:
    """Shows a text in the user's pager where it is longer than the screen."""
    pager = os.environ.get("PAGER", "less -FRX")
    lines = text.count("\n")
    if not pager or pager == "cat" or lines < shutil.get_terminal_size().lines or os.environ.get("TERM") == "dumb":
        _write_out([text])
        return
    import shlex
    import subprocess

    words = shlex.split(pager)
    try:
        done = subprocess.Popen(words, stdin=subprocess.PIPE, env={"LESS": "FRX", **os.environ})  # noqa: S603 - the user's own pager
    except OSError:
        _write_out([text])
        return
    try:
        done.communicate(text.encode("utf-8", "backslashreplace"))
    except KeyboardInterrupt:
        done.wait()
