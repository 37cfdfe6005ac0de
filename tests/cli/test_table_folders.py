"""rows into a folder: every table of every lineage, the same however many work at it, taken up again."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import duckdb
import jsonschema
import pandas
import pytest

from resdiff.guide import page
from resdiff.workspace.rows import output_folder
from resdiff.workspace.rows.catalogue import TABLES
from resdiff.workspace.rows.sources import rows_of_lineage
from tests.cli.running import Done, assert_trouble, resdiff, resdiff_alone


@pytest.fixture
def texts(tmp_path: Path, samples: Path) -> Path:
    """A folder with three lineages and a file that cannot be read."""
    for name in ("coastal-fund", "mountain-passes", "harbour-watch"):
        shutil.copytree(samples / name, tmp_path / "texts" / name)
    (tmp_path / "texts" / "harbour-watch" / "9-broken.docx").write_bytes(b"PK\x03\x04 none")
    return tmp_path / "texts"


def _written(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _all(texts: Path, output: Path, *arguments: str) -> Done:
    done = resdiff_alone("rows", "--from", texts, "-o", output, *arguments)
    assert done.status == 0, done.err
    return done


def _manifest(folder: Path) -> Any:
    return json.loads((folder / "manifest.json").read_text("utf-8"))


def test_one_process_and_two_write_the_same_bytes_and_all_tables(texts: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    done = _all(texts, one)
    assert "9-broken.docx" in done.err
    assert "3 lineages" in done.out
    _all(texts, two, "--jobs", "2")
    assert _written(one) == _written(two)
    manifest = _manifest(one)
    assert manifest["tables"] == list(TABLES)
    assert [part["lineage"] for part in manifest["parts"]] == sorted(path.name for path in texts.iterdir())
    for name, table in TABLES.items():
        frame = pandas.read_parquet(one / name)
        assert list(frame.columns) == list(table.columns)
        assert len(frame) == sum(part["tables"][name]["rows"] for part in manifest["parts"])
        query = f"SELECT count(*) FROM '{one}/{name}/*.parquet'"  # noqa: S608 - a folder of this test
        assert duckdb.connect().execute(query).fetchall() == [(len(frame),)]
    assert [row["source"] for row in manifest["failures"]] == ["harbour-watch/9-broken.docx"]
    assert list(pandas.read_parquet(one / "failures")["source"]) == ["harbour-watch/9-broken.docx"]


def test_every_row_fits_the_schema_and_the_formats_agree(texts: Path, tmp_path: Path) -> None:
    schema = jsonschema.Draft202012Validator(json.loads(resdiff("guide", "--schema", "rows").out))
    for form in ("json", "csv"):
        _all(texts, tmp_path / form, "--format", form)
    for name in TABLES:
        for path in sorted((tmp_path / "json" / name).iterdir()):
            document = json.loads(path.read_text("utf-8"))
            schema.validate(document)
            lines = pandas.read_csv(tmp_path / "csv" / name / f"{path.stem}.csv")
            assert len(lines) == len(document["rows"])
    with pytest.raises(jsonschema.ValidationError):
        schema.validate({"schema": "resdiff/rows/1", "table": "votes", "rows": [{"voter": 3}]})


def test_a_second_run_makes_only_what_is_missing_or_changed(texts: Path, tmp_path: Path) -> None:
    output = tmp_path / "tables"
    _all(texts, output)
    before = _written(output)
    assert "(3 were there)" in _all(texts, output).out
    assert _written(output) == before
    (output / "verbs" / "coastal-fund.parquet").write_bytes(b"torn")
    assert "(2 were there)" in _all(texts, output).out
    assert _written(output) == before
    text = next((texts / "mountain-passes").iterdir())
    text.write_text(text.read_text("utf-8") + "\n99. Urges all members to pay.\n", "utf-8")
    assert "(2 were there)" in _all(texts, output).out
    shutil.rmtree(texts / "coastal-fund")
    assert "(2 were there)" in _all(texts, output).out
    assert not list(output.glob("*/coastal-fund.parquet"))
    assert "(0 were" not in _all(texts, output, "--format", "csv").out
    assert not list(output.rglob("*.parquet"))


def test_a_run_that_is_interrupted_keeps_what_it_made(texts: Path, tmp_path: Path) -> None:
    whole, output = tmp_path / "whole", tmp_path / "tables"
    _all(texts, whole)
    make = output_folder._make

    def interrupted(entry: Any, **options: Any) -> Any:
        if entry[0] == "mountain-passes":
            raise KeyboardInterrupt
        return make(entry, **options)

    with patch.object(output_folder, "_make", interrupted):
        assert resdiff("rows", "--from", texts, "-o", output).status == 130
    assert not (output / "manifest.json").exists()
    assert "(2 were there)" in _all(texts, output).out
    assert _written(output) == _written(whole)


def test_a_lineage_that_fails_is_a_failure_and_the_rest_is_written(texts: Path, tmp_path: Path) -> None:
    made = rows_of_lineage

    def failing(task: Any, tables: Any) -> Any:
        if task.lineage not in right:
            raise RuntimeError("no luck")
        return made(task, tables)

    for right, status in ((("coastal-fund",), 0), ((), 2)):
        with patch.object(output_folder, "rows_of_lineage", failing):
            done = resdiff("rows", "--from", texts, "-o", tmp_path / f"tables{status}")
        assert done.status == status
        assert done.err.count("internal error: RuntimeError: no luck") == 3 - len(right)
        assert len(_manifest(tmp_path / f"tables{status}")["failures"]) == 3 - len(right)


def test_a_folder_of_other_files_is_never_written_to(texts: Path, tmp_path: Path) -> None:
    before = _written(texts)
    for folder in (texts, texts / "tables"):
        assert_trouble(resdiff("rows", "--from", texts, "-o", folder), "lies in the folder of the texts")
    other = texts / "coastal-fund"
    assert_trouble(resdiff("rows", "--from", texts / "mountain-passes", "-o", other), "holds other files")
    assert _written(texts) == before
    assert_trouble(resdiff("rows", "--from", texts), "give one with --output")
    assert_trouble(resdiff("rows", "verbs", texts, "--from", texts), "two sources")
    assert_trouble(resdiff("rows", "--from", texts, "-o", tmp_path / "t", "-f", "text"), "formats are json")
    assert_trouble(resdiff("rows", "changes", texts / "coastal-fund" / "1-draft.txt"), "stands between two")


def test_a_manifest_leads_to_no_file_outside(texts: Path, tmp_path: Path) -> None:
    output, victim = tmp_path / "tables", tmp_path / "precious.txt"
    _all(texts, output)
    victim.write_text("mine")
    path = output / "manifest.json"
    path.write_text(path.read_text("utf-8").replace("verbs/coastal-fund.parquet", "../precious.txt"), "utf-8")
    _all(texts, output)
    assert victim.read_text() == "mine"


def test_one_table_and_the_store_are_written_too(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RESDIFF_STORE", str(tmp_path / "store.db"))
    assert resdiff("import", texts).status == 0
    assert resdiff("rows", "measures", "-o", tmp_path / "of-store", "--format", "csv").status == 0
    assert {path.name for path in (tmp_path / "of-store").iterdir()} == {
        "measures",
        "failures",
        "manifest.json",
    }
    assert resdiff("rows", "measures", texts, "-o", tmp_path / "of-folder", "--format", "csv").status == 0
    one, two = (
        pandas.concat(map(pandas.read_csv, sorted((tmp_path / name / "measures").iterdir())))
        for name in ("of-store", "of-folder")
    )
    figures = [name for name in one.columns if "source" not in name]
    pandas.testing.assert_frame_equal(one[figures], two[figures])


def test_a_workbook_holds_the_rows_as_text(texts: Path, tmp_path: Path) -> None:
    (texts / "harbour-watch" / "0-formula.txt").write_text(
        "The Littoral Assembly,\n\n1. Urges all members to pay;\n\n2. =1+1 is no formula, as members know;\n"
    )
    book, again = tmp_path / "t.xlsx", tmp_path / "u.xlsx"
    for path in (book, again):
        assert resdiff("rows", "paragraphs", texts, "-o", path).status == 0
    assert book.read_bytes() == again.read_bytes()
    import zipfile

    sheet = zipfile.ZipFile(book).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "=1+1 is no formula" in zipfile.ZipFile(book).read("xl/sharedStrings.xml").decode()


def test_the_questions_of_the_guide_are_answered(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, target in (("1-draft.txt", "draft.txt"), ("3-adopted.txt", "adopted.txt")):
        shutil.copy(texts / "coastal-fund" / name, tmp_path / target)
    _all(texts, tmp_path / "tables")
    monkeypatch.chdir(tmp_path)
    values: dict[str, Any] = {}
    for block in re.findall(r"(?s)```python\n(.*?)```", page("scholar")):
        exec(block, values)  # noqa: S102 - the guide's own words
    assert values["per_year"].to_numpy().sum() > 20
    assert set(values["changed"].index) == {True, False}
    assert (values["changed"]["words_added"] > 0).all()
    assert values["most_cited"].iloc[0] > 1
    assert list(values["no_longer"].columns) == ["document", "date", "symbol"]
    assert set(values["steps"]["outcome"]) <= {"added", "dropped", "carried on"}
    assert len(values["frame"]) > 10


@contextmanager
def _dask(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers on this machine."""
    program = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    address = str(folder / "scheduler.json")
    scheduler = subprocess.Popen(
        [*program, "--port", "0", "--no-dashboard", "--host", "127.0.0.1", "--scheduler-file", address],
        stderr=subprocess.DEVNULL,
    )
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", address]
    options = ["--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory", str(folder)]
    workers = [subprocess.Popen([*worker, *options], stderr=subprocess.DEVNULL) for _ in range(2)]
    try:
        from distributed import Client

        with Client(scheduler_file=address, timeout=60) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(2, timeout=60)
            yield client.scheduler.address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_writes_the_same_and_a_worker_may_die(texts: Path, tmp_path: Path) -> None:
    _all(texts, tmp_path / "one")
    with _dask(tmp_path) as (address, workers):
        _all(texts, tmp_path / "cluster", "--cluster", address)
        os.kill(workers[0].pid, signal.SIGKILL)
        _all(texts, tmp_path / "survivor", "--cluster", address)
    expected = _written(tmp_path / "one")
    assert _written(tmp_path / "cluster") == expected
    assert _written(tmp_path / "survivor") == expected
    assert_trouble(
        resdiff_alone("rows", "--from", texts, "-o", tmp_path / "x", "--cluster", "tcp://127.0.0.1:9"),
        "no Dask scheduler",
    )


def test_two_lineages_never_share_a_file(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    for place in ("a b", "a-b"):
        (texts / place).mkdir(parents=True, exist_ok=True)
        (texts / place / "one.txt").write_text(f"The Littoral Assembly,\n\n1. Urges {place} to pay.\n")
    _all(texts, tmp_path / "tables", "-f", "csv")
    parts = _manifest(tmp_path / "tables")["parts"]
    assert len({part["tables"]["texts"]["file"] for part in parts}) == len(parts) == 2
    assert sum(part["tables"]["texts"]["rows"] for part in parts) == 2
