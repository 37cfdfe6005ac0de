"""Any SQLite tool reads the store; phrases are found in it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from resdiff.store.repository import Store
from tests.cli.running import assert_trouble
from tests.conftest import ROOT
from tests.store.content import run


def test_any_sqlite_tool_reads_the_view_that_the_readme_shows(held: Store, place: Path) -> None:
    readme = ROOT.joinpath("README.md").read_text("utf-8")
    queries = [block.strip() for block in readme.split("```sql\n")[1].split("```")[0].split(";") if block.strip()]
    assert len(queries) == 2
    with closing(sqlite3.connect(place)) as db:
        for query in queries:
            assert db.execute(query).fetchall()


def test_a_phrase_is_found_with_version_symbol_and_vote(held: Store, place: Path) -> None:
    rows = json.loads(run(place, "search", '"marsh land" regist*', "-f", "json").out)
    assert [(row["version"], row["paragraph"], row["vote"]) for row in rows] == [
        ("marshes@12/9", "OP8", "15-5-4"),
        ("marshes@13/4", "OP6", "18-2-4"),
    ]
    assert "marshes@12/9, OP8, LA/RES/12/9, 2031-03-07, 15-5-4\n    Deplores" in run(place, "search", '"marsh land" regist*').out


@pytest.mark.parametrize(
    "query",
    ['"', 'marsh"', "a OR b", "NEAR(a b)", "text:marsh", "*", "-marsh", "'; DROP TABLE version; --", "(", "marsh^2", "\x1b[31m", "a AND"],
)
def test_a_query_is_never_an_error_of_syntax(held: Store, place: Path, query: str) -> None:
    done = run(place, "search", "--", query)
    assert done.status in (0, 1, 2)
    assert "internal" not in done.err
    assert "syntax" not in done.err
    assert len(held.versions()) == 6


def test_nothing_found_ends_with_1(held: Store, place: Path) -> None:
    assert run(place, "search", "dragon").status == 1
    assert_trouble(run(place, "search", "?!"), "holds no word")
