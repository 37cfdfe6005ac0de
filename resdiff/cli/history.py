"""history and blame: commands for all versions of a lineage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, complete_text, family
from resdiff.cli.compare import ColourOption, OutputOption, QuietOption, StoreOption, WidthOption
from resdiff.cli.output import check_output, is_coloured, width_of, write
from resdiff.core.errors import UsageError
from resdiff.core.history import History

Texts = Annotated[
    list[str],
    typer.Argument(
        help="A lineage, LINEAGE@VERSION for all up to that one, or two or more texts in order.",
        show_default=False,
        autocompletion=complete_text,
        metavar="TEXT...",
    ),
]
SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="VERSION", help="Mark only words that came with this version or later: its label or place.")
]

commands = family()


@command(commands)
def blame(
    texts: Texts,
    form: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How it is written.")] = "text",
    since: SinceOption = None,
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Tell for each word of the last version in which version it first stood."""
    history = _history(texts, output, quiet, store)
    from resdiff.render.as_blame import blame_json, blame_text

    pieces: Iterable[str]
    if form == "json":
        pieces = blame_json(history)
    else:
        pieces = blame_text(history, width_of(output, width), is_coloured(color, output), _place(since, history) if since else 0)
    write(pieces, output, pager=form == "text")
    return diagnostics.DONE


@command(commands)
def history(
    texts: Texts,
    form: Annotated[Literal["text", "json", "csv", "markdown"], typer.Option("--format", "-f", help="How it is written.")] = "text",
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="WORD", help="Paragraphs with changed verbs (verbs), with any change (changed), or of one part."),
    ] = None,
    thread: Annotated[
        str | None,
        typer.Option("--thread", metavar="ID", help="All readings of one paragraph, by its id in the last version that has it."),
    ] = None,
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Follow every paragraph through the versions of a lineage."""
    if thread is not None and (only is not None or form != "text"):
        raise UsageError("--thread goes with neither --only nor --format", "it shows the readings of one paragraph as text")
    found = _history(texts, output, quiet, store)
    from resdiff.render.as_history import history_csv, history_json, history_markdown, history_text, thread_text
    from resdiff.workspace.histories import find_thread, threads_in_order

    columns, coloured = width_of(output, width), is_coloured(color, output)
    pieces: Iterable[str]
    if thread is not None:
        pieces = thread_text(found, find_thread(found, thread), columns, coloured)
    else:
        rows = threads_in_order(found, only)
        if form == "text":
            pieces = history_text(found, rows, columns, coloured)
        else:
            pieces = {"json": history_json, "csv": history_csv, "markdown": history_markdown}[form](found, rows)
    write(pieces, output, pager=form == "text")
    return diagnostics.DONE


def _history(texts: list[str], output: OutputOption, quiet: bool, store: str | None) -> History:
    """The history that the arguments mean; warnings are told."""
    from resdiff.workspace.histories import history_of

    check_output(output, texts)
    history = history_of(texts, store)
    for text in history.versions:
        diagnostics.warn(text.source, text.warnings, quiet)
    diagnostics.warn("", history.warnings, quiet)
    return history


def _place(wanted: str, history: History) -> int:
    """The place of a version by its label or number from 1. Raises UsageError where there is none."""
    from resdiff.render.labels import version_label

    labels = [version_label(text) for text in history.versions]
    if wanted in labels:
        return labels.index(wanted)
    if wanted.isdecimal() and 1 <= int(wanted) <= len(labels):
        return int(wanted) - 1
    raise UsageError(f"no version is called '{wanted}'", f"versions are {', '.join(labels)}")
