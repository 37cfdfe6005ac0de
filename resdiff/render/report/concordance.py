"""Two language versions side by side as a page, what differs marked in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from resdiff.core.concordance.values import Concordance, Finding
from resdiff.core.model import Resolution
from resdiff.render.report.page import anchor, language_of
from resdiff.render.report.templating import as_markup, rendered_page
from resdiff.render.views.concordance import both_sides, concordance_counts, place_of
from resdiff.render.views.labels import title_of


class _Row(NamedTuple):
    """Two paragraphs that correspond; '' where a version has none."""

    name: str
    place: str
    first: str
    second: str
    findings: list[tuple[str, str]]


def concordance_html(concordance: Concordance) -> Iterator[str]:
    """The page, in pieces."""
    first, second = concordance.first, concordance.second
    rows = [
        _Row(
            name=anchor(place_of(row, concordance)),
            place=place_of(row, concordance),
            first=_reading(first, row.first),
            second=_reading(second, row.second),
            findings=list(map(_words, row.findings)),
        )
        for row in concordance.rows
    ]
    return rendered_page(
        "concordance.html",
        f"{title_of(first)} ({first.language}, {second.language})",
        summary=concordance_counts(concordance),
        texts=[(text.language, title_of(text), as_markup(language_of(text))) for text in (first, second)],
        whole=list(map(_words, concordance.findings)),
        rows=rows,
    )


def _reading(text: Resolution, place: int | None) -> str:
    return text.paragraphs[place].text if place is not None else ""


def _words(finding: Finding) -> tuple[str, str]:
    return finding.kind, both_sides(finding)
