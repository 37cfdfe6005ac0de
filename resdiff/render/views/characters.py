"""The only way by which a text reaches an output: its control characters are made visible, they never act."""

from __future__ import annotations

from resdiff.core.patterns import compiled_late

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_HIDDEN = (
    range(0x61C, 0x61D),
    range(0x80, 0xA0),
    range(0x202A, 0x202F),
    range(0x2066, 0x206A),
    range(0xE0000, 0xE0080),
    range(0xFFFE, 0x10000),
)
"""Characters that control, turn the direction of what follows or stand for nothing."""
_VISIBLE = str.maketrans(_PICTURES | {code: "\ufffd" for codes in _HIDDEN for code in codes})
_RANGES = "".join(f"{chr(codes[0])}-{chr(codes[-1])}" for codes in _HIDDEN)
ACTING = compiled_late(f"[\x7f\u2028\u2029{_RANGES}]")
"""What no output may hold as it is: formats in which a character can be spelled by its number (JSON, XML)
spell it so.
"""


def visible(text: str) -> str:
    """The text with its control characters shown as pictures; nothing in it can act on a terminal."""
    return text if text.isprintable() else text.translate(_VISIBLE)
