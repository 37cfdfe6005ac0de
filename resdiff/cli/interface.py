"""The way from a command to the terminal interface, which is loaded only when it is taken."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from resdiff.cli import diagnostics
from resdiff.core.compare import Comparison
from resdiff.core.errors import ResdiffError, UsageError
from resdiff.core.progress import Progress


def has_terminal() -> bool:
    """Whether there is a terminal to read keys from and to draw on."""
    return sys.stdin is not None and sys.stdout is not None and sys.stdin.isatty() and sys.stdout.isatty()


def check_terminal() -> None:
    """Raises UsageError where there is no terminal."""
    if not has_terminal():
        raise UsageError(
            "the terminal interface needs a terminal",
            "resdiff compare and resdiff log write to files and pipes",
        )


def check_store(store: str | None) -> None:
    """Raises StoreError where the file of the store is none; one that is not there yet may be filled."""
    from resdiff.workspace.references import open_repository, store_path

    if store_path(store).exists():
        with open_repository(store):
            pass


def open_comparison(ask: Callable[[Progress], Comparison], store: str | None) -> int:
    """Runs the interface on the comparison that `ask` makes."""
    check_terminal()
    return open_interface(ask, store)


def open_draft(texts: Sequence[str], store: str | None) -> int:
    """Runs the interface on what became of a draft: last year's text, the draft, the adopted one."""
    check_terminal()
    return open_interface(None, store, texts)


def open_interface(
    ask: Callable[[Progress], Comparison] | None, store: str | None, drafts: Sequence[str] = ()
) -> int:
    """Runs the interface until the user quits: on the comparison that `ask` makes, on what became of a draft
    (`drafts`: last year's text, the draft, the adopted one), otherwise on the store.

    Gives the exit status: 70 for a fault of the interface itself, told in one line once the terminal is
    restored. Raises the ResdiffError of a comparison that cannot be made.
    """
    import gc

    from resdiff.tui.app import ResdiffApp

    gc.enable()  # what runs for hours makes cycles that matter
    app = ResdiffApp(ask, store, drafts)
    error = app.run()
    if isinstance(app.fault, ResdiffError):
        raise app.fault
    if app.fault is not None:
        return diagnostics.internal(app.fault)
    if error is not None:
        raise error
    return app.return_code or diagnostics.DONE
