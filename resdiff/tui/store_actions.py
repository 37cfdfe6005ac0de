"""Texts that join the store, as long work that tells how far it has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from resdiff.core.errors import ResdiffError
from resdiff.core.progress import Progress
from resdiff.samples import sample
from resdiff.workspace.adding import GivenFacts, add_files, check_slug
from resdiff.workspace.editing import drop_versions, edit_version, restore_versions
from resdiff.workspace.flat_folder import import_flat, is_flat, lineage_of_file, plan_flat
from resdiff.workspace.import_folder import import_folder
from resdiff.workspace.reading import is_resolution
from resdiff.workspace.references import open_repository
from resdiff.workspace.stored import read_version


def add_to_store(store: str | None, lineage: str, files: Sequence[str], report: Progress) -> str:
    """Adds files to a lineage; gives what became of them, in words."""
    check_slug(lineage)  # before a store is made
    with open_repository(store, create=True) as repository:
        added = add_files(
            lineage,
            files,
            GivenFacts(),
            repository,
            progress=report,
        )
        versions = added.versions
        strange = [v.label for v in versions if not is_resolution(read_version(v, repository))]
    already = len(files) - len(versions)
    message = f"added {len(versions)} to {lineage}" + (f", {already} stood there already" if already else "")
    message = "; ".join([message, *added.warnings, *added.failures[:1]])
    return message + (f"; no resolution recognized in: {', '.join(strange)} (D drops it)" if strange else "")


def lineage_of_text(store: str | None, path: Path) -> str:
    """The name of the lineage of the store that a text joins by its title; '' where there is none."""
    try:
        with open_repository(store) as repository:
            return lineage_of_file(path, repository)
    except ResdiffError:
        return ""  # who adds it is told why


def drop_version(store: str | None, reference: str) -> None:
    """Drops a version; it can be restored until the store is compacted."""
    with open_repository(store) as repository:
        drop_versions(reference, None, repository)


def edit_facts(store: str | None, reference: str, facts: Mapping[str, str]) -> str:
    """Changes facts of a version, as its label and date; gives what was done, in words. Raises UsageError for
    a fact that is not valid.
    """
    with open_repository(store) as repository:
        edited = edit_version(reference, facts, None, None, repository)
    return f"{edited.reference}: {', '.join(facts)} changed"


def restore_version(store: str | None, reference: str) -> None:
    """Brings a dropped version back."""
    with open_repository(store) as repository:
        restore_versions(reference, None, repository)


def last_dropped(store: str | None) -> str | None:
    """The reference of the version that was dropped last, which can be brought back; None for none."""
    with open_repository(store) as repository:
        dropped = [v for v in repository.versions(with_dropped=True) if v.dropped is not None]
    last = max(dropped, key=lambda version: (version.dropped or "", version.place), default=None)
    return last.reference if last is not None else None


def import_to_store(store: str | None, folder: str, report: Progress) -> str:
    """Imports a folder of texts, sorted, or one whose sub-folders are lineages; gives what became of it, in
    words.
    """
    with open_repository(store, create=True) as repository:
        if is_flat(Path(folder)):
            done = import_flat(plan_flat(Path(folder), repository, report), None, repository, report)
        else:
            done = import_folder(folder, None, repository, report)
    message = f"{done.stored} stored, {done.already} already stored, {done.compared} compared"
    message += f"; {done.failures[0]}" if done.failures else ""
    return message + (f"; left out {len(done.left_out)}: {done.left_out[0]}" if done.left_out else "")


def add_samples(store: str | None, report: Progress) -> str:
    """Imports the sample texts."""
    with sample() as folder:
        return import_to_store(store, str(folder), report)
