"""Stores, indexes and names that were made by others or by accident: nothing leaves its folder, nothing ends
in a traceback.
"""

from __future__ import annotations

import json
import lzma
import os
import sqlite3
import stat
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from resdiff.core.errors import StoreError, UnknownVersionError
from resdiff.store import packing
from resdiff.store.repository import Store
from resdiff.workspace.editing import compact_store, drop_versions, restore_versions
from resdiff.workspace.references import open_repository
from tests.cli.running import Done, assert_trouble, resdiff
from tests.store.content import run


def _run_sql(place: Path, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute(sql, values)


def _files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.mark.parametrize("slug", ["../../x", "/nowhere/x", "..", "a/b", "index.json", ""])
def test_an_export_never_leaves_its_folder(filled: Store, place: Path, tmp_path: Path, slug: str) -> None:
    _run_sql(place, "UPDATE lineage SET slug = ? WHERE slug = 'watch'", slug)
    before = _files_in(tmp_path)
    assert_trouble(
        run(place, "export", "--all", str(tmp_path / "deep" / "out")),
        "cannot be written to a folder of that name",
    )
    assert _files_in(tmp_path) == before


def test_an_index_reads_no_file_that_a_link_leads_out_of_the_folder(
    place: Path, samples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    tmp_path.joinpath("secret.txt").write_bytes(samples.joinpath("coastal-fund", "1-draft.txt").read_bytes())
    folder.joinpath("a.txt").symlink_to(tmp_path / "secret.txt")
    folder.joinpath("b.txt").symlink_to("c.txt")
    folder.joinpath("c.txt").write_bytes(samples.joinpath("coastal-fund", "3-adopted.txt").read_bytes())
    folder.joinpath("loop.txt").symlink_to("loop.txt")
    rows = [{"lineage": "fund", "versions": [{"file": name} for name in ("a.txt", "b.txt", "loop.txt")]}]
    folder.joinpath("index.json").write_text(json.dumps(rows), "utf-8")
    done = run(place, "import", str(folder))
    assert done.out == "1 text stored, 0 already stored, 2 left out, 0 compared\n"
    assert "a.txt': it leads out of the folder" in done.err
    with open_repository(str(place)) as store:
        assert [version.label for version in store.versions("fund")] == ["12/9"]


@pytest.mark.parametrize("name", [":memory:", "file:y.db?mode=memory", "file::memory:?cache=shared"])
def test_the_path_of_a_store_is_a_path(samples: Path, tmp_path: Path, name: str) -> None:
    text = samples / "coastal-fund" / "1-draft.txt"
    assert resdiff("add", "fund", text, cwd=tmp_path, env={"RESDIFF_STORE": name}).status == 0
    assert "fund" in resdiff("lineages", "--store", name, cwd=tmp_path).out
    assert tmp_path.joinpath(name).is_file()


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_a_new_store_and_a_copy_of_it_are_their_owners_alone(
    filled: Store, place: Path, tmp_path: Path
) -> None:
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    run(place, "store", "backup", str(tmp_path / "copy.db"))
    assert stat.S_IMODE(tmp_path.joinpath("copy.db").stat().st_mode) == 0o600
    place.chmod(0o640)
    run(place, "lineages")
    assert stat.S_IMODE(place.stat().st_mode) == 0o640, "what people decided stays"


def _named_otherwise(folder: Path, samples: Path) -> bytes:
    """A file whose name is no UTF-8, in a sub-folder; the path of it."""
    folder.joinpath("fund").mkdir(parents=True)
    name = os.fsencode(folder / "fund") + b"/caf\xe9.txt"
    with open(name, "wb") as file:  # noqa: PTH123 - no path of text can name it
        file.write(
            samples.joinpath("harbour-watch", "1-adopted.txt").read_bytes().replace(b"12/10", b"12/11")
        )
    folder.joinpath("fund", "d.txt").write_bytes(
        samples.joinpath("harbour-watch", "2-adopted.txt").read_bytes()
    )
    return name


def _bytes_run(*arguments: str | bytes) -> Done:
    done = subprocess.run([sys.executable, "-m", "resdiff", *arguments], capture_output=True, check=False)
    return Done(status=done.returncode, out=done.stdout.decode("utf-8"), err=done.stderr.decode("utf-8"))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_utf8_is_kept_with_escapes(place: Path, samples: Path, tmp_path: Path) -> None:
    name = _named_otherwise(tmp_path / "texts", samples)
    assert run(place, "import", str(tmp_path / "texts")).out.startswith("2 texts stored")
    assert _bytes_run("add", "other", name, "--store", str(place)).status == 0
    with open_repository(str(place)) as store:
        assert [v.source.rpartition("/")[2] for v in store.versions("fund")] == [r"caf\udce9.txt", "d.txt"]
    for form in ("html", "json", "text", "markdown", "csv", "akn"):
        done = _bytes_run("compare", name, str(tmp_path / "texts/fund/d.txt"), "--format", form)
        assert (done.status, done.err) == (1, "")
    commands: tuple[tuple[str | bytes, ...], ...] = (
        ("add", "x", name, "--by", b"\xff"),
        ("search", b"\xff"),
        ("add", b"\xff", name),
        ("edit", "fund@d", "--title", b"\xff"),
    )
    for command in commands:
        assert _bytes_run(*command, "--store", str(place)).status in (1, 2), command
    assert run(place, "store", "verify").out.endswith(" 0 faults\n")


def test_a_lone_surrogate_of_an_index_is_kept_as_an_escape(
    place: Path, samples: Path, tmp_path: Path
) -> None:
    tmp_path.joinpath("a.txt").write_bytes(samples.joinpath("coastal-fund", "1-draft.txt").read_bytes())
    row = (
        '{"file": "a.txt", "title": "\\ud800", "by": "\\udfff", "mine": {"\\ud800": ["\\udc00"]}}, {"file":'
        ' "\\ud800.txt"}'
    )
    tmp_path.joinpath("index.json").write_text(
        f'[{{"lineage": "x", "title": "\\ud800", "versions": [{row}]}}]', "utf-8"
    )
    done = run(place, "import", str(tmp_path))
    assert (done.status, done.out) == (0, "1 text stored, 0 already stored, 1 left out, 0 compared\n")
    with open_repository(str(place)) as store:
        (version,) = store.versions("x")
        assert (version.title, version.author, version.extra) == (
            r"\ud800",
            r"\udfff",
            {"mine": {r"\ud800": [r"\udc00"]}},
        )
    assert run(place, "store", "verify").out == "1 version, 0 faults\n"


@pytest.mark.parametrize(
    "vote",
    [
        {"manner": "recorded", "in_favour": 1, "zzz": 2},
        {"manner": "by shouting"},
        {"manner": "recorded", "in_favour": True},
        {"manner": "recorded", "names": {"everyone": ["A"]}},
        {"manner": "recorded", "names": {"against": [1]}},
        {"manner": "recorded", "consistent": "yes"},
        {},
        [],
        "recorded",
    ],
)
def test_an_odd_vote_is_refused_on_import_and_named_in_a_store(
    filled: Store, place: Path, samples: Path, tmp_path: Path, vote: object
) -> None:
    tmp_path.joinpath("a.txt").write_bytes(samples.joinpath("coastal-fund", "1-draft.txt").read_bytes())
    rows = [{"lineage": "x", "versions": [{"file": "a.txt", "vote": vote}]}]
    tmp_path.joinpath("index.json").write_text(json.dumps(rows), "utf-8")
    assert_trouble(run(tmp_path / "new.db", "import", str(tmp_path)), "is not an index of lineages", "vote")
    _run_sql(place, "UPDATE version SET vote = ? WHERE id = 2", json.dumps(vote))
    for command in (["log", "marshes"], ["show", "marshes@first"], ["search", "marsh"]):
        assert_trouble(run(place, *command), "damaged")
    assert run(place, "store", "verify").status == 2


@pytest.mark.parametrize(
    "change",
    ["vote = 'x'", "extra = '[1]'", "extra = '{'", "label = x'00ff'", "date = x'00'", "place = 'first'"],
)
def test_an_odd_row_is_named_as_damaged(filled: Store, place: Path, change: str) -> None:
    _run_sql(place, f"UPDATE version SET {change} WHERE id = 2")  # noqa: S608 - of this test
    assert_trouble(run(place, "log", "marshes"), "damaged")
    assert run(place, "store", "verify").status == 2


def test_a_text_that_unpacks_to_more_than_is_kept_is_damaged(
    filled: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "MOST_UNPACKED", 100_000)
    version = filled.versions("marshes")[0]
    assert filled.data(version)
    _run_sql(place, "UPDATE version SET bytes = ? WHERE id = ?", zlib.compress(b" " * 100_001), version.id)
    with pytest.raises(StoreError, match="damaged"):
        filled.data(version)
    _run_sql(place, "INSERT INTO pack (id, bytes) VALUES (9, ?)", lzma.compress(b" " * 100_001))
    _run_sql(
        place, "UPDATE version SET bytes = x'', pack = 9, pack_at = '[0, 1, 2]' WHERE id = ?", version.id
    )
    with pytest.raises(StoreError, match="damaged"):
        filled.data(version)


def test_the_hint_of_a_drop_names_what_was_dropped(filled: Store, place: Path) -> None:
    for label in ("LA/12/L.7", "LA/12/L.7/Rev.1"):
        done = run(place, "drop", "marshes@first", "--yes")
        assert f"resdiff drop 'marshes@{label}' --undo brings it back" in done.err
    assert run(place, "restore", "marshes@LA/12/L.7").out == "restored marshes@LA/12/L.7\n"
    assert "resdiff drop 'watch' --undo brings them back" in run(place, "drop", "watch", "--yes").err


def test_what_a_compaction_took_in_the_meantime_is_no_longer_there(
    filled: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop_versions("marshes@first", None, filled)
    begin = Store._after_begin

    def compacted_before(store: Store) -> None:
        """Another command has removed the version between two looks at the store."""
        if store is filled:
            begin(store)
            store.run("DELETE FROM comparison")
            store.run("DELETE FROM verb WHERE version = 1")
            store.run("DELETE FROM paragraph WHERE version = 1")
            store.run("DELETE FROM version WHERE id = 1")

    monkeypatch.setattr(Store, "_after_begin", compacted_before)
    with pytest.raises(UnknownVersionError, match="nothing of marshes was dropped"):
        restore_versions("marshes", None, filled)


def test_a_restore_after_a_compaction_says_so(filled: Store, place: Path) -> None:
    drop_versions("marshes@first", None, filled)
    compact_store(None, filled)
    assert_trouble(run(place, "restore", "marshes@LA/12/L.7"), "nothing of marshes was dropped")
