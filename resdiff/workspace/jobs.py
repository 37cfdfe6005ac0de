"""Work on many texts: one after the other, or on several processors at once, the results in order all the same."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

_Task = TypeVar("_Task")
_Done = TypeVar("_Done")
_AHEAD = 8
"""Tasks a process that are under way or done and not yet taken."""


def in_order(work: Callable[[_Task], _Done], tasks: Sequence[_Task], jobs: int) -> Iterator[_Done]:
    """The results of all tasks, in their order; `jobs` processes work at them."""
    count = min(jobs, len(tasks))
    if count <= 1:
        yield from map(work, tasks)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
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
