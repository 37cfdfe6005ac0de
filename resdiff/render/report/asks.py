"""Asks as a page: sections of asks, what is asked below each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from resdiff.core.asks import Asks
from resdiff.core.compare import Comparison
from resdiff.core.history.ask_threads import LineageAsks
from resdiff.core.model import Resolution
from resdiff.render.report.page import language_of
from resdiff.render.report.readings import edits_html
from resdiff.render.report.templating import as_markup, rendered_page
from resdiff.render.views.ask_pages import AskEntry, AskPage, ask_changes_page, ask_threads_pages, asks_page


def asks_html(text: Resolution, asks: Asks) -> Iterator[str]:
    """What a text asks for."""
    return _page([asks_page(text, asks)])


def ask_changes_html(comparison: Comparison) -> Iterator[str]:
    """What became of the asks of two texts."""
    return _page([ask_changes_page(comparison)])


def ask_threads_html(rows: Sequence[LineageAsks]) -> Iterator[str]:
    """The asks of each lineage through its texts."""
    return _page(ask_threads_pages(rows))


def _page(pages: Iterable[AskPage]) -> Iterator[str]:
    pages = list(pages)
    title = pages[0].title if len(pages) == 1 else "Asks through time"
    return rendered_page("asks.html", title, pages=pages, clause_of=_clause)


def _clause(entry: AskEntry) -> tuple[Markup, Markup]:
    """The attributes of the language of what is asked, and its words with what changed."""
    return as_markup(language_of(entry.text)), as_markup(edits_html(entry.clause))
