"""The list beside a comparison, a line a row: the brief, or the balance of its verbs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from resdiff.core.brief import Brief
from resdiff.core.compare import Comparison
from resdiff.core.wording import third_person
from resdiff.render.terminal.lines import clipped
from resdiff.render.terminal.rows import ledger, shift_run
from resdiff.render.terminal.wrap import StyledRun, cells
from resdiff.render.views.brief import BriefBlock, brief_blocks, not_known, record_lines
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import heading
from resdiff.render.views.outline import outline_of
from resdiff.render.views.style import StyleName

_NAME = 8
"""Cells of the column of ids at least."""


class ListRow(NamedTuple):
    """A row of the list: its runs, and the changes to which it leads."""

    runs: tuple[StyledRun, ...]
    changes: tuple[int, ...] = ()
    total: str = ""
    """What stands at its end: how many items a section has."""


def brief_rows(brief: Brief) -> list[ListRow]:
    """The sections of the brief, a row an item."""
    rows: list[ListRow] = []
    for kind, old, new in record_lines(brief):
        rows.append(ListRow((("strong", kind.upper()),)))
        rows.append(ListRow((("dropped", f"  {visible(old)}"), ("", " → "), ("added", visible(new)))))
    rows += [row for block in brief_blocks(brief, most=10_000, flows=False) for row in _block_rows(block)]
    unknown = not_known(brief)
    if unknown:
        rows.append(ListRow((("strong", "NOT KNOWN"),)))
        rows += [ListRow((("faint", f"  {visible(line)}"),)) for line in unknown]
    return rows


def _block_rows(block: BriefBlock) -> Iterator[ListRow]:
    yield ListRow((("strong", block.title.upper()),), (), str(block.total))
    for line in block.lines:
        name = visible(line.name)
        gap = " " * max(_NAME - cells(name), 1)
        words: list[StyledRun] = [(style, visible(text)) for style, text in line.runs]
        if line.verb:
            verb = visible(line.verb.partition(" (")[0])  # by when is said in the text beside it
            words = [("strong", visible(line.who)), ("", f" · {verb}: "), *words]
        yield ListRow((("", f"  {name}{gap}"), *words), line.changes)


def balance_rows(brief: Brief) -> list[ListRow]:
    """The balance of the verbs that ask or decide, then every verb that came, went or shifted."""
    comparison = brief.comparison
    rows = [ListRow((("strong", "BALANCE"),), (), str(len(brief.balance)))] if brief.balance else []
    for row in brief.balance:
        style: StyleName = "added" if row.revised > row.base else "dropped"
        verb: StyledRun = ("", f"  {third_person(row.lemma, comparison.revised.language)} ")
        rows.append(ListRow((verb, (style, f"{row.base}→{row.revised}"))))
    shifts = list(ledger(comparison))
    if shifts:
        rows.append(ListRow((("strong", "VERBS"),), (), str(len(shifts))))
    for place, shift in shifts:
        name = visible(heading(comparison.changes[place], comparison))
        gap = " " * max(_NAME - cells(name), 1)
        rows.append(ListRow((("", f"  {name}{gap}"), shift_run(shift)), (place,)))
    return rows or [ListRow((("faint", "no verb came, went or became another"),))]


def outline_rows(comparison: Comparison) -> list[ListRow]:
    """The parts and headings of the revised text, each with the place of its first change and how many of
    its paragraphs changed.
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
            (("strong", f"  {entry.name}" if entry.is_heading else entry.name),),
            tuple(of_entry),
            f"{sum(not comparison.changes[k].is_quiet for k in of_entry)} of {len(of_entry)}",
        )
        for entry, of_entry in zip(entries, places, strict=True)
    ]


_BEFORE_HIT = 20
"""Characters before a hit that are shown."""


def hit_rows(comparison: Comparison, query: str) -> list[ListRow]:
    """Where words stand in either text of a comparison."""
    rows = []
    for place, change in enumerate(comparison.changes):
        readings = (comparison.revised_reading(change), comparison.base_reading(change))
        spot = next(
            ((text, at) for text in readings if (at := text.casefold().find(query.casefold())) >= 0), None
        )
        if spot is None:
            continue
        text, at = spot
        start, end = max(at - _BEFORE_HIT, 0), at + len(query)
        name = visible(heading(change, comparison))
        runs: list[StyledRun] = [
            ("", f"  {name}{' ' * max(_NAME - cells(name), 1)}"),
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
