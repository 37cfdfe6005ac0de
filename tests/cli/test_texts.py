"""`resdiff show`, `verbs`, `schema`, and the command itself."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import jsonschema
import pytest

import resdiff as package
from tests.cli.running import assert_trouble, resdiff
from tests.making import text_of


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A resolution."""
    path = tmp_path / "text.txt"
    path.write_text(text_of(), "utf-8")
    return path


@pytest.mark.parametrize(
    ("command", "schema"),
    [
        (["show"], "resolution"),
        (["verbs"], "verbs"),
        (["compare"], "comparison"),
        (["history"], "history"),
        (["blame"], "blame"),
    ],
)
def test_json_is_of_its_schema(samples: Path, command: list[str], schema: str) -> None:
    names = ["2-draft-rev1.txt", "3-adopted.txt"][: 1 if command in (["show"], ["verbs"]) else 2]
    reported = json.loads(
        resdiff(*command, *(samples / "coastal-fund" / n for n in names), "-f", "json", "-q").out
    )
    jsonschema.Draft202012Validator(json.loads(resdiff("schema", schema).out)).validate(reported)
    assert reported["schema"] == f"resdiff/{schema}/1"


def test_show_gives_what_stands_under_base(text: Path) -> None:
    shown = json.loads(resdiff("show", text, "-f", "json").out)
    compared = json.loads(resdiff("compare", text, text, "-f", "json").out)
    assert {k: v for k, v in shown.items() if k not in ("schema", "resdiff")} == compared["base"]


@pytest.mark.parametrize("form", ["text", "markdown", "csv"])
def test_show_and_verbs_write_every_format(text: Path, form: str) -> None:
    for command in ("show", "verbs"):
        done = resdiff(command, text, "-f", form)
        assert done.status == 0
        assert "Requests" in done.out


def test_verbs_are_a_table(text: Path) -> None:
    rows = list(csv.DictReader(resdiff("verbs", text, "-f", "csv").out.splitlines()))
    assert [(row["paragraph"], row["lemma"]) for row in rows][-1] == ("OP4", "remain seized")


def test_verbs_of_a_language_without_lexicon_are_no_verbs(tmp_path: Path) -> None:
    path = tmp_path / "de.txt"
    path.write_text(
        "Die Versammlung der Küste,\n\nunter Hinweis auf ihre Resolution 9/14 vom 6. März 2028 über die"
        " Marschen,\n\n1. ersucht alle Mitglieder, zu dem Fonds nach ihren Kräften beizutragen;\n",
        "utf-8",
    )
    shown = json.loads(resdiff("show", path, "-f", "json").out)
    assert [p["verbs"] for p in shown["paragraphs"]] == [None, None]
    assert_trouble(resdiff("verbs", path, "-q"), "no verb lexicon exists")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_recognized(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(text_of(operative=["Requests the “Warden” to act – now;"]).encode(encoding))
    done = resdiff("show", path, "-f", "json")
    assert json.loads(done.out)["paragraphs"][-1]["text"] == "Requests the “Warden” to act – now;"
    assert ("Windows-1252" in done.err) == (encoding == "cp1252")


def test_help_and_version() -> None:
    assert resdiff("--version").out == f"resdiff {package.__version__}\n"
    for option in ("-h", "--help"):
        assert "compare" in resdiff(option).out
        assert "--fail-on" in resdiff("compare", option).out
    assert "compare" in resdiff().out


def test_show_tells_verbs_footnotes_and_vote_without_colour(samples: Path) -> None:
    shown = resdiff("show", samples / "coastal-fund" / "3-adopted.txt").out
    assert "_Deplores_ the sale of marsh land" in shown
    assert "Littoral Treaty Series, vol. 14, No. 203. (PP3)" in shown
    assert "vote: 15-5-4" in shown
    assert "against: Casteny, Galdria, Jorvland, Kestria, Ulmgate" in shown


def test_the_ending_of_the_output_says_the_format(samples: Path, tmp_path: Path) -> None:
    files = [samples / "coastal-fund" / name for name in ("2-draft-rev1.txt", "3-adopted.txt")]
    cases: tuple[tuple[list[str | Path], str, str], ...] = (
        (["show", files[0]], "json", "{"),
        (["compare", *files], "md", "# "),
        (["verbs", files[0]], "csv", "paragraph,part,"),
        (["history", *files], "json", "{"),
        (["evolution", *files], "csv", "lineage,base,"),
        (["compare", *files], "txt", "base"),
        (["compare", *files], "out", "base"),
        (["compare", *files], "HTML", "<!DOCTYPE html>"),
        (["compare", *files], "xml", "<?xml"),
    )
    for command, ending, begin in cases:
        target = tmp_path / f"out.{ending}"
        resdiff(*command, "-q", "-o", target)
        assert target.read_text("utf-8").startswith(begin), (command, ending)
    resdiff("compare", *files, "-q", "-f", "csv", "-o", tmp_path / "out.json")
    assert (tmp_path / "out.json").read_text("utf-8").startswith("kind,")
    assert_trouble(
        resdiff("blame", *files, "-q", "-o", tmp_path / "blame.csv"),
        "this command cannot write csv",
    )
    assert not (tmp_path / "blame.csv").exists()
    assert_trouble(
        resdiff("compare", *files, "-q", "-o", tmp_path / "out.PDF"),
        ".pdf files cannot be written",
        "print it",
    )
    assert not (tmp_path / "out.PDF").exists()


def test_edits_are_pairs_of_a_kind_and_a_text(samples: Path) -> None:
    texts = [samples / "coastal-fund" / name for name in ("2-draft-rev1.txt", "3-adopted.txt")]
    changes = json.loads(resdiff("compare", *texts, "-f", "json", "-q").out)["changes"]
    edits = [edit for change in changes for edit in change["edits"]]
    assert all(len(edit) == 2 for edit in edits)
    assert {kind for kind, _ in edits} == {"equal", "delete", "insert"}
