"""References to stored texts, looked up: the way from `resdiff compare` and its like into the store, loaded
only when it is taken.
"""

from __future__ import annotations

import os
from itertools import pairwise

from resdiff.core.compare import CompareOptions, Comparison
from resdiff.core.errors import AmbiguousVersionError, InputError, UnknownVersionError
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress, no_progress
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.workspace.references import (
    open_repository,
    range_of,
    resolve_text,
    store_path,
    versions_of,
)
from resdiff.workspace.stored import compare_versions, read_version
from resdiff.workspace.texts import working_folder


def read_stored(reference: str, store: str | None) -> Resolution:
    """The text that a reference means.

    Raises InputError where it may as well be the name of a file that is missing.
    """
    with store_for(reference, store) as repository:
        return read_version(_version(reference, repository), repository)


def compare_stored(
    base: str,
    revised: str,
    options: CompareOptions | None,
    store: str | None,
    progress: Progress = no_progress,
) -> Comparison:
    """The comparison of two stored texts by reference."""
    with store_for(base, store) as repository:
        return compare_versions(
            _version(base, repository), _version(revised, repository), repository, options, progress
        )


def compare_range(
    reference: str, options: CompareOptions | None, store: str | None, progress: Progress = no_progress
) -> Comparison:
    """The comparison that a single argument means: the last two versions of a lineage, or LINEAGE@a..b."""
    with store_for(reference, store) as repository:
        return compare_versions(*range_of(reference, repository), repository, options, progress)


def names_lineage(reference: str, store: str | None) -> bool:
    """Whether a reference is the name of a lineage of the store."""
    if "@" in reference or not store_path(store).exists():
        return False
    with open_repository(store) as repository:
        return repository.has_lineage(reference)


def compare_steps(reference: str, options: CompareOptions | None, store: str | None) -> list[Comparison]:
    """The comparisons of every two neighbours of a lineage, superseded versions left out."""
    with store_for(reference, store) as repository:
        versions = [v for v in versions_of(reference, repository) if v.superseded_by is None]
        if len(versions) < 2:
            range_of(reference, repository)  # says what is missing
        return [compare_versions(one, two, repository, options) for one, two in pairwise(versions)]


def store_for(reference: str, store: str | None) -> Store:
    """The store in which a reference is looked up. Raises InputError where there is none."""
    if not store_path(store).exists() and os.path.isdir(reference):  # noqa: PTH112 - a name may be no path at all
        raise InputError(f"'{reference}' is a folder", "give a file")
    if not store_path(store).exists():
        where = f"looked in {working_folder()}; nor is there a store at '{store_path(store)}'"
        raise InputError(f"there is no file '{reference}'", where)
    return open_repository(store)


def _version(reference: str, store: Store) -> Version:
    """The version that a reference means.

    Raises InputError where it may as well be the name of a file that is missing.
    """
    try:
        return resolve_text(reference, store)
    except AmbiguousVersionError:
        raise
    except UnknownVersionError as error:
        if "@" in reference:
            raise
        is_lineage = store.has_lineage(reference)
        hint = f"'{reference}@latest' is the last version of the lineage" if is_lineage else error.hint
        if os.path.isdir(reference):  # noqa: PTH112 - as above
            raise InputError(
                f"'{reference}' is a folder, and no such version is in the store", hint or "give a file"
            ) from None
        raise InputError(
            f"there is no file '{reference}' in {working_folder()}, nor a version of that name in the store",
            hint,
        ) from None
