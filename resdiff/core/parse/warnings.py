"""What is doubtful in a parsed text, told as warnings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from resdiff.core.genres import un
from resdiff.core.model import Matter, Negotiation, Paragraph, Stage, Vote
from resdiff.core.wording import counted

_NUMBER = re.compile(r"\d+")
_LONG_RECORD = 3_000


def provisional_labels(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The labels that are not settled: those with bis, ter or alt."""
    return tuple(
        p.label for p in paragraphs if p.label and any(word in p.label.lower() for word in un.INSERTED_WORDS)
    )


def language_warnings(language: str, has_lexicon: bool) -> tuple[str, ...]:
    """What is missing in a text whose language has no lexicon, or was not recognized."""
    if has_lexicon:
        return ()
    if language == "und":
        return ("the language was not recognized: verbs are not marked",)
    return (f"there is no lexicon for the language '{language}': verbs are not marked",)


def find_warnings(
    paragraphs: list[Paragraph],
    matter: list[Matter],
    vote: Vote | None,
    negotiation: Negotiation,
    stage: Stage | None,
) -> list[str]:
    """The doubts about a text: a vote that does not add up, brackets, numbers that are skipped, a long record
    of adoption.
    """
    messages = _above(paragraphs)
    record = sum(len(m.text) for m in matter if m.kind == "adoption")
    if record > _LONG_RECORD:
        messages.append(
            f"the record of adoption holds {record:,} characters: it may hold text that was not recognized"
        )
    if vote is not None and vote.consistent is False:
        names = ", ".join(
            f"{len(vote.names.get(side, ()))}" for side in ("in_favour", "against", "abstaining")
        )
        messages.append(
            f"the vote is stated as {vote.in_favour}, {vote.against}, {vote.abstaining} but the names count"
            f" {names}"
        )
    if stage != "adopted" and (negotiation.brackets or negotiation.attributions or negotiation.provisional):
        counts = {
            "bracketed passage": negotiation.brackets,
            "attribution": len(negotiation.attributions),
            "provisional label": len(negotiation.provisional),
        }
        counted_marks = [counted(count, what) for what, count in counts.items() if count]
        messages.append(f"a negotiating text: {', '.join(counted_marks)}")
    if negotiation.unbalanced:
        is_plural = negotiation.unbalanced > 1
        messages.append(
            f"{negotiation.unbalanced} square bracket{'s have' if is_plural else ' has'} no partner"
        )
    return messages + _gaps(paragraphs)


def _above(paragraphs: list[Paragraph]) -> list[str]:
    """The prose above a resolution that was not recognized as part of it."""
    names = [p.id for p in paragraphs if p.part == "body"]
    if not names or all(p.part in ("body", "heading") for p in paragraphs):
        return []
    what = counted(len(names), "block")
    if len(names) == 1:
        return [f"{what} above the text was not recognized and is kept as {names[0]}"]
    return [f"{what} above the text were not recognized and are kept as {names[0]} to {names[-1]}"]


def _gaps(paragraphs: list[Paragraph]) -> list[str]:
    """Numbers that the operative paragraphs, or those of an annex, skip: a paragraph may not have been
    recognized.
    """
    gaps = []
    part, last = "", 0
    for paragraph in paragraphs:
        match = _NUMBER.search(paragraph.label) if paragraph.label is not None else None
        if match is None or paragraph.part not in ("operative", "annex") or paragraph.level != 1:
            continue
        number = int(match[0])
        if paragraph.part != part:
            part, last = paragraph.part, 0
        if last and number > last + 1:
            gaps.append(f"the numbering goes from {last} to {number} at line {paragraph.line}")
        last = number
    return gaps
