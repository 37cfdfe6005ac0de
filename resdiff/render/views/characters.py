"""The only way by which a text reaches an output: its control characters are made visible, they never act."""

from __future__ import annotations

from itertools import pairwise

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
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""The letters of the scripts that run from right to left (Unicode: Hebrew, Arabic, Syriac)."""
RIGHT_TO_LEFT_WORDS = compiled_late(f"[{_RIGHT_TO_LEFT}]+(?:[ /-]+[{_RIGHT_TO_LEFT}]+)*")
"""Words in such a script one behind the other."""
_VISIBLE = str.maketrans(_PICTURES | {code: "\ufffd" for codes in _HIDDEN for code in codes})
_RANGES = "".join(f"{chr(codes[0])}-{chr(codes[-1])}" for codes in _HIDDEN)
ACTING = compiled_late(f"[\x7f\u2028\u2029{_RANGES}]")
"""What no output may hold as it is: formats in which a character can be spelled by its number (JSON, XML)
spell it so.
"""


def runs_right_to_left(text: str) -> bool:
    """Whether a text holds letters of a script that runs from right to left."""
    return not text.isascii() and RIGHT_TO_LEFT_WORDS.search(text) is not None


def parted_by_direction(text: str) -> list[str]:
    """A sentence of ours in parts: words that run from right to left, and what stands around them."""
    ends = [0, *(end for match in RIGHT_TO_LEFT_WORDS.finditer(text) for end in match.span()), len(text)]
    return [text[begin:end] for begin, end in pairwise(ends) if begin < end]


def visible(text: str) -> str:
    """The text with its control characters shown as pictures; nothing in it can act on a terminal."""
    return text if text.isprintable() else text.translate(_VISIBLE)
