"""rows: tidy tables of a text, a folder, a lineage or the whole store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group, complete_text
from resdiff.cli.options import (
    ColourOption,
    JobsOption,
    OutputOption,
    QuietOption,
    StoreOption,
    WidthOption,
)
from resdiff.cli.output import (
    check_output,
    form_of,
    format_option,
    is_coloured,
    is_terminal,
    report,
    width_of,
    write_subject,
)
from resdiff.cli.progress import progress_bar
from resdiff.core.errors import UsageError
from resdiff.core.wording import counted
from resdiff.render.formats import ENDINGS, WriteOptions, formats_of

if TYPE_CHECKING:
    from resdiff.workspace.jobs import Workers
    from resdiff.workspace.rows.columns import Row, Table
    from resdiff.workspace.rows.output_folder import TableFiles

FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="SOURCE", help="The source, where no table is named: all are written."),
]
ClusterOption = Annotated[
    str | None,
    typer.Option("--cluster", metavar="ADDRESS", help="A Dask scheduler whose workers do the work."),
]
FollowedTexts = Annotated[
    str | None,
    typer.Option("--stage", help="Only texts of a stage, each with the one before: adopted, draft; all."),
]
RowsOption = Annotated[str | None, format_option("rows")]

_WHOLE = 10_000
"""Cells of a row in a file or a pipe: no value is cut there."""

commands = command_group()


@command(
    commands,
    examples=(
        "resdiff rows                                     the tables",
        "resdiff rows citations adopted.txt",
        "resdiff rows asks texts/ --jobs 4 -o asks.csv    of all files of a folder",
        "resdiff rows measures tidal-marshes              of a lineage, year by year",
        "resdiff rows --from texts/ -o tables/            all tables, a folder of Parquet files",
    ),
)
def rows(
    table: Annotated[
        str | None, typer.Argument(help="The table; without one they are listed.", show_default=False)
    ] = None,
    source: Annotated[
        str | None,
        typer.Argument(
            help="A file, a folder, a zip, LINEAGE@VERSION or a lineage; without one the store.",
            show_default=False,
            autocompletion=complete_text,
        ),
    ] = None,
    from_: FromOption = None,
    columns: Annotated[bool, typer.Option("--columns", help="The columns and what they hold.")] = False,
    form: RowsOption = None,
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    stage: FollowedTexts = None,
    jobs: JobsOption = 1,
    cluster: ClusterOption = None,
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Write tables: texts, paragraphs, verbs, asks, citations, and what became of them from text to text."""
    from resdiff.workspace.rounds import stage_named
    from resdiff.workspace.rows.catalogue import TABLES, codebook, table_named

    source = _one_source(source, from_)
    stage = stage_named(stage)
    chosen = table_named(table) if table is not None else None
    if output is not None and _is_folder(output) and not columns:
        from resdiff.workspace.jobs import Workers
        from resdiff.workspace.rows.output_folder import TableFiles

        tables = tuple(TABLES) if chosen is None else (chosen.name,)
        files = TableFiles(folder=output, form=_form_of_files(form), tables=tables, stage=stage)
        return _write_folder(source, files, Workers(count=jobs, cluster=cluster), quiet, store)
    if chosen is None and (stage is not None or jobs > 1):
        raise UsageError(
            f"{'--jobs' if jobs > 1 else '--stage'} goes with a table", "resdiff rows lists them"
        )
    if columns and source is not None:
        raise UsageError("--columns goes with no text", f"resdiff rows {table} --columns")
    if cluster is not None:
        raise UsageError("--cluster goes with a folder of tables", "give one with --output: -o tables/")
    if from_ is not None and chosen is None:
        raise UsageError("all tables are written to a folder", "give one with --output: -o tables/")
    form = form_of(form, output, "rows")
    check_output(output, [source] if source is not None else [])
    cells = width_of(output, width) if width is not None or is_terminal(output) else _WHOLE
    layout = WriteOptions(width=cells, is_coloured=is_coloured(color, output))
    if chosen is None or columns:
        listed = [{"table": one.name, "a row is": one.row} for one in TABLES.values()]
        write_subject("table", form, [listed if chosen is None else codebook(chosen)], layout, output)
        return diagnostics.DONE
    kinds = {name: column.kind for name, column in chosen.columns.items()}
    write_subject(
        "rows", form, [chosen.name, kinds, _rows(chosen, (source, store), jobs, stage, quiet)], layout, output
    )
    return diagnostics.DONE


def _one_source(source: str | None, from_: str | None) -> str | None:
    if source is not None and from_ is not None:
        raise UsageError("two sources are given", "name one, as the second argument or by --from")
    return source if source is not None else from_


def _is_folder(output: Path) -> bool:
    """Whether the output is a folder: one that is there, or a name without the ending of a format."""
    return output.is_dir() or (str(output) != "-" and not output.exists() and not output.suffix)


def _form_of_files(form: str | None) -> str:
    """The format of the files of a folder. Raises UsageError for one that is none."""
    forms = [name for name in formats_of("rows") if name != "text"]
    if form is not None and form not in forms:
        raise UsageError(f"a folder is not written as '{form}'", f"formats are {', '.join(forms)}")
    return form or ENDINGS[".parquet"]


def _write_folder(
    source: str | None, files: TableFiles, workers: Workers, quiet: bool, store: str | None
) -> int:
    from resdiff.workspace.rows.output_folder import write_tables
    from resdiff.workspace.unpacking import unpacked

    with unpacked(source) as place, progress_bar("tables", quiet) as progress:
        result = write_tables(place, files, store, workers, progress)
    for failure in result.failures:
        diagnostics.warn(str(failure["source"]), (f"left out: {failure['message']}",), quiet)
    already = f" ({result.already} were there)" if result.already else ""
    count = counted(result.made + result.already, "lineage")
    failed = f", {len(result.failures)} left out" if result.failures else ""
    report([f"{counted(result.rows, 'row')} of {count}{already}{failed} in '{files.folder}'"])
    is_empty = result.rows == len(result.failures) > 0
    return diagnostics.ERROR if is_empty else diagnostics.DONE


def _rows(
    table: Table, place: tuple[str | None, str | None], jobs: int, stage: str | None, quiet: bool
) -> Iterator[Row]:
    """The rows of all texts of a source and store; what the reader must know of a text is printed."""
    from resdiff.workspace.rows.sources import table_rows
    from resdiff.workspace.unpacking import unpacked

    with unpacked(place[0]) as source:
        for made in table_rows(table.name, source, place[1], jobs, stage):
            for name, warnings in made.warnings:
                diagnostics.warn(name, warnings, quiet)
            yield from made.rows[table.name]
