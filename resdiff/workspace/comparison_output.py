"""Comparisons written to files, in the format of the ending."""

from __future__ import annotations

from pathlib import Path

from resdiff.core.compare import Comparison
from resdiff.core.errors import InputError, UsageError
from resdiff.render.formats import endings_of, render_subject, whole_name
from resdiff.workspace.files import write_file
from resdiff.workspace.redline_check import checked_redline


def write_comparison(comparison: Comparison, name: str, replace: bool = False) -> Path:
    """Writes a comparison to a file, whole or not at all; gives where it stands.

    Raises UsageError for an ending that says nothing, a format that does not go with a choice of changes or,
    unless `replace` is true, a file that is there already; InputError for what cannot be written.
    """
    try:
        path = Path(name).expanduser()
        exists = path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        raise InputError(
            f"'{name[:60]}' cannot be written", (getattr(error, "strerror", None) or str(error)).lower()
        ) from None
    endings = endings_of("comparison")
    form = endings.get(path.suffix.lower())
    if form is None:
        raise UsageError(
            f"'{name}' has no ending that names a format", f"give a name that ends in {', '.join(endings)}"
        )
    if comparison.is_selection:
        check_whole(form, "a choice of changes")
    if exists and not replace:
        raise UsageError(
            f"'{name}' is there already", "give another name, or the same name again to replace it"
        )
    is_word = form == "docx"
    write_file(
        checked_redline(comparison) if is_word else render_subject("comparison", form, [comparison]), path
    )
    return path.absolute()


def check_whole(form: str, what: str) -> None:
    """Raises UsageError where `what`, a choice of changes, is to be written as a document that holds both
    texts.
    """
    if whole_name(form):
        hint = "such a document has all changes, or it could not be accepted or rejected"
        raise UsageError(f"{what} does not go with {whole_name(form)}", hint)
