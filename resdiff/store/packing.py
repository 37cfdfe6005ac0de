"""Compressed bytes, unpacked up to a bound."""

from __future__ import annotations

import lzma
from functools import lru_cache
from typing import Any

MOST_UNPACKED = 768 * 1024 * 1024
"""Bytes that a source or its parsed text may take: three times the largest source that is read."""


@lru_cache(maxsize=2)
def unpack(pack: bytes) -> bytes:
    """What was packed; the last packs stay at hand, as neighbours share one. Raises as `bounded`."""
    return bounded(lzma.LZMADecompressor(), pack)


def bounded(unpacker: Any, packed: bytes) -> bytes:
    """The unpacked bytes.

    Raises ValueError where they are larger than MOST_UNPACKED, or cut off.
    """
    data: bytes = unpacker.decompress(packed, MOST_UNPACKED)
    if not unpacker.eof:
        raise ValueError(f"it is cut off, or unpacks to more than {MOST_UNPACKED // 1024 // 1024} MB")
    return data
