"""How the verbs of a lineage changed: every shift, and the number of verbs by ladder and strength in each
version.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import set_cell_size

from resdiff.core.history import History
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, wrap
from resdiff.render.views.characters import visible
from resdiff.render.views.evolution import _shifts, counts_by_rung, paragraph_ids_of_shift
from resdiff.render.views.labels import version_label
from resdiff.render.views.style import SHIFT_SIGNS

_BARS = "▁▂▃▄▅▆▇█"
_NAME = 16


def evolution_text(history: History, width: int, is_coloured: bool) -> Iterator[str]:
    """The shifts of each step; then a line for each ladder and strength: a bar a version, and the counts."""
    paint = Paint(colour=is_coloured)
    for comparison in history.comparisons:
        yield (
            paint(
                f"{visible(version_label(comparison.base))} → {visible(version_label(comparison.revised))}",
                "strong",
            )
            + "\n"
        )
        shifts = list(_shifts(comparison))
        for paragraph, shift in shifts:
            word = shift.outcome
            phrases = " → ".join(
                f"'{visible(verb.phrase)}'" for verb in (shift.base, shift.revised) if verb is not None
            )
            yield from _hanging_indent(
                f"  {set_cell_size(visible(paragraph_ids_of_shift(paragraph, shift, comparison)), 15)} ",
                [(word, f"{SHIFT_SIGNS[word]} {phrases} {word}")],
                width,
                paint,
            )
        yield "\n" if shifts else "  no verb changed\n\n"
    named = "verbs by strength, in " + ", ".join(visible(version_label(text)) for text in history.versions)
    yield from _hanging_indent("", [("", named)], width, paint)
    counts = counts_by_rung(history)
    for ladder, strength in sorted({rank for count in counts for rank in count}):
        row = [count[ladder, strength] for count in counts]
        name = f"{ladder} {strength}" if ladder else "no rank"
        for k, line in enumerate(_bars(row, max(width - _NAME - 1, 10))):
            yield f"{set_cell_size(name if k == 0 else '', _NAME)} {line}\n"


def _bars(row: Sequence[int], width: int) -> Iterator[str]:
    """A bar a value, with the values behind them where these fit into the line, else the first, last and
    most.
    """
    bars = _sparkline(row)
    values = " ".join(map(str, row))
    if len(bars) + 2 + len(values) <= width:
        yield f"{bars}  {values}"
        return
    yield from (bars[at : at + width] for at in range(0, len(bars), width))
    yield f"{row[0]} first, {row[-1]} last, {max(row)} at most"


def _hanging_indent(head: str, runs: list[StyledRun], width: int, paint: Paint) -> Iterator[str]:
    """Runs wrapped to the width after a head, with a hanging indent."""
    for k, line in enumerate(wrap(runs, max(width - len(head), 10), paint)):
        yield f"{head if k == 0 else ' ' * len(head)}{line}\n"


def _sparkline(row: Sequence[int]) -> str:
    """A bar a value, the highest one full; a dot for 0."""
    most = max(*row, 1)
    return "".join("·" if value == 0 else _BARS[(value * len(_BARS) - 1) // most] for value in row)
