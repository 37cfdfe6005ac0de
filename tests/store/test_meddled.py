"""Stores and indexes that others have changed: what is odd is refused or named, nothing is half done."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from resdiff.core.errors import UnknownVersionError
from resdiff.store.repository import Store
from resdiff.workspace.adding import GivenFacts, add_files
from resdiff.workspace.references import resolve, resolve_text
from tests.cli.running import assert_trouble
from tests.store.content import run


def _run_sql(place: Path, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute(sql, values)


def test_equal_bytes_in_two_lineages_are_one_text_to_read_and_two_to_change(
    filled: Store, place: Path, marshes: list[str]
) -> None:
    add_files("copy", marshes[:1], GivenFacts(), filled)
    assert resolve_text("LA/12/L.7", filled).reference == "copy@LA/12/L.7"
    assert run(place, "show", "LA/12/L.7", "-q").status == 0
    assert run(place, "compare", "LA/12/L.7", "12/9", "-q").status == 1
    with pytest.raises(UnknownVersionError, match="matches 2 versions"):
        resolve("LA/12/L.7", filled)
    assert_trouble(run(place, "edit", "LA/12/L.7", "--title", "x"), "matches 2 versions")
    assert_trouble(run(place, "drop", "LA/12/L.7", "--yes"))
    other = Path(place).with_name("other.txt")
    other.write_text(Path(marshes[0]).read_text("utf-8") + "\n", "utf-8")
    add_files("third", [str(other)], GivenFacts(), filled)
    assert_trouble(run(place, "show", "LA/12/L.7"), "matches 3 versions")


@pytest.mark.parametrize(
    ("sql", "command"),
    [
        ("""UPDATE verb SET "end" = 'x'""", "history marshes --stage all"),
        (
            "UPDATE verb SET paragraph = 3.7 WHERE version = 1 AND paragraph = 0 AND nth = 0",
            "history marshes --stage all",
        ),
        ("DELETE FROM change WHERE place = 0", "blame marshes"),
        ("""UPDATE change SET kind = '{"a": [[1]]}'""", "history marshes --stage all"),
        ("UPDATE comparison SET split = x'fffe00'", "log marshes --format json"),
        ("UPDATE sense SET details = '[]' WHERE id = 1", "trace marsh --all"),
        ("""UPDATE paragraph SET level = '{"a": 1}'""", "compare marshes --format html"),
    ],
)
def test_a_store_whose_rows_others_have_changed_is_said_to_be_damaged(
    filled: Store, place: Path, sql: str, command: str
) -> None:
    run(place, "history", "marshes", "--stage", "all")
    _run_sql(place, sql)
    done = run(place, *command.split())
    last = done.err.splitlines()[-1]
    assert (done.status, "damaged" in last or "cannot be read" in last) == (2, True), done


def test_a_fault_beside_a_sound_store_is_a_fault(
    filled: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resdiff.workspace.steps.versions_of", lambda *details: 1 / 0)
    done = run(place, "log", "marshes")
    assert (done.status, "internal error: ZeroDivisionError" in done.err) == (70, True)


def test_an_export_and_a_backup_touch_nothing_but_what_they_make(
    filled: Store, place: Path, tmp_path: Path
) -> None:
    for name in (".out.part", ".full.part", "full"):
        tmp_path.joinpath(name).mkdir()
        tmp_path.joinpath(name, "mine").write_text("mine", "utf-8")
    tmp_path.joinpath(".copy.db.part").write_text("mine", "utf-8")
    assert run(place, "export", "marshes", str(tmp_path / "out")).status == 0
    assert_trouble(run(place, "export", "marshes", str(tmp_path / "full")), "is not empty")
    assert_trouble(run(place, "export", "marshes", "/"), "is not empty")
    assert run(place, "store", "backup", str(tmp_path / "copy.db")).status == 0
    assert [
        tmp_path.joinpath(name).read_text("utf-8")
        for name in (".out.part/mine", ".full.part/mine", ".copy.db.part")
    ] == ["mine"] * 3
    assert {path.name for path in tmp_path.glob(".*.part")} == {".out.part", ".full.part", ".copy.db.part"}


def test_of_two_exports_to_one_folder_one_is_done(filled: Store, place: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "resdiff",
        "export",
        "--all",
        str(tmp_path / "out"),
        "--store",
        str(place),
    ]
    children = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    ended = [(child.communicate(timeout=60)[1].decode(), child.returncode) for child in children]
    assert sorted(status for _, status in ended) == [0, 2, 2]
    assert all("is not empty" in reported for reported, status in ended if status)
    assert tmp_path.joinpath("out", "index.json").is_file()


@pytest.mark.skipif(os.name != "posix", reason="there are no named pipes")
def test_an_index_that_names_a_pipe_does_not_wait_for_it(place: Path, samples: Path, tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_bytes(samples.joinpath("coastal-fund", "1-draft.txt").read_bytes())
    os.mkfifo(tmp_path / "pipe.txt")
    rows = [
        {
            "lineage": "x",
            "versions": [
                {"file": "pipe.txt"},
                {"file": "a.txt"},
                {"file": "n" * 300 + ".txt"},
                {"file": "a\0b"},
            ],
        }
    ]
    tmp_path.joinpath("index.json").write_text(json.dumps(rows), "utf-8")
    done = run(place, "import", str(tmp_path))
    assert done.out == "1 text stored, 0 already stored, 3 left out, 0 compared\n"
    assert "pipe.txt': it is not a file" in done.err


@pytest.mark.parametrize("text", ['"x": ' + "[" * 900 + "]" * 900, '"x": 1e999', '"x": Infinity', '"x": NaN'])
def test_an_index_that_could_not_be_written_again_is_refused(place: Path, tmp_path: Path, text: str) -> None:
    tmp_path.joinpath("index.json").write_text(
        f'[{{"lineage": "x", {text}, "versions": [{{"file": "a.txt"}}]}}]', "utf-8"
    )
    assert_trouble(run(place, "import", str(tmp_path)), "it is not JSON in UTF-8")


@pytest.mark.parametrize("by", [7, 10**30, {"x": 1}])
def test_a_decision_by_somebody_without_a_name_is_left_out(
    filled: Store, place: Path, tmp_path: Path, by: object
) -> None:
    run(place, "link", "marshes@12/9:OP1", "marshes@13/4:OP2")
    folder = tmp_path / "out"
    run(place, "export", "--all", str(folder))
    reported = json.loads(folder.joinpath("index.json").read_text("utf-8"))
    reported["judgements"][0]["by"] = by
    folder.joinpath("index.json").write_text(json.dumps(reported), "utf-8")
    again = tmp_path / "again.db"
    done = run(again, "import", str(folder))
    assert (done.status, "'by' is a text" in done.err) == (0, True)
    assert run(again, "store", "verify").out.endswith(" 0 faults\n")


def test_nothing_corrects_or_stands_on_itself(place: Path, marshes: list[str], tmp_path: Path) -> None:
    for name, path in zip(("a.txt", "b.txt", "c.txt"), marshes, strict=False):
        tmp_path.joinpath(name).write_bytes(Path(path).read_bytes())
    one, two = (
        {"file": "a.txt", "label": "a", "supersedes": "b"},
        {"file": "b.txt", "label": "b", "supersedes": "a"},
    )
    three = {"file": "c.txt", "label": "c", "base_of": "x@c"}
    tmp_path.joinpath("index.json").write_text(
        json.dumps([{"lineage": "x", "versions": [one, two, three]}]), "utf-8"
    )
    done = run(place, "import", str(tmp_path))
    assert "x@c cannot be drafted on itself" in done.err
    assert "x@b cannot correct itself" in done.err
    assert run(place, "show", "x@latest", "-q").status == 0


def test_a_version_is_corrected_once(filled: Store, place: Path, marshes: list[str], tmp_path: Path) -> None:
    for k in range(2):
        tmp_path.joinpath(f"{k}.txt").write_text(
            Path(marshes[0]).read_text("utf-8") + "\n" * (k + 1), "utf-8"
        )
    assert (
        run(
            place, "add", "marshes", str(tmp_path / "0.txt"), "--supersedes", "LA/12/L.7", "--label", "corr"
        ).status
        == 0
    )
    done = run(
        place, "add", "marshes", str(tmp_path / "1.txt"), "--supersedes", "LA/12/L.7", "--label", "more"
    )
    assert_trouble(done, "is corrected by marshes@corr already: correct that one: corr")


def test_words_that_mean_something_else_are_no_labels(
    filled: Store, place: Path, tmp_path: Path, marshes: list[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(Path(marshes[0]).read_text("utf-8") + "\n", "utf-8")
    assert_trouble(run(place, "add", "marshes", str(other), "--label", "none"), "cannot be a label")
    assert_trouble(run(place, "add", "marshes", str(other), "--before", ""), "--before is empty")
