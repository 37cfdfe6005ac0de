"""Versions are corrected, told otherwise, dropped and restored.

Texts are never changed and nothing is lost by mistake.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from resdiff.core.errors import TakenError, UnknownVersionError
from resdiff.store.repository import Store
from resdiff.workspace.adding import GivenFacts, add_files
from resdiff.workspace.reading import read
from resdiff.workspace.references import range_of, resolve
from tests.cli.running import assert_trouble
from tests.store.content import content, run


def _labels(store: Store, lineage: str = "marshes") -> list[str]:
    return [version.label for version in store.versions(lineage)]


@pytest.fixture
def corrected(filled: Store, marshes: list[str], tmp_path: Path) -> Store:
    """A store in which 12/9 is superseded by 12/9~2."""
    path = tmp_path / "corrected.txt"
    path.write_text(
        Path(marshes[2]).read_text("utf-8").replace("nine trustees", "ten trustees") + "\n", "utf-8"
    )
    add_files("marshes", [str(path)], GivenFacts(supersedes="12/9", reason="a wrong number"), filled)
    return filled


def test_a_correction_takes_the_part_of_what_it_corrects(corrected: Store, place: Path) -> None:
    assert _labels(corrected) == ["LA/12/L.7", "LA/12/L.7/Rev.1", "12/9", "12/9~2", "13/4"]
    assert [v.label for v in range_of("marshes@-2..latest", corrected)] == ["12/9~2", "13/4"]
    assert resolve("marshes@2031-03-07", corrected).label == "12/9~2"
    assert resolve("marshes@12/9", corrected).label == "12/9"
    rows = json.loads(run(place, "log", "marshes", "-f", "json").out)
    assert [row["note"] for row in rows] == [
        None,
        None,
        "superseded by 12/9~2",
        "corrects 12/9: a wrong number",
        None,
    ]
    assert rows[2]["edited"] is None
    assert rows[3]["edited"] is not None
    assert any(
        "superseded by marshes@12/9~2: a wrong number" in w
        for w in read("marshes@12/9", store=str(place)).warnings
    )


def test_a_text_may_join_before_another(
    filled: Store, place: Path, marshes: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "between.txt"
    path.write_text(Path(marshes[1]).read_text("utf-8") + "\n", "utf-8")
    assert run(place, "add", "marshes", str(path), "--before", "12/9", "--label", "Rev.1 again").status == 0
    assert _labels(filled) == ["LA/12/L.7", "LA/12/L.7/Rev.1", "Rev.1 again", "12/9", "13/4"]
    assert run(place, "edit", "marshes@first", "--before", "13/4").status == 0
    assert _labels(filled) == ["LA/12/L.7/Rev.1", "Rev.1 again", "12/9", "LA/12/L.7", "13/4"]
    assert run(place, "store", "verify").status == 0


def test_facts_are_told_otherwise_and_the_journal_tells_what_they_were(filled: Store, place: Path) -> None:
    done = run(
        place,
        "edit",
        "marshes@13/4",
        "--label",
        "final",
        "--stage",
        "revised",
        "--date",
        "2032-04",
        "--symbol",
        "X/1",
        "--by",
        "me",
    )
    assert done.out == "marshes@final  revised draft, 2032-04, X/1, vote 18-2-4\n"
    text = read("marshes@final", store=str(place))
    assert (text.masthead.stage, text.masthead.symbol) == ("revised draft", "X/1")
    ((what, by),) = filled.rows("SELECT details, author FROM journal WHERE action = 'edit'")
    assert json.loads(what)["from"] == {
        "label": "13/4",
        "stage": "adopted",
        "date": "2032-03-05",
        "symbol": "LA/RES/13/4",
    }
    assert by == "me"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["edit", "marshes@13/4"], ["nothing is changed"]),
        (["edit", "marshes@13/4", "--label", "12/9"], ["already has a version"]),
        (["edit", "marshes@13/4", "--label", "a..b"], ["cannot be a label"]),
        (["edit", "marshes@13/4", "--stage", "tabled"], ["unknown stage", "zero draft"]),
        (["edit", "marshes@13/4", "--date", "2031-13-01"], ["invalid date"]),
        (["edit", "marshes@13/4", "--base-of", "marshes@13/4"], ["drafted on itself"]),
        (["edit", "marshes@99", "--stage", "draft"], ["no version"]),
        (["rename", "marshes"], ["nothing is changed"]),
        (["rename", "marshes", "watch"], ["there is a lineage 'watch'"]),
        (["rename", "marshes", "a/b"], ["cannot name a lineage"]),
        (["rename", "marsh", "b"], ["did you mean 'marshes'"]),
        (["drop", "marshes"], ["would drop 4 versions", "--yes"]),
        (["restore", "marshes"], ["nothing of marshes was dropped"]),
        (["restore", "marshes@12/9"], ["nothing of marshes was dropped"]),
        (["add", "marshes", "x", "--reason", "y"], ["--supersedes"]),
        (["add", "marshes", "x", "--supersedes", "12/9", "--before", "12/9"], ["cannot be combined"]),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line_and_changes_nothing(
    filled: Store, place: Path, arguments: list[str], words: list[str]
) -> None:
    before = content(filled)
    assert_trouble(run(place, *arguments), *words)
    assert content(filled) == before


def test_what_is_dropped_comes_back_as_it_was(filled: Store, place: Path, marshes: list[str]) -> None:
    before = content(filled)
    assert run(place, "drop", "marshes@12/9", "--yes").out.startswith(
        "dropped marshes@12/9  adopted, 2031-03-07, LA/RES/12/9  33"
    )
    assert _labels(filled) == ["LA/12/L.7", "LA/12/L.7/Rev.1", "13/4"]
    with pytest.raises(UnknownVersionError):
        resolve("marshes@12/9", filled)
    assert run(place, "search", "marsh", "-f", "csv").out.count("marshes@12/9") == 0
    with pytest.raises(TakenError, match=r"drop --undo 'marshes@12/9'"):
        add_files("marshes", [marshes[2]], GivenFacts(), filled)
    assert run(place, "restore", "marshes@12/9").out == "restored marshes@12/9\n"
    assert content(filled) == before
    assert run(place, "drop", "marshes", "--yes").status == 0
    assert [known.slug for known in filled.lineages()] == ["watch"]
    assert run(place, "restore", "marshes").out.count("restored") == 4
    assert content(filled) == before


def test_what_was_dropped_goes_for_good_when_the_store_is_compacted(corrected: Store, place: Path) -> None:
    run(place, "edit", "watch@first", "--base-of", "marshes@12/9~2")
    run(place, "link", "marshes@12/9~2:OP1", "marshes@13/4:OP2")
    run(place, "drop", "marshes@12/9~2", "--yes")
    assert "1 dropped" in run(place, "store", "info").out
    assert run(place, "store", "compact").out.startswith("gone for good: marshes@12/9~2\n")
    assert _labels(corrected) == ["LA/12/L.7", "LA/12/L.7/Rev.1", "12/9", "13/4"]
    assert resolve("marshes@12/9", corrected).superseded_by is None
    assert resolve("watch@first", corrected).base_of is None
    assert corrected.rows("SELECT count(*) FROM judgement") == [(0,)]
    assert run(place, "store", "verify").status == 0
    assert_trouble(run(place, "restore", "marshes@12/9~2"), "nothing of marshes was dropped")


def test_compacting_changes_no_content_and_texts_may_join_after_it(
    filled: Store, place: Path, samples: Path
) -> None:
    before = content(filled)
    run(place, "compare", "marshes")
    assert run(place, "store", "compact").status == 0
    assert content(filled) == before
    assert run(place, "store", "verify").status == 0
    add_files("more", [str(samples / "coastal-fund" / "1-draft.txt")], GivenFacts(), filled)
    assert run(place, "store", "compact").status == 0
    assert content(filled)[3:] != []
    assert run(place, "store", "verify").status == 0


def test_dropping_takes_nothing_but_what_is_named(filled: Store, place: Path, samples: Path) -> None:
    add_files("draft", [str(samples / "coastal-fund" / "3-adopted.txt")], GivenFacts(), filled)
    assert run(place, "drop", "draft", "--yes").status == 0
    for name in ("draft", "2030", "adopted"):
        assert_trouble(run(place, "drop", name, "--yes"), f"no lineage '{name}'")
    run(place, "drop", "marshes@first", "--yes")
    assert run(place, "restore", "draft").out == "restored draft@12/9\n"
    assert run(place, "drop", "LA/RES/13/4", "--yes").status == 0


def test_a_base_may_be_taken_away_and_none_may_be_its_own(filled: Store, place: Path) -> None:
    assert run(place, "edit", "marshes@13/4", "--base-of", "marshes@12/9").status == 0
    assert_trouble(run(place, "edit", "marshes@12/9", "--base-of", "marshes@13/4"), "drafted on itself")
    assert run(place, "edit", "marshes@13/4", "--base-of", "none").status == 0
    assert resolve("marshes@13/4", filled).base_of is None
    assert run(place, "edit", "marshes@first", "--before", "none").status == 0
    assert _labels(filled)[-1] == "LA/12/L.7"
    assert_trouble(run(place, "edit", "marshes@first", "--base-of", ""), "--base-of is empty")


@pytest.mark.parametrize("date", ["2031-02-30", "2031-02-29", "2031-00", "20310"])
def test_a_day_that_is_none_is_refused(filled: Store, place: Path, date: str) -> None:
    assert_trouble(run(place, "edit", "marshes@13/4", "--date", date), "invalid date")


@pytest.mark.parametrize("label", ["latest", "first", "-2", "a\nb"])
def test_a_label_that_could_not_be_reached_is_refused(filled: Store, place: Path, label: str) -> None:
    assert_trouble(run(place, "edit", "marshes@13/4", f"--label={label}"), "cannot be a label")


@pytest.mark.parametrize("name", ["-", "..", "a..b", "index.json", "x" * 300, ".x"])
def test_a_name_that_no_folder_could_have_names_no_lineage(filled: Store, place: Path, name: str) -> None:
    assert_trouble(run(place, "rename", "marshes", "--", name), "cannot name a lineage")


def test_no_escape_code_of_a_text_reaches_the_terminal(
    filled: Store, place: Path, marshes: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "e\x1b[31mred.txt"
    path.write_text("The Harbour Council,\n\nDecides to sleep.\n", "utf-8")
    done = run(place, "add", "odd", str(path))
    assert (done.status, "\x1b" in done.out + done.err) == (0, False)
    assert run(place, "export", "odd", str(tmp_path / "out")).status == 0
    assert run(tmp_path / "again.db", "import", str(tmp_path / "out")).out.startswith(
        "1 text stored, 0 already stored, 0 left out"
    )
    assert_trouble(run(place, "edit", "marshes@13/4", "--symbol", "s\x1b]0;x\a"), "control characters")
