"""Runs the command: python -m resdiff."""

from __future__ import annotations

import sys

from resdiff.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
