"""Patterns that most runs never use: each is compiled when it is first asked for, since a large one costs a
millisecond at start-up.
"""

from __future__ import annotations

import re
from typing import cast

YEAR = r"(?:18|19|20|21)\d\d"
"""A year, as a piece of a pattern."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""The ranges of Chinese characters, for a class of a pattern."""


class _Late:
    """Stands for a pattern until the first of its attributes is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._source, self._flags)
        value: object = getattr(compiled, name)
        self.__dict__[name] = value
        return value


def compiled_late(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a source, compiled at its first use; a fault in the source shows then, not at import."""
    return cast("re.Pattern[str]", _Late(source, flags))
