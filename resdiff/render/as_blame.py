"""A text with the version in which each of its words first stood."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from resdiff.core.history import History, runs_of
from resdiff.render.as_json import encode
from resdiff.render.labels import version_label
from resdiff.render.palette import Paint, visible
from resdiff.render.wrap import Run, wrap

BLAME = "resdiff/blame/1"
_LABEL = 14
"""The most cells of a version's label in the margin."""


def blame_json(history: History) -> Iterator[str]:
    """The blame of the last version as JSON."""
    versions = [
        {"index": k, "label": version_label(text), "symbol": text.masthead.symbol, "date": text.masthead.date}
        for k, text in enumerate(history.versions)
    ]
    yield f'{{"schema": "{BLAME}",\n"versions": {encode(versions)},\n"paragraphs": [\n'
    paragraphs = history.versions[-1].paragraphs
    for k, (paragraph, origins) in enumerate(zip(paragraphs, history.origins[-1], strict=True)):
        told = {"id": paragraph.id, "line": paragraph.line, "runs": runs_of(paragraph.text, origins)}
        yield encode(told) + (",\n" if k + 1 < len(paragraphs) else "")
    yield "\n]}\n"


def blame_text(history: History, width: int, is_coloured: bool, since: int = 0) -> Iterator[str]:
    """The last version, a line for each run of words of one origin, with that version's label before it; then the shares.

    Only words that are younger than version `since` bear a label where it is above 0.
    """
    paint = Paint(is_coloured)
    labels = [visible(version_label(text)) for text in history.versions]
    margin = min(max(map(cell_len, labels)), _LABEL)
    for paragraph, origins in zip(history.versions[-1].paragraphs, history.origins[-1], strict=True):
        yield paint(f"{' ' * margin} {visible(paragraph.id)}", "faint") + "\n"
        for k, (piece, origin) in enumerate(runs_of(paragraph.text, origins)):
            label = set_cell_size(labels[origin] if origin >= since else "", margin)
            style = _style(origin, len(labels), since)
            runs: list[Run] = [(style, visible(piece.strip()))]
            for j, line in enumerate(wrap(runs, max(width - margin - 3, 10), paint)):
                yield f"{paint(label if j == 0 else ' ' * margin, style)} {'│' if j or k else '┌'} {line}\n"
        yield "\n"
    counts = history.shares()
    whole = max(sum(counts.values()), 1)
    for origin, count in counts.items():
        yield f"{set_cell_size(labels[origin], margin)}   {count} words, {100 * count / whole:.0f}%\n"


def _style(origin: int, versions: int, since: int) -> str:
    """The older the fainter: what is the last version's own stands out."""
    if origin < since or origin == 0:
        return "faint"
    return "added" if origin == versions - 1 else "edited"
