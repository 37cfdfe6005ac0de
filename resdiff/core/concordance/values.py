"""What the check of two language versions of one text says."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from resdiff.core.model import Resolution
from resdiff.core.symbols import bare_symbol

FindingKind = Literal["missing", "excess", "order", "figure", "verb", "vote", "rendering"]
"""What differs: a paragraph of the first version is missing in the second or is in excess there, stands at
another place, has other figures, dates or symbols, a verb of another sense; the vote; or one English verb is
rendered otherwise than in the rest of the text, which is advice alone.
"""


class Finding(Struct, frozen=True, kw_only=True):
    """One difference."""

    kind: FindingKind
    first: str = ""
    """What the first version has there."""
    second: str = ""


class ConcordanceRow(Struct, frozen=True, kw_only=True):
    """Paragraphs that correspond, by their places; None where a version has none."""

    first: int | None
    second: int | None
    findings: tuple[Finding, ...] = ()


class Concordance(Struct, frozen=True, kw_only=True):
    """Two language versions of one text, compared."""

    first: Resolution
    second: Resolution
    rows: tuple[ConcordanceRow, ...]
    findings: tuple[Finding, ...] = ()
    """What concerns the texts as a whole."""

    @property
    def has_two_symbols(self) -> bool:
        """Whether the symbols say that these are no versions of one text; the year in brackets is no part of
        a symbol.
        """
        symbols = [text.masthead.symbol for text in (self.first, self.second)]
        return len({bare_symbol(symbol) for symbol in symbols if symbol}) > 1

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """What concerns the texts as a whole, then the findings of each row."""
        return (*self.findings, *(finding for row in self.rows for finding in row.findings))

    @property
    def differs(self) -> bool:
        """Whether the versions differ by more than renderings."""
        return any(finding.kind != "rendering" for finding in self.all_findings)

    def ids(self, row: ConcordanceRow) -> tuple[str | None, str | None]:
        """The ids of both paragraphs of a row."""
        first, second = self.first.paragraphs, self.second.paragraphs
        return (
            first[row.first].id if row.first is not None else None,
            second[row.second].id if row.second is not None else None,
        )
