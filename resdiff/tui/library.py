"""Lineages and versions as rows of the library."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from rich.cells import set_cell_size

from resdiff.render.terminal.lines import clipped
from resdiff.render.terminal.wrap import StyledRun, cells, fitted
from resdiff.render.views.characters import visible
from resdiff.render.views.votes import tally
from resdiff.store.counts import Counts
from resdiff.store.records import Lineage
from resdiff.workspace.steps import VersionRow

Order = Literal["name", "title", "date", "last change", "versions"]
ORDERS: tuple[Order, ...] = ("name", "title", "date", "last change", "versions")
"""What lineages may be sorted by."""
_HOW_TO_BEGIN = (
    "a  adds your own texts: choose files, or a folder whose\n"
    "   sub-folders each hold the texts of one resolution\n"
    "d  adds the sample texts, to look around\n\n"
    "On the command line: resdiff add LINEAGE FILE...\n"
    "and resdiff add FOLDER."
)
"""What is said where a store is empty or absent."""
_CANNOT_BE_READ = (
    "The store at {} cannot be read:\nit is damaged, or no store of resdiff. Nothing in it is altered.\n\n"
    "resdiff tui --store FILE opens another one; the texts can be added to a new one."
)


def why_empty(where: Path, *, can_be_read: bool) -> str:
    """What is said in place of the lineages of a store."""
    if not can_be_read:
        return _CANNOT_BE_READ.format(visible(str(where)))
    why = "The store is empty." if where.exists() else f"There is no store yet at {visible(str(where))}."
    return f"{why}\n\n{_HOW_TO_BEGIN}"


def arranged(lineages: Iterable[Lineage], query: str, order: Order) -> list[Lineage]:
    """The lineages whose name or title has what is wanted, in an order."""
    low = query.casefold()
    ordered = sorted(
        (lineage for lineage in lineages if low in f"{lineage.slug} {lineage.title or ''}".casefold()),
        key=lambda lineage: lineage.slug,
    )
    if order == "title":
        ordered.sort(key=lambda lineage: (lineage.title or "").casefold())
    elif order == "date":
        ordered.sort(key=lambda lineage: lineage.last or "", reverse=True)
    elif order == "last change":
        ordered.sort(key=lambda lineage: lineage.changed or "", reverse=True)
    elif order == "versions":
        ordered.sort(key=lambda lineage: -lineage.versions)
    return ordered


_LEAST_OF_NAME = 8
"""Cells of the name of a lineage behind its title, from which on it is shown."""


def lineage_runs(lineage: Lineage, width: int) -> list[StyledRun]:
    """A lineage in one line: title, name, number of versions at the end."""
    count = str(lineage.versions)
    title = visible(lineage.title or lineage.slug)
    room = max(width - len(count) - 2, 1)
    title = fitted(title, min(cells(title), room))
    left = room - cells(title)
    is_named = lineage.title is not None and left > _LEAST_OF_NAME  # a few letters name nothing
    name = fitted(f"  {visible(lineage.slug)}" if is_named else "", left)
    return clipped([("", title), ("faint", f"{name} {count}")], width)


_BAR = 8
_ROOM_FOR_STAGE = 64
"""Cells of a line from which on the stage of a version is shown; a round stands indented anyway."""


def label_of(step: VersionRow) -> str:
    """The label of a version; a round is indented below its year."""
    return f"{'  ' if step.is_round else ''}{visible(step.version.label)}"


def _since_round(counts: Counts) -> str:
    """How an adopted text differs from its last draft."""
    changed = counts.added + counts.dropped + counts.edited + counts.split + counts.merged
    return f"{changed} changed since" if changed else "="


def version_runs(step: VersionRow, is_marked: bool, widths: tuple[int, int], width: int) -> list[StyledRun]:
    """A version in one line: mark, label, stage, date, paragraphs, a bar of what changed, counts, verbs up
    and down, vote.

    `widths` are the cells of labels and stages.
    """
    version, counts = step.version, step.counts
    label, stage = (
        set_cell_size(label_of(step), widths[0]),
        set_cell_size(visible(version.stage or ""), widths[1] if width >= _ROOM_FOR_STAGE else 0),
    )
    line = f"{'*' if is_marked else ' '} {label} {stage} {version.date or '':<10} {version.paragraphs:>4} "
    runs: list[StyledRun] = [("unchanged" if version.superseded_by is not None else "", line)]
    if counts is not None:
        edited = counts.edited + counts.split + counts.merged
        runs += [*_bar(counts.added, edited, counts.dropped, version.paragraphs)]
        runs += [
            ("added", f" +{counts.added}"),
            ("edited", f" ~{edited}"),
            ("dropped", f" -{counts.dropped}"),
        ]
        if counts.strengthened:
            runs.append(("strengthened", f" ▲{counts.strengthened}"))
        if counts.weakened:
            runs.append(("weakened", f" ▼{counts.weakened}"))
    if version.vote:
        runs.append(("faint", f"  {tally(version.vote)}"))
    if step.since_round is not None and step.last_round is not None:
        runs.append(("faint", f"  {_since_round(step.since_round)} {visible(step.last_round.label)}"))
    return clipped(runs, width)


def _bar(added: int, edited: int, dropped: int, paragraphs: int) -> list[StyledRun]:
    """How much of a text was added, edited and dropped: a sign for each part, at least one for what there
    is.
    """
    whole = max(paragraphs + dropped, 1)
    cells = [max(round(_BAR * count / whole), 1) if count else 0 for count in (added, edited, dropped)]
    while sum(cells) > _BAR:
        cells[cells.index(max(cells))] -= 1
    return [
        ("added", "+" * cells[0]),
        ("edited", "~" * cells[1]),
        ("dropped", "-" * cells[2]),
        ("faint", "·" * (_BAR - sum(cells))),
    ]


def about(step: VersionRow) -> str:
    """What is known of a version, in three lines: symbol and title; where it came from; its vote."""
    version = step.version
    called = " ".join(part for part in (version.symbol, version.title) if part) or version.label
    by = f" by {version.author}" if version.author else ""
    voted = f"vote {tally(version.vote)}" if version.vote is not None else "no vote recorded"
    stands = "; superseded" if version.superseded_by is not None else ""
    return "\n".join(
        visible(line) for line in (called, f"{version.source}, added {version.added[:10]}{by}{stands}", voted)
    )
