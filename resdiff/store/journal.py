"""The journal: what was done to versions after they were kept, by whom and when."""

from __future__ import annotations

import json
from collections.abc import Mapping

from resdiff.store.file import StoreFile
from resdiff.store.seals import seal


def note(store: StoreFile, deed: str, what: Mapping[str, object], at: str, by_whom: str | None) -> None:
    """Writes a deed down, within `writing`."""
    told = json.dumps(what, ensure_ascii=False)
    values: dict[str, object] = {"at": at, "by_whom": by_whom, "deed": deed, "what": told}
    store.insert("journal", {**values, "seal": seal([*values.values()])})
