"""What a shell may complete: lineages, their versions, files.

A store that cannot be read completes nothing.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from pathlib import Path


@contextmanager
def words_of_bash() -> Iterator[None]:
    """Joins the words that bash has split, and prints only the part of each match that bash expects.

    bash parts words at "@" and ":", and what it is given takes the place of what stands behind the last ":"
    or from the last "@" on.
    """
    typed = os.environ.get("COMP_WORDS", "")
    between = "\n" if "\n" in typed else " "
    words = typed.split(between)[: int(os.environ.get("COMP_CWORD", "0")) + 1]
    joined = re.sub(r"[ \n]?([@:]+)[ \n]?", r"\1", between.join(words))
    word = joined.rpartition(between)[2]
    cut = max(word.rfind("@"), word.rfind(":") + 1, 0)
    os.environ["COMP_WORDS"], os.environ["COMP_CWORD"] = joined, str(joined.count(between))
    output = io.StringIO()
    try:
        with redirect_stdout(output):
            yield
    finally:
        sys.stdout.write("".join(f"{line[cut:]}\n" for line in output.getvalue().splitlines()))


def complete_lineage(incomplete: str) -> list[str]:
    """The lineages that begin so."""
    return [slug for slug in _lineages() if slug.startswith(incomplete)]


def complete_version(incomplete: str) -> list[str]:
    """The lineages that begin so, then their versions."""
    lineage, sign, begun = incomplete.partition("@")
    if sign:
        return [f"{lineage}@{label}" for label in _labels(lineage) if label.startswith(begun)]
    slugs = complete_lineage(incomplete)
    if len(slugs) == 1:  # a shell would put a blank behind the lineage alone
        return [f"{slugs[0]}@{label}" for label in _labels(slugs[0])]
    return [f"{slug}@" for slug in slugs]


def complete_text(incomplete: str) -> list[str]:
    """The files and folders that begin so, and the versions."""
    begun = Path(incomplete)
    folder = begun if incomplete.endswith("/") else begun.parent
    values: list[str] = []
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            name = f"{path}/" if path.is_dir() else str(path)
            if name.startswith(incomplete.removeprefix("./")) and (
                not path.name.startswith(".") or begun.name.startswith(".")
            ):
                values.append(f"./{name}" if incomplete.startswith("./") else name)
    return [*values, *complete_version(incomplete)]


def _lineages() -> list[str]:
    with suppress(Exception):  # a shell that completes must see no error
        from resdiff.workspace.references import open_repository

        with open_repository() as store:
            return [lineage.slug for lineage in store.lineages()]
    return []


def _labels(lineage: str) -> list[str]:
    """The labels of a lineage, and the words that stand for its first and last version."""
    with suppress(Exception):  # as above
        from resdiff.workspace.references import open_repository

        with open_repository() as store:
            versions = store.versions(lineage)
        return [*(version.label for version in versions), *(("first", "latest") if versions else ())]
    return []
