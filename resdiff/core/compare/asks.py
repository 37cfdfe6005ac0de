"""The asks of two texts, paired: new, altered, gone, carried on; and the balance of operative verbs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from resdiff.core.asks import Ask, Asks
from resdiff.core.compare.ask_aspects import Aspect, aspects_between, stems_asked
from resdiff.core.compare.ask_pairs import (
    alike_apart,
    beginning_alike,
    linked,
    mandates,
    one_within_other,
    reports_on_text,
    same_words,
)
from resdiff.core.compare.ask_parts import Companions, Wholes, said_in_others, says_enough
from resdiff.core.compare.changes import Change
from resdiff.core.languages import english_words
from resdiff.core.verbs import Verbs
from resdiff.core.worddiff import Edit, WordDiff, shown_edits

AskOutcome = Literal["new", "altered", "gone", "carried on"]


_OF_LINE: tuple[Aspect, ...] = ("verb", "who")
"""What a point has from its opening line."""


class AskChange(Struct, frozen=True, kw_only=True):
    """What became of one ask."""

    outcome: AskOutcome
    base: Ask | None
    revised: Ask | None
    aspects: tuple[Aspect, ...] = ()
    """What is altered, in the order of `Aspect`."""
    is_part: bool = False
    """Whether one of the two asks is only a part of the other, which has a partner of its own or other words
    besides: what was asked stands in a longer ask, or stood in one.
    """

    was_part: bool = False
    """Whether that one is the old ask."""

    def clause_edits(self) -> tuple[Edit, ...]:
        """The edits that lead from what was asked to what is asked now; none where only one text asks. Of a
        part those of its own words.
        """
        if self.base is None or self.revised is None:
            return ()
        one, two = _running(self.base.clause), _running(self.revised.clause)
        edits = shown_edits(WordDiff().edits(one, two)[0])
        if not self.is_part:
            return edits
        others = "insert" if self.was_part else "delete"
        return tuple(edit for edit in edits if edit.kind != others)


def _running(clause: str) -> str:
    """What is asked as it reads within a sentence: a point begins with a capital, '(a) To mend lamps'."""
    is_point = clause.lower().startswith(english_words.OPENS_ACT)
    return f"{clause[:1].lower()}{clause[1:]}" if is_point else clause


class Balance(NamedTuple):
    """How often the operative verbs of a lemma stand in either text."""

    lemma: str
    base: int
    revised: int


def balance_of(base: Verbs, revised: Verbs) -> tuple[Balance, ...]:
    """The operative verbs by lemma whose number changed, those with the greatest change first; preambular
    openings are not counted.
    """
    return balance_between(_counts(base), _counts(revised))


def balance_between(one: Counter[str], two: Counter[str]) -> tuple[Balance, ...]:
    """The lemmas whose count differs in two texts, those with the greatest difference first."""
    rows = [Balance(lemma, one[lemma], two[lemma]) for lemma in one.keys() | two.keys()]
    changed = [row for row in rows if row.base != row.revised]
    return tuple(sorted(changed, key=lambda row: (-abs(row.revised - row.base), row.lemma)))


def _counts(verbs: Verbs) -> Counter[str]:
    return Counter(v.sense.lemma for its in verbs for v in its if v.sense.part == "operative")


_IN_TURN = (same_words, alike_apart, mandates, reports_on_text, beginning_alike, one_within_other)
"""How asks pair that no link of their paragraphs pairs, the surest way first."""


def pair_asks(base: Asks, revised: Asks, changes: Sequence[Change]) -> tuple[AskChange, ...]:
    """What became of each ask, in the order of the changes; asks pair through the links of their paragraphs,
    else by their words.
    """
    one, two = _by_place(base), _by_place(revised)
    openings = _Openings(base, revised)
    rank: dict[int, int] = {}
    pairs = list(_one_mandate(one, two, changes))
    left: list[Ask] = []
    right: list[Ask] = []
    apart = {id(ask) for old, new, _ in pairs for ask in (old, new)}
    for number, change in enumerate(changes):
        all_old = [ask for place in change.base for ask in one.get(place, ())]
        all_new = [ask for place in change.revised for ask in two.get(place, ())]
        rank |= {id(ask): number for ask in (*all_old, *all_new)}
        olds, news = ([ask for ask in asks if id(ask) not in apart] for asks in (all_old, all_new))
        openings.read(change, number, rank)
        of_link = list(linked(olds, news, change))
        is_dated = any(ask.due for ask in (*olds, *news))
        pairs += [
            (old, new, "cadence" in change.reasons and (bool(old.due or new.due) or not is_dated))
            for old, new in of_link
        ]
        taken = {id(ask) for pair in of_link for ask in pair}
        left += [ask for ask in olds if id(ask) not in taken]
        right += [ask for ask in news if id(ask) not in taken]
    pairs += _paired_apart(left, right, rank)
    changed = [openings.without_shared(paired(*pair)) for pair in pairs]
    results = list(_without_divided(changed, base, revised, changes))
    results += openings.altered
    verbs = frozenset((id(old.verb), id(new.verb)) for old, new, _ in pairs)
    wholes = Wholes([ask for its in two.values() for ask in its], rank, verbs)
    results += [_part_or(AskChange(outcome="gone", base=ask, revised=None), wholes) for ask in left]
    wholes = Wholes([ask for its in one.values() for ask in its], rank, verbs)
    results += [_part_or(AskChange(outcome="new", base=None, revised=ask), wholes) for ask in right]
    return tuple(sorted(results, key=lambda result: rank[id(result.revised or result.base)]))


def _without_divided(
    pairs: Sequence[AskChange], base: Asks, revised: Asks, changes: Sequence[Change]
) -> Iterator[AskChange]:
    """What became of each ask, without what stands in the asks beside it where one was divided."""
    paired_asks = {id(ask) for pair in pairs for ask in (pair.base, pair.revised)}
    before = Companions(base, [change.base for change in changes], paired_asks)
    after = Companions(revised, [change.revised for change in changes], paired_asks)
    for pair in pairs:
        old, new = pair.base, pair.revised
        if old is None or new is None or not pair.aspects:
            yield pair
        else:
            yield _without(pair, said_in_others(old, new, before.of(old), after.of(new)))


def _paired_apart(
    left: list[Ask], right: list[Ask], rank: Mapping[int, int]
) -> Iterator[tuple[Ask, Ask, bool]]:
    """The pairs of asks that no link of their paragraphs pairs; they are taken out of the lists."""
    ways = (*_IN_TURN, partial(_grown_or_shrunk, rank=rank))
    for pair_left in ways:
        for old, new in list(pair_left(left, right)):
            left.remove(old)
            right.remove(new)
            yield old, new, False


def _grown_or_shrunk(
    left: Sequence[Ask], right: Sequence[Ask], rank: Mapping[int, int]
) -> Iterator[tuple[Ask, Ask]]:
    """The pairs of asks without a partner of which one is part of the other, the longest parts first: the ask
    grew, or shrank.
    """
    taken: set[int] = set()
    sides = ((left, Wholes(right, rank), False), (right, Wholes(left, rank), True))
    for parts, wholes, is_new in sides:
        for part in sorted(parts, key=lambda ask: -len(ask.clause)):
            whole = wholes.whole_of(part) if id(part) not in taken else None
            if whole is None or id(whole) in taken or not says_enough(stems_asked(part)):
                continue
            if part.verb.sense.lemma == whole.verb.sense.lemma:
                taken |= {id(part), id(whole)}
                yield (whole, part) if is_new else (part, whole)


def _one_mandate(
    base: Mapping[int, Sequence[Ask]], revised: Mapping[int, Sequence[Ask]], changes: Sequence[Change]
) -> Iterator[tuple[Ask, Ask, bool]]:
    """The mandate that each text gives once, with whether its term moved by more than the texts did: tasks of
    the old one do not take it away.
    """
    left, right = ([ask for its in by_place.values() for ask in its] for by_place in (base, revised))
    for old, new in mandates(left, right):
        links = (one for one in changes if old.paragraph in one.base and new.paragraph in one.revised)
        yield old, new, any("cadence" in change.reasons for change in links)


def _by_place(asks: Asks) -> dict[int, list[Ask]]:
    """The asks of each paragraph; the opening line of a list whose points are asks is none."""
    places: dict[int, list[Ask]] = {}
    for ask in asks:
        if ask.asks and not ask.is_opening:
            places.setdefault(ask.paragraph, []).append(ask)
    return places


class _Openings:
    """The opening lines of lists: what is altered in one is said there and not at each of its points."""

    def __init__(self, base: Asks, revised: Asks) -> None:
        self._sides = [
            {ask.paragraph: ask for ask in asks if ask.asks and ask.is_opening} for asks in (base, revised)
        ]
        self.altered: list[AskChange] = []
        self._shared: dict[tuple[int, int], tuple[Aspect, ...]] = {}
        """The aspects in which an opening line is altered, by the verbs in both texts."""

    def read(self, change: Change, number: int, rank: dict[int, int]) -> None:
        """Takes note of the opening lines of a change; `rank` gets the number of the change by ask."""
        olds, news = (
            [side[place] for place in places if place in side]
            for side, places in zip(self._sides, (change.base, change.revised), strict=True)
        )
        for old, new in zip(olds, news, strict=False):
            aspects = tuple(
                aspect for aspect in aspects_between(old, new, term_shifted=False) if aspect in _OF_LINE
            )
            if aspects:
                self._shared[id(old.verb), id(new.verb)] = aspects
                rank[id(new)] = number
                change_of_line = AskChange(outcome="altered", base=old, revised=new, aspects=aspects)
                self.altered.append(change_of_line)

    def without_shared(self, change: AskChange) -> AskChange:
        """What became of a point, without what its opening line already says."""
        old, new = change.base, change.revised
        if old is None or new is None or old.is_own or new.is_own:
            return change
        return _without(change, self._shared.get((id(old.verb), id(new.verb)), ()))


def _without(change: AskChange, aspects: Sequence[Aspect]) -> AskChange:
    """What became of an ask, some aspects left out."""
    left = tuple(aspect for aspect in change.aspects if aspect not in aspects)
    return replace(change, outcome="altered" if left else "carried on", aspects=left)


def _part_or(change: AskChange, wholes: Wholes) -> AskChange:
    """What became of an ask without a partner: it is part of another, or its act alone is, or it is gone, or
    new.
    """
    alone = change.base or change.revised
    whole = wholes.whole_of(alone) if alone is not None else None
    without = wholes.whole_without_purpose(alone) if alone is not None and whole is None else None
    other = whole or without
    if other is None:
        return change
    base, revised = (change.base or other), (change.revised or other)
    apart = ("verb", "who") if _are_apart(base, revised) else ("verb",)  # all else is of the longer one
    between = aspects_between(base, revised, term_shifted=False)
    aspects: tuple[Aspect, ...] = tuple(one for one in between if one in apart) if whole else ("scope",)
    return AskChange(
        outcome="altered" if aspects else "carried on",
        base=base,
        revised=revised,
        aspects=aspects,
        is_part=True,
        was_part=change.base is not None,
    )


def _are_apart(one: Ask, two: Ask) -> bool:
    """Whether two asks go to different addressees, of whom the other does not speak: 'banks to lend, and
    insurers to pay' is one ask.
    """
    if one.addressee is None or two.addressee is None:
        return False
    sides = [(ask.addressee or "", f"{ask.addressee} {ask.clause}".lower()) for ask in (one, two)]
    return sides[0][0].lower() not in sides[1][1] and sides[1][0].lower() not in sides[0][1]


def paired(old: Ask, new: Ask, term_shifted: bool) -> AskChange:
    """What became of an ask that stands in two texts; `term_shifted` says whether its term moved by more than
    the texts did.
    """
    aspects = tuple(aspects_between(old, new, term_shifted))
    return AskChange(outcome="altered" if aspects else "carried on", base=old, revised=new, aspects=aspects)
