"""rows: tidy tables of a text, a lineage, the store; every table over every kind of source."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from resdiff.workspace.rows.catalogue import TABLES
from resdiff.workspace.rows.text_tables import TEXT_TABLES
from tests.cli.running import assert_trouble, resdiff
from tests.making import text_of


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


def _without_source(row: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in row.items() if name not in ("source", "lineage")}


def _written(value: object) -> str:
    """A value of JSON as CSV has it."""
    return "" if value is None else str(int(value)) if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("table", [table.name for table in TEXT_TABLES])
def test_each_table_has_its_columns_for_each_source(table: str, store: Path) -> None:
    place, version = (0, "first") if table == "sponsors" else (2, "12/9")
    path = sorted(store.parent.glob("*.txt"))[place]
    of_file = _rows(table, path)
    of_version, of_lineage, of_store = (
        _rows(table, *source) for source in ([f"tidal-marshes@{version}"], ["tidal-marshes"], [])
    )
    assert of_file
    assert tuple(of_file[0]) == tuple(TABLES[table].columns)
    without_source = [{k: v for k, v in row.items() if k not in ("source", "lineage")} for row in of_file]
    assert [
        {k: v for k, v in row.items() if k not in ("source", "lineage")} for row in of_version
    ] == without_source
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
        assert [row["column"] for row in json.loads(out)] == list(table.columns)
        assert all(row["text"] for row in json.loads(out))


def test_what_is_no_table_or_source_is_refused(store: Path, tmp_path: Path) -> None:
    assert_trouble(resdiff("rows", "nonsense", store), "the tables are texts, paragraphs")
    assert_trouble(resdiff("rows", "verbs", "no-lineage"), "no-lineage")
    assert_trouble(resdiff("rows", "verbs", "nofolder/"), "nofolder/")
    assert_trouble(resdiff("rows", "verbs", store, "--stage", "early"), "unknown stage 'early'")
    assert_trouble(
        resdiff("rows", "verbs", store, "--cluster", "x"), "--cluster goes with a folder of tables"
    )
    assert_trouble(resdiff("rows", "--from", "nofolder/"), "all tables are written to a folder")
    for name in ("nofolder/", "no-lineage"):
        assert_trouble(resdiff("rows", "--from", name, "-o", tmp_path / "tables"), name.rstrip("/"))
        assert not (tmp_path / "tables").exists()


def test_words_that_are_only_written_with_other_signs_stayed(tmp_path: Path) -> None:
    for number, words in (
        (1, "Urges non-governmental boards to light moles;"),
        (2, "Urges non\u2011governmental boards to light moles;"),
        (3, "Also urges non\u2011governmental boards to light moles;"),
        (4, "Urges non-governmental boards to light piers;"),
    ):
        (tmp_path / f"{number}.txt").write_text(text_of(operative=[words]), "utf-8")
    for two, came in ((2, 0), (3, 0), (4, 1)):
        folder = tmp_path / f"of-{two}" / "lamps"
        folder.mkdir(parents=True)
        for number in (1 if two != 4 else 2, two):
            shutil.copy(tmp_path / f"{number}.txt", folder)
        (row,) = json.loads(resdiff("rows", "measures", folder.parent, "--format", "json").out)["rows"]
        assert (row["words_added"], row["words_dropped"]) == (came, came)


def test_for_whom_one_sponsor_speaks_is_said(tmp_path: Path) -> None:
    head = "LA/12/L.7\n\nFen:* draft resolution\n\nLights"
    note = "\n____________\n* On behalf of the States that are members of the Group of Tides, and others.\n"
    (tmp_path / "one.txt").write_text(text_of(head=head) + note, "utf-8")
    (tmp_path / "two.txt").write_text(text_of(head=head.replace("Fen:*", "Fen and Mere:*")) + note, "utf-8")

    def rows(name: str) -> list[tuple[str, str | None]]:
        read = json.loads(resdiff("rows", "sponsors", tmp_path / name, "--format", "json").out)["rows"]
        return [(row["sponsor"], row["on_behalf_of"]) for row in read]

    assert rows("one.txt") == [("Fen", "the States that are members of the Group of Tides")]
    assert rows("two.txt") == [("Fen", None), ("Mere", None)]


def test_a_text_without_rows_is_an_empty_table(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("Nothing of the kind.\n")
    assert resdiff("rows", "votes", path, "--format", "csv").out == ",".join(TABLES["votes"].columns) + "\n"
    assert json.loads(resdiff("rows", "votes", path, "--format", "json").out)["rows"] == []


def test_what_a_named_text_warns_of_is_printed(tmp_path: Path, store: Path) -> None:
    path, warning = tmp_path / "draft.txt", "1 marked change is read as accepted"
    path.write_text("The Littoral Assembly,\n\n1. Urges all members to pay{++ on time++}.\n")
    assert resdiff("add", "lamps", path).status == 0
    for named in (path, "lamps", "lamps@draft"):
        assert warning in resdiff("rows", "paragraphs", named).err
        assert resdiff("rows", "paragraphs", named, "-q").err == ""
    assert resdiff("rows", "paragraphs").err == ""


def test_a_folder_is_read_file_by_file_in_the_same_order_by_any_number_of_processes(
    tmp_path: Path, samples: Path
) -> None:
    for number, path in enumerate(sorted((samples / "coastal-fund").glob("*.txt"))):
        folder = tmp_path / "texts" / str(number % 2)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / path.name).write_bytes(path.read_bytes())
    (tmp_path / "texts" / "names.json").write_text("{}")
    (tmp_path / "texts" / ".hidden.txt").write_text("1. Urges;")
    (tmp_path / "texts" / "broken.docx").write_bytes(b"PK\x03\x04 none")
    one, two = (resdiff("rows", "texts", tmp_path / "texts", "--jobs", n, "-f", "csv") for n in ("1", "2"))
    assert (one.out, one.err) == (two.out, two.err)
    assert one.err.count("left out") == 1
    rows = list(csv.DictReader(io.StringIO(one.out)))
    sources = list(dict.fromkeys(row["source"] for row in rows))
    assert sources == sorted(sources)
    assert [source[0] for source in sources] == ["0", "0", "1", "1"]
    assert [row["lineage"] for row in rows] == [source[0] for source in sources]
    assert_trouble(resdiff("rows", "verbs", samples.parent / "tests" / "golden" / "none"), "none")
    (tmp_path / "empty").mkdir()
    assert_trouble(resdiff("rows", "verbs", tmp_path / "empty"), "holds no texts")


def test_a_text_is_a_row_with_its_facts(store: Path) -> None:
    rows = _rows("texts", "tidal-marshes")
    assert [row["stage"] for row in rows] == ["draft", "revised draft", "adopted", "adopted"]
    adopted = rows[2]
    assert _rows("texts", "tidal-marshes@12/9") == [adopted]
    assert (adopted["lineage"], adopted["document"]) == ("tidal-marshes", "LA/RES/12/9")
    assert int(adopted["words"]) > int(adopted["paragraphs"]) > 10
    assert (adopted["adopted"], adopted["in_favour"] != "") == ("recorded", True)


def test_terms_are_resolved(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(
        "The Littoral Assembly,\n\n1. Requests the Warden to report by 4 May 2031 and every year;\n"
    )
    (row,) = _rows("asks", path)
    assert row["resolved"] == "2031-05-04; P1Y"


def test_every_step_of_a_lineage_is_a_row_with_its_figures(store: Path) -> None:
    rows = _rows("measures", "tidal-marshes")
    stages = [(row["base_stage"], row["stage"]) for row in rows]
    assert ("draft", "revised draft") in stages
    assert ("revised draft", "adopted") in stages
    changes, shifts, asks = (_rows(table, "tidal-marshes") for table in ("changes", "shifts", "ask_changes"))
    for row in rows:
        step = (row["base_source"], row["source"])
        of_step = [one for one in changes if (one["base_source"], one["source"]) == step]
        paragraphs = [one for one in of_step if one["weight"]]
        assert sum(one["kind"] == "added" for one in paragraphs) == int(row["paragraphs_added"])
        assert sum(int(one["words_added"]) for one in paragraphs) == int(row["words_added"])
        assert sum(one["weight"] == "3" for one in paragraphs) == int(row["changes_that_matter"])
        of_asks = [one for one in asks if (one["base_source"], one["source"]) == step]
        assert sum(one["outcome"] == "new" for one in of_asks) == int(row["asks_new"])
        its = [one for one in shifts if (one["base_source"], one["source"]) == step]
        assert sum(one["outcome"] == "weakened" for one in its) == int(row["verbs_weakened"])
    assert sum(int(row["words_added"]) for row in rows) > 0
    assert sum(int(row["verbs_weakened"]) for row in rows) > 0


def test_a_version_has_the_steps_that_lead_to_it(store: Path) -> None:
    every = _rows("shifts", "tidal-marshes")
    of_one = _rows("shifts", "tidal-marshes@12/9")
    assert of_one == [row for row in every if row["source"] == "tidal-marshes@12/9"]
    assert of_one


def test_what_a_text_cites_no_more_is_a_row(tmp_path: Path) -> None:
    (tmp_path / "dues").mkdir()
    for number, cited in enumerate(("70/1 and 71/2", "71/2 and 72/3")):
        (tmp_path / "dues" / f"{number}.txt").write_text(
            f"The General Assembly,\n\nRecalling its resolutions {cited},\n\n1. Urges all States to pay.\n"
        )
    outcomes = {row["symbol"][6:]: row["outcome"] for row in _rows("citation_changes", tmp_path)}
    assert outcomes == {"70/1": "dropped", "71/2": "carried on", "72/3": "added"}


def test_texts_in_two_languages_are_never_compared(tmp_path: Path) -> None:
    folder = tmp_path / "texts" / "one"
    folder.mkdir(parents=True)
    (folder / "1.txt").write_text("The General Assembly,\n\n1. Urges all States to pay their share.\n")
    (folder / "2.txt").write_text(
        "L’Assemblée générale,\n\n1. Prie instamment tous les États de verser leur part à temps.\n"
    )
    assert {row["language"] for row in _rows("texts", tmp_path / "texts")} == {"en", "fr"}
    assert _rows("measures", tmp_path / "texts") == []


def test_an_index_says_what_a_lineage_is(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The General Assembly,\n\n1. Urges all States to pay.\n")
    versions = [{"file": "b.txt", "date": "2031-01-02", "stage": "adopted"}, {"file": "a.txt"}]
    (tmp_path / "index.json").write_text(json.dumps([{"lineage": "dues", "versions": versions}]))
    rows = _rows("texts", tmp_path)
    assert [(row["source"], row["lineage"], row["date"], row["stage"]) for row in rows] == [
        ("b.txt", "dues", "2031-01-02", "adopted"),
        ("a.txt", "dues", "", ""),
    ]


def test_only_texts_of_a_stage_are_followed(store: Path, tmp_path: Path) -> None:
    everything = _rows("texts", "tidal-marshes")
    assert len(everything) == 4
    adopted = _rows("texts", "tidal-marshes", "--stage", "adopted")
    assert {row["stage"] for row in adopted} == {"adopted"}
    assert len(adopted) == 2
    steps = [(row["base_source"], row["source"]) for row in _rows("measures", "--stage", "adopted")]
    assert steps == [("tidal-marshes@12/9", "tidal-marshes@13/4")]
    rounds = _rows("measures", "--stage", "all")
    assert len(rounds) == 3
    assert len(_rows("texts", "--stage", "all")) == 4
    assert len(_rows("measures")) == 3
    of_folder = _rows("texts", store.parent, "--stage", "adopted")
    assert [row["stage"] for row in of_folder] == ["adopted", "adopted"]
    for stage, count in (("adopted", "1 row"), ("all", "3 rows")):
        out = resdiff(
            "rows", "measures", store.parent, "--stage", stage, "-o", tmp_path / "out", "-f", "csv"
        ).out
        assert out.startswith(count)
    assert _rows("texts", "tidal-marshes", "--stage", "other") == []


def test_no_value_is_cut_in_a_pipe_or_a_file(tmp_path: Path, samples: Path) -> None:
    text = str(samples / "coastal-fund" / "3-adopted.txt")
    done = resdiff("rows", "paragraphs", text)
    assert "…" not in done.out
    output = tmp_path / "rows.txt"
    assert resdiff("rows", "paragraphs", text, "--output", str(output)).status == 0
    assert "…" not in output.read_text("utf-8")
    assert "…" in resdiff("rows", "paragraphs", text, "--width", "60").out


def _adopted(year: int, *operative: str) -> str:
    numbered = "\n\n".join(f"{k}. {text}" for k, text in enumerate(operative, start=1))
    head = f"A/RES/{year - 1945}/9\n\nAdopted on 5 December {year}\n\n{year - 1945}/9. Lamps of the coast"
    return f"{head}\n\nThe General Assembly,\n\nNoting the sea,\n\n{numbered}\n"


def test_a_citation_of_a_text_that_was_superseded_by_then_names_the_later_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = tmp_path / "store.db"
    for year in (2031, 2032, 2033):
        (tmp_path / f"{year}.txt").write_text(_adopted(year, f"Invites ports to light {year - 2000} moles."))
    recalls = {
        "old": "Recalls its resolution 86/9, and invites ports to sail.",
        "both": "Recalls its resolutions 86/9 and 87/9, and invites ports to sail.",
        "last": "Recalls its resolution 87/9, and invites ports to sail.",
        "other": "Recalls its resolution 80/1, and invites ports to sail.",
    }
    for k, text in enumerate(recalls.values()):
        citing = _adopted(2032, text).replace("87/9", f"87/{40 + k}", 2).replace("5 December", "20 December")
        (tmp_path / f"{k}.txt").write_text(citing)
        assert resdiff("add", f"citing-{k}", f"{k}.txt", "--store", store).status == 0
    assert resdiff("add", "lamps", "2031.txt", "2032.txt", "2033.txt", "--store", store).status == 0
    rows = _rows("citations", "--store", store)
    newer = {row["lineage"]: row["newer"] for row in rows if row["symbol"] == "A/RES/86/9"}
    assert newer == {"citing-0": "A/RES/87/9", "citing-1": ""}
    assert {row["newer"] for row in rows if row["symbol"] in ("A/RES/87/9", "A/RES/80/1")} == {""}


def test_a_source_of_which_nothing_could_be_read_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "binary.db").write_bytes(bytes(200))
    done = resdiff("rows", "--from", tmp_path / "binary.db", "-o", tmp_path / "tables")
    assert done.status == 2


def _zipped(folder: Path, archive: Path, names: Sequence[str] = ()) -> Path:
    with zipfile.ZipFile(archive, "w") as file:
        for place in sorted(folder.rglob("*")):
            if place.is_file():
                file.write(place, place.relative_to(folder.parent))
        for name in names:
            file.writestr(name, "Resolution")
    return archive


def test_a_zip_is_the_folder_that_it_holds(tmp_path: Path, samples: Path) -> None:
    archive = _zipped(samples, tmp_path / "samples.zip")
    assert _rows("texts", archive) == _rows("texts", samples)
    first, again = (resdiff("rows", "--from", archive, "-o", tmp_path / "tables") for _ in range(2))
    assert (first.status, again.status) == (0, 0)
    assert "were there" in again.out
    for source, store in ((archive, "a.db"), (samples, "b.db")):
        assert resdiff("add", source, "--yes", "--store", tmp_path / store).status == 0
    one, two = (_rows("texts", "--store", tmp_path / store) for store in ("a.db", "b.db"))
    assert one == two


@pytest.mark.parametrize("name", ["../outside.txt", "/outside.txt", "a/../../outside.txt", "..\\outside.txt"])
def test_a_zip_that_leads_out_of_itself_is_refused(tmp_path: Path, samples: Path, name: str) -> None:
    archive = _zipped(samples, tmp_path / "bad.zip", [name])
    for arguments in (("rows", "texts", archive), ("add", archive, "--store", tmp_path / "s.db")):
        done = resdiff(*arguments)
        assert done.status == 2
        assert "names a file outside of itself" in done.err
    assert not (tmp_path / "outside.txt").exists()
    (tmp_path / "cut.zip").write_bytes(archive.read_bytes()[:200])
    assert "broken or encrypted archive" in resdiff("rows", "texts", tmp_path / "cut.zip").err


def test_a_symbol_names_a_version_of_the_store(store: Path, tmp_path: Path) -> None:
    (symbol,) = {row["document"] for row in _rows("texts", "tidal-marshes@12/9")}
    assert _rows("verbs", symbol) == _rows("verbs", "tidal-marshes@12/9")
    assert resdiff("rows", "--from", symbol, "--output", tmp_path / "tables").status == 0


def test_a_symbol_is_written_as_it_is_cited(tmp_path: Path) -> None:
    for number, written in enumerate(("S/RES/91(2031)", "S/RES/91 (2031)")):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"{written}\n\n{text_of()}", "utf-8")
        assert [row["document"] for row in _rows("texts", path)] == ["S/RES/91 (2031)"]


def test_a_failure_names_no_place_of_the_machine(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(text_of(), "utf-8")
    (folder / "b.txt").write_bytes(b"\x00\x01")
    (folder / "c.txt").symlink_to(folder / "gone.txt")
    done = resdiff("rows", "--from", folder, "--output", tmp_path / "tables", "--format", "csv")
    parts = sorted((tmp_path / "tables" / "failures").iterdir())
    failures = [row for part in parts for row in csv.DictReader(io.StringIO(part.read_text("utf-8")))]
    assert sorted(row["source"] for row in failures) == ["b.txt", "c.txt"]
    messages = "".join(row["message"] for row in failures)
    assert str(tmp_path) not in messages
    assert str(Path.cwd()) not in messages
    assert "2 left out" in done.out + done.err


@pytest.mark.parametrize("ending", ["tsv", "csv.gz", "dta", "rds"])
def test_an_ending_of_other_tables_is_refused(ending: str, store: Path, tmp_path: Path) -> None:
    target = tmp_path / f"verbs.{ending}"
    assert_trouble(resdiff("rows", "verbs", store, "-o", target), "cannot be written")
    assert not target.exists()
