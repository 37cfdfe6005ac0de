"""Two language versions compared, in words: how much differs, and where."""

from __future__ import annotations

from collections import Counter

from resdiff.core.concordance.values import Concordance, ConcordanceRow, Finding, FindingKind
from resdiff.core.wording import counted

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


def concordance_counts(concordance: Concordance) -> str:
    """How many paragraphs correspond, and how many findings of which kind there are."""
    paired = sum(row.first is not None and row.second is not None for row in concordance.rows)
    counts = Counter(finding.kind for finding in concordance.all_findings)
    named = ", ".join(f"{count} {_NAMES[kind][count != 1]}" for kind, count in counts.items())
    return f"{counted(paired, 'pair')} of paragraphs; {named or 'nothing differs'}."


def place_of(row: ConcordanceRow, concordance: Concordance) -> str:
    """The ids of the paragraphs of a row: 'OP4', 'OP4 / OP5', 'OP4 / –'."""
    first, second = concordance.ids(row)
    return (first if first == second else " / ".join(one or "–" for one in (first, second))) or ""


def both_sides(finding: Finding) -> str:
    """What both versions have at a finding."""
    return " | ".join(side for side in (finding.first, finding.second) if side)
