"""What is doubtful in a parsed text, told as warnings."""

from __future__ import annotations

from collections.abc import Iterable

from resdiff.core.model import Matter, Negotiation, Paragraph, Stage, Vote
from resdiff.core.patterns import lazy
from resdiff.core.wording import counted

_NUMBER = lazy(r"\d+")
_LONG_RECORD = 3_000
_PROVISIONAL = ("bis", "ter", "alt", "quin", "sex", "sept", "oct")


def provisional_labels(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The labels that are not settled: those with bis, ter or alt."""
    return tuple(
        p.label for p in paragraphs if p.label and any(word in p.label.lower() for word in _PROVISIONAL)
    )


def find_doubts(
    paragraphs: list[Paragraph],
    matter: list[Matter],
    vote: Vote | None,
    negotiation: Negotiation,
    stage: Stage | None,
) -> list[str]:
    """The doubts about a text: a vote that does not add up, brackets, numbers that are skipped, a long record
    of adoption.
    """
    found = []
    record = sum(len(m.text) for m in matter if m.kind == "adoption")
    if record > _LONG_RECORD:
        found.append(
            f"the record of adoption holds {record:,} characters: it may hold text that was not recognized"
        )
    if vote is not None and vote.consistent is False:
        names = ", ".join(
            f"{len(vote.names.get(side, ()))}" for side in ("in_favour", "against", "abstaining")
        )
        found.append(
            f"the vote is stated as {vote.in_favour}, {vote.against}, {vote.abstaining} but the names count"
            f" {names}"
        )
    if stage != "adopted" and (negotiation.brackets or negotiation.attributions or negotiation.provisional):
        counts = {
            "bracketed passage": negotiation.brackets,
            "attribution": len(negotiation.attributions),
            "provisional label": len(negotiation.provisional),
        }
        told = [counted(count, what) for what, count in counts.items() if count]
        found.append(f"a negotiating text: {', '.join(told)}")
    if negotiation.unbalanced:
        several = negotiation.unbalanced > 1
        found.append(f"{negotiation.unbalanced} square bracket{'s have' if several else ' has'} no partner")
    return found + _gaps(paragraphs)


def _gaps(paragraphs: list[Paragraph]) -> list[str]:
    """Numbers that the operative paragraphs, or those of an annex, skip: a paragraph may not have been
    recognized.
    """
    found = []
    part, last = "", 0
    for paragraph in paragraphs:
        met = _NUMBER.search(paragraph.label) if paragraph.label is not None else None
        if met is None or paragraph.part not in ("operative", "annex") or paragraph.level != 1:
            continue
        number = int(met[0])
        if paragraph.part != part:
            part, last = paragraph.part, 0
        if last and number > last + 1:
            found.append(f"the numbering goes from {last} to {number} at line {paragraph.line}")
        last = number
    return found
