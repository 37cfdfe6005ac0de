"""add, lineages, log and store: the commands of the versioned store."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, family
from resdiff.cli.compare import ColourOption, OutputOption, QuietOption, StoreOption
from resdiff.cli.output import is_coloured, progress_line, width_of, write
from resdiff.core.model import Vote
from resdiff.render.labels import tally
from resdiff.render.table import TableFormat, passages, table
from resdiff.workspace.versions import Step, Told, add_files, import_folder, open_store, steps_of, store_path

_DATE = "The date of the text, as 2031-03-07; else what the masthead tells."

LineageArgument = Annotated[str, typer.Argument(help="The lineage, as 'tidal-marshes'.", show_default=False)]
TableOption = Annotated[TableFormat, typer.Option("--format", "-f", help="How the table is written.")]

commands = family()
store_commands = typer.Typer(rich_markup_mode=None, add_completion=False, help="Look after the store: info, verify, backup.")
commands.add_typer(store_commands, name="store")


@command(commands)
def add(
    lineage: LineageArgument,
    files: Annotated[list[str], typer.Argument(help="The texts, in their order.", show_default=False)],
    label: Annotated[str | None, typer.Option("--label", help="What the version is called; else its number or file name.")] = None,
    stage: Annotated[str | None, typer.Option("--stage", help="draft, revised, adopted ...; else what the masthead tells.")] = None,
    date: Annotated[str | None, typer.Option("--date", help=_DATE)] = None,
    symbol: Annotated[str | None, typer.Option("--symbol", help="The symbol; else what the masthead tells.")] = None,
    base_of: Annotated[str | None, typer.Option("--base-of", help="The stored version it was drafted on.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who adds it.")] = None,
    store: StoreOption = None,
) -> int:
    """Keep texts as the next versions of a lineage; bytes that it holds already are not kept twice."""
    with open_store(store, create=True) as held:
        kept = add_files(lineage, files, Told(label, stage, date, symbol, base_of, by), held)
    write([f"{v.reference}  {v.paragraphs} paragraphs  {v.symbol or ''}".rstrip() + "\n" for v in kept], None)
    if len(kept) < len(files):
        diagnostics.say(f"{len(files) - len(kept)} of {len(files)} texts were in {lineage} already")
    return diagnostics.DONE


@command(commands, name="import")
def import_texts(
    folder: Annotated[str, typer.Argument(help="Its sub-folders become lineages, or what its index.json says.", show_default=False)],
    by: Annotated[str | None, typer.Option("--by", help="Who adds them.")] = None,
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Keep every text of a folder; what is there already is not kept twice, what cannot be read is left out and told."""
    with open_store(store, create=True) as held:
        done = import_folder(folder, Told(by_whom=by), held, progress_line(quiet))
    for reason in done.left_out:
        diagnostics.say(f"left out: {reason}")
    write([f"{done.kept} texts kept, {done.known} known before, {len(done.left_out)} left out\n"], None)
    return diagnostics.DONE


@command(commands)
def search(
    query: Annotated[str, typer.Argument(help='Words, "quoted phrases", beginnings*; all of them are wanted.', show_default=False)],
    most: Annotated[int, typer.Option("--limit", min=1, help="Most paragraphs told.")] = 100,
    form: TableOption = "text",
    output: OutputOption = None,
    color: ColourOption = "auto",
    store: StoreOption = None,
) -> int:
    """Find the paragraphs of all versions that have a phrase; ends with 1 where none has."""
    with open_store(store) as held:
        hits = held.search(query, most)
    rows = [
        {"version": h.reference, "paragraph": h.paragraph, "symbol": h.symbol, "date": h.date, "vote": _tally(h.vote), "text": h.text}
        for h in hits
    ]
    coloured = is_coloured(color, output)
    pieces = passages(rows, width_of(output, None), coloured) if form == "text" else table(rows, form)
    write(pieces, output, pager=form == "text")
    return diagnostics.DONE if hits else diagnostics.NOTHING


def _tally(vote: str | None) -> str | None:
    return tally(Vote(**json.loads(vote))) if vote else None


@command(commands)
def lineages(form: TableOption = "text", output: OutputOption = None, color: ColourOption = "auto", store: StoreOption = None) -> int:
    """List the lineages of the store."""
    rows = [
        {"lineage": known.slug, "versions": known.versions, "last": known.last, "title": known.title}
        for known in open_store(store).lineages()
    ]
    write(table(rows, form, is_coloured(color, output)), output, pager=form == "text")
    return diagnostics.DONE


@command(commands)
def log(
    lineage: LineageArgument,
    form: TableOption = "text",
    output: OutputOption = None,
    color: ColourOption = "auto",
    store: StoreOption = None,
) -> int:
    """List the versions of a lineage: stage, date, symbol, changes against the version before, verbs up and down, vote."""
    with open_store(store) as held:
        rows = [_row(step) for step in steps_of(lineage, held)]
    write(table(rows, form, is_coloured(color, output)), output, pager=form == "text")
    return diagnostics.DONE


def _row(step: Step) -> dict[str, object]:
    version, comparison = step.version, step.comparison
    counts: dict[str, object] = dict.fromkeys(("added", "dropped", "edited", "moved", "up", "down"))
    if comparison is not None:
        shifts = [shift.shift for change in comparison.changes for shift in change.verbs]
        summary = comparison.summary
        counts = {
            "added": summary.added, "dropped": summary.dropped, "edited": summary.edited + summary.split + summary.merged,
            "moved": summary.moved, "up": shifts.count("strengthened"), "down": shifts.count("weakened"),
        }  # fmt: skip
    told: dict[str, object] = {
        "label": version.label, "stage": version.stage, "date": version.date, "symbol": version.symbol, "paragraphs": version.paragraphs,
    }  # fmt: skip
    return told | counts | {"vote": tally(step.text.vote) if step.text.vote else None}


@command(store_commands)
def info(store: StoreOption = None) -> int:
    """Tell where the store is and what it holds."""
    with open_store(store) as held:
        known = held.lineages()
    size = held.path.stat().st_size / 1024
    write([f"{held.path}\n{len(known)} lineages, {sum(k.versions for k in known)} versions, {size:,.0f} KB\n"], None)
    return diagnostics.DONE


@command(store_commands)
def verify(store: StoreOption = None) -> int:
    """Check that every byte of the store is as it was kept."""
    with open_store(store) as held:
        faults, count = held.faults(), len(held.versions())
    for fault in faults:
        diagnostics.say(fault)
    write([f"{count} versions, {len(faults)} faults\n"], None)
    return diagnostics.TROUBLE if faults else diagnostics.DONE


@command(store_commands)
def backup(
    file: Annotated[str, typer.Argument(help="Where the copy goes; it must not exist.", show_default=False)], store: StoreOption = None
) -> int:
    """Copy the store, whole and consistent, also while it is in use."""
    with open_store(store) as held:
        held.back_up(file)
    write([f"{store_path(store)} copied to {file}\n"], None)
    return diagnostics.DONE
