"""Folders are imported once, and what is exported and imported again is the same store."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from resdiff.store.repository import Store
from resdiff.workspace.references import open_repository
from tests.cli.running import assert_trouble
from tests.store.content import content, run


def test_a_folder_is_imported_once_and_a_bad_file_does_not_stop_the_rest(
    place: Path, samples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "texts"
    for path in samples.rglob("*.txt"):
        target = folder / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    (folder / "harbour-watch" / "3-bad.txt").write_bytes(b"one\x00two")
    done = run(place, "import", str(folder))
    assert (done.status, done.out) == (0, "13 texts stored, 0 already stored, 1 left out, 9 compared\n")
    assert "3-bad.txt" in done.err
    assert (
        run(place, "import", str(folder)).out == "0 texts stored, 13 already stored, 1 left out, 0 compared\n"
    )


def test_an_index_gives_lineages_order_and_stage(place: Path, samples: Path, tmp_path: Path) -> None:
    for name in ("3-adopted.txt", "1-draft.txt"):
        tmp_path.joinpath(name).write_bytes(samples.joinpath("coastal-fund", name).read_bytes())
    rows = [
        {
            "lineage": "fund",
            "versions": [{"file": "1-draft.txt", "stage": "zero draft"}, {"file": "3-adopted.txt"}],
        }
    ]
    tmp_path.joinpath("index.json").write_text(json.dumps(rows), "utf-8")
    assert run(place, "import", str(tmp_path)).status == 0
    with open_repository(str(place)) as store:
        assert [(v.label, v.stage) for v in store.versions("fund")] == [
            ("LA/12/L.7", "zero draft"),
            ("12/9", "adopted"),
        ]


@pytest.mark.parametrize("text", ["{", '{"a": 1}', '[{"lineage": "x"}]', "[1]"])
def test_an_index_of_another_form_is_refused(place: Path, tmp_path: Path, text: str) -> None:
    tmp_path.joinpath("index.json").write_text(text, "utf-8")
    assert_trouble(run(place, "import", str(tmp_path)), "is not an index of lineages")


def _exported(place: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    assert run(place, "export", "--all", str(folder)).status == 0
    return folder


def test_what_is_exported_and_imported_again_is_the_same_store(
    filled: Store, place: Path, marshes: list[str], tmp_path: Path
) -> None:
    other = tmp_path / "corrected.txt"
    other.write_text(Path(marshes[2]).read_text("utf-8") + "\n", "utf-8")
    for arguments in (
        [
            "add",
            "marshes",
            str(other),
            "--supersedes",
            "12/9",
            "--reason",
            "a comma",
            "--by",
            "the clerk",
            "--stage",
            "oral revision",
        ],
        ["edit", "marshes@13/4", "--base-of", "watch@first", "--date", "2032", "--title", "Marshes"],
        ["link", "marshes@12/9~2:OP1", "marshes@13/4:OP2", "--by", "a delegate"],
        ["unlink", "watch@first:OP1", "watch@latest:OP1"],
        ["rename", "watch", "harbour", "--title", "The watch"],
    ):
        assert run(place, *arguments).status == 0, arguments
    folder = _exported(place, tmp_path)
    again = tmp_path / "again.db"
    done = run(again, "import", str(folder))
    assert (done.status, done.err) == (0, "")
    with open_repository(str(again)) as copy:
        assert content(copy) == content(filled)
    assert run(again, "export", "--all", str(tmp_path / "twice")).status == 0
    assert {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()} == {
        p.relative_to(tmp_path / "twice"): p.read_bytes()
        for p in tmp_path.joinpath("twice").rglob("*")
        if p.is_file()
    }
    assert run(again, "import", str(folder)).out.startswith("0 texts stored, 7 already stored, 0 left out")


def test_fields_that_resdiff_does_not_know_are_kept(place: Path, samples: Path, tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_bytes(samples.joinpath("coastal-fund", "1-draft.txt").read_bytes())
    rows = [
        {
            "lineage": "fund",
            "kind": "yearly",
            "versions": [{"file": "a.txt", "symbol": "LA_12_L.7", "text": ["clean", 1]}],
        }
    ]
    tmp_path.joinpath("index.json").write_text(json.dumps(rows), "utf-8")
    assert run(place, "import", str(tmp_path)).status == 0
    reported = json.loads(_exported(place, tmp_path).joinpath("index.json").read_text("utf-8"))["lineages"][0]
    assert reported["kind"] == "yearly"
    assert reported["versions"][0]["text"] == ["clean", 1]
    assert reported["versions"][0]["symbol"] == "LA/12/L.7"


def test_a_title_of_a_later_text_does_not_become_that_of_the_lineage(
    place: Path, samples: Path, tmp_path: Path
) -> None:
    untitled = "The Littoral Assembly,\n\n1. Decides to meet;\n\n2. Requests the Warden to report.\n"
    texts = [untitled, samples.joinpath("coastal-fund", "3-adopted.txt").read_text("utf-8")]
    for name, text in zip("ab", texts, strict=True):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, "utf-8")
        assert run(place, "add", "fund", str(path), "--label", name).status == 0
    with open_repository(str(place)) as store:
        (lineage,) = store.lineages()
    assert "tidal marshes" in (lineage.title or "")
    folder = _exported(place, tmp_path)
    (row,) = json.loads(folder.joinpath("index.json").read_text("utf-8"))["lineages"]
    assert row["title"] is None
    assert [version["title"] for version in row["versions"]] == [None, lineage.title]


@pytest.mark.parametrize(
    ("version", "word"),
    [
        ({"file": "../a.txt"}, "outside"),
        ({"file": "a.txt", "stage": "tabled"}, "unknown stage"),
        ({"file": "a.txt", "date": "soon"}, "invalid date"),
        ({"file": "a.txt", "label": 3}, "is a text"),
        ({"file": "a.txt", "vote": {"manner": 1}}, "'vote'"),
        ({"stage": "draft"}, "'file'"),
    ],
)
def test_an_index_with_a_field_that_cannot_be_kept_is_refused(
    place: Path, tmp_path: Path, version: dict[str, object], word: str
) -> None:
    tmp_path.joinpath("index.json").write_text(json.dumps([{"lineage": "x", "versions": [version]}]), "utf-8")
    assert_trouble(run(place, "import", str(tmp_path)), "is not an index of lineages", word)


def test_a_text_that_is_not_the_one_exported_is_left_out(filled: Store, place: Path, tmp_path: Path) -> None:
    folder = _exported(place, tmp_path)
    path = next(folder.joinpath("watch").iterdir())
    path.write_bytes(path.read_bytes() + b"\n")
    done = run(tmp_path / "again.db", "import", str(folder))
    assert "5 texts stored, 0 already stored, 1 left out" in done.out
    assert "sha256" in done.err


def test_an_export_never_writes_into_a_folder_that_holds_something(
    filled: Store, place: Path, tmp_path: Path
) -> None:
    tmp_path.joinpath("full").mkdir()
    tmp_path.joinpath("full", "x").write_text("x", "utf-8")
    assert_trouble(run(place, "export", "marshes", str(tmp_path / "full")), "is not empty")
    assert_trouble(run(place, "export", "marsh", str(tmp_path / "new")), "did you mean 'marshes'")
    assert_trouble(run(place, "export", "marshes"), "LINEAGE FOLDER")
    assert not tmp_path.joinpath("new").exists()
    assert not list(tmp_path.glob(".*.part"))


def test_several_processes_import_the_same_store(place: Path, samples: Path, tmp_path: Path) -> None:
    assert (
        run(place, "import", str(samples), "--jobs", "2").out
        == "13 texts stored, 0 already stored, 0 left out, 9 compared\n"
    )
    assert (
        run(tmp_path / "one.db", "import", str(samples)).out
        == "13 texts stored, 0 already stored, 0 left out, 9 compared\n"
    )
    queries = ("SELECT * FROM changes", "SELECT * FROM verbs", "SELECT * FROM shifts", "SELECT * FROM votes")
    with open_repository(str(place)) as several, open_repository(str(tmp_path / "one.db")) as one:
        assert [several.rows(query) for query in queries] == [one.rows(query) for query in queries]


def test_what_a_folder_holds_beside_texts_is_told(place: Path, samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.joinpath("watch", "deep").mkdir(parents=True)
    text = samples.joinpath("harbour-watch", "1-adopted.txt").read_bytes()
    folder.joinpath("watch", "a.txt").write_bytes(text)
    folder.joinpath("top.txt").write_bytes(text)
    tmp_path.joinpath("outside.txt").write_bytes(text)
    folder.joinpath("watch", "b.txt").symlink_to(tmp_path / "outside.txt")
    done = run(place, "import", str(folder))
    assert (done.status, done.out) == (0, "1 text stored, 0 already stored, 3 left out, 0 compared\n")
    assert [
        word in done.err
        for word in (
            "top.txt': it stands in no sub-folder",
            "deep': it is not a file",
            "b.txt': it is not a file",
        )
    ] == [True] * 3
    folder.joinpath("wa tch").mkdir()
    folder.joinpath("wa-tch").mkdir()
    for name in ("wa tch", "wa-tch"):
        folder.joinpath(name, "a.txt").write_bytes(text)
    assert_trouble(run(place, "import", str(folder)), "two sub-folders")


def test_an_import_that_keeps_nothing_is_trouble(place: Path, tmp_path: Path) -> None:
    tmp_path.joinpath("x").mkdir()
    tmp_path.joinpath("x", "bad.txt").write_bytes(b"one\x00two")
    assert run(place, "import", str(tmp_path)).status == 2


def test_names_that_are_empty_or_here_are_refused(
    filled: Store, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert_trouble(run(place, "import", ""), "no folder ''")
    assert_trouble(run(place, "export", "marshes", "."), "the folder you are in")
    assert_trouble(run(place, "export", "marshes", ""), "the folder you are in")
    assert_trouble(run(place, "lineages", "--store", ""), "--store is empty")
    assert_trouble(run(place, "store", "backup", ""), "is not a file name")


def test_a_folder_of_the_name_of_a_lineage_hides_it_not(
    filled: Store, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("marshes").mkdir()
    tmp_path.joinpath("marshes@first").mkdir()
    assert run(place, "compare", "marshes", "-q").status == 1
    assert run(place, "show", "marshes@first", "-q").status == 0
    assert_trouble(run(place, "show", "marshes"), "is a folder")
    assert_trouble(run(place, "compare", "./marshes"), "is a folder")


def test_a_base_that_was_dropped_is_not_exported(filled: Store, place: Path, tmp_path: Path) -> None:
    run(place, "edit", "marshes@13/4", "--base-of", "marshes@12/9")
    run(place, "drop", "marshes@12/9", "--yes")
    assert filled.rows("SELECT base_of FROM versions WHERE version = '13/4'") == [("marshes@12/9 (dropped)",)]
    assert run(tmp_path / "again.db", "import", str(_exported(place, tmp_path))).err == ""


_INTERRUPTED = """
import os, signal, sys
from resdiff.cli.app import main
from resdiff.store.repository import Store

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have had it ignored
keep, count = Store.keep, 0

def keep_some(*arguments):
    global count
    count += 1
    if count == 23:
        os.kill(os.getpid(), signal.SIGINT)
    return keep(*arguments)

Store.keep = keep_some
sys.exit(main(sys.argv[1:]))
"""
"""An import that is interrupted while it keeps the 23rd text, the third of its lineage."""


def test_an_import_that_is_interrupted_says_what_is_kept(place: Path, samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    for k in range(60):
        folder.joinpath(f"lineage-{k:02}").mkdir(parents=True)
        for path in samples.joinpath("coastal-fund").glob("*.txt"):
            folder.joinpath(f"lineage-{k:02}", path.name).write_text(
                f"{path.read_text('utf-8')}\n\n{k}", "utf-8"
            )
    done = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED, "import", str(folder), "--store", str(place)],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (130, b"", 1)
    kept = _count(place)
    assert kept == 20, "a lineage is kept whole or not at all"
    assert done.stderr.startswith(f"resdiff: interrupted: {kept} of 240 texts are in the store; ".encode())
    assert run(place, "import", str(folder), "--no-compare").out.startswith(
        f"{240 - kept} texts stored, {kept} already stored"
    )


def _count(place: Path) -> int:
    """How many versions a store holds that another process is making."""
    if not place.exists():
        return 0
    with closing(sqlite3.connect(place)) as connection:
        is_made = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'version'").fetchone()
        return int(connection.execute("SELECT count(*) FROM version").fetchone()[0]) if is_made else 0
