"""Asks through time as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.history.ask_threads import LineageAsks
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import cells, fitted, wrap
from resdiff.render.views.ask_threads import thread_place, thread_sections, thread_words, threads_head
from resdiff.render.views.characters import visible

_NAME = 12
"""Cells of the column of ids at most."""


def ask_threads_text(rows: Sequence[LineageAsks], width: int, is_coloured: bool) -> Iterator[str]:
    """The asks of each lineage, by what became of them."""
    paint = Paint(colour=is_coloured)
    for k, asks in enumerate(rows):
        yield "\n" if k else ""
        for head in threads_head(asks).split("\n"):
            yield from (f"{line}\n" for line in wrap([("strong", visible(head))], width, paint))
        for title, threads in thread_sections(asks):
            yield "\n" + paint(visible(title.upper()), "strong") + "\n"
            names = [visible(thread_place(thread, asks.texts)) for thread in threads]
            size = min(max(map(cells, names)), _NAME)
            for name, thread in zip(names, threads, strict=True):
                indent = " " * (size + 4)
                words = visible(thread_words(thread, asks.texts))
                for n, line in enumerate(wrap([("", words)], max(width - size - 4, 10), paint)):
                    yield f"{indent if n else f'  {fitted(name, size)}  '}{line}\n"
                clause = visible(thread.last.ask.clause)
                if clause:
                    room = max(width - size - 4, 10)
                    yield f"{indent}{paint(fitted(clause, min(cells(clause), room)), 'faint')}\n"
