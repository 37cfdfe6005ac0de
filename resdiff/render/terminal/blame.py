"""A text with the version in which each of its words first stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len, set_cell_size

from resdiff.core.history import History, Origins, runs_of
from resdiff.core.wording import counted
from resdiff.render.terminal.lines import breaks, cut
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import labels_of
from resdiff.render.views.style import AGES, StyleName, ages_of

_LABEL = 14
"""The most cells of a version's label in the margin."""


def blame_text(history: History, width: int, is_coloured: bool, since: int = 0) -> Iterator[str]:
    """The last version as flowing text, then the shares of the versions.

    In colours, words bear that of their age, and the margin names the youngest version in each line. Without
    colours the version stands in brackets before its words. Only words that came with version `since` or
    later are marked.
    """
    paint = Paint(colour=is_coloured)
    labels = [visible(label) for label in labels_of(history.versions)]
    margin = margin_width(labels) if is_coloured else 0
    counts = history.shares()
    styles = age_styles(counts, len(labels), since)
    for paragraph, origins in zip(history.versions[-1].paragraphs, history.origins[-1], strict=True):
        indent = " " * (margin + 1) if margin else ""
        yield paint(f"{indent}{visible(paragraph.id)}", "faint") + "\n"
        blamed = BlamedText(paragraph.text, origins, labels, styles, since)
        for origin, line in blamed.lines(max(width - margin - 3, 10), is_coloured):
            label = margin_label(labels[origin] if origin is not None else "", margin)
            words = "".join(paint(text, style) for style, text in line)
            yield f"{paint(label, 'faint')} │ {words}\n" if margin else f"  {words}\n"
        yield "\n"
    whole = max(sum(counts.values()), 1)
    size = max(map(cell_len, labels))
    for origin, count in counts.items():
        label = paint(set_cell_size(labels[origin], size), styles[origin])
        yield f"{label}   {share_of_words(count, whole)}\n"


def margin_width(labels: Sequence[str]) -> int:
    """The cells of the longest label, as far as the margin has room for it."""
    return min(max(map(cell_len, labels), default=0), _LABEL)


def margin_label(label: str, width: int) -> str:
    """A label in exactly `width` cells; of a longer one the end, by which symbols differ: '…/80/L.20'."""
    if cell_len(label) > width:
        label = next((end for k in range(1, len(label)) if cell_len(end := f"…{label[k:]}") <= width), "")
    return set_cell_size(label, width)


def age_styles(counts: Mapping[int, int], versions: int, since: int = 0) -> list[StyleName]:
    """The style of the words of each version; `counts` are the words of each."""
    return ["faint" if k < since else AGES[age] for k, age in enumerate(ages_of(counts, versions, since))]


class BlamedText:
    """A paragraph whose words show the version in which they first stood."""

    def __init__(
        self,
        text: str,
        origins: Origins,
        labels: Sequence[str],
        styles: Sequence[StyleName],
        since: int = 0,
    ) -> None:
        """`labels` and `styles` are those of the versions; words from before `since` bear no mark."""
        shown = tuple(origin if origin >= since else -1 for origin in origins)
        self._pieces = [(visible(piece), origin) for piece, origin in runs_of(text, shown)]
        self._labels, self._styles = labels, styles

    def lines(self, width: int, is_coloured: bool) -> list[tuple[int | None, list[StyledRun]]]:
        """The lines of at most `width` cells, each with its youngest version: None where none is marked."""
        runs: list[StyledRun] = []
        places: list[int] = []
        for piece, origin in self._pieces:
            style: StyleName = self._styles[origin] if origin >= 0 else "faint"
            mark = f"[{self._labels[origin]}] " if not is_coloured and origin >= 0 else ""
            blank = " " if piece.startswith(" ") and mark else ""
            runs.append((style if is_coloured else "", f"{blank}{mark}{piece[len(blank) :]}"))
            places += [origin] * len(runs[-1][1])
        text = "".join(part for _, part in runs)
        spans = breaks(text, width)
        youngest = [
            max((places[k] for k in range(start, end) if not text[k].isspace()), default=-1)
            for start, end in spans
        ]
        return [
            (origin if origin >= 0 else None, line)
            for origin, line in zip(youngest, cut(runs, spans), strict=True)
        ]


def share_of_words(count: int, whole: int) -> str:
    """So many of a text's words: '48 words, 8%'."""
    share = 100 * count / whole
    return f"{counted(count, 'word')}, {'<1' if share < 0.5 else f'{share:.0f}'}%"
