"""Agreed language as text: each paragraph with its new words marked, below it the nearest wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.model import Resolution
from resdiff.core.precedents.values import ParagraphPrecedents
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, wrap
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import title_of
from resdiff.render.views.precedents import agreed_words, precedent_words

_INDENT = "    "


def precedents_text(
    text: Resolution, rows: Sequence[ParagraphPrecedents], width: int, is_coloured: bool
) -> Iterator[str]:
    """The paragraphs of a text; without colours new words stand between {+ +}."""
    paint = Paint(colour=is_coloured)
    yield from (f"{line}\n" for line in wrap([("strong", visible(title_of(text)))], width, paint))
    yield from (f"{line}\n" for line in wrap([("", agreed_words(rows))], width, paint))
    for row in rows:
        name = visible(row.paragraph.id)
        yield "\n" + paint(f"{name}  {round(100 * row.agreed)}% agreed", "strong") + "\n"
        yield from (f"  {line}\n" for line in wrap(run_pieces(row, is_coloured), width - 2, paint))
        for precedent in row.nearest:
            line = f"~ {precedent_words(precedent)}"
            yield from (f"{_INDENT}{part}\n" for part in wrap([("faint", visible(line))], width - 4, paint))
            if precedent.similarity < 1:
                passage: list[StyledRun] = [("", visible(precedent.text))]
                yield from (f"{_INDENT}  {part}\n" for part in wrap(passage, width - 6, paint))


def run_pieces(row: ParagraphPrecedents, is_coloured: bool) -> list[StyledRun]:
    """The words of a paragraph, new ones in the style of what is inserted; without colours between signs."""
    pieces: list[StyledRun] = []
    for run in row.runs:
        words = visible(run.text)
        if run.source is None and not is_coloured:
            stem = words.rstrip()
            pieces.append(("", f"{{+{stem}+}}{words[len(stem) :]}"))
        else:
            pieces.append(("insert" if run.source is None else "", words))
    return pieces
