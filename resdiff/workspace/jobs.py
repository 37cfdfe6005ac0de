"""Work on many texts: one after the other, or on several processors at once, the results in order all the
same.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

_Task = TypeVar("_Task")
_Done = TypeVar("_Done")
_AHEAD = 8
"""Tasks a process that are under way or done and not yet taken."""


def _serve() -> None:
    """Sets up a worker process: it ignores interrupts, which the parent handles, and ends when the parent
    ends, for whatever reason.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def in_order(work: Callable[[_Task], _Done], tasks: Sequence[_Task], jobs: int) -> Iterator[_Done]:
    """The results of all tasks, in their order; `jobs` processes work at them."""
    count = min(jobs, len(tasks))
    if count <= 1:
        yield from map(work, tasks)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_serve) as pool:
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
