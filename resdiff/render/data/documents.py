"""What JSON output consists of: encoder and JSON Schemas both follow from these classes.

The names of the fields are the names in the JSON (`from` apart, which Python reserves). Values of the core
that already have the right fields (a vote, a hedge, a summary) stand in the documents as they are.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType
from msgspec import field as renamed

from resdiff.core.align import AlignOptions
from resdiff.core.asks import Task
from resdiff.core.compare import HedgeChange, Reason, Summary
from resdiff.core.compare.ask_aspects import Aspect
from resdiff.core.compare.changes import ChangeKind, MatterChangeKind
from resdiff.core.compare.proposals import Proposal
from resdiff.core.compare.signals import Signal
from resdiff.core.model import MatterKind, Negotiation, Part, Stage, Vote
from resdiff.core.verbs import Shift
from resdiff.core.worddiff import EditKind, WordOptions

Count = Annotated[int, Meta(ge=0)]
Ordinal = Annotated[int, Meta(ge=1)]
Share = Annotated[float, Meta(ge=0, le=1)]
Strings = tuple[str, ...]


class VerbDocument(Struct, frozen=True, kw_only=True):
    """A verb of a paragraph: characters [start, end) of its text."""

    phrase: str
    lemma: str
    kind: str
    scale: str | None
    strength: int | None
    modifiers: Strings
    ordering: Strings
    start: Count
    end: Count
    inner: bool
    pivot: str | UnsetType = UNSET
    """The English lemma of the same sense, in other languages."""


class PlacedVerbDocument(VerbDocument, frozen=True, kw_only=True):
    """A verb with the paragraph in which it stands."""

    paragraph: str
    part: Part


class ParagraphDocument(Struct, frozen=True):
    """A paragraph; `verbs` is null where the language has no lexicon."""

    id: str
    part: Part
    label: str | None
    level: Ordinal
    parent: str | None
    line: Ordinal
    page: Count | None
    text: str
    marks: Strings
    verbs: tuple[VerbDocument, ...] | None


class MatterDocument(Struct, frozen=True):
    """What is not a paragraph; a footnote has its mark and the id of its paragraph."""

    kind: MatterKind
    line: Ordinal
    text: str
    mark: str | UnsetType | None = UNSET
    paragraph: str | UnsetType | None = UNSET


class TextDocument(Struct, frozen=True):
    """One text."""

    source: str
    sha256: str
    symbol: str | None
    number: str | None
    title: str | None
    organ: str | None
    session: str | None
    agenda_item: str | None
    stage: Stage | None
    date: str | None
    language: str
    sponsors: Strings
    vote: Vote | None
    negotiation: Negotiation
    paragraphs: tuple[ParagraphDocument, ...]
    matter: tuple[MatterDocument, ...]
    warnings: Strings


class ResolutionDocument(TextDocument, frozen=True, tag_field="schema", tag="resdiff/resolution/1"):
    """One text by itself."""

    resdiff: str


class VerbsDocument(Struct, frozen=True, tag_field="schema", tag="resdiff/verbs/1"):
    """The verbs of a text."""

    resdiff: str
    source: str
    symbol: str | None
    language: str
    verbs: tuple[PlacedVerbDocument, ...]


class VerbShiftDocument(Struct, frozen=True):
    """What became of a verb of a changed paragraph."""

    change: Literal["kept", "added", "dropped", "replaced"]
    base: str | None
    revised: str | None
    shift: Shift | None
    from_: str | UnsetType = renamed(name="from", default=UNSET)
    """Where in the base text the verb stands too: it came from there, or has a partner of its own there."""
    to: str | UnsetType = UNSET
    """Where in the revised text it stands, if not here."""


class AskOfChangeDocument(Struct, frozen=True):
    """An ask that came, went or changed within a change of paragraphs."""

    verb: str
    addressee: str | None
    task: Task | None
    aspects: tuple[Aspect, ...] = ()
    """What is altered."""


class AsksOfChangeDocument(Struct, frozen=True):
    """The asks of a change that did not stay as they were."""

    new: tuple[AskOfChangeDocument, ...]
    altered: tuple[AskOfChangeDocument, ...]
    gone: tuple[AskOfChangeDocument, ...]


class CarriedDocument(Struct, frozen=True, omit_defaults=True):
    """A run of words that came from a paragraph of the base text, or went to one of the revised text."""

    text: str
    from_: str | UnsetType = renamed(name="from", default=UNSET)
    to: str | UnsetType = UNSET


class WatchedDocument(Struct, frozen=True):
    """A term of a watch list that came or went."""

    term: str
    change: Literal["added", "dropped"]


class ChangeDocument(Struct, frozen=True):
    """A change of paragraphs, which are named by their ids."""

    kind: ChangeKind
    base: Strings
    revised: Strings
    moved: bool
    renumbered: bool
    by_hand: bool
    similarity: Share | None
    confidence: Share | None
    edits: tuple[tuple[EditKind, str], ...]
    verbs: tuple[VerbShiftDocument, ...]
    hedges: tuple[HedgeChange, ...]
    reasons: tuple[Reason, ...]
    carried: tuple[CarriedDocument, ...]
    signals: tuple[Signal, ...]
    asks: AsksOfChangeDocument | None
    weight: int
    """3 matters, 2 is substance, 1 and 0 are routine."""
    why: Strings
    """The rules that give the weight; `resdiff brief --rules` says what each stands for."""
    watched: tuple[WatchedDocument, ...]
    proposals: tuple[Proposal, ...] | UnsetType = UNSET
    """Who put in or took out which words, where tracked changes say it."""


class LedgerVerbDocument(Struct, frozen=True):
    """A verb and the paragraph in which it stands."""

    lemma: str
    phrase: str
    paragraph: str


class LedgerDocument(Struct, frozen=True):
    """A verb that came, went or took the place of another."""

    lemma: str
    phrase: str
    paragraph: str
    from_: LedgerVerbDocument | UnsetType = renamed(name="from", default=UNSET)


class MatterChangeDocument(Struct, frozen=True):
    """A change outside the paragraphs."""

    kind: MatterChangeKind
    base: str | None
    revised: str | None
    paragraph: str | None
    counts: bool
    """Whether the two texts differ by it."""
    by: Strings | UnsetType = UNSET
    """Who proposed it by tracked changes."""


class SideChangeDocument(Struct, frozen=True):
    """A voter who changed sides."""

    name: str
    from_: str = renamed(name="from")
    to: str = renamed()


class VotesDocument(Struct, frozen=True):
    """Both votes, and who changed sides or voted in one of them only."""

    base: Vote | None
    revised: Vote | None
    changed_sides: tuple[SideChangeDocument, ...]
    only_base: Strings
    only_revised: Strings


class ScaleDocument(Struct, frozen=True):
    """The ranks of the verbs: their name and who made them."""

    name: str
    source: Strings


class OptionsDocument(Struct, frozen=True):
    """The settings under which two texts were compared."""

    align: AlignOptions
    words: WordOptions
    scale: ScaleDocument | None


class ShiftsDocument(Struct, frozen=True):
    """Every verb that was added, dropped or replaced, under what became of it."""

    added: tuple[LedgerDocument, ...] = ()
    dropped: tuple[LedgerDocument, ...] = ()
    strengthened: tuple[LedgerDocument, ...] = ()
    weakened: tuple[LedgerDocument, ...] = ()
    recast: tuple[LedgerDocument, ...] = ()
    recalled: tuple[LedgerDocument, ...] = ()
    disputed: tuple[LedgerDocument, ...] = ()
    equal: tuple[LedgerDocument, ...] = ()


class ComparisonDocument(Struct, frozen=True, tag_field="schema", tag="resdiff/comparison/1"):
    """Two texts and what happened between them; `verbs` is null where the language has no lexicon."""

    resdiff: str
    options: OptionsDocument
    base: TextDocument
    revised: TextDocument
    changes: tuple[ChangeDocument, ...]
    verbs: ShiftsDocument | None
    matter_changes: tuple[MatterChangeDocument, ...]
    vote: VotesDocument | None
    summary: Summary
    warnings: Strings
