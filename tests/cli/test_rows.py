"""rows: tidy tables of a text, a lineage, the store; every table over every kind of source."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from resdiff.workspace.rows import TABLES
from tests.cli.running import assert_trouble, resdiff


@pytest.fixture
def store(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RESDIFF_STORE", str(tmp_path / "store.db"))
    files = sorted((samples / "coastal-fund").glob("*.txt"))
    assert resdiff("add", "tidal-marshes", *files).status == 0
    return files[2]


def _rows(*arguments: str | Path) -> list[dict[str, str]]:
    done = resdiff("rows", *arguments, "--format", "csv")
    assert done.status == 0, done.err
    return list(csv.DictReader(io.StringIO(done.out)))


def _written(value: object) -> str:
    """A value of JSON as CSV has it."""
    return "" if value is None else str(int(value)) if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("table", list(TABLES))
def test_each_table_has_its_columns_for_each_source(table: str, store: Path) -> None:
    place, version = (0, "first") if table == "sponsors" else (2, "12/9")
    path = sorted(store.parent.glob("*.txt"))[place]
    of_file = _rows(table, path)
    of_version, of_lineage, of_store = (
        _rows(table, *source) for source in ([f"tidal-marshes@{version}"], ["tidal-marshes"], [])
    )
    assert of_file
    assert tuple(of_file[0]) == TABLES[table].names
    without_source = [{k: v for k, v in row.items() if k != "source"} for row in of_file]
    assert [{k: v for k, v in row.items() if k != "source"} for row in of_version] == without_source
    assert of_lineage == of_store
    assert len(of_lineage) > len(of_version)
    data = json.loads(resdiff("rows", table, path, "--format", "json").out)
    assert (data["schema"], data["table"]) == ("resdiff/rows/1", table)
    assert [{k: _written(v) for k, v in row.items()} for row in data["rows"]] == of_file
    assert resdiff("rows", table, path).status == 0


def test_the_tables_and_their_columns_are_listed() -> None:
    listed = resdiff("rows").out
    assert all(table in listed for table in TABLES)
    for table in TABLES.values():
        out = resdiff("rows", table.name, "--columns", "--format", "json").out
        assert [row["column"] for row in json.loads(out)] == list(table.names)
        assert all(row["text"] for row in json.loads(out))


def test_what_is_no_table_or_source_is_refused(store: Path) -> None:
    assert_trouble(resdiff("rows", "nonsense", store), "the tables are paragraphs, verbs")
    assert_trouble(resdiff("rows", "verbs", "no-lineage"), "no-lineage")


def test_a_text_without_rows_is_an_empty_table(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("Nothing of the kind.\n")
    assert resdiff("rows", "votes", path, "--format", "csv").out == ",".join(TABLES["votes"].names) + "\n"
    assert json.loads(resdiff("rows", "votes", path, "--format", "json").out)["rows"] == []


def test_what_a_named_text_warns_of_is_printed(tmp_path: Path, store: Path) -> None:
    path, warning = tmp_path / "draft.txt", "1 marked change is read as accepted"
    path.write_text("The Littoral Assembly,\n\n1. Urges all members to pay{++ on time++}.\n")
    assert resdiff("add", "lamps", path).status == 0
    for named in (path, "lamps", "lamps@draft"):
        assert warning in resdiff("rows", "paragraphs", named).err
        assert resdiff("rows", "paragraphs", named, "-q").err == ""
    assert resdiff("rows", "paragraphs").err == ""
