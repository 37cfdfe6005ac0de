"""What a comparison answers beyond its words: which asks came, changed and went, what altered the force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from resdiff.core.asks import Ask, read_asks
from resdiff.core.compare.asks import AskChange, pair_asks
from resdiff.core.compare.changes import Change
from resdiff.core.compare.minor import is_ignored
from resdiff.core.compare.renamings import Renamings, renamings_of
from resdiff.core.compare.signals import Signal
from resdiff.core.compare.watch import WatchedTerm, plain_terms, watched_terms
from resdiff.core.compare.weights import WORDS, Facts, Weight, weigh
from resdiff.core.lexicon import Lexicon
from resdiff.core.verbs import TextVerbs
from resdiff.core.watch import Watch

if TYPE_CHECKING:
    from resdiff.core.compare import Comparison


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
    olds, news = read_asks(base.text, base.verbs, lexicon), read_asks(revised.text, revised.verbs, lexicon)
    renamings = renamings_of(revised.text, changes)
    if renamings.items:
        pairs = _paired_renamed(olds, news, changes, renamings)
    else:
        pairs = pair_asks(olds, news, changes)
    return pairs if every else tuple(_in_changed(pairs, changes))


def _paired_renamed(
    olds: Sequence[Ask], news: Sequence[Ask], changes: Sequence[Change], renamings: Renamings
) -> tuple[AskChange, ...]:
    """The asks paired in the words of the revised text, and given back as they are written."""
    written = dict[int, Ask]()
    base, revised = (tuple([_renamed(ask, renamings, written) for ask in asks]) for asks in (olds, news))
    return tuple([_as_written(pair, written) for pair in pair_asks(base, revised, changes)])


def _in_changed(pairs: Sequence[AskChange], changes: Sequence[Change]) -> Iterator[AskChange]:
    """What became of the asks of paragraphs that did not stay as they were."""
    changed = [change for change in changes if change.kind != "unchanged"]
    olds = {place for change in changed for place in change.base}
    news = {place for change in changed for place in change.revised}
    for pair in pairs:
        old, new = pair.base, pair.revised
        if (old is not None and old.paragraph in olds) or (new is not None and new.paragraph in news):
            yield pair


def _renamed(ask: Ask, renamings: Renamings, written: dict[int, Ask]) -> Ask:
    """An ask in the words of the revised text; what was written is noted under its id."""
    name = ask.addressee_name
    renamed = replace(
        ask,
        clause=renamings.renamed(ask.clause),
        addressee_name=renamings.renamed(name) if name is not None else None,
    )
    written[id(renamed)] = ask
    return renamed


def _as_written(change: AskChange, written: dict[int, Ask]) -> AskChange:
    base, revised = (written[id(ask)] if ask is not None else None for ask in (change.base, change.revised))
    return replace(change, base=base, revised=revised)


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


class ChangeAnswer(NamedTuple):
    """What is said of one change beyond its words."""

    asks: Sequence[AskChange]
    """The asks in it, also those carried on."""
    signals: Sequence[Signal]
    watched: Sequence[WatchedTerm]
    weight: Weight


def answers_of(
    comparison: Comparison,
    asks: Sequence[Sequence[AskChange]],
    signals: Sequence[Sequence[Signal]],
    watch: Watch,
) -> list[ChangeAnswer]:
    """For each change its asks, signals, watched terms and weight."""
    base, revised, changes = comparison.base, comparison.revised, comparison.changes
    ignored = plain_terms(watch.ignored)
    answers = []
    watched = watched_terms(base, revised, changes, watch)
    renamings = renamings_of(revised, changes)
    for change, its_asks, its_signals, terms in zip(changes, asks, signals, watched, strict=True):
        facts = Facts(
            change,
            its_asks,
            its_signals,
            terms,
            is_ignored(change.edits, ignored),
            renamings.explain(change),
            [base.paragraphs[place] for place in change.base],
            [revised.paragraphs[place] for place in change.revised],
        )
        answers.append(ChangeAnswer(its_asks, its_signals, terms, weigh(facts)))
    return answers


def words_of(answer: ChangeAnswer, watch: Watch) -> frozenset[str]:
    """The words of --only to which a change answers by its asks, signals, weight and watched terms: those of
    the reader's own list where there is one.
    """
    words: set[str] = {signal.kind for signal in answer.signals}
    words.add(WORDS[answer.weight.value])
    if any(ask.outcome != "carried on" for ask in answer.asks):
        words.add("asks")
    if any(term.is_own or not watch.terms for term in answer.watched):
        words.add("watched")
    return frozenset(words)
