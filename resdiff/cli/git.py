"""git-setup and git-driver: resolutions in `git diff`, `git log -p` and `git difftool`."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import Annotated, Literal

import typer
from msgspec.structs import replace

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group
from resdiff.cli.output import ReaderGone, report, width_of, write
from resdiff.core.errors import InputError, ResdiffError, UsageError
from resdiff.render.views.characters import visible
from resdiff.workspace import comparing

_ENDINGS = ("txt", "docx", "odt", "pdf", "html")
_SETTINGS = {
    "diff.resdiff.command": "resdiff git-driver --",
    "diff.resdiff.textconv": "resdiff show --quiet --color never --width 100 --",
    "difftool.resdiff.cmd": 'resdiff tui -- "$LOCAL" "$REMOTE"',
    "difftool.prompt": "false",
}
"""What git hands over are names, whatever they begin with.

`git diff` calls the command; `git log -p` and `git show` call textconv, and compare what it gives line by
line.
"""

PatternArgument = Annotated[
    list[str] | None,
    typer.Argument(
        help=f"Patterns of files with resolutions. Default: all files ending in {', '.join(_ENDINGS)}.",
        show_default=False,
    ),
]
WriteOption = Annotated[
    bool, typer.Option("--write", help="Configure the current repository, for you alone.")
]

commands = command_group()


@command(commands, name="git-setup")
def git_setup(pattern: PatternArgument = None, write_it: WriteOption = False) -> int:
    """Print the commands that make git show resolutions in diffs; --write applies them."""
    patterns = pattern or [f"*.{ending}" for ending in _ENDINGS]
    if any(not one or '"' in one or one.split() != [one] or one.startswith(("#", "!")) for one in patterns):
        raise UsageError("invalid pattern", "patterns look like '*.txt' or 'texts/*'; '?' stands for a blank")
    lines = [f"{one} diff=resdiff" for one in patterns]
    if not write_it:
        commands = [f"git config {name} {shlex.quote(value)}" for name, value in _SETTINGS.items()]
        report([*commands, *(f"echo {shlex.quote(line)} >> .gitattributes" for line in lines)])
        return diagnostics.DONE
    attributes = Path(_git("rev-parse", "--git-path", "info/attributes"))
    for name, value in _SETTINGS.items():
        _git("config", name, value)
    try:
        one = attributes.read_text("utf-8") if attributes.exists() else ""
        fresh = [line for line in lines if line not in one.splitlines()]
        attributes.parent.mkdir(parents=True, exist_ok=True)
        attributes.write_text(
            one + ("\n" if one and not one.endswith("\n") else "") + "".join(f"{k}\n" for k in fresh),
            "utf-8",
        )
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"'{attributes}' cannot be written", str(error).lower()) from None
    report(["git diff, git log -p and git difftool -t resdiff show resolutions in this repository"])
    return diagnostics.DONE


def _git(*words: str) -> str:
    """What git says. Raises InputError where there is no git or it refuses."""
    try:
        done = subprocess.run(["git", *words], capture_output=True, text=True, check=True)  # noqa: S603, S607 - the user's own git
    except FileNotFoundError:
        raise InputError(
            "git is not installed", "install it, or set it up elsewhere with what git-setup prints"
        ) from None
    except subprocess.CalledProcessError as error:
        why = (error.stderr or "").strip().partition("\n")[0].removeprefix("fatal: ")
        raise InputError("git reports an error", why or "run this in a repository") from None
    return done.stdout.strip()


@command(commands, examples=("resdiff git setup", "resdiff git setup 'texts/*' --write"))
def git(
    action: Annotated[Literal["setup"], typer.Argument(help="What to do.")],
    pattern: PatternArgument = None,
    write_it: WriteOption = False,
) -> int:
    """Show resolutions in git diff, git log -p and git difftool: print the commands that set it up."""
    return git_setup(pattern, write_it)


@command(commands, name="git-driver", takes_any=True)
def git_driver(
    arguments: Annotated[
        list[str],
        typer.Argument(
            help="What git tells a diff driver: path, old file, hash, mode, new file, hash, mode."
        ),
    ],
) -> int:
    """Compare two versions as git passes them; always exits with 0, as git requires."""
    from resdiff.render.terminal.comparison import comparison_text

    path = visible(arguments[0])
    if len(arguments) < 7:
        report([f"{path}: not merged"])
        return diagnostics.DONE
    base, revised = arguments[1], arguments[4]
    missing = [what for what, file in (("added", base), ("dropped", revised)) if file == os.devnull]
    if missing:
        report([f"{path}: {missing[0]}"])
        return diagnostics.DONE
    try:
        comparison = comparing.compare_texts(os.path.abspath(base), os.path.abspath(revised))  # noqa: PTH100 - a path is no reference
    except ResdiffError as error:
        report([f"{path}: {error}"])
        return diagnostics.DONE
    one, two = (
        replace(text, source=path) for text in (comparison.base, comparison.revised)
    )  # not git's temporary files
    comparison = replace(comparison, base=one, revised=two)
    try:
        write([f"{path}\n", *comparison_text(comparison, width=width_of(None, None))], None)
    except (
        ReaderGone
    ):  # a pager that was left early: git would call it a failure and show nothing of the other files
        diagnostics.write_nowhere()
    return diagnostics.DONE
