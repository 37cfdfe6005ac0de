"""Words of messages: a count with its noun."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """The count and its noun, in the plural unless the count is one: '1 text', '2 texts', '0 texts'."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
