"""Chinese: what the parser knows of it."""

from __future__ import annotations

SCRIPT = ("\u4e00", "\u9fff")
"""The first and the last letter of its script, by which a text is known to be in this language."""
