"""French: what the parser knows of it."""

from __future__ import annotations

COMMON_WORDS = (
    "le la les des du et à que dans pour sur par aux une est qui de en l d au ce cette leurs ses"
    " son sa ne pas avec tous"
)
"""The commonest words, by which a text is known to be in this language."""

ORGAN = r"(?:L['’]|L[ae]s? )"
"""How the name of an organ begins: with its article, as no participle does."""
