"""Agreed language as a page: each paragraph with its new words marked, the nearest wordings below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.model import Resolution
from resdiff.core.precedents.values import ParagraphPrecedents
from resdiff.render.report.page import anchor, language_of
from resdiff.render.report.templating import as_markup, rendered_page
from resdiff.render.views.labels import title_of
from resdiff.render.views.precedents import agreed_words, precedent_words, standing_words


def precedents_html(text: Resolution, rows: Sequence[ParagraphPrecedents]) -> Iterator[str]:
    """The page, in pieces."""
    return rendered_page(
        "precedents.html",
        f"{title_of(text)}: agreed language",
        summary=agreed_words(rows),
        rows=rows,
        language=as_markup(language_of(text)),
        anchor=anchor,
        standing_words=standing_words,
        precedent_words=precedent_words,
    )
