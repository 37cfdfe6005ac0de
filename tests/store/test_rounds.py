"""The two axes of a lineage: years and rounds; and votes that texts do not hold."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.workspace.rounds import EVERY, followed, pairs_of, years_of
from tests.cli.running import assert_trouble
from tests.store.content import run


def _versions(store: Store, *facts: tuple[str, str]) -> list[Version]:
    """Versions of these stages and dates, in order, labelled by their places."""
    model = store.versions("marshes")[0]
    return [
        replace(model, id=k, place=k, label=str(k), stage=stage, date=date, round_of=None)
        for k, (stage, date) in enumerate(facts, start=1)
    ]


def _years(versions: list[Version]) -> list[tuple[list[int], int]]:
    return [([v.id for v in year.rounds], year.final.id) for year in years_of(versions)]


_TWO_YEARS = (
    ("draft", "2030-02-01"),
    ("adopted", "2030-03-01"),
    ("draft", "2031-02-01"),
    ("revised draft", "2031-02-20"),
    ("adopted", "2031-03-01"),
)


def test_a_draft_is_a_round_of_the_next_text_that_was_adopted(filled: Store) -> None:
    versions = _versions(filled, *_TWO_YEARS)
    assert _years(versions) == [([1], 2), ([3, 4], 5)]
    assert [v.id for v in followed(versions)] == [2, 5]
    assert [v.id for v in followed(versions, EVERY)] == [1, 2, 3, 4, 5]
    assert [v.id for v in followed(versions, "draft")] == [1, 3]


def test_what_is_compared_goes_along_both_axes(filled: Store) -> None:
    pairs = [(one.id, two.id) for one, two in pairs_of(_versions(filled, *_TWO_YEARS))]
    assert pairs == [(1, 2), (2, 3), (3, 4), (4, 5), (2, 5)]


def test_what_was_not_adopted_is_a_year_of_its_own(filled: Store) -> None:
    pending = _versions(filled, ("adopted", "2030-03-01"), ("draft", "2031-02-01"), ("revised draft", "2031"))
    assert _years(pending) == [([], 1), ([2], 3)]


@pytest.mark.parametrize(
    ("draft", "adopted", "is_round"),
    [
        ("2030-02-01", "2031-03-08", True),  # 400 days
        ("2030-02-01", "2031-03-09", False),
        ("2030", "2031-03-08", True),
        ("2029", "2031-03-08", False),
        ("", "2031-03-08", True),
        ("2031-02-30", "2031-03-08", True),  # no such day
        ("2029-02-30", "2031-03-08", False),
    ],
)
def test_a_draft_of_long_ago_is_no_round(filled: Store, draft: str, adopted: str, is_round: bool) -> None:
    versions = _versions(filled, ("draft", draft), ("adopted", adopted))
    assert _years(versions) == ([([1], 2)] if is_round else [([], 1), ([], 2)])


def test_people_say_of_what_a_draft_is_a_round(filled: Store) -> None:
    versions = _versions(filled, *_TWO_YEARS)
    versions[2] = replace(versions[2], round_of=2)
    assert _years(versions) == [([1, 3], 2), ([4], 5)]


def test_a_lineage_of_one_year_is_followed_through_its_rounds(filled: Store) -> None:
    versions = _versions(filled, *_TWO_YEARS[2:])
    assert [v.id for v in followed(versions)] == [1, 2, 3]


def test_the_log_has_the_rounds_below_their_year(filled: Store, place: Path) -> None:
    rows = [line.split() for line in run(place, "log", "marshes").out.splitlines()[1:]]
    assert [row[0] for row in rows] == ["12/9", "LA/12/L.7", "LA/12/L.7/Rev.1", "13/4"]
    by_label = {row["label"]: row for row in json.loads(run(place, "log", "marshes", "-f", "json").out)}
    assert {label: row["against"] for label, row in by_label.items()} == {
        "LA/12/L.7": None,
        "LA/12/L.7/Rev.1": "LA/12/L.7",
        "12/9": "LA/12/L.7/Rev.1",
        "13/4": "12/9",
    }
    adopted = json.loads(run(place, "log", "marshes", "--stage", "adopted", "-f", "json").out)
    assert [row["label"] for row in adopted] == ["12/9", "13/4"]
    assert_trouble(run(place, "log", "marshes", "--stage", "final"), "unknown stage 'final'")


def test_a_history_follows_years_unless_all_is_asked_for(filled: Store, place: Path) -> None:
    def labels(*options: str) -> list[str]:
        out = run(place, "history", "marshes", *options, "--format", "json").out
        return [version["label"] for version in json.loads(out)["versions"]]

    assert labels() == ["12/9", "13/4"]
    assert labels("--stage", "all") == ["LA/12/L.7", "LA/12/L.7/Rev.1", "12/9", "13/4"]
    assert_trouble(run(place, "history", "marshes", "--stage", "x"), "unknown stage 'x'")


def test_a_round_is_stated_and_taken_back(filled: Store, place: Path) -> None:
    assert run(place, "edit", "marshes@LA/12/L.7", "--round-of", "marshes@13/4").status == 0
    assert filled.versions("marshes")[0].round_of == filled.versions("marshes")[3].id
    assert run(place, "store", "verify").status == 0
    assert run(place, "edit", "marshes@LA/12/L.7", "--round-of", "none").status == 0
    assert filled.versions("marshes")[0].round_of is None
    draft = "marshes@LA/12/L.7/Rev.1"
    assert_trouble(run(place, "edit", draft, "--round-of", "marshes@LA/12/L.7"), "the text that was adopted")
    assert_trouble(run(place, "edit", draft, "--round-of", "watch@first"), "")


def test_rounds_go_out_and_come_back(filled: Store, place: Path, tmp_path: Path) -> None:
    run(place, "edit", "marshes@LA/12/L.7", "--round-of", "marshes@13/4")
    run(place, "edit", "marshes@12/9", "--vote", "9-8-7")
    assert run(place, "export", "--all", str(tmp_path / "out")).status == 0
    other = tmp_path / "other.db"
    assert run(other, "add", str(tmp_path / "out")).status == 0
    with Store(other) as copy:
        first, _, third, last = copy.versions("marshes")
        assert first.round_of == last.id
        assert third.vote is not None
        assert (third.vote.in_favour, third.vote.against, third.vote.abstaining) == (9, 8, 7)


def test_a_store_from_before_there_were_rounds_is_migrated(filled: Store, place: Path) -> None:
    before = filled.versions()
    filled.close()
    with closing(sqlite3.connect(place)) as db, db:
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'rounds'")
        db.execute("DROP TABLE step")
        db.execute("ALTER TABLE version DROP COLUMN round_of")
        db.execute(
            "CREATE TABLE step (id INTEGER PRIMARY KEY, version INTEGER NOT NULL UNIQUE, chain TEXT NOT NULL,"
            " rules TEXT NOT NULL, details BLOB NOT NULL, seal TEXT NOT NULL)"
        )
    assert run(place, "store", "verify").status == 0  # the seals are those of before
    assert run(place, "edit", "marshes@12/9", "--title", "Another").status == 0
    with Store(place) as store:
        assert [v.id for v in store.versions()] == [v.id for v in before]
        assert {v.round_of for v in store.versions()} == {None}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("145-3-12", "145-3-12"), ("without a vote", "without a vote"), ("unanimous", "unanimously")],
)
def test_a_vote_is_set_and_taken_away(filled: Store, place: Path, typed: str, shown: str) -> None:
    done = run(place, "edit", "marshes@LA/12/L.7", "--vote", typed)
    assert done.out.endswith(f"vote {shown}\n")
    assert shown in run(place, "log", "marshes").out
    journal = filled.rows("SELECT details FROM journal ORDER BY id DESC LIMIT 1")[0][0]
    assert json.loads(journal)["to"]["vote"]["manner"]
    assert run(place, "edit", "marshes@LA/12/L.7", "--vote", "none").status == 0
    assert filled.versions("marshes")[0].vote is None
    assert_trouble(run(place, "edit", "marshes@LA/12/L.7", "--vote", "145:3"), "'145:3' is no vote")


def test_votes_stand_in_comparisons_of_stored_texts(filled: Store, place: Path) -> None:
    run(place, "edit", "marshes@LA/12/L.7", "--vote", "1-2-3")
    out = run(place, "compare", "marshes@LA/12/L.7", "marshes@12/9").out
    assert "vote: 1-2-3 → 15-5-4" in out


_TABLE = (
    'symbol,in favour,against,abstaining,names\nla/res/12/9,3,2,1,"in favour: A, B and C; against: D, E"\n'
)
_MEMBERS = (
    "ms_name,ms_vote,resolution,total_yes\nATLAND,Y,LA/RES/12/9,2\nBELMORA,N,LA/RES/12/9,2\n"
    "CORVIA,A,LA/RES/12/9,2\nDORAN,,LA/RES/12/9,2\nATLAND,Y,X/RES/1,2\n"
)


@pytest.mark.parametrize(
    ("table", "counts", "names"),
    [
        (_TABLE, (3, 2, 1), {"in_favour": ("A", "B", "C"), "against": ("D", "E")}),
        (_MEMBERS, (1, 1, 1), {"in_favour": ("ATLAND",), "against": ("BELMORA",), "abstaining": ("CORVIA",)}),
    ],
)
def test_votes_come_from_a_table_by_symbol(
    filled: Store,
    place: Path,
    tmp_path: Path,
    table: str,
    counts: tuple[int, int, int],
    names: dict[str, tuple[str, ...]],
) -> None:
    file = tmp_path / "votes.csv"
    file.write_text(table, "utf-8-sig")
    done = run(place, "add", "--votes", str(file))
    assert (done.status, done.out) == (0, "1 text got a vote\n")
    assert ("1 symbol" in done.err) == (table == _MEMBERS)
    vote = filled.versions("marshes")[2].vote
    assert vote is not None
    assert ((vote.in_favour, vote.against, vote.abstaining), vote.names) == (counts, names)
    assert run(place, "store", "verify").status == 0


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("a,b\n1,2\n", "it needs the columns symbol, in favour, against, abstaining"),
        ("", "it needs the columns"),
        (
            "symbol,in favour,against,abstaining\nX/1,many,0,0\n",
            "line 2, X/1: in favour, against and abstaining are",
        ),
        ("symbol,in favour,against,abstaining\nX/1,-1,0,0\n", "whole numbers"),
        pytest.param(f"symbol,in favour,against,abstaining\n{'X' * 140_000},1\n", "field limit", id="long"),
    ],
)
def test_what_is_no_table_of_votes_is_refused(
    filled: Store, place: Path, tmp_path: Path, table: str, why: str
) -> None:
    file = tmp_path / "votes.csv"
    file.write_text(table, "utf-8")
    assert_trouble(run(place, "add", "--votes", str(file)), why)
    assert_trouble(run(place, "add", "marshes", "--votes", str(file)), "--votes goes with no text")
    assert_trouble(run(place, "add"), "no text is given")


def test_a_draft_of_another_year_is_no_round_whoever_asks(place: Path, samples: Path) -> None:
    """The list of versions and what became of a draft go by the same years."""
    files = sorted((samples / "coastal-fund").glob("*.txt"))
    for label, stage, date, file in (
        ("old", "draft", "2029-02-01", files[0]),
        ("one", "adopted", "2031-03-07", files[2]),
        ("new", "draft", "2032-02-01", files[1]),
        ("two", "adopted", "2032-03-05", files[3]),
    ):
        facts = ("--label", label, "--stage", stage, "--date", date, "--before", "none")
        assert run(place, "add", "fund", str(file), *facts).status == 0
    assert run(place, "edit", "fund@old", "--round-of", "two").status == 0
    listed = [line.split()[0] for line in run(place, "log", "fund").out.splitlines() if line.strip()]
    assert listed.index("two") < listed.index("old") < listed.index("new")
    assert "\ndraft: LA/12/L.7 " in run(place, "compare", "fund@two", "--draft").out
    assert run(place, "edit", "fund@old", "--round-of", "none").status == 0
    assert "\ndraft: LA/12/L.7/Rev.1 " in run(place, "compare", "fund@two", "--draft").out
