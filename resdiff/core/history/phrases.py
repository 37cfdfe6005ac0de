"""A phrase followed through the versions of a lineage: where it first stood, changed its surroundings, vanished and came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from resdiff.core.compare import Comparison
from resdiff.core.errors import UsageError
from resdiff.core.history.words import forms_of
from resdiff.core.model import Resolution

State = Literal["first", "stands", "changed", "came", "vanished", "back"]
"""What became of the phrase in a paragraph: 'changed' where the paragraph reads otherwise than before, 'came' where it had not carried
the phrase before and another had, 'back' where none had in the version before."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What became of a phrase in one paragraph of one version."""

    version: int
    """From 0."""
    state: State
    paragraph: int
    """The place of the one that carries it; where it vanished, of the one that had carried it in the version before."""


def trace(versions: Sequence[Resolution], comparisons: Sequence[Comparison], phrase: str) -> tuple[Sighting, ...]:
    """What became of a phrase, version by version, from the first that has it; case and signs do not count.

    `comparisons` are those of neighbours, in order. Nothing where no version has it. Raises UsageError for a phrase without a word.
    """
    wanted = _plain(phrase)
    if not wanted.strip():
        raise UsageError(f"'{phrase}' holds no word", "give one or several words in a row")
    carriers = [{k for k, p in enumerate(text.paragraphs) if wanted in _plain(p.text)} for text in versions]
    return tuple(_sightings(carriers, comparisons))


def _plain(text: str) -> str:
    """The words of a text without case and signs, a blank before and behind each."""
    return f" {' '.join(form for form in forms_of(text) if form[:1].isalnum())} "


def _sightings(carriers: Sequence[set[int]], comparisons: Sequence[Comparison]) -> Iterator[Sighting]:
    first = next((k for k, places in enumerate(carriers) if places), len(carriers))
    for version in range(first, len(carriers)):
        if version == first:
            yield from (Sighting(version, "first", k) for k in sorted(carriers[version]))
            continue
        before, now = carriers[version - 1], carriers[version]
        for change in comparisons[version - 1].changes:
            carried = [i for i in change.base if i in before]
            carries = [j for j in change.revised if j in now]
            state: State = ("stands" if change.kind == "unchanged" else "changed") if carried else "came" if before else "back"
            yield from (Sighting(version, state, j) for j in carries)
            if not carries:
                yield from (Sighting(version, "vanished", i) for i in carried)
