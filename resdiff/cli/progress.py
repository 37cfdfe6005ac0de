"""A bar on standard error that shows how far long work has come; nothing where there is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from resdiff.core.progress import Progress, no_progress
from resdiff.render.views.characters import visible

_NAME = 40


@contextmanager
def progress_bar(what: str, quiet: bool) -> Iterator[Progress]:
    """Gives the function to which the work reports."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield no_progress
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    text_column = TextColumn("{task.description}", markup=False)
    with Bar(
        text_column,
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task(what, total=1.0)
        yield lambda share, subject="", /: bar.update(
            task, completed=share, description=visible(subject)[:_NAME]
        )
