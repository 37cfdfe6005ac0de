"""What of a comparison the copy of somebody's Word document does not show: it is read again and held against
both texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resdiff.core.compare import Comparison, MatterChange
from resdiff.core.model import Resolution
from resdiff.core.wording import counted
from resdiff.render.views.labels import heading
from resdiff.render.views.note_calls import note_calls
from resdiff.render.word.own_file import OwnFile
from resdiff.render.word.own_places import DocumentPlace
from resdiff.render.word.signs import w

_LINES = ("title", "sponsors", "organ", "masthead", "adoption")
_FACTS = ("masthead", "adoption")
_QUOTED = 50
_MOST_QUOTED = 2


def changed_lines(comparison: Comparison) -> list[MatterChange]:
    """The lines above and below the paragraphs that changed, in the order of the text."""
    changes = (*comparison.counted_matter_changes, *comparison.uncounted_matter_changes)
    return [change for change in changes if change.kind in _LINES]


def not_carried(
    comparison: Comparison,
    made: Resolution,
    places: Mapping[int, DocumentPlace],
    own: OwnFile,
    lines: Sequence[MatterChange],
) -> Iterator[str]:
    """What changed and stays as it is in the document.

    `made` is what it is read as, its changes accepted; `lines` are those that are marked in it.
    """
    yield from _lines_left(comparison, lines)
    yield from _notes_left(comparison, made)
    left = dict.fromkeys(map(id, own.rows_left))
    rows = [heading(c, comparison) for c in comparison.changes if id(c) in left]
    if rows:
        yield f"{counted(len(rows), 'row')} of tables ({', '.join(rows)})"
    yield from _comments_left(comparison, places)
    yield from _numbers_left(comparison, made)


def _lines_left(comparison: Comparison, marked: Sequence[MatterChange]) -> Iterator[str]:
    left = [change for change in changed_lines(comparison) if change not in marked]
    yield from dict.fromkeys(change.kind for change in left if change.kind not in _FACTS)
    facts = [change for change in left if change.kind in _FACTS]
    changed = [change.base for change in facts if change.base and change.revised]
    for line in changed[:_MOST_QUOTED]:
        yield f"the line “{line if len(line) <= _QUOTED else f'{line[: _QUOTED - 1]}…'}”"
    others = len(facts) - len(changed[:_MOST_QUOTED])
    if others:
        yield f"{counted(others, 'line')} above or below the text"
    if any(change.kind == "vote" for change in comparison.counted_matter_changes):
        yield "vote"


def _notes_left(comparison: Comparison, made: Resolution) -> Iterator[str]:
    """The paragraphs whose footnotes are others than in the revised text."""
    one, two = (
        [(paragraph.id, [call.text for call in calls.get(paragraph.id, ())]) for paragraph in text.paragraphs]
        for text, calls in ((made, note_calls(made)), (comparison.revised, note_calls(comparison.revised)))
    )
    ids = [name for (_, old), (name, new) in zip(one, two, strict=False) if old != new]
    if ids and len(one) == len(two):
        yield f"the footnotes of {', '.join(ids)}"


def _comments_left(comparison: Comparison, places: Mapping[int, DocumentPlace]) -> Iterator[str]:
    """The comments of paragraphs that stand in another place: they stay at the old one."""
    for change in comparison.changes:
        if not change.revised or not (change.moved or len(change.base) != 1 or len(change.revised) != 1):
            continue
        for place in change.base:
            element = places[place].element if place in places else None
            if element is not None and next(element.iter(w("commentReference")), None) is not None:
                yield f"the comment on {comparison.base.paragraphs[place].id}, which stays at its old place"


def _numbers_left(comparison: Comparison, made: Resolution) -> Iterator[str]:
    """The paragraphs that have a number, or another level, in the revised text and not in the document."""
    one, two = (
        [paragraph for paragraph in text.paragraphs if paragraph.part not in ("table", "heading")]
        for text in (made, comparison.revised)
    )
    if len(one) != len(two):
        return
    numbers = [new.id for old, new in zip(one, two, strict=True) if new.label and not old.label]
    if numbers:
        yield f"the numbers before {', '.join(numbers)}"
    levels = [new.id for old, new in zip(one, two, strict=True) if new.level != old.level]
    if levels:
        yield f"the levels of {', '.join(levels)}"
