"""Two language versions compared as text: what differs, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from resdiff.core.concordance.values import Concordance, Finding
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, wrap
from resdiff.render.views.characters import visible
from resdiff.render.views.concordance import both_sides, concordance_counts, place_of
from resdiff.render.views.labels import title_of
from resdiff.render.views.style import StyleName

_STYLES: dict[str, StyleName] = {"missing": "dropped", "excess": "added", "rendering": "faint"}
_INDENT = "  "


def concordance_text(concordance: Concordance, width: int, is_coloured: bool) -> Iterator[str]:
    """The two versions, how many findings there are, then each with its paragraphs."""
    paint = Paint(colour=is_coloured)

    def lines(runs: list[StyledRun], indent: str = "") -> Iterator[str]:
        for line in wrap(runs, max(width - len(indent), 10), paint):
            yield f"{indent}{line}\n"

    texts = concordance.first, concordance.second
    for text in texts:
        yield from lines([("strong", f"{text.language}: "), ("", visible(title_of(text)))])
    yield from lines([("", concordance_counts(concordance))])
    yield "\n"
    for finding in concordance.findings:
        yield from lines(finding_runs(finding))
    for row in concordance.rows:
        for finding in row.findings:
            yield from lines(finding_runs(finding, place_of(row, concordance)))


def finding_runs(finding: Finding, place: str = "") -> list[StyledRun]:
    """A finding: where it is, its kind, and what both versions have."""
    style = _STYLES.get(finding.kind, "edited")
    return [
        ("strong", f"{visible(place)}{_INDENT}" if place else ""),
        (style, f"{finding.kind}: "),
        ("", visible(both_sides(finding))),
    ]
