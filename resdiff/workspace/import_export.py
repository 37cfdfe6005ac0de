"""Folders of texts with an index.json: the store written out, and read back to the same content.

The index is a list of lineages, or {"schema": "resdiff/export/1", "lineages": [...], "judgements": [...]};
fields that resdiff does not know are kept beside the version or lineage and written out again.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from math import isfinite
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from resdiff.core.errors import InputError, ResdiffError, StoreError, UsageError
from resdiff.core.progress import Progress
from resdiff.store.codec import values_of, vote_of
from resdiff.store.editing import set_base, set_supersedes
from resdiff.store.judgements import Judgement, all_judgements, judge
from resdiff.store.records import Lineage, Stamp, Version
from resdiff.store.repository import Store
from resdiff.workspace.adding import check_slug, checked
from resdiff.workspace.files import in_utf8, is_inside
from resdiff.workspace.importing import (
    ImportEntry,
    Planned,
    StoredCounts,
    TextsByHash,
    folder_plan,
    store_plan,
)
from resdiff.workspace.references import paragraph_of, resolve, versions_of
from resdiff.workspace.relations import base_for, check_correction
from resdiff.workspace.stored import index_store

_SCHEMA = "resdiff/export/1"
_VERSION_TEXTS = (
    "label",
    "stage",
    "date",
    "symbol",
    "number",
    "title",
    "language",
    "organ",
    "session",
    "base_of",
    "supersedes",
    "reason",
    "source",
    "sha256",
    "added",
    "by",
    "resdiff",
)
_OF_ENTRY = ("label", "base_of", "supersedes", "reason", "sha256", "by")
"""What is no fact of the text itself."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    stored: int
    already: int
    """Texts whose bytes were there already."""
    left_out: tuple[str, ...]
    """Each text or relation that could not be kept, with why."""
    compared: int
    failures: tuple[str, ...] = ()
    """Each comparison that could not be made, with why."""


def import_folder(
    folder: str, author: str | None, store: Store, progress: Progress, jobs: int = 1, compared: bool = True
) -> Imported:
    """Adds every text of a folder: its sub-folders become lineages, or what its index.json says.

    Then compares neighbours.

    A text that cannot be read is left out and told; the rest is kept, one lineage at a time. Raises
    InputError for what is no folder, holds no text or has an index that is not of its form.
    """
    path = Path(folder)
    if not folder or not path.is_dir():
        raise InputError(
            f"there is no folder '{folder}'", "give one whose sub-folders each hold the texts of one lineage"
        )
    index_rows = _read_index(path / "index.json")
    plan, outside = _plan(path, index_rows["lineages"]) if index_rows is not None else folder_plan(path)
    made = 0
    failures: list[str] = []

    def compare_at_hand(texts: TextsByHash) -> None:
        nonlocal made
        done = index_store(
            store,
            texts,
            at_hand={
                sha256: text
                for texts_of_lineage in texts.values()
                for sha256, text in texts_of_lineage.items()
            },
        )
        made += done.compared

    is_plain = not any(entry.supersedes for lineage in plan for entry in lineage.entries)
    done = store_plan(
        plan, author, store, jobs, progress, compare_at_hand if compared and jobs == 1 and is_plain else None
    )
    left_out = [*outside, *done.left_out, *_relate(plan, done, store)]
    if index_rows is not None:
        left_out += _decide(index_rows.get("judgements", []), store)
    if compared:
        remaining = index_store(store, [lineage.slug for lineage in plan], jobs, progress)
        made, failures = made + remaining.compared, [*remaining.failures]
    return Imported(done.stored, done.already, tuple(left_out), made, tuple(failures))


def _read_index(path: Path) -> dict[str, Any] | None:
    """What an index tells; None where there is none. Raises InputError where it is not of its form."""
    if not path.is_file():
        return None
    try:
        values = _as_text(
            json.loads(path.read_text("utf-8"), parse_constant=_refuse_number, parse_float=_finite)
        )
    except (OSError, ValueError, RecursionError) as error:
        what = (
            f"it cannot be read: {(error.strerror or '').lower()}"
            if isinstance(error, OSError)
            else "it is not JSON in UTF-8"
        )
        raise InputError(f"'{path}' is not an index of lineages", what) from None
    values = {"lineages": values} if isinstance(values, list) else values
    if (
        not isinstance(values, dict)
        or not isinstance(values.get("lineages"), list)
        or not isinstance(values.get("judgements", []), list)
    ):
        raise InputError(
            f"'{path}' is not an index of lineages",
            "it must be a list of lineages, or hold one under 'lineages'",
        )
    return values


def _refuse_number(text: str) -> float:
    raise ValueError(f"{text} is not a number of JSON")


def _finite(text: str) -> float:
    """A number with a point or an exponent.

    Raises ValueError for one that is too large to be written again.
    """
    number = float(text)
    return number if isfinite(number) else _refuse_number(text)


def _as_text(content: Any) -> Any:
    """What JSON holds, with the lone surrogates that its escapes can spell as escapes again: no other text
    could hold them.
    """
    if isinstance(content, str):
        return in_utf8(content)
    if isinstance(content, list):
        return [_as_text(value) for value in content]
    if isinstance(content, dict):
        return {
            in_utf8(name): value if name == "file" else _as_text(value) for name, value in content.items()
        }
    return content


def _plan(folder: Path, rows: Sequence[Any]) -> tuple[tuple[Planned, ...], tuple[str, ...]]:
    """The lineages of an index; and its files that lead out of the folder, which are left out, with why."""
    if not rows:
        raise InputError(f"'{folder / 'index.json'}' is not an index of lineages", "it names none")
    try:
        plan = tuple(_planned(folder, row) for row in rows)
        refused = {
            entry.path: why
            for lineage in plan
            for entry in lineage.entries
            if (why := _why_refused(entry.path, folder))
        }
        accepted = (
            replace(planned, entries=tuple(e for e in planned.entries if e.path not in refused))
            for planned in plan
        )
        return tuple(planned for planned in accepted if planned.entries), tuple(
            f"'{path}': {why}" for path, why in refused.items()
        )
    except (KeyError, TypeError, AttributeError) as error:
        message = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
        raise InputError(f"'{folder / 'index.json'}' is not an index of lineages", message) from None
    except UsageError as error:
        raise InputError(f"'{folder / 'index.json'}' is not an index of lineages", str(error)) from None


def _why_refused(path: Path, folder: Path) -> str:
    """Why a file that an index names is not read; '' where it is read, or not there."""
    try:
        if path.exists() and not path.is_file():
            return "it is not a file"
    except (OSError, ValueError) as error:  # no system could name it
        return str(getattr(error, "strerror", None) or error).lower()
    return "" if is_inside(path, folder) else "it leads out of the folder"


def _planned(folder: Path, row: Mapping[str, Any]) -> Planned:
    if not isinstance(row, dict) or not isinstance(row.get("versions", []), list):
        raise TypeError("a lineage is an object with a list of versions")
    slug = row["lineage"]
    title = row.get("title")
    if not isinstance(slug, str) or not isinstance(title, str | None):
        raise TypeError("a lineage and its title are texts")
    check_slug(slug)
    extra = {name: value for name, value in row.items() if name not in ("lineage", "title", "versions")}
    return Planned(slug, tuple(_entry(folder, version) for version in row["versions"]), title, extra)


def _entry(folder: Path, row: Mapping[str, Any]) -> ImportEntry:
    if not isinstance(row, dict):
        raise TypeError("a version is an object with the name of its file")
    for name in ("file", *_VERSION_TEXTS):
        if not isinstance(row.get(name), str | None):
            raise TypeError(f"'{name}' of a version is a text, not {row[name]!r}")
    name, vote = row["file"], row.get("vote")
    if Path(name).is_absolute() or ".." in Path(name).parts:
        raise UsageError(f"'{name}' lies outside the folder", "an index names files of its own folder")
    try:
        vote = values_of(vote_of(vote)) if vote is not None else None
    except TypeError as error:
        raise TypeError(f"'vote' of {name}: {error}") from None
    label, stage, date = checked(row.get("label"), row.get("stage"), row.get("date"))
    facts = {key: row.get(key) for key in _VERSION_TEXTS if key not in _OF_ENTRY}
    facts |= {"stage": stage, "date": date, "vote": vote, "author": row.get("by")}
    extra = {key: value for key, value in row.items() if key not in (*_VERSION_TEXTS, "file", "vote")}
    return ImportEntry(
        folder / name,
        facts,
        label,
        row.get("sha256"),
        row.get("base_of"),
        row.get("supersedes"),
        row.get("reason"),
        extra,
    )


def _relate(plan: Iterable[Planned], done: StoredCounts, store: Store) -> list[str]:
    """Ties the versions to those they correct or were drafted on, now that all are there.

    Gives what could not be tied, and why.
    """
    left_out = []
    with store.writing():
        for lineage in plan:
            for entry in lineage.entries:
                reference = done.references.get(entry.path)
                if reference is None or not (entry.base_of or entry.supersedes):
                    continue
                version = resolve(reference, store)
                try:
                    if entry.base_of and version.base_of is None:
                        set_base(store, version, base_for(resolve(entry.base_of, store), version, store))
                    if entry.supersedes and version.supersedes is None:
                        corrected = resolve(f"{lineage.slug}@{entry.supersedes}", store)
                        check_correction(corrected, version, store)
                        set_supersedes(store, version, corrected, entry.reason)
                except ResdiffError as error:
                    left_out.append(f"what {reference} stands on: {error}")
    return left_out


def _decide(rows: Sequence[Any], store: Store) -> list[str]:
    """Keeps what people decided about paragraphs; gives what could not be kept, and why."""
    left_out = []
    for row in rows:
        try:
            base, revised = paragraph_of(row["base"], store), paragraph_of(row["revised"], store)
            decision, author = row["decision"], row.get("by")
            if not isinstance(author, str | None):
                raise ValueError(f"'by' is a text, not {author!r}")
            if decision not in ("link", "unlink"):
                raise ValueError(f"'{decision}' is not a decision")
            judge(store, base, revised, decision, Stamp(str(row["at"]), author))
        except ResdiffError as error:
            left_out.append(f"a decision by hand: {error}")
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            what = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
            left_out.append(f"a decision by hand that is not of its form: {what}")
    return left_out


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
    part: Path | None = None
    try:
        if target.exists() and not target.is_dir():
            raise UsageError(f"'{folder}' is a file", "give a folder that is new or empty")
        if target.exists() and any(target.iterdir()):
            raise UsageError(f"'{folder}' is not empty", "give a folder that is new or empty")
        target.parent.mkdir(parents=True, exist_ok=True)
        part = Path(mkdtemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent))
        part.chmod(0o755)
        rows = [
            _lineage_row(lineage_row, versions[lineage_row.slug], part, store) for lineage_row in lineages
        ]
        content = {"schema": _SCHEMA, "lineages": rows, "judgements": _judgement_rows(versions, store)}
        part.joinpath("index.json").write_text(
            json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n"
        )
        with suppress(FileNotFoundError):
            target.rmdir()
        part.replace(target)
    except OSError as error:
        if target.is_dir() and any(target.iterdir()):
            raise UsageError(
                f"'{folder}' is not empty", "another export was written there at the same time"
            ) from None
        raise InputError(f"'{folder}' cannot be written", (error.strerror or str(error)).lower()) from None
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)
    return sum(map(len, versions.values()))


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
    return {"lineage": lineage.slug, "title": lineage.title, **lineage.extra, "versions": rows}


def _version_row(version: Version, store: Store) -> dict[str, Any]:
    row: dict[str, Any] = {
        name: getattr(version, name)
        for name in ("label", "stage", "date", "symbol", "number", "title", "language", "organ", "session")
    }
    row["vote"] = values_of(version.vote) if version.vote is not None else None
    base, corrected = (
        store.version(v) if v is not None else None for v in (version.base_of, version.supersedes)
    )
    row["base_of"] = base.reference if base is not None and base.dropped is None else None
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
