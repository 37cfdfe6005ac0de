"""Texts that join the store, as long work that tells how far it has come."""

from __future__ import annotations

from collections.abc import Sequence

from resdiff.samples import sample
from resdiff.tui.screens.work import Report
from resdiff.workspace.adding import GivenFacts, add_files, check_slug
from resdiff.workspace.editing import drop_versions, restore_versions
from resdiff.workspace.import_export import import_folder
from resdiff.workspace.references import open_store
from resdiff.workspace.stored import read_version


def keep_files(store: str | None, lineage: str, files: Sequence[str], report: Report) -> str:
    """Adds files to a lineage; gives what became of them, in words."""
    check_slug(lineage)  # before a store is made
    with open_store(store, create=True) as repository:
        added = add_files(
            lineage,
            files,
            GivenFacts(),
            repository,
            progress=lambda done, count, name: report(done / max(count, 1), name),
        )
        versions = added.versions
        strange = [
            v.label
            for v in versions
            if not any(p.part in ("preamble", "operative") for p in read_version(v, repository).paragraphs)
        ]
    already = len(files) - len(versions)
    message = f"added {len(versions)} to {lineage}" + (f", {already} stood there already" if already else "")
    message = "; ".join([message, *added.warnings, *added.failures[:1]])
    return message + (f"; no resolution by its form: {', '.join(strange)} (D drops it)" if strange else "")


def drop(store: str | None, reference: str) -> None:
    """Drops a version; it can be restored until the store is compacted."""
    with open_store(store) as repository:
        drop_versions(reference, None, repository)


def restore(store: str | None, reference: str) -> None:
    """Brings a dropped version back."""
    with open_store(store) as repository:
        restore_versions(reference, None, repository)


def keep_folder(store: str | None, folder: str, report: Report) -> str:
    """Imports a folder whose sub-folders are lineages; gives what became of it, in words."""
    with open_store(store, create=True) as repository:
        done = import_folder(
            folder, None, repository, lambda done, count, name: report(done / max(count, 1), name)
        )
    message = f"{done.stored} kept, {done.already} known already, {done.compared} compared"
    message += f"; {done.failures[0]}" if done.failures else ""
    return message + (f"; left out {len(done.left_out)}: {done.left_out[0]}" if done.left_out else "")


def keep_samples(store: str | None, report: Report) -> str:
    """Imports the sample texts."""
    with sample() as folder:
        return keep_folder(store, str(folder), report)
