"""Comparison -> Brief: what is said in which section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from resdiff.core.asks import Ask
from resdiff.core.brief.came_or_went import thoughts_of_kind
from resdiff.core.brief.carried import (
    FEW_WORDS,
    LonePlaces,
    asks_in_others,
    is_change,
    moved_items,
    places_of_ask,
    renewed_items,
    routine_items,
    thoughts_elsewhere,
    without_carried,
)
from resdiff.core.brief.cited import cited_items
from resdiff.core.brief.news import News
from resdiff.core.brief.thoughts import is_asking
from resdiff.core.brief.values import Brief, BriefItem, BriefSection, SectionName
from resdiff.core.compare import Comparison
from resdiff.core.compare.answer import ChangeAnswer
from resdiff.core.compare.asks import AskChange, AskOutcome, Balance, balance_between
from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.minor import content_words, says_something
from resdiff.core.compare.renamings import Renamings
from resdiff.core.compare.watch import WatchedTerm
from resdiff.core.compare.weights import MATTERS, SUBSTANCE
from resdiff.core.history.ask_answers import NextText
from resdiff.core.history.ask_restated import Restatements, both_said
from resdiff.core.history.asks import end_by_itself
from resdiff.core.verbs import Verbs
from resdiff.core.watch import NOTHING_WATCHED, Watch

_ASK_RULES = frozenset(("new ask", "ask gone", "ask altered", "watched"))
"""Rules whose items stand in sections of their own."""


def brief_of(comparison: Comparison, watch: Watch = NOTHING_WATCHED) -> Brief:
    """The brief of a comparison; `watch` is what the reader watches for."""
    answers = tuple(comparison.answers(watch))
    renamings = comparison.renamings()
    asks = {outcome: list(_asks(comparison, answers, outcome)) for outcome in ("new", "altered", "gone")}
    asks["gone"] = _with_answers(comparison, asks["gone"])
    heavy = {place for place, answer in enumerate(answers) if answer.weight.value == MATTERS}
    asks["altered"].sort(key=lambda item: item.changes[0] not in heavy)
    changed = [k for k, change in enumerate(comparison.changes) if is_change(change)]
    return Brief(
        comparison=comparison,
        answers=answers,
        new=len(asks["new"]),
        altered=len(asks["altered"]),
        altered_that_matter=sum(item.changes[0] in heavy for item in asks["altered"]),
        gone=len(asks["gone"]),
        matters=len(heavy.intersection(changed)),
        changes=len(changed),
        balance=asking_balance(comparison),
        sections=tuple(_sections(comparison, answers, asks, renamings)),
        news=News(comparison),
        renamings=renamings,
        ignored=sum("ignored" in answers[k].weight.rules for k in changed),
    )


def asking_balance(comparison: Comparison) -> tuple[Balance, ...]:
    """The verbs that ask or decide whose number changed, the greatest change first; others never headline.
    Whatever is decided counts as a decision, also the provisional agenda.
    """
    one, two = (_asking_counts(verbs or ()) for verbs in (comparison.base_verbs, comparison.revised_verbs))
    return balance_between(one, two)


def _asking_counts(verbs: Verbs) -> Counter[str]:
    counts: Counter[str] = Counter()
    for verb in (verb for its in verbs for verb in its if verb.sense.part == "operative"):
        words = verb.phrase.lower()
        if words.startswith(_DECIDES) or words.endswith(_DECIDES):
            counts["decide"] += 1
        elif is_asking(verb):
            counts[verb.sense.lemma] += 1
    return counts


_DECIDES = "decides"
"""The verb of whatever is decided in English, also where it has its own lemma: 'Decides to remain seized'."""


def _asks(
    comparison: Comparison, answers: Sequence[ChangeAnswer], outcome: AskOutcome
) -> Iterator[BriefItem]:
    """The asks of one outcome; one whose paragraph says nothing else is not altered."""
    for place, (change, answer) in enumerate(zip(comparison.changes, answers, strict=True)):
        is_light = outcome == "altered" and answer.weight.value < SUBSTANCE
        if change.kind != "unchanged" and not is_light:
            yield from (
                BriefItem(changes=(place,), asks=(ask,))
                for ask in answer.asks
                if ask.outcome == outcome and not (outcome == "altered" and _asks_the_same(comparison, ask))
            )


def _asks_the_same(comparison: Comparison, ask: AskChange) -> bool:
    """Whether all that an ask says otherwise stands elsewhere in its other paragraph."""
    return _OF_WORDS.issuperset(ask.aspects) and not places_of_ask(comparison, ask, ())


def _elsewhere(
    comparison: Comparison,
    answers: Sequence[ChangeAnswer],
    came: Sequence[BriefItem],
    went: Sequence[BriefItem],
) -> Iterator[BriefItem]:
    """The paragraphs, and the thoughts, that stand at another place in the same words."""
    yield from moved_items(comparison, answers)
    yield from thoughts_elsewhere(comparison, came, went)


def _turned(comparison: Comparison, answers: Sequence[ChangeAnswer], named: set[int]) -> Iterator[BriefItem]:
    """The paragraphs of which nothing is said but that an ask stands elsewhere in them."""
    for place, answer in enumerate(answers):
        asks = (ask for ask in answer.asks if ask.outcome == "altered")
        is_light = answer.weight.value < SUBSTANCE  # what moved on with the texts stands in its own section
        if not is_light and place not in named and any(_asks_the_same(comparison, ask) for ask in asks):
            yield BriefItem(changes=(place,))


_OF_WORDS = frozenset(("what", "scope"))
"""What of an ask only its words say."""


def _with_answers(comparison: Comparison, gone: Sequence[BriefItem]) -> list[BriefItem]:
    """The asks that are gone, with what the revised text says of them."""
    if not gone:
        return []
    following, restatements = NextText(comparison), Restatements(*both_said(comparison))
    items = []
    for item in gone:
        ask = item.asks[0].base
        answered = following.answers(ask, None) if ask is not None else None
        restated = restatements.restates(ask) if ask is not None and answered is None else None
        recalled = restated is not None and ask is not None and restatements.reaffirms(ask) == restated
        end = end_by_itself(ask, comparison.base, comparison.revised) if ask is not None else "lapsed"
        said = {"answered": (answered or "",), "restated": (restated or "",), "recalled": (recalled,)}
        items.append(replace(item, ends=(end,), **said))
    return items


def _sections(
    comparison: Comparison,
    answers: Sequence[ChangeAnswer],
    asks: dict[str, list[BriefItem]],
    renamings: Renamings,
) -> Iterator[BriefSection]:
    """The sections that have items, in their order."""
    others = tuple(_others(answers))
    parts = tuple(asks_in_others(comparison, answers))
    named = _named(comparison.changes, asks, (*others, *parts))
    said = {place for item in others for place in item.changes}
    reworded = tuple(_reworded(comparison.changes, answers, renamings, said))
    came, went = (
        [item for item in thoughts_of_kind(comparison, answers, named, kind) if item.changes[0] not in said]
        for kind in ("new", "gone")
    )
    shown = named | {place for item in reworded for place in item.changes}
    contents: tuple[tuple[SectionName, Iterable[BriefItem]], ...] = (
        ("new asks", asks["new"]),
        ("altered", asks["altered"]),
        ("asks gone", asks["gone"]),
        ("renamed", (BriefItem(changes=item.changes, renaming=item) for item in renamings.items)),
        ("watched", _watched(answers)),
        ("also matters", others),
        ("new thoughts", (item for item in came if item.stands_in is None)),
        ("gone", (item for item in went if item.stands_in is None)),
        ("reworded", reworded),
        ("cited", cited_items(comparison)),
        (
            "elsewhere",
            (*parts, *_elsewhere(comparison, answers, came, went), *_turned(comparison, answers, shown)),
        ),
        ("rolled on", (*routine_items(comparison.changes, answers), *renewed_items(comparison))),
    )
    for name, items in contents:
        those = tuple(items)
        if those:
            yield BriefSection(name=name, items=those)


def _named(
    changes: Sequence[Change], asks: dict[str, list[BriefItem]], others: Iterable[BriefItem]
) -> set[int]:
    """The places of the changes that asks name, or other items; of an altered ask also those by which its
    paragraphs came or went.
    """
    alone = LonePlaces(changes)
    items = (*(item for its in asks.values() for item in its), *others)
    altered = {place for item in asks["altered"] for ask in item.asks for place in alone.of(ask)}
    return altered | {place for item in items for place in item.changes}


def _watched(answers: Sequence[ChangeAnswer]) -> Iterator[BriefItem]:
    """The watched terms, the reader's own first, each with all changes in which it came, or went."""
    places: dict[tuple[bool, str, str], list[int]] = {}
    terms: dict[tuple[bool, str, str], WatchedTerm] = {}
    for place, answer in enumerate(answers):
        for term in answer.watched:
            key = (not term.is_own, term.term, str(term.change))
            places.setdefault(key, []).append(place)
            terms[key] = term
    for key in sorted(places, key=lambda key: (key[0], places[key], key[1:])):
        yield BriefItem(changes=tuple(places[key]), watched=terms[key])


def _others(answers: Sequence[ChangeAnswer]) -> Iterator[BriefItem]:
    """What matters by its words and is no ask that came, went or was altered."""
    for place, answer in enumerate(answers):
        rules = tuple(rule for rule in answer.weight.rules if rule not in _ASK_RULES)
        shown = {aspect for ask in answer.asks if ask.outcome == "altered" for aspect in ask.aspects}
        shown |= {"hedge"} if shown else set()  # hedges of an altered ask stand among its words
        rules = tuple(rule for rule in rules if _ASPECT_OF_RULE.get(rule) not in shown)
        if answer.weight.value == MATTERS and rules:
            yield BriefItem(changes=(place,), rules=rules)


_ASPECT_OF_RULE = {"verb": "verb", "hedge": "hedge", "amount": "figure", "cadence": "due"}
"""The aspect of an altered ask that says what a rule says."""


def _reworded(
    changes: Sequence[Change], answers: Sequence[ChangeAnswer], renamings: Renamings, others: set[int]
) -> Iterator[BriefItem]:
    """Paragraphs of substance whose words say something else than their asks already say."""
    for place, (change, answer) in enumerate(zip(changes, answers, strict=True)):
        is_light = answer.weight.value < SUBSTANCE
        if place in others or is_light or not (change.base and change.revised):
            continue
        hunks = tuple(hunk for hunk in _beside_asks(change, answer) if not renamings.covers(hunk))
        if hunks or not any(ask.outcome != "carried on" for ask in answer.asks):
            yield BriefItem(changes=(place,), rules=answer.weight.rules, hunks=hunks)


def _beside_asks(change: Change, answer: ChangeAnswer) -> Iterator[Hunk]:
    """The places that say something beside the asks that are new, altered or gone."""
    shown = [ask for ask in answer.asks if ask.outcome != "carried on"]
    before = [ask.base for ask in shown if ask.base is not None]
    after = [ask.revised for ask in shown if ask.revised is not None]
    for hunk in (without_carried(hunk, change) for hunk in hunks_of(change.shown_edits)):
        rest = (*_left(hunk.gone, before), *_left(hunk.come, after))
        if says_something(hunk) and (not shown or len(rest) > FEW_WORDS):
            yield hunk


def _left(words: str, asks: Sequence[Ask]) -> list[str]:
    """The content words of a place that stand in none of the asks."""
    named = {
        word
        for ask in asks
        for word in content_words(f"{ask.verb.phrase} {ask.addressee or ''} {ask.clause}")
    }
    return [word for word in content_words(words) if word not in named]


def grouped(asks: Sequence[BriefItem]) -> tuple[BriefItem, ...]:
    """The same items, those of one verb and addressee as one, at the place of the first; those whose words
    stand in one paragraph of the other text apart.
    """
    groups: dict[tuple[str, ...], list[BriefItem]] = {}
    for item in asks:
        groups.setdefault((*_asked(item.asks[0]), *filter(None, item.restated)), []).append(item)
    return tuple(
        BriefItem(
            changes=tuple(place for item in items for place in item.changes),
            asks=tuple(ask for item in items for ask in item.asks),
            answered=tuple(one for item in items for one in item.answered),
            restated=tuple(one for item in items for one in item.restated),
            recalled=tuple(one for item in items for one in item.recalled),
            ends=tuple(one for item in items for one in item.ends),
        )
        for items in groups.values()
    )


def _asked(change: AskChange) -> tuple[str, str]:
    ask = change.revised or change.base
    return (ask.verb.sense.lemma, ask.addressee_name or "") if ask is not None else ("", "")
