"""What became of a draft's proposals: last year's text, the draft that would change it, and what was
adopted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from resdiff.core.compare import Change, Comparison
from resdiff.core.compare.changes import ChangeKind
from resdiff.core.compare.reasons import Reason
from resdiff.core.model import Resolution

Outcome = Literal["kept", "softened", "strengthened", "changed", "dropped", "back", "new"]
"""What became of a proposal: 'back' where last year's wording stands again, 'new' for what no draft proposed.

'softened' and 'strengthened' where a verb that the draft proposed went down or up at adoption.
"""


class Concession(Struct, frozen=True, kw_only=True):
    """One proposal of a draft and its outcome."""

    proposal: ChangeKind | None
    """What the draft would have done with last year's text; None for what is new at adoption."""
    outcome: Outcome
    base: tuple[int, ...]
    """The places of its paragraphs in last year's text."""
    draft: tuple[int, ...]
    adopted: tuple[int, ...]
    at_adoption: ChangeKind | None = None
    """What adoption did where nobody had proposed it."""


_FORM: frozenset[Reason] = frozenset(
    ("punctuation", "capitals", "ordering", "numbering", "footnote", "typography")
)
"""Reasons for which no word of a paragraph is another one."""
OUTCOMES: tuple[Outcome, ...] = ("dropped", "back", "softened", "changed", "strengthened", "new", "kept")
"""The outcomes in the order in which a delegation asks for them: what was lost first."""


class DraftOutcome(Struct, frozen=True, kw_only=True):
    """What became of a draft."""

    concessions: tuple[Concession, ...]
    proposed: Comparison
    """Last year's text with the draft."""
    adopted: Comparison
    """The draft with what was adopted."""

    @property
    def texts(self) -> tuple[Resolution, Resolution, Resolution]:
        """Last year's text, the draft and the adopted one."""
        return self.proposed.base, self.proposed.revised, self.adopted.revised

    @property
    def tally(self) -> dict[Outcome, int]:
        """How many proposals have each outcome, in the order of OUTCOMES; those that none has are absent."""
        counts = Counter(concession.outcome for concession in self.concessions)
        return {outcome: counts[outcome] for outcome in OUTCOMES if counts[outcome]}

    def with_outcome(self, outcome: Outcome) -> list[Concession]:
        """The proposals that had an outcome, in the order of the draft."""
        return [concession for concession in self.concessions if concession.outcome == outcome]


def outcome_of(proposed: Comparison, adopted: Comparison, overall: Comparison) -> DraftOutcome:
    """What became of a draft, as `concessions` takes the three comparisons."""
    return DraftOutcome(
        concessions=concessions(proposed, adopted, overall), proposed=proposed, adopted=adopted
    )


def concessions(proposed: Comparison, adopted: Comparison, overall: Comparison) -> tuple[Concession, ...]:
    """The outcome of each proposal, in the order of the draft, then what is new.

    `proposed` compares last year's text with the draft, `adopted` the draft with what was adopted, `overall`
    last year's text with that.
    """
    after = {i: change for change in adopted.changes for i in change.base}
    since = {i: change for change in overall.changes for i in change.base}
    rows = [
        _of(change, proposed, after, since, overall)
        for change in proposed.changes
        if not _is_same_wording(change)
    ]
    return (*rows, *_new(proposed, adopted, overall))


def _is_same_wording(change: Change) -> bool:
    """Whether a paragraph stands in both texts with the same words; commas and capitals may differ."""
    return change.kind == "unchanged" or (change.kind == "edited" and _FORM.issuperset(change.reasons))


def _of(
    change: Change,
    proposed: Comparison,
    after: dict[int, Change],
    since: dict[int, Change],
    overall: Comparison,
) -> Concession:
    if change.kind == "dropped":
        later = since[change.base[0]]
        return Concession(
            proposal="dropped",
            outcome="back" if later.revised else "kept",
            base=change.base,
            draft=(),
            adopted=later.revised,
        )
    fates = [after[j] for j in change.revised]
    adopted = tuple(dict.fromkeys(k for fate in fates for k in fate.revised))
    since_last_year = {id(since[i]): since[i] for i in change.base}.values()
    if not adopted:
        outcome: Outcome = "dropped"
    elif all(_is_same_wording(fate) for fate in fates):
        outcome = "kept"
    elif proposed.base_reading(change) == overall.revised.reading(adopted) or (
        change.base and all(_is_same_wording(later) for later in since_last_year)
    ):
        outcome = "back"
    else:
        is_of_verbs = change.kind == "added" or bool(change.verb_changes)
        shifts = {shift.shift for fate in fates for shift in fate.verbs} if is_of_verbs else set()
        outcome = (
            "softened" if "weakened" in shifts else "strengthened" if "strengthened" in shifts else "changed"
        )
    return Concession(
        proposal=change.kind, outcome=outcome, base=change.base, draft=change.revised, adopted=adopted
    )


def _new(proposed: Comparison, adopted: Comparison, overall: Comparison) -> Iterator[Concession]:
    """What adoption did beyond the proposals: what it added, and what it did with paragraphs that the draft
    left as they were.
    """
    linked = {k for change in overall.changes if change.base for k in change.revised}
    left = {change.revised[0]: change.base[0] for change in proposed.changes if _is_same_wording(change)}
    for change in adopted.changes:
        if change.kind == "added" and change.revised[0] not in linked:
            yield Concession(
                proposal=None, outcome="new", base=(), draft=(), adopted=change.revised, at_adoption="added"
            )
        elif change.kind != "added" and not _is_same_wording(change) and all(j in left for j in change.base):
            yield Concession(
                proposal=None,
                outcome="new",
                base=tuple(left[j] for j in change.base),
                draft=change.base,
                adopted=change.revised,
                at_adoption=change.kind,
            )
