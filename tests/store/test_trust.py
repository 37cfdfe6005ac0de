"""The store is trusted: killed, busy, damaged, of another time or place, it loses nothing and says what is
wrong.
"""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from resdiff.core.errors import StoreError
from resdiff.store.file import NAMES
from resdiff.store.repository import Store
from resdiff.store.schema import migrations
from resdiff.workspace.adding import GivenFacts, add_files
from resdiff.workspace.editing import decide
from resdiff.workspace.references import open_repository
from resdiff.workspace.stored import verify_store
from tests.cli.running import assert_trouble
from tests.store.content import content, run


def test_a_file_that_is_no_store_is_refused(place: Path) -> None:
    place.write_text("no database at all, but long enough to be taken for one", "utf-8")
    assert_trouble(run(place, "lineages"), "cannot be opened")


def test_a_database_of_something_else_and_an_empty_file_are_refused_and_left_alone(
    place: Path, marshes: list[str]
) -> None:
    place.touch()
    assert_trouble(run(place, "lineages"), "is empty")
    assert place.stat().st_size == 0
    with closing(sqlite3.connect(place)) as db, db:
        db.execute("CREATE TABLE birds (name TEXT)")
    before = place.read_bytes()
    for arguments in (["lineages"], ["add", "marshes", *marshes], ["store", "compact"]):
        assert_trouble(run(place, *arguments), "a database of something else")
    assert place.read_bytes() == before


def test_damage_is_found(filled: Store, place: Path) -> None:
    assert run(place, "store", "verify").status == 0
    with closing(sqlite3.connect(place)) as db, db:
        db.execute("UPDATE version SET bytes = ? WHERE label = '12/9'", (b"damaged",))
    done = run(place, "store", "verify")
    assert done.status == 2
    assert "marshes@12/9" in done.err


def test_a_backup_is_whole_and_never_takes_the_place_of_a_file(
    filled: Store, place: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    assert run(place, "store", "backup", str(copy)).status == 0
    with open_repository(str(copy)) as again:
        assert again.versions() == filled.versions()
    assert_trouble(run(place, "store", "backup", str(copy)), "exists")


def test_a_busy_store_waits_and_then_says_so(
    filled: Store, place: Path, marshes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resdiff.store.file._PATIENCE", 0.2)
    with closing(sqlite3.connect(place)) as other, open_repository(str(place)) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="busy") as error:
            add_files("more", marshes, GivenFacts(), store)
        assert "another command has been writing" in error.value.hint


def _killed(arguments: list[str], after: float) -> bool:
    """Runs resdiff and kills it after so many seconds; whether it had ended by itself."""
    child = subprocess.Popen(
        [sys.executable, "-m", "resdiff", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    status = child.wait()
    for stream in (child.stdout, child.stderr):
        if stream is not None:
            stream.close()
    return status == 0


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.thorough)])
def test_add_killed_at_any_moment_leaves_all_of_its_texts_or_none(
    place: Path, marshes: list[str], kills: int
) -> None:
    finished = {
        f"run-{k}"
        for k in range(kills)
        if _killed(["add", f"run-{k}", *marshes, "--store", str(place)], 0.02 + 0.6 * k / kills)
    }
    with open_repository(str(place), create=True) as store:
        assert list(verify_store(store)) == []
        kept = {lineage.slug: lineage.versions for lineage in store.lineages()}
    assert set(kept.values()) <= {len(marshes)}
    assert finished <= set(kept)


_TWO_AT_WORK = """
import operator, time
from functools import partial
from resdiff.workspace.jobs import Workers, in_order
say, wait = partial(print, "at work", flush=True), partial(time.sleep, 600)
list(in_order(operator.call, [say, wait, say, wait], Workers(count=2)))
"""
"""Both processes have begun when both lines are out: the first waits when the second line is printed."""


def test_processes_that_work_for_a_command_end_with_it() -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _TWO_AT_WORK], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    assert [child.stdout.readline(), child.stdout.readline()] == [b"at work\n"] * 2
    child.kill()
    _, reported = child.communicate(timeout=20)  # ends only when every process has let go of standard error
    assert b"Traceback" not in reported


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.thorough)])
def test_import_killed_at_any_moment_leaves_whole_lineages_and_can_be_run_again(
    place: Path, samples: Path, tmp_path: Path, kills: int
) -> None:
    folder = tmp_path / "texts"
    wanted = {f"watch-{k}": 2 for k in range(12)}
    for name in wanted:
        folder.joinpath(name).mkdir(parents=True)
        for path in samples.joinpath("harbour-watch").glob("*.txt"):
            folder.joinpath(name, path.name).write_text(f"{path.read_text('utf-8')}\n\n{name}", "utf-8")
    for k in range(kills):
        jobs = str(1 + k % 2)
        is_done = _killed(
            ["import", str(folder), "--jobs", jobs, "--store", str(place)], 0.05 + 0.8 * k / kills
        )
        with open_repository(str(place), create=True) as store:
            kept = {lineage.slug: lineage.versions for lineage in store.lineages()}
            assert kept.items() <= wanted.items()
            assert kept == wanted or not is_done
            assert k % 5 or list(verify_store(store)) == []
        if kept == wanted:
            place = place.with_name(f"store-{k}.db")
    assert run(place, "import", str(folder)).status == 0
    with open_repository(str(place)) as store:
        assert {lineage.slug: lineage.versions for lineage in store.lineages()} == wanted
        assert list(verify_store(store)) == []


def test_eight_commands_add_to_one_lineage_at_once(place: Path, tmp_path: Path, samples: Path) -> None:
    text = samples.joinpath("harbour-watch", "1-adopted.txt").read_text("utf-8")
    files = []
    for k in range(8):
        files.append(tmp_path / f"{k}.txt")
        files[-1].write_text(text.replace("41 (2030)", f"{50 + k} (2030)"), "utf-8")
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "resdiff", "add", "watch", str(path), "--store", str(place)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for path in files
    ]
    ends = [(child.communicate()[1], child.returncode) for child in children]
    assert ends == [(b"", 0)] * 8
    with open_repository(str(place)) as store:
        assert [v.place for v in store.versions("watch")] == list(range(1, 9))
        assert {v.label for v in store.versions("watch")} == {f"{50 + k} (2030)" for k in range(8)}
        assert list(verify_store(store)) == []


def test_the_names_of_the_migrations_are_those_that_are_applied(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "x.db")) as db:
        assert tuple(migration.name for migration in migrations.pending(db)) == NAMES


def test_a_store_of_a_later_resdiff_is_refused(filled: Store, place: Path) -> None:
    with closing(sqlite3.connect(place)) as db, db:
        db.execute("UPDATE _sqlite_migrations SET name = 'what_is_to_come' WHERE name = ?", (NAMES[-1],))
    assert_trouble(run(place, "lineages"), "later resdiff", "what_is_to_come")


def test_a_truncated_store_is_told(filled: Store, place: Path) -> None:
    filled.close()
    data = place.read_bytes()
    place.write_bytes(data[: len(data) // 2])
    for command in (
        ["lineages"],
        ["show", "marshes@latest"],
        ["search", "marsh"],
        ["store", "verify"],
        ["log", "marshes"],
    ):
        done = run(place, *command)
        assert done.status in (0, 2)
        assert "internal" not in done.err
        assert "Traceback" not in done.err


def _flipped(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ (1 << bit)]) + data[at + 1 :]


_QUERIES = tuple(f"SELECT * FROM {name}" for name in ("journal", "changes", "verbs", "shifts", "votes"))  # noqa: S608 - fixed names


def _all_of(store: Store) -> list[object]:
    """All that a store gives."""
    return [content(store), *(store.rows(query) for query in _QUERIES)]


@pytest.mark.parametrize("flips", [30, pytest.param(2500, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("packed", [False, True])
def test_one_flipped_bit_anywhere_is_found_or_touches_nothing_that_is_kept(
    filled: Store, place: Path, tmp_path: Path, flips: int, packed: bool
) -> None:
    run(place, "link", "marshes@12/9:OP1", "marshes@13/4:OP2", "--by", "a delegate")
    if packed:
        run(place, "store", "compact")
    wanted = _all_of(filled)
    filled.close()
    data = place.read_bytes()
    chance = random.Random(7)
    results = 0
    for _ in range(flips):
        for left in tmp_path.glob("damaged.db*"):
            left.unlink()
        damaged = tmp_path / "damaged.db"
        damaged.write_bytes(_flipped(data, chance.randrange(len(data)), chance.randrange(8)))
        try:
            with open_repository(str(damaged)) as store:
                if list(verify_store(store)):
                    results += 1
                else:
                    assert _all_of(store) == wanted
        except StoreError:
            results += 1
    assert results > flips / 4  # the rest hit pages that hold nothing


def test_a_damaged_version_is_named_and_cannot_be_compacted(filled: Store, place: Path) -> None:
    with filled.writing():
        filled.run(
            "UPDATE version SET bytes = (SELECT bytes FROM version WHERE label = '13/4') WHERE label = '12/9'"
        )
    before = content(filled)
    done = run(place, "store", "verify")
    assert (done.status, done.out) == (2, "6 versions, 1 fault\n")
    assert "marshes@12/9: its bytes are not those that were kept" in done.err
    assert_trouble(run(place, "store", "compact"), "marshes@12/9 are damaged")
    assert content(filled) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE version SET date = '2031-03-08' WHERE label = '12/9'",
        "UPDATE lineage SET title = 'Another' WHERE slug = 'marshes'",
        "UPDATE paragraph SET label = '9' WHERE id = 'OP2' AND version = 1",
        "UPDATE reading SET text = text || ' ' WHERE id = 3",
        "UPDATE verb SET begin = begin + 1 WHERE version = 2 AND nth = 0",
        "UPDATE change SET kind = 'edited' WHERE kind = 'added'",
        "UPDATE shift SET shift = 'weakened' WHERE shift = 'strengthened'",
        "UPDATE comparison SET added = added + 1",
        "DELETE FROM paragraph WHERE version = 1 AND place = 2",
        "DELETE FROM reading_fts WHERE rowid = 4",
        "UPDATE judgement SET author = 'nobody'",
        "UPDATE journal SET author = 'nobody'",
        "DROP VIEW votes",
        "DROP TRIGGER reading_dropped",
    ],
)
def test_any_change_by_another_tool_is_found(filled: Store, place: Path, statement: str) -> None:
    decide("marshes@12/9:OP1", "marshes@13/4:OP2", "link", "a delegate", filled)
    assert list(verify_store(filled)) == []
    with closing(sqlite3.connect(place)) as db, db:
        db.execute(statement)
    with open_repository(str(place)) as store:
        assert list(verify_store(store))
