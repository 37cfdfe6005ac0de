"""show, verbs and schema: commands for one text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, get_args

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, complete_text, family
from resdiff.cli.compare import ChangesOption, ColourOption, FormatOption, OutputOption, QuietOption, ScaleOption, StoreOption, WidthOption
from resdiff.cli.output import FORMAT_HELP, check_output, form_of, is_coloured, width_of, write
from resdiff.core.errors import InputError, UsageError
from resdiff.core.model import Resolution
from resdiff.core.verbs import Verbs
from resdiff.workspace import comparing
from resdiff.workspace.comparison_output import FORMS

Text = Annotated[
    str,
    typer.Argument(
        help="A file, - for standard input, LINEAGE@VERSION or a symbol in the store.",
        show_default=False,
        autocompletion=complete_text,
    ),
]
_ShowForm = Literal["text", "json", "markdown", "csv", "html", "akn"]
SchemaName = Literal["comparison", "resolution", "verbs", "history", "blame"]


commands = family()


@command(commands)
def show(
    text: Text,
    form: Annotated[_ShowForm | None, typer.Option("--format", "-f", help=FORMAT_HELP, show_default=False)] = None,
    output: OutputOption = None,
    scale: ScaleOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
    changes: ChangesOption = "accept",
) -> int:
    """Show one text as it is read: parts, numbers, verbs, footnotes, vote."""
    form = form_of(form, output, get_args(_ShowForm))
    check_output(output, [text, *([scale] if scale else [])])
    resolution = comparing.read(text, store=store, changes=changes)
    verbs = comparing.verbs_in(resolution, comparing.make_options(scale))
    diagnostics.warn(resolution.source, resolution.warnings, quiet)
    pieces = _text_pieces(resolution, verbs, form, width_of(output, width), is_coloured(color, output))
    write(pieces, output, pager=form == "text")
    return diagnostics.DONE


def _text_pieces(resolution: Resolution, verbs: Verbs | None, form: _ShowForm, columns: int, coloured: bool) -> Iterable[str]:
    """A text in a format."""
    if form == "akn":
        from resdiff.render.akn.resolution import resolution_akn

        return resolution_akn(resolution)
    if form == "html":
        from resdiff.render.report.resolution import resolution_html

        return resolution_html(resolution, verbs)
    if form == "json":
        from resdiff.render.data.comparison import resolution_json

        return resolution_json(resolution, verbs)
    if form == "markdown":
        from resdiff.render.markdown import resolution_markdown

        return resolution_markdown(resolution, verbs)
    if form == "csv":
        from resdiff.render.data.tables import resolution_csv

        return resolution_csv(resolution, verbs)
    from resdiff.render.terminal.resolution import resolution_text

    return resolution_text(resolution, verbs, columns, coloured)


@command(commands)
def verbs(
    text: Annotated[str | None, typer.Argument(help="A text; none with --all.", show_default=False, autocompletion=complete_text)] = None,
    every: Annotated[bool, typer.Option("--all", help="All versions of the store, in one table.")] = False,
    form: FormatOption = None,
    output: OutputOption = None,
    scale: ScaleOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """List the operative verbs and preambular openings of one text, or of all in the store."""
    form = form_of(form, output, FORMS)
    if every == (text is not None):
        raise UsageError("the verbs of one text are listed, or of all", "name a text, or say --all")
    check_output(output, [*([text] if text else []), *([scale] if scale else [])])
    if text is None:
        return _all_verbs(form, output, scale, quiet, store)
    resolution = comparing.read(text, store=store)
    found = comparing.verbs_in(resolution, comparing.make_options(scale))
    diagnostics.warn(resolution.source, resolution.warnings, quiet)
    if found is None:
        raise InputError(f"the language of '{text}' has no lexicon", "verbs are known in English")
    write(_verb_pieces(resolution, found, form, is_coloured(color, output)), output, pager=form == "text")
    return diagnostics.DONE


def _verb_pieces(resolution: Resolution, found: Verbs, form: str, coloured: bool) -> Iterable[str]:
    """The verbs of a text in a format."""
    if form == "json":
        from resdiff.render.data.comparison import verbs_json

        return verbs_json(resolution, found)
    if form == "markdown":
        from resdiff.render.markdown import verbs_markdown

        return verbs_markdown(resolution, found)
    if form == "csv":
        from resdiff.render.data.tables import verbs_csv

        return verbs_csv(resolution, found)
    from resdiff.render.terminal.resolution import verbs_text

    return verbs_text(resolution, found, coloured)


def _all_verbs(form: str, output: OutputOption, scale: str | None, quiet: bool, store: str | None) -> int:
    """The verbs of every version of the store, in one table."""
    from resdiff.cli.progress import progress_bar
    from resdiff.render.tables import table
    from resdiff.render.views.evolution import verb_rows
    from resdiff.workspace.histories import all_texts

    if form == "markdown":
        raise UsageError("--all writes no Markdown", "ask for text, json or csv")
    options = comparing.make_options(scale)
    with progress_bar("reading", quiet) as progress:
        found = ((slug, text, comparing.verbs_in(text, options)) for slug, text in all_texts(store, progress))
        rows = [row for slug, text, known in found if known is not None for row in verb_rows(slug, text, known)]
    write(table(rows, "json" if form == "json" else "csv" if form == "csv" else "text"), output, pager=form == "text")
    return diagnostics.DONE


@command(commands)
def schema(name: Annotated[SchemaName, typer.Argument(help="Which schema.")] = "comparison", output: OutputOption = None) -> int:
    """Print the JSON Schema of what --format json writes."""
    import json

    from resdiff.render.data.history_schemas import HISTORY_SCHEMAS
    from resdiff.render.data.schemas import SCHEMAS

    write([json.dumps((SCHEMAS | HISTORY_SCHEMAS)[name](), indent=1, ensure_ascii=False), "\n"], output)
    return diagnostics.DONE
