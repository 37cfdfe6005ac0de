"""Facts that a document states in its metadata, given to the text parsed from it."""

from __future__ import annotations

from msgspec.structs import replace

from resdiff.core.model import Masthead, Resolution, StatedFacts

_LEAST_WORDS = 2
"""Words that a title has beside the number at least."""


def with_stated(text: Resolution, facts: StatedFacts) -> Resolution:
    """The text with what its document states: a date of adoption goes before one read from the text, a title
    where the text has none but its number, a vote where its own has no names.
    """
    head = text.masthead
    if facts.date is not None:
        head = replace(head, date=facts.date, stage="adopted")
    if facts.title is not None and _is_bare(head):
        head = replace(head, title=facts.title)
    if head.symbol is None and facts.symbol is not None:
        head = replace(head, symbol=facts.symbol)
    vote = text.vote if text.vote is not None and text.vote.names else facts.vote or text.vote
    return replace(text, masthead=head, vote=vote)


def _is_bare(head: Masthead) -> bool:
    """Whether a text has no title but 'Resolution' and its number."""
    rest = (head.title or "").replace(head.number or "", "").split()
    return head.title is None or (head.number is not None and len(rest) < _LEAST_WORDS)
