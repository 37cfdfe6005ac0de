"""What is known of a text as a whole: the masthead above it and the record of adoption below it, read
together.
"""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from resdiff.core.dates import DATE, iso_date
from resdiff.core.model import Masthead, Matter, MatterKind, Vote
from resdiff.core.parse.facts.masthead import MastheadReading, read_masthead
from resdiff.core.parse.facts.vote import read_vote
from resdiff.core.parse.layout.blocks import Block
from resdiff.core.parse.layout.furniture import RULE


def read_facts(
    blocks: list[Block], organ: str | None, record: list[str]
) -> tuple[Masthead, list[Matter], Vote | None]:
    """The facts, the matter of the blocks above the text, and the vote.

    `organ` is the organ named on its line, `record` the texts of the record of adoption.
    """
    head = read_masthead(blocks, organ)
    matter = _matter(blocks, head.kinds)
    vote = read_vote(" ".join([*(m.text for m in matter if m.kind == "vote"), *record]))
    return _adopted(head, record), matter, vote


def _adopted(head: MastheadReading, record: list[str]) -> Masthead:
    """The facts with what the record of adoption adds: that the text is adopted and, where the masthead does
    not tell, when.
    """
    if not record:
        return head.facts
    match = DATE.search(" ".join(record))
    date = iso_date(match) if match is not None and not head.tells_adoption else head.facts.date
    return replace(head.facts, stage="adopted", date=date)


def _matter(blocks: list[Block], kinds: dict[int, MatterKind]) -> list[Matter]:
    matter = []
    for k, block in enumerate(blocks):
        kind: MatterKind = kinds.get(k, "masthead")
        if RULE.fullmatch(block.text) is not None:
            kind = "furniture"
        elif block.kind in ("footnote", "comment"):
            kind = cast(MatterKind, block.kind)
        matter.append(Matter(kind=kind, line=block.line, text=block.text, source=tuple(block.spans)))
    return matter
