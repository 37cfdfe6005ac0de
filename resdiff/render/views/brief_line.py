"""One line of a brief."""

from __future__ import annotations

from typing import NamedTuple

from resdiff.render.views.pointed import Weigh, alike
from resdiff.render.views.style import StyleName

NOTE_GAP = "  "
"""What parts a line from the note at its end, as what answered an ask."""
NEXT_ASK = "; "
"""What the words of each further ask of a line begin with."""


class Detail(NamedTuple):
    """How much a line says, in words."""

    act: int
    """Words that say what is asked, or that name a thought, at most."""
    lead: int
    """Words that say what an altered ask, or one that goes on, asks at most."""
    places: int
    """Places of a change that are shown."""
    side: int
    """Words of either side of such a place."""


SHORT = Detail(act=52, lead=10, places=3, side=12)
FULLER = (
    Detail(act=90, lead=32, places=6, side=32),
    Detail(act=70, lead=24, places=5, side=24),
    Detail(act=60, lead=16, places=4, side=18),
)
"""For lines that have room, the most first."""
Runs = tuple[tuple[StyleName, str], ...]
"""Words in their styles."""


class BriefLine(NamedTuple):
    """One line: the paragraphs that it is about, who is asked or what is altered, and the words."""

    name: str
    """The ids of its paragraphs: 'OP4', 'OP28, OP33'."""
    changes: tuple[int, ...]
    """The places of its changes in the comparison, to which it leads."""
    who: str
    runs: Runs
    """The words, in styles."""
    verb: str = ""
    """Of a new or dropped ask the verb, with what it is due by: 'requests (at its tenth session)'."""
    asks: int = 1
    """How many asks it is about."""
    rank: tuple[int, ...] = ()
    """How much it says beside others of its section: where there is little room the highest stay."""
    weigh: Weigh = alike
    """How much a word of it says: where it is cut, the words stay that say most."""

    fuller: tuple[Runs, ...] = ()
    """The same in more words where there is room, the most first."""

    @property
    def words(self) -> Runs:
        """The words, a verb before them."""
        return self._with_verb(self.runs)

    @property
    def fuller_words(self) -> tuple[Runs, ...]:
        """The same in more words where there is room, the most first."""
        return tuple(map(self._with_verb, self.fuller))

    @property
    def in_full(self) -> BriefLine:
        """The same line in the most words."""
        return self._replace(runs=self.fuller[0]) if self.fuller else self

    @property
    def changes_words(self) -> bool:
        """Whether it shows words that came or went, side by side."""
        return any(style in ("added", "dropped") for style, _ in self.runs)

    def _with_verb(self, runs: Runs) -> Runs:
        return (("", f"{self.verb}: "), *runs) if self.verb else runs
