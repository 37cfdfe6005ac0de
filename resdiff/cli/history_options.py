"""What the commands for all versions of a lineage have in common: how the lineage is named, and how it is
followed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import complete_text
from resdiff.cli.output import check_output
from resdiff.cli.progress import progress_bar
from resdiff.core.errors import UsageError
from resdiff.core.history import History
from resdiff.workspace.rounds import EVERY, stage_named

TextsArgument = Annotated[
    list[str],
    typer.Argument(
        help="A lineage, LINEAGE@VERSION for all versions up to it, or two or more texts in order.",
        show_default=False,
        autocompletion=complete_text,
        metavar="TEXT...",
    ),
]
SomeTexts = Annotated[
    list[str] | None,
    typer.Argument(
        help="A lineage, LINEAGE@VERSION for all versions up to it, or texts in order; omit with --all.",
        show_default=False,
        autocompletion=complete_text,
        metavar="[TEXT...]",
    ),
]

FollowedStage = Annotated[
    str | None,
    typer.Option(
        "--stage",
        help="Follow adopted texts (adopted) or every round (all). Default: the last text of each year.",
    ),
]


def check_choice(texts: list[str] | None, every: bool) -> None:
    """Raises UsageError unless either texts or --all are given."""
    if every and texts:
        raise UsageError("--all cannot be combined with a text", "it covers every lineage of the store")
    if not every and not texts:
        raise UsageError("a lineage is missing", "name a lineage or texts, or pass --all")


def lineage_of(texts: list[str]) -> str:
    """The name of the lineage that is followed; '' for files."""
    return texts[0].partition("@")[0] if len(texts) == 1 else ""


def follow_texts(
    texts: list[str], output: Path | None, quiet: bool, store: str | None, stage: str | None = EVERY
) -> History:
    """The history that the arguments mean; warnings are told, and long work shows a bar.

    `stage` says which versions of a lineage are followed: those of a stage, EVERY, or with None the last text
    of each year. Raises UsageError for a word that is no stage.
    """
    from resdiff.workspace.histories import history_of

    stage = stage_named(stage)
    if stage is not None and stage != EVERY and len(texts) > 1:
        raise UsageError("--stage goes with a lineage", "texts that are named are all followed")
    check_output(output, texts)
    with progress_bar("following", quiet) as progress:
        history = history_of(texts, store, progress, stage)
    for text in history.versions:
        diagnostics.warn(text.source, text.warnings, quiet)
    diagnostics.warn("", history.warnings, quiet)
    return history
