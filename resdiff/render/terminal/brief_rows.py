"""The list beside a comparison, a line a row: the brief, or the balance of its verbs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resdiff.core.brief import Brief
from resdiff.core.compare import Comparison
from resdiff.core.tokens import search_form
from resdiff.core.verbs import VerbShift
from resdiff.core.wording import third_person
from resdiff.render.terminal.lines import clipped
from resdiff.render.terminal.rows import ledger, shift_run
from resdiff.render.terminal.wrap import StyledRun, cells
from resdiff.render.views.brief import BriefBlock, brief_blocks, brief_counts
from resdiff.render.views.brief_records import not_known, record_lines
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import heading
from resdiff.render.views.outline import outline_of
from resdiff.render.views.style import SIGNS, StyleName

_NAME = 8
"""Cells of the column of ids at least."""


class ListRow(NamedTuple):
    """A row of the list: its runs, and the changes to which it leads."""

    runs: tuple[StyledRun, ...]
    changes: tuple[int, ...] = ()
    total: str = ""
    """What stands at its end: how many items a section has."""
    paragraph: str = ""
    """The id of the paragraph with which the row offers to link another; '' where it offers none."""


def name_column(name: str) -> str:
    """The id of a paragraph as the first column of a row."""
    return f"  {visible(name)}{' ' * max(_NAME - cells(visible(name)), 1)}"


def brief_rows(brief: Brief) -> list[ListRow]:
    """The sections of the brief, a row an item."""
    rows: list[ListRow] = []
    for kind, old, new in record_lines(brief):
        rows.append(ListRow((("strong", kind.upper()),)))
        rows.append(ListRow((("dropped", f"  {visible(old)}"), ("", " → "), ("added", visible(new)))))
    rows += [row for block in brief_blocks(brief, most=10_000, flows=False) for row in _block_rows(block)]
    if not rows:
        rows.append(ListRow((("", brief_counts(brief)),)))
    unknown = not_known(brief)
    if unknown:
        rows.append(ListRow((("strong", "NOT KNOWN"),)))
        rows += [ListRow((("faint", f"  {visible(line)}"),)) for line in unknown]
    return rows


def _block_rows(block: BriefBlock) -> Iterator[ListRow]:
    note: list[StyledRun] = [("faint", f" {visible(block.note)}")] if block.note else []
    yield ListRow((("strong", block.title.upper()), *note), (), str(block.total))
    for line in block.lines:
        words: list[StyledRun] = [(style, visible(text)) for style, text in line.runs]
        if line.verb:
            verb = visible(line.verb.partition(" (")[0])  # by when is said in the text beside it
            words = [("strong", visible(line.who)), ("", f" · {verb}: "), *words]
        yield ListRow((("", name_column(line.name)), *words), line.changes)


def balance_rows(brief: Brief) -> list[ListRow]:
    """The balance of the verbs that ask or decide, then every verb that became another, came or went."""
    comparison = brief.comparison
    rows = [ListRow((("strong", "BALANCE"),), (), str(len(brief.balance)))] if brief.balance else []
    for row in brief.balance:
        style: StyleName = "added" if row.revised > row.base else "dropped"
        verb: StyledRun = ("", f"  {third_person(row.lemma, comparison.revised.language)} ")
        rows.append(ListRow((verb, (style, f"{row.base}→{row.revised}"))))
    shifts = list(ledger(comparison))
    for title in _VERB_GROUPS:
        group = [(place, shift) for place, shift in shifts if _verb_group(place, shift, comparison) == title]
        if group:
            rows.append(ListRow((("strong", title.upper()),), (), str(len(group))))
            rows += [_shift_row(place, shift, comparison) for place, shift in group]
    return rows or [ListRow((("faint", "no verb came, went or became another"),))]


def _shift_row(place: int, shift: VerbShift, comparison: Comparison) -> ListRow:
    name = name_column(heading(comparison.changes[place], comparison))
    return ListRow((("", name), shift_run(shift)), (place,))


_VERB_GROUPS = ("another verb", "in standing paragraphs", "in new and dropped paragraphs")
"""The groups of verbs, what says most first."""


def _verb_group(place: int, shift: VerbShift, comparison: Comparison) -> str:
    """Which of the groups a verb belongs to that became another, came or went."""
    if shift.base is not None and shift.revised is not None:
        return _VERB_GROUPS[0]
    change = comparison.changes[place]
    return _VERB_GROUPS[1] if change.base and change.revised else _VERB_GROUPS[2]


def outline_rows(comparison: Comparison) -> list[ListRow]:
    """The outline of the revised text, each entry with the place of its first change and how many of its
    paragraphs changed.
    """
    entries = outline_of(comparison.revised)
    places: list[list[int]] = [[] for _ in entries]
    at = 0
    for place, change in enumerate(comparison.changes):
        if change.revised:
            at = max(bisect_right(entries, change.revised[0], key=lambda entry: entry.first) - 1, 0)
        if entries:
            places[at].append(place)
    return [
        ListRow(
            (("" if entry.is_heading else "strong", f"  {entry.name}" if entry.is_heading else entry.name),),
            tuple(of_entry),
            _changed(comparison, of_entry),
        )
        for entry, of_entry in zip(entries, places, strict=True)
    ]


def _changed(comparison: Comparison, places: Sequence[int]) -> str:
    """How many of some changes are no quiet ones: '3 of 12'; of one alone the sign of its kind."""
    if len(places) == 1:
        change = comparison.changes[places[0]]
        return "" if change.is_quiet else SIGNS[change.kind]
    return f"{sum(not comparison.changes[k].is_quiet for k in places)} of {len(places)}" if places else ""


_BEFORE_HIT = 20
"""Characters before a hit that are shown."""


def hit_rows(comparison: Comparison, query: str) -> list[ListRow]:
    """Where words stand in either text of a comparison."""
    rows, low = [], search_form(query)
    for place, change in enumerate(comparison.changes):
        readings = (comparison.revised_reading(change), comparison.base_reading(change))
        spot = next(((text, at) for text in readings if (at := search_form(text).find(low)) >= 0), None)
        if spot is None:
            continue
        text, at = spot
        start, end = max(at - _BEFORE_HIT, 0), at + len(query)
        runs: list[StyledRun] = [
            ("", name_column(heading(change, comparison))),
            ("", f"{'…' if start else ''}{visible(text[start:at])}"),
            ("found", visible(text[at:end])),
            ("", visible(text[end:])),
        ]
        rows.append(ListRow(tuple(runs), (place,)))
    return [ListRow((("strong", f"'{visible(query)}'"),), (), str(len(rows))), *rows]


def row_runs(row: ListRow, width: int) -> list[StyledRun]:
    """The runs of a row in so many cells: its count at the end, '…' where it is cut."""
    room = width - cells(row.total) - (1 if row.total else 0)
    runs = clipped(row.runs, room)
    gap = " " * (room - cells("".join(text for _, text in runs)) + 1)
    return [*runs, ("", gap), ("faint", row.total)] if row.total else runs
