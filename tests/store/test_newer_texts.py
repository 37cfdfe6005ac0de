"""Which citations are of a text that the store has a later one of."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from resdiff.store.records import Version
from resdiff.workspace.rows.columns import Row
from resdiff.workspace.rows.newer_texts import NewerTexts


def _version(symbol: str, date: str, stage: str = "adopted", lineage: str = "lamps") -> Version:
    empty = {field.name: None for field in msgspec.structs.fields(Version)}
    return Version(**(empty | {"symbol": symbol, "date": date, "stage": stage, "lineage": lineage}))  # type: ignore[arg-type]


_TEXTS = [
    _version("LA/3", "2033-03-01"),
    _version("LA/1", "2031-03-01"),
    _version("LA/2", "2032-03-01"),
    _version("LA/L.9", "2033-02-01", stage="draft"),
    _version("LA/1", "2031-05-01", lineage="copies"),
    _version("LB/7", "2030-01-01", lineage="nets"),
]


def _newer(cited: Sequence[str], date: str | None) -> list[object]:
    rows: list[Row] = [{"symbol": symbol, "date": date} for symbol in cited]
    NewerTexts(_TEXTS).mark(rows)
    return [row["newer"] for row in rows]


@pytest.mark.parametrize(
    ("cited", "date", "newer"),
    [
        (["LA/1"], "2034-01-01", ["LA/3"]),  # the last of several, in whatever order the store has them
        (["LA/1"], "2033-03-01", ["LA/2"]),  # what was adopted on the same day could not be cited
        (["LA/1"], "2033-02-15", ["LA/2"]),  # a draft is no newer text
        (["LA/3"], "2034-01-01", [None]),
        (["LA/1", "LA/2"], "2034-01-01", [None, "LA/3"]),  # a text that has both knows the later one
        (["LA/1", "LA/3"], "2034-01-01", [None, None]),
        (["LB/7", "LX/1"], "2034-01-01", [None, None]),
        (["LA/1"], None, [None]),
    ],
)
def test_the_newer_text(cited: list[str], date: str | None, newer: list[object]) -> None:
    assert _newer(cited, date) == newer
