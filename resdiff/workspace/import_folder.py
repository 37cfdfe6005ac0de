"""A folder of texts read into the store: its sub-folders become lineages, or what its index.json says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from resdiff.core.errors import InputError, ResdiffError
from resdiff.core.progress import Progress
from resdiff.store.editing import set_base, set_round, set_supersedes
from resdiff.store.judgements import judge
from resdiff.store.records import Stamp
from resdiff.store.repository import Store
from resdiff.workspace.import_index import plan_of_index, read_index
from resdiff.workspace.importing import (
    Planned,
    StoredCounts,
    TextsByHash,
    folder_plan,
    store_plan,
)
from resdiff.workspace.references import paragraph_of, resolve
from resdiff.workspace.relations import base_for, check_correction, round_for
from resdiff.workspace.stored import index_store


class Imported(Struct, frozen=True, kw_only=True):
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
    index_rows = read_index(path / "index.json")
    plan, outside = (
        plan_of_index(path, index_rows["lineages"]) if index_rows is not None else folder_plan(path)
    )
    made: list[int] = []
    """How many comparisons were made of each lineage while its texts were at hand."""

    def compare_at_hand(texts: TextsByHash) -> None:
        at_hand = {sha256: text for by_hash in texts.values() for sha256, text in by_hash.items()}
        made.append(index_store(store, texts, at_hand=at_hand).compared)

    is_plain = not any(entry.supersedes for lineage in plan for entry in lineage.entries)
    may_compare = compared and jobs == 1 and is_plain
    done = store_plan(plan, author, store, jobs, progress, compare_at_hand if may_compare else None)
    left_out = [*outside, *done.left_out, *_relate(plan, done, store)]
    if index_rows is not None:
        left_out += _decide(index_rows.get("judgements", []), store)
    remaining = index_store(store, [p.slug for p in plan], jobs, progress) if compared else None
    return Imported(
        stored=done.stored,
        already=done.already,
        left_out=tuple(left_out),
        compared=sum(made) + (remaining.compared if remaining is not None else 0),
        failures=remaining.failures if remaining is not None else (),
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
                if reference is None or not (entry.base_of or entry.round_of or entry.supersedes):
                    continue
                version = resolve(reference, store)
                try:
                    if entry.base_of and version.base_of is None:
                        set_base(store, version, base_for(resolve(entry.base_of, store), version, store))
                    if entry.round_of and version.round_of is None:
                        set_round(store, version, round_for(resolve(entry.round_of, store), version))
                    if entry.supersedes and version.supersedes is None:
                        corrected = resolve(f"{lineage.slug}@{entry.supersedes}", store)
                        check_correction(corrected, version, store)
                        set_supersedes(store, version, corrected, entry.reason)
                except ResdiffError as error:
                    left_out.append(f"the base or correction of {reference}: {error}")
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
