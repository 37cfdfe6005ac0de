"""What people decided about the paragraphs of two versions: kept with time and author, honoured by every
comparison of these two.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from resdiff.core.compare import Judgements, is_many_to_many
from resdiff.core.errors import StoreError, UsageError
from resdiff.core.model import Resolution
from resdiff.store.journal import note
from resdiff.store.records import Stamp, Version
from resdiff.store.repository import Store
from resdiff.store.seals import seal

Decision = Literal["link", "unlink", "forget"]
_SELECT = (
    "SELECT judgement.id, base, base_paragraph, x.text AS base_text, revised, revised_paragraph, y.text AS"
    " revised_text, decision, timestamp, author FROM judgement JOIN reading AS x ON x.id = base_reading JOIN"
    " reading AS y ON y.id = revised_reading"
)


class Judgement(Struct, frozen=True, kw_only=True):
    """One decision about two paragraphs."""

    id: int
    base: int
    """The id of the version."""
    base_paragraph: str
    base_text: str
    revised: int
    revised_paragraph: str
    revised_text: str
    decision: Decision
    timestamp: str
    """When, in UTC."""
    author: str | None


def all_judgements(store: Store) -> tuple[Judgement, ...]:
    """All that was decided, in its order."""
    return tuple(Judgement(**row) for row in store.query(f"{_SELECT} ORDER BY judgement.id"))


def judgements_between(
    store: Store, base: tuple[Version, Resolution], revised: tuple[Version, Resolution]
) -> tuple[Judgements | None, tuple[str, ...]]:
    """The judgements about two versions, by places, whichever of the two was named first.

    And a warning for each that fits no paragraph any more.
    """
    (one, left), (two, right) = base, revised
    rows = store.rows(
        "SELECT base = ?, base_paragraph, x.text, revised_paragraph, y.text, decision FROM judgement "
        "JOIN reading AS x ON x.id = base_reading JOIN reading AS y ON y.id = revised_reading "
        "WHERE (base = ? AND revised = ?) OR (base = ? AND revised = ?) ORDER BY judgement.id",
        [one.id, one.id, two.id, two.id, one.id],
    )
    decided: dict[str, list[tuple[int, int]]] = {"link": [], "unlink": []}
    warnings = []
    for is_straight, id_one, text_one, id_two, text_two, decision in rows:
        (i_id, i_text), (j_id, j_text) = ((id_one, text_one), (id_two, text_two))[:: 1 if is_straight else -1]
        i, j = _place_of(left, i_id, i_text), _place_of(right, j_id, j_text)
        if i is None or j is None:
            warnings.append(
                f"the {decision} by hand of {one.reference}:{i_id} and {two.reference}:{j_id} fits no"
                " paragraph any more"
            )
        else:
            decided[decision].append((i, j))
    if not any(decided.values()):
        return None, tuple(warnings)
    return Judgements(linked=tuple(decided["link"]), parted=tuple(decided["unlink"])), tuple(warnings)


def _place_of(text: Resolution, identity: str, reading: str) -> int | None:
    """The place of a paragraph that was judged: by its id and reading, else by its reading alone."""
    alike = [k for k, p in enumerate(text.paragraphs) if p.text == reading]
    return next(
        (k for k in alike if text.paragraphs[k].id == identity), alike[0] if len(alike) == 1 else None
    )


def judge(
    store: Store,
    base: tuple[Version, str],
    revised: tuple[Version, str],
    decision: Decision,
    stamp: Stamp,
) -> bool:
    """Keeps a decision about two paragraphs, by version and id, in place of an earlier one.

    Deletes the stored comparisons of the two, so that they are made again.

    'forget' leaves the pair to the aligner again; gives whether there was anything to change. Raises
    UsageError for a paragraph that is not there, for two of one text, and for a link that would join several
    paragraphs with several.
    """
    (one, one_id), (two, two_id) = base, revised
    if one.id == two.id:
        raise UsageError("both paragraphs are of one text", "name two versions")
    for version, identity in (base, revised):
        _reading(store, version, identity)
    both = (one.id, one_id, two.id, two_id, two.id, two_id, one.id, one_id)
    pair = "(base = ? AND base_paragraph = ? AND revised = ? AND revised_paragraph = ?)"
    with store.writing():
        rows = store.rows(f"SELECT decision FROM judgement WHERE {pair} OR {pair}", both)
        if rows == [(decision,)] or (decision == "forget" and not rows):
            return False
        store.run(f"DELETE FROM judgement WHERE {pair} OR {pair}", both)
        if decision == "link":
            _check_shape(store, base, revised)
        if decision != "forget":
            _insert(store, base, revised, decision, stamp)
        store.run(
            "DELETE FROM comparison WHERE (base = ? AND revised = ?) OR (base = ? AND revised = ?)",
            [one.id, two.id, two.id, one.id],
        )
        details = {"base": f"{one.reference}:{one_id}", "revised": f"{two.reference}:{two_id}"}
        note(store, decision, details, stamp)
    return True


def _insert(
    store: Store, base: tuple[Version, str], revised: tuple[Version, str], decision: Decision, stamp: Stamp
) -> None:
    values: dict[str, object] = {
        "base": base[0].id,
        "base_paragraph": base[1],
        "base_reading": _reading(store, *base),
        "revised": revised[0].id,
        "revised_paragraph": revised[1],
        "revised_reading": _reading(store, *revised),
        "decision": decision,
        "timestamp": stamp.timestamp,
        "author": stamp.author,
    }
    store.insert("judgement", {**values, "seal": seal([*values.values()])})


def _reading(store: Store, version: Version, identity: str) -> int:
    """The id of the reading of a paragraph. Raises UsageError where the version has no such paragraph."""
    rows = store.rows("SELECT reading FROM paragraph WHERE version = ? AND id = ?", [version.id, identity])
    if not rows:
        raise UsageError(
            f"{version.reference} has no paragraph '{identity}'",
            f"resdiff show '{version.reference}' lists them",
        )
    return int(rows[0][0])


def _check_shape(store: Store, base: tuple[Version, str], revised: tuple[Version, str]) -> None:
    """Refuses a link by which several paragraphs would correspond with several."""
    links = {(base[1], revised[1])}
    for judgement in all_judgements(store):
        if judgement.decision == "link" and {judgement.base, judgement.revised} == {
            base[0].id,
            revised[0].id,
        }:
            pair = (judgement.base_paragraph, judgement.revised_paragraph)
            links.add(pair if judgement.base == base[0].id else pair[::-1])
    if is_many_to_many(links):
        message = f"{base[1]} and {revised[1]} are linked with other paragraphs that have further links"
        raise StoreError(
            message, "a paragraph may be split or merged, not both: forget a link first (--forget)"
        )
