"""Comparison -> Brief: what is said in which section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from resdiff.core.brief.values import Brief, BriefItem, BriefSection, SectionName
from resdiff.core.compare import Comparison
from resdiff.core.compare.answer import ChangeAnswer
from resdiff.core.compare.asks import AskChange, AskOutcome, Balance
from resdiff.core.compare.changes import Change
from resdiff.core.compare.watch import WatchedTerm
from resdiff.core.compare.weights import MATTERS, SUBSTANCE
from resdiff.core.watch import NOTHING_WATCHED, Watch

_ASK_RULES = frozenset(("new ask", "ask gone", "ask altered", "watched"))
"""Rules whose items stand in sections of their own."""


def brief_of(comparison: Comparison, watch: Watch = NOTHING_WATCHED) -> Brief:
    """The brief of a comparison; `watch` is what the reader watches for."""
    answers = tuple(comparison.answers(watch))
    asks = {
        outcome: list(_asks(comparison.changes, answers, outcome)) for outcome in ("new", "altered", "gone")
    }
    changed = [k for k, change in enumerate(comparison.changes) if _is_change(change)]
    return Brief(
        comparison=comparison,
        answers=answers,
        new=len(asks["new"]),
        altered=len(asks["altered"]),
        gone=len(asks["gone"]),
        matters=sum(answers[k].weight.value == MATTERS for k in changed),
        changes=len(changed),
        balance=asking_balance(comparison),
        sections=tuple(_sections(comparison, answers, asks)),
        ignored=sum("ignored" in answers[k].weight.rules for k in changed),
    )


def asking_balance(comparison: Comparison) -> tuple[Balance, ...]:
    """The balance of the verbs that ask or decide; others never headline."""
    asking = {
        verb.sense.lemma
        for verbs in (comparison.base_verbs, comparison.revised_verbs)
        for its in verbs or ()
        for verb in its
        if verb.sense.part == "operative" and (verb.sense.kind == "directive" or verb.sense.lemma == "decide")
    }
    return tuple(row for row in comparison.balance if row.lemma in asking)


def _is_change(change: Change) -> bool:
    """Whether a paragraph changed; another number alone, or another closing mark, is none."""
    return change.kind != "unchanged" or change.moved


def _asks(
    changes: Sequence[Change], answers: Sequence[ChangeAnswer], outcome: AskOutcome
) -> Iterator[BriefItem]:
    """The asks of one outcome; one that is altered by the dress of its words alone is none."""
    for place, (change, answer) in enumerate(zip(changes, answers, strict=True)):
        is_light = outcome == "altered" and answer.weight.value < SUBSTANCE
        if change.kind != "unchanged" and not is_light:
            yield from (
                BriefItem(changes=(place,), asks=(ask,)) for ask in answer.asks if ask.outcome == outcome
            )


def _sections(
    comparison: Comparison, answers: Sequence[ChangeAnswer], asks: dict[str, list[BriefItem]]
) -> Iterator[BriefSection]:
    """The sections that have items, in their order."""
    others = tuple(_others(comparison.changes, answers))
    in_asks = {place for items in (*asks.values(), others) for item in items for place in item.changes}
    contents: tuple[tuple[SectionName, Iterable[BriefItem]], ...] = (
        ("new asks", asks["new"]),
        ("altered", asks["altered"]),
        ("asks gone", asks["gone"]),
        ("watched", _watched(answers)),
        ("also matters", others),
        ("new thoughts", _of_kind(comparison.changes, answers, in_asks, "new")),
        ("gone", _of_kind(comparison.changes, answers, in_asks, "gone")),
        ("reworded", _of_kind(comparison.changes, answers, in_asks, "reworded")),
        ("elsewhere", _elsewhere(comparison.changes)),
        ("rolled on", _routine(comparison.changes, answers)),
    )
    for name, items in contents:
        those = tuple(items)
        if those:
            yield BriefSection(name=name, items=those)


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


def _others(changes: Sequence[Change], answers: Sequence[ChangeAnswer]) -> Iterator[BriefItem]:
    """What matters by its words and is no ask that came, went or was altered."""
    for place, (_, answer) in enumerate(zip(changes, answers, strict=True)):
        rules = tuple(rule for rule in answer.weight.rules if rule not in _ASK_RULES)
        shown = {aspect for ask in answer.asks if ask.outcome == "altered" for aspect in ask.aspects}
        rules = tuple(rule for rule in rules if _ASPECT_OF_RULE.get(rule) not in shown)
        if answer.weight.value == MATTERS and rules:
            yield BriefItem(changes=(place,), rules=rules)


_ASPECT_OF_RULE = {"verb": "verb", "hedge": "hedge", "amount": "figure", "cadence": "due"}
"""The aspect of an altered ask that says what a rule says."""


def _of_kind(
    changes: Sequence[Change], answers: Sequence[ChangeAnswer], in_asks: set[int], kind: str
) -> Iterator[BriefItem]:
    """Paragraphs of substance that came, went or were reworded, and that no ask names."""
    for place, (change, answer) in enumerate(zip(changes, answers, strict=True)):
        is_kind = {
            "new": not change.base,
            "gone": not change.revised,
            "reworded": bool(change.base and change.revised),
        }[kind]
        if place not in in_asks and is_kind and answer.weight.value >= SUBSTANCE:
            yield BriefItem(changes=(place,), rules=answer.weight.rules)


def _elsewhere(changes: Sequence[Change]) -> Iterator[BriefItem]:
    """Paragraphs that stand at another place."""
    yield from (
        BriefItem(changes=(k,)) for k, change in enumerate(changes) if change.moved and change.revised
    )


def _routine(changes: Sequence[Change], answers: Sequence[ChangeAnswer]) -> Iterator[BriefItem]:
    """What moved on with the texts, by its rule."""
    for place, (change, answer) in enumerate(zip(changes, answers, strict=True)):
        if _is_change(change) and answer.weight.value < SUBSTANCE and answer.weight.rules != ("moved",):
            yield BriefItem(changes=(place,), rules=answer.weight.rules)


def grouped(asks: Sequence[BriefItem]) -> tuple[BriefItem, ...]:
    """The same items, those of one verb and addressee as one, at the place of the first."""
    groups: dict[tuple[str, str], list[BriefItem]] = {}
    for item in asks:
        groups.setdefault(_asked(item.asks[0]), []).append(item)
    return tuple(
        BriefItem(
            changes=tuple(place for item in items for place in item.changes),
            asks=tuple(ask for item in items for ask in item.asks),
        )
        for items in groups.values()
    )


def _asked(change: AskChange) -> tuple[str, str]:
    ask = change.revised or change.base
    return (ask.verb.sense.lemma, ask.addressee_name or "") if ask is not None else ("", "")
