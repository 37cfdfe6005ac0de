"""Who is writing to a store: asked of the system where it tells."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

_LOCKS = Path("/proc/locks")
_WRITER = 120
"""The byte of the -shm file that SQLite locks while it writes in WAL mode (SQLite, WAL-mode File Format,
2.3).
"""


def holder_of(store: Path) -> str:
    """The command that is writing to the store, as 'python -m resdiff import (process 4711)'.

    'another command' where nothing tells.
    """
    with suppress(OSError, ValueError, IndexError):
        inode = Path(f"{store}-shm").stat().st_ino
        for line in _LOCKS.read_text("ascii").splitlines():
            fields = line.split()
            if (
                "WRITE" not in fields
                or int(fields[5].rpartition(":")[2]) != inode
                or int(fields[6]) > _WRITER
            ):
                continue
            if fields[7] == "EOF" or int(fields[7]) >= _WRITER:
                return _command(int(fields[4]))
    return "another command"


def _command(process: int) -> str:
    words = Path(f"/proc/{process}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    command = " ".join([Path(words[0]).name, *words[1:]]).strip()
    return f"'{command[:60]}{'...' if len(command) > 60 else ''}' (process {process})"
