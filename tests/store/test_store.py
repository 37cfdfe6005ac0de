"""Texts are kept byte for byte, in order, all or none, and found by what people call them."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from resdiff.core.errors import StoreError, UnknownVersionError, UsageError
from resdiff.store.repository import Store
from resdiff.store.schema import NAMES, migrations
from resdiff.workspace import compare_texts, read
from resdiff.workspace.adding import Told, add_files
from resdiff.workspace.references import open_store, range_of, resolve, store_path
from resdiff.workspace.stored import verify
from tests.cli.running import Done, assert_trouble, resdiff
from tests.conftest import ROOT


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the store is made."""
    return tmp_path / "store.db"


@pytest.fixture
def marshes(samples: Path) -> list[str]:
    """The texts of the first sample lineage, in order."""
    return [str(path) for path in sorted(samples.joinpath("coastal-fund").glob("*.txt"))]


@pytest.fixture
def empty(place: Path) -> Iterator[Store]:
    """A store without a text."""
    with open_store(str(place), create=True) as store:
        yield store


@pytest.fixture
def held(empty: Store, marshes: list[str], samples: Path) -> Store:
    """A store with both sample lineages."""
    add_files("marshes", marshes, Told(), empty)
    add_files("watch", [str(path) for path in sorted(samples.joinpath("harbour-watch").glob("*.txt"))], Told(by_whom="the clerk"), empty)
    return empty


def _run(place: Path, *arguments: str) -> Done:
    return resdiff(*arguments, env={"RESDIFF_STORE": str(place)})


def test_a_text_comes_back_byte_for_byte_with_what_its_masthead_tells(held: Store, marshes: list[str]) -> None:
    versions = held.versions("marshes")
    assert [held.data(version) for version in versions] == [Path(name).read_bytes() for name in marshes]
    assert [(v.label, v.stage, v.date) for v in versions] == [
        ("LA/12/L.7", "draft", "2031-02-14"),
        ("LA/12/L.7/Rev.1", "revised draft", "2031-02-26"),
        ("12/9", "adopted", "2031-03-07"),
        ("13/4", "adopted", "2032-03-05"),
    ]
    assert versions[2].vote is not None
    assert versions[2].vote["in_favour"] == 15
    assert held.versions("watch")[0].by_whom == "the clerk"


def test_the_same_bytes_are_kept_once(held: Store, marshes: list[str]) -> None:
    assert add_files("marshes", marshes, Told(), held) == ()
    assert len(held.versions()) == 6


def test_a_reading_is_kept_once_however_many_versions_have_it(held: Store, place: Path) -> None:
    with closing(sqlite3.connect(place)) as db:
        paragraphs, readings, distinct = (
            db.execute(q).fetchone()[0]
            for q in (
                "SELECT count(*) FROM paragraph",
                "SELECT count(*) FROM reading",
                "SELECT count(DISTINCT text) FROM reading",
            )
        )
    assert readings == distinct < paragraphs == sum(v.paragraphs for v in held.versions())


def test_one_bad_file_keeps_all_out(place: Path, marshes: list[str], tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"one\x00two")
    assert_trouble(_run(place, "add", "marshes", *marshes, str(bad)), "binary")
    with open_store(str(place)) as store:
        assert store.versions() == ()


@pytest.mark.parametrize(
    ("reference", "label"),
    [
        ("marshes@latest", "13/4"), ("marshes@first", "LA/12/L.7"), ("marshes@-2", "12/9"), ("marshes@12/9", "12/9"),
        ("@12/9", "12/9"), ("LA/RES/12/9", "12/9"), ("marshes@revised", "LA/12/L.7/Rev.1"), ("marshes@2032", "13/4"),
        ("@2031-03-07", "12/9"), ("watch@41 (2030)", "41 (2030)"),
    ],
)  # fmt: skip
def test_a_version_is_found_by_what_people_call_it(held: Store, reference: str, label: str) -> None:
    assert resolve(reference, held).label == label


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("marshes@adopted", "fits 2 versions.*marshes@12/9.*marshes@13/4"),
        ("marshes@12/8", "is '12/9' meant"),
        ("marsh@latest", "is 'marshes' meant"),
        ("nothing@latest", "no lineage 'nothing'"),
        ("marshes@-9", "no version"),
    ],
)
def test_a_name_that_means_none_or_several_is_explained(held: Store, reference: str, told: str) -> None:
    with pytest.raises(UnknownVersionError, match=told):
        resolve(reference, held)


def test_a_range_or_a_lineage_alone_means_two_versions(held: Store) -> None:
    assert [v.label for v in range_of("marshes", held)] == ["12/9", "13/4"]
    assert [v.label for v in range_of("marshes@first..12/9", held)] == ["LA/12/L.7", "12/9"]


def test_stored_texts_are_compared_like_files(held: Store, place: Path, marshes: list[str]) -> None:
    stored = compare_texts("marshes@-2", "marshes@latest", store=str(place))
    files = compare_texts(marshes[2], marshes[3])
    assert stored.changes == files.changes
    assert stored.base.source == "marshes@12/9"
    done = _run(place, "compare", "marshes", "-f", "json", "-q")
    assert (done.status, json.loads(done.out)["summary"]["moved"]) == (1, files.summary.moved)


def test_a_path_that_exists_wins_over_a_reference(held: Store, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("marshes@latest").write_text("The Harbour Council,\n\nDecides to sleep.\n", "utf-8")
    assert read("marshes@latest", store=str(place)).masthead.organ == "Harbour Council"


def test_flags_win_over_the_masthead(empty: Store, marshes: list[str]) -> None:
    add_files("marshes", marshes[:1], Told(), empty)
    (added,) = add_files("marshes", marshes[2:3], Told("final", "other", "2031", "X/1", "marshes@first"), empty)
    assert (added.label, added.stage, added.date, added.symbol) == ("final", "other", "2031", "X/1")
    assert added.base_of == resolve("marshes@first", empty).id


@pytest.mark.parametrize(
    ("lineage", "told", "word"),
    [("a/b", Told(), "cannot name"), ("a", Told(label="x"), "one file"), ("a", Told(date="tomorrow"), "one file")],
)
def test_flags_that_cannot_hold_are_refused(empty: Store, marshes: list[str], lineage: str, told: Told, word: str) -> None:
    with pytest.raises(UsageError, match=word):
        add_files(lineage, marshes, told, empty)


def test_a_label_that_is_taken_is_refused(held: Store, marshes: list[str], tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(Path(marshes[0]).read_text("utf-8") + "\n", "utf-8")
    with pytest.raises(StoreError, match="already has"):
        add_files("marshes", [str(other)], Told(label="12/9"), held)


def test_log_and_lineages_tell_what_is_there(held: Store, place: Path) -> None:
    rows = json.loads(_run(place, "log", "marshes", "-f", "json").out)
    assert [(row["label"], row["added"], row["vote"]) for row in rows] == [
        ("LA/12/L.7", None, None), ("LA/12/L.7/Rev.1", 1, None), ("12/9", 1, "15-5-4"), ("13/4", 8, "18-2-4"),
    ]  # fmt: skip
    assert "marshes  4" in _run(place, "lineages").out
    assert_trouble(_run(place, "log", "marches"), "is 'marshes' meant?")


def test_no_store_is_told_and_reading_makes_none(place: Path) -> None:
    assert_trouble(_run(place, "lineages"), "there is no store", str(place))
    assert_trouble(_run(place, "show", "marshes@latest"), "there is no file", "nor is there a store")
    assert not place.exists()


def test_a_file_that_is_no_store_is_refused(place: Path) -> None:
    place.write_text("no database at all, but long enough to be taken for one", "utf-8")
    assert_trouble(_run(place, "lineages"), "cannot be opened")


def test_damage_is_found(held: Store, place: Path) -> None:
    assert _run(place, "store", "verify").status == 0
    with closing(sqlite3.connect(place)) as db, db:
        db.execute("UPDATE version SET bytes = ? WHERE label = '12/9'", (b"damaged",))
    done = _run(place, "store", "verify")
    assert done.status == 2
    assert "marshes@12/9" in done.err


def test_a_backup_is_whole_and_never_takes_the_place_of_a_file(held: Store, place: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert _run(place, "store", "backup", str(copy)).status == 0
    with open_store(str(copy)) as again:
        assert again.versions() == held.versions()
    assert_trouble(_run(place, "store", "backup", str(copy)), "exists")


def test_a_busy_store_waits_and_then_says_so(held: Store, place: Path, marshes: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resdiff.store.file._PATIENCE", 0.2)
    with closing(sqlite3.connect(place)) as other, open_store(str(place)) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="busy"):
            add_files("more", marshes, Told(), store)


def test_the_store_is_found_by_option_environment_and_user_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESDIFF_STORE", "env.db")
    assert store_path("named.db") == Path("named.db")
    assert store_path() == Path("env.db")
    monkeypatch.delenv("RESDIFF_STORE")
    assert store_path().name == "store.db"


@pytest.mark.parametrize("kills", [20, pytest.param(200, marks=pytest.mark.thorough)])
def test_killed_at_any_moment_the_store_holds_all_of_a_command_or_nothing(place: Path, marshes: list[str], kills: int) -> None:
    finished = set()
    for k in range(kills):
        name = f"run-{k}"
        child = subprocess.Popen(
            [sys.executable, "-m", "resdiff", "add", name, *marshes, "--store", str(place)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        time.sleep(0.02 + 0.4 * k / kills)
        child.send_signal(signal.SIGKILL)
        if child.wait() == 0:
            finished.add(name)
        for stream in (child.stdout, child.stderr):
            if stream is not None:
                stream.close()
    with open_store(str(place), create=True) as store:
        assert list(verify(store)) == []
        kept = {lineage.slug: lineage.versions for lineage in store.lineages()}
    assert set(kept.values()) <= {len(marshes)}
    assert finished <= set(kept)


def test_a_folder_is_imported_once_and_a_bad_file_does_not_stop_the_rest(place: Path, samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    for path in samples.rglob("*.txt"):
        target = folder / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    (folder / "harbour-watch" / "3-bad.txt").write_bytes(b"one\x00two")
    done = _run(place, "import", str(folder))
    assert (done.status, done.out) == (0, "6 texts kept, 0 known before, 1 left out\n")
    assert "3-bad.txt" in done.err
    assert _run(place, "import", str(folder)).out == "0 texts kept, 6 known before, 1 left out\n"


def test_an_index_gives_lineages_order_and_stage(place: Path, samples: Path, tmp_path: Path) -> None:
    for name in ("3-adopted.txt", "1-draft.txt"):
        tmp_path.joinpath(name).write_bytes(samples.joinpath("coastal-fund", name).read_bytes())
    rows = [{"lineage": "fund", "versions": [{"file": "1-draft.txt", "stage": "zero draft"}, {"file": "3-adopted.txt"}]}]
    tmp_path.joinpath("index.json").write_text(json.dumps(rows), "utf-8")
    assert _run(place, "import", str(tmp_path)).status == 0
    with open_store(str(place)) as store:
        assert [(v.label, v.stage) for v in store.versions("fund")] == [("LA/12/L.7", "zero draft"), ("12/9", "adopted")]


@pytest.mark.parametrize("text", ["{", '{"a": 1}', '[{"lineage": "x"}]', "[1]"])
def test_an_index_of_another_form_is_refused(place: Path, tmp_path: Path, text: str) -> None:
    tmp_path.joinpath("index.json").write_text(text, "utf-8")
    assert_trouble(_run(place, "import", str(tmp_path)), "no index of lineages")


def test_a_phrase_is_found_with_version_symbol_and_vote(held: Store, place: Path) -> None:
    rows = json.loads(_run(place, "search", '"marsh land" regist*', "-f", "json").out)
    assert [(row["version"], row["paragraph"], row["vote"]) for row in rows] == [
        ("marshes@12/9", "OP8", "15-5-4"),
        ("marshes@13/4", "OP6", "18-2-4"),
    ]
    assert "marshes@12/9, OP8, LA/RES/12/9, 2031-03-07, 15-5-4\n    Deplores" in _run(place, "search", '"marsh land" regist*').out


@pytest.mark.parametrize(
    "query",
    ['"', 'marsh"', "a OR b", "NEAR(a b)", "text:marsh", "*", "-marsh", "'; DROP TABLE version; --", "(", "marsh^2", "\x1b[31m", "a AND"],
)
def test_a_query_is_never_an_error_of_syntax(held: Store, place: Path, query: str) -> None:
    done = _run(place, "search", "--", query)
    assert done.status in (0, 1, 2)
    assert "internal" not in done.err
    assert "syntax" not in done.err
    assert len(held.versions()) == 6


def test_nothing_found_ends_with_1(held: Store, place: Path) -> None:
    assert _run(place, "search", "dragon").status == 1
    assert_trouble(_run(place, "search", "?!"), "holds no word")


def test_any_sqlite_tool_reads_the_view_that_the_readme_shows(held: Store, place: Path) -> None:
    readme = ROOT.joinpath("README.md").read_text("utf-8")
    queries = [block.strip() for block in readme.split("```sql\n")[1].split("```")[0].split(";") if block.strip()]
    assert len(queries) == 2
    with closing(sqlite3.connect(place)) as db:
        for query in queries:
            assert db.execute(query).fetchall()


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
    with open_store(str(place)) as store:
        assert [v.place for v in store.versions("watch")] == list(range(1, 9))
        assert {v.label for v in store.versions("watch")} == {f"{50 + k} (2030)" for k in range(8)}
        assert list(verify(store)) == []


def test_the_names_of_the_migrations_are_those_that_are_applied(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "x.db")) as db:
        assert tuple(migration.name for migration in migrations.pending(db)) == NAMES


def test_a_store_of_a_later_resdiff_is_refused(held: Store, place: Path) -> None:
    with closing(sqlite3.connect(place)) as db, db:
        db.execute("UPDATE _sqlite_migrations SET name = 'what_is_to_come' WHERE name = ?", (NAMES[-1],))
    assert_trouble(_run(place, "lineages"), "later resdiff", "what_is_to_come")


def test_a_truncated_store_is_told(held: Store, place: Path) -> None:
    held.close()
    data = place.read_bytes()
    place.write_bytes(data[: len(data) // 2])
    for command in (["lineages"], ["show", "marshes@latest"], ["search", "marsh"], ["store", "verify"], ["log", "marshes"]):
        done = _run(place, *command)
        assert done.status in (0, 2)
        assert "internal" not in done.err
        assert "Traceback" not in done.err


def test_a_stored_text_is_read_with_the_warnings_of_its_bytes(empty: Store, place: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("The Harbour Council,\n\nDecides to light the “mole”.\n".encode("cp1252"))
    add_files("old", [str(path)], Told(), empty)
    assert any("Windows-1252" in warning for warning in read("old@latest", store=str(place)).warnings)
