"""One text as a document: its structure, its verbs marked, footnotes and vote below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import set_cell_size

from resdiff.core.history import Origins
from resdiff.core.model import Paragraph, Resolution
from resdiff.core.verbs import OperativeVerb, Verbs
from resdiff.render.terminal.blame import BlamedText, margin_label, margin_width
from resdiff.render.terminal.lines import breaks, wrapped_lines
from resdiff.render.terminal.rows import StyledLine
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.render.views.citations import cited_words
from resdiff.render.views.labels import facts_of, title_of
from resdiff.render.views.style import StyleName
from resdiff.render.views.votes import SIDES, tally
from resdiff.tui.widgets.row_view import RowView

_GUTTER = 10
_LEAST = 20
_STEP = 3


class Blame(NamedTuple):
    """The versions of a lineage, and from which of them the words of a text come."""

    labels: Sequence[str]
    origins: Sequence[Origins]
    """Of each paragraph."""
    styles: Sequence[StyleName]
    """Of the words of each version."""


class ReaderView(RowView):
    """Row 0 is what stands above the text, then a row a paragraph, then footnotes and vote."""

    def __init__(self, resolution: Resolution, verbs: Verbs | None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.resolution = resolution
        self._verbs = verbs
        self._width = 0
        self._blame: Blame | None = None
        self._notes = [m for m in resolution.matter if m.kind == "footnote" and m.text]

    @property
    def has_blame(self) -> bool:
        """Whether the words bear the version in which they first stood."""
        return self._blame is not None

    def show_blame(self, blame: Blame | None) -> None:
        """Puts before each run of words the version in which it first stood; None takes that away.

        The row at the cursor stays.
        """
        self._blame = blame
        self.measure()
        self.move_to(self.cursor)

    def set_width(self, width: int) -> bool:
        """Takes note of the width."""
        is_new, self._width = width != self._width, width
        return is_new

    def count_rows(self) -> int:
        """Head, paragraphs, and what stands below."""
        return len(self.resolution.paragraphs) + 2

    def paragraph_at(self, row: int) -> Paragraph | None:
        """The paragraph of a row; None above and below them."""
        return self.resolution.paragraphs[row - 1] if 0 < row <= len(self.resolution.paragraphs) else None

    def row_of(self, identity: str) -> int:
        """The row of the paragraph of an id, in any case; the head where there is none."""
        low = identity.casefold()
        return next(
            (k for k, p in enumerate(self.resolution.paragraphs, start=1) if p.id.casefold() == low), 0
        )

    def height_of_row(self, row: int) -> int:
        """How many lines a row takes, the blank one below it included."""
        paragraph = self.paragraph_at(row)
        if paragraph is None:
            return len(self.lines_of_row(row))
        if self._blame is not None:
            return len(self.lines_of_row(row))
        text = visible(f"{self._number(paragraph)}{paragraph.text}{self._marks(paragraph)}")
        return len(breaks(text, self._column(paragraph))) + 1

    def lines_of_row(self, row: int) -> list[StyledLine]:
        """The lines of a row."""
        paragraph = self.paragraph_at(row)
        if paragraph is None:
            return list(self._head() if row == 0 else self._below())
        verbs = self._verbs[row - 1] if self._verbs is not None else ()
        if self._blame is not None:
            return self._blamed(row, paragraph, self._blame)
        lines = wrapped_lines(self._runs(paragraph, verbs), self._column(paragraph))
        indent = self._width - self._column(paragraph)
        name = visible(paragraph.id)[: indent - 1]
        first: StyledLine = [("faint", name), ("", " " * (indent - len(name)))]
        return [[*(first if k == 0 else [("", " " * indent)]), *line] for k, line in enumerate(lines)] + [[]]

    def _blamed(self, row: int, paragraph: Paragraph, blame: Blame) -> list[StyledLine]:
        """Flowing text, its words in the colour of their age; the margin names the youngest version of a
        line.
        """
        width = margin_width(blame.labels)
        indent = _GUTTER + width + 2
        blamed = BlamedText(paragraph.text, blame.origins[row - 1], blame.labels, blame.styles)
        lines: list[StyledLine] = []
        for origin, words in blamed.lines(max(self._width - indent, _LEAST), not self.app.no_color):
            name = "" if lines else visible(paragraph.id)
            label = blame.labels[origin] if origin is not None else ""
            margin = f"{set_cell_size(name, _GUTTER - 1)} {margin_label(label, width)}▏ "
            lines.append([("faint", margin), *words])
        return [*lines, []]

    def text_of_row(self, row: int) -> str:
        """The reading of a paragraph; what stands above and below as it is shown."""
        paragraph = self.paragraph_at(row)
        if paragraph is not None:
            return paragraph.text
        return "\n".join("".join(text for _, text in line) for line in self.lines_of_row(row))

    def _column(self, paragraph: Paragraph) -> int:
        """The cells that the words of a paragraph have."""
        indent = _GUTTER + _STEP * (paragraph.level - 1)
        return max(self._width - indent, min(_LEAST, self._width - 2), 1)

    def _number(self, paragraph: Paragraph) -> str:
        return f"{paragraph.label} " if paragraph.label is not None else ""

    def _marks(self, paragraph: Paragraph) -> str:
        return f" [{', '.join(paragraph.marks)}]" if paragraph.marks else ""

    def _runs(self, paragraph: Paragraph, verbs: Sequence[OperativeVerb]) -> list[StyledRun]:
        if paragraph.part == "heading":
            return [("strong", visible(f"{self._number(paragraph)}{paragraph.text}{self._marks(paragraph)}"))]
        runs: list[StyledRun] = [("", visible(self._number(paragraph)))]
        last = 0
        for verb in sorted(verbs, key=lambda v: v.start):
            runs += [
                ("", visible(paragraph.text[last : verb.start])),
                ("verb", visible(paragraph.text[verb.start : verb.end])),
            ]
            last = verb.end
        return [*runs, ("", visible(paragraph.text[last:])), ("faint", visible(self._marks(paragraph)))]

    def _head(self) -> Iterator[StyledLine]:
        head = self.resolution.masthead
        yield from wrapped_lines([("strong", visible(title_of(self.resolution)))], self._width)
        facts = [
            head.organ,
            head.session,
            f"agenda item {head.agenda_item}" if head.agenda_item else None,
            facts_of(self.resolution) or None,
        ]
        yield from wrapped_lines([("faint", visible(", ".join(part for part in facts if part)))], self._width)
        for warning in self.resolution.warnings:
            yield from wrapped_lines([("weakened", f"! {visible(warning)}")], self._width)
        yield []

    def _below(self) -> Iterator[StyledLine]:
        for note in self._notes:
            place = f" ({note.paragraph})" if note.paragraph else ""
            yield from wrapped_lines([("", visible(note.text)), ("faint", visible(place))], self._width)
        cited = cited_words(self.resolution, self._verbs)
        if cited:
            runs: list[StyledRun] = [("strong", "cited: "), ("", visible(cited))]
            yield from wrapped_lines(runs, self._width)
        vote = self.resolution.vote
        if vote is not None:
            yield from wrapped_lines([("strong", f"vote: {tally(vote)}")], self._width)
            for side, names in vote.names.items():
                yield from wrapped_lines([("", visible(f"{SIDES[side]}: {', '.join(names)}"))], self._width)
        yield []
