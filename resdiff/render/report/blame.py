"""A text in HTML with the version in which each of its words first stood: coloured by age, named on hover or
on demand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from resdiff.core.history import History, runs_of
from resdiff.render.report.page import anchor, language_of
from resdiff.render.report.readings import begin_paragraph
from resdiff.render.report.templating import as_markup, rendered_page
from resdiff.render.terminal.blame import share_of_words
from resdiff.render.views.labels import labels_of, title_of
from resdiff.render.views.style import ages_of


class _Share(NamedTuple):
    style: str
    """The class of its age, '' for none."""
    label: str
    words: str


class _Run(NamedTuple):
    style: str
    label: str
    text: str
    is_named: bool
    """Whether its version is named on demand."""


class _Paragraph(NamedTuple):
    opening: Markup
    """The start of its element with its number."""
    runs: list[_Run]


class OriginsOfWords(NamedTuple):
    """The last version in runs of one origin, below the shares of each version."""

    language: Markup
    """Attributes of the element of the text."""
    legend: list[_Share]
    paragraphs: Iterator[_Paragraph]


def blame_html(history: History, since: int = 0) -> Iterator[str]:
    """The page, in pieces; only words that came with version `since` or later are coloured."""
    title = f"{title_of(history.versions[-1])}: the age of its words"
    return rendered_page("blame.html", title, warnings=history.warnings, blame=blame_of(history, since))


def blame_of(history: History, since: int = 0) -> OriginsOfWords:
    """The section of a page that shows the origins of the last version."""
    labels = labels_of(history.versions)
    text = history.versions[-1]
    counts = history.shares()
    whole = max(sum(counts.values()), 1)
    ages = ages_of(counts, len(labels), since)
    styles = [f"a{age + 1}" if k >= since else "" for k, age in enumerate(ages)]
    legend = [
        _Share(styles[origin], labels[origin], share_of_words(count, whole))
        for origin, count in counts.items()
    ]
    paragraphs = (
        _Paragraph(
            as_markup(begin_paragraph(paragraph, anchor(paragraph.id))),
            [
                _Run(styles[origin], labels[origin], piece, origin >= since)
                for piece, origin in runs_of(paragraph.text, origins)
            ],
        )
        for paragraph, origins in zip(text.paragraphs, history.origins[-1], strict=True)
    )
    return OriginsOfWords(as_markup(language_of(text)), legend, paragraphs)
