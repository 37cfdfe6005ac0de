"""edit, rename, drop, restore, link and unlink: what people do to stored versions."""

from __future__ import annotations

from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group, complete_version
from resdiff.cli.options import (
    BaseOption,
    BeforeOption,
    ByOption,
    DateOption,
    LabelOption,
    LineageArgument,
    RoundOption,
    StageOption,
    StoreOption,
    SymbolOption,
)
from resdiff.cli.output import report
from resdiff.core.errors import UsageError
from resdiff.core.wording import counted
from resdiff.render.views.votes import tally
from resdiff.store.judgements import Decision
from resdiff.workspace.editing import (
    decide,
    drop_versions,
    edit_version,
    find_dropped,
    rename_lineage,
    restore_versions,
)
from resdiff.workspace.references import open_repository

_WHAT = typer.Argument(
    help="A version, or a lineage with all of its versions.",
    show_default=False,
    autocompletion=complete_version,
)
_PARAGRAPH = typer.Argument(
    help="A paragraph, as LINEAGE@LABEL:OP4.", show_default=False, autocompletion=complete_version
)

commands = command_group()


@command(
    commands,
    examples=(
        "resdiff edit tidal-marshes@12/9 --date 2031-03-07 --stage adopted",
        "resdiff edit tidal-marshes@13/4 --vote 145-3-12",
        "resdiff edit tidal-marshes --name marshes --title 'Tidal marshes'",
    ),
)
def edit(
    version: Annotated[
        str,
        typer.Argument(
            help="The version, as LINEAGE@LABEL; or a lineage, for its name and title.",
            show_default=False,
            autocompletion=complete_version,
        ),
    ],
    name: Annotated[str | None, typer.Option("--name", help="The new name of a lineage.")] = None,
    label: LabelOption = None,
    stage: StageOption = None,
    date: DateOption = None,
    symbol: SymbolOption = None,
    title: Annotated[str | None, typer.Option("--title", help="The title.")] = None,
    base_of: BaseOption = None,
    round_of: RoundOption = None,
    vote: Annotated[
        str | None,
        typer.Option("--vote", help="145-3-12 (in favour, against, abstaining), 'without a vote', or none."),
    ] = None,
    before: BeforeOption = None,
    by: ByOption = None,
    store: StoreOption = None,
) -> int:
    """Change the label, stage, date, symbol, title, vote, base or position of a version, or the name and
    title of a lineage.

    No text is ever changed.
    """
    with open_repository(store) as repository:
        is_lineage = repository.has_lineage(version)
    if is_lineage:
        if any(fact is not None for fact in (label, stage, date, symbol, base_of, round_of, vote, before)):
            raise UsageError("a lineage has only a name and a title", "name a version as LINEAGE@LABEL")
        return rename(version, name, title, by, store)
    if name is not None:
        raise UsageError("a version has no name", "--label is what it is called")
    new_facts = {
        "label": label,
        "stage": stage,
        "date": date,
        "symbol": symbol,
        "title": title,
        "base_of": base_of,
        "round_of": round_of,
        "vote": vote,
    }
    with open_repository(store) as repository:
        edited = edit_version(version, new_facts, before, by, repository)
    voted = f"vote {tally(edited.vote)}" if edited.vote is not None else None
    facts = ", ".join(part for part in (edited.stage, edited.date, edited.symbol, voted) if part)
    report([f"{edited.reference}  {facts}"])
    return diagnostics.DONE


@command(commands)
def rename(
    lineage: LineageArgument,
    new: Annotated[str | None, typer.Argument(help="Its new name.", show_default=False)] = None,
    title: Annotated[str | None, typer.Option("--title", help="Its new title.")] = None,
    by: ByOption = None,
    store: StoreOption = None,
) -> int:
    """Give a lineage another name or title."""
    with open_repository(store) as repository:
        rename_lineage(lineage, new, title, by, repository)
    report([f"{lineage} is now {new or lineage}{f', {title}' if title is not None else ''}"])
    return diagnostics.DONE


@command(
    commands,
    examples=("resdiff drop tidal-marshes@draft --yes", "resdiff drop tidal-marshes@draft --undo"),
)
def drop(
    what: Annotated[str, _WHAT],
    undo: Annotated[bool, typer.Option("--undo", help="Bring back what was dropped.")] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Drop it; without this, only show what would be dropped.")
    ] = False,
    by: ByOption = None,
    store: StoreOption = None,
) -> int:
    """Drop a version or a lineage; --undo brings it back until resdiff store compact is run."""
    if undo:
        return restore(what, by, store)
    with open_repository(store) as repository:
        if not yes:
            versions = find_dropped(what, repository, dropped=False)
            listed = f"{', '.join(v.reference for v in versions[:5])}{' ...' if len(versions) > 5 else ''}"
            raise UsageError(
                f"this would drop {counted(len(versions), 'version')}: {listed}",
                "pass --yes to drop them",
            )
        versions = drop_versions(what, by, repository)
    facts = (
        "  ".join((", ".join(filter(None, (v.stage, v.date, v.symbol))), counted(v.paragraphs, "paragraph")))
        for v in versions
    )
    report(
        f"dropped {version.reference}  {its_facts}"
        for version, its_facts in zip(versions, facts, strict=True)
    )
    back = (
        versions[0].reference if len(versions) == 1 else versions[0].lineage
    )  # '@first' would soon name another one
    diagnostics.print_line(
        f"resdiff drop '{back}' --undo brings {'them' if len(versions) > 1 else 'it'} back until"
        " resdiff store compact"
    )
    return diagnostics.DONE


@command(commands)
def restore(what: Annotated[str, _WHAT], by: ByOption = None, store: StoreOption = None) -> int:
    """Bring back a version that was dropped, or all that was dropped of a lineage."""
    with open_repository(store) as repository:
        versions = restore_versions(what, by, repository)
    report(f"restored {version.reference}" for version in versions)
    return diagnostics.DONE


ForgetOption = Annotated[
    bool, typer.Option("--forget", help="Delete the earlier decision: the aligner decides again.")
]


@command(
    commands,
    examples=(
        "resdiff link marshes@12/9:OP4 marshes@13/4:OP6",
        "resdiff link marshes@12/9:OP4 marshes@13/4:OP6 --apart",
    ),
)
def link(
    base: Annotated[str, _PARAGRAPH],
    revised: Annotated[str, _PARAGRAPH],
    apart: Annotated[
        bool, typer.Option("--apart", help="They do not correspond, however similar they are.")
    ] = False,
    forget: ForgetOption = False,
    by: ByOption = None,
    store: StoreOption = None,
) -> int:
    """Link two paragraphs as counterparts, or part them; every comparison of the two versions uses that."""
    if apart and forget:
        raise UsageError("--apart and --forget exclude each other", "give one of them")
    decision: Decision = "forget" if forget else "unlink" if apart else "link"
    return _decide(base, revised, decision, by, store)


@command(commands)
def unlink(
    base: Annotated[str, _PARAGRAPH],
    revised: Annotated[str, _PARAGRAPH],
    forget: ForgetOption = False,
    by: ByOption = None,
    store: StoreOption = None,
) -> int:
    """Record that two paragraphs are not counterparts, however similar they are."""
    return _decide(base, revised, "forget" if forget else "unlink", by, store)


def _decide(base: str, revised: str, decision: Decision, by: str | None, store: str | None) -> int:
    with open_repository(store) as repository:
        is_changed = decide(base, revised, decision, by, repository)
    if decision == "forget":
        outcome = "the decision is deleted" if is_changed else "there is no decision"
        report([f"{base} and {revised}: {outcome}"])
        return diagnostics.DONE
    done = {"link": "linked with", "unlink": "unlinked from"}[decision]
    report([f"{base} is {'' if is_changed else 'already '}{done} {revised}"])
    return diagnostics.DONE
