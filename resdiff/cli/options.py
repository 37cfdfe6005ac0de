"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from resdiff.cli.commands import complete_lineage, complete_version
from resdiff.cli.output import (
    Colour,
    format_option,
)
from resdiff.core.model import Stage
from resdiff.readers.changes import Changes
from resdiff.workspace.conversion import allow_conversion

OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Write to this file, whole or not at all.", show_default=False),
]
SideOption = Annotated[
    bool | None,
    typer.Option(
        "--side-by-side/--unified",
        help="Two columns or one; by default two where the terminal has 100 columns.",
        show_default=False,
    ),
]
ProposerOption = Annotated[
    str | None,
    typer.Option("--by", help="Only what this author of tracked changes proposed.", show_default=False),
]
ScaleOption = Annotated[
    str | None,
    typer.Option(
        "--scale", help="A CSV file (lemma,scale,strength,source) that ranks the verbs.", show_default=False
    ),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", help="A threshold, as align.place=0.4; repeatable.", show_default=False),
]
WidthOption = Annotated[
    int | None, typer.Option("--width", min=24, help="Columns of the text output.", show_default=False)
]
ColourOption = Annotated[Colour, typer.Option("--color", help="Colours in the text output.")]
StoreOption = Annotated[
    str | None,
    typer.Option("--store", help="Store file. Default: RESDIFF_STORE or data folder.", show_default=False),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No warnings.")]
ChangesOption = Annotated[Changes, typer.Option("--changes", help="How to treat tracked changes in a file.")]
ConvertOption = Annotated[
    bool,
    typer.Option("--convert", help="Read .doc and .rtf files with LibreOffice.", callback=allow_conversion),
]

LineageArgument = Annotated[
    str,
    typer.Argument(
        help="The lineage, as 'tidal-marshes'.", show_default=False, autocompletion=complete_lineage
    ),
]
TableOption = Annotated[str | None, format_option("table")]
ByOption = Annotated[str | None, typer.Option("--by", help="Your name for the journal.", show_default=False)]
LabelOption = Annotated[
    str | None, typer.Option("--label", help="Label of the version. Default: its number or file name.")
]
StageOption = Annotated[
    str | None, typer.Option("--stage", help=f"{', '.join(get_args(Stage))}; default: as in the masthead.")
]
DateOption = Annotated[
    str | None,
    typer.Option("--date", help="Date of the text, for example 2031-03-07. Default: as in the masthead."),
]
SymbolOption = Annotated[
    str | None, typer.Option("--symbol", help="Symbol of the text. Default: as in the masthead.")
]
BaseOption = Annotated[
    str | None,
    typer.Option(
        "--base-of",
        help="The stored version on which the draft is based; in edit, 'none' removes it.",
        autocompletion=complete_version,
    ),
]
RoundOption = Annotated[
    str | None,
    typer.Option(
        "--round-of",
        help="The adopted version of which a draft is a round; in edit, 'none' removes it.",
        autocompletion=complete_version,
    ),
]
BeforeOption = Annotated[
    str | None,
    typer.Option(
        "--before", help="Insert before the version with this label; 'none' puts it last, whatever its date."
    ),
]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Number of parallel processes.")]
InOption = Annotated[
    str | None, typer.Option("--in", metavar="PART", help="Only lineages with this in their name or title.")
]
SinceDateOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Only texts of this date or later: 2019-05."),
]
UntilDateOption = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Only texts of this date or earlier.")
]
OfStageOption = Annotated[
    str | None, typer.Option("--stage", help=f"Only texts of this stage: {', '.join(get_args(Stage))}.")
]
CountOption = Annotated[bool, typer.Option("--count", help="Only the numbers of paragraphs and versions.")]
