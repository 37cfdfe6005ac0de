"""concessions: what became of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group, complete_text
from resdiff.cli.options import ColourOption, OutputOption, QuietOption, StoreOption, TableOption, WidthOption
from resdiff.cli.output import check_output, form_of, is_coloured, width_of, write, write_table
from resdiff.core.compare import Comparison

commands = command_group()


@command(commands)
def concessions(
    texts: Annotated[
        list[str],
        typer.Argument(
            help="The adopted version of a lineage; or last year's text, the draft and the adopted one.",
            show_default=False,
            autocompletion=complete_text,
            metavar="TEXT...",
        ),
    ],
    form: TableOption = None,
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Show the outcome of each change that a draft proposed: kept, softened, dropped, back to last year's
    wording; and what is new.
    """
    form = form_of(form, output, "table")
    from resdiff.core.history import unrelated
    from resdiff.core.history.concessions import concessions as outcomes
    from resdiff.render.terminal.draft_outcomes import concession_text
    from resdiff.render.views.draft_outcomes import concession_rows, texts_by_name
    from resdiff.workspace.draft_outcomes import compare_three

    check_output(output, texts)
    proposed, adopted, overall = compare_three(texts, store)
    for text in (proposed.base, proposed.revised, adopted.revised):
        diagnostics.warn(text.source, text.warnings, quiet)
    diagnostics.warn("", [*unrelated((proposed, adopted)), *_out_of_order(proposed, adopted)], quiet)
    results = outcomes(proposed, adopted, overall)
    if form == "text":
        write(
            concession_text(results, proposed, adopted, width_of(output, width), is_coloured(color, output)),
            output,
            pager=True,
        )
    else:
        named = "; ".join(f"{name}: {text}" for name, text in texts_by_name(proposed, adopted))
        if not quiet:
            diagnostics.print_line(named)
        write_table(
            [*concession_rows(results, proposed.base, proposed.revised, adopted.revised)], form, output
        )
    return diagnostics.DONE


def _out_of_order(proposed: Comparison, adopted: Comparison) -> Iterator[str]:
    """Tells of a text that is older than the one it should follow."""
    for one, two in ((proposed.base, proposed.revised), (adopted.base, adopted.revised)):
        dates = one.masthead.date, two.masthead.date
        if dates[0] is not None and dates[1] is not None and dates[1] < dates[0][: len(dates[1])]:
            order = "name last year's text first, then the draft, then the adopted text"
            yield f"'{two.source}' ({dates[1]}) is older than '{one.source}' ({dates[0]}): {order}"
