"""What a comparison answers beyond its words: which asks came, changed and went, what altered the force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from resdiff.core.asks import read_asks
from resdiff.core.compare.asks import AskChange, pair_asks
from resdiff.core.compare.changes import Change
from resdiff.core.compare.signals import Signal, signals_of
from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Resolution
from resdiff.core.verbs import Verbs


class TextVerbs(NamedTuple):
    """A text and its verbs."""

    text: Resolution
    verbs: Verbs | None


def ask_changes(
    base: TextVerbs, revised: TextVerbs, lexicon: Lexicon | None, changes: Sequence[Change]
) -> tuple[AskChange, ...]:
    """What became of each ask; none where the texts are in two languages, or have no lexicon."""
    if lexicon is None or base.verbs is None or revised.verbs is None:
        return ()
    if base.text.language != revised.text.language:
        return ()
    left = (base.text, read_asks(base.text, base.verbs, lexicon))
    right = (revised.text, read_asks(revised.text, revised.verbs, lexicon))
    return pair_asks(left, right, changes)


def signals_by_change(
    base: Resolution, revised: Resolution, changes: Sequence[Change], asks: Sequence[AskChange]
) -> list[tuple[Signal, ...]]:
    """The signals of each change."""
    altered: dict[int, list[AskChange]] = defaultdict(list)
    for ask in asks:
        if ask.revised is not None and ask.outcome == "altered":
            altered[ask.revised.paragraph].append(ask)
    return [tuple(signals_of(change, base, revised, altered)) for change in changes]


def by_change(changes: Sequence[Change], asks: Sequence[AskChange]) -> list[list[AskChange]]:
    """The asks under the changes in which they stand, those of the base text where they are gone."""
    places = {("base", place): k for k, change in enumerate(changes) for place in change.base}
    places |= {("revised", place): k for k, change in enumerate(changes) for place in change.revised}
    grouped: list[list[AskChange]] = [[] for _ in changes]
    for ask in asks:
        place = None
        if ask.revised is not None:
            place = places.get(("revised", ask.revised.paragraph))
        elif ask.base is not None:
            place = places.get(("base", ask.base.paragraph))
        if place is not None:
            grouped[place].append(ask)
    return grouped


def words_of(asks: Sequence[AskChange], signals: Sequence[Signal]) -> frozenset[str]:
    """The words of --only to which a change answers by its asks and signals."""
    words: set[str] = {signal.kind for signal in signals}
    if any(ask.outcome != "carried on" for ask in asks):
        words.add("asks")
    return frozenset(words)
