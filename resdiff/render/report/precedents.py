"""Agreed language as a page: each paragraph with its new words marked, the nearest wordings below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.model import Resolution
from resdiff.core.precedents.values import AgreedRun, ParagraphPrecedents
from resdiff.render.report.page import (
    PAGE_END,
    anchor,
    attribute_value,
    html_text,
    language_of,
    page_start,
    section,
)
from resdiff.render.views.labels import title_of
from resdiff.render.views.precedents import agreed_words, precedent_words, standing_words


def precedents_html(text: Resolution, rows: Sequence[ParagraphPrecedents]) -> Iterator[str]:
    """The page, in pieces."""
    yield page_start(f"{title_of(text)}: agreed language")
    yield '</header>\n<main id="main">\n'
    yield section("precedents", html_text(agreed_words(rows)))
    for row in rows:
        name = f"{row.paragraph.id}: {round(100 * row.agreed)}% agreed"
        yield f"<article id={attribute_value(anchor(row.paragraph.id))}>\n<h3>{html_text(name)}</h3>\n"
        yield f"<p {language_of(text)}>{''.join(map(_run, row.runs))}</p>\n"
        if row.nearest:
            yield "<details><summary>Nearest wordings</summary>\n<ul>\n"
            for precedent in row.nearest:
                yield f"<li>{html_text(precedent_words(precedent))}<br>{html_text(precedent.text)}</li>\n"
            yield "</ul>\n</details>\n"
        yield "</article>\n"
    yield "</section>\n</main>\n"
    yield PAGE_END


def _run(run: AgreedRun) -> str:
    if run.source is None:
        return f"<ins>{html_text(run.text)}</ins>"
    return f"<span title={attribute_value(standing_words(run.source))}>{html_text(run.text)}</span>"
