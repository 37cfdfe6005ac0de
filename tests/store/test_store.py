"""Texts are kept byte for byte, in order, all or none, and found by what people call them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from resdiff.core.errors import StoreError, UnknownVersionError, UsageError
from resdiff.store.repository import Store
from resdiff.workspace.adding import GivenFacts, add_files
from resdiff.workspace.comparing import compare_texts
from resdiff.workspace.reading import read
from resdiff.workspace.references import open_repository, range_of, resolve, store_path
from tests.cli.running import assert_trouble
from tests.store.content import run


def test_a_text_comes_back_byte_for_byte_with_what_its_masthead_tells(
    filled: Store, marshes: list[str]
) -> None:
    versions = filled.versions("marshes")
    assert [filled.data(version) for version in versions] == [Path(name).read_bytes() for name in marshes]
    assert [(v.label, v.stage, v.date) for v in versions] == [
        ("LA/12/L.7", "draft", "2031-02-14"),
        ("LA/12/L.7/Rev.1", "revised draft", "2031-02-26"),
        ("12/9", "adopted", "2031-03-07"),
        ("13/4", "adopted", "2032-03-05"),
    ]
    assert versions[2].vote is not None
    assert versions[2].vote.in_favour == 15
    assert filled.versions("watch")[0].author == "the clerk"


def test_the_same_bytes_are_kept_once(filled: Store, marshes: list[str]) -> None:
    assert add_files("marshes", marshes, GivenFacts(), filled).versions == ()
    assert len(filled.versions()) == 6


def test_a_reading_is_kept_once_however_many_versions_have_it(filled: Store, place: Path) -> None:
    with closing(sqlite3.connect(place)) as db:
        paragraphs, readings, distinct = (
            db.execute(q).fetchone()[0]
            for q in (
                "SELECT count(*) FROM paragraph",
                "SELECT count(*) FROM reading",
                "SELECT count(DISTINCT text) FROM reading",
            )
        )
    assert readings == distinct < paragraphs == sum(v.paragraphs for v in filled.versions())


def test_one_bad_file_keeps_all_out(place: Path, marshes: list[str], tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"one\x00two")
    assert_trouble(run(place, "add", "marshes", *marshes, str(bad)), "binary")
    with open_repository(str(place)) as store:
        assert store.versions() == ()


@pytest.mark.parametrize(
    ("reference", "label"),
    [
        ("marshes@latest", "13/4"),
        ("marshes@first", "LA/12/L.7"),
        ("marshes@-2", "12/9"),
        ("marshes@12/9", "12/9"),
        ("@12/9", "12/9"),
        ("LA/RES/12/9", "12/9"),
        ("marshes@revised", "LA/12/L.7/Rev.1"),
        ("marshes@2032", "13/4"),
        ("@2031-03-07", "12/9"),
        ("watch@41 (2030)", "41 (2030)"),
    ],
)
def test_a_version_is_found_by_what_people_call_it(filled: Store, reference: str, label: str) -> None:
    assert resolve(reference, filled).label == label


@pytest.mark.parametrize(
    ("reference", "reported"),
    [
        ("marshes@adopted", "matches 2 versions.*marshes@12/9.*marshes@13/4"),
        ("marshes@12/8", "did you mean '12/9'"),
        ("marsh@latest", "did you mean 'marshes'"),
        ("nothing@latest", "no lineage 'nothing'"),
        ("marshes@-9", "no version"),
    ],
)
def test_a_name_that_means_none_or_several_is_explained(filled: Store, reference: str, reported: str) -> None:
    with pytest.raises(UnknownVersionError, match=reported):
        resolve(reference, filled)


def test_a_range_or_a_lineage_alone_means_two_versions(filled: Store) -> None:
    assert [v.label for v in range_of("marshes", filled)] == ["12/9", "13/4"]
    assert [v.label for v in range_of("marshes@first..12/9", filled)] == ["LA/12/L.7", "12/9"]


def test_stored_texts_are_compared_like_files(filled: Store, place: Path, marshes: list[str]) -> None:
    stored = compare_texts("marshes@-2", "marshes@latest", store=str(place))
    files = compare_texts(marshes[2], marshes[3])
    assert stored.changes == files.changes
    assert stored.base.source == "marshes@12/9"
    done = run(place, "compare", "marshes", "-f", "json", "-q")
    assert (done.status, json.loads(done.out)["summary"]["moved"]) == (1, files.summary.moved)


def test_a_path_that_exists_wins_over_a_reference(
    filled: Store, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("marshes@latest").write_text("The Harbour Council,\n\nDecides to sleep.\n", "utf-8")
    assert read("marshes@latest", store=str(place)).masthead.organ == "Harbour Council"


def test_flags_win_over_the_masthead(empty: Store, marshes: list[str]) -> None:
    add_files("marshes", marshes[:1], GivenFacts(), empty)
    (added,) = add_files(
        "marshes",
        marshes[2:3],
        GivenFacts(label="final", stage="other", date="2031", symbol="X/1", base_of="marshes@first"),
        empty,
    ).versions
    assert (added.label, added.stage, added.date, added.symbol) == ("final", "other", "2031", "X/1")
    assert added.base_of == resolve("marshes@first", empty).id


@pytest.mark.parametrize(
    ("lineage", "reported", "word"),
    [
        ("a/b", GivenFacts(), "cannot name"),
        ("a", GivenFacts(label="x"), "one file"),
        ("a", GivenFacts(date="tomorrow"), "one file"),
    ],
)
def test_flags_that_cannot_hold_are_refused(
    empty: Store, marshes: list[str], lineage: str, reported: GivenFacts, word: str
) -> None:
    with pytest.raises(UsageError, match=word):
        add_files(lineage, marshes, reported, empty)


def test_a_label_that_is_taken_is_refused(filled: Store, marshes: list[str], tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(Path(marshes[0]).read_text("utf-8") + "\n", "utf-8")
    with pytest.raises(StoreError, match="already has"):
        add_files("marshes", [str(other)], GivenFacts(label="12/9"), filled)


def test_log_and_lineages_tell_what_is_there(filled: Store, place: Path) -> None:
    rows = json.loads(run(place, "log", "marshes", "-f", "json").out)
    assert [(row["label"], row["added"], row["vote"]) for row in rows] == [
        ("LA/12/L.7", None, None),
        ("LA/12/L.7/Rev.1", 1, None),
        ("12/9", 1, "15-5-4"),
        ("13/4", 8, "18-2-4"),
    ]
    assert "marshes         4" in run(place, "lineages").out
    assert_trouble(run(place, "log", "marches"), "did you mean 'marshes'?")


def test_no_store_is_told_and_reading_makes_none(place: Path) -> None:
    assert_trouble(run(place, "lineages"), "there is no store", str(place))
    assert_trouble(run(place, "show", "marshes@latest"), "there is no file", "nor is there a store")
    assert not place.exists()


def test_the_store_is_found_by_option_environment_and_user_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESDIFF_STORE", "env.db")
    assert store_path("named.db") == Path("named.db")
    assert store_path() == Path("env.db")
    monkeypatch.delenv("RESDIFF_STORE")
    assert store_path().name == "store.db"


def test_a_stored_text_is_read_with_the_warnings_of_its_bytes(
    empty: Store, place: Path, tmp_path: Path
) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("The Harbour Council,\n\nDecides to light the “mole”.\n".encode("cp1252"))
    add_files("old", [str(path)], GivenFacts(), empty)
    assert any("Windows-1252" in warning for warning in read("old@latest", store=str(place)).warnings)
