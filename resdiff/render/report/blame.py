"""A text in HTML with the version in which each of its words first stood: coloured by age, named on hover or
on demand.
"""

from __future__ import annotations

from collections.abc import Iterator

from resdiff.core.history import History, runs_of
from resdiff.render.report.page import (
    PAGE_END,
    anchor,
    attribute_value,
    html_text,
    language_of,
    page_start,
    section,
    warnings_html,
)
from resdiff.render.report.readings import begin_paragraph
from resdiff.render.terminal.blame import share_of_words
from resdiff.render.views.labels import labels_of, title_of
from resdiff.render.views.style import ages_of


def blame_html(history: History, since: int = 0) -> Iterator[str]:
    """The page, in pieces; only words that came with version `since` or later are coloured."""
    yield page_start(f"{title_of(history.versions[-1])}: the age of its words")
    yield f'{warnings_html(history.warnings)}</header>\n<main id="main">\n'
    yield from blame_section(history, since)
    yield "</main>\n"
    yield PAGE_END


def blame_section(history: History, since: int = 0) -> Iterator[str]:
    """The last version below the shares of each version."""
    labels = labels_of(history.versions)
    text = history.versions[-1]
    counts = history.shares()
    whole = max(sum(counts.values()), 1)
    ages = ages_of(counts, len(labels), since)
    styles = [f"a{age + 1}" if k >= since else "" for k, age in enumerate(ages)]
    yield section("blame", "Where its words come from") + '<ul class="legend">\n'
    for origin, count in counts.items():
        yield (
            f"<li>{_span(styles[origin], labels[origin], html_text(labels[origin]))}"
            f" {html_text(share_of_words(count, whole))}</li>\n"
        )
    yield (
        '</ul>\n<input type="checkbox" id="named"> <label for="named">name the version of each'
        " passage</label>\n"
    )
    yield f'<div class="blame" {language_of(text)}>\n'
    for paragraph, origins in zip(text.paragraphs, history.origins[-1], strict=True):
        opening = begin_paragraph(paragraph, anchor(paragraph.id))
        for piece, origin in runs_of(paragraph.text, origins):
            name = f'<bdi class="from">{html_text(labels[origin])}</bdi>' if origin >= since else ""
            opening += _span(styles[origin], labels[origin], name + html_text(piece))
        yield f"{opening}</p>\n"
    yield "</div>\n</section>\n"


def _span(style: str, label: str, content: str) -> str:
    """Words of one origin in the colour of their age."""
    return f'<span class="{style}" title={attribute_value(label)}>{content}</span>' if style else content
