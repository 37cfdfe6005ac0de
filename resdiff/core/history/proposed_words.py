"""What became of the words that each delegation proposed in the tracked changes of a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from resdiff.core.compare.proposals import proposals_of, proposed_by
from resdiff.core.history.concessions import Concession, DraftOutcome, Outcome
from resdiff.core.tokens import matching_words
from resdiff.core.worddiff import WordDiff

_LEAST_WORDS, _MOST_OF_THEM = 5, 0.7
"""Words of a proposal of which a part may be adopted, and the share that must be."""


class ProposedWords(Struct, frozen=True, kw_only=True):
    """Words that somebody would put in or take out, and whether the adopted text does as proposed."""

    kind: Literal["insert", "delete"]
    by: str
    at: str | None
    text: str
    is_adopted: bool
    is_adopted_in_part: bool = False
    """Whether most of the words that were put in stand in the adopted text, though not all."""


def proposed_words(concession: Concession, outcome: DraftOutcome) -> Iterator[ProposedWords]:
    """The words that were proposed in the paragraphs of a concession, with what became of them.

    Words that were put in are adopted where they stand in their place in the adopted paragraphs, or in a row
    in another in which they did not stand before; those that were taken out where these have them no more in
    their place. Of a paragraph that the adopted text has not, nothing is adopted.
    """
    change = next(
        (
            one
            for one in outcome.proposed.changes
            if (one.base, one.revised) == (concession.base, concession.draft)
        ),
        None,
    )
    if change is None:
        return
    words = outcome.texts[2].reading(concession.adopted) if concession.adopted else ""
    before = outcome.texts[0].reading(concession.base) if concession.base else ""
    readings = [{one.id: one.text for one in text.paragraphs} for text in outcome.texts[:2]]
    is_lost = bool(concession.draft) and not concession.adopted
    for proposal in proposals_of(change, outcome.proposed):
        reading = readings[proposal.kind == "insert"][proposal.paragraph]
        stands = _stands_in_place(reading, proposal.start, proposal.end, words)
        if proposal.kind == "insert" and not stands:
            stands = _times(proposal.text, words) > _times(proposal.text, before)
        yield ProposedWords(
            kind=proposal.kind,
            by=proposal.by,
            at=proposal.at,
            text=proposal.text,
            is_adopted=stands == (proposal.kind == "insert") and not is_lost,
            is_adopted_in_part=proposal.kind == "insert"
            and not stands
            and _stands_in_part(proposal.text, words, before),
        )


def outcome_by(name: str, outcome: DraftOutcome) -> DraftOutcome:
    """What became of what somebody whose name contains `name` proposed: of their own words, whatever became
    of other words of the same paragraphs.

    Raises UsageError where nobody of that name proposed a change.
    """
    own_changes = proposed_by(name, outcome.proposed)
    changes = {(change.base, change.revised) for change in own_changes.changes}
    rows = (row for row in outcome.concessions if (row.base, row.draft) in changes)
    own = tuple(replace(row, outcome=_of_words(name, row, outcome)) for row in rows)
    return replace(outcome, concessions=own, proposed=own_changes, is_selection=True)


def _of_words(name: str, row: Concession, outcome: DraftOutcome) -> Outcome:
    """What became of the words of one author in a paragraph."""
    own = [words for words in proposed_words(row, outcome) if name.casefold() in words.by.casefold()]
    if all(words.is_adopted for words in own):
        return "kept"
    if any(words.is_adopted or words.is_adopted_in_part for words in own):
        return "changed" if row.outcome in ("kept", "back", "dropped") else row.outcome
    return row.outcome if row.outcome == "dropped" else "back"


def _stands_in_part(proposed: str, adopted: str, before: str) -> bool:
    """Whether most of some words stand in a text, and not only words that stood there before."""
    sought, there, known = (Counter(matching_words(text)) for text in (proposed, adopted, before))
    total, common = sum(sought.values()), sought & there
    return total >= _LEAST_WORDS and sum(common.values()) >= _MOST_OF_THEM * total and bool(common - known)


def _stands_in_place(reading: str, start: int, end: int, adopted: str) -> bool:
    """Whether the characters [start, end) of a reading stand where they did in the adopted text, and no word
    between them.
    """
    has_words = any(map(str.isalnum, reading[start:end]))
    place = 0
    for edit in WordDiff().edits(reading, adopted)[0]:
        if edit.kind == "insert":
            if start < place < end and any(map(str.isalnum, edit.text)):
                return False
            continue
        common = reading[max(place, start) : min(place + len(edit.text), end)]
        if edit.kind == "delete" and (any(map(str.isalnum, common)) if has_words else common.strip()):
            return False
        place += len(edit.text)
    return bool(adopted)


def _times(words: str, text: str) -> int:
    """How often some words stand in a row in a text."""
    return _words(text).count(_words(words)) if matching_words(words) else 0


def _words(text: str) -> str:
    return f" {' '.join(matching_words(text))} "
