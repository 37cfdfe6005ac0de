"""asks over a lineage and over the store."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.running import assert_trouble, resdiff


@pytest.fixture
def filled(tmp_path: Path, samples: Path) -> str:
    """A store with the samples."""
    path = str(tmp_path / "store.db")
    assert resdiff("add", str(samples), "--store", path).status == 0
    return path


def _document(*arguments: str) -> dict[str, Any]:
    done = resdiff("asks", *arguments, "--format", "json", "-q")
    assert done.status == 0, done.err
    return dict(json.loads(done.out))


def test_the_years_are_followed_or_every_round(filled: str) -> None:
    (years,) = _document("coastal-fund", "--store", filled)["lineages"]
    assert [version["label"] for version in years["versions"]] == ["12/9", "13/4"]
    (rounds,) = _document("coastal-fund", "--stage", "all", "--store", filled)["lineages"]
    assert len(rounds["versions"]) == 4
    ends = [ask["end"] for ask in years["asks"]]
    assert ends == sorted(ends, key=lambda end: end != "standing")
    for ask in years["asks"]:
        versions = [step["version"] for step in ask["steps"]]
        assert versions == sorted(set(versions))


def test_all_lineages_are_listed_and_the_schema_fits(filled: str) -> None:
    document = _document("--all", "--store", filled)
    assert {row["lineage"] for row in document["lineages"]} >= {"coastal-fund", "mountain-passes"}
    schema = json.loads(resdiff("schema", "ask-threads").out)
    jsonschema.Draft202012Validator(schema).validate(document)


def test_asks_are_chosen_by_addressee_task_and_year(filled: str) -> None:
    rows = _rows(filled)
    names = {row["addressee_name"] for row in rows}
    chosen = _rows(filled, "--addressee", "OBSERVATORY")
    assert 0 < len(chosen) < len(rows)
    last = {(row["lineage"], row["ask"]): row for row in chosen}
    assert all("observatory" in row["addressee_name"].lower() for row in last.values())
    assert len(names) > 2
    reports = {(row["lineage"], row["ask"]): row for row in _rows(filled, "--task", "report")}
    assert {row["task"] for row in reports.values()} == {"report"}
    due = _rows(filled, "--due", "2034")
    assert due
    assert {row["end"] for row in due} == {"standing"}
    assert all("2034" in row["due_resolved"] for row in {r["ask"]: r for r in due}.values())


def _rows(store: str, *options: str) -> list[dict[str, str]]:
    done = resdiff("asks", "--all", *options, "--format", "csv", "--store", store, "-q")
    assert done.status == 0, done.err
    return list(csv.DictReader(io.StringIO(done.out)))


def test_the_text_says_since_when_and_how_each_ended(filled: str) -> None:
    out = resdiff("asks", "coastal-fund", "--store", filled, "--width", "200").out
    assert out.startswith("coastal-fund, 2 texts, 12/9 (2031) to 13/4 (2032): ")
    assert "\nALTERED IN 13/4 (2032)\n" in out
    assert "since 12/9 (2031)" in out
    assert "last in 12/9 (2031)" in out


def test_wrong_choices_are_refused(filled: str) -> None:
    store = ("--store", filled)
    assert_trouble(resdiff("asks", "--all", "--task", "dance", *store), "unknown task 'dance'")
    assert_trouble(resdiff("asks", "--all", "--due", "soon", *store), "invalid year 'soon'")
    assert_trouble(resdiff("asks", "--all", "coastal-fund", *store), "--all cannot be combined")
    assert_trouble(resdiff("asks", *store), "no text is given")
    two = ("coastal-fund@first", "coastal-fund@latest")
    assert_trouble(resdiff("asks", *two, "--due", "2034", *store), "do not go with two texts")
    assert_trouble(resdiff("asks", "coastal-fund@first..latest", "--task", "report", *store), "two texts")
    assert_trouble(resdiff("asks", "coastal-fund@latest", "--due", "soon", *store), "invalid year 'soon'")


def test_asks_of_one_text_are_chosen_too(filled: str) -> None:
    store = ("--store", filled)
    every = resdiff("asks", "coastal-fund@latest", "-f", "csv", *store).out.splitlines()
    reports = resdiff("asks", "coastal-fund@latest", "--task", "report", "-f", "csv", *store).out.splitlines()
    assert 1 < len(reports) < len(every)
    assert set(reports) < set(every)
    assert (
        len(resdiff("asks", "coastal-fund@latest", "--due", "1999", "-f", "csv", *store).out.splitlines())
        == 1
    )
