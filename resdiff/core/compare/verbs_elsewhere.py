"""Verbs that are dropped at one place and stand at another before the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from resdiff.core.compare.changes import Change
from resdiff.core.model import Paragraph, Resolution
from resdiff.core.tokens import matching_words
from resdiff.core.verbs import OperativeVerb, VerbShift

_BEHIND = 6
"""Words behind a verb that show that it is the same elsewhere."""
_NEAR = 160
"""Characters in which so many words stand."""
_Words = tuple[str, ...]


class _Standing(NamedTuple):
    """A verb that its change does not have in the other text."""

    change: int
    number: int
    """Its place among the verbs of the change."""
    shift: VerbShift


_Unpaired = dict[_Words, list[_Standing]]
"""Verbs by their lemma and the words behind them."""


def with_elsewhere(shift: VerbShift, base: Sequence[int], revised: Sequence[int]) -> VerbShift:
    """The shift of a verb of both texts, with the text in which it stands in none of the paragraphs of its
    change, whose places are given.
    """
    if shift.base_paragraph is None or shift.revised_paragraph is None:
        return shift
    if shift.base_paragraph not in base:
        return replace(shift, elsewhere="base")
    return replace(shift, elsewhere="revised") if shift.revised_paragraph not in revised else shift


def mark_verbs_elsewhere(
    changes: Sequence[Change], base: Resolution, revised: Resolution
) -> tuple[Change, ...]:
    """The changes, in which a dropped and an added verb before the same words are one verb that went to
    another paragraph. A verb that is dropped or added though another paragraph has it before the same words,
    with a partner of its own, says where.
    """
    gone, come = _unpaired(changes, base, revised)
    marked = _opening_lines(changes)
    for words in gone.keys() & come.keys():
        olds, news = (
            [standing for standing in side[words] if (standing.change, standing.number) not in marked]
            for side in (gone, come)
        )
        for old, new in zip(olds, news, strict=False):
            both = replace(
                old.shift,
                change="kept",
                revised=new.shift.revised,
                revised_paragraph=new.shift.revised_paragraph,
            )
            marked[old.change, old.number] = replace(both, elsewhere="revised")
            marked[new.change, new.number] = replace(both, elsewhere="base")
    _mark_twins(gone, revised, marked)
    _mark_twins(come, base, marked)
    touched = {change for change, _ in marked}
    return tuple(
        replace(change, verbs=tuple(marked.get((n, k), shift) for k, shift in enumerate(change.verbs)))
        if n in touched
        else change
        for n, change in enumerate(changes)
    )


_Places = dict[tuple[int, int], VerbShift]
"""Shifts by their change and their place in it."""


def _mark_twins(side: _Unpaired, text: Resolution, marked: _Places) -> None:
    """Adds to `marked` where in the other text the words of the remaining verbs of a side stand."""
    finder = _Finder(text)
    for words, standings in side.items():
        for standing in standings:
            key = standing.change, standing.number
            if key in marked:
                continue
            place = finder.place_of((*_plain_phrase(standing.shift), *words[1:]))
            if place is not None:
                marked[key] = replace(standing.shift, stands_in=place)


class _Finder:
    """Looks for the paragraph of a text in which a row of words stands."""

    def __init__(self, text: Resolution) -> None:
        self._text = text
        self._lowered: list[str] = []
        self._lines: dict[int, str] = {}

    def place_of(self, words: Sequence[str]) -> int | None:
        """The first paragraph with the words; they are given in their matching form."""
        self._lowered = self._lowered or [paragraph.text.lower() for paragraph in self._text.paragraphs]
        plain = [word for word in words if word.isascii() and word.isalnum()]
        longest, second = ["", "", *sorted(plain, key=len)][:-3:-1]  # seldom stand elsewhere by chance
        row = f" {' '.join(words)} "
        likely = [k for k, lowered in enumerate(self._lowered) if longest in lowered and second in lowered]
        return next((k for k in likely if row in self._line(k)), None)

    def _line(self, place: int) -> str:
        if place not in self._lines:
            words = matching_words(self._text.paragraphs[place].text)
            self._lines[place] = f" {' '.join(words)} "
        return self._lines[place]


def _opening_lines(changes: Sequence[Change]) -> _Places:
    """The verbs of opening lines of lists that seem dropped or added, but whose points have become paragraphs
    with that verb, or were such paragraphs.
    """
    pairs: dict[tuple[str, int | None, int], VerbShift] = {}
    for change in changes:
        for shift in change.verbs:
            if shift.base is not None and shift.revised is not None:
                pairs.setdefault(("base", shift.base_paragraph, shift.base.start), shift)
                pairs.setdefault(("revised", shift.revised_paragraph, shift.revised.start), shift)
    marked = {}
    for number, change in enumerate(changes):
        for k, shift in enumerate(change.verbs):
            both = None
            if shift.change == "dropped" and shift.base is not None:
                both = pairs.get(("base", shift.base_paragraph, shift.base.start))
                elsewhere: Literal["base", "revised"] = "revised"
            elif shift.change == "added" and shift.revised is not None:
                both = pairs.get(("revised", shift.revised_paragraph, shift.revised.start))
                elsewhere = "base"
            if both is not None:
                marked[number, k] = replace(both, elsewhere=elsewhere)
    return marked


def _unpaired(
    changes: Sequence[Change], base: Resolution, revised: Resolution
) -> tuple[_Unpaired, _Unpaired]:
    """The dropped and the added verbs by their lemma, phrase and the words behind it."""
    gone: _Unpaired = defaultdict(list)
    come: _Unpaired = defaultdict(list)
    for number, change in enumerate(changes):
        for k, shift in enumerate(change.verbs):
            if shift.change == "dropped" and shift.base is not None and shift.base_paragraph is not None:
                words = _behind(base.paragraphs[shift.base_paragraph], shift.base)
                side = gone
            elif shift.change == "added" and shift.revised and shift.revised_paragraph is not None:
                words = _behind(revised.paragraphs[shift.revised_paragraph], shift.revised)
                side = come
            else:
                continue
            if words:
                side[words].append(_Standing(number, k, shift))
    return gone, come


def _behind(paragraph: Paragraph, verb: OperativeVerb) -> _Words:
    """The lemma of a verb and the first words behind it; none where its paragraph ends before."""
    words = matching_words(paragraph.text[verb.end : verb.end + _NEAR])
    if len(words) < _BEHIND:
        return ()
    return (verb.sense.lemma, *words[:_BEHIND])


def _plain_phrase(shift: VerbShift) -> list[str]:
    """The words of a verb without ordering words."""
    verb = shift.base or shift.revised
    words = matching_words(verb.phrase) if verb is not None else []
    ordering = verb.sense.ordering if verb is not None else ()
    return [word for word in words if word not in ordering]
