"""The store written out: a folder of the original files with an index.json that import takes back."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import Any

from resdiff.core.errors import InputError, StoreError, UsageError
from resdiff.store.codec import values_of
from resdiff.store.judgements import Judgement, all_judgements
from resdiff.store.records import Lineage, Version
from resdiff.store.repository import Store
from resdiff.workspace.adding import check_slug
from resdiff.workspace.references import versions_of

_SCHEMA = "resdiff/export/1"


def export_texts(lineage: str | None, folder: str, store: Store) -> int:
    """Writes the texts of a lineage, or of all, to a folder with an index.json.

    Gives how many texts it wrote.

    Raises UsageError where the folder holds something, InputError where it cannot be written; then nothing is
    left behind.
    """
    target = Path(folder)
    if not folder or target.resolve() == Path.cwd():
        raise UsageError(f"'{folder}' is the folder you are in", "give one that is new or empty")
    if not target.name:
        raise UsageError(f"'{folder}' is not empty", "give a folder that is new or empty")
    lineages = [lineage_row for lineage_row in store.lineages() if lineage in (None, lineage_row.slug)]
    for lineage_row in lineages:
        _check_folder(lineage_row.slug)
    versions = {
        slug: versions_of(slug, store)
        for slug in ([lineage] if lineage is not None else [lineage_row.slug for lineage_row in lineages])
    }
    try:
        if target.exists() and not target.is_dir():
            raise UsageError(f"'{folder}' is a file", "give a folder that is new or empty")
        if target.exists() and any(target.iterdir()):
            raise UsageError(f"'{folder}' is not empty", "give a folder that is new or empty")
        target.parent.mkdir(parents=True, exist_ok=True)
        with _part_of(target) as part:
            _write(part, lineages, versions, store)
            with suppress(FileNotFoundError):
                target.rmdir()
            part.replace(target)
    except OSError as error:
        if target.is_dir() and any(target.iterdir()):
            raise UsageError(
                f"'{folder}' is not empty", "another export was written there at the same time"
            ) from None
        raise InputError(f"'{folder}' cannot be written", (error.strerror or str(error)).lower()) from None
    return sum(map(len, versions.values()))


@contextmanager
def _part_of(target: Path) -> Iterator[Path]:
    """A new folder beside the target, which is removed where it does not take the place of the target."""
    part = target.with_name(f".{target.name[:100]}.{token_hex(4)}.part")
    try:
        part.mkdir(mode=0o755)  # within: a signal may come as soon as it is there
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write(
    folder: Path, lineages: Sequence[Lineage], versions: Mapping[str, Sequence[Version]], store: Store
) -> None:
    rows = [_lineage_row(lineage, versions[lineage.slug], folder, store) for lineage in lineages]
    content = {"schema": _SCHEMA, "lineages": rows, "judgements": _judgement_rows(versions, store)}
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    folder.joinpath("index.json").write_text(text, "utf-8", newline="\n")


def _check_folder(slug: str) -> None:
    """Raises StoreError for the name of a lineage that was made by others and could lead out of the folder
    that is written.
    """
    try:
        check_slug(slug)
    except UsageError as error:
        raise StoreError(
            f"the lineage '{slug}' cannot be written to a folder of that name", error.hint
        ) from None


def _lineage_row(lineage: Lineage, versions: Sequence[Version], folder: Path, store: Store) -> dict[str, Any]:
    folder.joinpath(lineage.slug).mkdir()
    rows = []
    for number, version in enumerate(versions, start=1):
        name = re.sub(r"[^\w.-]+", "_", Path(version.source).name).strip(".")[-80:] or "text.txt"
        file = f"{lineage.slug}/{number:03d}_{name}"
        folder.joinpath(file).write_bytes(store.data(version))
        rows.append({"file": file, **_version_row(version, store)})
    title = lineage.title if lineage.has_own_title else None
    return {"lineage": lineage.slug, "title": title, **lineage.extra, "versions": rows}


def _version_row(version: Version, store: Store) -> dict[str, Any]:
    row: dict[str, Any] = {
        name: getattr(version, name)
        for name in ("label", "stage", "date", "symbol", "number", "title", "language", "organ", "session")
    }
    row["vote"] = values_of(version.vote) if version.vote is not None else None
    base, adopted, corrected = (
        store.version(v) if v is not None else None
        for v in (version.base_of, version.round_of, version.supersedes)
    )
    row["base_of"] = base.reference if base is not None and base.dropped is None else None
    row["round_of"] = adopted.reference if adopted is not None and adopted.dropped is None else None
    row["supersedes"] = corrected.label if corrected is not None and corrected.dropped is None else None
    row |= {
        "reason": version.reason,
        "source": version.source,
        "sha256": version.sha256,
        "added": version.added,
    }
    return {**version.extra, **row, "by": version.author, "resdiff": version.resdiff}


def _judgement_rows(versions: Mapping[str, Sequence[Version]], store: Store) -> list[dict[str, Any]]:
    """What was decided about the paragraphs of the versions that are written out."""
    names = {
        version.id: version.reference
        for versions_of_lineage in versions.values()
        for version in versions_of_lineage
    }

    def row(judgement: Judgement) -> dict[str, Any]:
        return {
            "decision": judgement.decision,
            "base": f"{names[judgement.base]}:{judgement.base_paragraph}",
            "revised": f"{names[judgement.revised]}:{judgement.revised_paragraph}",
            "at": judgement.timestamp,
            "by": judgement.author,
        }

    return [
        row(judgement)
        for judgement in all_judgements(store)
        if judgement.base in names and judgement.revised in names
    ]
