"""Everything on standard error, and the exit status.

0 done, for compare: no change        2 trouble: bad usage, unreadable or unparsable input
1 for compare: changes; for searches: nothing found
70 an internal error                  130 interrupted                  141 the reader of the output has gone
143 terminated
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from resdiff.core.errors import ResdiffError, StoreError
from resdiff.render.views.characters import visible

DONE = 0
HAS_CHANGES = 1
NO_RESULT = 1
ERROR = 2
INTERNAL = 70
INTERRUPTED = 130
BROKEN_PIPE = 141
TERMINATED = 143


class Terminated(BaseException):
    """The system asks the process to end."""


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Lets a command that is terminated meanwhile take back what it has half written."""

    def end(number: int, frame: object) -> None:
        raise Terminated

    before = None
    with suppress(ValueError):  # only the main thread may
        before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def print_line(message: str) -> None:
    """One line on standard error."""
    line = " ".join(visible(message.replace("\n", " ")).split())
    if sys.stderr is not None:
        with suppress(OSError, ValueError):  # nobody listens
            sys.stderr.write(f"resdiff: {line}\n")
            sys.stderr.flush()


def warn(name: str, warnings: Iterable[str], quiet: bool) -> None:
    """The warnings of a text, a line each, unless they are to be kept quiet."""
    for warning in () if quiet else warnings:
        print_line(f"warning: {name}: {warning}" if name else f"warning: {warning}")


def report_error(error: ResdiffError) -> int:
    """Tells of an error in one line; gives the status."""
    print_line(str(error))
    return ERROR


def report_failures(failures: Iterable[str]) -> int:
    """Prints what failed while the rest succeeded; returns the exit status, 2 if anything failed."""
    status = DONE
    for failure in failures:
        print_line(failure)
        status = ERROR
    return status


def internal(error: BaseException) -> int:
    """Tells of a fault of resdiff itself in one line; the traceback only where RESDIFF_DEBUG is set.

    Where a store that was opened is damaged, that is the trouble: rows that others have written may be
    anything.
    """
    if os.environ.get("RESDIFF_DEBUG"):
        import traceback

        traceback.print_exception(error)
    references = sys.modules.get("resdiff.workspace.references")
    for path in references.damaged_stores() if references is not None else ():
        return report_error(
            StoreError(
                f"the store '{path}' is damaged", "resdiff store verify says where; restore it from a backup"
            )
        )
    print_line(
        f"internal error: {type(error).__name__}: {error}; set RESDIFF_DEBUG=1 for the details, and report it"
    )
    return INTERNAL


def broken_pipe() -> int:
    """The reader of standard output has gone: nothing more is written there, also not at the interpreter's
    end.
    """
    write_nowhere()
    return BROKEN_PIPE


def write_nowhere() -> None:
    """What is still written to standard output, also at the interpreter's end, goes nowhere."""
    with suppress(OSError, ValueError, AttributeError):  # there is no such stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
