"""Comparison -> items of the brief for what was carried on: at another place, or with the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from resdiff.core.asks import Ask
from resdiff.core.asks.terms import length_of_mandate
from resdiff.core.brief.values import BriefItem
from resdiff.core.compare import Comparison
from resdiff.core.compare.answer import ChangeAnswer
from resdiff.core.compare.asks import AskChange
from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.minor import content_words, stems
from resdiff.core.compare.weights import SUBSTANCE

FEW_WORDS = 3
"""Words beside an ask, or beside a run that stands elsewhere, that say nothing by themselves."""
_LEAST_IN_ROW = 3
"""Words in a row that show that a passage stands elsewhere."""
_LEAST_STANDING = 0.8
"""Share of the words of a passage that stand in another from which on it stands there."""
_SHOWN_ELSEWHERE = frozenset(("moved", "past event", "renamed"))
"""Rules of routine whose paragraphs stand in another section."""


def is_change(change: Change) -> bool:
    """Whether a paragraph changed; another number alone, or another closing mark, is none."""
    return change.kind != "unchanged" or change.moved


def without_carried(hunk: Hunk, change: Change) -> Hunk:
    """A place at which words changed, without the runs that stand at another place of the other text."""
    gone = [run.text for run in change.carried if run.to is not None]
    come = [run.text for run in change.carried if run.to is None]
    return hunk._replace(gone=_without(hunk.gone, gone), come=_without(hunk.come, come))


def without_parts(change: AskChange, parts: Sequence[AskChange]) -> Iterator[Hunk]:
    """The places at which the words of an ask changed, without what stood in an ask that is now part of it,
    or stands in one that was part of it.
    """
    came = [ask.base.clause for ask in parts if ask.base is not None and ask.revised is change.revised]
    went = [ask.revised.clause for ask in parts if ask.revised is not None and ask.base is change.base]
    for hunk in hunks_of(change.clause_edits()):
        gone, come = (
            "" if any(_mostly_in(side, whole) for whole in wholes) else side
            for side, wholes in ((hunk.gone, went), (hunk.come, came))
        )
        if gone or come:
            yield hunk._replace(gone=gone, come=come)


def asked_before_of(ask: Ask, others: Iterable[AskChange]) -> str | None:
    """Of whom was asked in the same paragraph before what a new ask asks: the addressee of one of the others,
    whose words it took over; None where it took over none.
    """
    for other in others:
        one, two = other.base, other.revised
        if one is None or two is None or one.addressee_name in (None, ask.addressee_name):
            continue
        if any(stands_within(hunk.gone, ask.clause) for hunk in hunks_of(other.clause_edits()) if hunk.gone):
            return one.addressee_name
    return None


def places_of_ask(comparison: Comparison, change: AskChange, parts: Sequence[AskChange]) -> list[Hunk]:
    """The places at which the words of an ask changed, without what stands elsewhere in its other paragraph,
    and without its `parts` as `without_parts` leaves them out.
    """
    one, two = (
        text.paragraphs[ask.paragraph].text if ask is not None else ""
        for text, ask in ((comparison.base, change.base), (comparison.revised, change.revised))
    )
    return list(without_said(without_parts(change, parts), one, two))


def without_said(hunks: Iterable[Hunk], base: str, revised: str) -> Iterator[Hunk]:
    """The places without sides that stand elsewhere in the other reading in the same words."""
    for hunk in hunks:
        gone = "" if stands_within(hunk.gone, revised) else hunk.gone
        come = "" if stands_within(hunk.come, base) else hunk.come
        is_left = (gone, come) != (hunk.gone, hunk.come)
        if is_left and not any(map(str.isalpha, gone + come)):
            continue  # a figure that stood beside the words
        if gone.strip() or come.strip():
            yield hunk._replace(gone=gone, come=come)


def stands_within(words: str, others: str) -> bool:
    """Whether some words, three at least that say something, stand in a row among others."""
    one, two = stems(words), _in_a_row(others)
    tails = (one, one[1:])  # 'notes' and 'noting' may begin the same words
    return any(len(tail) >= _LEAST_IN_ROW and f" {' '.join(tail)} " in two for tail in tails)


@lru_cache(maxsize=16)  # the places of one paragraph are looked for in the same readings
def _in_a_row(text: str) -> str:
    """The words of a text that say something, a blank around each."""
    return f" {' '.join(stems(text))} "


def _mostly_in(text: str, whole: str) -> bool:
    """Whether nearly all words of a passage that say something stand in another, in whatever form."""
    words, others = (set(stems(one)) for one in (text, whole))
    return bool(words) and len(words & others) >= _LEAST_STANDING * len(words)


def _without(text: str, runs: Sequence[str]) -> str:
    """A text without some runs; '' where hardly a word is left."""
    rest = text
    for run in runs:
        rest = rest.replace(run, "…")
    return rest if rest == text or len(content_words(rest)) > FEW_WORDS else ""


def moved_items(comparison: Comparison, answers: Sequence[ChangeAnswer]) -> Iterator[BriefItem]:
    """Paragraphs that stand at another place, their words unchanged or nearly so; those that have the same
    id there changed places only with others that are named.
    """
    for place, (change, answer) in enumerate(zip(comparison.changes, answers, strict=True)):
        base = [comparison.base.paragraphs[k].id for k in change.base]
        revised = [comparison.revised.paragraphs[k].id for k in change.revised]
        if change.moved and revised and base != revised and answer.weight.value < SUBSTANCE:
            yield BriefItem(changes=(place,))


def thoughts_elsewhere(
    comparison: Comparison, came: Sequence[BriefItem], went: Sequence[BriefItem]
) -> Iterator[BriefItem]:
    """The thoughts that stand in the same words in another paragraph of the other text; once where both texts
    have a paragraph for one.
    """
    ways = set[tuple[int, int]]()
    for items, is_gone in ((went, True), (came, False)):
        for item in items:
            if item.stands_in is None:
                continue
            change = comparison.changes[item.changes[0]]
            way = (change.base[0], item.stands_in) if is_gone else (item.stands_in, change.revised[0])
            if way not in ways:
                ways.add(way)
                yield replace(item, is_gone=is_gone)


class LonePlaces:
    """The changes by which a paragraph came, or went, by the place of that paragraph."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._gone = {k: place for place, one in enumerate(changes) if not one.revised for k in one.base}
        self._new = {k: place for place, one in enumerate(changes) if not one.base for k in one.revised}

    def of(self, ask: AskChange) -> list[int]:
        """The places of the changes by which a paragraph of an ask came, or went."""
        gone = self._gone.get(ask.base.paragraph) if ask.base is not None else None
        new = self._new.get(ask.revised.paragraph) if ask.revised is not None else None
        return [place for place in (gone, new) if place is not None]


def asks_in_others(comparison: Comparison, answers: Sequence[ChangeAnswer]) -> Iterator[BriefItem]:
    """Asks whose paragraph came or went, and that stand in another one, or within a longer ask of it."""
    alone = LonePlaces(comparison.changes)
    for place, answer in enumerate(answers):
        for ask in (ask for ask in answer.asks if ask.outcome == "carried on"):
            one, two = (
                text.paragraphs[side.paragraph].id if side is not None else ""
                for side, text in ((ask.base, comparison.base), (ask.revised, comparison.revised))
            )
            if one != two and (homes := alone.of(ask)):
                yield BriefItem(changes=tuple(dict.fromkeys((*homes, place))), asks=(ask,))


def routine_items(changes: Sequence[Change], answers: Sequence[ChangeAnswer]) -> Iterator[BriefItem]:
    """What moved on with the texts, by its rule; terms of standing asks also where their paragraph says
    something else besides.
    """
    for place, (change, answer) in enumerate(zip(changes, answers, strict=True)):
        if answer.weight.value >= SUBSTANCE:
            if "roll-over" in change.reasons and any(map(_is_due_later, answer.asks)):
                yield BriefItem(changes=(place,), rules=("roll-over",))
        elif not (change.base and change.revised):
            continue  # what came or went did not move on
        elif (is_change(change) or "ordering" in change.reasons) and (
            answer.weight.rules[0] not in _SHOWN_ELSEWHERE
        ):
            yield BriefItem(changes=(place,), rules=answer.weight.rules)


def renewed_items(comparison: Comparison) -> Iterator[BriefItem]:
    """Mandates that are renewed in the same words: 'for a period of one year' begins anew with each text."""
    texts = comparison.revised.paragraphs
    places = [
        place
        for place, change in enumerate(comparison.changes)
        if change.kind == "unchanged" and any(length_of_mandate(texts[k].text) for k in change.revised)
    ]
    of_place = comparison.asks_by_change(comparison.asks()) if places else []
    for place in places:
        asks = tuple(ask for ask in of_place[place] if ask.revised is not None and _runs(ask.revised))
        if asks:
            yield BriefItem(changes=(place,), rules=("roll-over",), asks=asks)


def _runs(ask: Ask) -> bool:
    """Whether an ask sets a mandate up, or renews it, for a length of time."""
    return ask.task == "mandate" and any(value.startswith("P") for value in ask.due_resolved)


def _is_due_later(ask: AskChange) -> bool:
    """Whether an ask stands and another term is set for it."""
    if ask.base is None or ask.revised is None:
        return False
    return bool(ask.revised.due) and ask.base.due != ask.revised.due
