"""Asks through the versions of a text: when each came, how it changed, when it lapsed, whether it was
answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from resdiff.core.asks import Ask, Asks, is_frequency
from resdiff.core.compare import Comparison
from resdiff.core.compare.asks import AskChange, Aspect, says_nearly_the_same
from resdiff.core.compare.weights import ANSWERS
from resdiff.core.genres import un
from resdiff.core.languages import english_asks
from resdiff.core.model import Resolution
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import WORD
from resdiff.core.verbs import Verbs

AskFate = Literal["first", "new", "returned", "carried on", "rolled on", "cadence changed", "altered"]
"""What became of an ask in a version: 'first' in the first version, 'returned' where it had lapsed before,
'rolled on' where only its term moved with the texts.
"""
AskEnd = Literal["standing", "lapsed", "answered"]
"""Whether an ask stands in the last version; where not, whether a later text takes note of what it asked."""
_REPORT = compiled_late(english_asks.REPORT_NAMED)
_EMPTY = english_asks.FUNCTION_WORDS


class AskStep(Struct, frozen=True, kw_only=True):
    """An ask as it stands in a version."""

    version: int
    """The place of the version, from 0."""
    ask: Ask
    fate: AskFate
    aspects: tuple[Aspect, ...] = ()
    """What is altered."""
    answered_in: str | None = None
    """The paragraph of the next version that takes note of the report it asked for."""


class AskThread(Struct, frozen=True, kw_only=True):
    """An ask through the versions that have it."""

    steps: tuple[AskStep, ...]
    end: AskEnd

    @property
    def last(self) -> AskStep:
        """The ask as it was last seen."""
        return self.steps[-1]


class LineageAsks(Struct, frozen=True, kw_only=True):
    """The asks of a lineage through its versions."""

    lineage: str
    texts: tuple[Resolution, ...]
    threads: tuple[AskThread, ...]


def follow_asks(
    texts: Sequence[Resolution], first: Asks, comparisons: Sequence[Comparison]
) -> tuple[AskThread, ...]:
    """The asks of versions in order; `first` are those of the first, `comparisons` those of neighbours.

    The threads stand in the order of the last version, those that lapsed behind, the latest first.
    """
    follower = _Follower(first)
    for number, comparison in enumerate(comparisons, start=1):
        follower.step(number, comparison)
    threads = [AskThread(steps=tuple(steps), end=_end(steps, len(texts) - 1)) for steps in follower.threads]
    last = len(texts) - 1
    return tuple(
        sorted(
            threads,
            key=lambda thread: (
                thread.last.version != last,
                -thread.last.version,
                thread.last.ask.paragraph,
                thread.last.ask.verb.start,
            ),
        )
    )


def _end(steps: Sequence[AskStep], last: int) -> AskEnd:
    if steps[-1].version == last:
        return "standing"
    return "answered" if steps[-1].answered_in is not None else "lapsed"


class _Follower:
    """Follows asks from one comparison to the next."""

    def __init__(self, first: Asks) -> None:
        self.threads: list[list[AskStep]] = [
            [AskStep(version=0, ask=ask, fate="first")] for ask in first if ask.asks and not ask.is_opening
        ]

    def step(self, number: int, comparison: Comparison) -> None:
        """Takes the asks of the next version on."""
        open_threads = {
            _key(steps[-1].ask): steps for steps in self.threads if steps[-1].version == number - 1
        }
        answering = _answering(comparison)
        for change in comparison.asks():
            steps = open_threads.get(_key(change.base)) if change.base is not None else None
            if steps is not None and answering:
                steps[-1] = _answered(steps[-1], answering)
            if change.revised is None:
                continue
            if steps is None:
                steps = self._lapsed(change.revised, number)
                fate: AskFate = "returned" if steps is not None else "new"
                if steps is None:
                    steps = []
                    self.threads.append(steps)
            else:
                fate = _fate(change)
            steps.append(AskStep(version=number, ask=change.revised, fate=fate, aspects=change.aspects))

    def _lapsed(self, ask: Ask, number: int) -> list[AskStep] | None:
        """The thread that ended before and says nearly the same; the one that ended last."""
        ended = [steps for steps in self.threads if steps[-1].version < number - 1]
        for steps in sorted(ended, key=lambda steps: -steps[-1].version):
            if says_nearly_the_same(steps[-1].ask, ask):
                return steps
        return None


def _key(ask: Ask | None) -> tuple[object, ...]:
    return (ask.paragraph, ask.verb.start, ask.is_own, ask.clause, ask.addressee) if ask is not None else ()


def _fate(change: AskChange) -> AskFate:
    """What became of an ask that stands in both texts."""
    if not change.aspects:
        is_same = (
            change.base is not None and change.revised is not None and change.base.due == change.revised.due
        )
        return "carried on" if is_same else "rolled on"
    return "cadence changed" if {"due", "pace"} & set(change.aspects) and _is_of_time(change) else "altered"


def _is_of_time(change: AskChange) -> bool:
    """Whether its terms or how often it recurs changed; 'continue to' alone is no cadence."""
    if "due" in change.aspects or change.base is None or change.revised is None:
        return "due" in change.aspects
    one, two = (
        sorted(term for term in side.due if is_frequency(term)) for side in (change.base, change.revised)
    )
    return one != two


def _answering(comparison: Comparison) -> list[tuple[str, frozenset[str]]]:
    """The paragraphs of the revised text that take note of a report, with their words."""
    return list(_reports_noted(comparison.revised, comparison.revised_verbs))


def _reports_noted(text: Resolution, verbs: Verbs | None) -> Iterator[tuple[str, frozenset[str]]]:
    for paragraph, its in zip(text.paragraphs, verbs or (), strict=False):
        takes_note = any(verb.sense.lemma.startswith(tuple(ANSWERS)) for verb in its)
        if takes_note and _REPORT.search(paragraph.text) is not None:
            yield paragraph.id, _words(paragraph.text)


def _answered(step: AskStep, answering: Iterable[tuple[str, frozenset[str]]]) -> AskStep:
    """The step with the paragraph that takes note of the report of the one who was asked for it."""
    ask = step.ask
    if ask.task != "report" or ask.addressee_name is None:
        return step
    names = _words(ask.addressee_name)
    for paragraph, words in answering:
        if names and names <= words:
            return AskStep(
                version=step.version, ask=ask, fate=step.fate, aspects=step.aspects, answered_in=paragraph
            )
    return step


def _words(text: str) -> frozenset[str]:
    """The words of a text that say something, in lower case."""
    return frozenset(word.lower() for word in WORD.findall(text)) - _EMPTY


def due_years(ask: Ask, organ: str | None) -> frozenset[int]:
    """The years in which an ask is due, as far as they are known: of its dates, and of its sessions."""
    years = set()
    for value in ask.due_resolved:
        if value[:4].isdigit():
            years.add(int(value[:4]))
        elif value.startswith(_SESSION):
            year = session_year(int(value.removeprefix(_SESSION)), organ)
            years |= {year} if year is not None else set()
    return frozenset(years)


_SESSION = "session "


def session_year(session: int, organ: str | None) -> int | None:
    """The year in which a regular session of an organ begins; None where that is not known."""
    name = (organ or "").casefold()
    if name in un.YEAR_BEFORE_FIRST_SESSION:
        return un.YEAR_BEFORE_FIRST_SESSION[name] + session
    if name in un.SESSIONS_A_YEAR:
        first, count = un.SESSIONS_A_YEAR[name]
        return first + (session - 1) // count
    return None
