"""What a shell may complete: lineages, their versions, files. A store that cannot be read completes nothing."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def complete_lineage(args: list[str], incomplete: str) -> list[str]:
    """The lineages that begin so."""
    return [slug for slug in _lineages() if slug.startswith(incomplete)]


def complete_version(args: list[str], incomplete: str) -> list[str]:
    """The lineages that begin so, then their versions.

    Some shells take '@' for the end of a word: then the lineage is the word before it, and only what follows is completed.
    """
    if args[-1:] == ["@"]:
        return [label for label in _labels(args[-2] if len(args) > 1 else "") if label.startswith(incomplete)]
    if incomplete.startswith("@") and args:
        return [f"@{label}" for label in _labels(args[-1]) if label.startswith(incomplete[1:])]
    lineage, sign, begun = incomplete.partition("@")
    if sign:
        return [f"{lineage}@{label}" for label in _labels(lineage) if label.startswith(begun)]
    return [f"{slug}@" for slug in complete_lineage(args, incomplete)]


def complete_text(args: list[str], incomplete: str) -> list[str]:
    """The files and folders that begin so, and the versions."""
    begun = Path(incomplete)
    folder = begun if incomplete.endswith("/") else begun.parent
    found: list[str] = []
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            name = f"{path}/" if path.is_dir() else str(path)
            if name.startswith(incomplete.removeprefix("./")) and (not path.name.startswith(".") or begun.name.startswith(".")):
                found.append(f"./{name}" if incomplete.startswith("./") else name)
    return [*found, *complete_version(args, incomplete)]


def _lineages() -> list[str]:
    with suppress(Exception):  # a shell that completes must see no error
        from resdiff.workspace.references import open_store

        with open_store() as store:
            return [known.slug for known in store.lineages()]
    return []


def _labels(lineage: str) -> list[str]:
    """The labels of a lineage, and the words that stand for its first and last version."""
    with suppress(Exception):  # as above
        from resdiff.workspace.references import open_store

        with open_store() as store:
            versions = store.versions(lineage)
        return [*(version.label for version in versions), *(("first", "latest") if versions else ())]
    return []
