"""What a reader watches for in texts."""

from __future__ import annotations

from typing import NamedTuple


class Watch(NamedTuple):
    """Terms that a reader watches for."""

    terms: tuple[str, ...] = ()
    """Those whose coming or going matters wherever it happens."""
    ignored: tuple[str, ...] = ()
    """Those whose coming or going is routine."""


NOTHING_WATCHED = Watch()
