"""What stands behind a paragraph: the nearest wordings, where its words come from, what is new."""

from __future__ import annotations

from msgspec import Struct

from resdiff.core.model import Paragraph, Vote


class Standing(Struct, frozen=True, kw_only=True):
    """A paragraph of a stored version that has a wording."""

    lineage: str
    version: str
    symbol: str | None
    date: str | None
    stage: str | None
    paragraph: str
    vote: Vote | None
    current: bool
    """Whether the version is the last of its lineage."""

    @property
    def reference(self) -> str:
        """What the paragraph is called: LINEAGE@VERSION:OP4."""
        return f"{self.lineage}@{self.version}:{self.paragraph}"


class Precedent(Struct, frozen=True, kw_only=True):
    """A wording of the store that is near to a paragraph."""

    text: str
    """Of a much longer paragraph the passage that corresponds, between '…'."""
    similarity: float
    """Share of words in common with the passage, 0 to 1."""
    differing: tuple[str, ...]
    """The words of the paragraph that it has not."""
    standings: tuple[Standing, ...]
    """The paragraphs that have it, the newest first."""


class AgreedRun(Struct, frozen=True, kw_only=True):
    """Words of a paragraph that stand one after the other."""

    text: str
    words: int
    source: Standing | None
    """The earliest paragraph of the reading in which they stand; None for new words."""


class ParagraphPrecedents(Struct, frozen=True, kw_only=True):
    """What stands behind a paragraph."""

    paragraph: Paragraph
    runs: tuple[AgreedRun, ...]
    """Joined, the reading of the paragraph."""
    nearest: tuple[Precedent, ...]

    @property
    def agreed(self) -> float:
        """The share of its words that stand in runs of six words and more elsewhere."""
        total = sum(run.words for run in self.runs)
        return sum(run.words for run in self.runs if run.source is not None) / total if total else 0.0

    @property
    def new_words(self) -> int:
        """How many of its words stand in no such run."""
        return sum(run.words for run in self.runs if run.source is None)
