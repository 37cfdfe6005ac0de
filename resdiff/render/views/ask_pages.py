"""Asks as pages for people: a title, what stands at the head, and sections of asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from resdiff.core.asks import Ask, Asks
from resdiff.core.compare import Comparison
from resdiff.core.compare.asks import AskChange, AskOutcome
from resdiff.core.history.ask_threads import AskThread, LineageAsks
from resdiff.core.model import Resolution
from resdiff.core.worddiff import Edit
from resdiff.core.wording import counted
from resdiff.render.views.ask_threads import thread_sections, thread_words, threads_head
from resdiff.render.views.asks import ask_counts, aspect_values, balance_words, described
from resdiff.render.views.labels import title_of, titles_of

_OUTCOMES: tuple[tuple[AskOutcome, str], ...] = (
    ("new", "New asks"),
    ("altered", "Altered"),
    ("gone", "Gone"),
)
"""What became of an ask between two texts, in the order of the sections, and their titles."""


class AskEntry(NamedTuple):
    """An ask of a page."""

    text: Resolution
    """The text in which it was last seen."""
    place: str
    """The id of its paragraph."""
    words: str
    """The verb, who is asked, and the facts."""
    clause: tuple[Edit, ...]
    """What is asked; of an altered ask with what changed; empty where nothing more stands there."""
    aspects: str = ""
    """In what an ask is altered, in brackets."""
    values: tuple[tuple[str, str, str], ...] = ()
    """Of aspects beside the words their name, the old and the new value."""


class AskSection(NamedTuple):
    """Asks that have something in common."""

    title: str
    """Empty where a page has one section."""
    entries: tuple[AskEntry, ...]
    outcome: AskOutcome | None = None
    """What became of them between two texts."""


class AskPage(NamedTuple):
    """The asks of a text, of two, or of a lineage."""

    title: str
    head: tuple[str, ...]
    sections: tuple[AskSection, ...]


def asks_page(text: Resolution, asks: Asks) -> AskPage:
    """What a text asks for; verbs that ask nothing, where they are among what is given, are counted."""
    asking = [ask for ask in asks if ask.asks and not ask.is_opening]
    count = f"{len(asking)} of {len(asks)} operative verbs and points ask for something or decide it"
    if len(asking) == len(asks):
        count = counted(len(asking), "ask")
    section = AskSection("", tuple(_entry(ask, text, described(ask)) for ask in asking))
    return AskPage(title_of(text), (count,), (section,))


def ask_changes_page(comparison: Comparison) -> AskPage:
    """What became of the asks of two texts; those carried on are counted."""
    asks = comparison.asks()
    balance = balance_words(comparison.balance)
    head = [ask_counts(asks), *([f"operative verbs: {balance}"] if balance else [])]
    sections = (
        AskSection(title, tuple(_changed(c, comparison) for c in asks if c.outcome == outcome), outcome)
        for outcome, title in _OUTCOMES
    )
    shown = tuple(section for section in sections if section.entries)
    return AskPage(" → ".join(titles_of(comparison)), tuple(head), shown)


def ask_threads_pages(rows: Sequence[LineageAsks]) -> Iterator[AskPage]:
    """The asks of each lineage through its texts."""
    for asks in rows:
        sections = (
            AskSection(title, tuple(_thread(thread, asks.texts) for thread in threads))
            for title, threads in thread_sections(asks)
        )
        yield AskPage(asks.lineage, tuple(threads_head(asks).split("\n")), tuple(sections))


def _entry(ask: Ask, text: Resolution, words: str) -> AskEntry:
    clause = (Edit(kind="equal", text=ask.clause),) if ask.clause else ()
    return AskEntry(text, text.paragraphs[ask.paragraph].id, words, clause)


def _thread(thread: AskThread, texts: Sequence[Resolution]) -> AskEntry:
    return _entry(thread.last.ask, texts[thread.last.version], thread_words(thread, texts))


def _changed(change: AskChange, comparison: Comparison) -> AskEntry:
    if change.revised is None and change.base is not None:
        return _entry(change.base, comparison.base, described(change.base))
    entry = _entry(cast("Ask", change.revised), comparison.revised, described(cast("Ask", change.revised)))
    if change.base is None:
        return entry
    aspects = f"({', '.join(change.aspects)})" if change.aspects else ""
    return entry._replace(clause=change.clause_edits(), aspects=aspects, values=tuple(aspect_values(change)))
