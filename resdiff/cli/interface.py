"""The way from a command to the terminal interface, which is loaded only when it is taken."""

from __future__ import annotations

import sys

from resdiff.cli import diagnostics
from resdiff.core.compare import Comparison
from resdiff.core.errors import UsageError


def has_terminal() -> bool:
    """Whether there is a terminal to read keys from and to draw on."""
    return sys.stdin is not None and sys.stdout is not None and sys.stdin.isatty() and sys.stdout.isatty()


def check_terminal() -> None:
    """Raises UsageError where there is no terminal."""
    if not has_terminal():
        raise UsageError("the terminal interface wants a terminal", "resdiff compare and resdiff log write to files and pipes")


def open_interface(comparison: Comparison | None, store: str | None) -> int:
    """Runs the interface until it is left."""
    from resdiff.tui.app import ResdiffApp

    app = ResdiffApp(comparison, store)
    app.run()
    return app.return_code or diagnostics.DONE
