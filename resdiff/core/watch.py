"""What a reader watches for in texts."""

from __future__ import annotations

from msgspec import Struct


class Watch(Struct, frozen=True, kw_only=True):
    """Terms that a reader watches for."""

    terms: tuple[str, ...] = ()
    """Those whose coming or going matters wherever it happens."""
    ignored: tuple[str, ...] = ()
    """Those whose coming or going is routine."""


NOTHING_WATCHED = Watch()
