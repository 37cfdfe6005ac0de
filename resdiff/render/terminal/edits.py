"""Word changes as runs of one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.worddiff import Edit
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible


def edit_runs(edits: Sequence[Edit], is_coloured: bool) -> Iterator[StyledRun]:
    """The edits in one line; in coloured output a blank separates a deletion from an insertion."""
    gone = False
    for edit in edits:
        if is_coloured and gone and edit.kind == "insert" and edit.text[:1] != " ":
            yield "", " "
        yield "" if edit.kind == "equal" else edit.kind, visible(edit.text)
        gone = edit.kind == "delete"
