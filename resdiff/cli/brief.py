"""brief: what happened between two texts, the asks first."""

from __future__ import annotations

from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group, complete_text
from resdiff.cli.compare import Revised
from resdiff.cli.options import (
    ColourOption,
    ConvertOption,
    OutputOption,
    QuietOption,
    ScaleOption,
    StoreOption,
    WidthOption,
)
from resdiff.cli.output import (
    check_output,
    form_of,
    format_option,
    is_coloured,
    is_terminal,
    width_of,
    write_subject,
    write_table,
)
from resdiff.cli.pages import OpenOption, open_page, page_for
from resdiff.core.errors import UsageError
from resdiff.render.formats import WriteOptions
from resdiff.workspace import comparing
from resdiff.workspace.settings import read_settings

commands = command_group()

_WIDTH = 110
"""Cells of a line where the output is no terminal."""
BriefedText = Annotated[
    str | None,
    typer.Argument(
        help="A file, LINEAGE@VERSION, a symbol; alone also LINEAGE (all its steps) or LINEAGE@a..b.",
        show_default=False,
        autocompletion=complete_text,
    ),
]
RulesOption = Annotated[
    bool, typer.Option("--rules", help="Print the rules that weigh changes, with their reasons.")
]


@command(
    commands,
    examples=(
        "resdiff brief draft.txt rev1.txt",
        "resdiff brief tidal-marshes                a brief of every step of a lineage",
        "resdiff brief last-year.pdf adopted.pdf -o brief.docx",
    ),
)
def brief(
    base: BriefedText = None,
    revised: Revised = None,
    form: Annotated[str | None, format_option("brief")] = None,
    output: OutputOption = None,
    is_opened: OpenOption = False,
    rules: RulesOption = False,
    scale: ScaleOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
    convert: ConvertOption = False,
) -> int:
    """Say what happened between two texts: new, altered and dropped asks first, then new thoughts, what
    rolled on, and what is not known.
    """
    if rules:
        from resdiff.render.views.weights import rule_rows

        if base is not None or scale is not None:
            raise UsageError("--rules goes with no text", "the rules are the same for all texts")
        write_table(rule_rows(), form_of(form, output, "table"), output, is_coloured(color, output))
        return diagnostics.DONE
    if base is None:
        raise UsageError(
            "no text is given", "name two texts or a lineage: resdiff brief DRAFT.txt ADOPTED.txt"
        )
    output = page_for(is_opened, form, output)
    form = form_of(form, output, "brief")
    check_output(output, [base, *([revised] if revised else []), *([scale] if scale else [])])
    settings = read_settings()
    options = comparing.make_options(scale, ())
    columns = width if width is not None else width_of(output, None) if is_terminal(output) else _WIDTH
    layout = WriteOptions(width=columns, is_coloured=is_coloured(color, output))
    briefs = comparing.briefs(base, revised, options, settings.watch, store)
    texts = [text for one in briefs for text in (one.comparison.base, one.comparison.revised)]
    for source, warnings in {text.source: text.warnings for text in texts}.items():
        diagnostics.warn(source, warnings, quiet)
    write_subject("brief", form, [briefs], layout, output)
    open_page(is_opened, output)
    return diagnostics.DONE
