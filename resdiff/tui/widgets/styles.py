"""The styles of runs, out of the colours of the theme.

They are no component classes: Textual makes a node of its tree for every component class of every widget
whenever styles are applied, which was a third of the time of the first paint.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from rich.style import Style
from textual.color import Color

from resdiff.render.views.style import StyleName

STYLES: dict[StyleName, tuple[str, str]] = {
    "delete": ("text-error", "strike"),
    "insert": ("text-success", ""),
    "gone passage": ("text-error", ""),
    "new passage": ("text-success", ""),
    "added": ("text-success", "bold"),
    "dropped": ("text-error", "bold"),
    "edited": ("text-warning", "bold"),
    "split": ("text-accent", "bold"),
    "merged": ("text-accent", "bold"),
    "moved": ("text-secondary", "bold"),
    "unchanged": ("", "dim"),
    "faint": ("", "dim"),
    "strong": ("", "bold"),
    "verb": ("", "bold"),
    "strengthened": ("text-success", "bold"),
    "weakened": ("text-error", "bold"),
    "recast": ("text-warning", "bold"),
    "recalled": ("", "dim"),
    "disputed": ("text-accent", "bold"),
    "equal": ("", ""),
    "kept": ("", ""),
    "found": ("", "reverse"),
    "age 1": ("", "dim"),
    "age 2": ("text-primary", ""),
    "age 3": ("text-secondary", ""),
    "age 4": ("text-success", ""),
    "age 5": ("text-warning", ""),
    "age 6": ("text-warning", "bold"),
}
"""The colour of the theme, '' for that of the text, and the attribute of each."""
_TINTS: dict[str, str] = {
    "delete": "error-muted",
    "insert": "success-muted",
    "gone passage": "error-muted",
    "new passage": "success-muted",
}
"""The colour behind words that go and come; a theme without mixed colours has none: there what comes is
underlined.
"""


def textual_style(name: str, theme: Mapping[str, str]) -> Style:
    """The style of a run, by the variables of a theme; plain text for a name that is no style."""
    colour, attribute = STYLES.get(cast("StyleName", name), ("", ""))
    tint = theme.get(_TINTS.get(name, ""), "")
    is_tinted = bool(tint) and not tint.startswith("ansi")
    style = Style.parse(attribute) + Style(color=_colour(colour, theme) if colour else None)
    if is_tinted:
        return style + Style(bgcolor=_colour(_TINTS[name], theme))
    return style + Style(underline=True) if name == "insert" else style


def cursor_style(theme: Mapping[str, str], has_focus: bool) -> Style:
    """The style of the row where the cursor stands."""
    return Style(bgcolor=_colour("primary-muted" if has_focus else "panel", theme))


def _colour(name: str, theme: Mapping[str, str]) -> str:
    """A colour as Rich knows it.

    The share of another colour that the ANSI themes add is left out: there are no mixed ones.
    """
    return Color.parse(theme[name].partition(" ")[0]).rich_color.name
