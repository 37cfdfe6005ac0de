"""What a brief holds: sections of items, each of which leads to the changes it is about."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from resdiff.core.brief.news import News
from resdiff.core.compare import Comparison
from resdiff.core.compare.answer import ChangeAnswer
from resdiff.core.compare.asks import AskChange, Balance
from resdiff.core.compare.hunks import Hunk
from resdiff.core.compare.renamings import Renaming, Renamings
from resdiff.core.compare.watch import WatchedTerm
from resdiff.core.history.ask_threads import AskEnd

SectionName = Literal[
    "new asks",
    "altered",
    "asks gone",
    "renamed",
    "watched",
    "also matters",
    "new thoughts",
    "gone",
    "reworded",
    "cited",
    "elsewhere",
    "rolled on",
]
"""The sections, in their order."""


class BriefItem(Struct, frozen=True, kw_only=True):
    """One thing that happened."""

    changes: tuple[int, ...]
    """The places (from 0) of its changes in the comparison."""
    asks: tuple[AskChange, ...] = ()
    """Of a section of asks those that it names: one, or several of the same verb and addressee."""
    rules: tuple[str, ...] = ()
    """Why it matters, where no ask says so."""
    watched: WatchedTerm | None = None
    renaming: Renaming | None = None
    answered: tuple[str, ...] = ()
    """Of each ask that is gone the paragraph of the revised text that says that what it asked for is there;
    '' where none does.
    """
    restated: tuple[str, ...] = ()
    """Of each ask that is gone, and that nothing answers, the paragraph in which its words stand; or ''."""
    recalled: tuple[bool, ...] = ()
    """Of each ask that is gone whether that paragraph recalls its own by number, without its words."""
    ends: tuple[AskEnd, ...] = ()
    """Of each ask that is gone what became of it where the revised text says nothing of it."""
    cited: str = ""
    """The symbol of a document that one of the texts cites and the other does not."""
    is_gone: bool = False
    """Whether it is the base text that cites it, or has it as a paragraph."""
    hunks: tuple[Hunk, ...] = ()
    """Of a paragraph that was reworded the places that say something and that no ask names."""
    standing: int = 0
    """Of a thought that came or went: how many of its first words stand in the other text too."""
    stands_in: int | None = None
    """Of one that stands in the other text whole, the place of the paragraph there."""
    mostly_in: int | None = None
    """The place of the paragraph of the other text that has most of its words."""
    begins_in: int | None = None
    """Of one whose first words stand there, the place of the paragraph that has them."""


class BriefSection(Struct, frozen=True, kw_only=True):
    """Items of one kind; a section without items does not occur."""

    name: SectionName
    items: tuple[BriefItem, ...]


class Brief(Struct, frozen=True, kw_only=True):
    """What happened between two texts."""

    comparison: Comparison
    answers: tuple[ChangeAnswer, ...]
    """What is said of each change of the comparison."""
    new: int
    """Asks that are new."""
    altered: int
    altered_that_matter: int
    """Those in changes that matter: others are only wider, or have other examples."""
    gone: int
    matters: int
    """Changes that matter."""
    changes: int
    """Changes of paragraphs."""
    balance: tuple[Balance, ...]
    """Verbs that ask or decide, and how often they stand in either text, the greatest change first."""
    sections: tuple[BriefSection, ...]
    ignored: int
    """Changes in which only ignored terms came or went."""
    news: News
    """How much of a change is new to the whole of a text."""
    renamings: Renamings
    """What is renamed throughout; said once, it is left out elsewhere."""
