"""German: what the parser knows of it."""

from __future__ import annotations

COMMON_WORDS = "der die das und den dem des zu mit für auf ist von im ein nicht"
"""The commonest words, by which a text is known to be in this language."""
ORGAN = r"D(?:er|ie|as) "
"""How the name of an organ begins: with its article."""
