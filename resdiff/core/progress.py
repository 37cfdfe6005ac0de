"""How long work reports on itself, everywhere in resdiff."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called now and then during long work; what it raises ends the work."""

    def __call__(self, share: float, subject: str = "", /) -> None:
        """`share` of the work is done, 0 to 1; `subject` is what is worked on, '' where it has no name."""


def no_progress(share: float, subject: str = "", /) -> None:
    """For work whose progress nobody follows."""
