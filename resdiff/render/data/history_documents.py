"""What the JSON output of history and blame consists of, declared as in `documents`."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from resdiff.core.history import Fate
from resdiff.core.history.survival import Ending, Survival, Turnover
from resdiff.core.model import Stage
from resdiff.core.verbs import VerbOutcome
from resdiff.render.data.documents import Count, Ordinal, Strings


class VersionDocument(Struct, frozen=True):
    """A version, by its place from 0."""

    index: Count
    label: str
    symbol: str | None
    date: str | None


class HistoryVersionDocument(VersionDocument, frozen=True):
    """A version with the words that each version (by its place) gave it, and what it changed."""

    stage: Stage | None
    shares: dict[str, Count]
    turnover: Turnover | None


class PlaceDocument(Struct, frozen=True):
    """A paragraph of a thread in one version; `verbs` says what became of its verbs there."""

    version: Count
    id: str
    fate: Fate
    verbs: tuple[VerbOutcome, ...]


class ThreadDocument(Struct, frozen=True):
    """A paragraph through the versions."""

    thread: Count
    first: Count
    last: Count
    ended: Ending | None
    branched_from: Count | None
    joined_to: Count | None
    places: tuple[PlaceDocument, ...]


class HistoryDocument(Struct, frozen=True, tag_field="schema", tag="resdiff/history/1"):
    """What became of the paragraphs of a lineage; with --all a list of these, each with its `lineage`."""

    versions: tuple[HistoryVersionDocument, ...]
    survival: Survival
    threads: tuple[ThreadDocument, ...]
    warnings: Strings
    lineage: str | UnsetType = UNSET


class BlamedParagraphDocument(Struct, frozen=True):
    """A paragraph as runs of text, each with the place of the version in which it first stood."""

    id: str
    line: Ordinal
    runs: tuple[tuple[str, Count], ...]


class BlameDocument(Struct, frozen=True, tag_field="schema", tag="resdiff/blame/1"):
    """The last version of a lineage, each word with the version it first stood in."""

    versions: tuple[VersionDocument, ...]
    paragraphs: tuple[BlamedParagraphDocument, ...]
