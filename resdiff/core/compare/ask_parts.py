"""Asks that stand as part of a longer ask of the other text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from resdiff.core.asks import Ask
from resdiff.core.compare.ask_aspects import Aspect, report_stems, stems_asked
from resdiff.core.compare.minor import without_inflection
from resdiff.core.languages import english_asks, english_words
from resdiff.core.patterns import compiled_late

_LEAST_OF_PART, _LEAST_IN_ORDER, _LEAST_OWN_WORDS = 0.92, 0.6, 4
"""Share of the words of an ask, and of its pairs of words, that stand in a longer one from which on it is
part of that; and how many words it has that no report is asked for with.
"""
_LEAST_DIVIDED = 3
"""Words that stand in other asks from which on an ask was divided: fewer stand anywhere."""
_PURPOSE = compiled_late(english_words.PURPOSE)
_REFERS_BACK = compiled_late(english_asks.REFERS_BACK, re.IGNORECASE)


def says_enough(words: Iterable[str]) -> bool:
    """Whether the words of an ask are more than those with which any report is asked for."""
    return len({word for word in words if word not in report_stems()}) >= _LEAST_OWN_WORDS


def said_in_others(old: Ask, new: Ask, olds: Sequence[Ask], news: Sequence[Ask]) -> tuple[Aspect, ...]:
    """The aspects in which two asks differ only because an ask was divided, or several became one: 'to end
    and to identify' says the same as '(i) to end; (ii) to identify'. `olds` and `news` are either ask and
    those that stand with it.
    """
    gone, come = _lacking(old, [new]), _lacking(new, [old])
    if max(len(gone), len(come)) < _LEAST_DIVIDED:
        return ()
    if _lacking(old, [new, *_of_addressee(old, news)]) or _lacking(new, [old, *_of_addressee(new, olds)]):
        return ()
    left, right = {term for ask in olds for term in ask.due}, {term for ask in news for term in ask.due}
    return ("what", "scope", "due") if left == right else ("what", "scope")


def _of_addressee(ask: Ask, others: Sequence[Ask]) -> list[Ask]:
    """The asks to the same addressee, or to one that an ask names: 'ports to pay, and banks to lend'."""
    words = ask.clause.lower()
    return [
        other
        for other in others
        if other.addressee_name == ask.addressee_name
        or (other.addressee is not None and other.addressee.lower() in words)
    ]


def _lacking(ask: Ask, others: Sequence[Ask]) -> set[str]:
    """The words of an ask that say something and stand in none of some others."""
    known = {word for other in others for word in stems_asked(other)}
    known |= {
        without_inflection(word) for other in others for word in (other.addressee or "").lower().split()
    }
    return set(stems_asked(ask)) - known - english_words.FUNCTION_WORDS


class Companions:
    """The asks without a partner that stand with another: in its link, or under its opening line."""

    def __init__(self, asks: Sequence[Ask], links: Sequence[Sequence[int]], paired: Container[int]) -> None:
        """`links` are the places of paragraphs, link by link; `paired` the ids of asks with a partner."""
        self._link_of = {place: number for number, places in enumerate(links) for place in places}
        self._of_link: dict[int | None, list[Ask]] = {}
        self._of_verb: dict[int, list[Ask]] = {}
        for ask in (ask for ask in asks if ask.asks and id(ask) not in paired):
            self._of_link.setdefault(self._link_of.get(ask.paragraph), []).append(ask)
            self._of_verb.setdefault(id(ask.verb), []).append(ask)

    def of(self, ask: Ask) -> list[Ask]:
        """An ask and those that stand with it."""
        of_link = self._of_link.get(self._link_of.get(ask.paragraph), ())
        return list({id(one): one for one in (ask, *of_link, *self._of_verb.get(id(ask.verb), ()))}.values())


class Wholes:
    """Asks of a text, of which asks of the other may be parts."""

    def __init__(
        self, asks: Sequence[Ask], rank: Mapping[int, int], verbs: Container[tuple[int, int]] = ()
    ) -> None:
        """`rank` is the number of the change in which an ask stands, by its id; `verbs` are the ids of verbs
        of both texts whose asks, or points, correspond.
        """
        self._asks, self._rank, self._verbs = asks, rank, verbs
        self._words: list[tuple[Counter[str], Counter[tuple[str, str]]]] = []
        self._places: dict[str, list[int]] = {}
        """The asks in which a word stands."""

    def whole_of(self, part: Ask) -> Ask | None:
        """The ask that has nearly all words of a part, most of them in its order; None where no ask has
        them. One of a paragraph that does not correspond has not where the part says too little of its own or
        refers to what stands before it.
        """
        return self._with_words(part, stems_asked(part))

    def whole_without_purpose(self, part: Ask) -> Ask | None:
        """The same of a part that says what its act is for, where the act alone stands in the other ask."""
        bare = _PURPOSE.sub("", part.clause)
        return (
            self._with_words(part, stems_asked(replace(part, clause=bare))) if bare != part.clause else None
        )

    def _with_words(self, part: Ask, words: Sequence[str]) -> Ask | None:
        if len(words) < 2:  # one word has no order
            return None
        is_far = not says_enough(words) or _REFERS_BACK.search(part.clause) is not None
        self._read()
        single, pairs = Counter(words), Counter(pairwise(words))
        least = _LEAST_OF_PART * single.total()
        best, place = 0.0, 0
        for k in self._candidates(single, int(single.total() - least) + 1):
            if is_far and not self._is_near(part, self._asks[k]):
                continue
            its, its_pairs = self._words[k]
            share = (pairs & its_pairs).total() / pairs.total() if (single & its).total() >= least else 0.0
            best, place = max((best, place), (share, k), key=lambda one: one[0])
        return self._asks[place] if best >= _LEAST_IN_ORDER else None

    def _is_near(self, part: Ask, whole: Ask) -> bool:
        """Whether two asks stand in paragraphs that correspond, or under verbs that do."""
        is_linked = self._rank[id(whole)] == self._rank[id(part)]
        pair = (id(part.verb), id(whole.verb))
        return is_linked or pair in self._verbs or pair[::-1] in self._verbs

    def _read(self) -> None:
        for ask in self._asks if not self._words else ():
            its = stems_asked(ask)
            for word in dict.fromkeys(its):
                self._places.setdefault(word, []).append(len(self._words))
            self._words.append((Counter(its), Counter(pairwise(its))))

    def _candidates(self, words: Iterable[str], missing: int) -> list[int]:
        """The asks that may have all but so many of some words, in order: they have one of the rarest."""
        ranked = sorted(words, key=lambda word: (len(self._places.get(word, ())), word))
        return sorted({k for word in ranked[: missing + 1] for k in self._places.get(word, ())})
