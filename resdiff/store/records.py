"""The data types of the store: a version, a lineage, a text to be stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from msgspec import Struct, field

from resdiff.core.model import Resolution, Vote

FACTS = ("stage", "date", "symbol", "number", "title", "language", "organ", "session", "vote")
"""What is kept of a version beside its text, as the masthead tells it or as people do."""


class Stamp(NamedTuple):
    """When something was done to a store, and by whom."""

    timestamp: str
    """In UTC."""
    author: str | None


class Version(Struct, frozen=True, kw_only=True):
    """One immutable stored text."""

    id: int
    lineage: str
    place: int
    """Its place in the lineage, from 1; numbers may be left out where a version was dropped for good."""
    label: str
    stage: str | None
    date: str | None
    symbol: str | None
    number: str | None
    title: str | None
    language: str | None
    organ: str | None
    session: str | None
    base_of: int | None
    """The id of the version it was drafted on."""
    round_of: int | None
    """The id of the adopted version of which it is a round, where people say so."""
    supersedes: int | None
    """The id of the version that it corrects."""
    reason: str | None
    """Why it corrects that version."""
    superseded_by: int | None
    """The id of the version that corrects it."""
    vote: Vote | None
    source: str
    """Where the bytes came from."""
    sha256: str
    added: str
    """When, in UTC."""
    author: str | None
    resdiff: str
    parser: str
    dropped: str | None
    """When it was dropped, in UTC."""
    extra: dict[str, Any]
    """What an index says of it that resdiff does not know."""
    verbs: str | None
    """The rules by which its verbs were found; None where they are not yet."""
    paragraphs: int
    """How many it has."""

    @property
    def reference(self) -> str:
        """What the version is called: LINEAGE@LABEL."""
        return f"{self.lineage}@{self.label}"


class Lineage(Struct, frozen=True, kw_only=True):
    """The ordered versions of a text on one subject."""

    slug: str
    title: str | None
    """Its own, or that of its last text that has one."""
    has_own_title: bool
    versions: int
    last: str | None
    """The date of the last version."""
    changed: str | None
    """When a version was last added, in UTC."""
    extra: dict[str, Any]
    """What an index says of it that resdiff does not know."""


class NewVersion(Struct, frozen=True, kw_only=True):
    """A text to be kept, with what is known of it."""

    lineage: str
    data: bytes
    resolution: Resolution
    label: str
    facts: Mapping[str, Any]
    """Facts that win over those of the masthead, by their names in FACTS."""
    added: str
    author: str | None
    resdiff: str
    base_of: int | None = None
    round_of: int | None = None
    supersedes: int | None = None
    """The version it corrects: the new one is placed after it and stands for it in the lineage."""
    reason: str | None = None
    before: int | None = None
    """The version it stands before; without one, and without `supersedes`, it stands last."""
    title: str | None = None
    """The title of the lineage, where it is new."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    lineage_extra: Mapping[str, Any] = field(default_factory=dict)
