"""What each version kept and changed, and how long paragraphs live, as text and as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from rich.cells import set_cell_size

from resdiff.core.history import History
from resdiff.core.history.survival import Turnover, survival_of, turnovers
from resdiff.render.labels import version_label
from resdiff.render.palette import Paint, visible
from resdiff.render.wrap import wrap

COLUMNS = {
    "kept": "kept", "edited": "edited", "added": "added", "dropped": "dropped", "reintroduced": "back", "words_added": "words +",
    "words_dropped": "words -", "verbs_up": "▲", "verbs_down": "▼",
}  # fmt: skip
"""What is told of a turnover, by its names there."""
_LABEL = 20
"""The most cells of a version's label."""
_LEAST = 8
"""The fewest that tell anything."""


def turnover_told(turnover: Turnover) -> str:
    """A turnover in words; what is none is left out, but how many paragraphs were kept."""
    values = asdict(turnover)
    counts = [f"{values[name]} {name}" for name in ("kept", "edited", "added", "dropped", "reintroduced") if values[name] or name == "kept"]
    words = [f"{sign}{values[name]}" for name, sign in (("words_added", "+"), ("words_dropped", "-")) if values[name]]
    verbs = [f"{sign}{values[name]}" for name, sign in (("verbs_up", "▲"), ("verbs_down", "▼")) if values[name]]
    return ", ".join([*counts, *([f"words {' '.join(words)}"] if words else []), *([f"verbs {' '.join(verbs)}"] if verbs else [])])


def survival_text(history: History, width: int, paint: Paint) -> Iterator[str]:
    """A line for each version with its turnover; then how long paragraphs live."""
    head = "".join(f"{name:>{_size(name)}}" for name in COLUMNS.values())
    room = min(_LABEL, width - len(head) - 6)
    room = room if room >= _LEAST else 0
    yield paint(f"{'':3}  {'':{room}} {head}", "strong") + "\n"
    for k, turnover in enumerate(turnovers(history), start=1):
        values = asdict(turnover)
        cells = "".join(f"{values[name]:>{_size(told)}}" for name, told in COLUMNS.items())
        yield f"{k + 1:>3}  {set_cell_size(visible(version_label(history.versions[k])), room)} {cells}\n"
    yield "\n"
    yield from (f"{line}\n" for line in wrap([("", life_of(history))], width, paint))


def _size(name: str) -> int:
    return max(len(name), 4) + 1


def life_of(history: History) -> str:
    """How long paragraphs live, in a sentence."""
    survival = survival_of(history)
    if not survival.curve:
        return "no paragraph was dropped for good"
    if survival.half_life is not None:
        count = f"{survival.half_life} version{'' if survival.half_life == 1 else 's'}"
        years = f" ({survival.half_life_years:g} years)" if survival.half_life_years is not None else ""
        return f"half of the paragraphs are gone {count} after they came{years}"
    length, share = survival.curve[-1]
    return f"{100 * share:.0f}% of the paragraphs still stand {length} version{'' if length == 1 else 's'} after they came"
