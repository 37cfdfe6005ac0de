"""The manual: a page a job, in Markdown."""

from __future__ import annotations

from importlib.resources import files

_ORDER = (
    "delegate",
    "analyst",
    "clerk",
    "scholar",
    "scripts",
    "words",
    "git",
    "terminal",
    "formats",
    "store",
    "python",
    "settings",
)
"""The pages, in the order in which they are listed."""


def pages() -> dict[str, str]:
    """The pages by name, each with its title."""
    return {name: page(name).partition("\n")[0].lstrip("# ") for name in _ORDER}


def page(name: str) -> str:
    """A page. Raises KeyError where there is none."""
    if name not in _ORDER:
        raise KeyError(name)
    return files("resdiff.guide").joinpath(f"{name}.md").read_text(encoding="utf-8")
