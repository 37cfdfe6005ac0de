"""Spanish: what the parser knows of it."""

from __future__ import annotations

COMMON_WORDS = "el la los las de y que en para por del con una su se al sus un todos sobre no lo como es"
"""The commonest words, by which a text is known to be in this language."""

ORGAN = r"(?:El|La|Los|Las) "
"""How the name of an organ begins: with its article, as no participle does."""
