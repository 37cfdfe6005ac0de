"""Asks through the versions of a text: when each came, how it changed, when it lapsed, whether it was
answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from resdiff.core.asks import Ask, Asks, is_frequency
from resdiff.core.compare import Comparison
from resdiff.core.compare.asks import AskChange, Aspect, says_nearly_the_same
from resdiff.core.compare.weights import ANSWERS
from resdiff.core.genres import un
from resdiff.core.languages import english_asks
from resdiff.core.model import Resolution
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import LETTERS, plain_style
from resdiff.core.verbs import OperativeVerb

AskFate = Literal["first", "new", "returned", "carried on", "rolled on", "cadence changed", "altered"]
"""What became of an ask in a version: 'first' in the first version, 'returned' where it had lapsed before,
'rolled on' where only its term moved with the texts.
"""
AskEnd = Literal["standing", "lapsed", "answered", "restated"]
"""Whether an ask stands in the last version; where not, whether the next text takes note of what it asked, or
says its words without asking, or with another verb.
"""
_REPORT = compiled_late(english_asks.REPORT_NAMED)
_EMPTY = english_asks.FUNCTION_WORDS
_RECALLS = ("recall", "consider", "reiterate", "remind")
"""Verbs that say again what was asked or decided; of a report that is there they tell too."""
_ANSWERS = (*sorted(ANSWERS - set(_RECALLS)), "congratulate", "commend", "express appreciation")
_LEAST_OF_REPORT = 0.2
"""Share of the words of an ask for a report that a paragraph which notes such a report has at least."""
_LEAST_OF_CLAUSE = 0.6
"""The same of any other ask."""
_LEAST_WORDS = 2
"""Words of an ask that stand in such a paragraph at least."""
_RESTATED, _RECALLED, _LEAST_RESTATED = 0.75, 0.5, 5
"""Share of the words of an ask that stand in a later paragraph from which on it is said again, the same where
the paragraph recalls, and how many words it has at least: few words stand anywhere.
"""
_LEAST_RETURNED = 0.75
"""Share of words in common from which on an ask that lapsed has returned."""


class AskStep(Struct, frozen=True, kw_only=True):
    """An ask as it stands in a version."""

    version: int
    """The place of the version, from 0."""
    ask: Ask
    fate: AskFate
    aspects: tuple[Aspect, ...] = ()
    """What is altered."""
    answered_in: str | None = None
    """The paragraph of the next version that takes note of what it asked for."""
    restated_in: str | None = None
    """Where it is gone: the paragraph of the next version in which its words stand."""


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
    if steps[-1].answered_in is not None:
        return "answered"
    return "restated" if steps[-1].restated_in is not None else "lapsed"


def _with_answer(step: AskStep, following: _NextText, is_gone: bool) -> AskStep:
    """The step with what the next text says about the ask."""
    answered = following.answers(step.ask) if is_gone or step.ask.task == "report" else None
    restated = following.restates(step.ask) if is_gone and answered is None else None
    return replace(step, answered_in=answered, restated_in=restated)


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
        following = _NextText(comparison)
        for change in comparison.asks():
            steps = open_threads.get(_key(change.base)) if change.base is not None else None
            if steps is not None:
                steps[-1] = _with_answer(steps[-1], following, is_gone=change.revised is None)
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
            if says_nearly_the_same(steps[-1].ask, ask, _LEAST_RETURNED):
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


class _NextText:
    """What the text after an ask says about it."""

    def __init__(self, comparison: Comparison) -> None:
        text = comparison.revised
        self._rows = [
            (paragraph.id, _content(paragraph.text), verbs)
            for paragraph, verbs in zip(
                text.paragraphs, comparison.revised_verbs or ((),) * len(text.paragraphs), strict=True
            )
        ]
        self._reports = {
            paragraph.id for paragraph in text.paragraphs if _REPORT.search(paragraph.text) is not None
        }
        self._year = int((text.masthead.date or "0000")[:4])
        self._organ = comparison.base.masthead.organ

    def answers(self, ask: Ask) -> str | None:
        """The paragraph that takes note of what an ask asked for: of its report, or of most of its words; the
        one with most of them.
        """
        words = _content(ask.clause)
        names = _content(ask.addressee_name or "")
        if not words or self._is_not_due(ask):
            return None
        best, best_share = None, 0.0
        for paragraph, present, verbs in self._rows:
            is_report = ask.task == "report" and paragraph in self._reports and _mostly(names, present)
            if not _has(verbs, (*_ANSWERS, *_RECALLS) if is_report else _ANSWERS):
                continue
            share = len(words & present) / len(words)
            needed = _LEAST_OF_REPORT if is_report else _LEAST_OF_CLAUSE
            enough = len(words & present) >= _LEAST_WORDS
            if enough and share >= needed and share > best_share:
                best, best_share = paragraph, share
        return best

    def restates(self, ask: Ask) -> str | None:
        """The paragraph in which the words of an ask stand, though it asks no more or with another verb.

        Nearly all of them, or most where it recalls.
        """
        words = _content(ask.clause)
        if len(words) < _LEAST_RESTATED:
            return None
        best, best_share = None, 0.0
        for paragraph, present, verbs in self._rows:
            share = len(words & present) / len(words)
            needed = _RECALLED if _has(verbs, _RECALLS) else _RESTATED
            if share >= needed and share > best_share:
                best, best_share = paragraph, share
        return best

    def _is_not_due(self, ask: Ask) -> bool:
        """Whether what was asked is due after the text, as far as that is known."""
        years = due_years(ask, self._organ)
        return bool(years) and min(years) > self._year


def _has(verbs: Sequence[OperativeVerb], lemmas: tuple[str, ...]) -> bool:
    """Whether one of some verbs is among lemmas, whatever is joined to it ('welcome with appreciation')."""
    return any(verb.sense.lemma.startswith(lemmas) for verb in verbs)


def _mostly(names: frozenset[str], present: frozenset[str]) -> bool:
    """Whether most of the words of a name stand in a paragraph."""
    return bool(names) and 3 * len(names & present) >= 2 * len(names)


def _content(text: str) -> frozenset[str]:
    """The words of a text that say something, in lower case, parts of compounds one by one."""
    return frozenset(word.lower() for word in LETTERS.findall(plain_style(text))) - _EMPTY


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
