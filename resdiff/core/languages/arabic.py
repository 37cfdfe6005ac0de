"""Arabic: what the parser knows of it."""

from __future__ import annotations

SCRIPT = ("\u0600", "\u06ff")
"""The first and the last letter of its script, by which a text is known to be in this language."""
