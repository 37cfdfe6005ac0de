"""Signs and colours, and the only way by which a text reaches a terminal.

Every change has a sign beside its colour. Control characters of a text are made visible: they never act.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from resdiff.core.patterns import lazy
from resdiff.core.verbs import VerbOutcome
from resdiff.core.worddiff import EditKind

StyleName = Literal[
    "", "delete", "insert", "added", "dropped", "edited", "split", "merged", "moved", "unchanged", "faint", "strong", "verb",
    "strengthened", "weakened", "recast", "disputed", "equal", "kept", "found", "age 1", "age 2", "age 3", "age 4", "age 5", "age 6",
]  # fmt: skip
"""Every style that a run of text may have; '' is plain text. Each palette (here and in the terminal interface) has all of them."""

SIGNS = {"unchanged": "=", "edited": "~", "added": "+", "dropped": "-", "split": "<", "merged": ">"}
"""One sign for each kind of change."""
SHIFT_SIGNS: dict[VerbOutcome, str] = {
    "added": "+",
    "dropped": "-",
    "strengthened": "▲",
    "weakened": "▼",
    "recast": "↔",
    "disputed": "?",
    "equal": "≈",
    "kept": "=",
}

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_HIDDEN = (0x061C, *range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xE0000, 0xE0080), 0xFFFE, 0xFFFF)
"""Characters that control, turn the direction of what follows or stand for nothing."""
_VISIBLE = str.maketrans(_PICTURES | dict.fromkeys(_HIDDEN, "\ufffd"))
ACTING = lazy(f"[{''.join(map(chr, (0x7F, 0x2028, 0x2029, *_HIDDEN)))}]")
"""What no output may hold as it is: formats in which a character can be spelled by its number (JSON, XML) spell it so."""

CODES: dict[StyleName, str] = {
    "delete": "31;9", "insert": "32;4", "added": "32", "dropped": "31", "edited": "33", "split": "35", "merged": "35", "moved": "36",
    "unchanged": "2", "faint": "2", "strong": "1", "verb": "1",
    "strengthened": "32", "weakened": "31", "recast": "33", "disputed": "35", "equal": "0", "kept": "0", "found": "7",
    "age 1": "2", "age 2": "34", "age 3": "36", "age 4": "32", "age 5": "33", "age 6": "33;1",
}  # fmt: skip
AGES: tuple[StyleName, ...] = ("age 1", "age 2", "age 3", "age 4", "age 5", "age 6")
"""The styles of words by age, from the oldest to the youngest."""


def ages_of(counts: Mapping[int, int], versions: int, since: int = 0) -> list[int]:
    """For each of so many versions the place in AGES of its words; `counts` tells how many words of a text came with which version.

    The ages go by words, not by versions, so that what makes up a text can be told apart however many versions came between. Versions
    before `since` are left out of account.
    """
    middles: dict[int, float] = {}
    before = 0
    for origin, count in sorted(counts.items()):
        if origin < since:
            continue
        middles[origin] = before + count / 2
        before += count
    first, last = min(middles.values(), default=0.0), max(middles.values(), default=0.0)
    found, place = [], first
    for origin in range(versions):
        place = middles.get(origin, place)
        found.append(round((place - first) / ((last - first) or 1) * (len(AGES) - 1)))
    return found


def visible(text: str) -> str:
    """The text with its control characters shown as pictures; nothing in it can act on a terminal."""
    return text if text.isprintable() else text.translate(_VISIBLE)


@dataclass(frozen=True, slots=True)
class Paint:
    """Puts colours around text, or signs where there are none."""

    colour: bool

    def __call__(self, text: str, style: StyleName) -> str:
        """The text in a style; as it is without colour."""
        code = CODES.get(style)
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text

    def edit(self, kind: EditKind, text: str) -> str:
        """A run of words that goes or comes: coloured, or between [- -] and {+ +}."""
        if kind == "equal" or not text:
            return text
        if self.colour:
            return self(text, kind)
        return f"[-{text}-]" if kind == "delete" else f"{{+{text}+}}"
