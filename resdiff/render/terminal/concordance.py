"""Two language versions held against each other as text: what differs, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from resdiff.core.concordance.values import Concordance, Finding, FindingKind
from resdiff.core.wording import counted
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, wrap
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import title_of
from resdiff.render.views.style import StyleName

_STYLES: dict[str, StyleName] = {"missing": "dropped", "excess": "added", "rendering": "faint"}
_NAMES: dict[FindingKind, tuple[str, str]] = {
    "missing": ("paragraph missing", "paragraphs missing"),
    "excess": ("paragraph in excess", "paragraphs in excess"),
    "order": ("paragraph in another order", "paragraphs in another order"),
    "figure": ("paragraph with other figures", "paragraphs with other figures"),
    "verb": ("other verb", "other verbs"),
    "vote": ("other vote", "other votes"),
    "rendering": ("unusual rendering", "unusual renderings"),
}
"""What each kind of finding is called beside a count of one, and of more."""
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
    yield from lines([("", _summary(concordance))])
    yield "\n"
    for finding in concordance.findings:
        yield from lines(_runs("", finding))
    for row in concordance.rows:
        first, second = concordance.ids(row)
        place = first if first == second else " / ".join(one or "–" for one in (first, second))
        for finding in row.findings:
            yield from lines(_runs(visible(place or ""), finding))


def _runs(place: str, finding: Finding) -> list[StyledRun]:
    both = " | ".join(visible(side) for side in (finding.first, finding.second) if side)
    style = _STYLES.get(finding.kind, "edited")
    return [("strong", f"{place}{_INDENT}" if place else ""), (style, f"{finding.kind}: "), ("", both)]


def _summary(concordance: Concordance) -> str:
    """How many paragraphs correspond, and how many findings of which kind there are."""
    paired = sum(row.first is not None and row.second is not None for row in concordance.rows)
    counts = Counter(finding.kind for finding in concordance.all_findings)
    named = ", ".join(f"{count} {_NAMES[kind][count != 1]}" for kind, count in counts.items())
    return f"{counted(paired, 'pair')} of paragraphs; {named or 'nothing differs'}."
