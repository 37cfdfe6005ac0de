"""What each version kept and changed, and how long paragraphs live, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import asdict
from rich.cells import set_cell_size

from resdiff.core.history import History
from resdiff.core.history.survival import turnovers
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import wrap
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import version_label
from resdiff.render.views.survival import TURNOVER_COLUMNS, life_of

_LABEL = 20
"""The most cells of a version's label."""
_LEAST = 8
"""The fewest that tell anything."""


def survival_text(history: History, width: int, paint: Paint) -> Iterator[str]:
    """A line for each version with its turnover; then how long paragraphs live."""
    head = "".join(f"{name:>{_size(name)}}" for name in TURNOVER_COLUMNS.values())
    room = min(_LABEL, width - len(head) - 6)
    room = room if room >= _LEAST else 0
    yield paint(f"{'':3}  {'':{room}} {head}", "strong") + "\n"
    for k, turnover in enumerate(turnovers(history), start=1):
        values = asdict(turnover)
        cells = "".join(f"{values[name]:>{_size(heading)}}" for name, heading in TURNOVER_COLUMNS.items())
        yield f"{k + 1:>3}  {set_cell_size(visible(version_label(history.versions[k])), room)} {cells}\n"
    yield "\n"
    yield from (f"{line}\n" for line in wrap([("", life_of(history))], width, paint))


def _size(name: str) -> int:
    return max(len(name), 4) + 1
