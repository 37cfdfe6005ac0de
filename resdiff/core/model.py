"""The data types of a parsed text: resolution, paragraph, masthead, vote and so on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from msgspec import Struct, field

Part = Literal["preamble", "operative", "heading", "annex", "body", "table"]
"""'table': a row of a table, its cells parted by ' | '."""
CELL = " | "
"""What stands between the cells of a row."""
Role = Literal["operative", "preambular"]
"""What a phrase opens."""
MatterKind = Literal[
    "masthead", "title", "sponsors", "organ", "adoption", "vote", "footnote", "furniture", "comment"
]
"""'comment': what somebody wrote in the margin of a document, which is no part of its text."""
Stage = Literal["zero draft", "draft", "revised draft", "oral revision", "adopted", "other"]
"""How far a text has come."""
Sides = Literal["in_favour", "against", "abstaining"]
"""The sides of a vote."""
Manner = Literal["recorded", "without a vote", "unanimous", "roll-call", "vote"]
StrippedKind = Literal["number", "mark", "emphasis", "hyphen", "invisible"]

Span = tuple[int, int]
"""Characters [start, end) of the source text."""

StrippedSpan = tuple[StrippedKind, int, int]
"""What stands in the source but not in the reading: its kind and its characters [start, end) of the
source.
"""


BlockKind = Literal["text", "furniture", "footnote", "row", "comment"]
BlockRole = Literal[
    "preface", "title", "organ", "preamble", "operative", "heading", "body", "annex", "record"
]
"""What a document itself says of a block: a line above the text, the organ, a paragraph of a part, a line of
the record of adoption.
"""


class ListPlace(NamedTuple):
    """Where an item stands in the lists of a document."""

    list: str
    """Names the list; levels can be compared within one list only."""
    level: int
    """From 1, the outermost."""


class SourceBlock(NamedTuple):
    """A run of text that belongs together on its page, as a reader found it there: a paragraph, a line of the
    masthead, a footnote.
    """

    kind: BlockKind
    spans: tuple[Span, ...]
    """More than one where furniture or footnotes stand between them."""
    page: int | None = None
    """The page on which it begins, from 1."""
    role: BlockRole | None = None
    """What the document says it is; None where it does not tell."""
    level: int = 1
    """Of a paragraph with a role: 1, 2 for what hangs under it, and so on."""
    number: int = 0
    """Characters of the printed number at its start, where the document sets it apart."""
    place: ListPlace | None = None
    """Where it stands in a list of the document, or a row in its table; None where it stands in none."""
    calls: tuple[int, ...] = ()
    """Where the footnotes behind it are called, where its text does not show their marks: characters of the
    text before each.
    """


class TrackedSpan(NamedTuple):
    """Words of a source that somebody put in or took out."""

    start: int
    end: int
    author: str
    at: str | None
    """When, as the document writes it: 2031-03-07T00:00:00Z."""
    is_deleted: bool = False
    """Whether they were taken out."""


class SourceText(NamedTuple):
    """What a reader made of the bytes of a document."""

    text: str
    """Lines ended by newlines."""
    blocks: tuple[SourceBlock, ...] | None = None
    """Where the document tells what belongs together; else the layout of the lines does."""
    warnings: tuple[str, ...] = ()
    """What could not be read."""
    tracked: tuple[TrackedSpan, ...] = ()
    """Who put in or took out which words of it."""
    facts: StatedFacts | None = None
    """What the document states of the text as a whole."""


class Phrase(Struct, frozen=True, kw_only=True):
    """What the lexicon knows of one verb phrase as written."""

    lemma: str
    """The phrase without inflection, modifiers and ordering words: 'call upon', 'express concern'."""
    part: Role
    kind: str
    """What the verb does: directive, attitude, assertive, act, procedure, reference or other."""
    scale: str | None
    """The ladder it stands on, None where it has no rank."""
    strength: int | None
    """Its rung on the ladder, modifiers counted in."""
    source: str
    """Who placed it there."""
    modifiers: tuple[str, ...] = ()
    """Intensifiers, adjectives and repetitions: 'strongly', 'deep', 'once again'."""
    ordering: tuple[str, ...] = ()
    """'also', 'further': they order the second and third use of a verb and never change it."""
    pivot: str | None = None
    """The English lemma of the same sense, in other languages."""
    is_directive: bool = False
    """Whether it asks somebody for something, whatever scale ranks it: 'requests', 'reiterates its call'."""

    @property
    def english_lemma(self) -> str:
        """The lemma by which rules know the verb in every language: its own, where English has none."""
        return self.pivot or self.lemma


class Opening(Struct, frozen=True, kw_only=True):
    """The phrase that opens a paragraph: characters [start, end) of the reading."""

    start: int
    end: int
    phrase: Phrase


class Paragraph(Struct, frozen=True, kw_only=True):
    """One paragraph or sub-paragraph."""

    id: str
    """Unique within the text: PP3, OP12, OP12(a), II.OP4, annex.OP2, H1, P7."""
    part: Part
    label: str | None
    """The number as printed."""
    level: int
    """1 for a paragraph, 2 for its sub-paragraphs, and so on."""
    parent: str | None
    """The id of the paragraph it hangs under."""
    line: int
    """The 1-based line of its first character in the source."""
    text: str
    """The reading: one line, spaces folded, number and footnote marks lifted."""
    source: tuple[Span, ...]
    opening: Opening | None = None
    stripped: tuple[StrippedSpan, ...] = ()
    marks: tuple[str, ...] = ()
    """The footnote marks lifted from it, in order."""
    mark_places: tuple[int, ...] = ()
    """Where in the reading each of them stands: the characters before it."""
    page: int | None = None


class TrackedWords(Struct, frozen=True, kw_only=True):
    """Characters [start, end) of the reading of a paragraph that somebody put in or took out."""

    paragraph: str
    """The id of the paragraph."""
    start: int
    end: int
    author: str
    at: str | None = None
    is_deleted: bool = False


class Matter(Struct, frozen=True, kw_only=True):
    """All that is not a paragraph: masthead, title, sponsors, organ line, adoption, vote, footnotes, page
    furniture.
    """

    kind: MatterKind
    line: int
    text: str
    source: tuple[Span, ...]
    mark: str | None = None
    """The mark of a footnote."""
    paragraph: str | None = None
    """The id of the paragraph a footnote or comment hangs on."""
    by: tuple[str, ...] = ()
    """Who put in words of it by tracked changes."""
    deleted_by: tuple[str, ...] = ()
    """Who would take out words of it."""


class Vote(Struct, frozen=True, kw_only=True):
    """How a text was adopted."""

    manner: Manner
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The names under in_favour, against and abstaining, as printed."""
    consistent: bool | None = None
    """Whether the tallies equal the counted names; None where either is missing."""


class Masthead(Struct, frozen=True, kw_only=True):
    """The facts that stand above the text; None or empty where the source does not tell them."""

    symbol: str | None = None
    number: str | None = None
    """The number before the title: 43/21, 2022/18; 43/... in a draft."""
    title: str | None = None
    organ: str | None = None
    session: str | None = None
    agenda_item: str | None = None
    date: str | None = None
    """The date of adoption, or of the document in a draft, as YYYY-MM-DD."""
    stage: Stage | None = None
    sponsors: tuple[str, ...] = ()


class StatedFacts(NamedTuple):
    """What the metadata of a document states of its text; None where it does not."""

    date: str | None = None
    """The date of adoption as YYYY-MM-DD."""
    title: str | None = None
    vote: Vote | None = None
    symbol: str | None = None


class Negotiation(Struct, frozen=True, kw_only=True):
    """What marks a text as still under negotiation."""

    brackets: int = 0
    """Bracketed alternatives."""
    unbalanced: int = 0
    """Brackets opened and never closed, or closed and never opened."""
    attributions: tuple[str, ...] = ()
    """Notes that say who wants what: 'EU, UK: retain'."""
    provisional: tuple[str, ...] = ()
    """Labels that are not settled: 'PP2 bis', 'OP6 alt'."""


class FileOrigin(Struct, frozen=True, kw_only=True):
    """A text that was read from a file."""

    path: str


class VersionOrigin(Struct, frozen=True, kw_only=True):
    """A text that stands in a store."""

    lineage: str
    label: str


class StdinOrigin(Struct, frozen=True, kw_only=True):
    """A text that was read from standard input."""


Origin = FileOrigin | VersionOrigin | StdinOrigin


def are_equal_but(one: Struct, other: object, left_out: str) -> bool:
    """Whether two values of one class agree in all their fields but one."""
    if type(one) is not type(other):
        return False
    names = (name for name in one.__struct_fields__ if name != left_out)
    return all(getattr(one, name) == getattr(other, name) for name in names)


class Resolution(Struct, frozen=True, kw_only=True):
    """One parsed text."""

    paragraphs: tuple[Paragraph, ...]
    matter: tuple[Matter, ...]
    masthead: Masthead
    vote: Vote | None
    language: str
    """An ISO 639-1 code, or 'und' where the language was not recognized."""
    negotiation: Negotiation = Negotiation()
    warnings: tuple[str, ...] = ()
    source: str = ""
    """Where the text came from: a path as given, '<stdin>'."""
    sha256: str = ""
    """Of the bytes that were read, in hexadecimal."""
    tracked: tuple[TrackedWords, ...] = ()
    """Whose pending changes stand in it, where its document says so."""
    origin: Origin | None = None
    """What kind of place the source names; None for a text that was handed over as a string."""

    @property
    def name(self) -> str:
        """What the text is called in one word or two: its symbol, its number, else where it came from."""
        return self.masthead.symbol or self.masthead.number or self.source or "untitled"

    def __repr__(self) -> str:
        title = f" '{self.masthead.title}'" if self.masthead.title else ""
        return f"<Resolution {self.name}{title}: {len(self.paragraphs)} paragraphs>"

    def __eq__(self, other: object) -> bool:
        """Whether it is the same text; what kind of place it came from makes no difference."""
        return are_equal_but(self, other, "origin")

    def __getitem__(self, paragraph: str) -> Paragraph:
        """A paragraph by its id. Raises KeyError where there is none."""
        for candidate in self.paragraphs:
            if candidate.id == paragraph:
                return candidate
        raise KeyError(paragraph)

    def reading(self, places: Iterable[int]) -> str:
        """The readings of paragraphs, by their places from 0, joined by blanks."""
        return " ".join([self.paragraphs[place].text for place in places])
