"""The journal: what was done to versions after they were added, by whom and when."""

from __future__ import annotations

import json
from collections.abc import Mapping

from resdiff.store.file import StoreFile
from resdiff.store.records import Stamp
from resdiff.store.seals import seal


def note(store: StoreFile, action: str, details: Mapping[str, object], stamp: Stamp) -> None:
    """Writes an action down, within `writing`."""
    values: dict[str, object] = {
        "timestamp": stamp.timestamp,
        "author": stamp.author,
        "action": action,
        "details": json.dumps(details, ensure_ascii=False),
    }
    store.insert("journal", {**values, "seal": seal([*values.values()])})
