"""Edits over the joined readings of several paragraphs, cut into those of each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from resdiff.core.worddiff import Edit


def cut_edits(edits: Sequence[Edit], sizes: Sequence[int], lacks: str) -> list[Sequence[Edit]]:
    """The edits divided where paragraphs of these sizes, in characters, end on one side.

    The blank that joins two paragraphs belongs to neither.

    `lacks` is the kind of edit that this side does not have: 'insert' for the base, 'delete' for the revised
    text.
    """
    pieces: list[Sequence[Edit]] = []
    remaining = list(edits)
    for size in sizes[:-1]:
        piece, remaining = _first(remaining, size, lacks)
        pieces.append(piece)
    return [*pieces, remaining]


def _first(edits: list[Edit], size: int, lacks: str) -> tuple[list[Edit], list[Edit]]:
    """The edits that make the next `size` characters of a side, and those behind the blank that follows."""
    piece: list[Edit] = []
    for k, edit in enumerate(edits):
        if edit.kind == lacks or len(edit.text) <= size:
            piece.append(edit)
            size -= 0 if edit.kind == lacks else len(edit.text)
            continue
        if size:
            piece.append(replace(edit, text=edit.text[:size]))
        return piece, [replace(edit, text=edit.text[size:].removeprefix(" ")), *edits[k + 1 :]]
    return piece, []
