"""Comparisons written to files, in the format of the ending."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

from resdiff.core.compare import Comparison
from resdiff.core.errors import UsageError

Form = Literal["text", "json", "markdown", "csv"]
"""How tables and lists are written."""
FORMS: tuple[Form, ...] = get_args(Form)
WrittenForm = Literal["text", "json", "markdown", "csv", "html", "akn"]
"""How a comparison is written as text."""
ComparisonForm = Literal["text", "json", "markdown", "csv", "html", "docx", "akn"]
ENDINGS: dict[str, ComparisonForm] = {
    ".txt": "text", ".md": "markdown", ".json": "json", ".csv": "csv", ".html": "html", ".htm": "html", ".docx": "docx", ".xml": "akn",
}  # fmt: skip
"""The endings that say how something is written."""


def write_comparison(comparison: Comparison, name: str, replace: bool = False) -> Path:
    """Writes a comparison to a file, whole or not at all; gives where it stands.

    Raises UsageError for an ending that says nothing, a format that does not go with a choice of changes or, unless `replace` is true,
    a file that is there already; InputError for what cannot be written.
    """
    path = Path(name).expanduser()
    form = ENDINGS.get(path.suffix.lower())
    if form is None:
        raise UsageError(f"'{name}' does not say how it is to be written", f"give a name that ends in {', '.join(ENDINGS)}")
    from resdiff.workspace.files import write_file

    if comparison.is_selection:
        check_whole(form, "a choice of changes")
    if path.exists() and not replace:
        raise UsageError(f"'{name}' is there already", "give another name, or the same once more to replace it")
    if form == "docx":
        from resdiff.render.word.comparison import comparison_docx

        write_file(comparison_docx(comparison), path)
    else:
        write_file(pieces_of(comparison, form), path)
    return path.absolute()


def check_whole(form: ComparisonForm, what: str) -> None:
    """Raises UsageError where `what`, a choice of changes, is to be written as a document that holds both texts."""
    told = {"docx": "Word", "akn": "Akoma Ntoso"}.get(form)
    if told is not None:
        raise UsageError(f"{what} does not go with {told}", "such a document has all changes, or it could not be accepted or rejected")


def pieces_of(comparison: Comparison, form: WrittenForm) -> Iterable[str]:
    """The comparison in a format, in pieces."""
    if form == "json":
        from resdiff.render.data.comparison import comparison_json

        return comparison_json(comparison)
    if form == "markdown":
        from resdiff.render.markdown import comparison_markdown

        return comparison_markdown(comparison)
    if form == "csv":
        from resdiff.render.data.tables import comparison_csv

        return comparison_csv(comparison)
    if form == "html":
        from resdiff.render.report.comparison import comparison_html

        return comparison_html(comparison)
    if form == "akn":
        from resdiff.render.akn.comparison import comparison_akn

        return comparison_akn(comparison)
    from resdiff.render.terminal.comparison import TextOptions, comparison_text

    return comparison_text(comparison, TextOptions())
