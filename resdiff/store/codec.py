"""Parsed texts as the store keeps them: one row a paragraph, and beside them, as JSON, what only resdiff
reads.

Places in the source are told relative to the one before, so that versions that differ little have nearly the
same JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, cast, get_args

from resdiff.core.errors import StoreError
from resdiff.core.model import (
    Lift,
    LiftKind,
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

_MOST_VOTERS = 1_000_000
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Row = tuple[str, str, str | None, int, str | None, int, str]
"""A paragraph in the store: id, part, label, level, parent, line, reading."""


def rows_of(resolution: Resolution) -> list[Row]:
    """The paragraphs of a text, in order."""
    return [(p.id, p.part, p.label, p.level, p.parent, p.line, p.text) for p in resolution.paragraphs]


def encode(resolution: Resolution) -> str:
    """What the rows and the facts of a version do not tell, as JSON. The same text gives the same JSON."""
    senses: dict[Phrase, int] = {}
    cursor = _Cursor()
    paragraphs: list[tuple[object, ...]] = []
    for p in resolution.paragraphs:
        opening = p.opening and (
            p.opening.start,
            p.opening.end,
            senses.setdefault(p.opening.phrase, len(senses)),
        )
        spans = cursor.told(p.source)
        if p.lifted or p.marks or p.page is not None:
            first = p.source[0][0] if p.source else 0
            lifted = [(kind, start - first, end - start) for kind, start, end in p.lifted]
            paragraphs.append((spans, opening, lifted, p.marks, p.page))
        else:
            paragraphs.append((spans, opening))
    matter = [(m.kind, m.line, m.text, cursor.told(m.source), m.mark, m.paragraph) for m in resolution.matter]
    told = {
        "paragraphs": paragraphs,
        "senses": [values_of(sense) for sense in senses],
        "matter": matter,
        "masthead": values_of(resolution.masthead),
        "vote": resolution.vote and values_of(resolution.vote),
        "language": resolution.language,
        "negotiation": values_of(resolution.negotiation),
        "warnings": resolution.warnings,
    }
    return _json(told)


def decode(text: str, rows: Iterable[Row], source: str, sha256: str) -> Resolution:
    """The text that was encoded, from its JSON and rows. Raises StoreError for what was never encoded."""
    try:
        told = json.loads(text)
        senses = [Phrase(**_tuples(sense)) for sense in told["senses"]]
        cursor = _Cursor()
        paragraphs = tuple(
            _paragraph(row, kept, senses, cursor) for row, kept in zip(rows, told["paragraphs"], strict=True)
        )
        matter = tuple(
            Matter(kind, line, text, cursor.spans(spans), *rest)
            for kind, line, text, spans, *rest in told["matter"]
        )
        vote = vote_of(told["vote"]) if told["vote"] else None
        return Resolution(
            paragraphs,
            matter,
            Masthead(**_tuples(told["masthead"])),
            vote,
            told["language"],
            Negotiation(**_tuples(told["negotiation"])),
            tuple(told["warnings"]),
            source,
            sha256,
        )
    except (ValueError, KeyError, TypeError, IndexError) as error:
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
    if not isinstance(values, dict) or not values.keys() <= {*Vote.__slots__}:
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
def sense_told(sense: Phrase) -> str:
    """What the lexicon knows of a phrase, as JSON."""
    return _json(values_of(sense))


def values_of(noun: Masthead | Vote | Negotiation | Phrase) -> dict[str, Any]:
    """A noun of the text as plain values by name."""
    return {name: getattr(noun, name) for name in noun.__slots__}


@lru_cache(maxsize=4096)
def sense_of(told: str) -> Phrase:
    """The phrase of which that was told."""
    return Phrase(**_tuples(json.loads(told)))


def _tuples(told: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}


def _paragraph(row: Row, kept: Sequence[Any], senses: list[Phrase], cursor: _Cursor) -> Paragraph:
    identity, part, label, level, parent, line, text = row
    spans, opening, lifted, marks, page = kept if len(kept) > 2 else (*kept, (), (), None)
    source = cursor.spans(spans)
    first = source[0][0] if source else 0
    lifts: tuple[Lift, ...] = tuple(
        [(cast("LiftKind", kind), first + at, first + at + size) for kind, at, size in lifted]
    )
    phrase = Opening(opening[0], opening[1], senses[opening[2]]) if opening else None
    return Paragraph(
        identity,
        cast("Part", part),
        label,
        level,
        parent,
        line,
        text,
        source,
        phrase,
        lifts,
        tuple(marks),
        page,
    )


class _Cursor:
    """Goes through the spans of a text and tells each by its distance from the one before."""

    def __init__(self) -> None:
        self._at = 0

    def told(self, spans: Iterable[Span]) -> list[int]:
        """Distance and size of each span, in one list."""
        return list(self._steps(spans))

    def _steps(self, spans: Iterable[Span]) -> Iterator[int]:
        for start, end in spans:
            yield start - self._at
            yield end - start
            self._at = end

    def spans(self, told: Sequence[int]) -> tuple[Span, ...]:
        """The spans that were told so."""
        found = []
        at = self._at
        for k in range(0, len(told), 2):
            start = at + told[k]
            at = start + told[k + 1]
            found.append((start, at))
        self._at = at
        return tuple(found)
