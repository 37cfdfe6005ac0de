"""The texts of which tables are made: a file, a folder, a version, a lineage, the whole store."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from resdiff.core.errors import ResdiffError, UsageError
from resdiff.workspace.files import is_inside
from resdiff.workspace.jobs import in_order
from resdiff.workspace.lookup import names_lineage, read_stored
from resdiff.workspace.reading import is_reference, read
from resdiff.workspace.references import open_repository, versions_of
from resdiff.workspace.rows import Row, rows_of_text, table_named
from resdiff.workspace.stored import read_version


class TextRows(NamedTuple):
    """The rows of a table for one text."""

    source: str
    warnings: tuple[str, ...]
    """What the reader must know: of a text that was named what it warns of, of one in a folder why it is left
    out.
    """
    rows: list[Row]


def table_rows(table: str, source: str | None, store: str | None, jobs: int = 1) -> Iterator[TextRows]:
    """The rows of a table, text by text; `jobs` processes read the files of a folder.

    Raises UsageError for a table or source that is none, InputError for what cannot be read.
    """
    chosen = table_named(table)
    if source is not None and Path(source).is_dir():
        yield from in_order(partial(_of_file, table, source), _files(Path(source)), jobs)
    elif source is not None and not is_reference(source):
        text = read(source)
        yield TextRows(source, text.warnings, list(rows_of_text(chosen, text, source)))
    elif source is not None and not names_lineage(source, store):
        text = read_stored(source, store)
        lineage = source.partition("@")[0]
        yield TextRows(source, text.warnings, list(rows_of_text(chosen, text, source, lineage)))
    else:
        yield from _of_store(table, source, store)


def _files(folder: Path) -> list[str]:
    """The files of a folder and its sub-folders in the order of their names, hidden ones and tables apart.

    Raises UsageError where it has none.
    """
    files = [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and is_inside(path, folder) and path.suffix.lower() not in (".json", ".csv")
    ]
    shown = [name for name in files if not any(part.startswith(".") for part in name.split("/"))]
    if not shown:
        raise UsageError(f"the folder '{folder}' holds no texts", "give a folder with files of resolutions")
    return shown


def _of_file(table: str, folder: str, name: str) -> TextRows:
    """The rows of a file of a folder; of one that cannot be read why it is left out."""
    try:
        text = read(Path(folder) / name)
    except ResdiffError as error:
        return TextRows(name, (f"left out: {error}",), [])
    return TextRows(name, (), list(rows_of_text(table_named(table), text, name)))


def _of_store(table: str, lineage: str | None, store: str | None) -> Iterator[TextRows]:
    """The rows of all versions of a lineage, or of the whole store."""
    with open_repository(store) as repository:
        slugs = [lineage] if lineage is not None else [one.slug for one in repository.lineages()]
        for slug in slugs:
            for version in versions_of(slug, repository):
                text = read_version(version, repository)
                rows = list(rows_of_text(table_named(table), text, version.reference, slug))
                yield TextRows(version.reference, text.warnings if lineage is not None else (), rows)
