"""Asks through time in words: in which section each stands, since when, and how it ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low as median

from resdiff.core.history.ask_terms import year_of
from resdiff.core.history.ask_threads import AskEnd, AskFate, AskThread, LineageAsks
from resdiff.core.model import Resolution
from resdiff.core.wording import counted
from resdiff.render.views.asks import described
from resdiff.render.views.labels import version_label

_SECTIONS: tuple[tuple[AskFate, str], ...] = (
    ("new", "New"),
    ("returned", "Returned"),
    ("cadence changed", "Cadence changed"),
    ("altered", "Altered"),
    ("rolled on", "Rolled on"),
    ("carried on", "Carried on"),
    ("first", "Standing"),
)
"""What became of an ask in the last version, and the title under which it stands; in this order."""


_FACTOR = 2
"""How many times as many years as usual lie between two texts between which others seem to be missing."""
ENDS: dict[AskEnd, str] = {
    "pending": "due later",
    "lapsed": "lapsed",
    "answered": "answered",
    "restated": "in other words",
    "perhaps restated": "perhaps in other words",
    "decided": "decided once",
}
"""How asks that no longer stand are counted."""
_RARE: frozenset[AskEnd] = frozenset(("pending", "perhaps restated", "decided"))
"""Those that are not counted where there are none."""


def thread_sections(asks: LineageAsks) -> Iterator[tuple[str, list[AskThread]]]:
    """The threads by what became of them in the last version, those that ended behind."""
    last = asks.texts[-1]
    for fate, title in _SECTIONS:
        threads = [t for t in asks.threads if t.end == "standing" and t.last.fate == fate]
        if threads:
            yield f"{title} in {dated(last)}" if fate != "first" else title, threads
    for end, title in (
        ("pending", "Due later, not asked again"),
        ("lapsed", "Lapsed"),
        ("answered", "Answered and gone"),
        ("restated", "Its words stand elsewhere"),
        ("perhaps restated", "Much of its words stands elsewhere: read both"),
        ("decided", "Decided once"),
    ):
        threads = [t for t in asks.threads if t.end == end]
        if threads:
            yield title, threads


def threads_head(asks: LineageAsks) -> str:
    """Which lineage, how many texts, how many asks stand and ended; on a second line years without a text."""
    ends = Counter(thread.end for thread in asks.threads)
    span = dated(asks.texts[0])
    if len(asks.texts) > 1:
        span += f" to {dated(asks.texts[-1])}"
    others = ", ".join(f"{ends[end]} {word}" for end, word in ENDS.items() if ends[end] or end not in _RARE)
    counts = f"{counted(ends['standing'], 'ask')} standing, {others}"
    head = f"{asks.lineage}, {counted(len(asks.texts), 'text')}, {span}: {counts}"
    gaps = [f"{dated(one)} and {dated(two)}" for one, two in _gaps(asks.texts)]
    missing = f"\nNo text between {', nor between '.join(gaps)}: what was asked in between is not known."
    return f"{head}.{missing if gaps else ''}"


def _gaps(texts: Sequence[Resolution]) -> list[tuple[Resolution, Resolution]]:
    """The neighbours between which more than twice as many years lie as between most, three at least."""
    dates = [(text, year_of(text)) for text in texts]
    years = [
        (two, late - early, one)
        for (one, early), (two, late) in pairwise(dates)
        if early is not None and late is not None
    ]
    usual = max(median([count for _, count, _ in years]), 1) if years else 1
    return [(one, two) for two, count, one in years if count > _FACTOR * usual]


def dated(text: Resolution) -> str:
    """A text by its label and year: '80/156 (2025)'."""
    year = (text.masthead.date or "")[:4]
    label = version_label(text)
    return f"{label} ({year})" if year and year not in label else label


def thread_words(thread: AskThread, texts: Sequence[Resolution]) -> str:
    """An ask as it was last seen, and its life: since when, when altered, where it was last, how answered."""
    first, last = thread.steps[0], thread.last
    life = [] if first.version == last.version else [f"since {dated(texts[first.version])}"]
    altered = [
        dated(texts[step.version])
        for step in thread.steps
        if step.fate in ("altered", "cadence changed") and step.version != last.version
    ]
    if altered:
        life.append(f"altered in {', '.join(altered)}")
    returned = [dated(texts[step.version]) for step in thread.steps if step.fate == "returned"]
    if returned and last.fate != "returned":
        life.append(f"returned in {', '.join(returned)}")
    if thread.end != "standing":
        life.append(f"last in {dated(texts[last.version])}")
    if last.answered_in is not None:
        life.append(f"answered in {dated(texts[last.version + 1])} {last.answered_in}")
    elif last.restated_in is not None and last.restated_version is not None:
        words = "much of its words stands" if last.is_restated_in_part else "its words stand"
        life.append(f"{words} in {dated(texts[last.restated_version])} {last.restated_in}")
    elif answered := [step for step in thread.steps if step.answered_in is not None]:
        step = answered[-1]
        life.append(f"last answered in {dated(texts[step.version + 1])} {step.answered_in}")
    aspects = f" ({', '.join(last.aspects)})" if last.aspects and thread.end == "standing" else ""
    return f"{described(last.ask)}{aspects}{'; ' if life else ''}{'; '.join(life)}"


def thread_place(thread: AskThread, texts: Sequence[Resolution]) -> str:
    """The id of the paragraph in which the ask was last seen."""
    step = thread.last
    return texts[step.version].paragraphs[step.ask.paragraph].id
