"""concessions: what became of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group, complete_text
from resdiff.cli.options import (
    ColourOption,
    OutputOption,
    ProposerOption,
    QuietOption,
    StoreOption,
    WidthOption,
)
from resdiff.cli.output import check_output, form_of, format_option, is_coloured, width_of, write_subject
from resdiff.core.compare import Comparison
from resdiff.render.formats import WriteOptions

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
    form: Annotated[str | None, format_option("draft outcome")] = None,
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
    by: ProposerOption = None,
) -> int:
    """Show the outcome of each change that a draft proposed: what was lost first, then softened, changed, new
    and kept. Exits with 1 unless all was kept and nothing is new.
    """
    form = form_of(form, output, "draft outcome")
    from resdiff.core.history import unrelated
    from resdiff.core.history.concessions import outcome_of
    from resdiff.core.history.proposed_words import outcome_by
    from resdiff.workspace.draft_outcomes import compare_three

    check_output(output, texts)
    proposed, adopted, overall = compare_three(texts, store)
    for text in (proposed.base, proposed.revised, adopted.revised):
        diagnostics.warn(text.source, text.warnings, quiet)
    diagnostics.warn("", [*unrelated((proposed, adopted)), *_out_of_order(proposed, adopted)], quiet)
    options = WriteOptions(width=width_of(output, width), is_coloured=is_coloured(color, output))
    outcome = outcome_of(proposed, adopted, overall)
    outcome = outcome_by(by, outcome) if by is not None else outcome
    write_subject("draft outcome", form, [outcome], options, output)
    return diagnostics.DONE if outcome.is_as_proposed else diagnostics.HAS_CHANGES


def _out_of_order(proposed: Comparison, adopted: Comparison) -> Iterator[str]:
    """Tells of a text that is older than the one it should follow."""
    for one, two in ((proposed.base, proposed.revised), (adopted.base, adopted.revised)):
        dates = one.masthead.date, two.masthead.date
        if dates[0] is not None and dates[1] is not None and dates[1] < dates[0][: len(dates[1])]:
            order = "name last year's text first, then the draft, then the adopted text"
            yield f"'{two.source}' ({dates[1]}) is older than '{one.source}' ({dates[0]}): {order}"
