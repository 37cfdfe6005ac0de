"""What an ask is: one operative verb with who is asked, for what, to whom it reports, and by when."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from resdiff.core.verbs import OperativeVerb

Task = Literal["report", "meeting", "mandate", "other"]
"""What is asked or decided: a report, a meeting, a mandate or body, or any other act."""


class Ask(Struct, frozen=True, kw_only=True):
    """One operative verb, also one that asks nothing: then addressee and task are None."""

    paragraph: int
    """The place (from 0) of the paragraph or point."""
    verb: OperativeVerb
    """Of a point without a verb of its own that of the paragraph it hangs under."""
    is_own: bool = True
    """Whether the verb stands in the paragraph itself."""
    is_opening: bool = False
    """Whether it is the opening line of a list whose points say what is asked; one that sets or extends a
    mandate up to a date, whose tasks the points are, is an ask of its own.
    """
    addressee: str | None = None
    """Who is asked, as written; None where nobody is, or the organ itself acts."""
    addressee_name: str | None = None
    """The same without articles; of 'him' or 'it' what it stands for."""
    clause: str = ""
    """What is asked, as written: from the addressee to the next verb or the end."""
    task: Task | None = None
    to: str | None = None
    """To whom a report goes."""
    due: tuple[str, ...] = ()
    """When and how often, as written."""
    due_resolved: tuple[str, ...] = ()
    """The same as dates (2031-05-04), months, years, sessions (session 80) and periods (P1Y), as far as it is
    known.
    """
    hedges: tuple[str, ...] = ()
    """Words that weaken it, in lower case."""

    @property
    def asks(self) -> bool:
        """Whether something is asked or decided."""
        return self.task is not None

    @property
    def sets_mandate(self) -> bool:
        """Whether a mandate is set or extended for a time."""
        return self.task == "mandate" and bool(self.due)


Asks = tuple[Ask, ...]
"""The asks of a text, in the order of its verbs."""
