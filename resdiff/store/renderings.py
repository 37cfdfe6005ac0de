"""The language versions of one document among the versions of a store, by their symbols."""

from __future__ import annotations

from resdiff.core.symbols import bare_symbol
from resdiff.store.file import StoreFile


def languages_of_symbols(store: StoreFile) -> dict[str, dict[str, int]]:
    """For each symbol, without a year in brackets, the id of the version in each language that bears it; the
    last one where there are several. Versions that were dropped or are superseded are left out.
    """
    rows = store.rows(
        "SELECT id, symbol, language FROM version WHERE dropped IS NULL AND symbol IS NOT NULL AND language"
        " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM version AS later WHERE later.supersedes = version.id AND"
        " later.dropped IS NULL) ORDER BY id"
    )
    versions: dict[str, dict[str, int]] = {}
    for identity, symbol, language in rows:
        versions.setdefault(bare_symbol(symbol), {})[language] = identity
    return versions
