"""What each version kept and changed, and how long paragraphs live, as text and as values."""

from __future__ import annotations

from msgspec.structs import asdict

from resdiff.core.history import History
from resdiff.core.history.survival import Turnover, survival_of
from resdiff.core.wording import counted

TURNOVER_COLUMNS = {
    "kept": "kept",
    "edited": "edited",
    "added": "added",
    "dropped": "dropped",
    "reintroduced": "back",
    "words_added": "words +",
    "words_dropped": "words -",
    "verbs_up": "▲",
    "verbs_down": "▼",
}
"""What is told of a turnover, by its names there."""


def turnover_cells(turnover: Turnover) -> str:
    """A turnover in words; counts of zero are left out, except the number of paragraphs kept."""
    values = asdict(turnover)
    counts = [
        f"{values[name]} {name}"
        for name in ("kept", "edited", "added", "dropped", "reintroduced")
        if values[name] or name == "kept"
    ]
    words = [
        f"{sign}{values[name]}"
        for name, sign in (("words_added", "+"), ("words_dropped", "-"))
        if values[name]
    ]
    verbs = [
        f"{sign}{values[name]}" for name, sign in (("verbs_up", "▲"), ("verbs_down", "▼")) if values[name]
    ]
    return ", ".join(
        [
            *counts,
            *([f"words {' '.join(words)}"] if words else []),
            *([f"verbs {' '.join(verbs)}"] if verbs else []),
        ]
    )


def life_of(history: History) -> str:
    """How long paragraphs live, in a sentence."""
    survival = survival_of(history)
    if not survival.curve:
        return "no paragraph was dropped for good"
    if survival.half_life is not None:
        count = counted(survival.half_life, "version")
        years = f" ({survival.half_life_years:g} years)" if survival.half_life_years is not None else ""
        return f"by estimate, half of the paragraphs are gone {count} after they first appeared{years}"
    length, share = survival.curve[-1]
    age = counted(length, "version")
    return f"by estimate, {int(100 * share)}% of the paragraphs still stand {age} after they first appeared"
