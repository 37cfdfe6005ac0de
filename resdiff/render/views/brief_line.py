"""One line of a brief."""

from __future__ import annotations

from typing import NamedTuple

from resdiff.render.views.pointed import Weigh, alike
from resdiff.render.views.style import StyleName

NOTE_GAP = "  "
"""What parts a line from the note at its end, as what answered an ask."""
NEXT_ASK = "; "
"""What the words of each further ask of a line begin with."""


class BriefLine(NamedTuple):
    """One line: the paragraphs that it is about, who is asked or what is altered, and the words."""

    name: str
    """The ids of its paragraphs: 'OP4', 'OP28, OP33'."""
    changes: tuple[int, ...]
    """The places of its changes in the comparison, to which it leads."""
    who: str
    runs: tuple[tuple[StyleName, str], ...]
    """The words, in styles."""
    verb: str = ""
    """Of a new or dropped ask the verb, with what it is due by: 'requests (at its tenth session)'."""
    asks: int = 1
    """How many asks it is about."""
    rank: tuple[int, ...] = ()
    """How much it says beside others of its section: where there is little room the highest stay."""
    weigh: Weigh = alike
    """How much a word of it says: where it is cut, the words stay that say most."""

    @property
    def words(self) -> tuple[tuple[StyleName, str], ...]:
        """The words, a verb before them."""
        return (("", f"{self.verb}: "), *self.runs) if self.verb else self.runs
