"""The words of a text that say most, where there is no room for all of them: its first ones, and those from a
later phrase on, with '…' for what stands between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from resdiff.core.languages import english, english_words
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import has_han
from resdiff.render.views.first_words import LEAST_LEFT, first_words, goes_on_in_term, leads_on

Weigh = Callable[[str], float]
"""How much a word says, 0 for none."""
_LEAST_HEAD, _LEAST_ELIDED = 2, 2
"""Words that are shown at the beginning, and words left out behind them, at least."""
_LEAST_OF_PHRASE = 2
"""Words of a later phrase at least."""
_HEAD_SHARE = 0.25
"""Share of the room that the beginning has at least: what a phrase is about stands there."""
_MORE = 1.2
"""How many times as much a later phrase has to say than the words it takes the place of."""
_NEARNESS = 0.99
"""What a word of a later phrase says for each word left out before it: the point stands early as a rule."""
_PREDICATE = 1.5
"""The same of a phrase that begins with what is said of a subject, or with a further act."""
_PHRASES = english_words.OPENS_CLAUSE | english_words.OPENS_PHRASE
_PREDICATES = english_words.OPENS_PREDICATE | frozenset(english.MODAL_WORDS)
_JOINED = compiled_late(r"[,;]|\b(?:and|or)\b")
_NEGATED = compiled_late(rf"{english.NEGATION}|{english.MODAL}")


def alike(_: str) -> float:
    """The weight of a word where none says more than another."""
    return 1.0


def pointed_words(text: str, most: int, weigh: Weigh) -> str:
    """So many words of a text: its first ones, or some of these and those of a later phrase that say more;
    blanks at its ends stay.
    """
    if has_han(text) or len(text.split()) < most + LEAST_LEFT:
        return first_words(text, most)
    shown = pointed(text, most, lambda _: 0, weigh)
    return shown if "… " in shown else first_words(text, most)


def pointed(text: str, room: int, size: Callable[[str], int], weigh: Weigh) -> str:
    """The first words of a text that have room, or as many first words and those of a later phrase as say
    more; with '…' for what is left out. Blanks before them stay.

    `room` is what the words may take in the units of `size`, and one more for each blank.
    """
    words = text.removesuffix("…").split()
    sizes = [0, *accumulate(size(word) + 1 for word in words)]
    plain = _last_that_fits(sizes, 0, room)
    if plain >= len(words):
        return text
    plain = next((end for end in range(plain, plain // 2, -1) if not leads_on(words, end)), plain)
    says = [0.0, *accumulate(_weights(words, weigh))]
    best, cut = says[plain] * _MORE, (plain, plain, plain)
    for start, factor in _phrases(words):
        for head in range(_LEAST_HEAD, start - _LEAST_ELIDED + 1):
            if sizes[head] > room:
                break
            end = _last_that_fits(sizes, start, room - sizes[head] - 2 * (size("…") + 1))
            end = next((k for k in range(end, start, -1) if k == len(words) or not leads_on(words, k)), start)
            nearness = factor * _NEARNESS ** (start - head)
            value = says[head] + nearness * (says[end] - says[start])
            is_phrase = end - start >= _LEAST_OF_PHRASE and sizes[head] >= _HEAD_SHARE * room
            if value > best and is_phrase and _may_cut(words, head, start):
                best, cut = value, (head, start, end)
    head, start, end = cut
    rest = ["…", *words[start:end]] if head < start else []
    shown = [*words[:head], *rest]
    while shown[-1:] == ["…"]:
        shown.pop()
    shown += ["…"] if end < len(words) or text.endswith("…") else []
    return f"{text[: len(text) - len(text.lstrip())]}{' '.join(shown)}"


def _phrases(words: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Where phrases begin that can be read by themselves, and how much their words say beside others: behind
    a sign, at a word with which phrases begin, at the predicate of a clause with 'that', at a further act.
    """
    is_clause = words[0].lower() == "that" or "shall" in words
    for place in range(_LEAST_HEAD + _LEAST_ELIDED, len(words)):
        word, before = words[place].lower(), words[place - 1].lower()
        is_act = word == "and" and words[place + 1 : place + 2] == ["to"]
        if is_act or (is_clause and word in _PREDICATES and before not in english_words.RELATIVES):
            is_clause = is_clause and is_act
            yield place, _PREDICATE
        elif (before[-1] in ",;:" or word in _PHRASES) and not goes_on_in_term(words, place):
            yield place, 1.0


def _last_that_fits(sizes: Sequence[int], start: int, room: int) -> int:
    """Behind which word the last one that has room ends."""
    end = start
    while end + 1 < len(sizes) and sizes[end + 1] - sizes[start] <= room:
        end += 1
    return end


def _weights(words: Sequence[str], weigh: Weigh) -> list[float]:
    """What each word says; one that is said again says nothing."""
    seen: set[str] = set()
    weights = []
    for word in words:
        bare = word.strip(" ,;.:").lower()
        weights.append(0.0 if bare in seen else weigh(word))
        seen.add(bare)
    return weights


def _may_cut(words: Sequence[str], head: int, start: int) -> bool:
    """Whether words can be left out: what stands before says something, of the noun of an act what is done,
    nothing is left out that decides how firm the phrase behind them is, and that phrase is no complement of
    something else that is left out: 'conducive to fog, and its use for ports' is not 'conducive … for ports'.
    """
    left_out = " ".join(words[head:start])
    since_sign = max((left_out.rfind(sign) for sign in ",;:"), default=-1)
    is_of_what = words[head] == "of" and words[head - 1].endswith(english_words.ENDS_NOUN_OF_ACT)
    is_firm = _NEGATED.search(left_out[since_sign + 1 :]) is not None
    is_act = words[start : start + 2] == ["and", "to"]
    is_part = words[start].lower() in english_words.OPENS_COMPLEMENT and not is_act
    is_of_other = is_part and _JOINED.search(left_out) is not None
    return words[head - 1] != "…" and not (leads_on(words, head) or is_of_what or is_firm or is_of_other)
