"""A comparison as rows of a view: changes, folded runs of unchanged paragraphs, and what changed outside the
paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from resdiff.core.compare import Change, Comparison
from resdiff.core.verbs import VerbShift
from resdiff.core.worddiff import Edit
from resdiff.render.terminal.lines import height, wrapped_lines
from resdiff.render.terminal.pieces import sides_of, unified_of
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import heading, nature, uncounted
from resdiff.render.views.notes import proposers
from resdiff.render.views.style import SHIFT_SIGNS, SIGNS, StyleName, sign_of, style_of
from resdiff.render.views.votes import SIDES, tally

Shown = Literal["folded", "all", "changed"]
SHOWN: tuple[Shown, ...] = ("folded", "all", "changed")
"""What is shown of unchanged paragraphs: one line a run, all of them, nothing."""
BAR = " │ "
_INDENT = 2
_MEASURE = 92
"""Cells of a line of text at most: longer ones are hard to read."""
_LEAST_CHANGED = 1 / 3
"""Share of a paragraph that changed from which on its two readings stand side by side."""
_LONG_RUN = 25
"""Words that stay in a row from which on only the first and the last are shown."""
_ENDS = 6
"""Words of either end of such a run that are shown."""
StyledLine = list[StyledRun]


class TextRow(Struct, frozen=True, kw_only=True):
    """One row: the changes [first, end) of the comparison; several where unchanged ones are folded.

    A row with first == end shows what changed outside the paragraphs.
    """

    first: int
    end: int
    is_fold: bool = False


class Layout(Struct, frozen=True, kw_only=True):
    """How rows are laid out."""

    width: int
    side_by_side: bool
    signs: bool = False
    """Whether words that go and come stand between signs, for a screen without colours."""
    whole: bool = False
    """Whether long runs that stay are shown whole."""


def comparison_rows(comparison: Comparison, shown: Shown) -> list[TextRow]:
    """The rows of a comparison, in the order of the revised text.

    What changed outside the paragraphs is the last one.
    """
    changes = comparison.changes
    rows = []
    k = 0
    while k < len(changes):
        end = k + 1
        if shown != "all" and changes[k].is_quiet:
            while end < len(changes) and changes[end].is_quiet:
                end += 1
            if shown == "folded":
                rows.append(TextRow(first=k, end=end, is_fold=True))
        else:
            rows.append(TextRow(first=k, end=end))
        k = end
    if comparison.matter_changes or comparison.base.vote or comparison.revised.vote:
        rows.append(TextRow(first=len(changes), end=len(changes)))
    return rows


def height_of(row: TextRow, comparison: Comparison, layout: Layout) -> int:
    """How many lines a row takes, the blank one below it included."""
    if row.is_fold:
        return 2
    if row.first == row.end:
        return len(_matter(comparison, layout))
    change = comparison.changes[row.first]
    count = 2 + (1 if verb_runs(change) else 0)
    if count == 3:
        count += height(_plain(verb_runs(change)), layout.width - _INDENT) - 1
    head = height(_plain(_head(change, comparison)), layout.width) - 1
    is_beside = stands_beside(change, layout)
    column = (layout.width - len(BAR)) // 2 if is_beside else _measure(layout)
    passages = _passages(change, comparison, layout)
    return (
        count
        + head
        + sum(max(height(_plain(one), column), height(_plain(two), column)) for one, two in passages)
    )


def lines_of_row(row: TextRow, comparison: Comparison, layout: Layout) -> list[StyledLine]:
    """The lines of a row, the blank one below it included."""
    if row.is_fold:
        return [_fold(row, comparison, layout), []]
    if row.first == row.end:
        return _matter(comparison, layout)
    change = comparison.changes[row.first]
    lines = wrapped_lines(_head(change, comparison), layout.width)
    is_beside = stands_beside(change, layout)
    for one, two in _passages(change, comparison, layout):
        lines += (
            side_by_side(one, two, layout.width) if is_beside else _indented(two, _measure(layout) + _INDENT)
        )
    verbs = verb_runs(change)
    if verbs:
        lines += _indented(verbs, layout.width)
    return [*lines, []]


def stands_beside(change: Change, layout: Layout) -> bool:
    """Whether the two readings of a change stand side by side: where there is room, both texts have it, and
    much of it changed. A paragraph of one text alone, or with few changes, reads better in one.
    """
    if not layout.side_by_side or not change.base or not change.revised or not change.edits:
        return False
    return change.similarity is None or 1 - change.similarity > _LEAST_CHANGED


def _measure(layout: Layout) -> int:
    return min(layout.width - _INDENT, _MEASURE)


def _plain(runs: Sequence[StyledRun]) -> str:
    return "".join([text for _, text in runs])


def _indented(runs: Sequence[StyledRun], width: int) -> list[StyledLine]:
    return [[("", " " * _INDENT), *line] for line in wrapped_lines(runs, width - _INDENT)]


def side_by_side(left: Sequence[StyledRun], right: Sequence[StyledRun], width: int) -> list[StyledLine]:
    """Two columns of runs as lines of at most `width` cells in all."""
    from rich.cells import cell_len

    column = (width - len(BAR)) // 2
    nothing: StyledLine = []
    rows = []
    for one, two in zip_longest(wrapped_lines(left, column), wrapped_lines(right, column), fillvalue=nothing):
        gap = " " * (column - sum(cell_len(text) for _, text in one))
        rows.append([*one, ("", gap), ("faint", BAR), *two])
    return rows


def _fold(row: TextRow, comparison: Comparison, layout: Layout) -> StyledLine:
    changes = comparison.changes[row.first : row.end]
    first, last = heading(changes[0], comparison), heading(changes[-1], comparison)
    renumbered = sum(change.renumbered for change in changes)
    message = (
        f"{SIGNS['unchanged']} {first if len(changes) == 1 else f'{first} … {last}'}: {len(changes)}"
        " unchanged"
    )
    return [
        ("unchanged", visible(message + (f", {renumbered} renumbered" if renumbered else ""))[: layout.width])
    ]


def _head(change: Change, comparison: Comparison) -> list[StyledRun]:
    line = f"{sign_of(change)} {visible(heading(change, comparison))}  {nature(change)}"
    runs: list[StyledRun] = [(style_of(change), line)]
    if change.kind not in ("added", "dropped"):
        if change.similarity is not None and change.similarity < 1:
            runs.append(("faint", f"  {round(change.similarity * 100)}% alike"))
        if change.reasons:
            runs.append(("faint", f"  ({', '.join(change.reasons)})"))
    return runs


def _passages(
    change: Change, comparison: Comparison, layout: Layout
) -> Iterator[tuple[list[StyledRun], list[StyledRun]]]:
    """What stands against what, a pair of texts each; in one text alone, that is the second."""
    if not change.edits:
        one, two = comparison.base_reading(change), comparison.revised_reading(change)
        yield [], [("", visible(two or one))]
        return
    is_beside = stands_beside(change, layout)
    for name, edits in comparison.edits_by_paragraph(change):
        runs: list[StyledRun] = [("faint", f"{visible(name)} ")] if name else []
        if is_beside:
            left, right = sides_of(edits, layout.signs)
            is_split = len(change.revised) > 1
            yield (left if is_split else runs + left), (runs + right if is_split else right)
        else:
            words = unified_of(edits if layout.whole else shortened(edits), layout.signs)
            yield [], runs + (_as_passage(words) if not (change.base and change.revised) else words)


def _as_passage(runs: Sequence[StyledRun]) -> list[StyledRun]:
    """The words of a paragraph that came or went whole."""
    styles: dict[StyleName, StyleName] = {"insert": "new passage", "delete": "gone passage"}
    return [(styles.get(style, style), text) for style, text in runs]


def shortened(edits: Sequence[Edit]) -> list[Edit]:
    """The edits with long runs that stay cut to their ends, as far as a change stands beside them."""
    last = len(edits) - 1
    return [
        replace(edit, text=_ends_of(edit.text, k > 0, k < last)) if edit.kind == "equal" and last else edit
        for k, edit in enumerate(edits)
    ]


def _ends_of(text: str, has_before: bool, has_after: bool) -> str:
    words = text.split(" ")
    if len(words) < _LONG_RUN:
        return text
    first = words[: _ENDS if has_before else 2 * _ENDS]
    return " ".join([*first, "…", *(words[-_ENDS:] if has_after else words[-_ENDS // 2 :])])


def shift_run(shift: VerbShift) -> StyledRun:
    """A verb that came, went or shifted, with its sign."""
    word = shift.outcome
    phrases = [f"'{visible(v.phrase)}'" for v in (shift.base, shift.revised) if v is not None]
    return word, f"{SHIFT_SIGNS[word]} {' → '.join(phrases)} {word}"


def verb_runs(change: Change) -> list[StyledRun]:
    """The verbs that came, went or shifted in one line; nothing for a paragraph that came or went whole."""
    if change.kind in ("added", "dropped"):
        return []
    runs: list[StyledRun] = []
    for shift in change.verb_changes:
        runs += [("", "; ") if runs else ("faint", "verbs: "), shift_run(shift)]
    return runs


def _matter(comparison: Comparison, layout: Layout) -> list[StyledLine]:
    """What changed outside the paragraphs: title, sponsors, footnotes, vote."""
    lines: list[StyledLine] = []
    for change in comparison.counted_matter_changes:
        place = f" of {change.paragraph}" if change.paragraph else ""
        lines += wrapped_lines([("edited", f"~ {change.kind}{visible(place)} changed")], layout.width)
        runs: list[StyledRun] = [
            ("delete", visible(change.base or "")),
            ("", " "),
            ("insert", visible(change.revised or "")),
        ]
        lines += _indented([run for run in runs if run[1]], layout.width)
        if change.by:
            lines += _indented([("faint", visible(proposers(change.by)))], layout.width)
        lines.append([])
    if line := uncounted(comparison):
        lines += [*wrapped_lines([("unchanged", f"{SIGNS['unchanged']} {line}")], layout.width), []]
    one, two = comparison.base.vote, comparison.revised.vote
    if one is not None or two is not None:
        line = f"{'=' if comparison.same_vote else '~'} vote: {tally(one)} → {tally(two)}"
        lines += wrapped_lines([("unchanged" if comparison.same_vote else "edited", line)], layout.width)
        for side in comparison.changed_sides:
            lines += _indented(
                [("", f"{visible(side.name)}: {SIDES[side.base]} → {SIDES[side.revised]}")], layout.width
            )
        lines.append([])
    return lines


def ledger(comparison: Comparison) -> Iterator[tuple[int, VerbShift]]:
    """Every verb that came, went or shifted, with the place of its change."""
    for place, change in enumerate(comparison.changes):
        for shift in change.verb_changes:
            yield place, shift
