"""The asks of two texts, paired: new, altered, gone, carried on; and the balance of operative verbs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from msgspec import Struct

from resdiff.core import languages
from resdiff.core.asks import Ask, Asks, is_frequency
from resdiff.core.compare.changes import Change
from resdiff.core.compare.minor import one_spelling
from resdiff.core.dates import DATE, MONTH_YEAR
from resdiff.core.languages import english, english_asks
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import plain_style, words_or_references
from resdiff.core.verbs import Verbs
from resdiff.core.worddiff import Edit, WordDiff, shown_edits

AskOutcome = Literal["new", "altered", "gone", "carried on"]
Aspect = Literal["verb", "who", "what", "scope", "figure", "pace", "due", "hedge"]
"""What is altered: the verb, who is asked, the act, its extent, an amount, how often, by when, a hedge."""

_FACT = compiled_late(
    rf"{languages.DATE}|{DATE.pattern}|{MONTH_YEAR.pattern}|\b{english.ORDINAL}\b|\b\d+{english.ORDINAL_ENDING}\b"
    r"|\b[A-Z]{1,4}(?:/[\w.()-]+)+|\b\d+/\d+\b|\b(?:19|20|21)\d\d\b|\(\d{4}\)",
    re.IGNORECASE,
)
"""What moves from text to text: dates, sessions, symbols, years."""
_COUNTED = "|".join((*english.NUMBER_WORDS, *english.TENS))
_FIGURE = compiled_late(rf"(?<![\w-])\d[\d.,]*(?:{english.PER_CENT})?|\b(?:{_COUNTED})(?= {english.PERIOD})")
_PER_CENT = compiled_late(english.PER_CENT)
_REFERENCE = compiled_late(english_asks.REFERENCE, re.IGNORECASE)
"""Numbers that refer and count nothing: 'paragraphs 4, 5 and 6', 'Goal 16'."""
_POSSESSIVE = compiled_late(r"(?<=\w)'s\b|(?<=s)'(?= )")
_CONTINUE = compiled_late(r"\b(?:to )?continue to\b")
_OF_TERM = compiled_late(r"\b(?:on|the|to|a period of|period of)\b")
"""Words of a term that alter nothing: 'ending on 26 June', 'through to 2025'."""
_LEAST_ALIKE = 0.6
"""Share of words in common from which on asks of unlinked paragraphs are one ask."""
_LEAST_IN_LINK = 0.4
"""The same for asks of paragraphs that correspond."""
_LEAST_OF_PART, _LEAST_IN_ORDER, _LEAST_OWN_WORDS = 0.92, 0.6, 4
"""Share of the words of an ask, and of its pairs of words, that stand in a longer one from which on it is
part of that; and how many words it has that no report is asked for with.
"""
_REFERS_BACK = compiled_late(english_asks.REFERS_BACK, re.IGNORECASE)
_ACT = 2
"""Words of a clause that name the act."""
_MOST_PAIRS = 40_000
"""Pairs of asks that are compared word by word at most."""


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

    def clause_edits(self) -> tuple[Edit, ...]:
        """The edits that lead from what was asked to what is asked now; none where only one text asks."""
        if self.base is None or self.revised is None:
            return ()
        return shown_edits(WordDiff().edits(self.base.clause, self.revised.clause)[0])


class Balance(NamedTuple):
    """How often the operative verbs of a lemma stand in either text."""

    lemma: str
    base: int
    revised: int


def balance_of(base: Verbs, revised: Verbs) -> tuple[Balance, ...]:
    """The operative verbs by lemma whose number changed, those with the greatest change first; preambular
    openings are not counted.
    """
    one, two = _counts(base), _counts(revised)
    rows = [Balance(lemma, one[lemma], two[lemma]) for lemma in one.keys() | two.keys()]
    changed = [row for row in rows if row.base != row.revised]
    return tuple(sorted(changed, key=lambda row: (-abs(row.revised - row.base), row.lemma)))


def _counts(verbs: Verbs) -> Counter[str]:
    return Counter(v.sense.lemma for its in verbs for v in its if v.sense.part == "operative")


def pair_asks(base: Asks, revised: Asks, changes: Sequence[Change]) -> tuple[AskChange, ...]:
    """What became of each ask, in the order of the changes; asks pair through the links of their paragraphs,
    else by their words.
    """
    one, two = _by_place(base), _by_place(revised)
    rank: dict[int, int] = {}
    pairs: list[tuple[Ask, Ask, bool]] = []
    left: list[Ask] = []
    right: list[Ask] = []
    for number, change in enumerate(changes):
        olds = [ask for place in change.base for ask in one.get(place, ())]
        news = [ask for place in change.revised for ask in two.get(place, ())]
        rank |= {id(ask): number for ask in (*olds, *news)}
        linked = list(_linked(olds, news, change))
        pairs += [(old, new, "cadence" in change.reasons) for old, new in linked]
        taken = {id(ask) for pair in linked for ask in pair}
        left += [ask for ask in olds if id(ask) not in taken]
        right += [ask for ask in news if id(ask) not in taken]
    for old, new in _alike(left, right):
        pairs.append((old, new, False))
        left.remove(old)
        right.remove(new)
    results = [paired(old, new, has_cadence) for old, new, has_cadence in pairs]
    wholes = _Wholes([ask for its in two.values() for ask in its])
    results += [_part_or(AskChange(outcome="gone", base=ask, revised=None), wholes) for ask in left]
    wholes = _Wholes([ask for its in one.values() for ask in its])
    results += [_part_or(AskChange(outcome="new", base=None, revised=ask), wholes) for ask in right]
    return tuple(sorted(results, key=lambda result: rank[id(result.revised or result.base)]))


def _by_place(asks: Asks) -> dict[int, list[Ask]]:
    """The asks of each paragraph; the opening line of a list whose points are asks is none."""
    places: dict[int, list[Ask]] = {}
    for ask in asks:
        if ask.asks and not ask.is_opening:
            places.setdefault(ask.paragraph, []).append(ask)
    return places


def _linked(olds: list[Ask], news: list[Ask], change: Change) -> Iterator[tuple[Ask, Ask]]:
    """The pairs within a link: asks whose verbs correspond, then in order those of one verb or addressee."""
    partners = {
        id(shift.base): id(shift.revised)
        for shift in change.verbs
        if shift.base is not None and shift.revised is not None
    }
    by_verb = {id(ask.verb): ask for ask in news if ask.is_own}
    taken: set[int] = set()
    for old in olds:
        partner = by_verb.get(partners.get(id(old.verb), 0)) if old.is_own else None
        for may_be in (_may_be_one, _say_the_same):
            if partner is None:
                partner = next((new for new in news if id(new) not in taken and may_be(old, new)), None)
        if partner is not None and id(partner) not in taken:
            taken.add(id(partner))
            yield old, partner


def _say_the_same(old: Ask, new: Ask) -> bool:
    """Whether two asks of corresponding paragraphs have much of their words in common."""
    return _share(Counter(_words(old)), Counter(_words(new))) >= _LEAST_IN_LINK


def _may_be_one(old: Ask, new: Ask) -> bool:
    return old.verb.sense.lemma == new.verb.sense.lemma and old.addressee_name == new.addressee_name


def _alike(left: Sequence[Ask], right: Sequence[Ask]) -> list[tuple[Ask, Ask]]:
    """The pairs of asks of other paragraphs that say nearly the same, the most alike first."""
    if len(left) * len(right) > _MOST_PAIRS:
        return []
    words = {id(ask): Counter(_words(ask)) for ask in (*left, *right)}
    ranked = sorted(
        (
            (_share(words[id(old)], words[id(new)]), -i, -j)
            for i, old in enumerate(left)
            for j, new in enumerate(right)
            if old.verb.sense.lemma == new.verb.sense.lemma or old.addressee_name == new.addressee_name
        ),
        reverse=True,
    )
    taken: set[int] = set()
    pairs = []
    for share, i, j in ranked:
        old, new = left[-i], right[-j]
        if share >= _LEAST_ALIKE and not {id(old), id(new)} & taken:
            taken |= {id(old), id(new)}
            pairs.append((old, new))
    return pairs


class _Wholes:
    """Asks of a text, of which asks of the other may be parts."""

    def __init__(self, asks: Sequence[Ask]) -> None:
        self._asks = asks
        self._words: list[tuple[Counter[str], Counter[tuple[str, str]]]] = []
        self._places: dict[str, list[int]] = {}
        """The asks in which a word stands."""

    def whole_of(self, part: Ask) -> Ask | None:
        """The ask that has nearly all words of a part, most of them in its order; None where no ask has
        them, or where the part says too little of its own or refers to what stands before it.
        """
        words = _words(part)
        own = {word for word in words if word not in english_asks.REPORT_WORDS}
        if len(own) < _LEAST_OWN_WORDS or _REFERS_BACK.search(part.clause) is not None:
            return None
        self._read()
        single, pairs = Counter(words), Counter(pairwise(words))
        least = _LEAST_OF_PART * single.total()
        best, place = 0.0, 0
        for k in self._candidates(single, int(single.total() - least) + 1):
            its, its_pairs = self._words[k]
            share = (pairs & its_pairs).total() / pairs.total() if (single & its).total() >= least else 0.0
            best, place = max((best, place), (share, k), key=lambda one: one[0])
        return self._asks[place] if best >= _LEAST_IN_ORDER else None

    def _read(self) -> None:
        for ask in self._asks if not self._words else ():
            its = _words(ask)
            for word in dict.fromkeys(its):
                self._places.setdefault(word, []).append(len(self._words))
            self._words.append((Counter(its), Counter(pairwise(its))))

    def _candidates(self, words: Iterable[str], missing: int) -> list[int]:
        """The asks that may have all but so many of some words, in order: they have one of the rarest."""
        ranked = sorted(words, key=lambda word: (len(self._places.get(word, ())), word))
        return sorted({k for word in ranked[: missing + 1] for k in self._places.get(word, ())})


def _part_or(change: AskChange, wholes: _Wholes) -> AskChange:
    """What became of an ask without a partner: it is part of another, or gone, or new."""
    alone = change.base or change.revised
    whole = wholes.whole_of(alone) if alone is not None else None
    if whole is None:
        return change
    base, revised = (change.base or whole), (change.revised or whole)
    aspects = tuple(aspect for aspect in _aspects(base, revised, has_cadence=False) if aspect == "verb")
    outcome: AskOutcome = "altered" if aspects else "carried on"
    return AskChange(outcome=outcome, base=base, revised=revised, aspects=aspects, is_part=True)


def says_nearly_the_same(old: Ask, new: Ask, least: float = _LEAST_ALIKE) -> bool:
    """Whether two asks of unlinked paragraphs are one ask: of one verb or addressee, with most words in
    common.
    """
    is_alike = old.verb.sense.lemma == new.verb.sense.lemma or old.addressee_name == new.addressee_name
    return is_alike and _share(Counter(_words(old)), Counter(_words(new))) >= least


def _share(one: Counter[str], two: Counter[str]) -> float:
    total = sum(one.values()) + sum(two.values())
    return 2 * sum((one & two).values()) / total if total else 0.0


def paired(old: Ask, new: Ask, has_cadence: bool) -> AskChange:
    """What became of an ask that stands in two texts; `has_cadence` says whether its term moved by more than
    the texts did.
    """
    aspects = tuple(_aspects(old, new, has_cadence))
    return AskChange(outcome="altered" if aspects else "carried on", base=old, revised=new, aspects=aspects)


def _aspects(old: Ask, new: Ask, has_cadence: bool) -> Iterator[Aspect]:
    one, two = old.verb.sense, new.verb.sense
    if one.lemma != two.lemma or one.strength != two.strength:
        yield "verb"
    names = [(ask.addressee_name or "").lower() for ask in (old, new)]
    if english_asks.PRONOUNS.isdisjoint(names) and not _is_one_name(*names):
        yield "who"
    if old.clause != new.clause or old.due != new.due:
        yield from _aspects_of_act(old, new)
    if has_cadence or (old.due != new.due and _terms(old) != _terms(new)):
        yield "due"
    if Counter(old.hedges) != Counter(new.hedges):
        yield "hedge"


def _aspects_of_act(old: Ask, new: Ask) -> Iterator[Aspect]:
    """How what is asked differs: the act, its extent, amounts, how often; not by blanks and hyphens alone."""
    if _letters(old.clause) == _letters(new.clause):
        return
    before, after = _words(old), _words(new)
    one, two = Counter(before), Counter(after)
    if not english_asks.FUNCTION_WORDS.issuperset({*(one - two), *(two - one)}):
        yield "what" if before[:_ACT] != after[:_ACT] else "scope"
    if _amounts(old) != _amounts(new):
        yield "figure"
    if _pace(old) != _pace(new):
        yield "pace"


def _letters(text: str) -> str:
    """The letters and figures of a text: 'man-date' and 'mandate' are the same, as scans have them."""
    return "".join(filter(str.isalnum, text.lower()))


def _plain(text: str) -> str:
    return plain_style(text).lower()


def _is_one_name(one: str, two: str) -> bool:
    """Whether two names differ in articles and commas at most, or one is the other in short: 'the Office' for
    'the Office for Outer Space Affairs'.
    """
    first, second = (_name_words(name) for name in (one, two))
    short, long = sorted((first, second), key=len)
    goes_on = len(short) < len(long) and long[len(short)] in english_asks.GOES_ON_IN_NAME
    return (
        _letters(one) == _letters(two)
        or first == second
        or (bool(short) and goes_on and long[: len(short)] == short)
    )


def _name_words(name: str) -> list[str]:
    """The words of a name in lower case, commas that join more names as 'and'."""
    words = plain_style(name).lower().replace(", and ", " and ").replace(",", " and").split()
    return [word for word in words if word not in english_asks.DETERMINERS]


def _words(ask: Ask) -> list[str]:
    """The words of what is asked, without what other aspects hold: terms, hedges, facts that move on."""
    clause = _POSSESSIVE.sub("", _plain(ask.clause))
    for words in (*ask.due, *ask.hedges):
        clause = clause.replace(_plain(words), " ")
    clause = _FIGURE.sub(" ", _REFERENCE.sub(" ", _CONTINUE.sub(" ", _FACT.sub(" ", clause))))
    words_left = (word.strip("./") for word in words_or_references(clause.replace("-", " ")))
    return [one_spelling(word) for word in words_left if word not in english_asks.EMPTY_WORDS]


def figures_of(ask: Ask) -> list[str]:
    """The amounts in what is asked; numbers of paragraphs and goals, and terms, are none."""
    clause = plain_style(ask.clause)
    for words in ask.due:
        clause = clause.replace(plain_style(words), " ")
    clause = _REFERENCE.sub(" ", _FACT.sub(" ", clause))
    return [match[0].strip(".,").lower() for match in _FIGURE.finditer(clause)]


def _amounts(ask: Ask) -> Counter[str]:
    """The amounts in what is asked, percentages in one spelling."""
    return Counter(_PER_CENT.sub("%", figure) for figure in figures_of(ask))


def _pace(ask: Ask) -> tuple[object, ...]:
    """How often, and whether it goes on."""
    goes_on = _CONTINUE.search(ask.clause) is not None
    return goes_on, tuple(sorted(word.lower() for word in ask.due if is_frequency(word)))


def _terms(ask: Ask) -> Counter[str]:
    """The terms, facts that move on masked."""
    terms: Iterable[str] = (word for word in ask.due if not is_frequency(word))
    return Counter(" ".join(_OF_TERM.sub(" ", _FACT.sub("#", _plain(word))).split()) for word in terms)
