"""Runs the command as a user does: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Done:
    """What a run gave."""

    status: int
    out: str
    err: str


def resdiff(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Done:
    """Runs `resdiff ARGUMENTS` without a terminal; `env` is set beside the present environment."""
    done = subprocess.run(
        [sys.executable, "-m", "resdiff", *map(str, arguments)],
        input=stdin, capture_output=True, cwd=cwd, env={**os.environ, **(env or {})}, check=False, timeout=120,
    )  # fmt: skip
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def assert_trouble(done: Done, *words: str) -> None:
    """One clear line on standard error, nothing on standard output, status 2."""
    assert done.status == 2, done
    assert done.out == ""
    assert done.err.startswith("resdiff: ")
    assert done.err.count("\n") == 1, done.err
    assert "Traceback" not in done.err
    for word in words:
        assert word in done.err
