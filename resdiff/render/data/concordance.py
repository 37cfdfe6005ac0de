"""Two language versions compared as data: the schema resdiff/concord/1, and CSV, a row a
finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from resdiff.core.concordance.values import Concordance, Finding
from resdiff.core.model import Resolution
from resdiff.render.data.encoding import json_lines
from resdiff.render.views.csv_rows import csv_rows
from resdiff.version import __version__


class LanguageVersionDocument(Struct, frozen=True):
    """One language version."""

    source: str
    symbol: str | None
    language: str


class ConcordanceRowDocument(Struct, frozen=True):
    """Paragraphs that correspond, by language; null where a version has none."""

    paragraphs: dict[str, str | None]
    findings: tuple[Finding, ...]


class ConcordanceDocument(Struct, frozen=True, tag_field="schema", tag="resdiff/concord/1"):
    """Two language versions of one text."""

    resdiff: str
    first: LanguageVersionDocument
    second: LanguageVersionDocument
    findings: tuple[Finding, ...]
    """What concerns the texts as a whole."""
    rows: tuple[ConcordanceRowDocument, ...]


def concordance_json(concordance: Concordance) -> Iterator[str]:
    """The concordance as JSON, in pieces."""
    first, second = concordance.first, concordance.second
    return json_lines(
        ConcordanceDocument(
            resdiff=__version__,
            first=_version(first),
            second=_version(second),
            findings=concordance.findings,
            rows=tuple(
                ConcordanceRowDocument(
                    dict(zip((first.language, second.language), concordance.ids(row), strict=True)),
                    row.findings,
                )
                for row in concordance.rows
            ),
        )
    )


def _version(text: Resolution) -> LanguageVersionDocument:
    return LanguageVersionDocument(text.source, text.masthead.symbol, text.language)


def concordance_csv(concordance: Concordance) -> Iterator[str]:
    """The findings as CSV; those that concern the texts as a whole are of no paragraph."""
    first, second = concordance.first.language, concordance.second.language
    no_ids: tuple[str | None, str | None] = (None, None)
    placed = [
        (no_ids, concordance.findings),
        *((concordance.ids(row), row.findings) for row in concordance.rows),
    ]
    yield from csv_rows(
        [first, second, "kind", f"{first} text", f"{second} text"],
        ([*ids, one.kind, one.first, one.second] for ids, findings in placed for one in findings),
    )
