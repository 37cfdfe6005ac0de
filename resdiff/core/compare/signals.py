"""What changes the force of a paragraph beside its verbs: hedges, negation and modals, who is asked, amounts,
and the way between preamble and operative part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from resdiff.core.compare.asks import AskChange
from resdiff.core.compare.changes import Change
from resdiff.core.dates import DATE
from resdiff.core.languages import english
from resdiff.core.model import Resolution
from resdiff.core.tokens import plain_style
from resdiff.core.worddiff import Edit

SignalKind = Literal["hedged", "unhedged", "negated", "modal", "addressee", "amount", "promoted", "demoted"]
SIGNALS: tuple[SignalKind, ...] = get_args(SignalKind)

_NEGATION = re.compile(rf"\b(?:{english.NEGATION})\b", re.IGNORECASE)
_MODAL = re.compile(rf"\b(?:{english.MODAL})\b", re.IGNORECASE)
_AMOUNT = re.compile(rf"(?<![\w/.-])\d[\d.,  ]*(?:{english.AMOUNT_UNIT})?(?![\w/-])", re.IGNORECASE)
_REFERRED = re.compile(rf"(?:\b{english.REFERRING}\.?|{english.MONTH}) ?$", re.IGNORECASE)
_MONTH_FOLLOWS = re.compile(rf" ?{english.MONTH}")
_YEAR = re.compile(r"(?:1[89]|2[01])\d\d")
_SHORT = 6
"""Words that came with a hedge or a negation at most where it was put into a standing sentence."""
_NEAR = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One change of force."""

    kind: SignalKind
    base: str | None
    revised: str | None
    standing: bool
    """Whether it was put into, or taken out of, a sentence that stands; else it came or went with its
    clause.
    """


def signals_of(
    change: Change, base: Resolution, revised: Resolution, asks: Mapping[int, Sequence[AskChange]]
) -> Iterator[Signal]:
    """The signals of a change, in the order of `SIGNALS`. `asks` are the altered asks by the places of their
    revised paragraphs.
    """
    if not change.base or not change.revised or change.kind == "unchanged":
        yield from _part_signals(change, base, revised)
        return
    hunks = list(_hunks(change.edits))
    yield from _hedges(change, hunks)
    yield from _words(hunks, _NEGATION, "negated")
    yield from _words(hunks, _MODAL, "modal")
    for place in change.revised:
        for ask in asks.get(place, ()):
            if "who" in ask.aspects and ask.base is not None and ask.revised is not None:
                yield Signal(
                    kind="addressee", base=ask.base.addressee, revised=ask.revised.addressee, standing=True
                )
    yield from _amounts(hunks)
    yield from _part_signals(change, base, revised)


def _part_signals(change: Change, base: Resolution, revised: Resolution) -> Iterator[Signal]:
    """A paragraph that went from the preamble to the operative part, or back."""
    if not change.base or not change.revised:
        return
    one, two = base.paragraphs[change.base[0]], revised.paragraphs[change.revised[0]]
    if {one.part, two.part} == {"preamble", "operative"}:
        kind: SignalKind = "promoted" if two.part == "operative" else "demoted"
        yield Signal(kind=kind, base=one.id, revised=two.id, standing=True)


class _Hunk:
    """What goes and comes at one place."""

    def __init__(self, gone: str, come: str, before: str, after: str) -> None:
        self.gone, self.come, self.before, self.after = gone, come, before, after

    @property
    def is_short(self) -> bool:
        """Whether a sentence stands but for a few words."""
        return max(len(self.gone.split()), len(self.come.split())) <= _SHORT


def _hunks(edits: Sequence[Edit]) -> Iterator[_Hunk]:
    k = 0
    while k < len(edits):
        first = k
        while k < len(edits) and edits[k].kind != "equal":
            k += 1
        if k > first:
            gone, come = (
                "".join(e.text for e in edits[first:k] if e.kind == kind) for kind in ("delete", "insert")
            )
            before = edits[first - 1].text if first else ""
            yield _Hunk(gone, come, before, edits[k].text if k < len(edits) else "")
        k += 1


def _hedges(change: Change, hunks: Sequence[_Hunk]) -> Iterator[Signal]:
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


def _words(hunks: Sequence[_Hunk], pattern: re.Pattern[str], kind: SignalKind) -> Iterator[Signal]:
    """Small words that decide the sense, where a sentence stands but for them."""
    for hunk in hunks:
        old, new = (
            sorted(match.lower() for match in pattern.findall(side)) for side in (hunk.gone, hunk.come)
        )
        if old == new or not hunk.is_short or (kind == "modal" and not (old and new)):
            continue
        yield Signal(kind=kind, base=" ".join(old) or None, revised=" ".join(new) or None, standing=True)


def _amounts(hunks: Sequence[_Hunk]) -> Iterator[Signal]:
    """Amounts and percentages that changed; sessions, years and references are none."""
    for hunk in hunks:
        old, new = _figures(hunk.gone, hunk), _figures(hunk.come, hunk)
        if old and new and old != new:
            yield Signal(kind="amount", base=", ".join(old), revised=", ".join(new), standing=hunk.is_short)


def _figures(words: str, hunk: _Hunk) -> list[str]:
    whole = plain_style(f"{hunk.before[-_NEAR:]}{words}{hunk.after[:_NEAR]}")
    begin = len(hunk.before[-_NEAR:])
    dates = [match.span() for match in DATE.finditer(whole)]
    figures = []
    for match in _AMOUNT.finditer(whole):
        if (
            match.end() <= begin
            or match.start() >= begin + len(words)
            or _YEAR.fullmatch(match[0].strip(" .,"))
        ):
            continue
        is_date = any(a <= match.start() < b for a, b in dates)
        is_date = is_date or _MONTH_FOLLOWS.match(whole, match.end()) is not None
        if not is_date and _REFERRED.search(whole, 0, match.start()) is None:
            figures.append(match[0].strip(" .,"))
    return figures
