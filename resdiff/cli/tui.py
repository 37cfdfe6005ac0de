"""tui."""

from __future__ import annotations

from typing import Annotated

import typer

from resdiff.cli.commands import command, command_group, complete_text
from resdiff.cli.compare import Adopted, Revised, refuse_with_three
from resdiff.cli.interface import check_store, check_terminal, open_comparison, open_draft, open_interface
from resdiff.cli.options import ScaleOption, SetOption, StoreOption
from resdiff.workspace import comparing

FirstText = Annotated[
    str | None,
    typer.Argument(
        help="A text; alone: a lineage (its last two versions). Without one, the store.",
        show_default=False,
        autocompletion=complete_text,
    ),
]
commands = command_group()


@command(commands)
def tui(
    base: FirstText = None,
    revised: Revised = None,
    adopted: Adopted = None,
    scale: ScaleOption = None,
    setting: SetOption = None,
    store: StoreOption = None,
) -> int:
    """Browse the store, the comparison of two texts, or what became of a draft, in the terminal."""
    check_terminal()
    if base is None:
        check_store(store)
        return open_interface(None, store)
    if revised is not None and adopted is not None:
        refuse_with_three({"--scale": scale, "--set": setting})
        return open_draft([base, revised, adopted], store)
    options = comparing.make_options(scale, setting or ())
    return open_comparison(lambda p: comparing.compare_texts(base, revised, options, store, p), store)
