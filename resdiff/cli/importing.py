"""import: a folder of texts that joins the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group
from resdiff.cli.options import ByOption, JobsOption, QuietOption, StoreOption
from resdiff.cli.output import report
from resdiff.cli.progress import progress_bar
from resdiff.core.errors import UsageError
from resdiff.core.wording import counted
from resdiff.workspace.references import open_repository, store_path

if TYPE_CHECKING:
    from resdiff.workspace.import_folder import Imported

CompareOption = Annotated[
    bool,
    typer.Option(
        "--compare/--no-compare", help="Compare with adjacent versions now, or later by store index."
    ),
]
YesOption = Annotated[bool, typer.Option("--yes", help="Add a folder as it is sorted, without being asked.")]

commands = command_group()


@command(commands, name="import")
def import_texts(
    folder: Annotated[
        str,
        typer.Argument(
            help="Texts, or a sub-folder for each lineage, or an index.json that defines them.",
            show_default=False,
        ),
    ],
    jobs: JobsOption = 1,
    by: ByOption = None,
    compared: CompareOption = True,
    yes: YesOption = False,
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """Store every text of a folder.

    Texts that are already stored are skipped; files that cannot be read are skipped and reported.
    """
    from resdiff.workspace.flat_folder import is_flat
    from resdiff.workspace.import_folder import import_folder
    from resdiff.workspace.importing import InterruptedImport
    from resdiff.workspace.unpacking import unpacked

    try:
        with unpacked(folder) as place:
            if place and is_flat(Path(place)):
                done = _import_flat(Path(place), by, compared, yes, quiet, store)
            else:
                with open_repository(store, create=True) as repository, progress_bar("reading", quiet) as bar:
                    done = import_folder(place or "", by, repository, bar, jobs, compared)
    except KeyboardInterrupt as interrupt:
        progress_made = (
            f"{interrupt.stored} of {interrupt.count} texts are"
            if isinstance(interrupt, InterruptedImport)
            else "the completed texts are"
        )
        diagnostics.print_line(f"interrupted: {progress_made} in the store; run the same command to continue")
        raise
    if done is None:
        report(["nothing is added"])
        return diagnostics.DONE
    for reason in done.left_out:
        diagnostics.print_line(f"left out: {reason}")
    counts = (
        f"{counted(done.stored, 'text')} stored",
        f"{done.already} already stored",
        f"{len(done.left_out)} left out",
        f"{done.compared} compared",
    )
    report([", ".join(counts)])
    status = diagnostics.report_failures(done.failures)
    return diagnostics.ERROR if done.left_out and not (done.stored or done.already) else status


def _import_flat(
    folder: Path, by: str | None, compared: bool, yes: bool, quiet: bool, store: str | None
) -> Imported | None:
    """Sorts a folder, shows the plan, asks, and keeps the texts; None where the answer is no.

    Raises UsageError where nobody can be asked.
    """
    from resdiff.cli.interface import has_terminal
    from resdiff.workspace.flat_folder import import_flat, plan_flat, plan_lines

    with progress_bar("reading", quiet) as progress:
        if store_path(store).exists():
            with open_repository(store) as repository:
                plan = plan_flat(folder, repository, progress)
        else:
            plan = plan_flat(folder, None, progress)
    if not yes:
        report([*plan_lines(plan), *(f"left out: {reason}" for reason in plan.left_out)])
        if not has_terminal():
            raise UsageError("nothing is added yet", "pass --yes to add these texts as they are sorted")
        if not typer.confirm("Add them?", err=True):
            return None
    with open_repository(store, create=True) as repository, progress_bar("adding", quiet) as progress:
        return import_flat(plan, by, repository, progress, compared)
