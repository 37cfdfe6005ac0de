"""Runs the command: python -m resdiff, and the script `resdiff`."""

from __future__ import annotations

import gc
import os
import sys


def run() -> None:
    """Runs the command and ends the process with its status.

    An interrupt while it is being loaded ends it quietly.
    """
    gc.disable()  # a command runs once and makes no cycles that matter
    try:
        from resdiff.cli.app import main

        status = main()
    except KeyboardInterrupt:
        status = 130
    try:
        sys.exit(status)
    finally:
        if sys.stderr is None or sys.stderr.closed:
            os._exit(
                status
            )  # the interpreter would end with 120 for a stream that was closed before it began


if __name__ == "__main__":
    run()
