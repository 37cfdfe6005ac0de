"""Arabic: what the parser knows of it."""

from __future__ import annotations

SCRIPT = ("\u0600", "\u06ff")
"""The first and the last letter of its script, by which a text is known to be in this language."""

ORGAN = r"(?:إن |أن )?(?:الجمعية|مجلس|المجلس|لجنة|اللجنة|مؤتمر|المؤتمر|الأطراف|هيئة)"
"""How the name of an organ begins, behind the particle 'inna' or without it."""
