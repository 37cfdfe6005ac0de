"""What is read of the verbs of a text."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from resdiff.core.model import Opening, Phrase, Resolution


class OperativeVerb(Struct, frozen=True, kw_only=True):
    """A verb phrase in a reading."""

    phrase: str
    """As written."""
    start: int
    end: int
    """Its characters [start, end) of the reading."""
    inner: bool
    """Whether it is a further one, not the opening."""
    sense: Phrase
    """What the lexicon knows of it."""


Verbs = tuple[tuple[OperativeVerb, ...], ...]
"""The verbs of each paragraph of a text."""


class TextVerbs(NamedTuple):
    """A text with its verbs; None where its language has no lexicon."""

    text: Resolution
    verbs: Verbs | None


def verb_at(text: str, opening: Opening, inner: bool) -> OperativeVerb:
    """The verb of a reading whose phrase was recognized."""
    return OperativeVerb(
        phrase=text[opening.start : opening.end],
        start=opening.start,
        end=opening.end,
        inner=inner,
        sense=opening.phrase,
    )
