"""A comparison as plain rows, for a data frame or CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from resdiff.core.compare.changes import Change, ChangeRow, MatterChange, SideChange
from resdiff.core.compare.signals import Signal
from resdiff.core.model import Resolution
from resdiff.core.verbs import VerbShift

CHANGE_COLUMNS = (
    "kind",
    "moved",
    "renumbered",
    "by_hand",
    "base",
    "revised",
    "base_label",
    "revised_label",
    "similarity",
    "confidence",
    "reasons",
    "verbs_added",
    "verbs_dropped",
    "verbs_replaced",
    "hedges",
    "signals",
    "base_text",
    "revised_text",
)
"""The columns of a row, in order."""
_EMPTY: ChangeRow = dict.fromkeys(CHANGE_COLUMNS, "") | {
    "moved": False,
    "renumbered": False,
    "by_hand": False,
    "similarity": None,
    "confidence": None,
}


def change_rows(
    base: Resolution,
    revised: Resolution,
    changes: Iterable[Change],
    signals: Iterable[Sequence[Signal]],
) -> Iterator[ChangeRow]:
    """The changes, each with its signals, as rows of plain values under CHANGE_COLUMNS.

    Several ids are parted by blanks, several of anything else by '; '.
    """
    for change, its_signals in zip(changes, signals, strict=True):
        left = [base.paragraphs[place] for place in change.base]
        right = [revised.paragraphs[place] for place in change.revised]
        values = (
            change.kind,
            change.moved,
            change.renumbered,
            change.by_hand,
            " ".join(p.id for p in left),
            " ".join(p.id for p in right),
            _joined(p.label for p in left),
            _joined(p.label for p in right),
            change.similarity,
            change.confidence,
            _joined(change.reasons),
            *_verbs(change.verbs),
            _joined(f"{h.phrase}: {h.change}" for h in change.hedges),
            _joined(f"{s.kind}: {s.base or ''} > {s.revised or ''}" for s in its_signals),
            " ".join(p.text for p in left),
            " ".join(p.text for p in right),
        )
        yield dict(zip(CHANGE_COLUMNS, values, strict=True))


def _verbs(shifts: Sequence[VerbShift]) -> tuple[str, str, str]:
    """The verbs that were added, dropped and replaced."""
    return (
        _joined(s.revised.phrase for s in shifts if s.change == "added" and s.revised),
        _joined(s.base.phrase for s in shifts if s.change == "dropped" and s.base),
        _joined(
            f"{s.base.phrase} > {s.revised.phrase}: {s.shift}"
            for s in shifts
            if s.base and s.revised and s.shift
        ),
    )


def matter_rows(changes: Iterable[MatterChange], sides: Iterable[SideChange]) -> Iterator[ChangeRow]:
    """The changes of title, sponsors and footnotes, and who changed sides in the vote, as rows under the same
    columns.
    """
    for change in changes:
        place = change.paragraph or ""
        yield {
            **_EMPTY,
            "kind": change.kind,
            "revised": place,
            "base_text": change.base or "",
            "revised_text": change.revised or "",
        }
    for side in sides:
        yield {
            **_EMPTY,
            "kind": "vote",
            "base_text": f"{side.name}: {side.base}",
            "revised_text": f"{side.name}: {side.revised}",
        }


def _joined(values: Iterable[str | None]) -> str:
    return "; ".join(value for value in values if value)
