"""Lineages and versions as rows of the library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from resdiff.core.model import Vote
from resdiff.render.labels import tally
from resdiff.render.palette import visible
from resdiff.render.wrap import Run
from resdiff.store.nouns import Lineage
from resdiff.tui.wrapping import cut
from resdiff.workspace.stored import Step

Order = Literal["name", "title", "last change", "versions"]
ORDERS: tuple[Order, ...] = ("name", "title", "last change", "versions")
"""What lineages may be sorted by."""
EMPTY = (
    "The store is empty.\n\n"
    "resdiff add LINEAGE FILE... keeps the texts of a resolution,\n"
    "resdiff import FOLDER those of a folder.\n\n"
    "resdiff demo shows a comparison of two sample texts."
)
"""What an empty store says."""


def arranged(lineages: Iterable[Lineage], wanted: str, order: Order) -> list[Lineage]:
    """The lineages whose name or title has what is wanted, in an order."""
    low = wanted.casefold()
    found = sorted((known for known in lineages if low in f"{known.slug} {known.title or ''}".casefold()), key=lambda known: known.slug)
    if order == "title":
        found.sort(key=lambda known: (known.title or "").casefold())
    elif order == "last change":
        found.sort(key=lambda known: known.last or "", reverse=True)
    elif order == "versions":
        found.sort(key=lambda known: -known.versions)
    return found


def lineage_runs(known: Lineage, width: int) -> list[Run]:
    """A lineage in one line: name, number of versions, title."""
    runs: list[Run] = [("strong", visible(known.slug)), ("faint", f"  {known.versions}  {visible(known.title or '')}")]
    return cut(runs, [(0, width - 1)])[0]


def version_runs(step: Step, is_marked: bool, width: int) -> list[Run]:
    """A version in one line: mark, label, stage, date, paragraphs, changes against the version before, verbs up and down, vote."""
    version, counts = step.version, step.counts
    mark = "*" if is_marked else " "
    told = f"{mark} {visible(version.label):<18} {version.stage or '':<14} {version.date or '':<10} {version.paragraphs:>4}"
    runs: list[Run] = [("unchanged" if version.superseded_by is not None else "", told)]
    if counts is not None:
        edited = counts.edited + counts.split + counts.merged
        runs += [("added", f"  +{counts.added}"), ("edited", f" ~{edited}"), ("dropped", f" -{counts.dropped}")]
        runs += [("strengthened", f"  ▲{counts.strengthened}"), ("weakened", f" ▼{counts.weakened}")]
    if version.vote:
        runs.append(("faint", f"  {tally(Vote(**version.vote))}"))
    return cut(runs, [(0, width)])[0]
