"""Plain tables: rows of values as aligned text, JSON lines in a list, or CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from resdiff.render.data.encoding import without_acting
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import cells, fitted, wrap
from resdiff.render.views.characters import visible
from resdiff.render.views.csv_rows import csv_rows

Rows = Sequence[Mapping[str, object]]
"""Rows of values by column; all have the same columns."""


_LEAST = 10
"""Cells of a text that is cut at least: a date is never cut."""
_LEAST_NUMBER = 4
"""Cells of a column of numbers whose name is cut, at least."""
_PROSE = frozenset(("title", "note", "because", "text"))
"""Columns that are read and never typed: they are cut first, to `_LEAST_PROSE` cells."""
_LEAST_PROSE = 16


def json_table(rows: Rows) -> Iterator[str]:
    """The rows as a list in JSON, an object each."""
    yield without_acting(json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=1)) + "\n"


def csv_table(rows: Rows) -> Iterator[str]:
    """The rows as CSV below the names of their columns; nothing where there are none."""
    yield from csv_rows(list(rows[0]), (list(row.values()) for row in rows)) if rows else ()


def text_table(rows: Rows, *, width: int = 0, is_coloured: bool = False) -> Iterator[str]:
    """The rows as aligned text below the names of their columns; nothing where there are none.

    Numbers stand at the right, zeros are faint. Where a line would be wider than `width` cells (0: as wide as
    it has to be) the widest texts are cut, with '…'; where that is not enough, what all rows have in common
    stands once above them, and else each row is a block with a line for each column.
    """
    if not rows:
        return
    paint = Paint(colour=is_coloured)
    grid = _Grid(rows, width)
    first = rows[0]
    common = [name for name in first if all(row[name] == first[name] for row in rows)]
    if not grid.fits and len(rows) > 1 and len(common) < len(first):
        facts = ", ".join(f"{name} {visible(str(first[name]))}" for name in common if first[name] is not None)
        yield from (f"{line}\n" for line in wrap([("strong", facts)], width, paint) if facts)
        rows = [{name: value for name, value in row.items() if name not in common} for row in rows]
        grid = _Grid(rows, width)
    yield from grid.aligned(paint) if grid.fits else _records(grid.names, grid.lines, width, paint)


class _Grid:
    """The values of rows in words, and the sizes of their columns in a line of so many cells; 0 for any."""

    def __init__(self, rows: Rows, width: int) -> None:
        self.names = list(rows[0])
        self.lines = [
            ["" if row[name] is None else visible(str(row[name])) for name in self.names] for row in rows
        ]
        self._is_number = [all(isinstance(row[name], int | None) for row in rows) for name in self.names]
        values = [max(cells(line[k]) for line in self.lines) for k in range(len(self.names))]
        self._sizes = [max(cells(name), size) for name, size in zip(self.names, values, strict=True)]
        self._least = [
            max(size, _LEAST_NUMBER) if is_number else _LEAST
            for size, is_number in zip(values, self._is_number, strict=True)
        ]
        self._fit(width)
        self.fits = not width or self._line_size <= width

    @property
    def _line_size(self) -> int:
        return sum(self._sizes) + 2 * (len(self._sizes) - 1)

    def _fit(self, width: int) -> None:
        """Makes columns narrower until a line fits: prose first, then the heads of numbers, then other texts;
        the widest first.
        """
        while width and self._line_size > width:
            wide = [k for k, size in enumerate(self._sizes) if size > self._least[k]]
            if not wide:
                break
            texts = [k for k in wide if not self._is_number[k]]
            heads = [k for k in wide if self._is_number[k]]
            prose = [k for k in texts if self.names[k] in _PROSE and self._sizes[k] > _LEAST_PROSE]
            self._sizes[max(prose or heads or texts, key=self._sizes.__getitem__)] -= 1

    def aligned(self, paint: Paint) -> Iterator[str]:
        """The rows below the names of their columns."""
        yield paint(_line(map(fitted, self.names, self._sizes, self._is_number)), "strong") + "\n"
        for line in self.lines:
            shown = map(fitted, line, self._sizes, self._is_number)
            faint = [paint(cell, "faint") if cell.strip() == "0" else cell for cell in shown]
            yield _line(faint) + "\n"


def _records(names: Sequence[str], lines: Sequence[Sequence[str]], width: int, paint: Paint) -> Iterator[str]:
    """Each row as a block: the name of a column and its value; what is empty is left out."""
    size = min(max(map(cells, names)), width // 2)
    for line in lines:
        yield "\n"
        for name, value in zip(names, line, strict=True):
            for k, words in enumerate(wrap([("", value)], width - size - 2, paint) if value else ()):
                yield f"{paint(fitted('' if k else name, size), 'faint')}  {words}".rstrip() + "\n"


def passages(rows: Rows, width: int, colour: bool) -> Iterator[str]:
    """Rows whose last value is a text, as passages: the other values on a line, the text below it."""
    paint = Paint(colour=colour)
    for row in rows:
        *facts, text = ("" if value is None else visible(str(value)) for value in row.values())
        yield from (
            f"{line}\n"
            for line in wrap([("strong", ", ".join(fact for fact in facts if fact))], width, paint)
        )
        yield from (f"    {line}\n" for line in wrap([("", text)], width - 4, paint))
        yield "\n"


def _line(shown: Iterable[str]) -> str:
    return "  ".join(shown).rstrip()
