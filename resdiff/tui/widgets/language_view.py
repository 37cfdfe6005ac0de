"""Two language versions of one text side by side, paragraphs that correspond at one height; what differs
stands below them.
"""

from __future__ import annotations

from collections.abc import Iterator

from resdiff.core.concordance import Concordance
from resdiff.render.terminal.concordance import finding_runs
from resdiff.render.terminal.lines import wrapped_lines
from resdiff.render.terminal.rows import StyledLine, side_by_side
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.render.views.concordance import concordance_counts
from resdiff.render.views.labels import title_of
from resdiff.tui.widgets.row_view import RowView


class LanguageView(RowView):
    """Row 0 says which texts they are, then a row for each pair of paragraphs."""

    def __init__(self, concordance: Concordance, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.concordance = concordance
        self._width = 0

    def set_width(self, width: int) -> bool:
        """Takes note of the width."""
        is_new, self._width = width != self._width, width
        return is_new

    def count_rows(self) -> int:
        """The head and the pairs."""
        return len(self.concordance.rows) + 1

    def height_of_row(self, row: int) -> int:
        """How many lines a row takes, the blank one below it included."""
        return len(self.lines_of_row(row))

    def lines_of_row(self, row: int) -> list[StyledLine]:
        """The lines of a row."""
        return [*(self._pair(row - 1) if row else self._head()), []]

    def text_of_row(self, row: int) -> str:
        """The readings of both paragraphs."""
        if not row:
            return "".join(text for line in self._head() for _, text in line)
        return "\n".join(text for _, text in self._sides(row - 1))

    def row_of(self, identity: str) -> int:
        """The row with a paragraph of an id, in any case; the head where there is none."""
        low = identity.casefold()
        pairs = enumerate(self.concordance.rows, start=1)
        return next((k for k, row in pairs if low in map(_folded, self.concordance.ids(row))), 0)

    def _head(self) -> Iterator[StyledLine]:
        one, two = self.concordance.first, self.concordance.second
        titles = [visible(title_of(text)) for text in (one, two)]
        yield from side_by_side([("strong", titles[0])], [("strong", titles[1])], self._width)
        yield from side_by_side([("faint", one.language)], [("faint", two.language)], self._width)
        yield from wrapped_lines([("", concordance_counts(self.concordance))], self._width)
        for finding in self.concordance.findings:
            yield from wrapped_lines(finding_runs(finding), self._width)

    def _pair(self, place: int) -> Iterator[StyledLine]:
        one, two = map(_named, self._sides(place))
        yield from side_by_side(one, two, self._width)
        for finding in self.concordance.rows[place].findings:
            if finding.kind not in ("missing", "excess"):  # one side is empty
                yield from wrapped_lines([("", "  "), *finding_runs(finding)], self._width)

    def _sides(self, place: int) -> list[tuple[str, str]]:
        """The id and the text of both paragraphs of a pair, label first; '' where there is none."""
        row = self.concordance.rows[place]
        sides = []
        for text, k in ((self.concordance.first, row.first), (self.concordance.second, row.second)):
            paragraph = text.paragraphs[k] if k is not None else None
            label = f"{paragraph.label} " if paragraph is not None and paragraph.label else ""
            sides.append((paragraph.id, f"{label}{paragraph.text}") if paragraph is not None else ("", ""))
        return sides


def _folded(identity: str | None) -> str:
    return (identity or "").casefold()


def _named(side: tuple[str, str]) -> list[StyledRun]:
    """The id and the text of a paragraph; nothing where there is none."""
    name, text = side
    return [("faint", f"{visible(name)} "), ("", visible(text))] if name else []
