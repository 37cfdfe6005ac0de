"""Who is asked to do what, for whom, by when: one reader, used by all."""

from __future__ import annotations

from resdiff.core.asks.reader import read_asks
from resdiff.core.asks.terms import is_frequency
from resdiff.core.asks.values import Ask, Asks, Task

__all__ = ["Ask", "Asks", "Task", "is_frequency", "read_asks"]
