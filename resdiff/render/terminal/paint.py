"""Styles as the codes of a terminal, or as signs where there are no colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from resdiff.render.views.style import StyleName

if TYPE_CHECKING:
    from resdiff.core.worddiff import EditKind

CODES: dict[StyleName, str] = {
    "delete": "31;9",
    "insert": "32;4",
    "gone passage": "31",
    "new passage": "32",
    "added": "32",
    "dropped": "31",
    "edited": "33",
    "split": "35",
    "merged": "35",
    "moved": "36",
    "unchanged": "2",
    "faint": "2",
    "strong": "1",
    "verb": "1",
    "strengthened": "32",
    "weakened": "31",
    "recast": "33",
    "recalled": "2",
    "disputed": "35",
    "equal": "0",
    "kept": "0",
    "found": "7",
    "age 1": "2",
    "age 2": "34",
    "age 3": "36",
    "age 4": "32",
    "age 5": "33",
    "age 6": "33;1",
}


class Paint(Struct, frozen=True, kw_only=True):
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
