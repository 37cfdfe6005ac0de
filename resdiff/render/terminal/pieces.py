"""Edits as runs: of one side, of both, or of both readings in one."""

from __future__ import annotations

from collections.abc import Sequence

from resdiff.core.worddiff import Edit
from resdiff.render.terminal.edits import edit_runs
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible

_SIGNED = Paint(colour=False)


def edit_run(edit: Edit, signs: bool) -> StyledRun:
    """An edit as a run, between [- -] or {+ +} where signs are wanted."""
    text = visible(edit.text)
    return "" if edit.kind == "equal" else edit.kind, _SIGNED.edit(edit.kind, text) if signs else text


def sides_of(edits: Sequence[Edit], signs: bool) -> tuple[list[StyledRun], list[StyledRun]]:
    """Both readings, what goes and what comes marked."""
    return [edit_run(e, signs) for e in edits if e.kind != "insert"], [
        edit_run(e, signs) for e in edits if e.kind != "delete"
    ]


def unified_of(edits: Sequence[Edit], signs: bool) -> list[StyledRun]:
    """Both readings in one, what goes and what comes marked."""
    return [edit_run(edit, signs) for edit in edits] if signs else [*edit_runs(edits, is_coloured=True)]
