"""Texts that join the store, as long work that tells how far it has come."""

from __future__ import annotations

from collections.abc import Sequence

from resdiff.samples import sample
from resdiff.tui.screens.work import Tell
from resdiff.workspace.adding import Told, add_files, check_slug
from resdiff.workspace.editing import drop_versions, restore_versions
from resdiff.workspace.import_export import import_folder
from resdiff.workspace.references import open_store
from resdiff.workspace.stored import read_version


def keep_files(store: str | None, lineage: str, files: Sequence[str], tell: Tell) -> str:
    """Adds files to a lineage; gives what became of them, in words."""
    check_slug(lineage)  # before a store is made
    with open_store(store, create=True) as held:
        added = add_files(
            lineage, files, Told(), held, progress=lambda done, count, name: tell(done / max(count, 1), name)
        )
        kept = added.versions
        strange = [
            v.label
            for v in kept
            if not any(p.part in ("preamble", "operative") for p in read_version(v, held).paragraphs)
        ]
    known = len(files) - len(kept)
    told = f"added {len(kept)} to {lineage}" + (f", {known} stood there already" if known else "")
    told = "; ".join([told, *added.warnings, *added.failures[:1]])
    return told + (f"; no resolution by its form: {', '.join(strange)} (D drops it)" if strange else "")


def drop(store: str | None, reference: str) -> None:
    """Drops a version; it can be restored until the store is compacted."""
    with open_store(store) as held:
        drop_versions(reference, None, held)


def restore(store: str | None, reference: str) -> None:
    """Brings a dropped version back."""
    with open_store(store) as held:
        restore_versions(reference, None, held)


def keep_folder(store: str | None, folder: str, tell: Tell) -> str:
    """Imports a folder whose sub-folders are lineages; gives what became of it, in words."""
    with open_store(store, create=True) as held:
        done = import_folder(folder, None, held, lambda done, count, name: tell(done / max(count, 1), name))
    told = f"{done.kept} kept, {done.known} known already, {done.compared} compared"
    told += f"; {done.failures[0]}" if done.failures else ""
    return told + (f"; left out {len(done.left_out)}: {done.left_out[0]}" if done.left_out else "")


def keep_samples(store: str | None, tell: Tell) -> str:
    """Imports the sample texts."""
    with sample() as folder:
        return keep_folder(store, str(folder), tell)
