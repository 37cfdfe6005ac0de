"""Work on many tasks: one after the other, on several processors, or on a cluster; the results in order all
the same.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from msgspec import Struct

from resdiff.core.errors import InputError, UsageError

_Task = TypeVar("_Task")
_Done = TypeVar("_Done")
_AHEAD = 8
"""Tasks a process that are under way or done and not yet taken."""
_PATIENCE = 20
"""Seconds within which the scheduler of a cluster answers."""


class Workers(Struct, frozen=True, kw_only=True):
    """Who does the work."""

    count: int = 1
    """Processes of this machine."""
    cluster: str | None = None
    """The address of a Dask scheduler, which does it in their place."""


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


def in_order(work: Callable[[_Task], _Done], tasks: Sequence[_Task], workers: Workers) -> Iterator[_Done]:
    """The results of all tasks, in their order; few more are under way than there are workers.

    Raises UsageError where the extra 'cluster' is not installed, InputError where no scheduler answers.
    """
    if workers.cluster is not None and tasks:
        with _cluster(workers.cluster) as (executor, count):
            yield from _in_turn(executor, count, work, tasks)
        return
    count = min(workers.count, len(tasks))
    if count <= 1:
        yield from map(work, tasks)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_serve) as pool:
        yield from _in_turn(pool, count, work, tasks)


def _in_turn(
    executor: Executor, count: int, work: Callable[[_Task], _Done], tasks: Sequence[_Task]
) -> Iterator[_Done]:
    waiting: deque[Future[_Done]] = deque()
    try:
        for task in tasks:
            waiting.append(executor.submit(work, task))
            if len(waiting) > count * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
        executor.shutdown(wait=False)


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The executor of a Dask cluster, and how many threads its workers have."""
    try:
        distributed = import_module("distributed")
    except ImportError:
        raise UsageError(
            "Dask is not installed, which --cluster needs", "pip install 'resdiff[cluster]'"
        ) from None
    try:
        client = distributed.Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise InputError(
            f"no Dask scheduler answers at '{address}'", f"start one with `dask scheduler`: {error}"
        ) from None
    with client:
        yield client.get_executor(pure=False, retries=2), sum(client.nthreads().values()) or 1
