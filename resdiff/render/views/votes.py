"""Votes in words."""

from __future__ import annotations

from resdiff.core.model import Vote

SIDES = {"in_favour": "in favour", "against": "against", "abstaining": "abstaining"}


def tally(vote: Vote | None) -> str:
    """A vote in short: '23-16-8', 'without a vote', '-' for none."""
    if vote is None:
        return "-"
    if vote.in_favour is None:
        return {"unanimous": "unanimously"}.get(vote.manner, vote.manner)
    return "-".join(str(n if n is not None else "?") for n in (vote.in_favour, vote.against, vote.abstaining))
