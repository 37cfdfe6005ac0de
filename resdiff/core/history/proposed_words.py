"""What became of the words that each delegation proposed in the tracked changes of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from resdiff.core.compare.proposals import proposals_of
from resdiff.core.history.concessions import Concession, DraftOutcome
from resdiff.core.tokens import matching_words


class ProposedWords(Struct, frozen=True, kw_only=True):
    """Words that somebody would put in or take out, and whether the adopted text does as proposed."""

    kind: Literal["insert", "delete"]
    by: str
    at: str | None
    text: str
    is_adopted: bool


def proposed_words(concession: Concession, outcome: DraftOutcome) -> Iterator[ProposedWords]:
    """The words that were proposed in the paragraphs of a concession, with what became of them.

    Words that were put in are adopted where the adopted paragraphs have them in a row; those that were taken
    out where these have them no more.
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
    adopted = _words(outcome.texts[2].reading(concession.adopted) if concession.adopted else "")
    for proposal in proposals_of(change, outcome.proposed):
        stands = _words(proposal.text) in adopted
        yield ProposedWords(
            kind=proposal.kind,
            by=proposal.by,
            at=proposal.at,
            text=proposal.text,
            is_adopted=stands == (proposal.kind == "insert"),
        )


def _words(text: str) -> str:
    return f" {' '.join(matching_words(text))} "
