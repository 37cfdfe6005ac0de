"""The index.json of a folder of texts, read as a plan of what is to be added.

The index is a list of lineages, or {"schema": "resdiff/export/1", "lineages": [...], "judgements": [...]};
fields that resdiff does not know are kept beside the version or lineage and written out again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from math import isfinite
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from resdiff.core.errors import InputError, UsageError
from resdiff.store.codec import values_of, vote_of
from resdiff.workspace.adding import check_slug, checked
from resdiff.workspace.files import in_utf8, is_inside
from resdiff.workspace.importing import (
    ImportEntry,
    Planned,
)

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
    "round_of",
    "supersedes",
    "reason",
    "source",
    "sha256",
    "added",
    "by",
    "resdiff",
)
_OF_ENTRY = ("label", "base_of", "round_of", "supersedes", "reason", "sha256", "by")
"""What is no fact of the text itself."""


def read_index(path: Path) -> dict[str, Any] | None:
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


def plan_of_index(folder: Path, rows: Sequence[Any]) -> tuple[tuple[Planned, ...], tuple[str, ...]]:
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
    return Planned(
        slug=slug,
        entries=tuple(_entry(folder, version) for version in row["versions"]),
        title=title,
        extra=extra,
    )


def _entry(folder: Path, row: Mapping[str, Any]) -> ImportEntry:
    if not isinstance(row, dict):
        raise TypeError("a version is an object with the name of its file")
    for name in ("file", *_VERSION_TEXTS):
        if not isinstance(row.get(name), str if name == "file" else str | None):
            raise TypeError(f"'{name}' of a version is a text, not {row.get(name)!r}")
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
        path=folder / name,
        facts=facts,
        label=label,
        sha256=row.get("sha256"),
        base_of=row.get("base_of"),
        round_of=row.get("round_of"),
        supersedes=row.get("supersedes"),
        reason=row.get("reason"),
        extra=extra,
    )
