"""Comparisons of stored versions: kept under the rules and options that made them, and given back without
parsing or aligning.

A run of unchanged paragraphs is one row, named by its first; of edits only kind and length are kept ('=12 -5
+7'), the words stand in the readings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from msgspec.structs import fields

from resdiff.core import rules
from resdiff.core.compare import Change, CompareOptions, Comparison, HedgeChange, Summary
from resdiff.core.compare.carried import mark_carried
from resdiff.core.compare.matter import changed_sides, is_same_vote, outside_changes
from resdiff.core.compare.verbs_elsewhere import mark_verbs_elsewhere, with_elsewhere
from resdiff.core.errors import StoreError
from resdiff.core.model import Resolution
from resdiff.core.verbs import OperativeVerb, Verbs, VerbShift
from resdiff.core.worddiff import Edit, EditKind
from resdiff.store.counts import Counts
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.store.seals import seal
from resdiff.store.verbs import put_verbs, stored_verbs
from resdiff.store.views import COUNTS

_EDITS: dict[EditKind, str] = {"equal": "=", "delete": "-", "insert": "+"}
_FOLDED = "~"
_KINDS: dict[str, EditKind] = {sign: kind for kind, sign in _EDITS.items()} | {_FOLDED: "equal"}
_CHANGE = (
    "kind, base, revised, paragraphs, moved, renumbered, by_hand, similarity, confidence, reasons, edits,"
    " hedges"
)
_SHIFT = "place, nth, change, shift, base_paragraph, base_verb, revised_paragraph, revised_verb"
_COMPARISON = (
    f"SELECT comparison.id, base, revised, rules, options, {', '.join(COUNTS)}, warnings, scale.details AS"
    " scale, seal FROM comparison JOIN scale ON scale.id = comparison.scale"
)
_Row = tuple[Any, ...]
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def change_counts(comparison: Comparison) -> Counts:
    """The counts of a comparison."""
    counts = _counted(comparison)
    return Counts(**{f.name: counts[f.name] for f in fields(Counts)})


def options_key(options: CompareOptions) -> str | None:
    """The key under which comparisons with these options are stored: '' for the default options.

    None where they are not stored: with a user's scale file.
    """
    if options.scale:
        return None
    usual = CompareOptions()
    settings = {
        f"{group}.{f.name}": value
        for group in ("align", "words")
        for f in fields(getattr(usual, group))
        if (value := getattr(getattr(options, group), f.name)) != getattr(getattr(usual, group), f.name)
    }
    return json.dumps(settings, sort_keys=True) if settings else ""


def put_comparison(store: Store, base: Version, revised: Version, comparison: Comparison) -> None:
    """Stores a comparison and replaces an older one; to be called inside `Store.writing()`.

    A comparison with a user's scale file is not stored.
    """
    key = options_key(comparison.options)
    if key is None:
        return
    put_verbs(store, base, comparison.base_verbs)
    put_verbs(store, revised, comparison.revised_verbs)
    store.run(
        "DELETE FROM comparison WHERE base = ? AND revised = ? AND rules = ? AND options = ?",
        [base.id, revised.id, rules.COMPARISONS, key],
    )
    rows = list(_change_rows(comparison.changes))
    shifts = list(_shift_rows(comparison))
    values: dict[str, object] = {
        "base": base.id,
        "revised": revised.id,
        "rules": rules.COMPARISONS,
        "options": key,
        **_counted(comparison),
    }
    values["warnings"] = _json(comparison.warnings)
    scale = _scale(comparison.scale_name, comparison.scale_sources)
    store.run("INSERT OR IGNORE INTO scale (details) VALUES (?)", [scale])
    values["scale"] = scale
    values["seal"] = seal([*values.values()], rows, shifts)
    values["scale"] = store.rows("SELECT id FROM scale WHERE details = ?", [scale])[0][0]
    identity = store.insert("comparison", values)
    marks = ", ".join("?" * 14)
    store.run_many(
        f"INSERT INTO change (comparison, place, {_CHANGE}) VALUES ({marks})",
        [(identity, *row) for row in rows],
    )
    store.run_many(
        f"INSERT INTO shift (comparison, {_SHIFT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(identity, *row) for row in shifts],
    )


@lru_cache(maxsize=8)
def _scale(name: str | None, sources: tuple[str, ...]) -> str:
    return _json((name, sources))


def _counted(comparison: Comparison) -> dict[str, int]:
    shifts = [str(shift.shift) for change in comparison.changes for shift in change.verbs]
    return {
        word: (
            shifts.count(word) if word in ("strengthened", "weakened") else getattr(comparison.summary, word)
        )
        for word in COUNTS
    }


def _change_rows(changes: Sequence[Change]) -> Iterator[_Row]:
    """The changes as rows, place first; plain unchanged paragraphs that follow one another are one row."""
    place = 0
    while place < len(changes):
        change = changes[place]
        end = place + 1
        if _is_plain(change):
            while end < len(changes) and _is_plain(changes[end]) and _follows(changes[end - 1], changes[end]):
                end += 1
        edits = (
            " ".join([f"{_FOLDED if e.is_folded else _EDITS[e.kind]}{len(e.text)}" for e in change.edits])
            or None
        )
        hedges = _json([(h.change, h.phrase) for h in change.hedges]) if change.hedges else None
        yield (
            place,
            change.kind,
            _places(change.base),
            _places(change.revised),
            end - place,
            int(change.moved),
            int(change.renumbered),
            int(change.by_hand),
            change.similarity,
            change.confidence,
            ", ".join(change.reasons) or None,
            edits,
            hedges,
        )
        place = end


def _is_plain(change: Change) -> bool:
    """Whether nothing can be said of a change but which paragraphs stayed."""
    is_still = change.kind == "unchanged" and not (
        change.moved or change.renumbered or change.by_hand or change.reasons
    )
    return (
        is_still
        and change.similarity == change.confidence == 1.0
        and not (change.edits or change.verbs or change.hedges)
    )


def _follows(one: Change, two: Change) -> bool:
    return two.base[0] == one.base[0] + 1 and two.revised[0] == one.revised[0] + 1


def _places(places: Sequence[int]) -> str:
    """Places as JSON."""
    return f"[{','.join(map(str, places))}]"


def _shift_rows(comparison: Comparison) -> Iterator[_Row]:
    for place, change in enumerate(comparison.changes):
        for nth, shift in enumerate(change.verbs):
            one = _nth(comparison.base_verbs, shift.base_paragraph, shift.base)
            two = _nth(comparison.revised_verbs, shift.revised_paragraph, shift.revised)
            yield (
                place,
                nth,
                shift.change,
                shift.shift,
                shift.base_paragraph,
                one,
                shift.revised_paragraph,
                two,
            )


def _nth(verbs: Verbs | None, paragraph: int | None, verb: OperativeVerb | None) -> int | None:
    """Which of the verbs of its paragraph a verb is."""
    if verbs is None or paragraph is None or verb is None:
        return None
    return next(nth for nth, other in enumerate(verbs[paragraph]) if other is verb or other == verb)


def stored_comparison(
    store: Store,
    base: tuple[Version, Resolution],
    revised: tuple[Version, Resolution],
    options: CompareOptions,
) -> Comparison | None:
    """The comparison of two versions that is kept under these options and the rules of today.

    None where there is none.

    Raises StoreError where what is kept does not fit the texts.
    """
    (one, left), (two, right) = base, revised
    row = _stored_row(store, one, two, options)
    if row is None:
        return None
    verbs = stored_verbs(store, one, left), stored_verbs(store, two, right)
    try:
        changes = tuple(_changes(store, row["id"], (left, right), verbs))
        changes = mark_carried(mark_verbs_elsewhere(changes, left, right), left, right)
        name, sources = json.loads(row["scale"])
        warnings = tuple(json.loads(row["warnings"]))
    except (ValueError, KeyError, IndexError, TypeError) as error:
        message = f"the comparison of {one.reference} with {two.reference} is damaged"
        raise StoreError(message, f"{type(error).__name__}: {error}; see resdiff store verify") from None
    return Comparison(
        base=left,
        revised=right,
        base_verbs=verbs[0],
        revised_verbs=verbs[1],
        changes=changes,
        matter_changes=outside_changes(left, right, changes),
        changed_sides=changed_sides(left.vote, right.vote),
        same_vote=is_same_vote(left.vote, right.vote),
        summary=Summary(**{f.name: row[f.name] for f in fields(Summary)}),
        warnings=warnings,
        options=options,
        scale_name=name,
        scale_sources=tuple(sources),
    )


def _stored_row(
    store: Store, base: Version, revised: Version, options: CompareOptions
) -> dict[str, Any] | None:
    rows = store.query(
        f"{_COMPARISON} WHERE base = ? AND revised = ? AND rules = ? AND options = ?",
        [base.id, revised.id, rules.COMPARISONS, options_key(options)],
    )
    return rows[0] if rows else None


def _changes(
    store: Store,
    comparison: int,
    texts: tuple[Resolution, Resolution],
    verbs: tuple[Verbs | None, Verbs | None],
) -> Iterator[Change]:
    shifts = _shifts(store, comparison, verbs)
    query = f"SELECT place, {_CHANGE} FROM change WHERE comparison = ? ORDER BY place"
    for row in store.query(query, [comparison]):
        base, revised = tuple(json.loads(row["base"])), tuple(json.loads(row["revised"]))
        if row["paragraphs"] > 1:
            yield from _run(row, base[0], revised[0])
            continue
        sizes = row["edits"].split() if row["edits"] else ()
        hedges = json.loads(row["hedges"]) if row["hedges"] else ()
        yield Change(
            kind=row["kind"],
            base=base,
            revised=revised,
            moved=bool(row["moved"]),
            renumbered=bool(row["renumbered"]),
            similarity=row["similarity"],
            confidence=row["confidence"],
            edits=_edits(sizes, texts[0].reading(base), texts[1].reading(revised)) if sizes else (),
            verbs=tuple(with_elsewhere(shift, base, revised) for shift in shifts.get(row["place"], ())),
            hedges=tuple(HedgeChange(change=change, phrase=phrase) for change, phrase in hedges),
            reasons=tuple(row["reasons"].split(", ")) if row["reasons"] else (),
            by_hand=bool(row["by_hand"]),
        )


def _run(row: dict[str, Any], base: int, revised: int) -> Iterator[Change]:
    """The changes of a run of unchanged paragraphs, which is one row."""
    for k in range(row["paragraphs"]):
        yield Change(
            kind="unchanged",
            base=(base + k,),
            revised=(revised + k,),
            similarity=row["similarity"],
            confidence=row["confidence"],
        )


def _shifts(
    store: Store, comparison: int, verbs: tuple[Verbs | None, Verbs | None]
) -> dict[int, list[VerbShift]]:
    """What became of the verbs, by the place of the change."""
    shifts: dict[int, list[VerbShift]] = {}
    query = f"SELECT {_SHIFT} FROM shift WHERE comparison = ? ORDER BY place, nth"
    for place, _, change, shift, i, nth_base, j, nth_revised in store.rows(query, [comparison]):
        one = verbs[0][i][nth_base] if verbs[0] is not None and nth_base is not None else None
        two = verbs[1][j][nth_revised] if verbs[1] is not None and nth_revised is not None else None
        shifts.setdefault(place, []).append(
            VerbShift(
                change=change, base=one, revised=two, shift=shift, base_paragraph=i, revised_paragraph=j
            )
        )
    return shifts


def _edits(sizes: Sequence[str], base: str, revised: str) -> tuple[Edit, ...]:
    """The edits of which kind and length were kept.

    Raises ValueError where they do not rebuild the readings.
    """
    edits = []
    i = j = 0
    for edit in sizes:
        kind, size = _KINDS[edit[0]], int(edit[1:])
        text = revised[j : j + size] if kind == "insert" else base[i : i + size]
        edits.append(Edit(kind=kind, text=text, is_folded=edit[0] == _FOLDED))
        i, j = i + (size if kind != "insert" else 0), j + (size if kind != "delete" else 0)
    if (i, j) != (len(base), len(revised)):
        raise ValueError("the edits do not rebuild the readings")
    return tuple(edits)


def stored_rows(store: Store, identity: int) -> tuple[list[Any], list[_Row], list[_Row], str]:
    """A kept comparison as it was sealed: its own values, its changes, its shifts; and its seal."""
    (row,) = store.query(f"{_COMPARISON} WHERE comparison.id = ?", [identity])
    values = [value for name, value in row.items() if name not in ("id", "seal")]
    changes = store.rows(
        f"SELECT place, {_CHANGE} FROM change WHERE comparison = ? ORDER BY place", [identity]
    )
    shifts = store.rows(f"SELECT {_SHIFT} FROM shift WHERE comparison = ? ORDER BY place, nth", [identity])
    return values, changes, shifts, row["seal"]
