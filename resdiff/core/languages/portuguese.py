"""Portuguese: what the parser knows of it."""

from __future__ import annotations

COMMON_WORDS = "o a os as do da dos das de e em que para por com uma não ao sua seus no na"
"""The commonest words, by which a text is known to be in this language."""
ORGAN = r"(?:[AO]s? )"
"""How the name of an organ begins: with its article."""
