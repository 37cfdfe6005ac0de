"""What changes the force of a paragraph beside its verbs: hedges, negation and modals, who is asked, amounts,
and the way between preamble and operative part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from resdiff.core import languages
from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.words import SignalKind
from resdiff.core.figures import is_year_at
from resdiff.core.languages import chinese, english, english_addressees
from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Resolution
from resdiff.core.patterns import HAN, compiled_late
from resdiff.core.tokens import count_signs, plain_style
from resdiff.core.verbs import OperativeVerb, TextVerbs
from resdiff.core.verbs.addressees import addressee_after, canonical

_PREFIX = re.compile(rf"\b{english.NEGATION_PREFIX}", re.IGNORECASE)
_BEGINS = rf"(?<![^\W{HAN}])(?<![/.-])"
"""Before a number: no letter but a Chinese character, which no blank parts from it."""
_AMOUNT = compiled_late(
    rf"{_BEGINS}\d[\d.,\u00a0\u202f ]*(?:{languages.AMOUNT_UNIT})?(?![^\W{HAN}]|[/{chinese.NUMBERS_ON}-])",
    re.IGNORECASE,
)
_REFERRED = compiled_late(rf"(?:\b{english.REFERRING}\.?|{languages.MONTH}) ?$", re.IGNORECASE)
_REFERENCE = compiled_late(languages.REFERENCE, re.IGNORECASE)
_MONTH_FOLLOWS = compiled_late(languages.MONTH_FOLLOWS)
_DATE = compiled_late(languages.DATE)
_NUMBER = re.compile(r"\d(?:[\d.,  ]*\d)?")
_WHOLE_NUMBER = compiled_late(rf"{_BEGINS}{_NUMBER.pattern}")
_DIGIT = re.compile(r"\d")
_SHORT = 6
"""Words that came with a hedge or a negation at most where it was put into a standing sentence."""
_NEAR = 32


_OfWords = Literal["negated", "modal"]


class Signal(Struct, frozen=True, kw_only=True):
    """One change of force."""

    kind: SignalKind
    base: str | None
    revised: str | None
    standing: bool
    """Whether it was put into, or taken out of, a sentence that stands; else it came or went with its
    clause.
    """


def signals_of(
    change: Change, base: TextVerbs, revised: TextVerbs, lexicon: Lexicon | None
) -> Iterator[Signal]:
    """The signals of a change, in the order of `SignalKind`; without a lexicon no addressees are compared."""
    if change.base and change.revised and change.kind != "unchanged":
        hunks = list(hunks_of(change.shown_edits))
        yield from _hedges(change, hunks)
        language = lexicon.language if lexicon is not None else "en"
        kinds: tuple[_OfWords, ...] = ("negated", "modal")
        for kind in kinds:
            yield from _words(hunks, _small_words(kind, language), kind)
        if lexicon is not None:
            yield from _addressees(change, base, revised, lexicon)
        readings = base.text.reading(change.base), revised.text.reading(change.revised)
        yield from _amounts(hunks, readings)
    yield from _part_signals(change, base.text, revised.text)


def _addressees(change: Change, base: TextVerbs, revised: TextVerbs, lexicon: Lexicon) -> Iterator[Signal]:
    """Other people asked by a verb that both texts have; a pronoun names nobody new."""
    for shift in change.verbs:
        if shift.base is None or shift.revised is None or shift.elsewhere is not None:
            continue
        if not all(_is_asking(verb, lexicon) for verb in (shift.base, shift.revised)):
            continue
        one = _addressee(base, shift.base, shift.base_paragraph, lexicon)
        two = _addressee(revised, shift.revised, shift.revised_paragraph, lexicon)
        if _name(one) != _name(two) and not {_name(one), _name(two)} & english_addressees.PRONOUNS:
            yield Signal(kind="addressee", base=one, revised=two, standing=True)


def _addressee(side: TextVerbs, verb: OperativeVerb, place: int | None, lexicon: Lexicon) -> str | None:
    """Who is asked by a verb, before the next verb of its paragraph."""
    if place is None or side.verbs is None:
        return None
    reading = side.text.paragraphs[place].text
    stop = min((v.start for v in side.verbs[place] if v.start > verb.start), default=len(reading))
    if lexicon.parses_structure:
        return addressee_after(reading, verb.end, stop, lexicon).addressee
    from resdiff.core.asks.by_phrase import addressee_of  # other languages need it

    return addressee_of(reading, verb, stop, lexicon.language)


def _is_asking(verb: OperativeVerb, lexicon: Lexicon) -> bool:
    """Whether a verb asks somebody or decides; in the languages beside English whether it asks."""
    if lexicon.parses_structure:
        return lexicon.asking.is_asking(verb.sense)
    return verb.sense.part == "operative" and verb.sense.is_directive


def _name(addressee: str | None) -> str:
    return plain_style(canonical(addressee, None)).lower() if addressee is not None else ""


def _part_signals(change: Change, base: Resolution, revised: Resolution) -> Iterator[Signal]:
    """A paragraph that went from the preamble to the operative part, or back."""
    if not change.base or not change.revised:
        return
    one, two = base.paragraphs[change.base[0]], revised.paragraphs[change.revised[0]]
    if {one.part, two.part} == {"preamble", "operative"}:
        kind: SignalKind = "promoted" if two.part == "operative" else "demoted"
        yield Signal(kind=kind, base=one.id, revised=two.id, standing=True)


def _is_short(hunk: Hunk) -> bool:
    """Whether a sentence stands but for a few words."""
    return max(count_signs(side) for side in (hunk.gone, hunk.come)) <= _SHORT


@lru_cache(maxsize=16)
def _small_words(kind: _OfWords, language: str) -> re.Pattern[str]:
    """The negations or modal verbs of a language; English ones where it has none of its own."""
    module = languages.MODULES.get(language, english)
    return re.compile(module.NEGATION if kind == "negated" else module.MODAL)


def _hedges(change: Change, hunks: Sequence[Hunk]) -> Iterator[Signal]:
    for hedge in change.hedges:
        phrase, is_added = hedge.phrase, hedge.change == "added"
        holding = [h for h in hunks if phrase in (h.come if is_added else h.gone).lower()]
        words = len(phrase.split())
        stands = any(len((h.come if is_added else h.gone).split()) <= words + _SHORT for h in holding)
        yield Signal(
            kind="hedged" if is_added else "unhedged",
            base=None if is_added else phrase,
            revised=phrase if is_added else None,
            standing=stands or not holding,
        )


def _words(hunks: Sequence[Hunk], pattern: re.Pattern[str], kind: SignalKind) -> Iterator[Signal]:
    """Small words that decide the sense, where a sentence stands but for them."""
    if kind == "negated" and hunks and _is_negated_otherwise(hunks):
        return
    for hunk in hunks:
        if not _is_short(hunk):
            continue
        old, new = (sorted(pattern.findall(side.lower())) for side in (hunk.gone, hunk.come))
        if old == new or (kind == "modal" and not (old and new)):
            continue
        yield Signal(kind=kind, base=" ".join(old) or None, revised=" ".join(new) or None, standing=True)


def _is_negated_otherwise(hunks: Sequence[Hunk]) -> bool:
    """Whether as much is negated as before, some of it by the beginning of a word: 'without discrimination'
    for 'non-discrimination'.
    """
    gone, come = (" ".join(sides).lower() for sides in zip(*((h.gone, h.come) for h in hunks), strict=True))
    prefixes = [len(_PREFIX.findall(side)) for side in (gone, come)]
    words = [len(_small_words("negated", "en").findall(side)) for side in (gone, come)]
    return prefixes != [0, 0] and prefixes[0] + words[0] == prefixes[1] + words[1]


def _amounts(hunks: Sequence[Hunk], readings: tuple[str, str]) -> Iterator[Signal]:
    """Amounts and percentages that changed; sessions, years and references are none."""
    counting: list[set[str]] | None = None
    for hunk in hunks:
        if not (_DIGIT.search(hunk.gone) and _DIGIT.search(hunk.come)):
            continue
        old, new = _figures(hunk.gone, hunk), _figures(hunk.come, hunk)
        if old and new and counting is None:  # the list of a reference may begin far before its numbers
            masked = (_REFERENCE.sub(" ", plain_style(reading)) for reading in readings)
            counting = [set(_WHOLE_NUMBER.findall(reading)) for reading in masked]
        if counting is not None:
            old = [figure for figure in old if _number(figure) in counting[0]]
            new = [figure for figure in new if _number(figure) in counting[1]]
        if old and new and old != new:
            yield Signal(kind="amount", base=", ".join(old), revised=", ".join(new), standing=_is_short(hunk))


def _number(amount: str) -> str:
    match = _NUMBER.match(amount)
    return match[0] if match is not None else amount


def _figures(words: str, hunk: Hunk) -> list[str]:
    whole = plain_style(f"{hunk.before[-_NEAR:]}{words}{hunk.after[:_NEAR]}")
    begin = len(hunk.before[-_NEAR:])
    dates = [match.span() for match in _DATE.finditer(whole)]
    figures = []
    for match in _AMOUNT.finditer(whole):
        end = match.start() + len(match[0].rstrip(" .,"))
        if (
            match.end() <= begin
            or match.start() >= begin + len(words)
            or is_year_at(whole, match.start(), end)
        ):
            continue
        is_date = any(a <= match.start() < b for a, b in dates)
        is_date = is_date or _MONTH_FOLLOWS.match(whole, match.end()) is not None
        if not is_date and _REFERRED.search(whole, 0, match.start()) is None:
            figures.append(match[0].strip(" .,"))
    return figures
