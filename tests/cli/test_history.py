"""history and blame as a user calls them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from resdiff.workspace.adding import GivenFacts, add_files
from resdiff.workspace.references import open_repository
from tests.cli.running import assert_trouble, resdiff
from tests.making import OPERATIVE, text_of


@pytest.fixture
def files(samples: Path) -> list[str]:
    """The versions of the sample lineage."""
    return [str(path) for path in sorted(samples.joinpath("coastal-fund").glob("*.txt"))]


@pytest.fixture
def store(tmp_path: Path, files: list[str]) -> str:
    """A store with them."""
    path = str(tmp_path / "store.db")
    with open_repository(path, create=True) as filled:
        add_files("marshes", files, GivenFacts(), filled)
    return path


def test_the_table_has_a_sign_for_every_paragraph_and_version(files: list[str]) -> None:
    out = resdiff("history", *files, "--width", "100").out
    assert "  4  13/4  adopted, 2032-03-05, 18-2-4\n" in out
    head = next(line for line in out.splitlines() if line.split() == ["1", "2", "3", "4"])
    assert (
        sum(
            line[head.index("1") :][:1] == "." and line.lstrip("(")[:2] in ("PP", "OP")
            for line in out.splitlines()
        )
        == 33
    )
    assert max(map(len, out.splitlines())) <= 110
    reported = {line.split()[0]: line for line in out.splitlines() if line[:2] == "OP"}
    assert reported["OP9"][11:23] == ".  ~▼ ~▼ ~▲ "


def test_a_narrow_table_goes_in_pages_of_versions(files: list[str]) -> None:
    out = resdiff("history", *files, "--width", "46").out
    heads = [
        line.split()
        for line in out.splitlines()
        if line.startswith(" " * 11) and line.replace(" ", "").isdecimal()
    ]
    assert heads == [["1", "2", "3"], ["4"]]


def test_what_is_shown_can_be_chosen(files: list[str]) -> None:
    every, changed, verbs, preamble = (
        json.loads(resdiff("history", *files, "--format", "json", *more).out)["threads"]
        for more in ((), ("--only", "changed"), ("--only", "verbs"), ("--only", "preamble"))
    )
    assert len(every) > len(changed) > len(verbs) > 0
    assert all(any(place["verbs"] for place in thread["places"]) for thread in verbs)
    assert {thread["places"][-1]["id"][:2] for thread in preamble} == {"PP"}
    assert_trouble(resdiff("history", *files, "--only", "dragons", "--quiet"), "unknown word 'dragons'")


def test_a_thread_shows_all_its_readings(files: list[str]) -> None:
    out = resdiff("history", *files, "--thread", "OP9", "--width", "300").out
    assert [line[0] for line in out.splitlines() if line[:1].strip()] == [".", "~", "~", "~"]
    assert "[-Invites-]{+Calls upon+}" in out
    assert_trouble(
        resdiff("history", *files, "--thread", "OP99", "--quiet"), "no version has a paragraph 'OP99'"
    )


def test_a_thread_that_ended_is_named_with_its_version(files: list[str]) -> None:
    done = resdiff("history", *files, "--thread", "OP2", "--quiet")
    assert "another paragraph last had the id OP2; show it with --thread OP2@12/9" in done.err
    ended = resdiff("history", *files, "--thread", "OP2@12/9", "--quiet")
    assert ended.out.endswith("dropped in 13/4\n")
    assert ended.err == ""
    assert "\n(OP2)" in resdiff("history", *files).out
    assert_trouble(
        resdiff("history", *files, "--thread", "OP99@12/9", "--quiet"), "that version has no paragraph 'OP99'"
    )
    nothing = resdiff("history", files[0], files[0], "--only", "changed", "--quiet")
    assert nothing.err == "resdiff: there is no such paragraph\n"


def test_tables_for_other_programs_tell_fates_as_words(files: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(resdiff("history", *files, "--format", "csv").out)))
    assert rows[0] == ["thread", "id", "opening words", "LA/12/L.7", "LA/12/L.7/Rev.1", "12/9", "13/4"]
    assert "edited strengthened" in {value for row in rows for value in row}
    assert resdiff("history", *files, "--format", "markdown").out.startswith(
        "| thread | id | opening words |"
    )
    assert (
        resdiff("history", *files, "--format", "markdown").out.splitlines()[1]
        == "|---|---|---|---|---|---|---|"
    )


def test_what_each_version_kept_and_how_long_paragraphs_live(files: list[str]) -> None:
    out = resdiff("history", *files, "--width", "100").out
    reported = json.loads(resdiff("history", *files, "--format", "json").out)
    turnovers = [version["turnover"] for version in reported["versions"]]
    assert turnovers[0] is None
    rows = [line.split() for line in out.splitlines()[-5:-2]]
    assert [[int(value) for value in row[2:]] for row in rows] == [
        [*turnover.values()] for turnover in turnovers[1:]
    ]
    length, share = reported["survival"]["curve"][-1]
    assert reported["survival"]["half_life"] is None
    assert (
        out.splitlines()[-1]
        == f"by estimate, {int(100 * share)}% of the paragraphs still stand {length} versions "
        "after they first appeared"
    )


def test_blame_tells_where_every_word_comes_from(files: list[str]) -> None:
    reported = json.loads(resdiff("blame", *files, "--format", "json").out)
    assert reported["schema"] == "resdiff/blame/1"
    assert [version["label"] for version in reported["versions"]] == [
        "LA/12/L.7",
        "LA/12/L.7/Rev.1",
        "12/9",
        "13/4",
    ]
    shown = json.loads(resdiff("show", files[-1], "--format", "json").out)["paragraphs"]
    assert ["".join(piece for piece, _ in p["runs"]) for p in reported["paragraphs"]] == [
        p["text"] for p in shown
    ]
    assert {origin for p in reported["paragraphs"] for _, origin in p["runs"]} == {0, 1, 2, 3}
    text = resdiff("blame", *files).out
    shares = [line.split() for line in text.splitlines()[-4:]]
    assert [row[0] for row in shares] == ["LA/12/L.7", "LA/12/L.7/Rev.1", "12/9", "13/4"]
    assert sum(int(row[-3]) for row in shares) == sum(len(p["text"].split()) for p in shown)
    young = resdiff("blame", *files, "--since", "13/4").out
    assert young.count("[LA/12/L.7]") < text.count("[LA/12/L.7]")
    for name in ("LA/RES/13/4", "2032", "2032-03", "2032-03-05", "4", "-1", "latest"):
        assert resdiff("blame", *files, f"--since={name}").out == young
    assert_trouble(resdiff("blame", *files, "--since", "9/9", "--quiet"), "there is no version '9/9'")


def test_a_lineage_of_the_store_is_followed_up_to_the_version_that_is_named(
    store: str, files: list[str]
) -> None:
    whole = json.loads(resdiff("blame", "marshes", "--format", "json", "--store", store).out)
    assert whole["paragraphs"] == json.loads(resdiff("blame", *files, "--format", "json").out)["paragraphs"]
    part = json.loads(resdiff("history", "marshes@12/9", "--format", "json", "--store", store).out)
    assert [version["label"] for version in part["versions"]] == ["LA/12/L.7", "LA/12/L.7/Rev.1", "12/9"]


def test_wrong_input_is_told_in_one_line(store: str, files: list[str]) -> None:
    assert_trouble(resdiff("history", files[0]), "at least two versions")
    assert_trouble(resdiff("blame", "marshes@first", "--store", store), "at least two versions")
    assert_trouble(resdiff("history", "marshes", "marshes@12/9", "--store", store), "'marshes' is a lineage")
    both = resdiff("history", "marshes", "--all", "--format", "json", "--store", store)
    assert_trouble(both, "--all cannot be combined with a text")
    assert_trouble(resdiff("history", "nothing", "--store", store), "'nothing'")
    assert_trouble(resdiff("history", files[0], "missing.txt"), "missing.txt")
    assert_trouble(
        resdiff("history", *files, "--thread", "OP1", "--format", "csv"), "--thread goes with neither"
    )


def test_a_phrase_is_followed_from_where_it_first_stood(store: str, files: list[str]) -> None:
    rows = json.loads(resdiff("trace", "SEE to it, that ships", *files, "--format", "json").out)
    assert [(row["state"], row["version"], row["paragraph"]) for row in rows] == [
        ("first", "LA/12/L.7/Rev.1", "OP9"),
        ("changed", "12/9", "OP10"),
        ("changed", "13/4", "OP9"),
    ]
    assert rows[1]["vote"] == "15-5-4"
    stored = ("--format", "json", "--store", store)
    gone = json.loads(resdiff("trace", "demands that ships", "marshes", *stored).out)
    assert [(row["state"], row["version"]) for row in gone] == [
        ("first", "LA/12/L.7"),
        ("vanished", "LA/12/L.7/Rev.1"),
    ]
    every = json.loads(resdiff("trace", "see to it that ships", "--all", *stored).out)
    assert [(row["text"][:7], row["paragraph"], row["before"]) for row in gone] == [
        ("Demands", "OP6", None),
        ("Urges s", "OP9", "LA/12/L.7 OP6"),
    ]
    assert [(row["lineage"], row["state"]) for row in every] == [
        ("marshes", "first"),
        ("marshes", "changed"),
        ("marshes", "changed"),
    ]
    assert "first, LA/12/L.7/Rev.1" in resdiff("trace", "see to it that ships", *files).out
    with_near = json.loads(
        resdiff("trace", "see to it that all ships", *files, "--near", "--format", "json").out
    )
    assert [row["words"] for row in with_near] == ["see to it that ships"] * 3
    everywhere = resdiff(
        "trace", "see to it that all ships", "--all", "--near", "--format", "json", "--store", store
    ).out
    assert [row["words"] for row in json.loads(everywhere)] == [row["words"] for row in with_near]
    assert resdiff("trace", "see to it that all ships", *files).status == 1
    nothing = resdiff("trace", "sea dragons", *files)
    assert (nothing.status, nothing.out) == (1, "")
    assert nothing.err.endswith("resdiff: no version has 'sea dragons': --near takes near readings too\n")
    assert_trouble(resdiff("trace", "?!", *files, "--quiet"), "holds no word")
    assert_trouble(resdiff("trace", "ships"), "a lineage is missing")


def test_the_verbs_of_a_lineage_are_told_step_by_step_and_counted(store: str, files: list[str]) -> None:
    out = resdiff("evolution", *files).out
    assert "  OP10 → OP9      ▲ 'Invites' → 'Calls upon' strengthened\n" in out
    rows = json.loads(resdiff("evolution", "marshes", "--format", "json", "--store", store).out)
    (row,) = (row for row in rows if row["revised"] == "13/4" and row["paragraph"] == "OP9")
    reported = (
        row["lineage"],
        row["base"],
        row["change"],
        row["base_lemma"],
        row["lemma"],
        row["ladder"],
        row["date"],
    )
    assert reported == ("marshes", "12/9", "strengthened", "invite", "call upon", "directive", "2032-03-05")
    assert row["strength"] > row["base_strength"]
    every = resdiff("evolution", "--all", "--format", "csv", "--store", store).out
    assert every == resdiff("evolution", "marshes", "--format", "csv", "--store", store).out
    rung = next(line for line in out.splitlines() if line.startswith(f"directive {row['strength']} ")).split()
    verbs = json.loads(resdiff("verbs", files[-1], "--format", "json").out)["verbs"]
    assert int(rung[-1]) == sum(
        verb["scale"] == "directive" and verb["strength"] == row["strength"] for verb in verbs
    )
    assert_trouble(resdiff("evolution"), "name a lineage or texts, or pass --all")


def test_all_lineages_are_followed_in_one_run(store: str, files: list[str]) -> None:
    (reported,) = json.loads(resdiff("history", "--all", "--format", "json", "--store", store).out)
    one = json.loads(resdiff("history", "marshes", "--format", "json", "--store", store).out)
    assert (reported["lineage"], reported["versions"]) == ("marshes", one["versions"])
    assert sorted(reported["threads"], key=lambda t: t["thread"]) == sorted(
        one["threads"], key=lambda t: t["thread"]
    )
    with open_repository(store) as filled:
        add_files("alone", files[:1], GivenFacts(), filled)
        add_files("both", files[2:], GivenFacts(), filled)
    done = resdiff("history", "--all", "--jobs", "2", "--format", "json", "--store", store)
    assert done.err == "resdiff: left out: alone: it has one version\n"
    every = json.loads(done.out)
    assert [one["lineage"] for one in every] == ["both", "marshes"]
    jsonschema.Draft202012Validator(json.loads(resdiff("schema", "history").out)).validate(every[1])
    assert_trouble(resdiff("history", "--all", "--store", store), "use --format json without")
    assert_trouble(resdiff("history"), "name a lineage or texts, or pass --all")


def test_concessions_find_last_year_and_draft_in_the_lineage(tmp_path: Path) -> None:
    lamp = "Invites the keepers of the northern lights to log every lamp that fails during a storm;"
    texts = (
        text_of(),
        text_of(operative=(*OPERATIVE[:3], lamp, OPERATIVE[3])),
        text_of(operative=(*OPERATIVE[:2], OPERATIVE[3])),
    )
    files = [tmp_path / f"{name}.txt" for name in ("last", "draft", "adopted")]
    path = str(tmp_path / "store.db")
    with open_repository(path, create=True) as filled:
        for file, text, stage in zip(files, texts, ("adopted", "draft", "adopted"), strict=True):
            file.write_text(text, "utf-8")
            add_files("lights", [str(file)], GivenFacts(stage=stage), filled)
    document = json.loads(resdiff("concessions", "lights@latest", "--format", "json", "--store", path).out)
    rows = document["proposals"]
    reported = [(row["outcome"], row["proposal"], row["at_adoption"], row["draft"]) for row in rows]
    assert reported == [("dropped", "added", None, ["OP4"]), ("new", None, "dropped", ["OP3"])]
    named = resdiff("concessions", *map(str, files)).out
    assert "1 proposal: 1 dropped; 1 new at adoption.\n" in named
    assert "dropped at adoption (last.txt OP3 → draft.txt OP3)" in named
    assert f"{{+{lamp[:40]}" in " ".join(named.split())
    assert "LOST: PROPOSED AND NOT ADOPTED\n  added (draft.txt OP4)\n" in named
    assert json.loads(resdiff("concessions", "lights", "--format", "json", "--store", path).out) == document
    assert_trouble(resdiff("concessions", "lights@draft", "--store", path), "lights@draft is a draft")
    assert_trouble(resdiff("concessions", *map(str, files[:2])), "2 texts are given")


def test_concessions_of_texts_that_do_not_belong_together_are_told(files: list[str], samples: Path) -> None:
    other = str(next(samples.joinpath("harbour-watch").glob("1*.txt")))
    assert "hardly a paragraph in common" in resdiff("concessions", other, files[0], files[2]).err
    assert "(2031-02-14) is older than" in resdiff("concessions", files[3], files[0], files[2]).err


def test_the_verbs_of_the_whole_store_stand_in_one_table(store: str, files: list[str]) -> None:
    rows = json.loads(resdiff("verbs", "--all", "--format", "json", "--store", store).out)
    mine = [row for row in rows if row["version"] == "13/4"]
    one = json.loads(resdiff("verbs", files[-1], "--format", "json").out)["verbs"]
    assert [(row["paragraph"], row["phrase"]) for row in mine] == [
        (verb["paragraph"], verb["phrase"]) for verb in one
    ]
    assert {row["version"] for row in rows} == {"LA/12/L.7", "LA/12/L.7/Rev.1", "12/9", "13/4"}
    assert_trouble(resdiff("verbs"), "name a text, or pass --all")
    assert_trouble(resdiff("verbs", files[0], "--all"), "name a text, or pass --all")


def test_what_acts_on_a_terminal_is_escaped(tmp_path: Path) -> None:
    files = [tmp_path / "1.txt", tmp_path / "2.txt"]
    files[0].write_text(text_of(), "utf-8")
    files[1].write_text(
        text_of(
            operative=(*OPERATIVE[:3], "Requests the [bold]Chair[/bold] to \x1b[31mlight\x1b[0m the mole;")
        ),
        "utf-8",
    )
    for command in ("history", "blame"):
        for form in ("text", "json"):
            out = resdiff(command, *map(str, files), "--format", form).out
            assert "\x1b" not in out
            assert form == "json" or "[bold]Chair[/bold]" in " ".join(out.replace("│", "").split())
    assert json.loads(resdiff("blame", *map(str, files), "--format", "json").out)["paragraphs"][-1]["runs"][
        0
    ][0].endswith("the mole;")


def test_versions_of_one_name_are_told_apart_by_their_place(tmp_path: Path) -> None:
    files = []
    for folder, word in (("last", "Requests"), ("now", "Urges")):
        (tmp_path / folder).mkdir()
        files.append(tmp_path / folder / "text.txt")
        files[-1].write_text(
            f"The Littoral Assembly,\n\nRecalling its rules of old,\n\n1. {word} all to row;\n", "utf-8"
        )
    reported = resdiff("blame", *files).out
    assert "  [text.txt (1)] Recalling its rules of old," in reported
    assert "  [text.txt (2)] Urges [text.txt (1)] all to row;" in reported
    assert resdiff("history", *files).out.startswith("  1  text.txt (1)\n  2  text.txt (2)\n")
    assert "text.txt (2)" in resdiff("history", *files, "--format", "csv").out


def test_concessions_take_the_draft_as_it_was_tabled_and_name_the_three_texts(tmp_path: Path) -> None:
    lamp = "Invites the keepers of the northern lights to log every lamp that fails during a storm;"
    tabled, agreed = (
        text_of(operative=(*OPERATIVE[:3], lamp, OPERATIVE[3])),
        text_of(operative=(*OPERATIVE[:2], OPERATIVE[3])),
    )
    stages = {
        "last": "adopted",
        "zero": "zero draft",
        "tabled": "draft",
        "revised": "revised draft",
        "final": "adopted",
    }
    texts = dict(
        zip(
            stages,
            (text_of(), text_of(operative=(*OPERATIVE, lamp)), tabled, agreed, agreed + "\n"),
            strict=True,
        )
    )
    path = str(tmp_path / "store.db")
    with open_repository(path, create=True) as filled:
        for name, stage in stages.items():
            tmp_path.joinpath(f"{name}.txt").write_text(texts[name], "utf-8")
            add_files("lights", [str(tmp_path / f"{name}.txt")], GivenFacts(stage=stage), filled)
    done = resdiff("concessions", "lights@final", "--store", path)
    assert done.out.startswith(
        "last year: lights@last (adopted)\ndraft: lights@tabled (draft)\nadopted: lights@final (adopted)\n"
        "1 proposal: 1 dropped; 1 new at adoption.\n\nLOST: PROPOSED AND NOT ADOPTED\n  added ("
    )
    _assert_written(path, done.out, tmp_path)


def _assert_written(path: str, text: str, folder: Path) -> None:
    """What became of the draft of lights@final, in every format."""
    store = ("--store", path)
    assert resdiff("compare", "lights@final", "--draft", *store).out == text
    document = json.loads(resdiff("concessions", "lights@final", "--format", "json", *store).out)
    assert [document[name]["source"] for name in ("last_year", "draft", "adopted")] == [
        "lights@last",
        "lights@tabled",
        "lights@final",
    ]
    assert document["tally"] == {"dropped": 1, "new": 1}
    assert [row["outcome"] for row in document["proposals"]] == ["dropped", "new"]
    schema = json.loads(resdiff("schema", "draft").out)
    jsonschema.Draft202012Validator(schema).validate(document)
    for name in ("draft.html", "draft.docx", "draft.csv"):
        assert resdiff("compare", "lights@final", "--draft", *store, "-o", folder / name).status == 1
    assert "Lost: proposed and not adopted" in (folder / "draft.html").read_text("utf-8")
    head = (folder / "draft.csv").read_text("utf-8").splitlines()[0]
    assert head.startswith("outcome,proposal,at_adoption,last_year,draft,adopted,")
    both = resdiff("compare", "lights@last", "lights@final", "--draft", *store)
    assert_trouble(both, "--draft goes with the adopted text alone")
