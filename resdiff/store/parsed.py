"""The JSON of a parse as the store keeps it, declared once for msgspec to read and check."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from resdiff.core.model import Masthead, MatterKind, Negotiation, Phrase, StrippedKind, TrackedWords


class StoredParagraph(Struct, frozen=True, array_like=True):
    """What the row of a paragraph does not hold."""

    spans: tuple[int, ...]
    """Distance and size of each span of the source in turn."""
    opening: tuple[int, int, int] | None
    """Start, end, and the place of its sense in `senses`."""
    stripped: tuple[tuple[StrippedKind, int, int], ...] = ()
    """Kind, distance from the start of the paragraph, size."""
    marks: tuple[str, ...] = ()
    page: int | None = None
    mark_places: tuple[int, ...] = ()


class StoredMatter(Struct, frozen=True, array_like=True):
    """What is not a paragraph."""

    kind: MatterKind
    line: int
    text: str
    spans: tuple[int, ...]
    mark: str | None = None
    paragraph: str | None = None
    by: tuple[str, ...] = ()
    deleted_by: tuple[str, ...] = ()


class StoredParse(Struct, frozen=True):
    """A parse without what stands in the rows of its paragraphs."""

    paragraphs: tuple[StoredParagraph, ...]
    senses: tuple[Phrase, ...]
    matter: tuple[StoredMatter, ...]
    masthead: Masthead
    vote: dict[str, Any] | None
    language: str
    negotiation: Negotiation
    warnings: tuple[str, ...]
    tracked: tuple[TrackedWords, ...] = ()


_DECODER = msgspec.json.Decoder(StoredParse)


def decode_parse(text: str) -> StoredParse:
    """A parse from its JSON. Raises ValueError for what is none."""
    return _DECODER.decode(text)
