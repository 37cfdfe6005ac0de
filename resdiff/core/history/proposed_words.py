"""What became of the words that each delegation proposed in the tracked changes of a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from resdiff.core.compare.proposals import proposals_of
from resdiff.core.history.concessions import Concession, DraftOutcome
from resdiff.core.tokens import matching_words

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

    Words that were put in are adopted where the adopted paragraphs have them in a row; those that were taken
    out where these have them no more. Of a paragraph that the adopted text has not, nothing is adopted.
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
    adopted = _words(words)
    is_lost = bool(concession.draft) and not concession.adopted
    for proposal in proposals_of(change, outcome.proposed):
        stands = _words(proposal.text) in adopted
        yield ProposedWords(
            kind=proposal.kind,
            by=proposal.by,
            at=proposal.at,
            text=proposal.text,
            is_adopted=stands == (proposal.kind == "insert") and not is_lost,
            is_adopted_in_part=proposal.kind == "insert"
            and not stands
            and _stands_in_part(proposal.text, words),
        )


def _stands_in_part(proposed: str, adopted: str) -> bool:
    """Whether most of some words stand in a text."""
    sought, there = Counter(matching_words(proposed)), Counter(matching_words(adopted))
    total = sum(sought.values())
    return total >= _LEAST_WORDS and sum((sought & there).values()) >= _MOST_OF_THEM * total


def _words(text: str) -> str:
    return f" {' '.join(matching_words(text))} "
