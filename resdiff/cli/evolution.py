"""trace and evolution: phrases and verbs through all versions of a lineage."""

from __future__ import annotations

from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group
from resdiff.cli.history_options import FollowedStage, SomeTexts, check_choice, follow_texts, lineage_of
from resdiff.cli.options import ColourOption, OutputOption, QuietOption, StoreOption, TableOption, WidthOption
from resdiff.cli.output import check_output, form_of, is_coloured, width_of, write, write_table

NearOption = Annotated[
    bool,
    typer.Option(
        "--near",
        help=(
            "Take near readings too: words inflected or exchanged, left out or put in, one in three at most."
        ),
    ),
]

commands = command_group()


@command(
    commands,
    examples=("resdiff trace 'as appropriate' tidal-marshes", "resdiff trace 'living shores' --all --near"),
)
def trace(
    phrase: Annotated[
        str, typer.Argument(help="The phrase; case and punctuation are ignored.", show_default=False)
    ],
    texts: SomeTexts = None,
    every: Annotated[bool, typer.Option("--all", help="Look through all lineages of the store.")] = False,
    near: NearOption = False,
    form: TableOption = None,
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Follow a phrase: where it first appeared, changed, disappeared and came back.

    Exits with status 1 if no version contains the phrase.
    """
    form = form_of(form, output, "table")
    from resdiff.core.history import trace_phrase
    from resdiff.render.tables import passages
    from resdiff.render.views.trace import trace_rows
    from resdiff.workspace.histories import lineages_with

    check_choice(texts, every)
    check_output(output, texts or ())
    rows: list[dict[str, object]] = []
    if texts is None or every:
        for slug, versions, comparisons in lineages_with(phrase, store, near):
            rows += trace_rows(slug, versions, trace_phrase(versions, comparisons, phrase, near), near)
    else:
        result = follow_texts(texts, output, quiet, store)
        rows += trace_rows(
            lineage_of(texts),
            result.versions,
            trace_phrase(result.versions, result.comparisons, phrase, near),
            near,
        )
    if not rows:
        diagnostics.print_line(
            f"no version has '{phrase}'{'' if near else ': --near takes near readings too'}"
        )
    coloured = is_coloured(color, output)
    if form == "text":
        write(passages(rows, width_of(output, width), coloured), output, pager=True)
    else:
        write_table(rows, form, output)
    return diagnostics.DONE if rows else diagnostics.NO_RESULT


@command(commands)
def evolution(
    texts: SomeTexts = None,
    every: Annotated[bool, typer.Option("--all", help="All lineages of the store, in one table.")] = False,
    form: TableOption = None,
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
    stage: FollowedStage = None,
) -> int:
    """Show how the verbs changed from version to version, and count the verbs by ladder and strength."""
    form = form_of(form, output, "table")
    from resdiff.render.terminal.evolution import evolution_text
    from resdiff.render.views.evolution import evolution_rows

    check_choice(texts, every)
    check_output(output, texts or ())
    coloured = is_coloured(color, output)
    if texts is None or every:
        from resdiff.cli.progress import progress_bar
        from resdiff.workspace.histories import all_comparisons

        with progress_bar("comparing", quiet) as progress:
            rows = [
                row
                for lineage, made in all_comparisons(store, progress, stage)
                for row in evolution_rows(lineage, made)
            ]
        write_table(rows, form, output, coloured)
        return diagnostics.DONE
    result = follow_texts(texts, output, quiet, store, stage)
    if form == "text":
        write(evolution_text(result, width_of(output, width), coloured), output, pager=True)
    else:
        write_table([*evolution_rows(lineage_of(texts), result.comparisons)], form, output)
    return diagnostics.DONE
