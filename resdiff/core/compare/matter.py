"""What changed outside the paragraphs: title, sponsors, footnotes, the vote."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from resdiff.core.compare.changes import Change, MatterChange, SideChange
from resdiff.core.compare.outside import (
    has_other_sponsors,
    has_other_title,
    is_one_document,
    line_changes,
    plain_line,
)
from resdiff.core.footnote import read_footnote
from resdiff.core.model import Matter, Resolution, Vote
from resdiff.core.tokens import plain_style
from resdiff.core.worddiff import EditKind

_Line = TypeVar("_Line", bound=Hashable)


def outside_changes(
    base: Resolution, revised: Resolution, linked: Iterable[Change]
) -> tuple[MatterChange, ...]:
    """What differs outside the paragraphs; `linked` are the changes of the paragraphs.

    Nothing is silent: a line that differs is a change or is listed as one that does not count.
    """
    changes = tuple(linked)
    return (
        *_facts(base, revised),
        *_footnotes(base, revised, counterparts(base, revised, changes)),
        *_marks(base, revised, changes),
        *line_changes(base, revised),
    )


def _marks(base: Resolution, revised: Resolution, linked: Iterable[Change]) -> Iterator[MatterChange]:
    """The marks of footnotes that are others in the counterpart of a paragraph: they move with the text."""
    for change in linked:
        if "footnote" in change.reasons and change.base and change.revised:
            old, new = (
                " ".join(mark for place in places for mark in text.paragraphs[place].marks)
                for text, places in ((base, change.base), (revised, change.revised))
            )
            paragraph = revised.paragraphs[change.revised[0]].id
            yield MatterChange(
                kind="footnote", base=old or None, revised=new or None, paragraph=paragraph, counts=False
            )


def counterparts(base: Resolution, revised: Resolution, linked: Iterable[Change]) -> dict[str, str]:
    """The id of the revised paragraph for that of each base paragraph."""
    return {
        base.paragraphs[place].id: revised.paragraphs[change.revised[0]].id
        for change in linked
        if change.revised
        for place in change.base
    }


def _facts(base: Resolution, revised: Resolution) -> list[MatterChange]:
    """The changes of title and sponsors, where both texts have them."""
    changes: list[MatterChange] = []
    one, two = base.masthead, revised.masthead
    if has_other_title(base, revised):
        titles = ([m for m in text.matter if m.kind == "title"] for text in (base, revised))
        by = _proposers_of(*titles)
        changes.append(MatterChange(kind="title", base=one.title, revised=two.title, by=by))
    if has_other_sponsors(base, revised):
        changes.append(
            MatterChange(kind="sponsors", base=", ".join(one.sponsors), revised=", ".join(two.sponsors))
        )
    return changes


def lines_in_one_order(base: Sequence[_Line], revised: Sequence[_Line]) -> Iterator[tuple[EditKind, _Line]]:
    """Merges the lines of both texts: common lines once, deleted lines before the inserted lines that
    replace them.
    """
    for kind, a, b, c, d in SequenceMatcher(None, base, revised, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (("equal", line) for line in base[a:b])
        else:
            yield from (("delete", line) for line in base[a:b])
            yield from (("insert", line) for line in revised[c:d])


def changed_sides(base: Vote | None, revised: Vote | None) -> tuple[SideChange, ...]:
    """Who voted both times and otherwise, by name; none where a vote has no names."""
    if base is None or revised is None:
        return ()
    one, two = _sides(base), _sides(revised)
    return tuple(
        SideChange(name=name, base=one[name], revised=two[name])
        for name in sorted(one.keys() & two.keys())
        if one[name] != two[name]
    )


def only_in(vote: Vote | None, other: Vote | None) -> tuple[str, ...]:
    """The names that voted in one vote and not in the other, both with names.

    In a council with members by rota these are many.
    """
    if vote is None or other is None or not vote.names or not other.names:
        return ()
    return tuple(sorted(_sides(vote).keys() - _sides(other).keys()))


def is_same_vote(base: Vote | None, revised: Vote | None) -> bool:
    """Whether two votes are alike: in manner, tallies and names.

    Also true where one of the texts has no record of a vote.
    """
    if base is None or revised is None:
        return True
    tallies = [(v.manner, v.in_favour, v.against, v.abstaining) for v in (base, revised)]
    return (
        tallies[0] == tallies[1]
        and not changed_sides(base, revised)
        and not only_in(base, revised)
        and not only_in(revised, base)
    )


def _sides(vote: Vote) -> dict[str, str]:
    return {plain_style(name): side for side, names in vote.names.items() for name in names}


def _footnotes(base: Resolution, revised: Resolution, counterpart: Mapping[str, str]) -> list[MatterChange]:
    """Footnotes whose text changed, came or went; only where both sources hold texts of footnotes, or are one
    document.
    """
    left = [(m, _note(m)) for m in base.matter if m.kind == "footnote" and m.text]
    right = [(m, _note(m)) for m in revised.matter if m.kind == "footnote" and m.text]
    if not (left and right) and not is_one_document(base, revised):
        return []
    common = Counter(text for _, text in left) & Counter(text for _, text in right)
    remaining_left, remaining_right = _beyond(left, common), _beyond(right, common)
    by_paragraph: dict[str, list[tuple[Matter, str]]] = defaultdict(list)
    for note in remaining_right:
        by_paragraph[note[0].paragraph or ""].append(note)
    changes = []
    for matter, text in remaining_left:
        twins = by_paragraph.get(counterpart.get(matter.paragraph or "", "")) if matter.paragraph else None
        twin = twins.pop(0) if twins else None
        changes.append(
            MatterChange(
                kind="footnote",
                base=text,
                revised=twin[1] if twin else None,
                paragraph=(twin[0] if twin else matter).paragraph,
                by=_proposers_of([matter], [twin[0]] if twin else []),
            )
        )
    changes += [
        MatterChange(kind="footnote", base=None, revised=text, paragraph=m.paragraph, by=m.by)
        for notes in by_paragraph.values()
        for m, text in notes
    ]
    return changes


def _proposers_of(base: Sequence[Matter], revised: Sequence[Matter]) -> tuple[str, ...]:
    """Who would take words out of lines or notes of the base text, or put some into those of the revised."""
    names = [name for one in base for name in one.deleted_by] + [name for two in revised for name in two.by]
    return tuple(dict.fromkeys(names))


def _beyond(notes: list[tuple[Matter, str]], common: Counter[str]) -> list[tuple[Matter, str]]:
    """The notes that are not among the common ones, counted."""
    left = Counter(common)
    remaining = []
    for matter, text in notes:
        if left[text]:
            left[text] -= 1
        else:
            remaining.append((matter, text))
    return remaining


def _note(matter: Matter) -> str:
    return plain_line(read_footnote(matter.text).text)
