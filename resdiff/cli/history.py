"""history and blame: the paragraphs and words of all versions of a lineage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group
from resdiff.cli.history_options import (
    FollowedStage,
    SomeTexts,
    TextsArgument,
    check_choice,
    follow_texts,
    lineage_of,
)
from resdiff.cli.options import ColourOption, JobsOption, OutputOption, QuietOption, StoreOption, WidthOption
from resdiff.cli.output import (
    check_output,
    form_of,
    format_option,
    is_coloured,
    width_of,
    write,
    write_subject,
)
from resdiff.cli.pages import OpenOption, open_page, page_for
from resdiff.cli.progress import progress_bar
from resdiff.core.errors import UsageError
from resdiff.core.history import History, Thread
from resdiff.core.progress import Progress
from resdiff.render.formats import WriteOptions

SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="VERSION",
        help="Mark only words added in this version or later: its label, symbol, date or position.",
    ),
]

commands = command_group()


@command(commands, examples=("resdiff blame tidal-marshes", "resdiff blame tidal-marshes --since 2031"))
def blame(
    texts: TextsArgument,
    form: Annotated[str | None, format_option("blame")] = None,
    since: SinceOption = None,
    output: OutputOption = None,
    is_opened: OpenOption = False,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Show for each word of the last version the version in which it first appeared."""
    output = page_for(is_opened, form, output)
    form = form_of(form, output, "blame")
    from resdiff.workspace.histories import place_in

    history = follow_texts(texts, output, quiet, store)
    place = place_in(history, since) if since is not None else 0
    options = WriteOptions(width=width_of(output, width), is_coloured=is_coloured(color, output), since=place)
    write_subject("blame", form, [history], options, output)
    open_page(is_opened, output)
    return diagnostics.DONE


@command(
    commands,
    examples=(
        "resdiff history tidal-marshes --thread OP4",
        "resdiff history tidal-marshes --verbs",
        "resdiff history tidal-marshes -o history.html",
    ),
)
def history(
    texts: SomeTexts = None,
    verbs: Annotated[
        bool,
        typer.Option("--verbs", help="The verbs that came, went and shifted, and those on each rung."),
    ] = False,
    every: Annotated[
        bool, typer.Option("--all", help="All lineages of the store, as a list in JSON.")
    ] = False,
    form: Annotated[str | None, format_option("history")] = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar="WORD",
            help="Paragraphs with changed verbs (verbs), with any change (changed), or of one part.",
        ),
    ] = None,
    thread: Annotated[
        str | None,
        typer.Option(
            "--thread",
            metavar="ID",
            help=(
                "All readings of one paragraph, by its id in the last version that has it, or as ID@VERSION."
            ),
        ),
    ] = None,
    stage: FollowedStage = None,
    output: OutputOption = None,
    is_opened: OpenOption = False,
    width: WidthOption = None,
    color: ColourOption = "auto",
    jobs: JobsOption = 1,
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Follow every paragraph, or every verb, through the versions of a lineage."""
    if verbs:
        if only is not None or thread is not None:
            raise UsageError("--verbs goes with neither --only nor --thread", "it shows the verbs alone")
        from resdiff.cli.evolution import evolution

        return evolution(texts, every, form, output, width, color, quiet, store, stage)
    output = page_for(is_opened, form, output)
    form = form_of(form, output, "history")
    is_choice = only is not None or thread is not None
    if thread is not None and (only is not None or form != "text"):
        raise UsageError(
            "--thread goes with neither --only nor --format", "it shows the readings of one paragraph as text"
        )
    check_choice(texts, every)
    if texts is None or every:
        if stage is not None:
            raise UsageError("--stage goes with a lineage", "name one, or pass --verbs with --all")
        return _all_histories(form, is_choice, output, quiet, store, jobs)
    result = follow_texts(texts, output, quiet, store, stage)
    options = WriteOptions(
        width=width_of(output, width), is_coloured=is_coloured(color, output), lineage=lineage_of(texts)
    )
    if thread is not None:
        write(_thread_pieces(result, thread, options), output, pager=True)
    else:
        write_subject("history", form, [result, _threads(result, only)], options, output)
        open_page(is_opened, output)
    return diagnostics.DONE


def _threads(history: History, only: str | None) -> Sequence[Thread]:
    """The paragraphs that are wanted; that there are none is said."""
    from resdiff.workspace.histories import threads_in_order

    rows = threads_in_order(history, only)
    if not rows:
        diagnostics.print_line("there is no such paragraph")
    return rows


def _thread_pieces(history: History, thread: str, options: WriteOptions) -> Iterable[str]:
    """All readings of one paragraph; other paragraphs that bore its id are named."""
    from resdiff.render.terminal.history import thread_text
    from resdiff.render.views.labels import version_label
    from resdiff.workspace.histories import find_thread, others_of, place_in

    identity, _, version = thread.partition("@")
    chosen = find_thread(history, identity, place_in(history, version) if version else None)
    for other in [] if version else others_of(history, chosen):
        label = version_label(history.versions[other.last])
        diagnostics.print_line(
            f"another paragraph last had the id {identity}; show it with --thread {identity}@{label}"
        )
    return thread_text(history, chosen, options.width, options.is_coloured)


def _all_histories(
    form: str, is_choice: bool, output: Path | None, quiet: bool, store: str | None, jobs: int
) -> int:
    """The histories of the whole store in one list; lineages that cannot be followed are told."""
    if form != "json" or is_choice:
        raise UsageError("--all writes JSON only", "use --format json without --only and --thread")
    from resdiff.workspace.histories import followable

    check_output(output, ())
    names, left_out = followable(store)
    for reason in left_out:
        diagnostics.print_line(f"left out: {reason}")
    with progress_bar("following", quiet) as progress:
        write(_listed(names, store, jobs, progress), output)
    return diagnostics.DONE


def _listed(names: list[str], store: str | None, jobs: int, progress: Progress) -> Iterator[str]:
    """The histories of lineages as a list in JSON."""
    from resdiff.workspace.jobs import Workers, in_order

    begin = "["
    for done, (name, output) in enumerate(
        zip(names, in_order(partial(_json_of, store), names, Workers(count=jobs)), strict=True)
    ):
        progress(done / len(names), name)
        yield from (begin, output)
        begin = ","
    yield "]\n" if names else "[]\n"


def _json_of(store: str | None, lineage: str) -> str:
    """The history of a lineage in JSON."""
    from resdiff.render.data.history import history_json
    from resdiff.workspace.histories import history_of

    history = history_of([lineage], store)
    return "".join(history_json(history, history.threads, lineage))
