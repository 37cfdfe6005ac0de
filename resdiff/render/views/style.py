"""How a change looks in every medium: its style, its sign, and which of several changes a map shows."""

from __future__ import annotations

from typing import Literal

from resdiff.core.compare import Change
from resdiff.render.palette import SIGNS

ChangeStyle = Literal["unchanged", "edited", "added", "dropped", "split", "merged", "moved"]
STYLE_SIGNS = {**SIGNS, "moved": "^"}
"""One sign for each style."""
WEIGHTS: tuple[ChangeStyle, ...] = ("unchanged", "moved", "edited", "merged", "split", "added", "dropped")
"""The styles from the lightest to the heaviest: a mark of a map that stands for several changes shows the heaviest."""


def style_of(change: Change) -> ChangeStyle:
    """The style of a change: its kind, but 'moved' for a paragraph that changed its place and not its words."""
    return "moved" if change.kind == "unchanged" and change.moved else change.kind


def sign_of(change: Change) -> str:
    """The sign of a change."""
    return STYLE_SIGNS[style_of(change)]
