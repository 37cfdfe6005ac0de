"""store: where it is, whether it is whole, a copy of it, and what is yet to be made."""

from __future__ import annotations

from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group
from resdiff.cli.options import ByOption, JobsOption, QuietOption, StoreOption
from resdiff.cli.output import report, write
from resdiff.cli.progress import progress_bar
from resdiff.core.wording import counted
from resdiff.render.views.characters import visible
from resdiff.store.upkeep import back_up
from resdiff.workspace.editing import compact_store
from resdiff.workspace.references import open_repository
from resdiff.workspace.stored import index_store, pending, verify_store

commands = command_group()
store_commands = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    help="Look after the store: info, verify, backup, index, compact.",
)
commands.add_typer(store_commands, name="store")


@command(store_commands)
def info(store: StoreOption = None) -> int:
    """Show where the store is, what it contains, and what is not yet parsed or compared."""
    with open_repository(store) as repository:
        lineages = repository.lineages()
        dropped = sum(version.dropped is not None for version in repository.versions(with_dropped=True))
        waiting = pending(repository)
    size = repository.path.stat().st_size / 1024
    texts = counted(sum(lineage.versions for lineage in lineages), "version")
    lines = [str(repository.path), f"{counted(len(lineages), 'lineage')}, {texts}, {size:,.0f} KB"]
    if dropped:
        lines.append(
            f"{dropped} dropped: resdiff drop --undo brings them back, resdiff store compact deletes them"
        )
    if waiting:
        lines.append(f"{waiting} not yet parsed or compared by this version: run resdiff store index")
    write((f"{visible(line)}\n" for line in lines), None)
    return diagnostics.DONE


@command(store_commands)
def verify(
    quick: Annotated[
        bool, typer.Option("--quick/--parse", help="Check hashes and seals alone, or parse each text again.")
    ] = False,
    jobs: JobsOption = 1,
    store: StoreOption = None,
) -> int:
    """Check that every byte of the store is unchanged since it was stored."""
    with open_repository(store) as repository:
        count = 0
        for fault in verify_store(repository, quick, jobs):
            diagnostics.print_line(fault)
            count += 1
        versions = repository.count()
    write([f"{counted(versions, 'version')}, {counted(count, 'fault')}\n"], None)
    return diagnostics.ERROR if count else diagnostics.DONE


@command(store_commands)
def backup(
    file: Annotated[str, typer.Argument(help="File for the copy; it must not exist.", show_default=False)],
    store: StoreOption = None,
) -> int:
    """Make a complete and consistent copy of the store, even while it is in use."""
    with open_repository(store) as repository:
        back_up(repository, file)
    report([f"{repository.path} copied to {file}"])
    return diagnostics.DONE


@command(store_commands)
def index(
    jobs: JobsOption = 1,
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Parse and compare what this version of resdiff has not yet parsed or compared."""
    with open_repository(store) as repository, progress_bar("comparing", quiet) as progress:
        done = index_store(repository, None, jobs, progress)
    report([f"{counted(done.parsed, 'text')} parsed anew, {counted(done.compared, 'comparison')} made"])
    return diagnostics.report_failures(done.failures)


@command(store_commands)
def compact(by: ByOption = None, store: StoreOption = None) -> int:
    """Make the store as small as possible; dropped versions are deleted for good."""
    with open_repository(store) as repository:
        done = compact_store(by, repository)
    report(f"gone for good: {reference}" for reference in done.removed)
    report([f"{done.before / 1024:,.0f} KB before, {done.after / 1024:,.0f} KB now"])
    return diagnostics.DONE
