"""The texts of a folder by lineages: as its index or its sub-folders say, or sorted by title and citation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from resdiff.core.errors import ResdiffError, UsageError
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress, no_progress
from resdiff.workspace.adding import read_file
from resdiff.workspace.files import is_inside
from resdiff.workspace.flat_folder import is_flat
from resdiff.workspace.import_index import plan_of_index, read_index
from resdiff.workspace.importing import index_symbol, slug_of
from resdiff.workspace.jobs import Workers, in_order
from resdiff.workspace.reading import is_resolution
from resdiff.workspace.sorting import sort_texts

_NO_TEXTS = (".json", ".csv")
_FACTS = ("stage", "date", "number", "title", "organ", "session")


class FolderText(Struct, frozen=True, kw_only=True):
    """A text of a folder."""

    name: str
    """The file, relative to the folder."""
    facts: Mapping[str, Any] = {}
    """What an index says of it; wins over its masthead."""


class FolderLineage(Struct, frozen=True, kw_only=True):
    """The texts of a lineage in order; one that belongs to none stands alone."""

    slug: str | None
    texts: tuple[FolderText, ...]


def read_in(folder: str, text: FolderText) -> Resolution:
    """A text of a folder, with what an index says of it. Raises InputError where it cannot be read."""
    read = read_file(str(Path(folder) / text.name))[1]
    given = {name: value for name in _FACTS if (value := text.facts.get(name)) is not None}
    symbol = index_symbol(text.facts.get("symbol"), read.masthead.symbol)
    if symbol is not None:
        given["symbol"] = symbol
    return replace(read, source=text.name, masthead=replace(read.masthead, **given))


def lineages_of(
    folder: Path, jobs: int = 1, progress: Progress = no_progress
) -> tuple[list[FolderLineage], list[tuple[str, str]]]:
    """The lineages of a folder in order; and the files that are left out, each with why.

    Sub-folders of any depth are lineages, in the order of the names of their files. Files of a folder without
    sub-folders are sorted as `add` sorts them; those without a preamble and operative paragraphs stand alone.
    Raises UsageError where the folder holds no texts, InputError for an index that is not of its form.
    """
    index = read_index(folder / "index.json")
    if index is not None:
        plan, left_out = plan_of_index(folder, index["lineages"])
        lineages = [
            FolderLineage(
                slug=planned.slug,
                texts=tuple(
                    FolderText(name=_name(entry.path, folder), facts=dict(entry.facts))
                    for entry in planned.entries
                ),
            )
            for planned in plan
        ]
        return lineages, [(str(folder), why) for why in left_out]
    names = list(_names(folder))
    if not names:
        raise UsageError(f"the folder '{folder}' holds no texts", "give a folder with files of resolutions")
    if is_flat(folder):
        return list(_sorted(folder, names, jobs, progress)), []
    return list(_by_folder(names)), []


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _names(folder: Path) -> Iterator[str]:
    """The files of a folder and its sub-folders in the order of their names, hidden ones and tables apart."""
    for path in sorted(folder.rglob("*")):
        name = _name(path, folder)
        is_shown = not any(part.startswith(".") for part in name.split("/"))
        is_text = path.is_file() or (path.is_symlink() and not path.exists())  # which is reported
        if is_shown and path.suffix.lower() not in _NO_TEXTS and is_text and is_inside(path, folder):
            yield name


def _by_folder(names: Sequence[str]) -> Iterator[FolderLineage]:
    by_folder: dict[str, list[str]] = {}
    for name in names:
        by_folder.setdefault(name.rpartition("/")[0], []).append(name)
    for place, its in by_folder.items():
        texts = tuple(FolderText(name=name) for name in its)
        if place:
            yield FolderLineage(slug=slug_of(place), texts=texts)
        else:
            yield from (FolderLineage(slug=None, texts=(text,)) for text in texts)


def _sorted(folder: Path, names: Sequence[str], jobs: int, progress: Progress) -> Iterator[FolderLineage]:
    texts, alone = [], []
    read = in_order(partial(_try_read, str(folder)), names, Workers(count=jobs))
    for done, (name, text) in enumerate(zip(names, read, strict=True)):
        progress(done / len(names), name)
        if text is not None and is_resolution(text):
            texts.append((folder / name, text))
        else:
            alone.append(FolderLineage(slug=None, texts=(FolderText(name=name),)))
    for lineage in sort_texts(texts):
        ordered = tuple(FolderText(name=_name(entry.path, folder)) for entry in lineage.texts)
        yield FolderLineage(slug=lineage.slug, texts=ordered)
    yield from alone


def _try_read(folder: str, name: str) -> Resolution | None:
    try:
        return read_in(folder, FolderText(name=name))
    except ResdiffError:
        return None
