"""What a comparison answers beyond its words: which asks came, changed and went, what altered the force."""

from __future__ import annotations

from collections.abc import Sequence

from resdiff.core.asks import read_asks
from resdiff.core.compare.asks import AskChange, pair_asks
from resdiff.core.compare.changes import Change
from resdiff.core.compare.signals import Signal
from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Resolution
from resdiff.core.verbs import TextVerbs, Verbs


def ask_changes(
    base: TextVerbs,
    revised: TextVerbs,
    lexicon: Lexicon | None,
    changes: Sequence[Change],
    every: bool,
) -> tuple[AskChange, ...]:
    """What became of each ask; none where the texts have no lexicon in common. Without `every` asks of
    paragraphs that stand unchanged are left out.
    """
    if lexicon is None or base.verbs is None or revised.verbs is None:
        return ()
    one, two = base.verbs, revised.verbs
    if not every:
        changed = [change for change in changes if change.kind != "unchanged"]
        one = _only(base.text, one, {place for change in changed for place in change.base})
        two = _only(revised.text, two, {place for change in changed for place in change.revised})
    return pair_asks(read_asks(base.text, one, lexicon), read_asks(revised.text, two, lexicon), changes)


def _only(text: Resolution, verbs: Verbs, places: set[int]) -> Verbs:
    """The verbs of some paragraphs, and of those under which these hang."""
    ids = {paragraph.id: place for place, paragraph in enumerate(text.paragraphs)}
    needed = set(places)
    for place in places:
        parent = text.paragraphs[place].parent
        while parent is not None and (above := ids.get(parent)) is not None and above not in needed:
            needed.add(above)
            parent = text.paragraphs[above].parent
    return tuple(its if place in needed else () for place, its in enumerate(verbs))


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
