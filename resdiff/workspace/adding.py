"""Adds files to a lineage, with the facts that options give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from resdiff.core.errors import UsageError
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress, no_progress
from resdiff.store.records import NewVersion, Version
from resdiff.store.repository import Store
from resdiff.version import __version__
from resdiff.workspace.dating import by_date, contradictions, is_date
from resdiff.workspace.references import resolve
from resdiff.workspace.relations import check_correction
from resdiff.workspace.renderings import check_language
from resdiff.workspace.rounds import stage_named
from resdiff.workspace.stored import index_store
from resdiff.workspace.texts import parse_bytes, read_bytes

_SLUG = re.compile(r"\w[\w.-]*")
_RESERVED = re.compile(r"latest|first|none|-\d+")
_LONGEST = 200
NONE = "none"
"""What takes a base away, and puts a version last."""


class GivenFacts(Struct, frozen=True, kw_only=True):
    """What flags say of a text that is added; what is None is taken from its masthead."""

    label: str | None = None
    stage: str | None = None
    date: str | None = None
    symbol: str | None = None
    base_of: str | None = None
    """A reference to the version it was drafted on."""
    author: str | None = None
    supersedes: str | None = None
    """The label of the version of the same lineage that it corrects."""
    reason: str | None = None
    """Why it corrects that version."""
    before: str | None = None
    """The label of the version of the same lineage that it stands before.

    NONE for the end, whatever the dates.
    """


class Added(Struct, frozen=True, kw_only=True):
    """What became of texts that were added."""

    versions: tuple[Version, ...]
    """Those that were not yet there."""
    failures: tuple[str, ...]
    """Each comparison that could not be made, with why."""
    warnings: tuple[str, ...] = ()
    """Where dates put a text elsewhere than at the end, or contradict the place that it was given."""


def now() -> str:
    """The time in UTC, as it is kept."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def check_slug(lineage: str) -> None:
    """Raises UsageError for a name that cannot name a lineage."""
    if len(lineage) > _LONGEST:
        raise UsageError(
            f"'{lineage[:40]}...' cannot name a lineage", f"it is longer than {_LONGEST} characters"
        )
    if _SLUG.fullmatch(lineage) is None or ".." in lineage or lineage.lower() == "index.json":
        raise UsageError(
            f"'{lineage}' cannot name a lineage",
            "use letters, digits, '-', '_' and '.', a letter or digit first",
        )


def checked(
    label: str | None = None, stage: str | None = None, date: str | None = None
) -> tuple[str | None, str | None, str | None]:
    """Label, stage and date as they are kept. Raises UsageError for one that cannot be kept."""
    if label is not None and (
        not label.strip() or len(label) > _LONGEST or not label.isprintable() or ".." in label
    ):
        raise UsageError(
            f"'{label[:40]}' cannot be a label", f"use up to {_LONGEST} visible characters, without '..'"
        )
    if label is not None and _RESERVED.fullmatch(label):
        raise UsageError(
            f"'{label}' cannot be a label", "latest, first, none and counts such as -2 are reserved"
        )
    if date is not None and not is_date(date):
        raise UsageError(f"invalid date '{date}'", "write it as 2031-03-07, 2031-03 or 2031")
    return label, stage_named(stage, may_be_every=False), date


def check_line(name: str, value: str | None) -> None:
    """Raises UsageError for a symbol or title that is no single line of visible characters."""
    if value is not None and not value.isprintable():
        raise UsageError(
            f"the {name} holds line breaks or control characters", "give one line of visible characters"
        )


def add_files(
    lineage: str,
    files: Sequence[str],
    facts: GivenFacts,
    store: Store,
    compared: bool = True,
    progress: Progress = no_progress,
) -> Added:
    """Adds texts to a lineage, all or none; gives those that were not yet there.

    They stand in the order of their dates unless `facts.before` or `facts.supersedes` says otherwise; texts
    without a date, and those of one day, in the order given. They are compared with their neighbours in the
    same run, unless `compared` is false. `progress` may end the work by raising: before the texts are kept,
    nothing is stored; after that, only the comparing ends. Raises UsageError for a name that is no slug or
    options that contradict each other, InputError for what cannot be read.
    """
    check_slug(lineage)
    _check(facts, len(files))
    new = _read_new(lineage, files, facts, store, progress)
    warnings: tuple[str, ...] = ()
    if facts.before is None and facts.supersedes is None:
        new, warnings = by_date(new, store.versions(lineage))
    versions = store.add(new)
    if facts.before is not None:
        warnings = contradictions(versions, store.versions(lineage))
    at_hand = {text.resolution.sha256: text.resolution for text in new}
    failures = index_store(store, [lineage], progress=progress, at_hand=at_hand).failures if compared else ()
    return Added(versions=versions, failures=failures, warnings=warnings)


def _check(facts: GivenFacts, count: int) -> None:
    """Raises UsageError for flags that do not go together, or not with so many files."""
    if count > 1 and (facts.label or facts.symbol or facts.date or facts.supersedes):
        raise UsageError("--label, --symbol, --date and --supersedes describe one file", f"{count} are given")
    if facts.reason and not facts.supersedes:
        raise UsageError("--reason says why a version is superseded", "name it with --supersedes")
    if facts.supersedes and facts.before:
        raise UsageError(
            "--supersedes and --before cannot be combined",
            "a correction stands where the version it corrects does",
        )
    check_line("symbol", facts.symbol)
    if facts.before == "":
        raise UsageError("--before is empty", f"give a label, or {NONE} to put the text last")


def _read_new(
    lineage: str, files: Sequence[str], given: GivenFacts, store: Store, progress: Progress
) -> list[NewVersion]:
    """The texts of the files with what flags say of them, in the order given."""
    label, stage, date = checked(given.label, given.stage, given.date)
    base = resolve(given.base_of, store).id if given.base_of else None
    before_label = given.before if given.before != NONE else None
    before = resolve(f"{lineage}@{before_label}", store).id if before_label else None
    supersedes = None
    if given.supersedes:
        corrected = resolve(f"{lineage}@{given.supersedes}", store)
        check_correction(corrected, None, store)
        supersedes = corrected.id
    taken = store.labels(lineage)
    languages = {version.language for version in store.versions(lineage)}
    new = []
    for done, name in enumerate(files):
        progress(done / len(files), name)
        data, resolution = read_file(name)
        check_language(lineage, resolution, name, languages)
        languages.add(resolution.language)
        facts = {"stage": stage, "date": date, "symbol": given.symbol}
        new.append(
            NewVersion(
                lineage=lineage,
                data=data,
                resolution=resolution,
                label=label or label_for(resolution, name, taken),
                facts=facts,
                added=now(),
                author=given.author,
                resdiff=__version__,
                base_of=base,
                supersedes=supersedes,
                reason=given.reason,
                before=before,
            )
        )
        taken.add(new[-1].label)
    return new


def read_file(name: str) -> tuple[bytes, Resolution]:
    """The bytes of a file and the text in them, parsed. Raises InputError for what cannot be read."""
    data = read_bytes(name)
    return data, parse_bytes(data, f"'{name}'", name)


def label_for(resolution: Resolution, name: str, taken: set[str], symbol: str | None = None) -> str:
    """A label for a version: its number or symbol, else the name of the file; counted where it is taken."""
    head = resolution.masthead
    number = head.number if head.number and head.number[-1:] not in "._…" else None
    candidate = (number or symbol or head.symbol or Path(name).stem).replace("..", "…")[:_LONGEST]
    candidate = "".join(sign if sign.isprintable() else "_" for sign in candidate)
    label, more = candidate, 2
    while label in taken or _RESERVED.fullmatch(label):
        label, more = f"{candidate}~{more}", more + 1
    return label
