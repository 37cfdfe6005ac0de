"""Asks in Markdown: a list a section, what is asked below each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from resdiff.core.asks import Asks
from resdiff.core.compare import Comparison
from resdiff.core.history.ask_threads import LineageAsks
from resdiff.core.model import Resolution
from resdiff.render.markdown import edits_markdown, escape
from resdiff.render.views.ask_pages import AskEntry, AskPage, ask_changes_page, ask_threads_pages, asks_page


def asks_markdown(text: Resolution, asks: Asks) -> Iterator[str]:
    """What a text asks for."""
    return _document([asks_page(text, asks)])


def ask_changes_markdown(comparison: Comparison) -> Iterator[str]:
    """What became of the asks of two texts."""
    return _document([ask_changes_page(comparison)])


def ask_threads_markdown(rows: Sequence[LineageAsks]) -> Iterator[str]:
    """The asks of each lineage through its texts."""
    return _document(ask_threads_pages(rows))


def _document(pages: Iterable[AskPage]) -> Iterator[str]:
    for number, page in enumerate(pages):
        yield "\n" if number else ""
        yield f"# {escape(page.title)}\n"
        yield from (f"\n{escape(line)}\n" for line in page.head)
        for section in page.sections:
            yield f"\n## {escape(section.title)}\n\n" if section.title else "\n"
            for entry in section.entries:
                yield from _entry(entry)


def _entry(entry: AskEntry) -> Iterator[str]:
    words = f"{entry.words} {entry.aspects}".rstrip()
    yield f"- **{escape(entry.place)}** {escape(words)}\n"
    if entry.clause:
        yield f"  - {edits_markdown(entry.clause)}\n"
    for aspect, old, new in entry.values:
        yield f"  - {aspect}: <del>{escape(old)}</del> → <ins>{escape(new)}</ins>\n"
