"""Comparisons written to files, in the format of the ending."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

from resdiff.core.compare import Comparison
from resdiff.core.errors import UsageError

Form = Literal["text", "json", "markdown", "csv"]
FORMS: tuple[Form, ...] = get_args(Form)
ENDINGS: dict[str, Form] = {".txt": "text", ".md": "markdown", ".json": "json", ".csv": "csv"}
"""The endings that say how a comparison is written."""


def write_comparison(comparison: Comparison, name: str, replace: bool = False) -> Path:
    """Writes a comparison to a file, whole or not at all; gives where it stands.

    Raises UsageError for an ending that says nothing or, unless `replace` is true, a file that is there already; InputError for
    what cannot be written.
    """
    path = Path(name).expanduser()
    if path.suffix not in ENDINGS:
        raise UsageError(f"'{name}' does not say how it is to be written", f"give a name that ends in {', '.join(ENDINGS)}")
    from resdiff.workspace.files import write_file

    if path.exists() and not replace:
        raise UsageError(f"'{name}' is there already", "give another name, or the same once more to replace it")
    write_file(pieces_of(comparison, ENDINGS[path.suffix]), path)
    return path.absolute()


def pieces_of(comparison: Comparison, form: Form) -> Iterable[str]:
    """The comparison in a format, in pieces."""
    if form == "json":
        from resdiff.render.as_json import comparison_json

        return comparison_json(comparison)
    if form == "markdown":
        from resdiff.render.as_markdown import comparison_markdown

        return comparison_markdown(comparison)
    if form == "csv":
        from resdiff.render.as_csv import comparison_csv

        return comparison_csv(comparison)
    from resdiff.render.as_text import TextOptions, comparison_text

    return comparison_text(comparison, TextOptions())
