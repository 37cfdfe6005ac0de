"""search: a phrase over all versions of the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group
from resdiff.cli.options import (
    ColourOption,
    CountOption,
    InOption,
    OfStageOption,
    OutputOption,
    SinceDateOption,
    StoreOption,
    TableOption,
    UntilDateOption,
)
from resdiff.cli.output import form_of, is_coloured, width_of, write
from resdiff.core.wording import counted
from resdiff.render.formats import render_subject
from resdiff.render.terminal.hits import hit_lines
from resdiff.render.views.votes import tally
from resdiff.store.search import Hit
from resdiff.workspace.references import open_repository
from resdiff.workspace.searching import check_filter, filter_of, folded

commands = command_group()


@command(
    commands,
    examples=(
        "resdiff search as appropriate --in marshes --since 2030",
        "resdiff search 'sea level AND rise*'",
    ),
)
def search(
    words: Annotated[
        list[str],
        typer.Argument(
            help="Words in a row; AND between those that may stand apart; prefixes*.", show_default=False
        ),
    ],
    lineages: InOption = None,
    since: SinceDateOption = None,
    until: UntilDateOption = None,
    stage: OfStageOption = None,
    count: CountOption = False,
    most: Annotated[int, typer.Option("--limit", min=1, help="Maximum number of paragraphs.")] = 100,
    form: TableOption = None,
    output: OutputOption = None,
    color: ColourOption = "auto",
    store: StoreOption = None,
) -> int:
    """Find the paragraphs of all versions that have a phrase; exits with 1 if there are none."""
    form = form_of(form, output, "table")
    from resdiff.store.search import count_hits, find, in_any_order

    query = " ".join(words)
    versions = filter_of(lineages, since, until, stage)
    with open_repository(store) as repository:
        check_filter(versions, repository)
        if count:
            return _write_counts(count_hits(repository, query, versions), form, output)
        hits = find(repository, query, most + 1, versions)
        apart = in_any_order(query) if not hits else None
        others = count_hits(repository, apart, versions)[0] if apart is not None else 0
    if len(hits) > most:
        diagnostics.print_line(f"the best {most} paragraphs are shown; --limit shows more")
        hits = hits[:most]
    if not hits:
        hint = f"; {counted(others, 'paragraph')}: resdiff search {quote(apart or '')}" if others else ""
        diagnostics.print_line(f"no paragraph of the store has '{query}'{hint}")
    if form == "text":
        write(_lines(query, hits, width_of(output, None), is_coloured(color, output)), output, pager=True)
    else:
        rows = [
            {
                "version": h.reference,
                "paragraph": h.paragraph,
                "symbol": h.symbol,
                "date": h.date,
                "vote": tally(h.vote) if h.vote else None,
                "text": h.text,
            }
            for h in hits
        ]
        write(render_subject("table", form, [rows]), output)
    return diagnostics.DONE if hits else diagnostics.NO_RESULT


def _write_counts(counts: tuple[int, int], form: str, output: Path | None) -> int:
    """Writes how many paragraphs of how many versions have what is sought."""
    paragraphs, versions = counts
    if form == "text":
        write([f"{counted(paragraphs, 'paragraph')} in {counted(versions, 'version')}\n"], output)
    else:
        row = {"paragraphs": paragraphs, "versions": versions}
        write(render_subject("table", form, [[row]]), output)
    return diagnostics.DONE if paragraphs else diagnostics.NO_RESULT


def _lines(query: str, hits: Sequence[Hit], width: int, is_coloured: bool) -> Iterator[str]:
    """The hits by lineage, equal readings once, what is sought marked."""
    from resdiff.store.search import spans_of

    lineage = ""
    for answer in folded(hits):
        if answer.lineage != lineage:
            yield ("\n" if lineage else "") + f"{answer.lineage}\n"
            lineage = answer.lineage
        hit = answer.last
        about = [hit.reference.partition("@")[2], hit.paragraph, answer.span or hit.date or ""]
        if hit.vote:
            about.append(tally(hit.vote))
        spans = spans_of(query, hit.text)
        yield from hit_lines(", ".join(part for part in about if part), hit.text, spans, width, is_coloured)
