"""Runs the command as a user does: within this process, which is quick, or in a process of its own."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from resdiff.cli.app import main


@dataclass(frozen=True, kw_only=True)
class Done:
    """What a run gave."""

    status: int
    out: str
    err: str


def resdiff(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Done:
    """Runs `resdiff ARGUMENTS` without a terminal; `env` is set beside the present environment."""
    streams = [io.TextIOWrapper(io.BytesIO(data), "utf-8", newline="\n") for data in (stdin, b"", b"")]
    with _place(cwd, env), patch.multiple(sys, stdin=streams[0], stdout=streams[1], stderr=streams[2]):
        status = main([*map(str, arguments)])
        reported = []
        for stream in streams[1:]:
            stream.flush()
            raw = stream.buffer
            assert isinstance(raw, io.BytesIO)
            reported.append(raw.getvalue().decode("utf-8"))
    return Done(status=status, out=reported[0], err=reported[1])


@contextmanager
def _place(cwd: Path | None, env: Mapping[str, str] | None) -> Iterator[None]:
    """The folder, the environment and the signals of a run; afterwards they are what they were."""
    folder, handler = Path.cwd(), signal.getsignal(signal.SIGTERM)
    with patch.dict(os.environ, env or {}):
        try:
            os.chdir(cwd or folder)
            yield
        finally:
            os.chdir(folder)
            signal.signal(signal.SIGTERM, handler)


def resdiff_alone(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Done:
    """The same in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "resdiff", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        check=False,
        timeout=120,
    )
    return Done(status=done.returncode, out=done.stdout.decode("utf-8"), err=done.stderr.decode("utf-8"))


def assert_trouble(done: Done, *words: str) -> None:
    """One clear line on standard error, nothing on standard output, status 2."""
    assert done.status == 2, done
    assert done.out == ""
    assert done.err.startswith("resdiff: ")
    assert done.err.count("\n") == 1, done.err
    assert "Traceback" not in done.err
    for word in words:
        assert word in done.err
