"""A text with the version in which each of its words first stood."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from resdiff.core.history import History, runs_of
from resdiff.core.wording import counted
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, wrap
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import labels_of
from resdiff.render.views.style import AGES, ages_of

_LABEL = 14
"""The most cells of a version's label in the margin."""


def blame_text(history: History, width: int, is_coloured: bool, since: int = 0) -> Iterator[str]:
    """The last version, a line for each run of words of one origin, with that version's label before it.

    Then the shares.

    Only words that came with version `since` or later bear a label.
    """
    paint = Paint(colour=is_coloured)
    labels = [visible(label) for label in labels_of(history.versions)]
    margin = min(max(map(cell_len, labels)), _LABEL)
    counts = history.shares()
    styles = [
        "faint" if k < since else AGES[age] for k, age in enumerate(ages_of(counts, len(labels), since))
    ]
    for paragraph, origins in zip(history.versions[-1].paragraphs, history.origins[-1], strict=True):
        yield paint(f"{' ' * margin} {visible(paragraph.id)}", "faint") + "\n"
        shown = tuple(origin if origin >= since else -1 for origin in origins)
        for k, (piece, origin) in enumerate(runs_of(paragraph.text, shown)):
            label = set_cell_size(labels[origin] if origin >= since else "", margin)
            style = styles[origin] if origin >= 0 else "faint"
            runs: list[StyledRun] = [(style, visible(piece.strip()))]
            for j, line in enumerate(wrap(runs, max(width - margin - 3, 10), paint)):
                yield f"{paint(label if j == 0 else ' ' * margin, style)} {'│' if j or k else '┌'} {line}\n"
        yield "\n"
    whole = max(sum(counts.values()), 1)
    for origin, count in counts.items():
        label = paint(set_cell_size(labels[origin], margin), styles[origin])
        yield f"{label}   {share_of_words(count, whole)}\n"


def share_of_words(count: int, whole: int) -> str:
    """So many of a text's words: '48 words, 8%'."""
    share = 100 * count / whole
    return f"{counted(count, 'word')}, {'<1' if share < 0.5 else f'{share:.0f}'}%"
