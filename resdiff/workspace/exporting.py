"""Comparisons written to files, in the format of the ending."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from resdiff.core.compare import Comparison
from resdiff.core.errors import UsageError
from resdiff.workspace.files import write_file

ENDINGS = (".txt", ".md", ".json", ".csv")
"""The endings that say how a comparison is written."""
_WIDTH = 80


def write_comparison(comparison: Comparison, name: str) -> Path:
    """Writes a comparison to a file, whole or not at all; gives where it stands.

    Raises UsageError for an ending that says nothing or a file that is there already, InputError for what cannot be written.
    """
    path = Path(name).expanduser()
    if path.suffix not in ENDINGS:
        raise UsageError(f"'{name}' does not say how it is to be written", f"give a name that ends in {', '.join(ENDINGS)}")
    if path.exists():
        raise UsageError(f"'{name}' is there already", "give another name")
    write_file(_pieces(comparison, path.suffix), path)
    return path.absolute()


def _pieces(comparison: Comparison, ending: str) -> Iterable[str]:
    if ending == ".json":
        from resdiff.render.as_json import comparison_json

        return comparison_json(comparison)
    if ending == ".md":
        from resdiff.render.as_markdown import comparison_markdown

        return comparison_markdown(comparison)
    if ending == ".csv":
        from resdiff.render.as_csv import comparison_csv

        return comparison_csv(comparison)
    from resdiff.render.as_text import TextOptions, comparison_text

    return comparison_text(comparison, TextOptions(_WIDTH))
