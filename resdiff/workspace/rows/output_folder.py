"""Tables written to a folder: a file a table and lineage, and a manifest that says what was made of what.

A second run makes only what is missing or whose texts or rules have changed.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from resdiff.core import rules
from resdiff.core.errors import InputError, UsageError
from resdiff.core.progress import Progress, no_progress
from resdiff.render.formats import render_subject
from resdiff.version import __version__
from resdiff.workspace.files import is_inside, write_file
from resdiff.workspace.jobs import Workers, in_order
from resdiff.workspace.rows.catalogue import FAILURES, TABLES
from resdiff.workspace.rows.sources import LineageTask, rows_of_lineage, tasks_of

_SCHEMA = "resdiff/manifest/1"
_MANIFEST, _JOURNAL = "manifest.json", ".journal.jsonl"
_LONGEST_NAME = 100


class TablePart(Struct, frozen=True, kw_only=True):
    """The file of a table for one lineage."""

    file: str
    """Relative to the folder."""
    rows: int
    sha256: str


class LineagePart(Struct, frozen=True, kw_only=True):
    """What was made of the texts of one lineage."""

    name: str
    """Of its files."""
    lineage: str | None
    made_of: str | None
    """A hash of the texts, the rules and the version; None where it is made anew each time."""
    tables: dict[str, TablePart]
    failures: list[dict[str, str | None]]
    """The rows of the table `failures`."""


class TableFiles(Struct, frozen=True, kw_only=True):
    """The files that are written."""

    folder: Path
    form: str
    """A format of rows that is written to files."""
    tables: tuple[str, ...] = tuple(TABLES)
    stage: str | None = None
    """The stage of the texts that are followed."""

    @property
    def names(self) -> tuple[str, ...]:
        """The tables; what failed is always among them."""
        return tuple(dict.fromkeys((*self.tables, FAILURES.name)))


class FolderResult(Struct, frozen=True, kw_only=True):
    """What a run did."""

    made: int
    """Lineages."""
    already: int
    """Those that were there and are still right."""
    rows: int
    """Of all tables and lineages."""
    failures: list[dict[str, str | None]]


def write_tables(
    source: str | None,
    output: TableFiles,
    store: str | None = None,
    workers: Workers | None = None,
    progress: Progress = no_progress,
) -> FolderResult:
    """Writes tables of all texts of a source to a folder, and its manifest.

    What was made stays where the work is interrupted. Raises UsageError and InputError as `tasks_of`,
    UsageError for a folder within the source, InputError for one that cannot be written to or holds something
    else.
    """
    workers = workers or Workers()
    _check_place(output.folder, source)
    before = _parts_before(output.folder)
    tasks, left_out = tasks_of(source, store, workers.count, progress)
    tasks = [replace(task, stage=output.stage) for task in tasks]
    described = [(name, task, _made_of(task, output)) for name, task in _named(tasks)]
    standing = {
        name: before[name]
        for name, _, made_of in described
        if name in before and made_of is not None and _is_right(before[name], made_of, output.folder)
    }
    try:
        output.folder.mkdir(parents=True, exist_ok=True)
        _remove(output.folder, before, standing)
        missing = [entry for entry in described if entry[0] not in standing]
        made = _make_all(missing, standing, output, workers, progress)
        parts = [made.get(name) or standing[name] for name, _, _ in described]
        failures = [_failure(source, why) for source, why in left_out]
        failures += [row for part in parts for row in part.failures]
        write_file(_manifest(output, parts, failures), output.folder / _MANIFEST)
        (output.folder / _JOURNAL).unlink()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"'{output.folder}' cannot be written", reason) from None
    rows = sum(table.rows for part in parts for table in part.tables.values())
    return FolderResult(made=len(made), already=len(standing), rows=rows, failures=failures)


def _check_place(folder: Path, source: str | None) -> None:
    """Raises UsageError for a folder within that of the texts."""
    if source is not None and Path(source).is_dir() and is_inside(folder, Path(source)):
        raise UsageError(
            f"'{folder}' lies in the folder of the texts", "give another: its tables would be read as texts"
        )


def _failure(source: str, why: str) -> dict[str, str | None]:
    return {"source": source, "lineage": None, "message": why}


def _make_all(
    missing: Sequence[tuple[str, LineageTask, str | None]],
    standing: Mapping[str, LineagePart],
    output: TableFiles,
    workers: Workers,
    progress: Progress,
) -> dict[str, LineagePart]:
    """Makes what is missing; the journal says at any moment what is there."""
    made = {}
    work = partial(_make, folder=str(output.folder.absolute()), form=output.form, tables=output.names)
    with (output.folder / _JOURNAL).open("a", encoding="utf-8", newline="\n") as journal:
        for part in standing.values():
            journal.write(_line(part))
        for done, part in enumerate(in_order(work, missing, workers)):
            made[part.name] = part
            journal.write(_line(part))
            journal.flush()
            progress((done + 1) / len(missing), part.name)
    return made


def _line(part: LineagePart) -> str:
    return msgspec.json.encode(part).decode() + "\n"


def _parts_before(folder: Path) -> dict[str, LineagePart]:
    """What an earlier run made, by name. Raises InputError for a folder that holds something else."""
    if not folder.exists():
        return {}
    entries = {path.name for path in folder.iterdir()} if folder.is_dir() else {""}
    if entries and entries.isdisjoint((_MANIFEST, _JOURNAL)):
        raise InputError(f"'{folder}' holds other files", "give a new folder, or one that rows has written")
    lines: list[bytes] = []
    with suppress(OSError, ValueError, KeyError, TypeError):
        manifest = json.loads((folder / _MANIFEST).read_bytes())
        lines += [msgspec.json.encode(part) for part in manifest["parts"]]
    with suppress(OSError):
        lines += (folder / _JOURNAL).read_bytes().splitlines()
    parts: dict[str, LineagePart] = {}
    for line in lines:
        with suppress(msgspec.DecodeError):  # the last line of a run that was killed may be cut
            part = msgspec.json.decode(line, type=LineagePart)
            parts[part.name] = part
    return parts


def _is_right(part: LineagePart, made_of: str, folder: Path) -> bool:
    """Whether what was made is of the same texts, and its files are as they were written."""
    return part.made_of == made_of and all(
        _hash_of(folder / table.file) == table.sha256 for table in part.tables.values()
    )


def _hash_of(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _remove(folder: Path, before: Mapping[str, LineagePart], standing: Mapping[str, LineagePart]) -> None:
    """Removes the files of an earlier run that are not right any more."""
    for name, part in before.items():
        for table in part.tables.values() if name not in standing else ():
            path = folder / table.file
            if path.resolve().is_relative_to(folder.resolve()):
                path.unlink(missing_ok=True)


def _named(tasks: Sequence[LineageTask]) -> Iterator[tuple[str, LineageTask]]:
    """The tasks with the names of their files, no two alike."""
    taken: Counter[str] = Counter()
    for task in tasks:
        name = _file_name(task)
        taken[name] += 1
        yield (name if taken[name] == 1 else f"{name}-{taken[name]}"), task


def _file_name(task: LineageTask) -> str:
    """A name for the files of a lineage that any system takes: its own where that will do, else a part of it
    and a hash.
    """
    full = task.version or task.lineage or (task.texts[0].name if task.texts else "")
    plain = re.sub(r"[^a-z0-9._-]+", "-", full)[:_LONGEST_NAME].strip("-.")
    return plain if plain == full else f"{plain or 'text'}-{sha256(full.encode()).hexdigest()[:8]}"


def _made_of(task: LineageTask, output: TableFiles) -> str | None:
    """A hash of all that the files of a lineage of a folder depend on; None for those of a store, whose facts
    and links people may edit.
    """
    if task.folder is None:
        return None
    texts = [(text.name, text.facts, _hash_of(Path(task.folder) / text.name)) for text in task.texts]
    versions = {name: value for name, value in vars(rules).items() if name.isupper()}
    made_of = (texts, versions, __version__, output.form, output.names, output.stage)
    return sha256(msgspec.json.encode(made_of, order="sorted")).hexdigest()


def _make(
    entry: tuple[str, LineageTask, str | None], folder: str, form: str, tables: Sequence[str]
) -> LineagePart:
    """Writes the files of a lineage; runs in a process of its own, or on another machine."""
    name, task, made_of = entry
    result = _try(task, tables)
    written = {}
    for table in tables:
        kinds = {column: its.kind for column, its in TABLES[table].columns.items()}
        made = render_subject("rows", form, [table, kinds, result[table]])
        data = made if isinstance(made, bytes) else "".join(made).encode()
        path = Path(folder) / table / f"{name}.{form}"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(data, path)
        written[table] = TablePart(
            file=f"{table}/{name}.{form}", rows=len(result[table]), sha256=sha256(data).hexdigest()
        )
    return LineagePart(
        name=name,
        lineage=task.lineage,
        made_of=made_of,
        tables=written,
        failures=[{key: _text(value) for key, value in row.items()} for row in result[FAILURES.name]],
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _try(task: LineageTask, tables: Sequence[str]) -> dict[str, list[dict[str, object]]]:
    """The rows of a lineage; where that fails unexpectedly, a failure and no other rows."""
    try:
        return rows_of_lineage(task, tables).rows
    except Exception as error:
        rows: dict[str, list[dict[str, object]]] = {table: [] for table in tables}
        source = task.version or (task.texts[0].name if task.texts else task.lineage)
        message = f"internal error: {type(error).__name__}: {error}"
        rows[FAILURES.name].append({"source": source, "lineage": task.lineage, "message": message})
        return rows


def _manifest(
    output: TableFiles, parts: Sequence[LineagePart], failures: Sequence[dict[str, str | None]]
) -> Iterator[str]:
    document = {
        "schema": _SCHEMA,
        "resdiff": __version__,
        "rules": {name: value for name, value in vars(rules).items() if name.isupper()},
        "format": output.form,
        "tables": list(output.names),
        "failures": list(failures),
        "parts": list(parts),
    }
    yield msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n"
