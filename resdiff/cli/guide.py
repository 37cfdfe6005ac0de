"""guide: the manual, a page a job; and the JSON Schemas."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group
from resdiff.cli.options import OutputOption
from resdiff.cli.output import write
from resdiff.core.errors import UsageError

SchemaName = Literal[
    "comparison",
    "draft",
    "resolution",
    "verbs",
    "asks",
    "ask-changes",
    "ask-threads",
    "history",
    "blame",
    "precedents",
    "concord",
    "rows",
]

commands = command_group()


@command(commands, examples=("resdiff guide", "resdiff guide delegate", "resdiff guide --schema comparison"))
def guide(
    topic: Annotated[
        str | None, typer.Argument(help="A page; without it the pages are listed.", show_default=False)
    ] = None,
    schema_name: Annotated[
        SchemaName | None, typer.Option("--schema", help="The JSON Schema of what --format json writes.")
    ] = None,
    output: OutputOption = None,
) -> int:
    """Read the manual, a page a job, or the schema of a format."""
    if schema_name is not None:
        return schema(schema_name, output)
    from resdiff.guide import page, pages

    if topic is None:
        size = max(map(len, pages()))
        write([f"resdiff guide {name:<{size}}  {title}\n" for name, title in pages().items()], output)
        return diagnostics.DONE
    if topic not in pages():
        raise UsageError(f"the guide has no page '{topic}'", f"pages are {', '.join(pages())}")
    write([page(topic)], output, pager=True)
    return diagnostics.DONE


@command(commands)
def schema(
    name: Annotated[SchemaName, typer.Argument(help="Which schema.")] = "comparison",
    output: OutputOption = None,
) -> int:
    """Print the JSON Schema of what --format json writes."""
    import json

    if name == "rows":
        from resdiff.workspace.rows.catalogue import rows_schema

        document = rows_schema()
    else:
        from resdiff.render.data.schemas import json_schema

        document = json_schema(name)
    write([json.dumps(document, indent=1, ensure_ascii=False), "\n"], output)
    return diagnostics.DONE
