"""asks: who is asked to do what, in one text, between two, or through the years of a lineage."""

from __future__ import annotations

from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group, complete_text
from resdiff.cli.compare import Revised
from resdiff.cli.history_options import FollowedStage, check_choice
from resdiff.cli.options import ColourOption, OutputOption, QuietOption, ScaleOption, StoreOption, WidthOption
from resdiff.cli.output import check_output, form_of, format_option, is_coloured, width_of, write_subject
from resdiff.cli.progress import progress_bar
from resdiff.core.compare import CompareOptions
from resdiff.core.errors import UsageError
from resdiff.render.formats import Subject, WriteOptions
from resdiff.workspace import comparing
from resdiff.workspace.ask_filter import AskFilter, ask_filter
from resdiff.workspace.lookup import names_lineage
from resdiff.workspace.reading import asks_in, is_reference, no_lexicon, read
from resdiff.workspace.references import is_range

AskedText = Annotated[
    str | None,
    typer.Argument(
        help="A text; a lineage, for its asks through the years; LINEAGE@a..b; omit with --all.",
        show_default=False,
        autocompletion=complete_text,
    ),
]

commands = command_group()


@command(
    commands,
    examples=(
        "resdiff asks adopted.txt",
        "resdiff asks last-year.txt adopted.txt",
        "resdiff asks tidal-marshes --task report        through the years",
        "resdiff asks --all --due 2034 --format csv",
    ),
)
def asks(
    text: AskedText = None,
    revised: Revised = None,
    every: Annotated[
        bool, typer.Option("--all", help="The asks of all lineages, through the years.")
    ] = False,
    addressee: Annotated[
        str | None,
        typer.Option("--addressee", metavar="PART", help="Only of one with this in the name."),
    ] = None,
    task: Annotated[
        str | None, typer.Option("--task", help="Only report, meeting, mandate or other.")
    ] = None,
    due: Annotated[
        str | None,
        typer.Option("--due", metavar="YEAR", help="Only those that stand and are due then."),
    ] = None,
    stage: FollowedStage = None,
    form: Annotated[str | None, format_option("asks")] = None,
    output: OutputOption = None,
    scale: ScaleOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """List who is asked to do what, to whom it reports and by when; of two texts what came, changed and went;
    of a lineage since when each ask stands, how it changed, when it lapsed, whether it was answered.
    """
    form = form_of(form, output, "asks")
    layout = WriteOptions(width=width_of(output, width), is_coloured=is_coloured(color, output))
    chosen = ask_filter(addressee, task, due)
    is_lineage = text is not None and revised is None and is_reference(text) and names_lineage(text, store)
    if every or is_lineage:
        check_choice([text] if text is not None else None, every)
        if scale is not None:
            raise UsageError("--scale goes with one text or two", "a scale changes no ask of a lineage")
        check_output(output, [])
        from resdiff.workspace.asks_through_time import asks_of_all, asks_of_lineage

        with progress_bar("following", quiet) as progress:
            if text is not None:
                rows = [asks_of_lineage(text, chosen, stage, store, progress)]
            else:
                rows = list(asks_of_all(chosen, stage, store, progress))
        write_subject("ask threads", form, [rows], layout, output)
        return diagnostics.DONE
    if text is None:
        raise UsageError("no text is given", "name a text or a lineage, or pass --all")
    if stage is not None:
        raise UsageError("--stage goes with a lineage or --all", "leave it out for one text or two")
    is_of_two = revised is not None or (is_reference(text) and is_range(text))
    if chosen != AskFilter() and is_of_two:
        raise UsageError("--addressee, --task and --due do not go with two texts", "name one, or a lineage")
    check_output(output, [text, *([revised] if revised else []), *([scale] if scale else [])])
    options = comparing.make_options(scale, ())
    subject, values = _of_texts(text, revised, chosen, options, quiet, store)
    write_subject(subject, form, values, layout, output)
    return diagnostics.DONE


def _of_texts(
    text: str,
    revised: str | None,
    chosen: AskFilter,
    options: CompareOptions,
    quiet: bool,
    store: str | None,
) -> tuple[Subject, list[object]]:
    """The asks of one text, or of two: what is written. Raises InputError where verbs are not known."""
    if revised is not None or (is_reference(text) and is_range(text)):
        comparison = comparing.compare_texts(text, revised, options, store=store)
        for side in (comparison.base, comparison.revised):
            diagnostics.warn(side.source, side.warnings, quiet)
        comparing.check_one_language(comparison)
        if comparison.scale_name is None:
            raise no_lexicon("these texts")
        return "ask changes", [comparison]
    resolution = read(text, store=store)
    diagnostics.warn(resolution.source, resolution.warnings, quiet)
    its_asks = asks_in(resolution, options)
    if its_asks is None:
        raise no_lexicon(f"the language of '{text}'")
    return "asks", [resolution, tuple(ask for ask in its_asks if chosen.has(ask, resolution))]
