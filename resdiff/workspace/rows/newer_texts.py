"""Which citations are of a text that has a later version: the store knows what came after it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from resdiff.core.symbols import as_cited
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.workspace.rounds import DRAFTS
from resdiff.workspace.rows.columns import Row


class NewerTexts:
    """The adopted texts of a store by symbol and lineage."""

    def __init__(self, versions: Iterable[Version]) -> None:
        self._texts: dict[str, tuple[str, str]] = {}
        self._lineages: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for version in versions:
            if version.symbol and version.date and version.stage not in DRAFTS:
                self._texts.setdefault(as_cited(version.symbol), (version.lineage, version.date))
                self._lineages[version.lineage].append((version.date, as_cited(version.symbol)))
        for texts in self._lineages.values():
            texts.sort()

    def mark(self, rows: Iterable[Row]) -> None:
        """Says in the rows of the citations of one text which have a newer text: the last one of the lineage
        of what is cited that was adopted before the text and is not cited in it too.
        """
        its = list(rows)
        cited = {str(row["symbol"]) for row in its}
        for row in its:
            row["newer"] = self._newer(str(row["symbol"]), row["date"], cited)

    def _newer(self, symbol: str, before: object, cited: set[str]) -> str | None:
        if symbol not in self._texts or not isinstance(before, str):
            return None
        lineage, date = self._texts[symbol]
        texts = self._lineages[lineage]
        later = [one for one in texts[: bisect_left(texts, (before, ""))] if one[0] > date]
        return later[-1][1] if later and cited.isdisjoint(name for _, name in later) else None


def newer_texts_in(store: Store) -> NewerTexts:
    """The adopted texts of a store, read once as long as nothing is written to it."""
    return _read(store.path, store.path.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _read(path: Path, _changed: int) -> NewerTexts:
    return NewerTexts(Store(path).versions())
