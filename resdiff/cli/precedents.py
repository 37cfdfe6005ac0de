"""precedents: agreed language for a sentence, a draft or a stored version."""

from __future__ import annotations

from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group, complete_text
from resdiff.cli.options import (
    ColourOption,
    InOption,
    OfStageOption,
    OutputOption,
    QuietOption,
    SinceDateOption,
    StoreOption,
    UntilDateOption,
    WidthOption,
)
from resdiff.cli.output import check_output, form_of, format_option, is_coloured, width_of, write_subject
from resdiff.cli.pages import OpenOption, open_page, page_for
from resdiff.cli.progress import progress_bar
from resdiff.core.errors import UsageError
from resdiff.render.formats import WriteOptions

NEW = "new"
"""The word of --fail-on: a word without precedent."""

commands = command_group()


@command(
    commands,
    examples=(
        "resdiff precedents 'Requests the Observatory to report each year'",
        "resdiff precedents draft.txt --stage adopted --since 2025",
        "resdiff precedents tidal-marshes@latest -o agreed.html",
    ),
)
def precedents(
    text: Annotated[
        str,
        typer.Argument(
            help="A sentence, a file, or LINEAGE@VERSION.", show_default=False, autocompletion=complete_text
        ),
    ],
    most: Annotated[int, typer.Option("--limit", min=1, help="Precedents of a paragraph at most.")] = 3,
    lineages: InOption = None,
    since: SinceDateOption = None,
    until: UntilDateOption = None,
    stage: OfStageOption = None,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", metavar=NEW, help="Exit with 1 where words have no precedent.")
    ] = None,
    form: Annotated[str | None, format_option("precedents")] = None,
    output: OutputOption = None,
    is_opened: OpenOption = False,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Find agreed language: the nearest wordings of the store, where words come from, and which are new."""
    output = page_for(is_opened, form, output)
    form = form_of(form, output, "precedents")
    from resdiff.workspace.precedents import precedents_of, text_for_precedents
    from resdiff.workspace.searching import filter_of

    if fail_on not in (None, NEW):
        raise UsageError(f"unknown word '{fail_on}'", f"--fail-on takes {NEW}")
    check_output(output, [text])
    versions = filter_of(lineages, since, until, stage)
    resolution = text_for_precedents(text, store)
    diagnostics.warn(resolution.source, resolution.warnings, quiet)
    with progress_bar("looking for precedents", quiet) as progress:
        rows = precedents_of(resolution, store, versions, most, progress)
    options = WriteOptions(width=width_of(output, width), is_coloured=is_coloured(color, output))
    write_subject("precedents", form, [resolution, rows], options, output)
    open_page(is_opened, output)
    is_new = any(row.new_words for row in rows)
    return diagnostics.HAS_CHANGES if fail_on == NEW and is_new else diagnostics.DONE
