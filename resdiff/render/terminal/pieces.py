"""What of each reading stands against what: a paragraph that was split or merged falls into pieces, one for each of its several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from resdiff.core.compare import Change, Comparison
from resdiff.core.worddiff import Edit
from resdiff.render.terminal.edits import edit_runs
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import Run
from resdiff.render.views.characters import visible

Piece = tuple[str, Sequence[Edit]]
"""The id of the one of several paragraphs, '' for a change of single paragraphs; and the edits of that piece."""

_SIGNED = Paint(colour=False)


def pieces_of(change: Change, comparison: Comparison) -> Iterator[Piece]:
    """The pieces of a change, in order; one where neither side has several paragraphs."""
    places, text, other = change.revised, comparison.revised, "delete"
    if len(change.base) > 1:
        places, text, other = change.base, comparison.base, "insert"
    if len(places) < 2 or not change.edits:
        yield "", change.edits
        return
    edits = list(change.edits)
    for place in places[:-1]:
        paragraph = text.paragraphs[place]
        taken, edits = _taken(edits, len(paragraph.text), other)
        yield paragraph.id, taken
    yield text.paragraphs[places[-1]].id, edits


def _taken(edits: list[Edit], size: int, other: str) -> tuple[list[Edit], list[Edit]]:
    """The edits that make the next `size` characters of a side, and those behind the blank that follows; `other` is what it lacks."""
    taken = []
    for k, edit in enumerate(edits):
        if edit.kind == other or len(edit.text) <= size:
            taken.append(edit)
            size -= 0 if edit.kind == other else len(edit.text)
            continue
        rest = replace(edit, text=edit.text[size:].removeprefix(" "))
        if size:
            taken.append(replace(edit, text=edit.text[:size]))
        return taken, [rest, *edits[k + 1 :]]
    return taken, []


def edit_run(edit: Edit, signs: bool) -> Run:
    """An edit as a run, between [- -] or {+ +} where signs are wanted."""
    text = visible(edit.text)
    return "" if edit.kind == "equal" else edit.kind, _SIGNED.edit(edit.kind, text) if signs else text


def sides_of(edits: Sequence[Edit], signs: bool) -> tuple[list[Run], list[Run]]:
    """Both readings, what goes and what comes marked."""
    return [edit_run(e, signs) for e in edits if e.kind != "insert"], [edit_run(e, signs) for e in edits if e.kind != "delete"]


def unified_of(edits: Sequence[Edit], signs: bool) -> list[Run]:
    """Both readings in one, what goes and what comes marked."""
    return [edit_run(edit, signs) for edit in edits] if signs else [*edit_runs(edits, is_coloured=True)]
