"""Any SQLite tool reads the store; phrases are found in it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from resdiff.guide import page
from resdiff.store.repository import Store
from resdiff.workspace.comparing import compare_texts
from tests.cli.running import assert_trouble
from tests.store.content import run


def test_any_sqlite_tool_reads_the_view_that_the_guide_shows(filled: Store, place: Path) -> None:
    guide = page("scholar")
    queries = [
        block.strip() for block in guide.split("```sql\n")[1].split("```")[0].split(";") if block.strip()
    ]
    assert len(queries) == 2
    with closing(sqlite3.connect(place)) as db:
        for query in queries:
            assert db.execute(query).fetchall()


def test_a_phrase_is_found_with_version_symbol_and_vote(filled: Store, place: Path) -> None:
    rows = json.loads(run(place, "search", '"marsh land" regist*', "-f", "json").out)
    assert [(row["version"], row["paragraph"], row["vote"]) for row in rows] == [
        ("marshes@12/9", "OP8", "15-5-4"),
        ("marshes@13/4", "OP6", "18-2-4"),
    ]
    out = run(place, "search", '"marsh land" regist*').out
    assert out.startswith("marshes\n  13/4, OP6, 2031–2032, 2 versions, 18-2-4\n    Deplores")


@pytest.mark.parametrize(
    "query",
    [
        '"',
        'marsh"',
        "a OR b",
        "NEAR(a b)",
        "text:marsh",
        "*",
        "-marsh",
        "'; DROP TABLE version; --",
        "(",
        "marsh^2",
        "\x1b[31m",
        "a AND",
    ],
)
def test_a_query_is_never_an_error_of_syntax(filled: Store, place: Path, query: str) -> None:
    done = run(place, "search", "--", query)
    assert done.status in (0, 1, 2)
    assert "internal" not in done.err
    assert "syntax" not in done.err
    assert len(filled.versions()) == 6


def test_nothing_found_ends_with_1(filled: Store, place: Path) -> None:
    assert run(place, "search", "dragon").status == 1
    assert_trouble(run(place, "search", "?!"), "holds no word")


def test_views_show_versions_paragraphs_changes_verbs_shifts_and_votes(filled: Store, place: Path) -> None:
    run(place, "edit", "marshes@13/4", "--base-of", "marshes@12/9")

    def rows(query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(place)) as db:
            return db.execute(query).fetchall()

    assert rows(
        "SELECT version, in_favour, against, abstaining, base_of, compared FROM versions WHERE lineage ="
        " 'marshes'"
    )[2:] == [
        ("12/9", 15, 5, 4, None, "yes"),
        ("13/4", 18, 2, 4, "marshes@12/9", "yes"),
    ]
    assert rows("SELECT count(*) FROM paragraphs") == [
        (sum(version.paragraphs for version in filled.versions()),)
    ]
    comparison = compare_texts("marshes", None, store=str(place))
    reported = rows("SELECT kind, sum(paragraphs) FROM changes WHERE revised = '13/4' GROUP BY kind")
    assert {kind: count for kind, count in reported} == {  # noqa: C416 - rows of two
        kind: sum(c.kind == kind for c in comparison.changes)
        for kind in sorted({c.kind for c in comparison.changes})
    }
    split = next(c for c in comparison.changes if c.kind == "split")
    ids = " ".join(comparison.revised.paragraphs[j].id for j in split.revised)
    text = " ".join(comparison.revised.paragraphs[j].text for j in split.revised)
    assert rows(
        "SELECT revised_paragraphs, revised_text FROM changes WHERE kind = 'split' AND revised = '13/4'"
    ) == [(ids, text)]
    assert comparison.revised_verbs is not None
    verbs = [verb.phrase for several in comparison.revised_verbs for verb in several]
    assert [
        phrase for (phrase,) in rows("SELECT phrase FROM verbs WHERE version = '13/4' ORDER BY 1")
    ] == sorted(verbs)
    shifts = [s.shift for c in comparison.changes for s in c.verbs if s.shift == "strengthened"]
    assert rows("SELECT count(*) FROM shifts WHERE revised = '13/4' AND shift = 'strengthened'") == [
        (len(shifts),)
    ]
    assert rows("SELECT count(*) FROM votes WHERE version = '12/9' AND side = 'in_favour'") == [(15,)]


def test_what_is_dropped_stands_in_no_view(filled: Store, place: Path) -> None:
    run(place, "drop", "marshes", "--yes")
    with closing(sqlite3.connect(place)) as db:
        for view in ("versions", "paragraphs", "changes", "verbs", "shifts", "votes"):
            assert db.execute(f"SELECT count(*) FROM {view} WHERE lineage = 'marshes'").fetchone() == (0,)  # noqa: S608 - fixed names


def test_answers_of_a_large_store_take_time_in_proportion(filled: Store) -> None:
    plan = filled.rows("EXPLAIN QUERY PLAN SELECT * FROM changes")
    assert not [
        step
        for *_, step in plan
        if step.startswith("SCAN") and any(name in step for name in ("paragraph", "reading", "verb"))
    ]


def test_looking_at_other_pairs_changes_no_view(filled: Store, place: Path) -> None:
    queries = ("SELECT * FROM changes", "SELECT * FROM shifts")
    before = [filled.rows(query) for query in queries]
    for pair in (
        ("marshes@latest", "marshes@first"),
        ("marshes@first", "watch@first"),
        ("marshes@first", "marshes@latest"),
    ):
        run(place, "compare", *pair, "-q")
    assert [filled.rows(query) for query in queries] == before
    assert filled.rows("SELECT count(*) FROM comparison") == [(7,)]


def test_a_search_that_is_cut_short_says_so(filled: Store, place: Path) -> None:
    done = run(place, "search", "marsh", "--limit", "2", "-f", "json")
    assert (len(json.loads(done.out)), "the best 2 paragraphs are shown" in done.err) == (2, True)
    assert (
        run(place, "search", "“marsh land”").out
        == run(place, "search", '"marsh land').out
        == run(place, "search", '"marsh land"').out
    )
