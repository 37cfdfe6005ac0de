"""The colours of every theme: text can be read on the ground, the tint and the row of the cursor."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from resdiff.tui.app import THEMES
from resdiff.tui.widgets.styles import STYLES, contrast, cursor_style, textual_style

_LEAST = 4.5


@pytest.mark.parametrize("name", THEMES)
def test_every_run_can_be_read_wherever_it_stands(name: str) -> None:
    theme = BUILTIN_THEMES[name].to_color_system().generate()
    for style in STYLES:
        made = textual_style(style, theme)
        if made.color is None or theme["background"].startswith("ansi"):
            continue
        colour = Color.from_rich_color(made.color)
        tint = Color.from_rich_color(made.bgcolor) if made.bgcolor is not None else None
        grounds = [Color.parse(theme[ground]) for ground in ("background", "primary-muted")]
        for ground in (*grounds, *([tint] if tint is not None else [])):
            assert contrast(colour, ground) >= _LEAST, f"{style} on {ground.hex}"


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light"])
def test_with_the_colours_of_the_terminal_the_cursor_turns_them_round(name: str) -> None:
    theme = BUILTIN_THEMES[name].to_color_system().generate()
    active, waiting = cursor_style(theme, has_focus=True), cursor_style(theme, has_focus=False)
    assert (active.reverse, active.dim, active.bgcolor) == (True, False, None)
    assert (waiting.reverse, waiting.dim, waiting.bgcolor) == (True, True, None)
    assert textual_style("edited", theme).color != textual_style("dropped", theme).color


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert round(contrast(Color.parse("black"), Color.parse("white")), 2) == 21
    assert round(contrast(Color.parse("#777777"), Color.parse("white")), 2) == 4.48
