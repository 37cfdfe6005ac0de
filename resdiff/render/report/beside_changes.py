"""Parts of the page of a comparison beside its paragraphs: the ledger of verbs, the map, title, sponsors and
footnotes, votes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from resdiff.core.compare import Comparison
from resdiff.core.model import Vote
from resdiff.core.tokens import plain_style
from resdiff.render.report.page import language_of
from resdiff.render.report.templating import as_markup
from resdiff.render.views.labels import heading, nature, voters_of_one_side
from resdiff.render.views.notes import proposers
from resdiff.render.views.style import SHIFT_SIGNS, SIGNS, WEIGHTS, style_of
from resdiff.render.views.votes import SIDES, tally

_BINS = 400
"""The most marks of the map."""


class _LedgerRow(NamedTuple):
    outcome: str
    sign: str
    phrases: list[str]
    anchor: str
    name: str
    side: str
    """' (base)' where only the base has the paragraph."""


class _Mark(NamedTuple):
    anchor: str
    style: str
    place: int
    title: str


class _Map(NamedTuple):
    width: int
    """Of the whole map: one a change."""
    size: int
    """Of a mark."""
    marks: list[_Mark]


class _MatterSide(NamedTuple):
    name: str
    language: Markup
    """Attributes of its element."""
    text: str | None
    tag: str


class _MatterRow(NamedTuple):
    sign: str
    kind: str
    paragraph: str
    is_linked: bool
    sides: list[_MatterSide]
    by: str
    """Who proposed it."""


class _VoteSide(NamedTuple):
    name: str
    cells: list[tuple[str, list[tuple[str, bool]]]]
    """Of base and revised text: the element of those who changed sides, and each name with whether it did."""


class _Vote(NamedTuple):
    results: list[str]
    sides: list[_VoteSide]
    lines: list[str]


def has_ledger(comparison: Comparison) -> bool:
    """Whether the page tells of verbs: where they are known, and a choice of changes has any."""
    has_rows = any(change.verb_changes for change in comparison.changes)
    return comparison.scale_name is not None and (has_rows or not comparison.is_selection)


def ledger_rows(comparison: Comparison, anchors: Sequence[str]) -> list[_LedgerRow]:
    """Every verb that came, went or shifted; `anchors` are the ids of the changes."""
    return [
        _LedgerRow(
            outcome=shift.outcome,
            sign=SHIFT_SIGNS[shift.outcome],
            phrases=[verb.phrase if verb is not None else "" for verb in (shift.base, shift.revised)],
            anchor=anchors[k],
            name=heading(change, comparison),
            side="" if change.revised else " (base)",
        )
        for k, change in enumerate(comparison.changes)
        for shift in change.verb_changes
    ]


def map_of(comparison: Comparison, anchors: Sequence[str]) -> _Map:
    """Where the changes lie, from the first paragraph on the left to the last on the right.

    Each mark leads to its first change.

    It tells nothing that headings and keys do not: screen readers and the keyboard skip it.
    """
    count = len(comparison.changes)
    size = max(-(-count // _BINS), 1)
    marks = []
    for at in range(0, count, size):
        segments = [
            (WEIGHTS.index(style_of(comparison.changes[k])), -k) for k in range(at, min(at + size, count))
        ]
        weight, k = max(segments)
        if weight:
            change = comparison.changes[-k]
            title = f"{heading(change, comparison)} {nature(change)}"
            marks.append(_Mark(anchors[-k], WEIGHTS[weight], at, title))
    return _Map(max(count, 1), size, marks)


def matter_side_by_side(comparison: Comparison) -> list[_MatterRow]:
    """Changes of title, sponsors and footnotes, side by side."""
    ids = {paragraph.id for paragraph in comparison.revised.paragraphs}
    languages = [as_markup(language_of(text)) for text in (comparison.base, comparison.revised)]
    return [
        _MatterRow(
            sign=SIGNS["edited"],
            kind=change.kind,
            paragraph=change.paragraph or "",
            is_linked=change.paragraph in ids,
            sides=[
                _MatterSide("base", languages[0], change.base, "del"),
                _MatterSide("revised", languages[1], change.revised, "ins"),
            ],
            by=proposers(change.by),
        )
        for change in comparison.counted_matter_changes
    ]


def both_votes(comparison: Comparison) -> _Vote | None:
    """Both votes side by side, who changed sides marked in both; None where there is nothing to tell."""
    one, two = comparison.base.vote, comparison.revised.vote
    if (one is None and two is None) or (comparison.is_selection and comparison.same_vote):
        return None
    changed = {side.name for side in comparison.changed_sides}
    sides = [
        _VoteSide(name, [("del", _voters(one, side, changed)), ("ins", _voters(two, side, changed))])
        for side, name in SIDES.items()
        if any(vote is not None and vote.names.get(side) for vote in (one, two))
    ]
    lines = [f"{s.name}: {SIDES[s.base]} → {SIDES[s.revised]}" for s in comparison.changed_sides]
    lines += [f"only in the {name}: {', '.join(voters)}" for name, voters in voters_of_one_side(comparison)]
    return _Vote([tally(one), tally(two)], sides, lines)


def _voters(vote: Vote | None, side: str, changed: set[str]) -> list[tuple[str, bool]]:
    names = vote.names.get(side, ()) if vote is not None else ()
    return [(name, plain_style(name) in changed) for name in names]
