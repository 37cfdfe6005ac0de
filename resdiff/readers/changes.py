"""What is made of tracked changes in a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from resdiff.core.wording import counted

Changes = Literal["accept", "reject", "both"]
"""'both' shows what was taken out between [- -] and what was put in between {+ +}."""
READ_AS_ACCEPTED = "read as accepted"
"""How the warning of a text ends whose document has changes that nobody accepted."""


def comments_beside(authors: Sequence[str]) -> str:
    """The warning of a text with comments, one author each, '' where none is named."""
    by = " and ".join(name for name in dict.fromkeys(authors) if name)
    shown = f"{counted(len(authors), 'comment')}{f' by {by}' if by else ''}"
    return f"{shown} beside the text: show them by resdiff show -f json"


def accepted(count: int) -> str:
    """The warning of a text with changes that are marked by hand: struck through, or between signs."""
    return f"{counted(count, 'marked change')} {'is' if count == 1 else 'are'} {READ_AS_ACCEPTED}"
