"""Texts that join the store, as long work that tells how far it has come."""

from __future__ import annotations

from collections.abc import Sequence

from resdiff.samples import sample
from resdiff.tui.screens.work import Tell
from resdiff.workspace.adding import Told, add_files, check_slug
from resdiff.workspace.exchange import import_folder
from resdiff.workspace.references import open_store


def keep_files(store: str | None, lineage: str, files: Sequence[str], tell: Tell) -> str:
    """Adds files to a lineage; gives what became of them, in words."""
    check_slug(lineage)  # before a store is made
    with open_store(store, create=True) as held:
        kept = add_files(lineage, files, Told(), held, progress=lambda done, count, name: tell(done / max(count, 1), name))
    known = len(files) - len(kept)
    return f"added {len(kept)} to {lineage}" + (f", {known} stood there already" if known else "")


def keep_folder(store: str | None, folder: str, tell: Tell) -> str:
    """Imports a folder whose sub-folders are lineages; gives what became of it, in words."""
    with open_store(store, create=True) as held:
        done = import_folder(folder, None, held, lambda done, count, name: tell(done / max(count, 1), name))
    told = f"{done.kept} kept, {done.known} known already, {done.compared} compared"
    return told + (f"; left out {len(done.left_out)}: {done.left_out[0]}" if done.left_out else "")


def keep_samples(store: str | None, tell: Tell) -> str:
    """Imports the sample texts."""
    with sample() as folder:
        return keep_folder(store, str(folder), tell)
