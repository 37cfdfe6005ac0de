"""Regular expressions that are compiled when they are first used, so that start-up pays only for those that a
text needs.
"""

from __future__ import annotations

import re
from typing import Any, cast

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
"""The name of a month, as a piece of a pattern."""


class _Lazy:
    """Stands for a compiled pattern; its methods are those of the pattern, taken over at their first use."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        attribute = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, attribute)
        return attribute


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to be used as a compiled one; it is compiled when it is first used."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
