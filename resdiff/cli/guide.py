"""guide: the manual, a page a job; and the JSON Schemas."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group
from resdiff.cli.options import OutputOption
from resdiff.cli.output import is_coloured, is_terminal, width_of, write, write_table
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
        rows = [{"page": f"resdiff guide {name}", "title": title} for name, title in pages().items()]
        write_table(rows, "text", output)
        return diagnostics.DONE
    if topic not in pages():
        raise UsageError(f"the guide has no page '{topic}'", f"pages are {', '.join(pages())}")
    write(_shown(page(topic), output), output, pager=True)
    return diagnostics.DONE


def _shown(markdown: str, output: Path | None) -> Iterable[str]:
    """A page as it is written in Markdown; on a terminal in lines that it fits."""
    if not is_terminal(output):
        return [markdown]
    from resdiff.render.terminal.manual import manual_text

    return manual_text(markdown, width=width_of(output, None), is_coloured=is_coloured("auto", output))


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
