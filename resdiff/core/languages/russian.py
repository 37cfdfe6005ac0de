"""Russian: what the parser knows of it."""

from __future__ import annotations

SCRIPT = ("\u0400", "\u04ff")
"""The first and the last letter of its script, by which a text is known to be in this language."""
