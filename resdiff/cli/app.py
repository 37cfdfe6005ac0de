"""The command `resdiff`. A family of commands is imported when one of them is called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import QuickGroup
from resdiff.cli.output import ReaderGone, finish, prepare_streams, write
from resdiff.core.errors import InputError, ResdiffError, UsageError
from resdiff.version import __version__

GROUPS = {
    "Compare": {
        "compare": "what changed from one text to another, or what became of a draft",
        "brief": "what happened in ten lines: the asks that came, changed and went",
        "show": "one text as it is read: parts, numbers, verbs, footnotes, vote",
    },
    "Keep": {
        "add": "keep texts as versions of a lineage, or every text of a folder",
        "log": "the versions of a lineage, or the lineages of the store",
        "edit": "correct what is kept about a version or a lineage",
        "link": "say which paragraphs correspond, or that they do not",
        "drop": "take a version or a lineage out of sight, or bring it back",
        "export": "the original files, in a folder",
    },
    "Through time": {
        "history": "every paragraph, or every verb, through all versions",
        "blame": "a text with the version in which each word first stood",
        "search": "the paragraphs of all versions that have a phrase",
        "trace": "where a phrase first stood, changed, vanished and came back",
    },
    "Audit": {
        "asks": "who is asked to do what, by when; with a second text what changed",
        "precedents": "agreed language: the nearest wordings, and which words are new",
        "verbs": "the operative verbs of a text or of the whole store",
        "rows": "tidy tables of paragraphs, verbs, asks, citations, votes",
    },
    "Hand on and look after": {
        "tui": "browse the store, or a comparison, in the terminal",
        "store": "look after the store: info, verify, backup, index, compact",
        "git": "show resolutions in git diff, git log and git difftool",
        "guide": "the manual, a page a job; and the schemas of the JSON",
        "demo": "a comparison and a brief of two sample texts",
    },
}
"""The commands by what they are for, each with one line."""
MODULE_OF_COMMAND = {
    **dict.fromkeys(("compare", "demo"), "compare"),
    **dict.fromkeys(("show", "verbs"), "texts"),
    "brief": "brief",
    "asks": "asks",
    **dict.fromkeys(("add", "export", "lineages", "log"), "store"),
    "import": "importing",
    "search": "search",
    "precedents": "precedents",
    "rows": "rows",
    **dict.fromkeys(("history", "blame"), "history"),
    **dict.fromkeys(("trace", "evolution"), "evolution"),
    "concessions": "concessions",
    **dict.fromkeys(("edit", "rename", "drop", "restore", "link", "unlink"), "editing"),
    "store": "upkeep",
    **dict.fromkeys(("git", "git-setup", "git-driver"), "git"),
    **dict.fromkeys(("guide", "schema"), "guide"),
    "tui": "tui",
}
"""The module of each command; those that the groups do not name are former names, which still work."""
_NEAR = 0.6


class _Families(QuickGroup):
    """The commands of all families, each found in its module."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands that the help lists."""
        return [name for names in GROUPS.values() for name in names]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name, None where there is none."""
        if cmd_name not in MODULE_OF_COMMAND:
            return None
        family = import_module(f"resdiff.cli.{MODULE_OF_COMMAND[cmd_name]}").commands
        return typer.main.get_group(family).commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is called. Raises UsageError with the nearest names where there is none."""
        if args and args[0] not in MODULE_OF_COMMAND and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), 2, _NEAR)
            hint = f"did you mean {' or '.join(near)}?" if near else "resdiff --help lists the commands"
            raise UsageError(f"there is no command '{args[0]}'", hint)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands by what they are for, a line each."""
        size = max(len(name) for names in GROUPS.values() for name in names)
        for title, names in GROUPS.items():
            with formatter.section(title):
                for name, line in names.items():
                    formatter.write(f"  {name:<{size}}  {line}\n")


app = typer.Typer(
    name="resdiff",
    cls=_Families,
    help="Compare and follow the texts of resolutions: paragraphs, operative verbs, votes.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        write([f"resdiff {__version__}\n"], None)
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Compare and follow the texts of resolutions: paragraphs, operative verbs, votes."""
    if context.invoked_subcommand is not None:
        return
    from resdiff.cli.interface import has_terminal, open_interface

    if has_terminal():
        raise typer.Exit(open_interface(None, None))
    write([context.get_help(), "\n"], None)


def _run(arguments: list[str] | None) -> object:
    if os.environ.get("_RESDIFF_COMPLETE") != "complete_bash":
        return app(arguments, prog_name="resdiff", standalone_mode=False)
    from resdiff.cli.completion import words_of_bash

    with words_of_bash():
        return app(arguments, prog_name="resdiff", standalone_mode=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; gives its exit status, tells of every error in one line."""
    prepare_streams()
    try:
        with diagnostics.ending_in_order():
            status = _run(list(arguments) if arguments is not None else None)
            finish()
    except ResdiffError as error:
        return diagnostics.report_error(error)
    except typer.TyperException as error:
        message = error.format_message().replace(
            "Value error, ", ""
        )  # words of the library that mean nothing to who types
        diagnostics.print_line(f"{message} (see resdiff --help)")
        return diagnostics.ERROR
    except (KeyboardInterrupt, typer.Abort):
        return diagnostics.INTERRUPTED
    except diagnostics.Terminated:
        return diagnostics.TERMINATED
    except (ReaderGone, BrokenPipeError, SystemExit):  # typer exits where the reader of its help has gone
        return diagnostics.broken_pipe()
    except OSError as error:
        return diagnostics.report_error(
            InputError("the system reports an error", (error.strerror or str(error)).lower())
        )
    except UnicodeEncodeError:
        return diagnostics.report_error(
            InputError("a name or an argument is not UTF-8", "rename the file, or type it in UTF-8")
        )
    except Exception as error:  # the last resort: a fault of resdiff itself must not end in a traceback
        return diagnostics.internal(error)
    return status if isinstance(status, int) else diagnostics.DONE
