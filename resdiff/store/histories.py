"""The results of following the versions of a lineage, stored version by version, so that a history need not
be followed from the start again.

Each is stored under a chain: a hash of the texts and comparisons of all versions up to it. If one of them
changes, the steps after it are made again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from itertools import groupby, pairwise

from resdiff.core import rules
from resdiff.core.errors import StoreError
from resdiff.core.history import Step
from resdiff.core.history.words import Origins
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.store.seals import seal

STEP_SEALED = "version, chain, rules, hex(details)"
"""What the seal of a step seals."""
_json = json.JSONEncoder(separators=(",", ":")).encode


def chains_of(store: Store, versions: Sequence[Version]) -> list[str]:
    """For each version but the first what its step is kept under.

    Fewer where comparisons by the usual options are not kept.
    """
    seals = {
        (base, revised): sealed
        for base, revised, sealed in store.rows(
            "SELECT base, revised, comparison.seal FROM comparison JOIN version ON version.id = revised JOIN"
            " lineage ON lineage.id = version.lineage WHERE slug = ? AND rules = ? AND options = ''",
            [versions[0].lineage, rules.COMPARISONS],
        )
    }
    chains: list[str] = []
    before = versions[0].sha256
    for base, revised in pairwise(versions):
        if (base.id, revised.id) not in seals:
            break
        before = seal(before, seals[base.id, revised.id], revised.sha256)
        chains.append(before)
    return chains


def stored_steps(store: Store, versions: Sequence[Version], chains: Sequence[str]) -> list[Step]:
    """The steps that are kept, up to the first that is not. Raises StoreError where they are damaged."""
    rows = store.rows(
        "SELECT step.version, chain, details FROM step JOIN version ON version.id = step.version"
        " JOIN lineage ON lineage.id = version.lineage WHERE slug = ? AND rules = ?",
        [versions[0].lineage, rules.HISTORIES],
    )
    stored = {(version, chain): details for version, chain, details in rows}
    steps: list[Step] = []
    for version, chain in zip(versions[1:], chains, strict=False):
        if (version.id, chain) not in stored:
            break
        try:
            steps.append(_decoded(stored[version.id, chain]))
        except (zlib.error, ValueError, TypeError, KeyError) as error:
            message = f"the history of {version.reference} is damaged"
            raise StoreError(message, f"{type(error).__name__}: {error}; see resdiff store verify") from None
    return steps


def put_steps(
    store: Store, versions: Sequence[Version], chains: Sequence[str], steps: Sequence[Step]
) -> None:
    """Keeps the steps of versions, within `writing`; of each version those of two ways to follow it are kept,
    the years and all rounds.

    `versions` are those that the steps lead to.
    """
    for version, chain, step in zip(versions, chains, steps, strict=True):
        details = _encoded(step)
        values = {"version": version.id, "chain": chain, "rules": rules.HISTORIES, "details": details}
        store.run(
            "DELETE FROM step WHERE version = ? AND id NOT IN (SELECT id FROM step WHERE version = ?"
            " AND chain <> ? AND rules = ? ORDER BY id DESC LIMIT 1)",
            [version.id, version.id, chain, rules.HISTORIES],
        )
        store.insert(
            "step", values | {"seal": seal([version.id, chain, rules.HISTORIES, details.hex().upper()])}
        )


def _encoded(step: Step) -> bytes:
    fresh = [
        (j, [(origin, len(list(run))) for origin, run in groupby(origins)])
        for j, origins in step.fresh.items()
    ]
    return zlib.compress(_json([[*step.again.items()], fresh]).encode())


def _decoded(details: bytes) -> Step:
    again, fresh = json.loads(zlib.decompress(details))
    return Step(dict(again), {j: _origins(runs) for j, runs in fresh})


def _origins(runs: Sequence[tuple[int, int]]) -> Origins:
    return tuple([origin for origin, count in runs for _ in range(count)])
