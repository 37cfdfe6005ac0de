"""Russian: what the parser knows of it."""

from __future__ import annotations

SCRIPT = ("\u0400", "\u04ff")
"""The first and the last letter of its script, by which a text is known to be in this language."""

ORGAN = (
    r"(?:[А-ЯЁ][\w-]+ ){0,3}(?:Ассамблея|Совет|Комитет|Комиссия|Конференция|Конгресс|Собрание|Стороны"
    r"|АССАМБЛЕЯ|СОВЕТ|КОМИТЕТ|КОМИССИЯ|КОНФЕРЕНЦИЯ)\b"
)
"""The names of organs: a noun of this list, up to three words in capitals before it."""
