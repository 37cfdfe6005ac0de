"""The styles of runs, out of the colours of the theme.

They are no component classes: Textual makes a node of its tree for every component class of every widget
whenever styles are applied, which was a third of the time of the first paint.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


_ANSI = "ansi"
_EDITED_IN_ANSI = {"ansi_bright_red": "ansi_blue"}
"""Colours of ANSI themes that are hardly another than that of what is dropped, and what stands for them."""
_LEAST_CONTRAST = 4.5
"""Of text on its ground (WCAG 2.2, 1.4.3)."""
_STEP = 0.08


def textual_style(name: str, theme: Mapping[str, str]) -> Style:
    """The style of a run, by the variables of a theme; plain text for a name that is no style."""
    colour, attribute = STYLES.get(cast("StyleName", name), ("", ""))
    tint = theme.get(_TINTS.get(name, ""), "")
    is_tinted = bool(tint) and not tint.startswith(_ANSI)
    grounds = [theme["background"], theme["primary-muted"], *([tint] if is_tinted else [])]
    style = Style.parse(attribute) + Style(color=_readable(theme[colour], grounds) if colour else None)
    if is_tinted:
        return style + Style(bgcolor=_colour(_TINTS[name], theme))
    return style + Style(underline=True) if name == "insert" else style


def cursor_style(theme: Mapping[str, str], has_focus: bool) -> Style:
    """The style of the row where the cursor stands; where a theme has the colours of the terminal, which may
    be any, text and ground change places.
    """
    if theme["primary-muted"].startswith(_ANSI):
        return Style(reverse=True, dim=not has_focus)
    return Style(bgcolor=_colour("primary-muted" if has_focus else "panel", theme))


def _readable(value: str, grounds: Sequence[str]) -> str:
    """A colour of text as Rich knows it, darker or lighter until it can be read on each of the grounds."""
    value = value.partition(" ")[0]
    if value.startswith(_ANSI):
        return Color.parse(_EDITED_IN_ANSI.get(value, value)).rich_color.name
    colour, others = Color.parse(value), [Color.parse(ground) for ground in grounds]
    end = Color.parse("black" if luminance(others[0]) > 0.5 else "white")
    share = 0.0
    while share < 1 and min(contrast(colour, other) for other in others) < _LEAST_CONTRAST:
        share += _STEP
        colour = Color.parse(value).blend(end, min(share, 1.0))
    return colour.rich_color.name


def contrast(one: Color, two: Color) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    """The relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    ]
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


def _colour(name: str, theme: Mapping[str, str]) -> str:
    """A colour as Rich knows it."""
    return Color.parse(theme[name]).rich_color.name
