"""Hashes: the seal of all that a row holds, by which damage to any byte of it is found, and the digest of a
reading.
"""

from __future__ import annotations

import hashlib
import json

_SIZE = 16
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def seal(*values: object) -> str:
    """The seal of values that JSON can tell."""
    return hashlib.blake2b(_json(values).encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def digest(text: str) -> bytes:
    """What a reading is found by."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
