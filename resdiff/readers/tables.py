"""Whether a table of a document holds data, or only lays out a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_MOST_WORDS = 60
"""Words of a cell that holds data; longer ones hold paragraphs of the text."""
_LEAST_COLUMNS = 2


def is_data(rows: Iterable[Sequence[str]]) -> bool:
    """Whether a table, by the texts of its cells, has columns of short cells: then a row is one line of the
    text. Else its cells hold paragraphs.
    """
    widest = 0
    for cells in rows:
        widest = max(widest, sum(bool(cell.strip()) for cell in cells))
        if any(len(cell.split()) > _MOST_WORDS for cell in cells):
            return False
    return widest >= _LEAST_COLUMNS
