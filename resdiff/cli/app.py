"""The command `resdiff`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from resdiff import __version__
from resdiff.cli import diagnostics, texts
from resdiff.cli import compare as comparing
from resdiff.cli.commands import QuickCommand, QuickGroup
from resdiff.cli.output import prepare_streams
from resdiff.core.errors import ResdiffError

app = typer.Typer(
    name="resdiff",
    cls=QuickGroup,
    help="Compare and follow the texts of resolutions: paragraphs, operative verbs, votes.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(cls=QuickCommand)(comparing.compare)
app.command(cls=QuickCommand)(texts.show)
app.command(cls=QuickCommand)(texts.verbs)
app.command(cls=QuickCommand)(texts.schema)
app.command(cls=QuickCommand)(comparing.demo)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"resdiff {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Compare and follow the texts of resolutions: paragraphs, operative verbs, votes."""
    if context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; gives its exit status, tells of every error in one line."""
    prepare_streams()
    gc.disable()  # a command runs once and makes no cycles that matter
    try:
        status = app(list(arguments) if arguments is not None else None, prog_name="resdiff", standalone_mode=False)
        sys.stdout.flush()
    except ResdiffError as error:
        return diagnostics.trouble(error)
    except typer.TyperException as error:
        diagnostics.say(f"{error.format_message()} (resdiff --help tells more)")
        return diagnostics.TROUBLE
    except (KeyboardInterrupt, typer.Abort):
        return diagnostics.INTERRUPTED
    except BrokenPipeError:
        return diagnostics.broken_pipe()
    except Exception as error:  # the last resort: a fault of resdiff itself must not end in a traceback
        return diagnostics.internal(error)
    return status if isinstance(status, int) else diagnostics.DONE
