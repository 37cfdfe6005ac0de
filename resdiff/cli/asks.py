"""asks: who is asked to do what, in one text or between two."""

from __future__ import annotations

from typing import Annotated

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group
from resdiff.cli.compare import Base, Revised
from resdiff.cli.options import ColourOption, OutputOption, QuietOption, ScaleOption, StoreOption, WidthOption
from resdiff.cli.output import check_output, form_of, format_option, is_coloured, width_of, write_subject
from resdiff.core.errors import InputError
from resdiff.render.formats import WriteOptions
from resdiff.workspace import comparing
from resdiff.workspace.lookup import names_step
from resdiff.workspace.reading import asks_in, is_reference, read

commands = command_group()


@command(commands, examples=("resdiff asks adopted.txt", "resdiff asks last-year.txt adopted.txt"))
def asks(
    text: Base,
    revised: Revised = None,
    form: Annotated[str | None, format_option("asks")] = None,
    output: OutputOption = None,
    scale: ScaleOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> int:
    """List who is asked to do what, to whom it reports and by when; with a second text what came, changed and
    went.
    """
    form = form_of(form, output, "asks")
    inputs = [text, *([revised] if revised else []), *([scale] if scale else [])]
    check_output(output, inputs)
    options = comparing.make_options(scale, ())
    layout = WriteOptions(width=width_of(output, width), is_coloured=is_coloured(color, output))
    if revised is not None or (is_reference(text) and names_step(text, store)):
        comparison = comparing.compare_texts(text, revised, options, store=store)
        for side in (comparison.base, comparison.revised):
            diagnostics.warn(side.source, side.warnings, quiet)
        if comparison.scale_name is None:
            raise InputError("no verb lexicon exists for these texts", "both must be in English")
        write_subject("ask changes", form, [comparison], layout, output)
        return diagnostics.DONE
    resolution = read(text, store=store)
    diagnostics.warn(resolution.source, resolution.warnings, quiet)
    its_asks = asks_in(resolution, options)
    if its_asks is None:
        raise InputError(f"no verb lexicon exists for the language of '{text}'", "only English is supported")
    write_subject("asks", form, [resolution, its_asks], layout, output)
    return diagnostics.DONE
