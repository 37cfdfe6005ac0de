"""How much a change weighs: 3 matters, 2 is substance, 1 routine, 0 typography.

Each rule is declared with its reason. What the rules stand for is what desk officers were asked: 3 belongs in
ten lines to the minister, 2 is read at the desk, 1 moves on with the texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resdiff.core import languages
from resdiff.core.compare.asks import AskChange
from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import hunks_of
from resdiff.core.compare.minor import is_minor, is_minor_at
from resdiff.core.compare.signals import Signal
from resdiff.core.compare.watch import WatchedTerm
from resdiff.core.model import Paragraph
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import plain_style

MATTERS, SUBSTANCE, ROUTINE, TYPOGRAPHY = 3, 2, 1, 0
WORDS = {MATTERS: "matters", SUBSTANCE: "substance", ROUTINE: "routine", TYPOGRAPHY: "routine"}
"""The word by which people meet a weight."""


class WeightRule(NamedTuple):
    """A rule: its name, the weight that it gives, and why."""

    name: str
    weight: int
    reason: str


RULES = (
    WeightRule("new ask", MATTERS, "somebody is newly asked, or something is newly decided"),
    WeightRule("ask gone", MATTERS, "an ask or a decision ceases to be"),
    WeightRule(
        "ask altered",
        MATTERS,
        "a standing ask has another act, figure, pace, term, hedge or addressee, not only a wider one",
    ),
    WeightRule("verb", MATTERS, "a verb that asks or decides became stronger or weaker"),
    WeightRule("condemnation", MATTERS, "a condemnation begins or ends, or has new dates"),
    WeightRule("negation", MATTERS, "a 'not' came or went"),
    WeightRule("modal", MATTERS, "'shall', 'should' or 'may' of an operative paragraph changed"),
    WeightRule("hedge", MATTERS, "a hedge was put into a standing ask or taken out of it"),
    WeightRule("amount", MATTERS, "an amount of an operative paragraph changed"),
    WeightRule("cadence", MATTERS, "a term or mandate moved by another step than the texts did"),
    WeightRule("watched", MATTERS, "a term of the watch list came or went"),
    WeightRule("answered", SUBSTANCE, "an ask is gone because what it asked for is there"),
    WeightRule("text", SUBSTANCE, "a paragraph is new or gone, or its words say something else"),
    WeightRule("procedure", ROUTINE, "a formula: 'Decides to remain seized of the matter'"),
    WeightRule(
        "past event", ROUTINE, "what last year's text welcomed or took note of is no longer mentioned"
    ),
    WeightRule("recalled", ROUTINE, "what was welcomed or decided is now recalled"),
    WeightRule("renamed", ROUTINE, "only words that are replaced by the same others throughout the text"),
    WeightRule("names", ROUTINE, "a name is longer or shorter, a citation more, words change places"),
    WeightRule("ignored", ROUTINE, "only terms came or went that are ignored"),
    WeightRule("ordering", ROUTINE, "only 'also' or 'further' came or went"),
    WeightRule("roll-over", ROUTINE, "sessions, dates and symbols moved on with the texts"),
    WeightRule("moved", ROUTINE, "the paragraph stands at another place, its words unchanged"),
    WeightRule(
        "typography", TYPOGRAPHY, "only numbers, capitals, punctuation, footnote marks or typography differ"
    ),
)
"""The rules, the weightiest first."""
_BY_NAME = {rule.name: rule for rule in RULES}
_LIGHT_ASPECTS = frozenset(("scope",))
_DATED = compiled_late(rf"{languages.MONTH}.*\d|\d月")
_CONDEMNING = frozenset(("condemn", "denounce", "deplore"))
_PAST = frozenset(("welcome", "take note", "recall", "recall recommendation", "look forward"))
_SEIZED = "remain seized"
_TYPOGRAPHY = frozenset(("punctuation", "capitals", "numbering", "footnote", "typography"))
_TAKES_NOTE = ("recast", "recalled")
ANSWERS = frozenset(("take note", "welcome", "note with appreciation", "recall", "consider"))
"""Verbs by which a text says that what was asked for is there."""


class Weight(NamedTuple):
    """The weight of a change, 0 to 3, and the names of the rules that give it."""

    value: int
    rules: tuple[str, ...]


class Facts(NamedTuple):
    """What the weight of a change rests on."""

    change: Change
    asks: Sequence[AskChange]
    signals: Sequence[Signal]
    watched: Sequence[WatchedTerm]
    """Terms of a watch list that came or went in it."""
    is_ignored: bool
    """Whether only terms came or went that the reader ignores."""
    is_renamed: bool
    """Whether nothing but renamings changed, which are said once for the whole text."""
    base: Sequence[Paragraph]
    revised: Sequence[Paragraph]


def weigh(facts: Facts) -> Weight:
    """The weight of a change and the rules that give it."""
    change = facts.change
    if not change.edits and change.kind == "unchanged":
        return _weight("moved" if change.moved else "typography")
    if facts.is_ignored:
        return _weight("ignored")
    minor = bool(change.base and change.revised) and is_minor(change.shown_edits)
    heavy = tuple(dict.fromkeys(_heavy(facts, minor)))
    return Weight(MATTERS, heavy) if heavy else _weight(_light(facts, minor))


def _weight(rule: str) -> Weight:
    return Weight(_BY_NAME[rule].weight, (rule,))


def _heavy(facts: Facts, minor: bool) -> Iterator[str]:
    """The names of the rules by which a change matters."""
    for ask in facts.asks:
        if ask.outcome == "new":
            yield "new ask"
        elif ask.outcome == "gone" and not _is_answered(ask, facts.change):
            yield "ask gone"
        elif ask.outcome == "altered" and not minor and _is_heavily_altered(ask):
            yield "ask altered"
    yield from _heavy_verbs(facts)
    kinds = {signal.kind for signal in facts.signals if signal.standing}
    is_operative = any(p.part not in ("preamble", "heading") for p in facts.revised or facts.base)
    if "negated" in kinds:
        yield "negation"
    if "modal" in kinds and is_operative:
        yield "modal"
    if kinds & {"hedged", "unhedged"} and is_operative:
        yield "hedge"
    if "amount" in kinds and is_operative and not minor:
        yield "amount"
    if "cadence" in facts.change.reasons:
        yield "cadence"
    if facts.watched:
        yield "watched"


def _heavy_verbs(facts: Facts) -> Iterator[str]:
    for verb in facts.change.verbs:
        senses = [side.sense for side in (verb.base, verb.revised) if side is not None]
        if verb.outcome in ("strengthened", "weakened") and any(s.is_directive for s in senses):
            yield "verb"
        condemns = [
            side is not None and side.sense.english_lemma in _CONDEMNING for side in (verb.base, verb.revised)
        ]
        begins_or_ends = condemns[0] != condemns[1] and verb.stands_in is None
        if begins_or_ends or (all(condemns) and _has_new_dates(facts.change)):
            yield "condemnation"


def _has_new_dates(change: Change) -> bool:
    """Whether dates stand where none stood before: what is condemned happened again."""
    return any(not hunk.gone.strip() and _DATED.search(hunk.come) for hunk in hunks_of(change.shown_edits))


def _is_heavily_altered(ask: AskChange) -> bool:
    """Whether more than the extent of an ask is altered; an addressee that is only widened or narrowed is
    extent.
    """
    aspects = set(ask.aspects) - _LIGHT_ASPECTS
    if "who" in aspects and ask.base is not None and ask.revised is not None:
        one, two = (plain_style(side.addressee or "").lower().split() for side in (ask.base, ask.revised))
        if one and two and (set(one) <= set(two) or set(two) <= set(one)):
            aspects.discard("who")
    return bool(aspects)


def _is_answered(ask: AskChange, change: Change) -> bool:
    """Whether the verb that asked for something now takes note of it."""
    if ask.base is None:
        return False
    shifts = (verb for verb in change.verbs if verb.base is ask.base.verb and verb.outcome in _TAKES_NOTE)
    return any(s.revised is not None and s.revised.sense.english_lemma in ANSWERS for s in shifts)


def _light(facts: Facts, minor: bool) -> str:
    """The name of the rule that says why a change does not matter."""
    change = facts.change
    sides = [side for verb in change.verbs if (side := verb.base or verb.revised) is not None]
    lemmas = [side.sense.english_lemma for side in sides]
    if not (change.base and change.revised):
        if lemmas == [_SEIZED]:
            return "procedure"
        return "past event" if not change.revised and len(lemmas) == 1 and lemmas[0] in _PAST else "text"
    weighty = set(change.reasons) - _TYPOGRAPHY
    if not weighty:
        return "typography"
    if weighty <= {"ordering", "roll-over"}:
        return "roll-over" if "roll-over" in weighty else "ordering"
    if minor:
        return "names"
    if facts.is_renamed:
        return "renamed"
    if any(ask.outcome == "gone" for ask in facts.asks):
        return "answered"
    return "recalled" if _is_only_recalled(change) else "text"


def _is_only_recalled(change: Change) -> bool:
    """Whether a verb says that something is now recalled, and all other words stay or move on."""
    phrases = [
        side.phrase
        for verb in change.verbs
        if verb.outcome == "recalled"
        for side in (verb.base, verb.revised)
        if side is not None
    ]
    if not phrases or len(change.base) != 1 or len(change.revised) != 1:
        return False
    others = [
        hunk for hunk in hunks_of(change.shown_edits) if not any(p in hunk.gone + hunk.come for p in phrases)
    ]
    return all(is_minor_at(hunk) for hunk in others)
