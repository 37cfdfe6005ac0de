"""Options and filters that cannot mean anything together are refused in one line, and nothing is said that is
not so.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import resdiff


@pytest.fixture
def place(tmp_path: Path, samples: Path) -> str:
    """A store with both sample lineages: coastal-fund and harbour-watch."""
    path = str(tmp_path / "store.db")
    assert resdiff("add", str(samples), "--store", path).status == 0
    return path


_ONE, _TWO = "coastal-fund@12/9:OP1", "coastal-fund@13/4:OP1"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("search", "the", "--in", "nowhere"), "no lineage has 'nowhere' in its name or title"),
        (("search", "the", "--since", "2099"), "no version has these dates and this stage"),
        (("search", "the", "--since", "2032", "--until", "2031"), "--until 2031 is before --since 2032"),
        (("search", "the", "--since", "2019-99"), "invalid date '2019-99' of --since"),
        (("search", "the", "--until", "2019-02-30"), "invalid date '2019-02-30' of --until"),
        (("precedents", "Deplores the sale", "--in", "nowhere"), "no lineage has 'nowhere'"),
        (
            ("link", "coastal-fund@12/9:OP1", "coastal-fund@13/4:OP1", "--apart", "--forget"),
            "exclude each other",
        ),
        (("edit", "coastal-fund@13/4", "--round-of", "12/9"), "coastal-fund@13/4 is no draft"),
        (("rows", "texts", "nowhere.txt"), "there is no file, folder or lineage 'nowhere.txt'"),
        (("asks", "coastal-fund", "--stage", "zero draft"), "no version of 'coastal-fund' is a zero draft"),
        (("asks", "--all", "--stage", "never"), "unknown stage 'never'"),
        (("asks", "coastal-fund", "--scale", "no.csv"), "--scale goes with one text or two"),
        (("history", "--verbs", "--all", "--stage", "never"), "unknown stage 'never'"),
        (("history", "--all", "-f", "json", "--stage", "adopted"), "--stage goes with a lineage"),
        (
            ("compare", "coastal-fund@13/4", "--draft", "--only", "added"),
            "--only does not go with what became",
        ),
        (("brief", "--rules", "coastal-fund"), "--rules goes with no text"),
        (("compare", "coastal-fund", "--author", "Me"), "--author means nothing in text: it goes with docx"),
        (("compare", "coastal-fund", "--date", "2031-03-07", "-f", "json"), "--date means nothing in json"),
        (("compare", "coastal-fund", "--side-by-side", "-f", "json"), "--side-by-side means nothing in json"),
        (("compare", "coastal-fund", "--context", "2", "-f", "csv"), "--context means nothing in csv"),
        (("log", "--stage", "adopted"), "--stage goes with a lineage"),
        (("rows", "--stage", "adopted"), "--stage goes with a table"),
        (("rows", "--jobs", "2"), "--jobs goes with a table"),
        (("rows", "texts", "coastal-fund", "--columns"), "--columns goes with no text"),
        (("edit", "coastal-fund", "--title", ""), "--title is empty"),
        (("blame", "coastal-fund", "-q", "--since", "None"), "there is no version 'None'"),
    ],
)
def test_what_means_nothing_is_refused(place: str, arguments: tuple[str, ...], message: str) -> None:
    done = resdiff(*arguments, "--store", place)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1


def test_a_range_of_dates_may_be_one_day(place: str) -> None:
    done = resdiff("search", "marsh*", "--since", "2031-03-07", "--until", "2031-03", "--store", place)
    assert done.status == 0


@pytest.mark.parametrize(
    "option", ["label", "stage", "date", "symbol", "base-of", "before", "supersedes", "reason"]
)
def test_what_describes_one_file_is_refused_with_a_folder(samples: Path, tmp_path: Path, option: str) -> None:
    store = tmp_path / "none.db"
    done = resdiff("add", str(samples), f"--{option}", "draft", "--store", str(store))
    assert done.status == 2
    assert f"--{option} describes one file" in done.err
    assert not store.exists()


def test_two_votes_for_one_text_are_refused_and_none_is_set(place: str, tmp_path: Path) -> None:
    table = tmp_path / "votes.csv"
    head = "symbol,in favour,against,abstaining\n"
    table.write_text(f"{head}LA/RES/12/9,15,5,4\nLA/RES/12/9,1,2,3\n")
    done = resdiff("add", "--votes", str(table), "--store", place)
    assert done.status == 2
    assert "line 3 gives another vote for LA/RES/12/9 than a line before" in done.err
    table.write_text(f"{head}LA/RES/12/9,15,x,4\n")
    assert "line 2, LA/RES/12/9" in resdiff("add", "--votes", str(table), "--store", place).err
    table.write_text(f"{head}LA/RES/12/9,1,2,3\nLA/RES/12/9,1,2,3\n")
    assert "1 text got" in resdiff("add", "--votes", str(table), "--store", place).out


def test_the_hint_of_a_search_can_be_typed(place: str) -> None:
    err = resdiff("search", "fund's marshes", "--store", place).err
    assert "resdiff search 'fund'\"'\"'s AND marshes'" in err or "no paragraph of the store has" in err
    assert "AND AND" not in resdiff("search", "marshes fund AND", "--store", place).err


def test_names_are_matched_in_any_case_beyond_ascii(tmp_path: Path, samples: Path) -> None:
    store = str(tmp_path / "store.db")
    text = str(
        samples / "harbour-watch" / sorted(p.name for p in (samples / "harbour-watch").glob("*.txt"))[0]
    )
    assert resdiff("add", "marée", text, "--store", store).status == 0
    done = resdiff("search", "the", "--in", "MARÉE", "--format", "json", "--store", store)
    assert json.loads(done.out)


def test_a_brief_of_texts_that_have_a_year_or_a_month_alone(place: str) -> None:
    for date, words in (("2032", "(2032)"), ("2032-04", "(Apr 2032)"), ("2032-04-03", "(3 Apr 2032)")):
        assert resdiff("edit", "coastal-fund@13/4", "--date", date, "--store", place).status == 0
        done = resdiff("brief", "coastal-fund@12/9..13/4", "--store", place)
        assert done.status in (0, 1)
        assert words in done.out


def test_asks_that_are_filtered_are_counted_alone(place: str) -> None:
    every = resdiff("asks", "coastal-fund@latest", "--store", place).out
    assert "operative verbs and points ask for something or decide it" in every
    chosen = resdiff("asks", "coastal-fund@latest", "--task", "report", "--store", place).out
    assert "operative verbs and points" not in chosen
    none = resdiff("asks", "coastal-fund@latest", "--due", "1999", "--store", place).out
    assert "0 asks" in none
    assert resdiff("asks", "coastal-fund@latest", "--stage", "adopted", "--store", place).status == 2


def test_a_correction_by_a_text_that_is_stored_already_is_refused(place: str, samples: Path) -> None:
    file = str(samples / "coastal-fund" / "3-adopted.txt")
    options = ("--supersedes", "13/4", "--reason", "misprint", "--store", place)
    done = resdiff("add", "coastal-fund", file, *options)
    assert done.status == 2
    assert "nothing is corrected" in done.err


def test_one_name_of_a_stage_is_known_everywhere(place: str) -> None:
    for command in (
        ("search", "the", "--stage"),
        ("log", "coastal-fund", "--stage"),
        ("rows", "texts", "coastal-fund", "--stage"),
        ("history", "coastal-fund", "--stage"),
    ):
        told = [resdiff(*command, name, "--store", place) for name in ("revised draft", "revised")]
        assert told[0].out == told[1].out
        assert told[0].status == told[1].status


def test_files_and_folders_have_options_of_their_own(place: str, samples: Path, tmp_path: Path) -> None:
    file = str(samples / "coastal-fund" / "1-draft.txt")
    other = tmp_path / "other.txt"
    other.write_text(Path(file).read_text().replace("Fund", "Trust"))
    done = resdiff("add", "new", str(other), "--jobs", "2", "--store", place)
    assert (done.status, done.out) == (2, "")
    assert "--jobs goes with a folder" in done.err
    assert resdiff("history", file, str(other), "--stage", "draft", "--store", place).status == 2


def test_the_stage_that_is_followed_holds_for_all_lineages(place: str) -> None:
    rows = {
        stage: resdiff("history", "--verbs", "--all", "--stage", stage, "-f", "csv", "--store", place).out
        for stage in ("adopted", "all")
    }
    assert len(rows["adopted"].splitlines()) < len(rows["all"].splitlines())


def test_rules_and_counts_are_written_in_the_format_that_is_asked_for(place: str) -> None:
    rules = json.loads(resdiff("brief", "--rules", "-f", "json").out)
    assert {"weight"} <= rules[0].keys()
    counts = json.loads(resdiff("search", "the", "--count", "-f", "json", "--store", place).out)
    assert counts[0]["paragraphs"] > counts[0]["versions"] > 0


def test_any_difference_ends_with_one(tmp_path: Path, samples: Path) -> None:
    text = (samples / "coastal-fund" / "3-adopted.txt").read_text()
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(text)
    two.write_text(text.replace("Encourages", "Also encourages", 1))
    assert two.read_text() != text
    assert resdiff("compare", str(one), str(two)).status == 0
    assert resdiff("compare", str(one), str(two), "--fail-on", "any").status == 1
    assert resdiff("compare", str(one), str(one), "--fail-on", "any").status == 0


def test_an_index_without_the_name_of_a_file_is_refused(tmp_path: Path) -> None:
    index = [{"lineage": "x", "versions": [{"file": None}]}]
    (tmp_path / "index.json").write_text(json.dumps(index))
    done = resdiff("add", str(tmp_path), "--store", str(tmp_path / "s.db"))
    assert done.status == 2
    assert "'file' of a version is a text, not None" in done.err
