"""rows: tidy tables of a text, a lineage or the whole store."""

from __future__ import annotations

from collections.abc import Iterator
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
    TableOption,
    WidthOption,
)
from resdiff.cli.output import check_output, form_of, is_coloured, width_of, write, write_subject
from resdiff.render.formats import WriteOptions

if TYPE_CHECKING:
    from resdiff.workspace.rows import Row

commands = command_group()


@command(
    commands,
    examples=(
        "resdiff rows                                     the tables",
        "resdiff rows citations adopted.txt",
        "resdiff rows asks texts/ --jobs 4 -o asks.csv    of all files of a folder",
        "resdiff rows verbs tidal-marshes -o verbs.csv",
        "resdiff rows asks --format json                  of the whole store",
    ),
)
def rows(
    table: Annotated[
        str | None, typer.Argument(help="The table; without one they are listed.", show_default=False)
    ] = None,
    source: Annotated[
        str | None,
        typer.Argument(
            help="A file, a folder, LINEAGE@VERSION or a lineage; without one the whole store.",
            show_default=False,
            autocompletion=complete_text,
        ),
    ] = None,
    columns: Annotated[bool, typer.Option("--columns", help="The columns and what they hold.")] = False,
    form: TableOption = None,
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    jobs: JobsOption = 1,
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Write one row a text, paragraph, verb, ask, hedge, citation, voter or sponsor, for notebooks."""
    from resdiff.workspace.rows import TABLES, codebook, table_named

    form = form_of(form, output, "table")
    check_output(output, [source] if source is not None else [])
    layout = WriteOptions(width=width_of(output, width), is_coloured=is_coloured(color, output))
    if table is None:
        listed = [{"table": one.name, "a row is": one.row} for one in TABLES.values()]
        write_subject("table", form, [listed], layout, output)
        return diagnostics.DONE
    chosen = table_named(table)
    if columns:
        write_subject("table", form, [codebook(chosen)], layout, output)
        return diagnostics.DONE
    its_rows = _rows(chosen.name, source, store, jobs, quiet)
    if form == "text":
        write_subject("table", form, [list(its_rows)], layout, output)
        return diagnostics.DONE
    from resdiff.render.row_tables import rows_csv, rows_json

    write(rows_json(chosen.name, its_rows) if form == "json" else rows_csv(chosen.names, its_rows), output)
    return diagnostics.DONE


def _rows(table: str, source: str | None, store: str | None, jobs: int, quiet: bool) -> Iterator[Row]:
    """The rows of all texts; what the reader must know of a text is printed."""
    from resdiff.workspace.row_sources import table_rows

    for name, warnings, its_rows in table_rows(table, source, store, jobs):
        diagnostics.warn(name, warnings, quiet)
        yield from its_rows
