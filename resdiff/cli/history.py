"""history and blame: commands for all versions of a lineage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, complete_text, family
from resdiff.cli.compare import ColourOption, OutputOption, QuietOption, StoreOption, WidthOption
from resdiff.cli.output import check_output, is_coloured, width_of, write
from resdiff.cli.store import TableOption
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
SomeTexts = Annotated[
    list[str] | None,
    typer.Argument(
        help="A lineage, LINEAGE@VERSION for all up to that one, or texts in order; none with --all.",
        show_default=False,
        autocompletion=complete_text,
        metavar="[TEXT...]",
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
        pieces = blame_text(
            history, width_of(output, width), is_coloured(color, output), _place(since, history) if since is not None else 0
        )
    write(pieces, output, pager=form == "text")
    return diagnostics.DONE


@command(commands)
def history(
    texts: SomeTexts = None,
    every: Annotated[bool, typer.Option("--all", help="All lineages of the store, as a list in JSON.")] = False,
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
    _check_choice(texts, every)
    if texts is None or every:
        if form != "json" or only is not None or thread is not None:
            raise UsageError("--all writes the threads of all lineages", "ask for --format json alone")
        return _all_histories(output, quiet, store)
    found = _history(texts, output, quiet, store)
    columns, coloured = width_of(output, width), is_coloured(color, output)
    write(_history_pieces(found, form, only, thread, columns, coloured), output, pager=form == "text")
    return diagnostics.DONE


def _history_pieces(found: History, form: str, only: str | None, thread: str | None, columns: int, coloured: bool) -> Iterable[str]:
    """A history in a format."""
    from resdiff.render.as_history import history_csv, history_json, history_markdown, history_text, thread_text
    from resdiff.workspace.histories import find_thread, threads_in_order

    if thread is not None:
        return thread_text(found, find_thread(found, thread), columns, coloured)
    rows = threads_in_order(found, only)
    if form == "text":
        return history_text(found, rows, columns, coloured)
    return {"json": history_json, "csv": history_csv, "markdown": history_markdown}[form](found, rows)


def _all_histories(output: OutputOption, quiet: bool, store: str | None) -> int:
    """The histories of the whole store, one after the other."""
    from resdiff.cli.progress import progress_bar
    from resdiff.render.as_history import histories_json
    from resdiff.workspace.histories import all_histories

    check_output(output, ())
    with progress_bar("following", quiet) as progress:
        write(histories_json(all_histories(store, progress)), output)
    return diagnostics.DONE


def _check_choice(texts: list[str] | None, every: bool) -> None:
    """Raises UsageError unless either texts or --all are given."""
    if every == bool(texts):
        raise UsageError("one lineage is followed, or all", "name a lineage or texts, or say --all")


@command(commands)
def trace(
    phrase: Annotated[str, typer.Argument(help="Words in a row; case and signs do not count.", show_default=False)],
    texts: SomeTexts = None,
    every: Annotated[bool, typer.Option("--all", help="Look through all lineages of the store.")] = False,
    form: TableOption = "text",
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Follow a phrase: where it first stood, where it changed, vanished and came back; ends with 1 where no version has it."""
    from resdiff.core.history import trace as sightings
    from resdiff.render.as_trace import trace_rows
    from resdiff.render.table import passages, table
    from resdiff.workspace.histories import lineages_with

    _check_choice(texts, every)
    check_output(output, texts or ())
    rows: list[dict[str, object]] = []
    if texts is None or every:
        for slug, versions, comparisons in lineages_with(phrase, store):
            rows += trace_rows(slug, versions, sightings(versions, comparisons, phrase))
    else:
        found = _history(texts, output, quiet, store)
        rows += trace_rows(_lineage_of(texts), found.versions, sightings(found.versions, found.comparisons, phrase))
    coloured = is_coloured(color, output)
    write(passages(rows, width_of(output, width), coloured) if form == "text" else table(rows, form), output, pager=form == "text")
    return diagnostics.DONE if rows else diagnostics.NOTHING


@command(commands)
def evolution(
    texts: SomeTexts = None,
    every: Annotated[bool, typer.Option("--all", help="All lineages of the store, in one table.")] = False,
    form: TableOption = "text",
    output: OutputOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Tell how the verbs changed from version to version, and how many stand on each rung."""
    from resdiff.render.as_evolution import evolution_rows, evolution_text
    from resdiff.render.table import table

    _check_choice(texts, every)
    check_output(output, texts or ())
    coloured = is_coloured(color, output)
    if texts is None or every:
        from resdiff.cli.progress import progress_bar
        from resdiff.workspace.histories import all_comparisons

        with progress_bar("comparing", quiet) as progress:
            rows = [row for lineage, made in all_comparisons(store, progress) for row in evolution_rows(lineage, made)]
        write(table(rows, form, coloured), output, pager=form == "text")
        return diagnostics.DONE
    found = _history(texts, output, quiet, store)
    pieces = evolution_text(found, coloured) if form == "text" else table([*evolution_rows(_lineage_of(texts), found.comparisons)], form)
    write(pieces, output, pager=form == "text")
    return diagnostics.DONE


def _lineage_of(texts: list[str]) -> str:
    """The name of the lineage that is followed; '' for files."""
    return texts[0].partition("@")[0] if len(texts) == 1 else ""


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
