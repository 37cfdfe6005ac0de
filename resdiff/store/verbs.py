"""The verbs of versions, kept under the rules by which they were found.

What the lexicon knows of one is kept once.
"""

from __future__ import annotations

from resdiff.core import rules
from resdiff.core.errors import StoreError
from resdiff.core.lexicon import LANGUAGES
from resdiff.core.model import Resolution
from resdiff.core.verbs import OperativeVerb, Verbs
from resdiff.store.codec import sense_json, sense_of
from resdiff.store.records import Version
from resdiff.store.repository import Store


def put_verbs(store: Store, version: Version, verbs: Verbs | None) -> None:
    """Keeps the verbs of a version under the rules of today, within `writing`.

    Does nothing where they are stored under the current rules already.
    """
    if store.rows("SELECT verbs FROM version WHERE id = ?", [version.id]) == [(rules.COMPARISONS,)]:
        return
    store.run("DELETE FROM verb WHERE version = ?", [version.id])
    senses = {id(verb.sense): verb.sense for its_verbs in verbs or () for verb in its_verbs}
    details = {identity: sense_json(sense) for identity, sense in senses.items()}
    ids = _sense_ids(store, set(details.values()))
    store.run_many(
        "INSERT INTO verb VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (version.id, place, nth, verb.start, verb.end, int(verb.inner), ids[details[id(verb.sense)]])
            for place, its_verbs in enumerate(verbs or ())
            for nth, verb in enumerate(its_verbs)
        ],
    )
    store.run("UPDATE version SET verbs = ? WHERE id = ?", [rules.COMPARISONS, version.id])


def _sense_ids(store: Store, details: set[str]) -> dict[str, int]:
    """The ids of senses; those that are new are kept."""
    store.run_many("INSERT OR IGNORE INTO sense (details) VALUES (?)", [(one,) for one in sorted(details)])
    return {one: store.rows("SELECT id FROM sense WHERE details = ?", [one])[0][0] for one in details}


def stored_verbs(store: Store, version: Version, text: Resolution) -> Verbs | None:
    """The verbs of a version that are kept; None where its language has no lexicon.

    Raises StoreError where they are damaged.
    """
    if text.language not in LANGUAGES:
        return None
    verbs: list[list[OperativeVerb]] = [[] for _ in text.paragraphs]
    rows = store.rows(
        'SELECT paragraph, nth, begin, "end", inner, details FROM verb JOIN sense ON sense.id = sense '
        "WHERE version = ? ORDER BY paragraph, nth",
        [version.id],
    )
    for place, nth, begin, end, inner, details in rows:
        if not 0 <= place < len(verbs) or nth != len(verbs[place]):
            raise StoreError(f"the verbs of {version.reference} are damaged", "see resdiff store verify")
        verbs[place].append(
            OperativeVerb(
                phrase=text.paragraphs[place].text[begin:end],
                start=begin,
                end=end,
                inner=bool(inner),
                sense=sense_of(details),
            )
        )
    return tuple(map(tuple, verbs))


def without_verbs(store: Store, lineage: str) -> list[int]:
    """The ids of the versions of a lineage whose verbs are not found by the rules of today."""
    query = (
        "SELECT version.id FROM version JOIN lineage ON lineage.id = version.lineage WHERE slug = ? AND"
        " dropped IS NULL AND verbs IS NOT ?"
    )
    return [identity for (identity,) in store.rows(query, [lineage, rules.COMPARISONS])]
