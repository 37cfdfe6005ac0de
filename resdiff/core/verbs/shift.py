"""How verbs shift between two readings of a paragraph: kept, added, dropped, or replaced by a stronger,
weaker or other one.

Strength is ordinal and only within a scale. Where two cited sources contradict each other on a pair, the
shift is disputed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Phrase
from resdiff.core.tokens import long_words
from resdiff.core.verbs.addressees import addressee_after
from resdiff.core.verbs.values import OperativeVerb

VerbChange = Literal["kept", "added", "dropped", "replaced"]
Shift = Literal["strengthened", "weakened", "recast", "recalled", "disputed", "equal"]
VerbOutcome = Literal[
    "kept", "added", "dropped", "strengthened", "weakened", "recast", "recalled", "disputed", "equal"
]

_RECALL = "recall"
_CONTEXT = 48
_OBJECT = 200
"""Characters behind a verb in which its object stands."""
_LEAST_SHARED = 0.5
"""Share of the words of the shorter object that two verbs have in common at least where one took the place of
the other.
"""
_SAME_LEMMA = 4.0
_BOTH_OPEN = 1.5
_SAME_SCALE = 0.5
_LEAST = 1.2


class VerbShift(Struct, frozen=True, kw_only=True):
    """What became of one verb."""

    change: VerbChange
    base: OperativeVerb | None
    revised: OperativeVerb | None
    shift: Shift | None
    """How the strength of a replaced verb changed; None for any other change."""
    base_paragraph: int | None = None
    """The place of its paragraph in the base text."""
    revised_paragraph: int | None = None
    """The place of its paragraph in the revised text."""
    elsewhere: Literal["base", "revised"] | None = None
    """The text in which the verb stands at another place than the paragraphs of its change: it came from
    there, or went there.
    """
    stands_in: int | None = None
    """Of a verb that was added or dropped: the place, in the other text, of a paragraph that has it before
    the same words, though that one has a partner of its own.
    """

    @property
    def outcome(self) -> VerbOutcome:
        """What became of the verb, in one word: its shift where it was replaced, else its change."""
        if self.shift is not None:
            return self.shift
        return "equal" if self.change == "replaced" else self.change


def shift_of(base: Phrase, revised: Phrase, lexicon: Lexicon) -> Shift | None:
    """The way from one phrase to another: None where they are the same verb with the same strength. What was
    welcomed or decided and is now recalled happened with the last text.
    """
    if base.lemma == revised.lemma and (
        base.strength == revised.strength or base.strength is None or revised.strength is None
    ):
        return None
    if revised.lemma == _RECALL and base.scale != revised.scale:
        return "recalled"
    if base.scale is None or base.scale != revised.scale or base.strength is None or revised.strength is None:
        return "recast"
    if base.lemma != revised.lemma and lexicon.dispute(base.lemma, revised.lemma) is not None:
        return "disputed"
    if base.strength == revised.strength:
        return "equal"
    return "strengthened" if revised.strength > base.strength else "weakened"


class PlacedVerb(NamedTuple):
    """A verb with the reading and the place of its paragraph."""

    verb: OperativeVerb
    text: str
    paragraph: int
    begin: int = 0
    """Where its paragraph begins in the joined reading of a split or merge."""


def shifts_between(
    base: Sequence[PlacedVerb], revised: Sequence[PlacedVerb], lexicon: Lexicon
) -> tuple[VerbShift, ...]:
    """What became of the verbs of corresponding paragraphs, in the order of the revised ones, dropped ones at
    their place.
    """
    shifts: list[VerbShift] = []
    i = j = 0
    for one, two in [*_paired(base, revised, lexicon), (len(base), len(revised))]:
        shifts += [
            VerbShift(
                change="dropped",
                base=v.verb,
                revised=None,
                shift=None,
                base_paragraph=v.paragraph,
                revised_paragraph=None,
            )
            for v in base[i:one]
        ]
        shifts += [
            VerbShift(
                change="added",
                base=None,
                revised=v.verb,
                shift=None,
                base_paragraph=None,
                revised_paragraph=v.paragraph,
            )
            for v in revised[j:two]
        ]
        if one < len(base):
            shifts.append(_replaced(base[one], revised[two], lexicon))
        i, j = one + 1, two + 1
    return tuple(shifts)


def _replaced(base: PlacedVerb, revised: PlacedVerb, lexicon: Lexicon) -> VerbShift:
    shift = shift_of(base.verb.sense, revised.verb.sense, lexicon)
    change: VerbChange = "kept" if shift is None else "replaced"
    return VerbShift(
        change=change,
        base=base.verb,
        revised=revised.verb,
        shift=shift,
        base_paragraph=base.paragraph,
        revised_paragraph=revised.paragraph,
    )


def _paired(
    base: Sequence[PlacedVerb], revised: Sequence[PlacedVerb], lexicon: Lexicon
) -> list[tuple[int, int]]:
    """The order-keeping pairing of verbs that agree best in lemma, place and what follows them."""
    if not base or not revised:
        return []
    if [p.verb.sense.lemma for p in base] == [p.verb.sense.lemma for p in revised]:
        return [(k, k) for k in range(len(base))]
    width = len(revised)
    totals = [[0.0] * (width + 1) for _ in range(len(base) + 1)]
    values = [[_agreement(one, two, lexicon) for two in revised] for one in base]
    for a in range(len(base) - 1, -1, -1):
        for b in range(width - 1, -1, -1):
            best = max(totals[a + 1][b], totals[a][b + 1])
            value = values[a][b]
            totals[a][b] = max(best, totals[a + 1][b + 1] + value) if value >= _LEAST else best
    pairs = []
    a = b = 0
    while a < len(base) and b < width:
        value = values[a][b]
        if value >= _LEAST and totals[a][b] == totals[a + 1][b + 1] + value:
            pairs.append((a, b))
            a, b = a + 1, b + 1
        elif totals[a][b] == totals[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs


def _agreement(one: PlacedVerb, two: PlacedVerb, lexicon: Lexicon) -> float:
    """How well two verbs agree; 0 where one cannot have taken the place of the other, because neither who is
    addressed nor the object is the same.
    """
    first, second = one.verb, two.verb
    is_same = first.sense.lemma == second.sense.lemma
    if not is_same and not _has_same_object(one, two) and not _has_same_addressee(one, two, lexicon):
        return 0.0
    value = _SAME_LEMMA if is_same else 0.0
    if not first.inner and not second.inner:
        value += _BOTH_OPEN
    shared = _shared(_words(one, _CONTEXT), _words(two, _CONTEXT), max)
    if shared and first.sense.scale is not None and first.sense.scale == second.sense.scale:
        value += _SAME_SCALE
    return value + 2 * shared


def _has_same_object(one: PlacedVerb, two: PlacedVerb) -> bool:
    return _shared(_words(one, _OBJECT), _words(two, _OBJECT), min) >= _LEAST_SHARED


def _has_same_addressee(one: PlacedVerb, two: PlacedVerb, lexicon: Lexicon) -> bool:
    names = [
        addressee_after(placed.text, placed.verb.end, len(placed.text), lexicon).addressee
        for placed in (one, two)
    ]
    return names[0] is not None and names[1] is not None and names[0].lower() == names[1].lower()


def _words(placed: PlacedVerb, size: int) -> set[str]:
    """The words behind a verb, as far as so many characters go."""
    end = placed.verb.end
    return long_words(placed.text[end : end + size])


def _shared(one: set[str], two: set[str], of: Callable[[int, int], int]) -> float:
    """The share of words in common, 0 to 1, `of` the greater or the lesser number."""
    return len(one & two) / (of(len(one), len(two)) or 1)
