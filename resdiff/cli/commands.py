"""Commands that start quickly: values that need no coercion do not wait for the library that coerces.

Typer passes every value, defaults too, through pydantic, whose import is a third of the time that a small
comparison takes. Here a value that is already what its option wants goes through as it is; all others, and
all errors, take Typer's way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from typer import Context, Typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from resdiff.core.errors import UsageError

_NUMBER = re.compile(r"-?\d{1,9}")
_UNREAD = object()


class QuickCommand(TyperCommand):
    """A command whose options are coerced only where they have to be."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, the one for help included."""
        return [_quick(parameter) for parameter in super().get_params(ctx)]


class QuickGroup(TyperGroup):
    """The same for a group of commands."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, the one for help included."""
        return [_quick(parameter) for parameter in super().get_params(ctx)]


def _quick(parameter: Any) -> Any:
    """The parameter, made to let values through that need no coercion, to read plain numbers, paths and lists
    itself, and to refuse empty ones.
    """
    if not isinstance(parameter, TyperArgument | TyperOption) or "process_value" in vars(parameter):
        return parameter
    coerce = parameter.process_value

    def process(context: Context, value: Any) -> Any:
        if value == "" and isinstance(parameter, TyperOption):
            raise UsageError(f"{parameter.opts[0]} is empty", "give it a value or leave it out")
        read = _read(parameter, value)
        if read is _UNREAD:
            return coerce(context, value)
        return read if parameter.callback is None else parameter.callback(context, parameter, read)

    vars(parameter)["process_value"] = process
    return parameter


def _read(parameter: TyperArgument | TyperOption, value: Any) -> Any:
    """The value that the parameter wants; _UNREAD for what Typer has to read or to refuse."""
    descriptor = getattr(parameter, "type_descriptor", None)
    if descriptor is None:
        return _UNREAD
    kind, info = descriptor.annotation, descriptor.parameter_info
    if value is None or value == [] or value == ():
        return _UNREAD if parameter.required else value
    if descriptor.choices is not None:
        return value if value in descriptor.choices else _UNREAD
    if kind == list[str] and isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return list(value)
    if kind is Path and isinstance(value, str) and not (info.exists or info.resolve_path or info.path_type):
        return Path(value)
    if kind is int and isinstance(value, str) and _NUMBER.fullmatch(value) is not None:
        value = int(value)
    if kind is int and type(value) is int:
        is_in_range = (info.min is None or value >= info.min) and (info.max is None or value <= info.max)
        return value if is_in_range else _UNREAD
    return value if type(value) is kind and kind in (str, bool) else _UNREAD


def command_group() -> Typer:
    """A family of commands, to be filled with `command`."""
    return Typer(rich_markup_mode=None, add_completion=False)


def command(
    commands: Typer, name: str | None = None, takes_any: bool = False, examples: Sequence[str] = ()
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Adds a function to a family as a command that starts quickly; it gives the exit status.

    Its own name serves where none is given.

    A command that `takes_any` takes unknown options for names; `examples` stand at the end of its help.
    """
    settings = {
        "help_option_names": ["--help"] if takes_any else ["-h", "--help"],
        "ignore_unknown_options": takes_any,
    }
    epilog = "\b\nExamples:\n" + "\n".join(f"  {line}" for line in examples) if examples else None
    return commands.command(name, cls=QuickCommand, context_settings=settings, epilog=epilog)


def _completed_by(name: str) -> Callable[[str], list[str]]:
    """A function of `completion` that is loaded when a shell asks for it."""

    def complete(incomplete: str) -> list[str]:
        values: list[str] = getattr(import_module("resdiff.cli.completion"), name)(incomplete)
        return values

    return complete


complete_lineage, complete_version, complete_text = map(
    _completed_by, ("complete_lineage", "complete_version", "complete_text")
)
