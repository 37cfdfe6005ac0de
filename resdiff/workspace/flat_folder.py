"""A folder that holds texts side by side: sorted into lineages, shown as a plan, and kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from resdiff.core.errors import ResdiffError
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress, no_progress
from resdiff.core.wording import counted
from resdiff.store.records import NewVersion
from resdiff.store.repository import Store
from resdiff.version import __version__
from resdiff.workspace.adding import label_for, now, read_file
from resdiff.workspace.dating import by_date
from resdiff.workspace.files import is_inside
from resdiff.workspace.import_folder import Imported
from resdiff.workspace.reading import is_resolution
from resdiff.workspace.sorting import (
    SortedLineage,
    SortedText,
    StandingLineage,
    sort_texts,
    title_key,
)
from resdiff.workspace.stored import index_store
from resdiff.workspace.texts import read_bytes


class FlatPlan(Struct, frozen=True, kw_only=True):
    """What a flat folder gives."""

    lineages: tuple[SortedLineage, ...]
    left_out: tuple[str, ...]
    """Each file that is no text of a resolution, or another file of a text, with why."""


def is_flat(folder: Path) -> bool:
    """Whether a folder holds files side by side: no sub-folder has any, and no index says otherwise."""
    if not folder.is_dir() or (folder / "index.json").is_file():
        return False
    entries = [path for path in folder.iterdir() if not path.name.startswith(".")]
    has_lineages = any(any(path.iterdir()) for path in entries if path.is_dir())
    return not has_lineages and any(path.is_file() for path in entries)


def plan_flat(folder: Path, store: Store | None, progress: Progress = no_progress) -> FlatPlan:
    """The texts of a folder sorted; `store` is where texts of the same title may stand already."""
    left_out = []
    dropped = _dropped(store)
    texts: list[tuple[Path, Resolution]] = []
    symbols: dict[tuple[str, str | None, str | None], Path] = {}
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    for done, path in enumerate(paths):
        progress(done / len(paths), path.name)
        if path.is_dir():
            continue
        if not is_inside(path, folder):
            left_out.append(f"'{path}': it leads out of the folder")
            continue
        try:
            text = read_file(str(path))[1]
        except ResdiffError as error:
            left_out.append(str(error))
            continue
        if text.sha256 in dropped:
            name = dropped[text.sha256]
            left_out.append(f"'{path}': dropped as {name}; resdiff drop --undo '{name}' brings it back")
            continue
        if not is_resolution(text):
            left_out.append(f"'{path}': no resolution is recognized in it")
            continue
        head = text.masthead
        first = symbols.setdefault((head.symbol or str(path), head.date, text.language), path)
        if first != path:
            left_out.append(f"'{path}': '{first.name}' is the same {head.symbol}")
            continue
        texts.append((path, text))
    return FlatPlan(lineages=tuple(sort_texts(texts, _standing(store))), left_out=tuple(left_out))


def _standing(store: Store | None) -> list[StandingLineage]:
    """The texts of a store, by which others are known to belong to their lineages; a dropped one has no
    title that others could share.
    """
    if store is None:
        return []
    return [
        StandingLineage(
            slug=version.lineage,
            key=title_key(version.title if version.dropped is None else None, version.organ),
            sha256=version.sha256,
        )
        for version in store.versions(with_dropped=True)
    ]


def _dropped(store: Store | None) -> dict[str, str]:
    """The names of the versions that were dropped, by the hash of their bytes."""
    versions = store.versions(with_dropped=True) if store is not None else ()
    return {version.sha256: version.reference for version in versions if version.dropped is not None}


def lineage_of_file(path: Path, store: Store) -> str:
    """The name of the lineage of a store that a text joins by its title; '' where there is none.

    Raises InputError where the file cannot be read.
    """
    (lineage,) = sort_texts([(path, read_file(str(path))[1])], _standing(store))
    return lineage.slug if lineage.is_standing else ""


def plan_lines(plan: FlatPlan) -> Iterator[str]:
    """The plan in lines: each lineage, below it its texts with why they stand there."""
    count = sum(len(lineage.texts) for lineage in plan.lineages)
    yield f"{counted(len(plan.lineages), 'lineage')} of {counted(count, 'text')}"
    for lineage in plan.lineages:
        joins = ", joins those in the store" if lineage.is_standing else ""
        if len(lineage.texts) == 1:
            yield f"{lineage.slug}{joins}: {_line(lineage.texts[0])}"
            continue
        yield f"{lineage.slug}: {counted(len(lineage.texts), 'text')}{joins}"
        yield from (f"  {_line(entry)}" for entry in lineage.texts)


def _line(entry: SortedText) -> str:
    head = entry.text.masthead
    facts = (head.symbol or "no symbol", head.date or "no date", head.stage)
    why = f"  ({entry.because})" if entry.because else ""
    return f"{entry.path.name}  {', '.join(fact for fact in facts if fact)}{why}"


def import_flat(
    plan: FlatPlan, author: str | None, store: Store, progress: Progress, compared: bool = True
) -> Imported:
    """Keeps the texts of a plan, a lineage at a time in the order of dates; then compares neighbours."""
    count = stored = done = 0
    left_out = list(plan.left_out)
    failures: list[str] = []
    made = 0
    total = sum(len(lineage.texts) for lineage in plan.lineages)
    for lineage in plan.lineages:
        progress(done / max(total, 1), lineage.slug)
        done += len(lineage.texts)
        try:
            added = store.add(by_date(_new_versions(lineage, author, store), store.versions(lineage.slug))[0])
        except ResdiffError as error:
            left_out.append(f"{lineage.slug}: {error}")
            continue
        stored += len(added)
        count += len(lineage.texts)
        if compared:
            at_hand = {entry.text.sha256: entry.text for entry in lineage.texts}
            indexed = index_store(store, [lineage.slug], at_hand=at_hand)
            made += indexed.compared
            failures += indexed.failures
    return Imported(
        stored=stored,
        already=count - stored,
        left_out=tuple(left_out),
        compared=made,
        failures=tuple(failures),
    )


def _new_versions(lineage: SortedLineage, author: str | None, store: Store) -> list[NewVersion]:
    taken = store.labels(lineage.slug)
    new = []
    for entry in lineage.texts:
        label = label_for(entry.text, str(entry.path), taken)
        taken.add(label)
        new.append(
            NewVersion(
                lineage=lineage.slug,
                data=read_bytes(str(entry.path)),
                resolution=entry.text,
                label=label,
                facts={},
                added=now(),
                author=author,
                resdiff=__version__,
                title=lineage.title,
            )
        )
    return new
