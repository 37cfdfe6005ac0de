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
from resdiff.core.history.beside_paragraphs import BesideChange, beside_changes
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
_LEAST_CARRIED = 0.6
"""Share of the words of a dropped paragraph that stand elsewhere from which on it is not lost."""
OUTCOMES: tuple[Outcome, ...] = ("dropped", "back", "softened", "changed", "strengthened", "new", "kept")
"""The outcomes in the order in which a delegation asks for them: what was lost first."""


class DraftOutcome(Struct, frozen=True, kw_only=True):
    """What became of a draft."""

    concessions: tuple[Concession, ...]
    proposed: Comparison
    """Last year's text with the draft."""
    adopted: Comparison
    """The draft with what was adopted."""
    is_selection: bool = False
    """Whether it holds the proposals of one author alone."""

    @property
    def texts(self) -> tuple[Resolution, Resolution, Resolution]:
        """Last year's text, the draft and the adopted one."""
        return self.proposed.base, self.proposed.revised, self.adopted.revised

    @property
    def tally(self) -> dict[Outcome, int]:
        """How many proposals have each outcome, in the order of OUTCOMES; those that none has are absent."""
        counts = Counter(concession.outcome for concession in self.concessions)
        return {outcome: counts[outcome] for outcome in OUTCOMES if counts[outcome]}

    @property
    def is_as_proposed(self) -> bool:
        """Whether nothing is known to be other than the draft proposed."""
        beside = {change.outcome for change in self.beside()}
        return not (self.tally.keys() | beside) - {"kept", "not known"}

    def beside(self) -> tuple[BesideChange, ...]:
        """What became of title, footnotes and moves; beside the proposals of one author, what nobody proposed
        is left out.
        """
        changes = beside_changes(self.proposed, self.adopted)
        return tuple(one for one in changes if not (self.is_selection and one.outcome == "new"))

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
    follower = _Follower(proposed, adopted, overall)
    rows = [follower.outcome_of(change) for change in proposed.changes if not _is_same_wording(change)]
    covered = {k for row in rows for k in row.adopted}
    return (*rows, *_new(proposed, adopted, covered))


def _is_same_wording(change: Change) -> bool:
    """Whether paragraphs stand in both texts with the same words; commas and capitals may differ, and where
    one paragraph ends.
    """
    if change.kind in ("added", "dropped"):
        return False
    return change.kind == "unchanged" or _FORM.issuperset(
        change.reasons or ("substantive",) * bool(change.edits)
    )


class _Follower:
    """Follows proposals from the draft to what was adopted."""

    def __init__(self, proposed: Comparison, adopted: Comparison, overall: Comparison) -> None:
        self._proposed, self._adopted, self._overall = proposed, adopted, overall
        self._after = {i: change for change in adopted.changes for i in change.base}
        self._before = {k: change for change in adopted.changes for k in change.revised}
        self._since = {i: change for change in overall.changes for i in change.base}

    def outcome_of(self, change: Change) -> Concession:
        """What became of a proposal."""
        if change.kind == "dropped":
            return self._of_drop(change)
        fates = list({id(self._after[j]): self._after[j] for j in change.revised}.values())
        adopted = tuple(dict.fromkeys(k for fate in fates for k in fate.revised))
        if not adopted:
            stands = _stands_elsewhere(fates[0], self._adopted.base) and len(fates) == 1
            outcome: Outcome = "changed" if stands else "dropped"
        elif all(_is_same_wording(fate) for fate in fates):
            outcome = "kept"
        elif self._is_back(change, adopted):
            outcome = "back"
        else:
            outcome = _shift_of(change, fates)
        return Concession(
            proposal=change.kind, outcome=outcome, base=change.base, draft=change.revised, adopted=adopted
        )

    def _of_drop(self, change: Change) -> Concession:
        """What became of a paragraph that the draft would drop: it is back where adoption put it in again,
        and changed where it did so with other words.
        """
        later = self._since[change.base[0]]
        from_draft = all(self._before[k].base for k in later.revised)
        outcome: Outcome = "back" if _is_same_wording(later) else "kept" if from_draft else "changed"
        return Concession(
            proposal="dropped",
            outcome=outcome,
            base=change.base,
            draft=(),
            adopted=() if outcome == "kept" else later.revised,
        )

    def _is_back(self, change: Change, adopted: tuple[int, ...]) -> bool:
        """Whether last year's words stand again where the draft proposed others, and nothing beside them."""
        if self._proposed.base_reading(change) == self._overall.revised.reading(adopted):
            return True
        since = {id(self._since[i]): self._since[i] for i in change.base}.values()
        return (
            bool(since)
            and all(_is_same_wording(later) for later in since)
            and set(adopted) == {k for later in since for k in later.revised}
        )


def _shift_of(change: Change, fates: list[Change]) -> Outcome:
    """Whether a verb that the draft proposed went down or up at adoption."""
    is_of_verbs = change.kind == "added" or bool(change.verb_changes)
    shifts = {shift.shift for fate in fates for shift in fate.verbs} if is_of_verbs else set()
    return "softened" if "weakened" in shifts else "strengthened" if "strengthened" in shifts else "changed"


def _stands_elsewhere(change: Change, text: Resolution) -> bool:
    """Whether most words of a dropped paragraph stand in other paragraphs."""
    words = len(text.reading(change.base).split())
    carried = sum(len(run.text.split()) for run in change.carried if run.to is not None)
    return words > 0 and carried >= _LEAST_CARRIED * words


def _new(proposed: Comparison, adopted: Comparison, covered: set[int]) -> Iterator[Concession]:
    """What adoption did beyond the proposals: what it added, and what it did with paragraphs that the draft
    left as they were; `covered` are the places of what became of proposals.
    """
    left = {change.revised[0]: change.base[0] for change in proposed.changes if _is_same_wording(change)}
    for change in adopted.changes:
        if change.kind == "added" and change.revised[0] not in covered:
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
