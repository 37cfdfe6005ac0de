"""The thoughts that came or went: paragraphs of one text alone that no ask names."""

from __future__ import annotations

from collections.abc import Sequence

from resdiff.core.brief.thoughts import (
    StandingThought,
    WordsOfText,
    is_asking,
    standing_thoughts,
    thought_of,
)
from resdiff.core.brief.values import BriefItem
from resdiff.core.compare import Comparison
from resdiff.core.compare.answer import ChangeAnswer
from resdiff.core.compare.changes import Change


def thoughts_of_kind(
    comparison: Comparison, answers: Sequence[ChangeAnswer], named: set[int], kind: str
) -> list[BriefItem]:
    """Paragraphs that came ('new') or went ('gone') and that no ask names, or that say something before they
    ask; headings are none.
    """
    places = []
    openings = _openings_of(comparison, named, kind)
    for place, change in enumerate(comparison.changes):
        is_kind = not change.base if kind == "new" else not change.revised
        if not is_kind:
            continue
        if place in named and not _says_before_asking(comparison, change):
            continue
        text, its = (comparison.revised, change.revised) if kind == "new" else (comparison.base, change.base)
        is_opening = text.paragraphs[its[0]].id in openings and not _says_before_asking(comparison, change)
        if not is_opening and any(text.paragraphs[k].part != "heading" for k in its):
            places.append(place)
    thoughts = {place: thought_of(comparison, comparison.changes[place]) for place in places}
    other = comparison.base if kind == "new" else comparison.revised
    standing = standing_thoughts(thoughts.values(), other)
    stands = {place: standing.get(thought, StandingThought(0)) for place, thought in thoughts.items()}
    verbs = comparison.base_verbs if kind == "new" else comparison.revised_verbs
    words = WordsOfText(other, verbs)
    return [
        BriefItem(
            changes=(place,),
            rules=answers[place].weight.rules,
            standing=stands[place].words,
            stands_in=stands[place].paragraph,
            begins_in=stands[place].begins_in,
            mostly_in=words.with_most_of(thoughts[place]),
        )
        for place in places
    ]


def _openings_of(comparison: Comparison, named: set[int], kind: str) -> set[str | None]:
    """The ids of the opening lines whose points asks name: they say nothing more."""
    changes = [comparison.changes[place] for place in named]
    if kind == "new":
        return {comparison.revised.paragraphs[k].parent for change in changes for k in change.revised}
    return {comparison.base.paragraphs[k].parent for change in changes for k in change.base}


def _says_before_asking(comparison: Comparison, change: Change) -> bool:
    """Whether a paragraph begins with a verb that asks nothing, and says something with it."""
    verbs = comparison.revised_verbs if change.revised else comparison.base_verbs
    its = verbs[(change.revised or change.base)[0]] if verbs is not None else ()
    begins = len(its) > 1 and not its[0].inner and not is_asking(its[0])
    return begins and len(thought_of(comparison, change).words) >= _LEAST_SAID


_LEAST_SAID = 6
"""Words before an ask from which on they are a thought of their own."""
