"""add, import, export, lineages and log: texts that join the store and leave it, and what it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group, complete_lineage
from resdiff.cli.importing import CompareOption, YesOption, import_texts
from resdiff.cli.options import (
    BaseOption,
    BeforeOption,
    ByOption,
    ColourOption,
    ConvertOption,
    DateOption,
    JobsOption,
    LabelOption,
    OfStageOption,
    OutputOption,
    QuietOption,
    StageOption,
    StoreOption,
    SymbolOption,
    TableOption,
)
from resdiff.cli.output import Colour, form_of, is_coloured, report, write_table
from resdiff.core.errors import UsageError
from resdiff.core.wording import counted
from resdiff.render.views.votes import tally
from resdiff.store.counts import Counts
from resdiff.store.repository import Store
from resdiff.workspace.references import open_repository, versions_of
from resdiff.workspace.renderings import other_languages
from resdiff.workspace.rounds import stage_named
from resdiff.workspace.steps import VersionRow, story, version_rows

if TYPE_CHECKING:  # only adding needs the parser
    from resdiff.workspace.adding import GivenFacts

_COUNTED = {
    **{name: name for name in ("added", "dropped", "edited", "split", "merged", "moved")},
    "up": "strengthened",
    "down": "weakened",
}

commands = command_group()


@command(
    commands,
    examples=(
        "resdiff add tidal-marshes draft.txt rev1.txt adopted.txt",
        "resdiff add texts/                  a folder of texts, sorted into lineages",
        "resdiff add tidal-marshes new.txt --supersedes 12/9 --reason 'a wrong page'",
        "resdiff add --votes votes.csv        the votes of stored texts, by symbol",
    ),
)
def add(
    lineage: Annotated[
        str | None,
        typer.Argument(
            help="The lineage; alone the folder whose texts are added.",
            show_default=False,
            autocompletion=complete_lineage,
        ),
    ] = None,
    files: Annotated[
        list[str] | None, typer.Argument(help="The texts, in their order.", show_default=False)
    ] = None,
    label: LabelOption = None,
    stage: StageOption = None,
    date: DateOption = None,
    symbol: SymbolOption = None,
    base_of: BaseOption = None,
    before: BeforeOption = None,
    supersedes: Annotated[
        str | None, typer.Option("--supersedes", help="The label of the version that this one corrects.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="The reason for the correction.")] = None,
    votes: Annotated[
        str | None,
        typer.Option("--votes", help="A CSV of votes: symbol, in favour, against, abstaining, names."),
    ] = None,
    yes: YesOption = False,
    by: ByOption = None,
    compared: CompareOption = True,
    jobs: JobsOption = 1,
    quiet: QuietOption = False,
    store: StoreOption = None,
    convert: ConvertOption = False,
) -> int:
    """Store texts as the next versions of a lineage, or every text of a folder.

    A file that is already there is skipped. A folder of texts is sorted into lineages by title, organ and
    what each text cites; the plan is shown first. Where it has sub-folders each becomes a lineage, and an
    index.json goes before both. Files that cannot be read are skipped and reported.
    """
    if convert and jobs > 1:
        raise UsageError("--convert goes with one process", "leave out --jobs")
    if votes is not None:
        if lineage is not None:
            raise UsageError("--votes goes with no text", "add the texts first, then their votes")
        return _add_votes(votes, by, store)
    if lineage is None:
        raise UsageError("no text is given", "name a lineage and its files, or a folder")
    from resdiff.workspace.adding import GivenFacts

    facts = GivenFacts(
        label=label,
        stage=stage,
        date=date,
        symbol=symbol,
        base_of=base_of,
        author=by,
        supersedes=supersedes,
        reason=reason,
        before=before,
    )
    if not files:
        from resdiff.workspace.unpacking import is_archive

        if not Path(lineage).is_dir() and not is_archive(lineage):
            hint = f"name the files that join '{lineage}', or a folder that is there"
            raise UsageError("no text is given", hint)
        _check_undescribed(lineage, facts)
        return import_texts(lineage, jobs, by, compared, yes, quiet, store)
    if jobs > 1:
        raise UsageError("--jobs goes with a folder", "leave it out for files")
    return _add(lineage, files, facts, compared, quiet, store)


def _check_undescribed(folder: str, facts: GivenFacts) -> None:
    """Raises UsageError for facts of one text that are given with a folder of texts."""
    from msgspec.structs import asdict

    given = [name for name, value in asdict(facts).items() if value is not None and name != "author"]
    if given:
        option = f"--{given[0].replace('_', '-')}"
        raise UsageError(f"{option} describes one file", f"'{folder}' is a folder: name its files")


def _add(
    lineage: str, files: Sequence[str], facts: GivenFacts, compared: bool, quiet: bool, store: str | None
) -> int:
    """Adds files to a lineage, and says what became of them."""
    from resdiff.workspace.adding import add_files

    with open_repository(store, create=True) as repository:
        added = add_files(lineage, files, facts, repository, compared)
    versions = added.versions
    diagnostics.warn("", added.warnings, quiet)
    report(
        f"{v.reference}  {counted(v.paragraphs, 'paragraph')}  {v.symbol or ''}".rstrip() for v in versions
    )
    if len(versions) < len(files):
        known = _stored_before(len(files) - len(versions), len(files))
        diagnostics.print_line(f"{known} already stored in {lineage}")
        if facts.supersedes is not None and not versions:
            raise UsageError("nothing is corrected", f"add a text that {lineage} does not have yet")
    return diagnostics.report_failures(added.failures)


def _stored_before(known: int, given: int) -> str:
    return "the text is" if given == 1 else f"{known} of {given} texts were"


def _add_votes(name: str, by: str | None, store: str | None) -> int:
    from resdiff.workspace.votes import add_votes

    with open_repository(store) as repository:
        done = add_votes(name, by, repository)
    report([f"{counted(len(done.references), 'text')} got a vote"])
    if done.unknown:
        diagnostics.print_line(f"no stored text has {counted(done.unknown, 'symbol')} of '{name}'")
    return diagnostics.DONE if done.references else diagnostics.NO_RESULT


@command(commands)
def export(
    target: Annotated[
        list[str],
        typer.Argument(help="LINEAGE FOLDER, or only FOLDER with --all.", autocompletion=complete_lineage),
    ],
    everything: Annotated[bool, typer.Option("--all", help="All lineages.")] = False,
    store: StoreOption = None,
) -> int:
    """Write the original files of a lineage to a folder, with an index.json that resdiff add can read."""
    if len(target) != (1 if everything else 2):
        raise UsageError("export takes LINEAGE FOLDER, or --all FOLDER", f"{len(target)} names are given")
    from resdiff.workspace.export_folder import export_texts

    with open_repository(store) as repository:
        count = export_texts(None if everything else target[0], target[-1], repository)
    report([f"{counted(count, 'text')} written to {target[-1]}"])
    return diagnostics.DONE


@command(commands)
def lineages(
    form: TableOption = None,
    output: OutputOption = None,
    color: ColourOption = "auto",
    store: StoreOption = None,
) -> int:
    """List the lineages of the store."""
    form = form_of(form, output, "table")
    with open_repository(store) as repository:
        return _list_lineages("", form, output, color, repository)


def _list_lineages(pattern: str, form: str, output: Path | None, color: Colour, repository: Store) -> int:
    """Lists the lineages that have the pattern in their name or title. Raises UnknownVersionError, with what
    is nearest, where none has.
    """
    low = pattern.casefold()
    rows = [
        {
            "title": lineage.title,
            "lineage": lineage.slug,
            "versions": lineage.versions,
            "last": lineage.last,
        }
        for lineage in repository.lineages()
        if low in f"{lineage.slug} {lineage.title or ''}".casefold()
    ]
    if not rows and pattern:
        versions_of(pattern, repository)
    write_table(rows, form, output, is_coloured(color, output))
    return diagnostics.DONE


@command(commands, examples=("resdiff log", "resdiff log tidal-marshes", "resdiff log marsh"))
def log(
    lineage: Annotated[
        str | None,
        typer.Argument(
            help="A lineage, or a part of its name or title; without it all lineages are listed.",
            show_default=False,
            autocompletion=complete_lineage,
        ),
    ] = None,
    stage: OfStageOption = None,
    form: TableOption = None,
    output: OutputOption = None,
    color: ColourOption = "auto",
    store: StoreOption = None,
) -> int:
    """List the versions of a lineage by years, the rounds of a year below: stage, date, symbol, changes
    against the text before, verbs up and down, vote; or list the lineages of the store.
    """
    form = form_of(form, output, "table")
    stage = stage_named(stage, may_be_every=False)
    with open_repository(store) as repository:
        if lineage is None or not repository.has_lineage(lineage):
            if stage is not None and lineage is None:
                raise UsageError("--stage goes with a lineage", "resdiff log lists their names")
            return _list_lineages(lineage or "", form, output, color, repository)
        steps, failures = version_rows(lineage, repository)
        languages = other_languages((step.version for step in steps), repository)
    labels = {step.version.id: step.version.label for step in steps}
    if stage is not None:
        steps = tuple(step for step in steps if step.version.stage == stage)
    if form == "text":
        steps = tuple(story(steps))
    rows = [{**_row(step, labels), "also_in": languages.get(step.version.id)} for step in steps]
    if form == "text":
        rows = [
            {**_short_row(row), "label": f"  {step.version.label}" if step.is_round else step.version.label}
            for step, row in zip(steps, rows, strict=True)
        ]
        rows = [{name: value for name, value in row.items() if any(r[name] for r in rows)} for row in rows]
    write_table(rows, form, output, is_coloured(color, output))
    return diagnostics.report_failures(failures)


def _short_row(row: Mapping[str, object]) -> dict[str, object]:
    """A row for the eye: the counts of its changes in one column, as signs."""
    edited = sum(value for name in ("edited", "split", "merged") if isinstance(value := row[name], int))
    changes = None
    if row["added"] is not None:
        changes = f"+{row['added']} ~{edited} -{row['dropped']}  ▲{row['up']} ▼{row['down']}"
    names = ("label", "stage", "date", "symbol", "paragraphs")
    return {name: row[name] for name in names} | {
        "changes": changes,
        "against": row["against"],
        "vote": row["vote"],
        "also in": row["also_in"],
        "note": row["note"],
    }


def _row(step: VersionRow, labels: dict[int, str]) -> dict[str, object]:
    version, counts = step.version, step.counts
    row: dict[str, object] = {
        "label": version.label,
        "stage": version.stage,
        "date": version.date,
        "symbol": version.symbol,
        "paragraphs": version.paragraphs,
    }
    for name, field in _COUNTED.items():
        row[name] = getattr(counts, field) if counts is not None else None
    note = None
    if version.superseded_by is not None:
        note = f"superseded by {labels.get(version.superseded_by)}"
    elif version.supersedes is not None:
        note = (
            f"corrects {labels.get(version.supersedes, 'a version that was dropped')}:"
            f" {version.reason or 'no reason given'}"
        )
    if step.since_round is not None and step.last_round is not None and note is None:
        note = f"{_since_round(step.since_round)} {step.last_round.label}"
    against = step.against.label if step.against is not None else None
    return row | {
        "against": against,
        "vote": tally(version.vote) if version.vote else None,
        "note": note,
    }


def _since_round(counts: Counts) -> str:
    """How an adopted text differs from its last draft."""
    changed = counts.added + counts.dropped + counts.edited + counts.split + counts.merged
    return f"{counted(changed, 'change')} since" if changed else "as"
