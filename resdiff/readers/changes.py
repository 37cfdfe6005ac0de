"""What is made of tracked changes in a document."""

from __future__ import annotations

from typing import Literal, get_args

Changes = Literal["accept", "reject", "both"]
"""'both' shows what was taken out between [- -] and what was put in between {+ +}."""
TRACKED_CHANGES: tuple[Changes, ...] = get_args(Changes)
