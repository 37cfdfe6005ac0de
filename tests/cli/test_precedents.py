"""precedents over a store: nearest wordings, origins of words, what is new."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from resdiff.core.parse import parse
from resdiff.core.precedents.runs import LEAST
from resdiff.core.tokens import searched_words
from resdiff.store.search import VersionFilter
from resdiff.workspace.precedents import precedents_of, precedents_of_paragraph
from resdiff.workspace.reading import read
from resdiff.workspace.references import open_repository
from tests.cli.running import assert_trouble, resdiff
from tests.making import OPERATIVE, text_of

_CLAUSE = "Invites regional development banks to lower the premiums of communities that restore marshes"


@pytest.fixture
def marshes(tmp_path: Path, samples: Path) -> str:
    """A store with both sample lineages."""
    path = str(tmp_path / "store.db")
    assert resdiff("add", str(samples), "--store", path).status == 0
    return path


def _paragraphs(*arguments: str) -> list[dict[str, Any]]:
    done = resdiff("precedents", *arguments, "--format", "json", "-q")
    assert done.status == 0, done.err
    document = json.loads(done.out)
    assert document["schema"] == "resdiff/precedents/1"
    return list(document["paragraphs"])


def test_a_sentence_gets_its_nearest_wording_and_what_is_new(marshes: str) -> None:
    sentence = "Deplores the sale of marsh land to buyers that intend to drain it, and dances"
    (row,) = _paragraphs(sentence, "--store", marshes)
    assert row["nearest"][0]["text"].startswith("Deplores the sale of marsh land")
    assert (row["nearest"][0]["version"], row["nearest"][0]["current"]) == ("13/4", True)
    assert "dances" in row["nearest"][0]["differing"]
    assert "".join(words for words, _ in row["runs"]) == sentence
    assert row["runs"][0][1] == "coastal-fund@12/9:OP8"  # where it first stood
    assert row["runs"][-1] == ["dances", None]


def test_the_name_of_a_file_that_is_not_there_is_no_sentence(marshes: str) -> None:
    done = resdiff("precedents", "no such file.txt", "--store", marshes)
    assert_trouble(done, "there is no file 'no such file.txt'")


def test_words_come_from_no_text_that_is_dated_later(tmp_path: Path) -> None:
    store = str(tmp_path / "store.db")
    line = "Deplores the sale of marsh land to buyers that intend to drain it"
    for year in (2030, 2034):
        text = text_of(head=f"Adopted on 3 March {year}\n\n{year}/1. Marsh land", operative=[f"{line};"])
        (tmp_path / f"{year}.txt").write_text(text, "utf-8")
        assert resdiff("add", f"of-{year}", tmp_path / f"{year}.txt", "--store", store).status == 0
    draft = parse(text_of(head="LA/32/L.1\n\n2 May 2032\n\nMarsh land", operative=[f"{line}, and dances;"]))
    assert draft.masthead.date == "2032-05-02"
    place = next(k for k, p in enumerate(draft.paragraphs) if p.text.startswith("Deplores"))
    row = precedents_of_paragraph(draft, place, store, VersionFilter(), 3)
    assert {s.lineage for near in row.nearest for s in near.standings} == {"of-2030"}


def test_readings_of_the_same_words_are_one_precedent(tmp_path: Path) -> None:
    store = str(tmp_path / "store.db")
    clauses = [
        _CLAUSE,
        _CLAUSE.replace("development banks", "Development Banks"),
        _CLAUSE.replace("lower", "cut"),
    ]
    for year, clause in enumerate(clauses, start=2041):
        file = tmp_path / f"{year}.txt"
        file.write_text(text_of(operative=(f"{clause};", *OPERATIVE)), "utf-8")
        done = resdiff("add", f"banks-{year}", str(file), "--date", f"{year}-05-01", "--store", store)
        assert done.status == 0, done.err
    (row,) = _paragraphs(_CLAUSE, "--store", store, "--limit", "2")
    lineages = [(n["lineage"], n["text"].partition(" premiums")[0][-9:]) for n in row["nearest"]]
    assert lineages == [("banks-2042", "lower the"), ("banks-2043", "o cut the")]
    assert [n["versions"] for n in row["nearest"]] == [2, 1]


@pytest.mark.parametrize(
    ("version", "precedents"),
    [("12/9", set()), ("LA/12/L.7/Rev.1", set()), ("13/4", {"12/9", "LA/12/L.7", "LA/12/L.7/Rev.1"})],
)
def test_a_text_its_drafts_and_later_ones_are_no_precedents_of_it(
    marshes: str, version: str, precedents: set[str]
) -> None:
    rows = _paragraphs(f"coastal-fund@{version}", "--store", marshes, "--limit", "9")
    versions = {n["version"] for row in rows for n in row["nearest"] if n["lineage"] == "coastal-fund"}
    assert versions == precedents


def test_the_same_file_is_not_its_own_precedent(marshes: str, samples: Path) -> None:
    rows = _paragraphs(str(samples / "coastal-fund" / "3-adopted.txt"), "--store", marshes)
    assert "12/9" not in {n["version"] for row in rows for n in row["nearest"]}


def test_only_some_texts_may_be_precedents(marshes: str) -> None:
    (row,) = _paragraphs(_CLAUSE, "--store", marshes, "--stage", "draft")
    assert {n["stage"] for n in row["nearest"]} == {"draft"}
    (row,) = _paragraphs(_CLAUSE, "--store", marshes, "--in", "harbour")
    assert not {n["lineage"] for n in row["nearest"]} & {"coastal-fund"}


def test_new_words_can_fail_a_script(marshes: str) -> None:
    options = ("--fail-on", "new", "--store", marshes)
    assert resdiff("precedents", "Counts the dragons of the sea", *options).status == 1
    agreed = "Deplores the sale of marsh land to buyers that intend to drain it"
    assert resdiff("precedents", agreed, *options).status == 0
    done = resdiff("precedents", agreed, "--fail-on", "old", "--store", marshes)
    assert (done.status, "unknown word 'old'" in done.err) == (2, True)


def test_text_and_page_mark_what_is_new(marshes: str, tmp_path: Path) -> None:
    out = resdiff("precedents", "Counts <b>the dragons</b> of the sea", "--store", marshes).out
    assert "{+Counts <b>the dragons</b> of the sea+}" in out
    page = tmp_path / "agreed.html"
    assert resdiff("precedents", "Counts <b>the dragons</b>", "--store", marshes, "-o", str(page)).status == 0
    assert "<ins>Counts &lt;b&gt;the dragons&lt;/b&gt;</ins>" in page.read_text("utf-8")


def test_an_empty_store_and_a_missing_file_end_in_one_line(tmp_path: Path) -> None:
    store = str(tmp_path / "none.db")
    done = resdiff("precedents", "Counts the dragons", "--store", store)
    assert (done.status, "there is no store at" in done.err) == (2, True)
    done = resdiff("precedents", "draft.txt", "--store", store)
    assert (done.status, "there is no file 'draft.txt'" in done.err) == (2, True)


@pytest.mark.parametrize("count", [4, pytest.param(20, marks=pytest.mark.thorough)])
def test_what_is_new_in_real_drafts_is_what_an_exact_search_finds(
    shared: Path, tmp_path: Path, count: int
) -> None:
    drafts = sorted(shared.joinpath("lineages").glob("ga80-draft-*/01_*.txt"))[:: 94 // count][:count]
    store = str(tmp_path / "store.db")
    lineages = sorted(shared.joinpath("lineages").glob("ga-*"))[::20]
    for lineage in lineages:
        files = sorted(map(str, lineage.glob("*.txt")))
        assert resdiff("add", lineage.name[:60], *files, "--no-compare", "--store", store).status < 2
    with open_repository(store) as repository:
        known = {gram for (text,) in repository.rows("SELECT text FROM reading") for gram in _in_order(text)}
    for draft in drafts:
        for row in precedents_of(read(draft), store, VersionFilter(), 3):
            grams = _in_order(row.paragraph.text)
            covered = {k + j for k, gram in enumerate(grams) if gram in known for j in range(LEAST)}
            place, agreed = 0, set()
            for run in row.runs:
                if run.source is not None:
                    agreed |= set(range(place, place + run.words))
                place += run.words
            assert agreed == covered


def _in_order(text: str) -> list[tuple[str, ...]]:
    words = [word for word, _, _ in searched_words(text)]
    return [tuple(words[k : k + LEAST]) for k in range(len(words) - LEAST + 1)]
