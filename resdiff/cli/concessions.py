"""concessions: what became of a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, complete_text, family
from resdiff.cli.compare import ColourOption, OutputOption, QuietOption, StoreOption, WidthOption
from resdiff.cli.output import check_output, is_coloured, width_of, write
from resdiff.cli.store import TableOption

commands = family()


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
    form: TableOption = "text",
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Tell what became of each change that a draft proposed: kept, softened, dropped, back to last year's wording; and what is new."""
    from resdiff.core.history.concessions import concessions as outcomes
    from resdiff.render.as_concessions import concession_rows
    from resdiff.render.table import passages, table
    from resdiff.workspace.conceding import compare_three

    check_output(output, texts)
    proposed, adopted, overall = compare_three(texts, store)
    for text in (proposed.base, proposed.revised, adopted.revised):
        diagnostics.warn(text.source, text.warnings, quiet)
    found = outcomes(proposed, adopted, overall)
    rows = [*concession_rows(found, proposed.base, proposed.revised, adopted.revised)]
    if form != "text":
        write(table(rows, form), output)
        return diagnostics.DONE
    counts = Counter(known.outcome for known in found)
    told = ", ".join(f"{count} {outcome}" for outcome, count in counts.items()) or "the draft proposed nothing, and nothing is new"
    named = [{"told": _told(row), "text": row["text"]} for row in rows]
    write([*passages(named, width_of(output, width), is_coloured(color, output)), f"{told}\n"], output, pager=True)
    return diagnostics.DONE


def _told(row: Mapping[str, object]) -> str:
    """An outcome with what was proposed and the ids in the three texts, as far as there are any."""
    ids = [f"{name} {row[key]}" for name, key in (("last year", "base"), ("draft", "draft"), ("adopted", "adopted")) if row[key]]
    what = row["proposal"] or f"{row['at_adoption']} at adoption, not proposed"
    return f"{row['outcome']}: {what} ({' → '.join(ids)})"
