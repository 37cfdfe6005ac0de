"""The theme of the interface that was chosen last; a name that cannot be kept or read is forgotten."""

from __future__ import annotations

import contextlib
from pathlib import Path

_MOST_BYTES = 100


def _theme_file() -> Path:
    from platformdirs import user_state_path

    return user_state_path("resdiff", appauthor=False) / "theme"


def remembered_theme() -> str:
    """The name of the theme, '' where none was chosen; who uses it checks that there is such a theme."""
    with contextlib.suppress(OSError, UnicodeDecodeError), _theme_file().open("rb") as file:
        return file.read(_MOST_BYTES).decode("utf-8").strip()
    return ""


def remember_theme(name: str) -> None:
    """Keeps the name of the theme for the next time."""
    with contextlib.suppress(OSError):
        _theme_file().parent.mkdir(parents=True, exist_ok=True)
        _theme_file().write_text(name + "\n", "utf-8")
