"""What goes and comes at one place of a reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resdiff.core.worddiff import Edit


class Hunk(NamedTuple):
    """The words that go and come at one place, and the text that stays around them."""

    gone: str
    come: str
    before: str
    """Empty at the start of the reading."""
    after: str
    """Empty at its end."""


def hunks_of(edits: Sequence[Edit]) -> Iterator[Hunk]:
    """The places at which words go or come, in order."""
    k = 0
    while k < len(edits):
        if edits[k].kind == "equal":
            k += 1
            continue
        first = k
        while k < len(edits) and edits[k].kind != "equal":
            k += 1
        gone, come = (
            "".join(e.text for e in edits[first:k] if e.kind == kind) for kind in ("delete", "insert")
        )
        yield Hunk(
            gone, come, edits[first - 1].text if first else "", edits[k].text if k < len(edits) else ""
        )
