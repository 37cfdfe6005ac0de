"""A phrase followed through the versions of a lineage: where it first stood, changed its surroundings, vanished and came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from resdiff.core.errors import UsageError
from resdiff.core.history.words import forms_of
from resdiff.core.model import Resolution

State = Literal["first", "stands", "changed", "vanished", "back"]
"""What became of the phrase in a version; 'changed' where a paragraph that carries it reads otherwise than before."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What became of a phrase in one version."""

    version: int
    """From 0."""
    state: State
    paragraphs: tuple[int, ...]
    """The places of those that carry it; none where it vanished."""


def trace(versions: Sequence[Resolution], phrase: str) -> tuple[Sighting, ...]:
    """What became of a phrase, version by version, from the first that has it; case and signs do not count.

    Nothing where no version has it. Raises UsageError for a phrase without a word.
    """
    wanted = _plain(phrase)
    if not wanted.strip():
        raise UsageError(f"'{phrase}' holds no word", "give one or several words in a row")
    return tuple(_sightings(versions, wanted))


def _plain(text: str) -> str:
    """The words of a text without case and signs, a blank before and behind each."""
    return f" {' '.join(form for form in forms_of(text) if form[:1].isalnum())} "


def _sightings(versions: Sequence[Resolution], wanted: str) -> Iterator[Sighting]:
    before: list[str] | None = None
    for number, text in enumerate(versions):
        places = tuple(k for k, p in enumerate(text.paragraphs) if wanted in _plain(p.text))
        readings = [text.paragraphs[k].text for k in places]
        if before is None:
            if places:
                yield Sighting(number, "first", places)
                before = readings
            continue
        if places or before:
            state: State = "vanished" if not places else "back" if not before else "stands" if readings == before else "changed"
            yield Sighting(number, state, places)
        before = readings
