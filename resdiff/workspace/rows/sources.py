"""The texts of which tables are made: a file, a folder, a version, a lineage, the whole store.

A lineage is one task: its texts are read once and make the rows of all tables that are asked for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from resdiff.core.compare import Comparison, compare
from resdiff.core.errors import InputError, ResdiffError, UnknownVersionError, UsageError
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress, no_progress
from resdiff.store.repository import Store
from resdiff.workspace.jobs import Workers, in_order
from resdiff.workspace.lookup import names_lineage
from resdiff.workspace.reading import is_reference, read
from resdiff.workspace.references import open_repository, resolve_text, store_path, versions_of
from resdiff.workspace.rounds import EVERY, Dated, followed, pairs_of
from resdiff.workspace.rows.catalogue import FAILURES, table_named
from resdiff.workspace.rows.columns import Row, rows_of_step, rows_of_text
from resdiff.workspace.rows.folder_lineages import FolderText, lineages_of, read_in
from resdiff.workspace.rows.newer_texts import newer_texts_in
from resdiff.workspace.rows.text_tables import CITATIONS
from resdiff.workspace.stored import compare_versions, read_version
from resdiff.workspace.texts import working_folder


class LineageTask(Struct, frozen=True, kw_only=True):
    """The texts of one lineage, by which another process finds them."""

    lineage: str | None = None
    folder: str | None = None
    texts: tuple[FolderText, ...] = ()
    """Of a folder."""
    store: str | None = None
    """The store of a lineage that is in no folder."""
    version: str | None = None
    """The one version that is asked for, as LINEAGE@VERSION."""
    stage: str | None = None
    """The stage of the texts that are followed, 'all' for every round; else years, with their rounds."""


class LineageRows(Struct, kw_only=True):
    """The rows of the texts of a lineage."""

    rows: dict[str, list[Row]]
    """By the names of the tables."""
    warnings: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """What the reader must know, by source: of a text that was named what it warns of, of one among many why
    it is left out.
    """


class _Referenced(Protocol):
    """A version that can be named."""

    @property
    def reference(self) -> str: ...


_V = TypeVar("_V", bound=_Referenced)
_D = TypeVar("_D", bound=Dated)


class _FileVersion(Struct, frozen=True, kw_only=True):
    """A file of a folder in its place, as `rounds` asks for it."""

    id: int
    stage: str | None
    date: str | None
    reference: str
    text: Resolution
    round_of: int | None = None
    superseded_by: int | None = None


def tasks_of(
    source: str | None, store: str | None, jobs: int = 1, progress: Progress = no_progress
) -> tuple[list[LineageTask], list[tuple[str, str]]]:
    """The tasks of a source that holds lineages, in order; and what is left out of it, with why.

    Raises UsageError for a folder without texts; InputError, StoreError and UnknownVersionError for what is
    not there.
    """
    if source is not None and Path(source).is_dir():
        lineages, left_out = lineages_of(Path(source), jobs, progress)
        folder = str(Path(source).absolute())
        return [LineageTask(lineage=one.slug, folder=folder, texts=one.texts) for one in lineages], left_out
    if source is not None and not is_reference(source):
        path = Path(source)
        if not path.exists():
            raise InputError(f"there is no file or folder '{source}'", f"looked in {working_folder()}")
        text = FolderText(name=path.name)
        return [LineageTask(folder=str(path.parent.absolute()), texts=(text,))], []
    where = str(store_path(store).absolute())
    if source is not None and not names_lineage(source, store):
        if not store_path(store).exists() and "@" not in source:
            raise InputError(f"there is no file or folder '{source}'", f"looked in {working_folder()}")
        with open_repository(store) as repository:
            try:
                source = resolve_text(source, repository).reference
            except UnknownVersionError as error:
                if "@" in source:
                    raise
                what = f"there is no file, folder or lineage '{source}', and no version of this symbol"
                raise UnknownVersionError(what, error.hint) from None
        return [LineageTask(lineage=source.partition("@")[0], store=where, version=source)], []
    with open_repository(store) as repository:
        slugs = [source] if source is not None else [one.slug for one in repository.lineages()]
    return [LineageTask(lineage=slug, store=where) for slug in slugs], []


def table_rows(
    table: str, source: str | None, store: str | None, jobs: int = 1, stage: str | None = None
) -> Iterator[LineageRows]:
    """The rows of a table, lineage by lineage; `jobs` processes read the files of a folder, only texts of a
    `stage` are followed.

    Raises UsageError for a table or source that is none, InputError for what cannot be read.
    """
    chosen = table_named(table)
    if source is not None and not Path(source).is_dir() and not is_reference(source):
        if chosen.of_step is not None:
            raise UsageError(
                f"'{source}' is one text, and a row of {table} stands between two",
                "give a folder, a lineage or nothing for the store",
            )
        text = read(source)
        rows = list(rows_of_text(chosen, text, source, None))
        yield LineageRows(rows={table: rows}, warnings=[(source, text.warnings)])
        return
    tasks, left_out = tasks_of(source, store, jobs)
    if left_out:
        yield _left_out((table,), left_out)
    shows_warnings = source is not None and not Path(source).is_dir()
    tasks = [replace(task, stage=stage) for task in tasks]
    yield from in_order(_Work((table,), shows_warnings), tasks, Workers(count=jobs))


class _Work(Struct, frozen=True):
    """What is done with a task; can be sent to another process."""

    tables: tuple[str, ...]
    shows_warnings: bool

    def __call__(self, task: LineageTask) -> LineageRows:
        return rows_of_lineage(task, self.tables, self.shows_warnings)


def rows_of_lineage(task: LineageTask, tables: Sequence[str], shows_warnings: bool = False) -> LineageRows:
    """The rows of tables for the texts of a lineage.

    What cannot be read or compared is left out: a warning and a row of `failures`. `shows_warnings` says
    whether the warnings of texts that are read are given too.
    """
    made = LineageRows(rows={name: [] for name in tables})
    if task.folder is not None:
        _of_folder(task, made)
        return made
    with open_repository(task.store) as repository:
        _of_store(task, made, repository, shows_warnings)
    return made


def _left_out(tables: Sequence[str], files: Sequence[tuple[str, str]]) -> LineageRows:
    made = LineageRows(rows={name: [] for name in tables})
    for source, why in files:
        _add_failure(made, source, None, why)
    return made


def _add_failure(made: LineageRows, source: str, lineage: str | None, why: str) -> None:
    made.warnings.append((source, (f"left out: {why}",)))
    if FAILURES.name in made.rows:
        made.rows[FAILURES.name].append({"source": source, "lineage": lineage, "message": why})


def _why(error: ResdiffError, folder: str) -> str:
    """What is wrong with a file, in the same words wherever its folder stands."""
    hint = "" if working_folder() in error.hint else error.hint
    return str(type(error)(error.message, hint)).replace(f"{folder}{os.sep}", "")


def _of_folder(task: LineageTask, made: LineageRows) -> None:
    versions = []
    for number, entry in enumerate(task.texts):
        try:
            text = read_in(task.folder or "", entry)
        except ResdiffError as error:
            _add_failure(made, entry.name, task.lineage, _why(error, task.folder or ""))
            continue
        head = text.masthead
        version = _FileVersion(id=number, stage=head.stage, date=head.date, reference=entry.name, text=text)
        versions.append(version)
        if _is_followed(version, task):
            _add_text(made, text, entry.name, task.lineage)
    for language in dict.fromkeys(version.text.language for version in versions):
        pairs = _steps([version for version in versions if version.text.language == language], task)
        for base, revised in pairs:
            _add_step(made, (base, revised), task.lineage, lambda one, two: compare(one.text, two.text))


def _of_store(task: LineageTask, made: LineageRows, store: Store, shows_warnings: bool) -> None:
    versions = versions_of(task.lineage or "", store)
    chosen = resolve_text(task.version, store) if task.version is not None else None
    for version in versions:
        if (chosen is None or version.id == chosen.id) and _is_followed(version, task):
            text = read_version(version, store)
            if shows_warnings:
                made.warnings.append((version.reference, text.warnings))
            before = len(made.rows.get(CITATIONS, ()))
            _add_text(made, text, version.reference, task.lineage)
            if CITATIONS in made.rows:
                newer_texts_in(store).mark(made.rows[CITATIONS][before:])
    for language in dict.fromkeys(version.language for version in versions):
        for base, revised in _steps([one for one in versions if one.language == language], task):
            if chosen is None or revised.id == chosen.id:
                _add_step(
                    made, (base, revised), task.lineage, lambda one, two: compare_versions(one, two, store)
                )


def _is_followed(version: Dated, task: LineageTask) -> bool:
    """Whether a text is of the stage that is followed."""
    return task.stage in (None, EVERY, version.stage)


def _steps(versions: Sequence[_D], task: LineageTask) -> list[tuple[_D, _D]]:
    """The pairs of texts that are compared: those of years and rounds, or neighbours of a stage."""
    return pairs_of(versions) if task.stage is None else list(pairwise(followed(versions, task.stage)))


def _add_text(made: LineageRows, text: Resolution, source: str, lineage: str | None) -> None:
    for name, rows in made.rows.items():
        rows += rows_of_text(table_named(name), text, source, lineage)


def _add_step(
    made: LineageRows,
    pair: tuple[_V, _V],
    lineage: str | None,
    compared: Callable[[_V, _V], Comparison],
) -> None:
    tables = [table for name in made.rows if (table := table_named(name)).of_step is not None]
    if not tables:
        return
    base, revised = pair
    try:
        comparison = compared(base, revised)
    except ResdiffError as error:
        _add_failure(made, revised.reference, lineage, f"compared with {base.reference}: {error}")
        return
    for table in tables:
        made.rows[table.name] += rows_of_step(table, comparison, (base.reference, revised.reference), lineage)
