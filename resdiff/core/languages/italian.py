"""Italian: what the parser knows of it."""

from __future__ import annotations

COMMON_WORDS = "il la gli le di e che per nel della dei delle con una sono alla i un del al si non lo"
"""The commonest words, by which a text is known to be in this language."""
ORGAN = r"(?:L['’]|Il |L[ao] )"
"""How the name of an organ begins: with its article."""
