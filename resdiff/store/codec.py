"""Parsed texts as the store keeps them: one row a paragraph, and beside them, as JSON, what only resdiff
reads.

Places in the source are relative to the one before, so that versions that differ little have nearly the
same JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast, get_args

from resdiff.core.errors import StoreError
from resdiff.core.model import (
    Manner,
    Masthead,
    Matter,
    Negotiation,
    Opening,
    Paragraph,
    Part,
    Phrase,
    Resolution,
    Span,
    Vote,
)

if TYPE_CHECKING:  # msgspec is loaded where a parse is read
    from resdiff.store.parsed import StoredMatter, StoredParagraph

_MOST_VOTERS = 1_000_000
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

ParagraphRow = tuple[str, str, str | None, int, str | None, int, str]
"""A paragraph in the store: id, part, label, level, parent, line, reading."""


def paragraph_rows(resolution: Resolution) -> list[ParagraphRow]:
    """The paragraphs of a text, in order."""
    return [(p.id, p.part, p.label, p.level, p.parent, p.line, p.text) for p in resolution.paragraphs]


def encode_resolution(resolution: Resolution) -> str:
    """What the rows and the facts of a version do not tell, as JSON. The same text gives the same JSON."""
    from msgspec import json

    senses: dict[Phrase, int] = {}
    cursor = _Cursor()
    paragraphs: list[tuple[object, ...]] = []
    for p in resolution.paragraphs:
        opening = p.opening and (
            p.opening.start,
            p.opening.end,
            senses.setdefault(p.opening.phrase, len(senses)),
        )
        spans = cursor.distances(p.source)
        if p.stripped or p.marks or p.page is not None:
            first = p.source[0][0] if p.source else 0
            stripped = [(kind, start - first, end - start) for kind, start, end in p.stripped]
            paragraphs.append((spans, opening, stripped, p.marks, p.page, p.mark_places))
        else:
            paragraphs.append((spans, opening))
    values = {
        "paragraphs": paragraphs,
        "senses": list(senses),
        "matter": [
            (
                *(m.kind, m.line, m.text, cursor.distances(m.source), m.mark, m.paragraph),
                *((m.by, m.deleted_by) if m.by or m.deleted_by else ()),
            )
            for m in resolution.matter
        ],
        "masthead": resolution.masthead,
        "vote": resolution.vote,
        "language": resolution.language,
        "negotiation": resolution.negotiation,
        "warnings": resolution.warnings,
    }
    if resolution.tracked:
        values["tracked"] = resolution.tracked
    return json.encode(values).decode()


def _matter(stored: StoredMatter, cursor: _Cursor) -> Matter:
    """What is not a paragraph, as it was before it was kept."""
    return Matter(
        kind=stored.kind,
        line=stored.line,
        text=stored.text,
        source=cursor.spans(stored.spans),
        mark=stored.mark,
        paragraph=stored.paragraph,
        by=stored.by,
        deleted_by=stored.deleted_by,
    )


def decode_resolution(text: str, rows: Sequence[ParagraphRow], source: str, sha256: str) -> Resolution:
    """The text that was encoded, from its JSON and rows. Raises StoreError for what was never encoded."""
    from resdiff.store.parsed import decode_parse

    try:
        parse = decode_parse(text)
        cursor = _Cursor()
        paragraphs = tuple(
            _paragraph(row, stored, parse.senses, cursor)
            for row, stored in zip(rows, parse.paragraphs, strict=True)
        )
        matter = tuple(_matter(stored, cursor) for stored in parse.matter)
        return Resolution(
            paragraphs=paragraphs,
            matter=matter,
            masthead=parse.masthead,
            vote=vote_of(parse.vote) if parse.vote is not None else None,
            language=parse.language,
            negotiation=parse.negotiation,
            warnings=parse.warnings,
            tracked=parse.tracked,
            source=source,
            sha256=sha256,
        )
    except (ValueError, TypeError, IndexError) as error:
        raise StoreError(
            f"the parsed text of {source} is damaged",
            f"{type(error).__name__}: {error}; restore the store from a backup",
        ) from None


def _is_count(value: Any) -> bool:
    return value is None or (type(value) is int and 0 <= value < _MOST_VOTERS)


def vote_of(values: Any) -> Vote:
    """The vote of plain values by name, as `values_of` gives them.

    Raises TypeError or ValueError for what is no vote.
    """
    counts = ("in_favour", "against", "abstaining")
    if not isinstance(values, dict) or not values.keys() <= {*Vote.__struct_fields__}:
        raise TypeError("a vote has a manner, in_favour, against, abstaining, names and consistent")
    names = values.get("names", {})
    if values.get("manner") not in get_args(Manner) or not all(
        _is_count(values.get(count)) for count in counts
    ):
        raise TypeError(
            f"a vote has a manner ({', '.join(get_args(Manner))}) and counts that are whole numbers"
        )
    if (
        not isinstance(names, dict)
        or not names.keys() <= {*counts}
        or not isinstance(values.get("consistent"), bool | None)
    ):
        raise TypeError("the names of a vote stand under in_favour, against and abstaining")
    if not all(
        isinstance(side, list | tuple) and all(isinstance(name, str) for name in side)
        for side in names.values()
    ):
        raise TypeError("the names of a vote are lists of texts")
    return Vote(**{**values, "names": {side: tuple(voters) for side, voters in names.items()}})


@lru_cache(maxsize=4096)
def sense_json(sense: Phrase) -> str:
    """What the lexicon knows of a phrase, as JSON."""
    return _json(values_of(sense))


def values_of(noun: Masthead | Vote | Negotiation | Phrase) -> dict[str, Any]:
    """A noun of the text as plain values by name."""
    return {name: getattr(noun, name) for name in noun.__struct_fields__}


@lru_cache(maxsize=4096)
def sense_of(text: str) -> Phrase:
    """The phrase that was written so."""
    values: dict[str, Any] = json.loads(text)
    for name in ("modifiers", "ordering"):
        values[name] = tuple(values[name])
    return Phrase(**values)


def _paragraph(
    row: ParagraphRow, stored: StoredParagraph, senses: Sequence[Phrase], cursor: _Cursor
) -> Paragraph:
    identity, part, label, level, parent, line, text = row
    source = cursor.spans(stored.spans)
    first = source[0][0] if source else 0
    lifts = tuple([(kind, first + at, first + at + size) for kind, at, size in stored.stripped])
    phrase = None
    if stored.opening is not None:
        start, end, sense = stored.opening
        phrase = Opening(start=start, end=end, phrase=senses[sense])
    return Paragraph(
        id=identity,
        part=cast("Part", part),
        label=label,
        level=level,
        parent=parent,
        line=line,
        text=text,
        source=source,
        opening=phrase,
        stripped=lifts,
        marks=stored.marks,
        mark_places=stored.mark_places,
        page=stored.page,
    )


class _Cursor:
    """Goes through the spans of a text and gives each by its distance from the one before."""

    def __init__(self) -> None:
        self._at = 0

    def distances(self, spans: Iterable[Span]) -> list[int]:
        """Distance and size of each span, in one list."""
        return list(self._steps(spans))

    def _steps(self, spans: Iterable[Span]) -> Iterator[int]:
        for start, end in spans:
            yield start - self._at
            yield end - start
            self._at = end

    def spans(self, distances: Sequence[int]) -> tuple[Span, ...]:
        """The spans of which these are the distances and sizes."""
        spans = []
        at = self._at
        for k in range(0, len(distances), 2):
            start = at + distances[k]
            at = start + distances[k + 1]
            spans.append((start, at))
        self._at = at
        return tuple(spans)
