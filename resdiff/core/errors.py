"""The errors that resdiff raises for wrong input, each with what is wrong and what to do.

ResdiffError            anything a user can cause; shown as one line, exit status 2
├── InputError          a source that cannot be read: missing, binary, empty, too large
├── UsageError          an option or argument that makes no sense
├── LexiconError        a lexicon or scale file that is not of its form
├── StoreError          a store that is missing, busy, damaged or cannot take what it is given
│   └── TakenError      a label or a text that the store holds already
└── UnknownVersionError a name that stands for no version, or for several
    └── AmbiguousVersionError  for several
"""

from __future__ import annotations


class ResdiffError(Exception):
    """What went wrong (`message`) and, where something can be done about it, what (`hint`)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}: {self.hint}" if self.hint else self.message


class InputError(ResdiffError):
    """A source that cannot be read or holds no text."""


class UsageError(ResdiffError):
    """An option value or an argument that cannot be followed."""


class LexiconError(ResdiffError):
    """A lexicon or scale file that is not of its form."""


class StoreError(ResdiffError):
    """A store that cannot be read or written, or that cannot take what it is given."""


class TakenError(StoreError):
    """A label or a text that cannot be kept because the store holds it, shown or dropped."""


class UnknownVersionError(ResdiffError):
    """A name that stands for no stored version, or for several."""


class AmbiguousVersionError(UnknownVersionError):
    """A name that several versions match; the hint lists them."""
