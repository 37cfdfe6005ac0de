"""Work on many texts: one after the other, or on several processors at once, the results in order all the same."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

_Task = TypeVar("_Task")
_Done = TypeVar("_Done")
_AHEAD = 8
"""Tasks a process that are under way or done and not yet taken."""
_WORTH = 32
"""Tasks from which on several processes pay, where nothing is asked: each takes a while to start."""


def in_order(work: Callable[[_Task], _Done], tasks: Sequence[_Task], jobs: int | None) -> Iterator[_Done]:
    """The results of all tasks, in their order; `jobs` processes work at them, as many as there are processors where it is None."""
    count = jobs if jobs is not None else min(os.cpu_count() or 1, 8) if len(tasks) >= _WORTH else 1
    if count <= 1:
        yield from map(work, tasks)
        return
    with ProcessPoolExecutor(min(count, len(tasks)), mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[_Done]] = deque()
        try:
            for task in tasks:
                waiting.append(pool.submit(work, task))
                if len(waiting) > count * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
