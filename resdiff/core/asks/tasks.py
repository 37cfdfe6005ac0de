"""What is asked: a report, a meeting, a mandate or any other act, and to whom a report goes."""

from __future__ import annotations

from typing import NamedTuple

from resdiff.core.asks.values import Task
from resdiff.core.languages import english_asks
from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Phrase
from resdiff.core.patterns import compiled_late

_REPORT = compiled_late(english_asks.ASKS_REPORT)
_MEETING = compiled_late(english_asks.ASKS_MEETING)
_MANDATE = compiled_late(english_asks.CHANGES_MANDATE)
_TO = compiled_late(english_asks.REPORTS_TO)


class TaskReading(NamedTuple):
    """A task, and the body a report goes to."""

    task: Task
    to: str | None = None


def task_of(sense: Phrase, clause: str, lexicon: Lexicon) -> TaskReading | None:
    """What a verb asks for or decides in its clause; None for verbs that ask nothing."""
    if not lexicon.asking.is_asking(sense):
        return None
    report = _REPORT.search(clause) if sense.is_directive or sense.lemma in lexicon.asking.tasking else None
    if report is not None:
        to = _TO.search(clause, report.start())
        return TaskReading("report", to["to"] if to is not None else None)
    if _MEETING.search(clause) is not None:
        return TaskReading("meeting")
    if not sense.is_directive and _MANDATE.search(f"{sense.lemma} {clause}") is not None:
        return TaskReading("mandate")
    return TaskReading("other")
