"""Who proposed a change: the authors of the tracked changes from which a text was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from resdiff.core.compare import Change, Comparison
from resdiff.core.errors import UsageError
from resdiff.core.model import Resolution, TrackedWords
from resdiff.core.wording import counted


class Proposal(Struct, frozen=True, kw_only=True):
    """Words that somebody put in or took out."""

    kind: Literal["insert", "delete"]
    by: str
    at: str | None
    """When, as the document has it: 2031-03-07T10:00:00Z."""
    text: str
    paragraph: str
    """The id of the paragraph in which the words stand: of the base text where they were taken out."""
    start: int
    end: int
    """Their characters [start, end) there."""


def proposals_of(change: Change, comparison: Comparison) -> tuple[Proposal, ...]:
    """What was proposed in the paragraphs of a change: what was taken out of the base text, then what was put
    into the revised one.
    """
    return (
        *_of(comparison.base, change.base, is_deleted=True),
        *_of(comparison.revised, change.revised, is_deleted=False),
    )


def _of(text: Resolution, places: Sequence[int], is_deleted: bool) -> Iterator[Proposal]:
    if not text.tracked:
        return
    readings = {text.paragraphs[place].id: text.paragraphs[place].text for place in places}
    for words in text.tracked:
        if words.paragraph in readings and words.is_deleted == is_deleted:
            yield Proposal(
                kind="delete" if is_deleted else "insert",
                by=words.author,
                at=words.at,
                text=readings[words.paragraph][words.start : words.end],
                paragraph=words.paragraph,
                start=words.start,
                end=words.end,
            )


def is_proposed_by(name: str, change: Change, comparison: Comparison) -> bool:
    """Whether somebody whose name contains `name` proposed words of a change; capitals do not count."""
    return _has_name(name, (proposal.by for proposal in proposals_of(change, comparison)))


def proposed_by(name: str, comparison: Comparison) -> Comparison:
    """The same with only those changes in which somebody of that name proposed words, also of title and
    footnotes; of what others proposed in them no more is said.

    Raises UsageError where nobody did.
    """
    changes = tuple(change for change in comparison.changes if is_proposed_by(name, change, comparison))
    matter = tuple(
        replace(change, by=tuple(author for author in change.by if _has_name(name, (author,))))
        for change in comparison.matter_changes
        if _has_name(name, change.by)
    )
    if not changes and not matter:
        names = authors_of(comparison)
        said = (
            f"its changes are by {', '.join(names)}"
            if names
            else "no paragraph of the second text has tracked changes with names"
        )
        is_known = _has_name(name, names)
        none = "none of these changes" if is_known else "no change"
        raise UsageError(f"'{name}' proposed {none}", said)
    base, revised = (
        replace(text, tracked=tuple(w for w in text.tracked if _has_name(name, (w.author,))))
        for text in (comparison.base, comparison.revised)
    )
    return replace(
        comparison, base=base, revised=revised, changes=changes, matter_changes=matter, is_selection=True
    )


def authors_of(comparison: Comparison) -> list[str]:
    """The authors of what was proposed, in order of their names."""
    beside = (author for change in comparison.matter_changes for author in change.by)
    return sorted({*(words.author for words in _tracked(comparison)), *beside})


def _has_name(name: str, authors: Iterable[str]) -> bool:
    """Whether one of some authors has a name; capitals do not count."""
    return any(name.casefold() in author.casefold() for author in authors)


def _tracked(comparison: Comparison) -> Iterator[TrackedWords]:
    yield from (words for words in comparison.base.tracked if words.is_deleted)
    yield from (words for words in comparison.revised.tracked if not words.is_deleted)


def authors_line(comparison: Comparison) -> str:
    """Who proposed how many of the changes: 'proposed by Ada Moor (3 changes), Ben Fen (1 change)'; '' where
    nobody is named.
    """
    counts: dict[str, int] = {}
    for change in comparison.changes:
        for name in dict.fromkeys(proposal.by for proposal in proposals_of(change, comparison)):
            counts[name] = counts.get(name, 0) + 1
    for name in (name for change in comparison.matter_changes for name in change.by):
        counts[name] = counts.get(name, 0) + 1
    named = (f"{name} ({counted(count, 'change')})" for name, count in counts.items())
    return f"proposed by {', '.join(named)}" if counts else ""
