"""What became of what a draft would have changed beside the words of paragraphs: its title, its footnotes,
and paragraphs that it put elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from resdiff.core.compare import Comparison
from resdiff.core.compare.changes import MatterChange
from resdiff.core.compare.matter import counterparts
from resdiff.core.worddiff import Edit, WordDiff, shown_edits

BesideKind = Literal["title", "footnote", "move"]
BesideOutcome = Literal["dropped", "back", "changed", "new", "kept", "not known"]
"""What became of it: 'not known' of a footnote where the adopted text has none at all, 'new' for what no
draft proposed.
"""
BESIDE_OUTCOMES: tuple[BesideOutcome, ...] = ("dropped", "back", "changed", "new", "kept", "not known")
"""The outcomes, what was lost first."""


class BesideChange(Struct, frozen=True, kw_only=True):
    """One such change and its outcome."""

    kind: BesideKind
    outcome: BesideOutcome
    ids: tuple[str, str, str] = ("", "", "")
    """The paragraph that moved, or that has the footnote, in last year's text, the draft and the adopted one;
    '' where it stands in none.
    """
    wordings: tuple[str | None, str | None, str | None] = (None, None, None)
    """Of a title or footnote the words in the three texts; None where a text has none."""

    def edits(self) -> tuple[Edit, ...]:
        """The words that adoption changed, else those that the draft proposed; of a move none."""
        last_year, draft, adopted = (wording or "" for wording in self.wordings)
        is_as_proposed = self.outcome in ("kept", "not known")
        pair = (last_year, draft) if is_as_proposed else (draft, adopted)
        return shown_edits(WordDiff().edits(*pair)[0]) if any(pair) else ()


def beside_changes(proposed: Comparison, adopted: Comparison) -> tuple[BesideChange, ...]:
    """The outcome of each change beside the words of paragraphs, what was lost first.

    `proposed` compares last year's text with the draft, `adopted` the draft with what was adopted.
    """
    changes = [*_of_matter(proposed, adopted), *_of_moves(proposed, adopted)]
    return tuple(sorted(changes, key=lambda change: BESIDE_OUTCOMES.index(change.outcome)))


def _matter(comparison: Comparison) -> list[MatterChange]:
    return [one for one in comparison.counted_matter_changes if one.kind in ("title", "footnote")]


def _of_matter(proposed: Comparison, adopted: Comparison) -> Iterator[BesideChange]:
    """What became of titles and footnotes that the draft changed; then what adoption changed besides."""
    last_year, draft, after = proposed.base, proposed.revised, adopted.revised
    of_draft = {new: old for old, new in counterparts(last_year, draft, proposed.changes).items()}
    of_adopted = counterparts(draft, after, adopted.changes)
    has_notes = any(matter.kind == "footnote" for matter in after.matter)
    later = _matter(adopted)
    for change in _matter(proposed):
        at = change.paragraph or ""
        later_at = of_adopted.get(at, at)
        fate = next((one for one in later if _is_of(one, change, (at, later_at))), None)
        if fate is not None:
            later.remove(fate)
        stands = fate.revised if fate is not None else change.revised
        yield BesideChange(
            kind=_kind_of(change),
            outcome=_outcome(change, stands, has_notes or change.kind == "title"),
            ids=(of_draft.get(at, ""), at, later_at),
            wordings=(change.base, change.revised, stands),
        )
    to_draft = {new: old for old, new in of_adopted.items()}
    for change in later:
        at = change.paragraph or ""
        yield BesideChange(
            kind=_kind_of(change),
            outcome="new" if has_notes or change.kind == "title" else "not known",
            ids=("", to_draft.get(at, at) if change.base is not None else "", at if change.revised else ""),
            wordings=(change.base, change.base, change.revised),
        )


def _kind_of(change: MatterChange) -> BesideKind:
    return "title" if change.kind == "title" else "footnote"


def _is_of(later: MatterChange, change: MatterChange, places: Sequence[str]) -> bool:
    """Whether adoption changed what the draft proposed; a footnote that went is named by the draft's id."""
    is_there = later.kind == "title" or (later.paragraph or "") in places
    return later.kind == change.kind and is_there and later.base == change.revised


def _outcome(change: MatterChange, stands: str | None, is_known: bool) -> BesideOutcome:
    if stands == change.revised:
        return "kept" if is_known else "not known"
    if change.base is None:
        return "dropped" if stands is None else "changed"
    return "back" if stands == change.base else "changed"


def _of_moves(proposed: Comparison, adopted: Comparison) -> Iterator[BesideChange]:
    """What became of paragraphs that the draft put elsewhere; then what adoption put elsewhere besides."""
    after = {place: change for change in adopted.changes for place in change.base}
    moved = set[int]()
    for move in (change for change in proposed.changes if change.moved and change.revised):
        fates = {id(after[place]): after[place] for place in move.revised}.values()
        moved |= set(map(id, fates))
        places = [place for fate in fates for place in fate.revised]
        outcome: BesideOutcome = "back" if any(fate.moved for fate in fates) else "kept"
        yield BesideChange(
            kind="move",
            outcome=outcome if places else "dropped",
            ids=_ids(proposed, adopted, (move.base, move.revised, places)),
        )
    for change in adopted.changes:
        if change.moved and change.revised and id(change) not in moved:
            yield BesideChange(
                kind="move", outcome="new", ids=_ids(proposed, adopted, ((), change.base, change.revised))
            )


def _ids(
    proposed: Comparison, adopted: Comparison, places: tuple[Sequence[int], Sequence[int], Sequence[int]]
) -> tuple[str, str, str]:
    """The ids of the first of some paragraphs of each text; '' where there is none."""
    texts = (proposed.base, proposed.revised, adopted.revised)
    one, two, three = (
        text.paragraphs[its[0]].id if its else "" for text, its in zip(texts, places, strict=True)
    )
    return one, two, three
