"""Agreed language as data: the schema resdiff/precedents/1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from resdiff.core.model import Resolution
from resdiff.core.precedents.values import ParagraphPrecedents, Precedent
from resdiff.render.data.encoding import json_lines
from resdiff.version import __version__


class PrecedentDocument(Struct, frozen=True):
    """A wording of the store that is near to a paragraph, where it stands last."""

    text: str
    lineage: str
    version: str
    symbol: str | None
    date: str | None
    stage: str | None
    paragraph: str
    similarity: float
    """Share of words in common, 0 to 1."""
    current: bool
    """Whether the version is the last of its lineage."""
    versions: int
    """How many stored paragraphs have it."""
    differing: tuple[str, ...]
    """The words of the paragraph that it has not."""


class ParagraphPrecedentsDocument(Struct, frozen=True):
    """What stands behind a paragraph."""

    id: str
    text: str
    agreed: float
    """Share of the words that stand in runs of six words and more in the store."""
    runs: tuple[tuple[str, str | None], ...]
    """Words, and the earliest paragraph of the reading in which they stand, LINEAGE@VERSION:OP4; null for new
    words. Joined, the words are the text.
    """
    nearest: tuple[PrecedentDocument, ...]


class PrecedentsDocument(Struct, frozen=True, tag_field="schema", tag="resdiff/precedents/1"):
    """Agreed language of a text."""

    resdiff: str
    source: str
    paragraphs: tuple[ParagraphPrecedentsDocument, ...]


def precedents_json(text: Resolution, rows: Sequence[ParagraphPrecedents]) -> Iterator[str]:
    """The precedents of a text as JSON, in pieces."""
    return json_lines(
        PrecedentsDocument(
            resdiff=__version__,
            source=text.source,
            paragraphs=tuple(
                ParagraphPrecedentsDocument(
                    id=row.paragraph.id,
                    text=row.paragraph.text,
                    agreed=round(row.agreed, 4),
                    runs=tuple(
                        (run.text, run.source.reference if run.source is not None else None)
                        for run in row.runs
                    ),
                    nearest=tuple(map(_document, row.nearest)),
                )
                for row in rows
            ),
        )
    )


def _document(precedent: Precedent) -> PrecedentDocument:
    last = precedent.standings[0]
    return PrecedentDocument(
        text=precedent.text,
        lineage=last.lineage,
        version=last.version,
        symbol=last.symbol,
        date=last.date,
        stage=last.stage,
        paragraph=last.paragraph,
        similarity=precedent.similarity,
        current=any(standing.current for standing in precedent.standings),
        versions=len(precedent.standings),
        differing=precedent.differing,
    )
