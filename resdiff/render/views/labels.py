"""The words that name sides, changes and votes in every format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from resdiff.core.languages.english import MONTHS
from resdiff.core.model import Paragraph, Resolution, VersionOrigin
from resdiff.render.views.votes import tally

if TYPE_CHECKING:  # one text is shown without the comparer
    from resdiff.core.compare import Change, Comparison, Reason


def names(places: Sequence[int], paragraphs: Sequence[Paragraph]) -> str:
    """The ids of paragraphs: 'OP4', 'OP4 + OP5'."""
    return " + ".join(paragraphs[k].id for k in places)


def heading(change: Change, comparison: Comparison) -> str:
    """The ids on both sides: 'OP3 → OP2'; one id where they are the same or a side is missing."""
    left, right = (
        names(change.base, comparison.base.paragraphs),
        names(change.revised, comparison.revised.paragraphs),
    )
    if not left or not right or left == right:
        return left or right
    return f"{left} → {right}"


_LETTERED = re.compile(r"(.*\()([a-z])\)")


def in_ranges(ids: Iterable[str]) -> str:
    """Different ids behind each other, the points of a list in ranges: 'OP4, OP35(a)–(j)'."""
    rows: list[list[str]] = []
    for name in dict.fromkeys(ids):
        if rows and _is_next(rows[-1][-1], name):
            rows[-1].append(name)
        else:
            rows.append([name])
    return ", ".join(
        f"{row[0]}–({row[-1].rpartition('(')[2]}" if len(row) > 2 else ", ".join(row) for row in rows
    )


def _is_next(one: str, two: str) -> bool:
    """Whether a point of a list stands right behind another."""
    before, after = _LETTERED.fullmatch(one), _LETTERED.fullmatch(two)
    return (
        before is not None
        and after is not None
        and before[1] == after[1]
        and ord(after[2]) == ord(before[2]) + 1
    )


def nature(change: Change) -> str:
    """What happened, with flags: 'edited, moved, renumbered'.

    For an unchanged paragraph only the flags are named, if there are any.
    """
    flags = [
        word
        for word, on in (
            ("moved", change.moved),
            ("renumbered", change.renumbered),
            ("by hand", change.by_hand),
        )
        if on
    ]
    if change.kind == "unchanged" and flags:
        return ", ".join(flags)
    return ", ".join([change.kind, *flags])


def voters_of_one_side(comparison: Comparison) -> list[tuple[str, tuple[str, ...]]]:
    """Who voted in one of two otherwise equal votes alone: ('base' or 'revised', the names).

    In an organ whose members change they are many and tell nothing of the text: they are told where they
    alone make the difference.
    """
    one, two = comparison.base.vote, comparison.revised.vote
    if one is None or two is None or tally(one) != tally(two) or comparison.changed_sides:
        return []
    sides = [("base", comparison.voters_in_base_only), ("revised", comparison.voters_in_revised_only)]
    return [(side, names) for side, names in sides if names]


_UNCOUNTED_REASONS: dict[Reason, str] = {"ordering": "ordering words", "typography": "typography"}
"""Why paragraphs differ that count as unchanged, in a sentence."""


def uncounted(comparison: Comparison) -> str:
    """What differs and does not count, in one line: 'lines that differ but do not count: masthead 3, adoption
    1, ordering words 2'.

    '' where nothing does. The last are paragraphs that count as unchanged.
    """
    kinds = Counter[str](change.kind for change in comparison.uncounted_matter_changes)
    quiet = [change.reasons for change in comparison.changes if change.is_quiet]
    for reason, words in _UNCOUNTED_REASONS.items():
        if number := sum(reason in reasons for reasons in quiet):
            kinds[words] = number
    counts = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
    return f"lines that differ but do not count: {counts}" if counts else ""


def title_of(resolution: Resolution) -> str:
    """What a text is called: symbol and title, its reference in the store, or the name of its file without
    the folders.
    """
    head = resolution.masthead
    parts = [part for part in (head.symbol, head.title) if part]
    return " ".join(parts) if parts else _name_of(resolution) or "untitled"


def name_of(resolution: Resolution) -> str:
    """What a text is called in a sentence: symbol, number, reference in the store or name of its file."""
    head = resolution.masthead
    return head.symbol or head.number or _name_of(resolution) or "untitled"


def date_words(resolution: Resolution) -> str:
    """Its date behind a name: ' (24 Dec 2024)'; '' where it has none."""
    date = resolution.masthead.date
    if date is None:
        return ""
    year, *parts = date.split("-")  # a version may have a year, or a month, alone
    words = [MONTHS[int(part) - 1][:3] if place == 0 else str(int(part)) for place, part in enumerate(parts)]
    return f" ({' '.join([*reversed(words), year])})"


def text_names(comparison: Comparison) -> tuple[str, str]:
    """The title of the revised text, else of the base, else the name of their lineage; and both names with
    their dates.
    """
    texts = comparison.base, comparison.revised
    one, two = (f"{name_of(text)}{date_words(text)}" for text in texts)
    titles = [text.masthead.title for text in texts if text.masthead.title]
    return titles[-1] if titles else _lineage_of(comparison.revised), f"{one} → {two}"


def _lineage_of(resolution: Resolution) -> str:
    """The name of the lineage of a stored text; '' for another."""
    return resolution.source.partition("@")[0] if isinstance(resolution.origin, VersionOrigin) else ""


def titles_of(comparison: Comparison) -> tuple[str, str]:
    """What both texts are called; files of one name with their folders."""
    one, two = comparison.base, comparison.revised
    titles = title_of(one), title_of(two)
    if titles[0] == titles[1] == _name_of(one):
        return one.source, two.source
    return titles


def _name_of(resolution: Resolution) -> str:
    """Its reference in the store, or the name of its file without the folders."""
    return (
        resolution.source
        if isinstance(resolution.origin, VersionOrigin)
        else resolution.source.rpartition("/")[2]
    )


def version_label(resolution: Resolution) -> str:
    """What a version is called among others: its label in the store, its number or symbol, or the name of its
    file.
    """
    if isinstance(resolution.origin, VersionOrigin):
        return resolution.origin.label
    head = resolution.masthead
    number = head.number if head.number and head.number[-1] not in "._…" else None  # a draft's is still open
    return number or head.symbol or resolution.source.rpartition("/")[2]


def labels_of(versions: Sequence[Resolution]) -> list[str]:
    """What versions are called side by side: where several have one label, each with its place."""
    labels = [version_label(text) for text in versions]
    counts = Counter(labels)
    return [f"{label} ({k})" if counts[label] > 1 else label for k, label in enumerate(labels, start=1)]


def facts_of(resolution: Resolution) -> str:
    """Stage, date and vote of a text, as far as they are known."""
    head = resolution.masthead
    facts = [head.stage, head.date, tally(resolution.vote) if resolution.vote is not None else None]
    return ", ".join(part for part in facts if part)
