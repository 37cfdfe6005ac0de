"""Asks as a Word document: sections of asks, what is asked below each; what came underlined, what went struck
through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from resdiff.core.asks import Asks
from resdiff.core.compare import Comparison
from resdiff.core.history.ask_threads import LineageAsks
from resdiff.core.model import Resolution
from resdiff.render.views.ask_pages import AskEntry, AskPage, ask_changes_page, ask_threads_pages, asks_page
from resdiff.render.views.characters import runs_right_to_left
from resdiff.render.word.lines import LOOK_OF_EDIT, styled_paragraph, styled_run
from resdiff.render.word.parts import parts_with, zipped


def asks_docx(text: Resolution, asks: Asks) -> bytes:
    """What a text asks for."""
    return _document([asks_page(text, asks)])


def ask_changes_docx(comparison: Comparison) -> bytes:
    """What became of the asks of two texts."""
    return _document([ask_changes_page(comparison)])


def ask_threads_docx(rows: Sequence[LineageAsks]) -> bytes:
    """The asks of each lineage through its texts."""
    return _document(ask_threads_pages(rows))


def _document(pages: Iterable[AskPage]) -> bytes:
    return zipped(parts_with("\n".join(line for page in pages for line in _page(page)), ()))


def _page(page: AskPage) -> Iterator[str]:
    yield styled_paragraph("Title", styled_run(page.title))
    for line in page.head:
        yield styled_paragraph("Level1", styled_run(line))
    for section in page.sections:
        if section.title:
            yield styled_paragraph("Heading", styled_run(section.title))
        for entry in section.entries:
            yield from _entry(entry)


def _entry(entry: AskEntry) -> Iterator[str]:
    words = f"  {entry.words} {entry.aspects}".rstrip()
    yield styled_paragraph("Masthead", styled_run(entry.place, "strong") + styled_run(words))
    if entry.clause:
        runs = "".join(styled_run(edit.text, LOOK_OF_EDIT.get(edit.kind, "")) for edit in entry.clause)
        is_turned = any(runs_right_to_left(edit.text) for edit in entry.clause)
        yield styled_paragraph("Level1", runs, is_turned=is_turned)
    for aspect, old, new in entry.values:
        values = f"{styled_run(old, 'dropped')}{styled_run(' → ')}{styled_run(new, 'added')}"
        yield styled_paragraph("Level1", f"{styled_run(f'{aspect}: ')}{values}")
