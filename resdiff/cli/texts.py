"""show and verbs: commands for one text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group, complete_text
from resdiff.cli.options import (
    ChangesOption,
    ColourOption,
    ConvertOption,
    OutputOption,
    QuietOption,
    ScaleOption,
    StoreOption,
    WidthOption,
)
from resdiff.cli.output import (
    check_output,
    form_of,
    format_option,
    is_coloured,
    width_of,
    width_of_table,
    write_subject,
    write_table,
)
from resdiff.core.errors import UsageError
from resdiff.render.formats import WriteOptions
from resdiff.workspace.reading import no_lexicon, read, unknown_verbs_in, verbs_in
from resdiff.workspace.settings import read_settings

if TYPE_CHECKING:
    from resdiff.core.compare import CompareOptions

TextArgument = Annotated[
    str,
    typer.Argument(
        help="A file, - for standard input, LINEAGE@VERSION or a symbol in the store.",
        show_default=False,
        autocompletion=complete_text,
    ),
]


commands = command_group()


def _options(scale: str | None) -> CompareOptions | None:
    """The options with a scale file, None without one: then the comparer is not loaded."""
    if scale is None and read_settings().scale is None:
        return None
    from resdiff.workspace.comparing import make_options

    return make_options(scale)


@command(commands, examples=("resdiff show adopted.pdf", "resdiff show tidal-marshes@latest -o text.html"))
def show(
    text: TextArgument,
    form: Annotated[str | None, format_option("resolution")] = None,
    output: OutputOption = None,
    scale: ScaleOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
    changes: ChangesOption = "accept",
    convert: ConvertOption = False,
) -> int:
    """Show one text as it is read: parts, numbers, verbs, footnotes, vote."""
    form = form_of(form, output, "resolution")
    check_output(output, [text, *([scale] if scale else [])])
    resolution = read(text, store=store, changes=changes)
    verbs = verbs_in(resolution, _options(scale))
    diagnostics.warn(resolution.source, resolution.warnings, quiet)
    options = WriteOptions(width=width_of(output, width), is_coloured=is_coloured(color, output))
    write_subject("resolution", form, [resolution, verbs], options, output)
    return diagnostics.DONE


@command(commands, examples=("resdiff verbs adopted.txt", "resdiff verbs --all --format csv -o verbs.csv"))
def verbs(
    text: Annotated[
        str | None,
        typer.Argument(help="A text; omit it with --all.", show_default=False, autocompletion=complete_text),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All versions of the store, in one table.")] = False,
    unknown: Annotated[
        bool, typer.Option("--unknown", help="Only openings that the lexicon does not know.")
    ] = False,
    form: Annotated[str | None, format_option("verbs")] = None,
    output: OutputOption = None,
    scale: ScaleOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """List the operative verbs and preambular openings of one text, or of all in the store."""
    form = form_of(form, output, "verbs")
    if every == (text is not None):
        raise UsageError("a text is missing", "name a text, or pass --all")
    if every and unknown:
        raise UsageError("--unknown goes with one text", "name a text")
    check_output(output, [*([text] if text else []), *([scale] if scale else [])])
    if text is None:
        return _all_verbs(form, output, scale, quiet, store)
    resolution = read(text, store=store)
    its_verbs = verbs_in(resolution, _options(scale))
    diagnostics.warn(resolution.source, resolution.warnings, quiet)
    if its_verbs is None:
        raise no_lexicon(f"the language of '{text}'")
    if unknown:
        its_verbs = unknown_verbs_in(resolution, its_verbs)
    options = WriteOptions(width=width_of_table(output), is_coloured=is_coloured(color, output))
    write_subject("verbs", form, [resolution, its_verbs], options, output)
    return diagnostics.DONE


def _all_verbs(form: str, output: OutputOption, scale: str | None, quiet: bool, store: str | None) -> int:
    """The verbs of every version of the store, in one table."""
    from resdiff.cli.progress import progress_bar
    from resdiff.render.views.evolution import verb_rows
    from resdiff.workspace.histories import all_texts

    if form == "markdown":
        raise UsageError("--all cannot write Markdown", "ask for text, json or csv")
    options = _options(scale)
    with progress_bar("reading", quiet) as progress:
        texts = ((slug, text, verbs_in(text, options)) for slug, text in all_texts(store, progress))
        rows = [
            row
            for slug, text, its_verbs in texts
            if its_verbs is not None
            for row in verb_rows(slug, text, its_verbs)
        ]
    write_table(rows, form, output)
    return diagnostics.DONE
