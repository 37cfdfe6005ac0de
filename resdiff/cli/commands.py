"""Commands that start quickly: values that need no coercion do not wait for the library that coerces.

Typer passes every value, defaults too, through pydantic, whose import is a third of the time that a small comparison takes.
Here a value that is already what its option wants goes through as it is; all others, and all errors, take Typer's way.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from typer import Context, Typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption


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
    """The parameter, told to let values through that need no coercion."""
    if not isinstance(parameter, TyperArgument | TyperOption) or "process_value" in vars(parameter):
        return parameter
    coerce = parameter.process_value

    def process(context: Context, value: Any) -> Any:
        if not _is_ready(parameter, value):
            return coerce(context, value)
        return value if parameter.callback is None else parameter.callback(context, parameter, value)

    vars(parameter)["process_value"] = process
    return parameter


def _is_ready(parameter: TyperArgument | TyperOption, value: Any) -> bool:
    """Whether a value is already what the parameter wants."""
    descriptor = getattr(parameter, "type_descriptor", None)
    if descriptor is None:
        return False
    if value is None or value == [] or value == ():
        return not parameter.required
    if isinstance(value, str):
        return value in descriptor.choices if descriptor.choices is not None else descriptor.annotation is str
    return isinstance(value, int) and descriptor.annotation is type(value) and value == parameter.default


def family() -> Typer:
    """A family of commands, to be filled with `command`."""
    return Typer(rich_markup_mode=None, add_completion=False)


def command(commands: Typer, name: str | None = None, takes_any: bool = False) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Adds a function to a family as a command that starts quickly; it gives the exit status. Its own name serves where none is given.

    A command that `takes_any` takes unknown options for names.
    """
    settings = {"help_option_names": ["--help"] if takes_any else ["-h", "--help"], "ignore_unknown_options": takes_any}
    return commands.command(name, cls=QuickCommand, context_settings=settings)


def _completed_by(name: str) -> Callable[[str], list[str]]:
    """A function of `completion` that is loaded when a shell asks for it."""

    def complete(incomplete: str) -> list[str]:
        found: list[str] = getattr(import_module("resdiff.cli.completion"), name)(incomplete)
        return found

    return complete


complete_lineage, complete_version, complete_text = map(_completed_by, ("complete_lineage", "complete_version", "complete_text"))
