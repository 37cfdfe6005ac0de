"""Checks the relations between versions: the text a draft is based on, the version that another corrects.

No version may be based on itself or correct itself, not even through other versions.
"""

from __future__ import annotations

from resdiff.core.errors import StoreError, UsageError
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.workspace.rounds import DRAFTS


def base_for(base: Version, version: Version, store: Store) -> Version:
    """Returns `base` if `version` may be drafted on it.

    Raises UsageError where `version` would be based on itself, directly or through other versions.
    """
    step, seen = base, set()
    while step.id not in seen:
        if step.id == version.id:
            raise UsageError(f"{version.reference} cannot be drafted on itself", "name another version")
        seen.add(step.id)
        step = store.version(step.base_of) if step.base_of is not None else step
    return base


def check_correction(corrected: Version, by: Version | None, store: Store) -> None:
    """Raises StoreError where a version is corrected already, UsageError where it would, in the end, correct
    itself.

    `by` is the version that corrects it, None for one that is not yet stored.
    """
    step, seen = corrected, set()
    while by is not None and step.id not in seen:
        if step.id == by.id:
            raise UsageError(f"{by.reference} cannot correct itself", "name another version")
        seen.add(step.id)
        step = store.version(step.supersedes) if step.supersedes is not None else step
    if corrected.superseded_by is not None:
        later = store.version(corrected.superseded_by)
        raise StoreError(
            f"{corrected.reference} is corrected by {later.reference} already",
            f"correct that one: {later.label}",
        )


def round_for(adopted: Version, version: Version) -> Version:
    """Returns `adopted` if `version` may be one of its rounds. Raises UsageError where it may not."""
    if adopted.lineage != version.lineage:
        raise UsageError(f"{adopted.reference} is of another lineage", "rounds are of one lineage")
    if adopted.id == version.id or adopted.stage in DRAFTS:
        raise UsageError(
            f"{version.reference} cannot be a round of {adopted.reference}", "name the text that was adopted"
        )
    if version.stage is not None and version.stage not in DRAFTS:
        raise UsageError(f"{version.reference} is no draft", "rounds are drafts of an adopted text")
    return adopted
