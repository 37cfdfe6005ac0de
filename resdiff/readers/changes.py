"""What is made of tracked changes in a document."""

from __future__ import annotations

from typing import Literal, get_args

Changes = Literal["accept", "reject", "both"]
"""'both' shows what was taken out between [- -] and what was put in between {+ +}."""
TRACKED_CHANGES: tuple[Changes, ...] = get_args(Changes)
READ_AS_ACCEPTED = "read as accepted"
"""How the warning of a text ends whose document has changes that nobody accepted."""
