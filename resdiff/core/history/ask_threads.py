"""What became of the asks of a text through its versions."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from resdiff.core.asks import Ask
from resdiff.core.compare.ask_aspects import Aspect
from resdiff.core.model import Resolution

AskFate = Literal["first", "new", "returned", "carried on", "rolled on", "cadence changed", "altered"]
"""What became of an ask in a version: 'first' in the first version, 'returned' where it had lapsed before,
'rolled on' where only its term moved with the texts.
"""
AskEnd = Literal["standing", "pending", "lapsed", "answered", "restated", "perhaps restated", "decided"]
"""Whether an ask stands in the last version; where not, whether the next text takes note of what it asked, or
a later one says its words without asking, or with another verb; 'perhaps restated' where one says much
of them; 'pending' where it is due after the last version, 'decided' for an act of the organ itself that took
effect once.
"""


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
    """Where it is gone: the paragraph of a later version in which its words stand."""
    restated_version: int | None = None
    """The place of that version."""
    is_restated_in_part: bool = False
    """Whether only much of its words stand there, so that a person has to read both."""


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
